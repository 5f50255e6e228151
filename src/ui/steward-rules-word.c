/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-rules-word.h"

#include <glib/gi18n-lib.h>

#include "steward-lever.h"
#include "steward-ui-text.h"

/* A word of the format and what people call it. */
typedef struct
{
  const char *word;
  const char *name;
} Word;

static const Word effects[] = {
  { "together", NC_("effect", "Run beside each other") },
  { "overlap", NC_("effect", "Accept before what it waits for is decided") },
  { "merge", NC_("effect", "Review as one") },
  { "limit", NC_("effect", "Decide within so many days") },
  { NULL }
};
static const Word questions[] = {
  { "yes-no", NC_("question", "Yes or no") },
  { "choice", NC_("question", "One of several answers") },
  { "number", NC_("question", "A number") },
  { NULL }
};
static const Word operators[] = {
  { "is", NC_("condition", "is") },
  { "is-not", NC_("condition", "is not") },
  { "at-least", NC_("condition", "is at least") },
  { "more-than", NC_("condition", "is more than") },
  { "less-than", NC_("condition", "is less than") },
  { NULL }
};
static const Word waits[] = {
  { "item", NC_("wait", "What the item comes after") },
  { "block", NC_("wait", "What its block comes after") },
  { "stage", NC_("wait", "The stage before") },
  { NULL }
};
static const Word levers[] = {
  { "parallel", NC_("lever", "Parallel approval") },
  { "deferral", NC_("lever", "Deferral of materials") },
  { "commitment", NC_("lever", "Informed commitment") },
  { "merge", NC_("lever", "Reviews merged") },
  { "land", NC_("lever", "Start on getting the land") },
  { "simulated", NC_("lever", "Simulated approval") },
  { NULL }
};

static const char *
get_item_kind_name (StewardItemKind kind)
{
  switch (kind)
    {
    case STEWARD_ITEM_APPROVAL:       return C_("kind of item", "Approval");
    case STEWARD_ITEM_FILING:         return C_("kind of item", "Filing");
    case STEWARD_ITEM_FEE:            return C_("kind of item", "Fee");
    case STEWARD_ITEM_ACCEPTANCE:     return C_("kind of item", "Acceptance");
    case STEWARD_ITEM_PUBLIC_SERVICE: return C_("kind of item", "Public service");
    case STEWARD_ITEM_REVIEW:         return C_("kind of item", "Review");
    case STEWARD_ITEM_CHECK:          return C_("kind of item", "Check");
    case STEWARD_ITEM_REGISTRATION:   return C_("kind of item", "Registration");
    default:                          g_return_val_if_reached ("");
    }
}

static const char *
get_severity_name (StewardSeverity severity)
{
  switch (severity)
    {
    case STEWARD_SEVERITY_ERROR:   return _("Error");
    case STEWARD_SEVERITY_WARNING: return _("Warning");
    case STEWARD_SEVERITY_NOTE:    return C_("finding", "Note");
    case STEWARD_SEVERITY_OFF:
    default:                       return C_("check", "Not checked");
    }
}

static gboolean
take_word (const Word  *table,
           const char  *context,
           guint        i,
           const char **word,
           const char **name)
{
  *word = table[i].word;
  if (*word == NULL)
    return FALSE;
  *name = g_dpgettext2 (GETTEXT_PACKAGE, context, table[i].name);
  return TRUE;
}

/* The words that enums of the rooms below have. */
static gboolean
get_enum_word (StewardRulesFieldKind   kind,
               guint                   i,
               const char            **word,
               const char            **name)
{
  switch (kind)
    {
    case STEWARD_FIELD_LANE:
      *word = i <= STEWARD_LANE_AFTER ? steward_lane_to_word (i) : NULL;
      *name = *word != NULL ? steward_ui_lane_name (i) : NULL;
      break;
    case STEWARD_FIELD_LEVEL:
      *word = i + 1 <= STEWARD_LEVEL_ZONE ? steward_level_to_word (i + 1) : NULL;
      *name = *word != NULL ? steward_ui_level_name (i + 1) : NULL;
      break;
    case STEWARD_FIELD_KIND:
      *word = i <= STEWARD_ITEM_REGISTRATION ? steward_item_kind_to_word (i) : NULL;
      *name = *word != NULL ? get_item_kind_name (i) : NULL;
      break;
    case STEWARD_FIELD_FORM:
      *word = i + 1 <= STEWARD_FORM_COPY_UNLESS_OURS ? steward_material_form_to_word (i + 1) : NULL;
      *name = *word != NULL ? steward_ui_form_name (i + 1) : NULL;
      break;
    case STEWARD_FIELD_SEVERITY:
      /* The heaviest first, and none of them last. */
      *word = i <= STEWARD_SEVERITY_ERROR ? steward_severity_to_word (STEWARD_SEVERITY_ERROR - i) : NULL;
      *name = *word != NULL ? get_severity_name (STEWARD_SEVERITY_ERROR - i) : NULL;
      break;
    default:
      *word = NULL;
    }
  return *word != NULL;
}

gboolean
steward_rules_get_word (StewardRulesFieldKind   kind,
                        guint                   i,
                        const char            **word,
                        const char            **name)
{
  g_return_val_if_fail (word != NULL && name != NULL, FALSE);

  switch (kind)
    {
    case STEWARD_FIELD_LEVER:
      return take_word (levers, "lever", i, word, name);
    case STEWARD_FIELD_EFFECT:
      return take_word (effects, "effect", i, word, name);
    case STEWARD_FIELD_QUESTION:
      return take_word (questions, "question", i, word, name);
    case STEWARD_FIELD_OPERATOR:
      return take_word (operators, "condition", i, word, name);
    case STEWARD_FIELD_WAITS:
      return take_word (waits, "wait", i, word, name);
    default:
      return get_enum_word (kind, i, word, name);
    }
}
