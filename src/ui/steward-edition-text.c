/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-edition-text.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "steward-ui-text.h"

/* Longest text of one side, in characters; the rest stands in the plan. */
#define MAX_CHARS 120

static const char *
added_text (StewardFrozenKind kind)
{
  switch (kind)
    {
    case STEWARD_FROZEN_ITEM:
      return _("Added item");
    case STEWARD_FROZEN_MATERIAL:
      return _("Added material");
    case STEWARD_FROZEN_ACTIVITY:
      return _("Added work between stages");
    case STEWARD_FROZEN_STAGE:
    case STEWARD_N_FROZEN_KINDS:
    default:
      return _("Added stage");
    }
}

static const char *
dropped_text (StewardFrozenKind kind)
{
  switch (kind)
    {
    case STEWARD_FROZEN_ITEM:
      return _("Dropped item");
    case STEWARD_FROZEN_MATERIAL:
      return _("Dropped material");
    case STEWARD_FROZEN_ACTIVITY:
      return _("Dropped work between stages");
    case STEWARD_FROZEN_STAGE:
    case STEWARD_N_FROZEN_KINDS:
    default:
      return _("Dropped stage");
    }
}

char *
steward_edition_difference_head (const StewardPlanDifference *difference)
{
  g_return_val_if_fail (difference != NULL, NULL);

  if (difference->before == NULL)
    return g_strdup (added_text (difference->kind));
  if (difference->after == NULL)
    return g_strdup (dropped_text (difference->kind));

  return g_strdup (steward_frozen_field_get_name (difference->field));
}

/* The words of the pack format in those of the interface. */
static const char *
name_word (StewardFrozenField  field,
           const char         *word)
{
  StewardLevel level;

  switch (field)
    {
    case STEWARD_FROZEN_LEVEL:
      return steward_level_from_word (word, &level) ? steward_ui_level_name (level) : NULL;
    case STEWARD_FROZEN_LANE:
      for (int i = STEWARD_LANE_MAIN; i <= STEWARD_LANE_AFTER; i++)
        if (g_str_equal (steward_lane_to_word (i), word))
          return steward_ui_lane_name (i);
      return NULL;
    case STEWARD_FROZEN_MODE:
      for (int i = STEWARD_MODE_DEFERRAL; i <= STEWARD_MODE_COMMITMENT; i++)
        if (g_str_equal (steward_mode_to_word (i), word))
          return steward_ui_mode_name (i);
      return NULL;
    case STEWARD_FROZEN_FORM:
      for (int i = STEWARD_FORM_ORIGINAL_SEALED; i <= STEWARD_FORM_COPY_UNLESS_OURS; i++)
        if (g_str_equal (steward_material_form_to_word (i), word))
          return steward_ui_form_name (i);
      return NULL;
    default:
      return NULL;
    }
}

/* Two days with a slash between. */
static char *
dates_text (const char *value)
{
  g_auto (GStrv) days = g_strsplit (value, "/", 2);

  return g_strv_length (days) == 2 ? g_strdup_printf (_("%s to %s"), days[0], days[1]) : g_strdup (value);
}

static char *
value_text (const StewardPack  *pack,
            StewardFrozenField  field,
            const char         *value)
{
  const StewardStage *stage = field == STEWARD_FROZEN_OF ? steward_pack_find_stage (pack, value) : NULL;
  const char *word = name_word (field, value);
  glong n = g_utf8_strlen (value, -1);

  if (*value == '\0')
    return g_strdup (_("Nothing"));
  if (field == STEWARD_FROZEN_LIMIT)
    return steward_ui_days (atoi (value));
  if (field == STEWARD_FROZEN_DATES)
    return dates_text (value);
  if (stage != NULL)
    return g_strdup (stage->plan_name);
  if (word != NULL)
    return g_strdup (word);
  if (n > MAX_CHARS)
    {
      g_autofree char *begin = g_utf8_substring (value, 0, MAX_CHARS);

      return g_strconcat (begin, "…", NULL);
    }

  return g_strdup (value);
}

char *
steward_edition_difference_values (const StewardPack           *pack,
                                   const StewardPlanDifference *difference)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_return_val_if_fail (pack != NULL && difference != NULL, NULL);

  if (difference->before == NULL || difference->after == NULL)
    return g_strdup ("");

  before = value_text (pack, difference->field, difference->before);
  after = value_text (pack, difference->field, difference->after);

  return g_strdup_printf ("%s → %s", before, after);
}

static void
append_line (GString                     *text,
             const StewardPack           *pack,
             const StewardPlanDifference *difference)
{
  g_autofree char *head = steward_edition_difference_head (difference);
  g_autofree char *values = steward_edition_difference_values (pack, difference);
  g_autofree char *line = steward_ui_join (head, difference->name, values, NULL);

  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

char *
steward_edition_describe_since (StewardSession *session,
                                guint           most)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) differences = NULL;
  const StewardEdition *last;
  StewardProject *project;
  guint more;

  g_return_val_if_fail (STEWARD_IS_SESSION (session), NULL);

  project = steward_session_get_project (session);
  last = steward_project_get_newest_edition (project);
  if (last != NULL)
    differences = steward_project_compare_editions (project, last->number, 0, NULL);
  for (guint i = 0; differences != NULL && i < MIN (most, differences->len); i++)
    append_line (text, steward_project_get_pack (project), differences->pdata[i]);
  more = differences != NULL && differences->len > most ? differences->len - most : 0;
  if (more > 0)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("and %u more", "and %u more", more), more);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
