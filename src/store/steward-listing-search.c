/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE   /* memmem, memrchr */
#include "steward-listing-private.h"

#include <string.h>

#include "steward-driver-private.h"
#include "steward-pinyin.h"

/* Search looks for parts of words in a script without spaces, so there is no
 * way around looking at all the text. What can be saved is everything else:
 * the texts of many projects stand together in one row, a line for each, so
 * that the database hands over few large pieces and the search runs over plain
 * memory. A line is the number of the project, then its texts, each after a
 * tab. */
#define LINES_PER_BLOCK 128

/* Folded, and without the characters that hold a line together. */
static char *
fold (const char *text)
{
  char *folded = steward_search_fold (text);

  for (char *p = folded; *p != '\0'; p++)
    if ((guchar) *p < ' ')
      *p = ' ';
  return folded;
}

char *
steward_search_make_line (const char *const *texts)
{
  GString *line = g_string_new (NULL);
  g_autoptr(GString) letters = g_string_new (NULL);

  for (; *texts != NULL; texts++)
    {
      g_autofree char *folded = fold (*texts);
      g_autofree char *initials = steward_pinyin_initials (folded);

      g_string_append_printf (line, "\t%s", folded);
      if (strcmp (initials, folded) != 0)
        g_string_append_printf (letters, "\t%s", initials);
    }
  g_string_append (line, letters->str);
  return g_string_free (line, FALSE);
}

/* The block with the line of @number left out or replaced. */
static char *
replace_line (const char *block,
              gint64      number,
              const char *line)
{
  g_autofree char *head = g_strdup_printf ("%" G_GINT64_FORMAT "\t", number);
  GString *result = g_string_new (NULL);
  const char *end;

  for (const char *at = block; (end = strchr (at, '\n')) != NULL; at = end + 1)
    if (!g_str_has_prefix (at, head))
      g_string_append_len (result, at, end + 1 - at);
  if (line != NULL)
    g_string_append_printf (result, "%" G_GINT64_FORMAT "%s\n", number, line);
  return g_string_free (result, FALSE);
}

static gboolean
read_block (StewardDatabase  *self,
            gint64            block,
            char            **lines,
            GError          **error)
{
  StewardStatement *statement = steward_database_prepare (self, "search", "get", error);
  StewardStep step;

  if (statement == NULL)
    return FALSE;
  steward_statement_bind_integer (statement, 1, block);
  step = steward_statement_step (statement, error);
  *lines = g_strdup (step == STEWARD_STEP_ROW ? steward_statement_get_text (statement, 0) : "");
  steward_statement_reset (statement);
  return step != STEWARD_STEP_FAILED;
}

/* Nearly every change of a project leaves its name where it was. */
static gboolean
has_line (const char *block,
          gint64      number,
          const char *line)
{
  g_autofree char *whole = g_strdup_printf ("\n%" G_GINT64_FORMAT "%s\n", number, line);

  return g_str_has_prefix (block, whole + 1) || strstr (block, whole) != NULL;
}

gboolean
steward_database_write_search (StewardDatabase  *self,
                               gint64            number,
                               const char       *line,
                               GError          **error)
{
  gint64 block = number / LINES_PER_BLOCK;
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;
  StewardStatement *statement;

  if (!read_block (self, block, &old, error))
    return FALSE;
  if (line != NULL && has_line (old, number, line))
    return TRUE;
  new = replace_line (old, number, line);
  statement = steward_database_prepare (self, "search", *new != '\0' ? "put" : "remove", error);
  if (statement == NULL)
    return FALSE;
  steward_statement_bind_integer (statement, 1, block);
  if (*new != '\0')
    steward_statement_bind_text (statement, 2, new);
  return steward_statement_run (statement, error);
}

/* As memmem(), several times as fast for the short needles that are typed: 64
 * places at once are asked for the first and the last byte, a loop without a
 * branch that compilers turn into vector instructions. */
static const char *
find_bytes (const char *text,
            gsize       length,
            const char *needle,
            gsize       n)
{
  const char *at = text;
  const char *end = text + length;

  for (; (gsize) (end - at) >= 64 + n; at += 64)
    {
      guint8 any = 0;

      for (int i = 0; i < 64; i++)
        any |= (at[i] == needle[0]) & (at[i + n - 1] == needle[n - 1]);
      if (any == 0)
        continue;
      for (int i = 0; i < 64; i++)
        if (at[i] == needle[0] && memcmp (at + i, needle, n) == 0)
          return at + i;
    }
  return memmem (at, end - at, needle, n);
}

/* The words of @text, the longest first: it is found least often. */
static char **
split_words (const char *text)
{
  g_autofree char *folded = fold (text);
  g_auto(GStrv) parts = g_strsplit (folded, " ", -1);
  GPtrArray *words = g_ptr_array_new ();

  for (char **part = parts; *part != NULL; part++)
    if (**part != '\0')
      g_ptr_array_add (words, g_strdup (*part));
  for (guint i = 1; i < words->len; i++)
    if (strlen (words->pdata[i]) > strlen (words->pdata[0]))
      {
        gpointer longest = words->pdata[i];

        words->pdata[i] = words->pdata[0];
        words->pdata[0] = longest;
      }
  g_ptr_array_add (words, NULL);
  return (char **) g_ptr_array_free (words, FALSE);
}

gboolean
steward_search_has_words (const char *text)
{
  g_auto(GStrv) words = text != NULL ? split_words (text) : NULL;

  return words != NULL && words[0] != NULL;
}

/* Whether the other words are in the line too. */
static gboolean
has_words (const char  *begin,
           const char  *end,
           char       **words)
{
  for (; *words != NULL; words++)
    if (find_bytes (begin, end - begin, *words, strlen (*words)) == NULL)
      return FALSE;
  return TRUE;
}

/* Much quicker than a function that asks the locale what a digit is. */
static gint64
read_number (const char *line)
{
  guint64 number = 0;

  for (; g_ascii_isdigit (*line); line++)
    number = number * 10 + (guint64) (*line - '0');
  return (gint64) number;
}

static void
search_block (const char        *block,
              gsize              length,
              char             **words,
              StewardNumberSet  *found)
{
  const char *end = block + length;
  gsize n = strlen (words[0]);
  const char *hit;

  for (const char *at = block; (hit = find_bytes (at, end - at, words[0], n)) != NULL;)
    {
      const char *line = memrchr (block, '\n', hit - block);
      const char *line_end = memchr (hit, '\n', end - hit);
      const char *texts;

      line = line != NULL ? line + 1 : block;
      if (line_end == NULL)
        line_end = end;
      texts = memchr (line, '\t', line_end - line);
      if (texts == NULL)        /* never written so */
        at = line_end;
      else if (hit < texts)     /* the number itself was hit */
        at = texts;
      else
        {
          if (has_words (texts, line_end, words + 1))
            steward_number_set_add (found, read_number (line));
          at = line_end;
        }
    }
}

StewardNumberSet *
steward_database_search (StewardDatabase  *self,
                         const char       *text,
                         GError          **error)
{
  g_auto(GStrv) words = split_words (text);
  g_autoptr(StewardNumberSet) found = steward_number_set_new ();
  StewardStatement *statement;
  StewardStep step = STEWARD_STEP_DONE;

  g_return_val_if_fail (words[0] != NULL, NULL);

  statement = steward_database_prepare (self, "search", "all", error);
  if (statement == NULL)
    return NULL;
  statement->unchecked = TRUE;
  while ((step = steward_statement_step (statement, error)) == STEWARD_STEP_ROW)
    {
      const char *block = steward_statement_get_text (statement, 0);

      search_block (block, strlen (block), words, found);
    }
  steward_statement_reset (statement);
  return step == STEWARD_STEP_DONE ? g_steal_pointer (&found) : NULL;
}
