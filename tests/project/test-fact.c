/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-project.h"

#include <string.h>

static const struct
{
  StewardFact  fact;
  const char  *typed;
  const char  *normal;
  gboolean     warns;
} table[] = {
  /* Project codes: 2101 … has a check digit, 2019 … has none. */
  { STEWARD_FACT_CODE, "", "", FALSE },
  { STEWARD_FACT_CODE, "2019-140500-47-03-100001", "2019-140500-47-03-100001", FALSE },
  { STEWARD_FACT_CODE, "20191405004703100001", "2019-140500-47-03-100001", FALSE },
  { STEWARD_FACT_CODE, "２０１９—140500—47—03—100001", "2019-140500-47-03-100001", FALSE },
  { STEWARD_FACT_CODE, " 2019 140500 47 03 1OOOO1\n", "2019-140500-47-03-100001", FALSE },
  { STEWARD_FACT_CODE, "2605-140200-89-01-000006", "2605-140200-89-01-000006", FALSE },
  { STEWARD_FACT_CODE, "2605-140200-89-01-000007", "2605-140200-89-01-000007", TRUE },
  { STEWARD_FACT_CODE, "2605-140200-89-10-000006", "2605-140200-89-10-000006", TRUE },
  { STEWARD_FACT_CODE, "2013-140200-89-10-000001", "2013-140200-89-10-000001", FALSE },
  { STEWARD_FACT_CODE, "2605-1402", "2605-1402", TRUE },
  { STEWARD_FACT_CODE, "尚未赋码", "尚未赋码", TRUE },
  /* Credit codes. */
  { STEWARD_FACT_CREDIT_CODE, "91350100M000100Y43", "91350100M000100Y43", FALSE },
  { STEWARD_FACT_CREDIT_CODE, "91350100m000100y43", "91350100M000100Y43", FALSE },
  { STEWARD_FACT_CREDIT_CODE, "９１３５０１００Ｍ０００１００Ｙ４３", "91350100M000100Y43", FALSE },
  { STEWARD_FACT_CREDIT_CODE, "91350100MOOO1OOY43", "91350100M000100Y43", FALSE },
  { STEWARD_FACT_CREDIT_CODE, "91350100M000100Y4Z", "91350100M000100Y4Z", TRUE },
  { STEWARD_FACT_CREDIT_CODE, "91350100M000100Y44", "91350100M000100Y44", TRUE },
  { STEWARD_FACT_CREDIT_CODE, "91350010M000100Y43", "91350010M000100Y43", TRUE },
  { STEWARD_FACT_CREDIT_CODE, "140500000012345", "140500000012345", TRUE },
  /* Phones. */
  { STEWARD_FACT_PHONE, "13812345678", "13812345678", FALSE },
  { STEWARD_FACT_PHONE, "138-1234-5678", "13812345678", FALSE },
  { STEWARD_FACT_PHONE, "+86 138 1234 5678", "13812345678", FALSE },
  { STEWARD_FACT_PHONE, "（０３５６）２１９８０００", "0356-2198000", FALSE },
  { STEWARD_FACT_PHONE, "01088886666", "010-88886666", FALSE },
  { STEWARD_FACT_PHONE, "0356—2198000转801", "0356-2198000-801", FALSE },
  { STEWARD_FACT_PHONE, "0356-2198000-801", "0356-2198000-801", FALSE },
  { STEWARD_FACT_PHONE, "4001234567", "400-123-4567", FALSE },
  { STEWARD_FACT_PHONE, "13812345678 13912345678", "13812345678、13912345678", FALSE },
  { STEWARD_FACT_PHONE, "13812345678/0356-2198000", "13812345678、0356-2198000", FALSE },
  { STEWARD_FACT_PHONE, "13812345678\n13912345678；", "13812345678、13912345678", FALSE },
  { STEWARD_FACT_PHONE, "2198000", "2198000", TRUE },
  { STEWARD_FACT_PHONE, "张三 13812345678", "张三 13812345678", TRUE },
  { STEWARD_FACT_PHONE, "12345678901", "12345678901", TRUE },
  { STEWARD_FACT_PHONE, "13812345678、138123", "13812345678、138123", TRUE },
  /* Dates; STEWARD_TODAY is 2026-08-12. */
  { STEWARD_FACT_FILLED_ON, "2026.3.5", "2026-03-05", FALSE },
  { STEWARD_FACT_FILLED_ON, "２０２６年３月５日", "2026-03-05", FALSE },
  { STEWARD_FACT_FILLED_ON, "20260305", "2026-03-05", FALSE },
  { STEWARD_FACT_FILLED_ON, "2026-08-13", "2026-08-13", TRUE },
  { STEWARD_FACT_START, "2026-08-13", "2026-08-13", FALSE },
  { STEWARD_FACT_START, "2026年2月30日", "2026年2月30日", TRUE },
  { STEWARD_FACT_START, "下周", "下周", TRUE },
  /* Amounts in 万元. */
  { STEWARD_FACT_INVESTMENT, "52000", "52000", FALSE },
  { STEWARD_FACT_INVESTMENT, "1.2亿元", "12000", FALSE },
  { STEWARD_FACT_INVESTMENT, "１２，０００．５ 万元", "12000.5", FALSE },
  { STEWARD_FACT_INVESTMENT, "35000000元", "3500", FALSE },
  { STEWARD_FACT_INVESTMENT, "0", "0", FALSE },
  { STEWARD_FACT_INVESTMENT, "约三千万", "约三千万", TRUE },
  { STEWARD_FACT_INVESTMENT, "-5", "-5", TRUE },
  { STEWARD_FACT_INVESTMENT, "1e400", "1e400", TRUE },
  { STEWARD_FACT_INVESTMENT, "120美元", "120美元", TRUE },
  /* Text: wrapped cells are joined, words stay apart, paragraphs stay. */
  { STEWARD_FACT_NAME, " 虚构产业\n园项目（拟） ", "虚构产业园项目（拟）", FALSE },
  { STEWARD_FACT_NAME, "Steel\r\nWorks", "Steel Works", FALSE },
  { STEWARD_FACT_NAME, "虚\xe2\x80\x8b构\x07𠮷", "虚构𠮷", FALSE },
  { STEWARD_FACT_SCALE, "一期\r\n\r\n二期 ", "一期\n二期", FALSE },
  { STEWARD_FACT_NAME, "\xff\xfe", "\xef\xbf\xbd\xef\xbf\xbd", FALSE },
};

static void
test_what_people_type_is_put_right (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *warning = NULL, *again_warning = NULL;
      g_autofree char *normal = steward_fact_normalise (table[i].fact, table[i].typed, &warning);
      g_autofree char *again = steward_fact_normalise (table[i].fact, normal, &again_warning);

      if (strcmp (normal, table[i].normal) != 0 || (warning != NULL) != table[i].warns)
        g_error ("“%s” became “%s” (%s)", table[i].typed, normal, warning ? warning : "no warning");
      g_assert_cmpstr (again, ==, normal);
    }
}

static void
test_nothing_is_the_empty_text (void)
{
  for (guint i = 0; i < STEWARD_N_FACTS; i++)
    {
      g_autofree char *warning = NULL;
      g_autofree char *normal = steward_fact_normalise (i, NULL, &warning);
      g_autofree char *spaces = steward_fact_normalise (i, " \n\t　", NULL);

      g_assert_cmpstr (normal, ==, "");
      g_assert_cmpstr (spaces, ==, "");
      g_assert_null (warning);
    }
}

static void
test_longer_values_are_cut_with_a_warning (void)
{
  for (guint i = 0; i < STEWARD_N_FACTS; i++)
    {
      GString *text = g_string_new (NULL);
      g_autofree char *warning = NULL;
      g_autofree char *normal = NULL;

      for (gsize j = 0; j <= steward_fact_get_max (i); j++)
        g_string_append (text, "晋");
      normal = steward_fact_normalise (i, text->str, &warning);
      g_assert_cmpint (g_utf8_strlen (normal, -1), ==, steward_fact_get_max (i));
      g_assert_nonnull (warning);
      g_string_free (text, TRUE);
    }
}

static void
test_keys_name_facts (void)
{
  StewardFact fact;

  for (guint i = 0; i < STEWARD_N_FACTS; i++)
    {
      g_assert_true (steward_fact_from_key (steward_fact_get_key (i), &fact));
      g_assert_cmpint (fact, ==, i);
      g_assert_cmpstr (steward_fact_get_label (i), !=, "");
    }
  g_assert_false (steward_fact_from_key ("colour", &fact));
}

static void
test_normalising_twice_changes_nothing (void)
{
  static const char *const pieces[] = { "1", "0", "O", "-", "—", "138", "13812345678", " ", "\n", "、", "/", "转",
                                        "年", "月", ".", "万元", "亿", "晋", "２", "（", ")", "+86", "0356", "Y" };
  g_autoptr (GRand) random = g_rand_new_with_seed (42);

  for (int i = 0; i < 20000; i++)
    {
      GString *text = g_string_new (NULL);
      StewardFact fact = i % STEWARD_N_FACTS;
      g_autofree char *once = NULL, *twice = NULL;

      for (int j = g_rand_int_range (random, 0, 12); j > 0; j--)
        g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      once = steward_fact_normalise (fact, text->str, NULL);
      twice = steward_fact_normalise (fact, once, NULL);
      if (strcmp (once, twice) != 0)
        g_error ("%s: “%s” → “%s” → “%s”", steward_fact_get_key (fact), text->str, once, twice);
      g_string_free (text, TRUE);
    }
}

static void
test_what_is_shown_in_a_room_names_nobody (void)
{
  static const struct { StewardFact fact; const char *value; const char *shown; } rows[] = {
    { STEWARD_FACT_PHONE, "13812345678", "138****5678" },
    { STEWARD_FACT_PHONE, "0356-2198000", "035*****8000" },
    { STEWARD_FACT_PHONE, "13812345678、13912345678", "138****5678、139****5678" },
    { STEWARD_FACT_PHONE, "", "" },
    { STEWARD_FACT_CONTACT, "虚构人", "虚**" },
    { STEWARD_FACT_CONTACT, "", "" },
    { STEWARD_FACT_CREDIT_CODE, "91350100M000100Y43", "913***********0Y43" },
    { STEWARD_FACT_CODE, "2605-140200-89-01-000006", "2605-140200-89-01-000006" },
    { STEWARD_FACT_NOTE, "2026年 520000 平方米，电话13812345678", "2026年 520000 平方米，电话138****5678" },
    { STEWARD_FACT_NOTE, "the agreement itself", "the agreement itself" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *shown = steward_fact_mask (rows[i].fact, rows[i].value);

      g_assert_cmpstr (shown, ==, rows[i].shown);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fact/what-people-type-is-put-right", test_what_people_type_is_put_right);
  g_test_add_func ("/fact/nothing-is-the-empty-text", test_nothing_is_the_empty_text);
  g_test_add_func ("/fact/longer-values-are-cut", test_longer_values_are_cut_with_a_warning);
  g_test_add_func ("/fact/keys-name-facts", test_keys_name_facts);
  g_test_add_func ("/fact/normalising-twice-changes-nothing", test_normalising_twice_changes_nothing);
  g_test_add_func ("/fact/what-is-shown-in-a-room-names-nobody", test_what_is_shown_in_a_room_names_nobody);
  return g_test_run ();
}
