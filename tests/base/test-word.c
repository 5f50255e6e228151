/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-word.h"

/* The words of a text, with a stroke between them. */
static char *
split (const char *text)
{
  glong n;
  g_autofree gboolean *begins = steward_word_find_begins (text, &n);
  g_autoptr (GString) out = g_string_new (NULL);
  const char *c = text;

  g_assert_cmpint (n, ==, g_utf8_strlen (text, -1));
  for (glong i = 0; i < n; i++, c = g_utf8_next_char (c))
    {
      if (i > 0 && begins[i])
        g_string_append_c (out, '|');
      g_string_append_unichar (out, g_utf8_get_char (c));
    }
  return g_strdup (out->str);
}

static void
test_words (void)
{
  static const struct { const char *text, *words; } cases[] = {
    { "竣工验收备案", "竣工|验收|备案" },
    { "建筑垃圾处置核准", "建筑|垃圾|处置|核准" },
    { "A1 plan", "A1| |plan" },
    { "𠀀办", "𠀀|办" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *got = split (cases[i].text);

      g_assert_cmpstr (got, ==, cases[i].words);
    }
}

/* Bytes that are no text give no words, and no reason to fail. */
static void
test_first_is_always_one (void)
{
  glong n;
  g_autofree gboolean *begins = steward_word_find_begins ("办", &n);
  g_autofree gboolean *none = steward_word_find_begins ("", &n);

  g_assert_true (begins[0]);
  g_assert_true (none[0]);
  g_assert_cmpint (n, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word/words-of-a-dictionary", test_words);
  g_test_add_func ("/word/first-is-always-one", test_first_is_always_one);
  return g_test_run ();
}
