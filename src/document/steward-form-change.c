/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an issued version of the plan has that the one before, or a chosen
 * earlier one, had not, for the unit (方案调整告知). */
#include "steward-letter-private.h"

#include <string.h>

#define CLOSE_LINES 11

typedef enum { CHANGE_ADDED, CHANGE_DROPPED, CHANGE_OTHER, N_CHANGES } Change;

static const struct
{
  const char *heading;
  const char *line;
} sections[N_CHANGES] = {
  [CHANGE_ADDED] = { "added_heading", "added_line" },
  [CHANGE_DROPPED] = { "removed_heading", "removed_line" },
  [CHANGE_OTHER] = { "changed_heading", "changed_line" },
};

static Change
get_change (const StewardPlanDifference *difference)
{
  if (difference->before == NULL)
    return CHANGE_ADDED;
  return difference->after == NULL ? CHANGE_DROPPED : CHANGE_OTHER;
}

/* A word of the files as the letters say it, such as `level_city`. */
static const char *
get_word (const StewardForm *self,
          const char        *family,
          const char        *word)
{
  g_autofree char *key = g_strdelimit (g_strdup_printf ("%s_%s", family, word), "-", '_');
  const char *wording = steward_form_get_wording (self, key);

  return *wording != '\0' ? wording : word;
}

static const char *
get_stage_name (const StewardForm *self,
                const char        *id)
{
  const StewardStage *stage = id != NULL ? steward_pack_find_stage (self->pack, id) : NULL;

  return stage != NULL ? stage->plan_name : "";
}

/* Two days with a slash between. (transfer full) */
static char *
describe_dates (StewardForm *self,
                const char  *value)
{
  const char *slash = strchr (value, '/');
  g_autofree char *first = g_strndup (value, slash != NULL ? (gsize) (slash - value) : strlen (value));

  steward_form_set_blank (self, "first_day", first);
  steward_form_set_blank (self, "last_day", slash != NULL ? slash + 1 : value);
  return steward_form_expand (self, steward_form_get_wording (self, "dates"));
}

/* (transfer full) */
static char *
describe_value (StewardForm        *self,
                StewardFrozenField  field,
                const char         *value)
{
  if (*value == '\0')
    return g_strdup (steward_form_get_wording (self, "nothing"));
  switch (field)
    {
    case STEWARD_FROZEN_LIMIT:
      steward_form_set_blank (self, "days", value);
      return steward_form_expand (self, steward_form_get_wording (self, "limit"));
    case STEWARD_FROZEN_DATES:
      return describe_dates (self, value);
    case STEWARD_FROZEN_OF:
      return g_strdup (get_stage_name (self, value));
    case STEWARD_FROZEN_LEVEL:
      return g_strdup (get_word (self, "level", value));
    case STEWARD_FROZEN_LANE:
      return g_strdup (get_word (self, "lane", value));
    case STEWARD_FROZEN_MODE:
      return g_strdup (get_word (self, "mode", value));
    case STEWARD_FROZEN_FORM:
      return g_strdup (get_word (self, "material", value));
    default:
      return steward_letter_chop (value);
    }
}

/* Long texts are told as they are now. */
static gboolean
is_text (StewardFrozenField field)
{
  return field == STEWARD_FROZEN_SPECIAL_STEPS || field == STEWARD_FROZEN_FEES || field == STEWARD_FROZEN_KEY_POINTS ||
         field == STEWARD_FROZEN_OPTIMISATION || field == STEWARD_FROZEN_NOTE;
}

static void
add_difference (StewardForm                 *self,
                const StewardPlanDifference *difference,
                guint                        number)
{
  Change change = get_change (difference);
  g_autofree char *text = g_strdup_printf ("%u", number);

  steward_form_set_blank (self, "number", text);
  steward_form_set_blank (self, "kind", get_word (self, "kind", steward_frozen_kind_to_word (difference->kind)));
  steward_form_set_blank (self, "item", difference->name);
  steward_form_set_or_omit (self, "stage", get_stage_name (self, difference->stage));
  if (change == CHANGE_OTHER)
    {
      g_autofree char *before = describe_value (self, difference->field, difference->before);
      g_autofree char *after = describe_value (self, difference->field, difference->after);

      steward_form_set_blank (self, "what", get_word (self, "field", steward_frozen_field_to_word (difference->field)));
      steward_form_set_blank (self, "before", before);
      steward_form_set_blank (self, "after", after);
    }
  steward_letter_add_all (self, change == CHANGE_OTHER && is_text (difference->field) ? "text_line" : sections[change].line);
}

/* The sections that there are, numbered one after the other. */
static void
add_sections (StewardForm     *self,
              const GPtrArray *differences)
{
  guint n_sections = 0;

  for (Change change = 0; change < N_CHANGES; change++)
    {
      guint n = 0;

      for (guint i = 0; i < differences->len; i++)
        {
          const StewardPlanDifference *difference = g_ptr_array_index (differences, i);

          if (get_change (difference) != change)
            continue;
          if (n == 0)
            {
              steward_form_set_blank (self, "ordinal", steward_form_get_line (self, "ordinals", n_sections++));
              steward_letter_add_heading (self, sections[change].heading);
            }
          add_difference (self, difference, ++n);
        }
    }
  if (differences->len == 0)
    steward_letter_add_all (self, "no_change");
}

static const StewardEdition *
find_older (const StewardForm *self)
{
  g_autoptr (GPtrArray) editions = steward_project_list_editions (self->project);
  const StewardEdition *older = NULL;

  if (self->older != NULL)
    return self->older;
  for (guint i = 0; self->edition != NULL && i < editions->len; i++)
    {
      const StewardEdition *edition = g_ptr_array_index (editions, i);

      if (edition->number < self->edition->number && (older == NULL || edition->number > older->number))
        older = edition;
    }
  return older;
}

static void
set_number (StewardForm          *self,
            const char           *blank,
            const StewardEdition *edition)
{
  g_autofree char *number = edition != NULL ? g_strdup_printf ("%u", edition->number) : NULL;

  if (number != NULL)
    steward_form_set_blank (self, blank, number);
}

void
steward_form_write_change (StewardForm *self)
{
  const StewardEdition *older = find_older (self);
  g_autoptr (GPtrArray) differences = NULL;
  g_autofree char *reason = self->edition != NULL ? steward_letter_chop (self->edition->reason) : NULL;
  g_autofree char *attachment = NULL;

  set_number (self, "edition", self->edition);
  set_number (self, "old_edition", older);
  if (reason != NULL)
    steward_form_set_blank (self, "reason", reason);
  steward_form_set_date (self, self->edition != NULL ? self->edition->day : self->schedule->as_of);
  steward_letter_begin (self);
  steward_letter_add_all (self, self->edition != NULL && older == NULL ? "first_lead" : "lead");
  if (older != NULL)
    differences = steward_project_compare_editions (self->project, older->number, self->edition->number, NULL);
  if (differences != NULL)
    add_sections (self, differences);
  /* The last paragraph, the attachment, office and date stay together. */
  steward_flow_need (self->flow, CLOSE_LINES * STEWARD_LETTER_LINE);
  steward_letter_add_all (self, "close");
  attachment = steward_form_expand (self, steward_form_get_wording (self, "attachment"));
  steward_letter_add_attachment (self, attachment);
  steward_letter_end (self);
}
