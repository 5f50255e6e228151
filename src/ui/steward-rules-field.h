/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steward-pack-draft.h"

G_BEGIN_DECLS

/* How a field is typed in: a line, several lines, a switch (on or off when
 * nothing is said), one of the words of the format, one of the entries of a
 * list, or several of these; some of the boxes of the form, or of the words for
 * what need not be waited for; an answer to the question beside it; parts, each
 * of which has fields of its own. */
typedef enum
{
  STEWARD_FIELD_LINE,
  STEWARD_FIELD_LINES,
  STEWARD_FIELD_SWITCH,
  STEWARD_FIELD_SWITCH_ON,
  STEWARD_FIELD_LANE,
  STEWARD_FIELD_LEVEL,
  STEWARD_FIELD_KIND,
  STEWARD_FIELD_FORM,
  STEWARD_FIELD_SEVERITY,
  STEWARD_FIELD_LEVER,
  STEWARD_FIELD_EFFECT,
  STEWARD_FIELD_QUESTION,
  STEWARD_FIELD_OPERATOR,
  STEWARD_FIELD_ENTRY,
  STEWARD_FIELD_ENTRIES,
  STEWARD_FIELD_BOXES,
  STEWARD_FIELD_WAITS,
  STEWARD_FIELD_ANSWER,
  STEWARD_FIELD_PARTS
} StewardRulesFieldKind;

typedef struct _StewardRulesFieldSpec StewardRulesFieldSpec;

/**
 * StewardRulesFieldSpec:
 * @field: key of the pack format
 * @lists: of entries: the lists they are of, separated by blanks
 * @parts: of parts: their fields, ended by one without a key
 * @add: of parts: what the button says that adds one, to be translated
 * @beside: stands beside the field before it
 * @label: instead of what the key is called
 */
struct _StewardRulesFieldSpec
{
  const char                  *field;
  StewardRulesFieldKind        kind;
  const char                  *lists;
  const StewardRulesFieldSpec *parts;
  const char                  *add;
  gboolean                     beside;
  const char                  *label;
};

/**
 * StewardRulesField:
 *
 * One field of an entry of a draft, with what is wrong below it.
 * #StewardRulesField::edited is emitted when the user changed the draft.
 */
#define STEWARD_TYPE_RULES_FIELD (steward_rules_field_get_type ())

G_DECLARE_FINAL_TYPE (StewardRulesField, steward_rules_field, STEWARD, RULES_FIELD, GtkBox)

/* @draft outlives it; @list is NULL for the pack itself. @prefix is where the
 * part is that it is a field of, such as `effects.0.`, else "". */
GtkWidget *steward_rules_field_new    (StewardPackDraft            *draft,
                                       const char                  *list,
                                       const char                  *id,
                                       const char                  *prefix,
                                       const StewardRulesFieldSpec *spec);
/* Shows what the draft says now, and what is wrong with it. */
void       steward_rules_field_update (StewardRulesField           *self);
const char *steward_rules_field_get_field (StewardRulesField       *self);

G_END_DECLS
