/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-project.h"

/* Shorter ones are room numbers, years and amounts. */
#define SECRET_MIN  7
#define SHOWN_START 3
#define SHOWN_END   4

static gboolean
has_digit (const char *text,
           gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if (g_ascii_isdigit (text[i]))
      return TRUE;

  return FALSE;
}

/* Numbers by which a person can be reached or named. */
static char *
mask_numbers (const char *text)
{
  GString *masked = g_string_new (text);
  gsize start = 0;

  for (gsize i = 0; i <= masked->len; i++)
    {
      if (g_ascii_isalnum (masked->str[i]) || masked->str[i] == '-')
        continue;
      if (i - start >= SECRET_MIN && has_digit (masked->str + start, i - start))
        for (gsize j = start + SHOWN_START; j + SHOWN_END < i; j++)
          masked->str[j] = '*';
      start = i + 1;
    }

  return g_string_free (masked, FALSE);
}

/* A family name can be said in a room, a whole name need not be. */
static char *
mask_name (const char *name)
{
  GString *masked = g_string_new (NULL);
  glong length = g_utf8_strlen (name, -1);

  g_string_append_len (masked, name, length > 0 ? g_utf8_next_char (name) - name : 0);
  for (glong i = 1; i < length; i++)
    g_string_append_c (masked, '*');

  return g_string_free (masked, FALSE);
}

char *
steward_fact_mask (StewardFact  fact,
                   const char  *value)
{
  g_return_val_if_fail ((guint) fact < STEWARD_N_FACTS, NULL);
  g_return_val_if_fail (value != NULL, NULL);

  if (fact == STEWARD_FACT_CONTACT)
    return mask_name (value);
  if (fact == STEWARD_FACT_CODE)
    return g_strdup (value);

  return mask_numbers (value);
}
