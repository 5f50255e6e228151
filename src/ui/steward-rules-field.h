/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steward-pack-draft.h"

G_BEGIN_DECLS

/* How a field is typed in: a line, a number, several lines, a switch (on or
 * off when nothing is said), one of the words of the format, one of the entries
 * of a list, or several of these. */
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
  STEWARD_FIELD_ENTRY,
  STEWARD_FIELD_ENTRIES
} StewardRulesFieldKind;

/**
 * StewardRulesFieldSpec:
 * @field: key of the pack format
 * @lists: of entries: the lists they are of, separated by blanks
 */
typedef struct
{
  const char            *field;
  StewardRulesFieldKind  kind;
  const char            *lists;
} StewardRulesFieldSpec;

/**
 * StewardRulesField:
 *
 * One field of an entry of a draft, with what is wrong below it.
 * #StewardRulesField::edited is emitted when the user changed the draft.
 */
#define STEWARD_TYPE_RULES_FIELD (steward_rules_field_get_type ())

G_DECLARE_FINAL_TYPE (StewardRulesField, steward_rules_field, STEWARD, RULES_FIELD, GtkBox)

/* @draft outlives it; @list is NULL for the pack itself. */
GtkWidget *steward_rules_field_new    (StewardPackDraft            *draft,
                                       const char                  *list,
                                       const char                  *id,
                                       const StewardRulesFieldSpec *spec);
/* Shows what the draft says now, and what is wrong with it. */
void       steward_rules_field_update (StewardRulesField           *self);
const char *steward_rules_field_get_field (StewardRulesField       *self);

G_END_DECLS
