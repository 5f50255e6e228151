/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-pinyin.h"

#include <string.h>

static void
test_folding_levels_case_and_width (void)
{
  static const struct
  {
    const char *text;
    const char *folded;
  } cases[] = {
    { "", "" },
    { "ABC abc", "abc abc" },
    { "ＡＢＣ１２３（－）", "abc123(-)" },
    { "大同　Ａ\t\nb", "大同 a  b" },
    { "\xc2\xa0x", " x" },
    { "ÄÉΣ", "äéσ" },
    { "𠮷😀", "𠮷😀" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = steward_search_fold (cases[i].text);

      g_assert_cmpstr (folded, ==, cases[i].folded);
    }
}

static void
test_initials_are_first_letters (void)
{
  static const struct
  {
    const char *text;
    const char *initials;
  } cases[] = {
    { "", "" },
    { "大同", "dt" },
    { "晋城市虚构精密制造项目", "jcsxgjmzzxm" },
    { "欧阿鹅", "oae" },
    { "绿女略", "lnl" },
    { "年产３万吨Ａ线", "nc3wdax" },
    { "一号（二期）工程", "yh(eq)gc" },
    { "〇", "l" },
    { "𠀀林", "hl" },
    { "长治", "cz" },
    { "😀林、地", "😀l、d" },
    { "かな", "かな" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *initials = steward_pinyin_initials (cases[i].text);

      g_assert_cmpstr (initials, ==, cases[i].initials);
    }
}

static void
test_a_character_stays_a_character (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (int round = 0; round < 2000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *folded = NULL, *initials = NULL;

      for (int i = 0; i < 60; i++)
        {
          gunichar character = g_rand_int_range (random, 1, round % 2 ? 0x110000 : 0xa000);

          if (g_unichar_validate (character))
            g_string_append_unichar (text, character);
        }
      folded = steward_search_fold (text->str);
      initials = steward_pinyin_initials (text->str);
      g_assert_cmpint (g_utf8_strlen (folded, -1), ==, g_utf8_strlen (text->str, -1));
      g_assert_cmpint (g_utf8_strlen (initials, -1), ==, g_utf8_strlen (text->str, -1));
    }
}

static void
test_invalid_text_does_no_harm (void)
{
  g_autofree char *folded = steward_search_fold ("a\xff\xfe" "B");
  g_autofree char *initials = steward_pinyin_initials ("\xe5\xa4");

  g_assert_true (g_utf8_validate (folded, -1, NULL));
  g_assert_true (g_str_has_suffix (folded, "b"));
  g_assert_true (g_utf8_validate (initials, -1, NULL));
}

static void
test_found_by_itself_or_by_initials (void)
{
  static const struct
  {
    const char *text;
    const char *needle;
    int         start;      /* -1: not found */
    guint       length;
  } cases[] = {
    { "大同市虚构工厂", "虚构", 3, 2 },
    { "大同市虚构工厂", "xg", 3, 2 },
    { "大同市虚构工厂", "XGGC", 3, 4 },
    { "大同市虚构工厂", " ｘｇ ", 3, 2 },
    { "大同市虚构工厂", "dtsxggc", 0, 7 },
    { "大同市虚构工厂", "tx", -1, 0 },
    { "大同市虚构工厂", "", -1, 0 },
    { "大同市虚构工厂", "  ", -1, 0 },
    { "", "x", -1, 0 },
    { "𠮷林 Ａ座", "a座", 3, 2 },
    { "𠀀林 Ａ座", "hl", 0, 2 },
    { "ＸＧ虚构", "xg", 0, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint start = 99, length = 99;

      g_assert_cmpint (steward_search_find (cases[i].text, cases[i].needle, &start, &length), ==, cases[i].start >= 0);
      if (cases[i].start < 0)
        continue;
      g_assert_cmpuint (start, ==, (guint) cases[i].start);
      g_assert_cmpuint (length, ==, cases[i].length);
    }
}

static gpointer
read_in_a_thread (gpointer data)
{
  for (int i = 0; i < 300; i++)
    {
      g_autofree char *initials = steward_pinyin_initials ("晋城市虚构精密制造项目");

      if (strcmp (initials, "jcsxgjmzzxm") != 0)
        return GINT_TO_POINTER (FALSE);
    }
  return GINT_TO_POINTER (TRUE);
}

static void
test_threads_read_at_the_same_time (void)
{
  GThread *threads[8];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", read_in_a_thread, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (GPOINTER_TO_INT (g_thread_join (threads[i])));
}

/* 100,000 names of 60 characters; the time is told, and only what would be
 * felt (ten times as slow) fails, for machines differ. */
static void
test_a_hundred_thousand_names_are_quick (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (9);
  int n = g_test_slow () ? 100000 : 10000;
  gint64 spent = 0;

  for (int i = 0; i < n; i++)
    {
      g_autoptr (GString) name = g_string_new (NULL);
      g_autofree char *initials = NULL;
      gint64 before;

      for (int j = 0; j < 60; j++)
        g_string_append_unichar (name, 0x4e00 + g_rand_int_range (random, 0, 6000));
      before = g_get_monotonic_time ();
      initials = steward_pinyin_initials (name->str);
      spent += g_get_monotonic_time () - before;
    }
  g_test_message ("%d names of 60 characters: %.3f s", n, spent / 1e6);
  g_assert_cmpint (spent, <, (gint64) n * 200);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pinyin/folding-levels-case-and-width", test_folding_levels_case_and_width);
  g_test_add_func ("/pinyin/initials-are-first-letters", test_initials_are_first_letters);
  g_test_add_func ("/pinyin/a-character-stays-a-character", test_a_character_stays_a_character);
  g_test_add_func ("/pinyin/invalid-text-does-no-harm", test_invalid_text_does_no_harm);
  g_test_add_func ("/pinyin/found-by-itself-or-by-initials", test_found_by_itself_or_by_initials);
  g_test_add_func ("/pinyin/threads-read-at-the-same-time", test_threads_read_at_the_same_time);
  g_test_add_func ("/pinyin/a-hundred-thousand-names-are-quick", test_a_hundred_thousand_names_are_quick);
  return g_test_run ();
}
