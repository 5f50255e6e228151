/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-listing-private.h"

void
steward_agenda_line_free (StewardAgendaLine *self)
{
  if (self == NULL)
    return;

  g_free (self->project);
  g_free (self->project_name);
  g_free (self->steward);
  g_free (self->row);
  g_free (self->name);
  g_free (self);
}

static StewardAgendaLine *
read_line (StewardStatement *statement)
{
  StewardAgendaLine *line = g_new0 (StewardAgendaLine, 1);

  line->kind = CLAMP (steward_statement_get_integer (statement, 0), 0, STEWARD_N_AGENDA_KINDS - 1);
  line->project = steward_listing_get_text (statement, 1);
  line->project_name = steward_listing_get_text (statement, 2);
  line->steward = steward_listing_get_text (statement, 3);
  line->row = steward_listing_get_text (statement, 4);
  line->name = steward_listing_get_text (statement, 5);
  line->due = steward_listing_get_day (statement, 6);
  line->light = CLAMP (steward_statement_get_integer (statement, 7), 0, STEWARD_LIGHT_RED);
  line->provisional = steward_statement_get_integer (statement, 8) != 0;
  line->stale_since = steward_listing_get_day (statement, 9);
  return line;
}

static gboolean
read_lines (StewardStatement  *statement,
            GPtrArray         *lines,
            GError           **error)
{
  StewardStep step;

  while ((step = steward_statement_step (statement, error)) == STEWARD_STEP_ROW)
    g_ptr_array_add (lines, read_line (statement));
  steward_statement_reset (statement);
  return step == STEWARD_STEP_DONE;
}

/* One statement for what has a day and one for what has none, so that each
 * can follow an index. */
GPtrArray *
steward_database_read_agenda (StewardDatabase  *self,
                              const char       *steward,
                              StewardDay        today,
                              StewardDay        until,
                              guint             limit,
                              GError          **error)
{
  static const char *const names[2][2] = { { "dated", "undated" }, { "dated_of", "undated_of" } };
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_agenda_line_free);
  g_autofree char *day = steward_day_format (today);
  g_autofree char *last = steward_day_format (until);

  g_return_val_if_fail (STEWARD_IS_DATABASE (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  for (int i = 0; i < 2; i++)
    {
      StewardStatement *statement = steward_database_prepare (self, "agenda", names[steward != NULL][i], error);

      if (statement == NULL)
        return NULL;
      steward_statement_bind_text (statement, 1, day);
      steward_statement_bind_integer (statement, 2, limit - lines->len);
      if (steward != NULL)
        steward_statement_bind_text (statement, 3, steward);
      if (i == 0)
        steward_statement_bind_text (statement, steward != NULL ? 4 : 3, last);
      if (!read_lines (statement, lines, error))
        return NULL;
    }
  return g_steal_pointer (&lines);
}

gboolean
steward_database_count_sections (StewardDatabase  *self,
                                 const char       *steward,
                                 StewardDay        today,
                                 StewardDay        until,
                                 guint            *counts,
                                 GError          **error)
{
  g_autofree char *day = steward_day_format (today);
  g_autofree char *last = steward_day_format (until);
  StewardStatement *statement;
  StewardStep step;

  g_return_val_if_fail (STEWARD_IS_DATABASE (self), FALSE);
  g_return_val_if_fail (counts != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  memset (counts, 0, STEWARD_N_SECTIONS * sizeof *counts);
  statement = steward_database_prepare (self, "agenda", steward != NULL ? "sections_of" : "sections", error);
  if (statement == NULL)
    return FALSE;
  steward_statement_bind_text (statement, 1, day);
  steward_statement_bind_text (statement, 2, last);
  if (steward != NULL)
    steward_statement_bind_text (statement, 3, steward);
  while ((step = steward_statement_step (statement, error)) == STEWARD_STEP_ROW)
    counts[CLAMP (steward_statement_get_integer (statement, 0), 0, STEWARD_N_SECTIONS - 1)] =
      steward_statement_get_integer (statement, 1);
  steward_statement_reset (statement);
  return step == STEWARD_STEP_DONE;
}

/* The days that can stand in a section, so that an index finds them. */
static void
get_range (StewardAgendaSection  section,
           StewardDay            today,
           StewardDay            until,
           StewardDay           *first,
           StewardDay           *last)
{
  switch (section)
    {
    case STEWARD_SECTION_LATE:
      *first = STEWARD_DAY_NONE;
      *last = today - 1;
      break;
    case STEWARD_SECTION_DUE:
      *first = *last = today;
      break;
    case STEWARD_SECTION_SOON:
    case STEWARD_SECTION_PROMISED:
      *first = today + 1;
      *last = until;
      break;
    case STEWARD_SECTION_WAITING:
    case STEWARD_N_SECTIONS:
    default:
      *first = *last = STEWARD_DAY_NONE;
      break;
    }
}

/* Lines whose day, as text, is between @first and @last. */
static gboolean
read_range (StewardDatabase       *self,
            const char            *steward,
            StewardAgendaSection   section,
            const char            *today,
            const char            *until,
            const char            *first,
            const char            *last,
            guint                  limit,
            GPtrArray             *lines,
            GError               **error)
{
  StewardStatement *statement = steward_database_prepare (self, "agenda",
                                                          steward != NULL ? "section_of" : "section", error);

  if (statement == NULL)
    return FALSE;
  steward_statement_bind_text (statement, 1, today);
  steward_statement_bind_text (statement, 2, until);
  steward_statement_bind_text (statement, 3, first);
  steward_statement_bind_text (statement, 4, last);
  steward_statement_bind_integer (statement, 5, section);
  steward_statement_bind_integer (statement, 6, limit);
  if (steward != NULL)
    steward_statement_bind_text (statement, 7, steward);
  return read_lines (statement, lines, error);
}

/* What has a day, in the order of an index, then what has none. */
GPtrArray *
steward_database_read_section (StewardDatabase       *self,
                               const char            *steward,
                               StewardAgendaSection   section,
                               StewardDay             today,
                               StewardDay             until,
                               guint                  limit,
                               GError               **error)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_agenda_line_free);
  g_autofree char *day = steward_day_format (today);
  g_autofree char *end = steward_day_format (until);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  StewardDay first, last;

  g_return_val_if_fail (STEWARD_IS_DATABASE (self), NULL);
  g_return_val_if_fail (section < STEWARD_N_SECTIONS, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  get_range (section, today, until, &first, &last);
  from = first != STEWARD_DAY_NONE ? steward_day_format (first) : g_strdup ("0");
  to = last != STEWARD_DAY_NONE ? steward_day_format (last) : g_strdup ("9999-12-31");
  if (!read_range (self, steward, section, day, end, from, to, limit, lines, error)
      || !read_range (self, steward, section, day, end, "", "", limit - lines->len, lines, error))
    return NULL;
  return g_steal_pointer (&lines);
}

GPtrArray *
steward_database_read_red (StewardDatabase  *self,
                           const char       *steward,
                           StewardDay        today,
                           guint             limit,
                           GError          **error)
{
  g_autoptr(GPtrArray) lines = NULL;
  g_autofree char *day = steward_day_format (today);
  StewardStatement *statement;

  g_return_val_if_fail (STEWARD_IS_DATABASE (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  statement = steward_database_prepare (self, "agenda", steward != NULL ? "red_of" : "red", error);
  if (statement == NULL)
    return NULL;
  steward_statement_bind_text (statement, 1, day);
  steward_statement_bind_integer (statement, 2, limit);
  if (steward != NULL)
    steward_statement_bind_text (statement, 3, steward);
  lines = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_agenda_line_free);
  return read_lines (statement, lines, error) ? g_steal_pointer (&lines) : NULL;
}
