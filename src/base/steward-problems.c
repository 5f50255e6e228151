/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-problems.h"

#include <glib/gi18n-lib.h>

#include "steward-error.h"

struct _StewardProblems
{
  GPtrArray *list;
  guint      omitted;
};

static void
problem_free (gpointer data)
{
  StewardProblem *problem = data;

  g_free (problem->origin);
  g_free (problem->path);
  g_free (problem->message);
  g_free (problem);
}

static gboolean
disturbs_the_line (gunichar c)
{
  return g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029 ||
         (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/* Messages quote what stands in foreign files, and go to terminals and to
 * labels. A control character or a change of writing direction in there must
 * not break the one line per problem or rewrite what the user sees. */
static char *
make_harmless (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *harmless = g_string_sized_new (strlen (valid));

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      g_string_append_unichar (harmless, disturbs_the_line (c) ? 0xfffd : c);
    }
  return g_string_free (harmless, FALSE);
}

static gboolean
is_same (const StewardProblem *a,
         const StewardProblem *b)
{
  return a->line == b->line && a->column == b->column &&
         g_str_equal (a->origin, b->origin) &&
         g_str_equal (a->path, b->path) &&
         g_str_equal (a->message, b->message);
}

StewardProblems *
steward_problems_new (void)
{
  StewardProblems *self = g_new0 (StewardProblems, 1);

  self->list = g_ptr_array_new_with_free_func (problem_free);
  return self;
}

void
steward_problems_free (StewardProblems *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->list);
  g_free (self);
}

void
steward_problems_add (StewardProblems *self,
                      const char      *origin,
                      guint            line,
                      guint            column,
                      const char      *path,
                      const char      *format,
                      ...)
{
  StewardProblem *problem;
  g_autofree char *message = NULL;
  va_list args;

  g_return_if_fail (self != NULL);
  g_return_if_fail (format != NULL);

  if (self->list->len >= STEWARD_PROBLEMS_MAX)
    {
      self->omitted++;
      return;
    }

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  problem = g_new0 (StewardProblem, 1);
  problem->origin = make_harmless (origin);
  problem->line = line;
  problem->column = column;
  problem->path = make_harmless (path);
  problem->message = make_harmless (message);

  /* Several questions to one wrong value find the same thing. */
  if (self->list->len > 0 &&
      is_same (problem, g_ptr_array_index (self->list, self->list->len - 1)))
    problem_free (problem);
  else
    g_ptr_array_add (self->list, problem);
}

guint
steward_problems_get_count (const StewardProblems *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->list->len;
}

const StewardProblem *
steward_problems_get (const StewardProblems *self,
                      guint                  index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->list->len, NULL);

  return g_ptr_array_index (self->list, index);
}

static void
append_problem (GString              *text,
                const StewardProblem *problem)
{
  if (*problem->origin != '\0')
    g_string_append_printf (text, "%s:", problem->origin);
  if (problem->line > 0)
    g_string_append_printf (text, "%u:", problem->line);
  if (problem->line > 0 && problem->column > 0)
    g_string_append_printf (text, "%u:", problem->column);
  if (text->len > 0 && text->str[text->len - 1] == ':')
    g_string_append_c (text, ' ');
  if (*problem->path != '\0')
    g_string_append_printf (text, "%s: ", problem->path);
  g_string_append (text, problem->message);
}

char *
steward_problems_to_string (const StewardProblems *self)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < self->list->len; i++)
    {
      if (i > 0)
        g_string_append_c (text, '\n');
      append_problem (text, g_ptr_array_index (self->list, i));
    }
  if (self->omitted > 0)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text,
                              ngettext ("… and %u more problem",
                                        "… and %u more problems",
                                        self->omitted),
                              self->omitted);
    }
  return g_string_free (text, FALSE);
}

gboolean
steward_problems_to_error (const StewardProblems  *self,
                           int                     code,
                           GError                **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->list->len == 0)
    return TRUE;

  text = steward_problems_to_string (self);
  g_set_error_literal (error, STEWARD_ERROR, code, text);
  return FALSE;
}
