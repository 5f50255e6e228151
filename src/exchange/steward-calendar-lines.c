/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-calendar-year-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "steward-error.h"
#include "steward-problems.h"

#define MAX_NAME_CHARS 100     /* a calendar takes 200 */

/* What stands between the ends of a span, `..` first, and what else is typed
 * or copied from a notice. */
static const char * const joints[] = { "..", "…", "至", "～", "~", "—", "–" };

typedef struct
{
  StewardCalendarYear *year;
  StewardProblems     *problems;
  guint                number;    /* of the line, from 1 */
} Reader;

G_GNUC_PRINTF (2, 3)
static void
complain (Reader     *self,
          const char *format,
          ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  steward_problems_add (self->problems, "", 0, 0, "", _("Line %u: %s"), self->number, message);
}

/* @text without the white space around it, which is U+3000 as often as not.
 * (transfer full) */
static char *
trim (const char *text)
{
  const char *end = text + strlen (text);

  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  while (end > text && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return g_strndup (text, end - text);
}

/* `A`, or two days with a joint between them; @text is not empty. */
static gboolean
read_span (Reader     *self,
           const char *text,
           StewardDay *first,
           StewardDay *last)
{
  g_auto (GStrv) ends = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (joints) && (ends == NULL || ends[1] == NULL); i++)
    {
      g_strfreev (ends);
      ends = g_strsplit (text, joints[i], 2);
    }
  for (guint i = 0; ends[i] != NULL; i++)
    if (!steward_day_parse_typed (ends[i], i == 0 ? first : last))
      {
        complain (self, _("“%s” is not a date."), *ends[i] != '\0' ? ends[i] : text);
        return FALSE;
      }
  if (ends[1] == NULL)
    *last = *first;
  if (*last < *first)
    {
      complain (self, _("“%s” ends before it begins."), text);
      return FALSE;
    }
  return TRUE;
}

static gboolean
is_worked (const char *name)
{
  g_autofree char *small = g_utf8_strdown (name, -1);

  return strstr (name, "班") != NULL || g_str_equal (small, "work") || g_str_equal (small, "workday");
}

static gboolean
check_span (Reader     *self,
            StewardDay  first,
            StewardDay  last,
            gboolean    worked)
{
  StewardDay begin = steward_day_from_ymd (self->year->year, 1, 1);
  StewardDay end = steward_day_from_ymd (self->year->year, 12, 31);

  if (first < begin || last > end)
    {
      complain (self, _("The date is not in the year %d."), self->year->year);
      return FALSE;
    }
  for (StewardDay day = first; day <= last; day++)
    {
      g_autofree char *date = steward_day_format (day);

      if (g_tree_lookup_node (self->year->off, date) || g_tree_lookup_node (self->year->work, date))
        complain (self, _("%s is named twice."), date);
      else if (worked && steward_day_get_weekday (day) < 6)
        complain (self, _("%s is no weekend day: only those can be worked days."), date);
      else
        continue;
      return FALSE;
    }
  return TRUE;
}

/* @line neither is empty nor begins with white space. */
static void
read_line (Reader     *self,
           const char *line)
{
  const char *space = line;
  g_autofree char *span = NULL;
  g_autofree char *name = NULL;
  StewardDay first, last;
  gboolean worked;

  while (*space != '\0' && !g_unichar_isspace (g_utf8_get_char (space)))
    space = g_utf8_next_char (space);
  span = g_strndup (line, space - line);
  name = trim (space);
  if (!read_span (self, span, &first, &last))
    return;
  worked = is_worked (name);
  if (*name == '\0')
    complain (self, _("After the date the name of the holiday is missing, or 班 for worked days."));
  else if (g_utf8_strlen (name, -1) > MAX_NAME_CHARS)
    complain (self, _("The name is longer than %d characters."), MAX_NAME_CHARS);
  else if (check_span (self, first, last, worked))
    for (StewardDay day = first; day <= last; day++)
      {
        if (worked)
          steward_calendar_year_work (self->year, day);
        else
          steward_calendar_year_take_off (self->year, name, day, day);
      }
}

gboolean
steward_calendar_year_read_lines (StewardCalendarYear  *self,
                                  const char           *text,
                                  GError              **error)
{
  g_autoptr (StewardProblems) problems = steward_problems_new ();
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      Reader reader = { self, problems, i + 1 };
      g_autofree char *line = trim (lines[i]);

      if (*line != '\0')
        read_line (&reader, line);
    }
  if (!steward_problems_to_error (problems, STEWARD_ERROR_INVALID, error))
    return FALSE;
  if (!steward_calendar_year_is_empty (self))
    return TRUE;
  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID, _("No day off is named."));
  return FALSE;
}

/* What is said of a day, or NULL. */
static const char *
find_word (StewardCalendarYear *self,
           StewardDay           day)
{
  g_autofree char *date = steward_day_format (day);

  return g_tree_lookup_node (self->work, date) ? "班" : steward_calendar_year_find_name (self, date);
}

char *
steward_calendar_year_to_lines (StewardCalendarYear *self)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  StewardDay end;

  g_return_val_if_fail (self != NULL, NULL);

  end = steward_day_from_ymd (self->year, 12, 31);
  for (StewardDay day = steward_day_from_ymd (self->year, 1, 1), last; day <= end; day = last + 1)
    {
      const char *word = find_word (self, day);
      g_autofree char *from = steward_day_format (day);
      g_autofree char *upto = NULL;
      g_autofree char *name = NULL;

      last = day;
      if (word == NULL)
        continue;
      while (last < end && g_strcmp0 (find_word (self, last + 1), word) == 0)
        last++;
      upto = steward_day_format (last);
      name = g_strdup (*word != '\0' ? word : "休");
      g_strdelimit (name, "\r\n", ' ');
      g_string_append (lines, from);
      if (last > day)
        g_string_append_printf (lines, "..%s", upto);
      g_string_append_printf (lines, " %s\n", name);
    }
  return g_string_free (g_steal_pointer (&lines), FALSE);
}
