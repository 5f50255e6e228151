/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project-fixture.h"
#include "random-project.h"
#include "steward-adjustments.h"
#include "steward-edition.h"
#include "steward-error.h"

#include <string.h>

#ifdef __SANITIZE_ADDRESS__
#define ROUNDS 12
#else
#define ROUNDS 60
#endif

static const char *const packs[] = { "jincheng-2022", "datong-2025", "dazhou-2022", "yingkou-2022" };

static char *
freeze (StewardProject *project)
{
  g_autoptr (StewardPlan) plan = steward_plan_new (project);

  return steward_plan_freeze (plan);
}

static StewardFrozenPlan *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  StewardFrozenPlan *plan = steward_frozen_plan_parse (text, &error);

  g_assert_no_error (error);
  return plan;
}

/* A difference as one line, or as the one of the other direction. */
static char *
to_line (const StewardPlanDifference *difference,
         gboolean                     inverse)
{
  const char *before = inverse ? difference->after : difference->before;
  const char *after = inverse ? difference->before : difference->after;

  return g_strdup_printf ("%s %s %s: %s → %s", steward_frozen_kind_to_word (difference->kind), difference->id,
                          steward_frozen_field_to_word (difference->field), before ? before : "(none)",
                          after ? after : "(none)");
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Sorted, as one text. */
static char *
to_text (GPtrArray *differences,
         gboolean   inverse)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < differences->len; i++)
    g_ptr_array_add (lines, to_line (differences->pdata[i], inverse));
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
assert_inverse (const StewardFrozenPlan *a,
                const StewardFrozenPlan *b)
{
  g_autoptr (GPtrArray) there = steward_frozen_plan_compare (a, b), back = steward_frozen_plan_compare (b, a);
  g_autofree char *first = to_text (there, FALSE), *second = to_text (back, TRUE);

  g_assert_cmpstr (first, ==, second);
}

/* Whatever is done to a project afterwards, what was frozen stays, reads back
 * to the same bytes, and differs from itself in nothing. */
static void
test_frozen_plans_stay (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint i = 0; i < G_N_ELEMENTS (packs); i++)
    {
      g_autoptr (StewardProject) project = fixture_new_project (packs[i]);
      g_autoptr (StewardFrozenPlan) last = NULL;
      guint n_different = 0;

      for (guint round = 0; round < ROUNDS; round++)
        {
          g_autofree char *text = freeze (project), *again = NULL, *later = NULL;
          g_autoptr (StewardFrozenPlan) plan = parse (text);
          g_autoptr (GPtrArray) none = steward_frozen_plan_compare (plan, plan);

          g_assert_cmpuint (none->len, ==, 0);
          if (last)
            {
              g_autoptr (GPtrArray) some = steward_frozen_plan_compare (last, plan);

              n_different += some->len > 0;
              assert_inverse (last, plan);
            }
          for (guint n = 0; n < 8; n++)
            random_project_change (project, random);
          again = steward_frozen_plan_to_text (plan);
          g_assert_cmpstr (again, ==, text);
          g_clear_pointer (&last, steward_frozen_plan_free);
          last = parse (text);
          later = steward_frozen_plan_to_text (last);
          g_assert_cmpstr (later, ==, text);
        }
      g_assert_cmpuint (n_different, >, ROUNDS / 4);
    }
}

static void
issue (StewardProject *project,
       const char     *reason)
{
  g_autofree char *content = freeze (project);
  StewardEdition edition = { .day = fixture_day ("2026-03-02"), .reason = (char *) reason, .content = content,
                             .notified = STEWARD_DAY_NONE };

  g_assert_cmpuint (steward_project_add_edition (project, &edition, NULL), >, 0);
}

static void
test_differences_name_what_changed (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  g_autoptr (GPtrArray) differences = NULL, now = NULL, none = NULL;
  g_autofree char *text = NULL, *open = NULL;
  g_autoptr (StewardCase) handled = steward_case_new ("a", "jc.s1.item.approval");
  g_autoptr (GError) error = NULL;

  fixture_tick (project, "jc.s1.box.item.filing");
  fixture_tick (project, "jc.s1.box.item.approval");
  issue (project, "");
  steward_project_clear_tick (project, "jc.s1.box.item.filing");
  steward_project_add_rows (project, "jc.s1.box.item.county-blank", "取水", "科");
  handled->limit = 9;
  handled->mode = STEWARD_MODE_COMMITMENT;
  steward_project_put_case (project, handled);
  steward_project_set_text (project, "jc.s1.text.key-points", "先办");
  issue (project, "增项");
  differences = steward_project_compare_editions (project, 1, 2, &error);
  g_assert_no_error (error);
  text = to_text (differences, FALSE);
  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, "item jc.s1.box.item.county-blank#1 name: (none) → 取水"));
  g_assert_nonnull (strstr (text, "item jc.s1.item.approval limit: "));
  g_assert_nonnull (strstr (text, "item jc.s1.item.approval mode: normal → commitment"));
  g_assert_nonnull (strstr (text, "item jc.s1.item.filing name: "));
  g_assert_nonnull (strstr (text, "stage jc.s1 key_points:  → 先办"));
  g_assert_cmpuint (differences->len, ==, 5);
  g_assert_cmpstr (((StewardPlanDifference *) differences->pdata[1])->stage, ==, "jc.s1");

  now = steward_project_compare_editions (project, 2, 0, NULL);
  g_assert_cmpuint (now->len, ==, 0);
  steward_project_set_text (project, "jc.s1.text.key-points", "");
  g_clear_pointer (&now, g_ptr_array_unref);
  now = steward_project_compare_editions (project, 2, 0, NULL);
  open = to_text (now, FALSE);
  g_assert_cmpstr (open, ==, "stage jc.s1 key_points: 先办 → ");
  none = steward_project_compare_editions (project, 1, 3, &error);
  g_assert_null (none);
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN);
}

#define HEAD "{\"format\":\"steward-edition\",\"format_version\":1,\"pack\":\"p\",\"pack_version\":\"1\","

#define DATED "{\"format\":\"steward-edition\",\"format_version\":2,\"pack\":\"p\",\"pack_version\":\"1\","

/* A plan with dates, as the schedule makes it. */
static StewardFrozenPlan *
make_dated (StewardProject *project,
            StewardDay      start)
{
  g_autoptr (StewardPlan) plan = steward_plan_new (project);
  StewardFrozenPlan *frozen = steward_frozen_plan_new (plan);

  for (guint i = 0; i < frozen->things->len; i++)
    {
      StewardFrozenThing *thing = frozen->things->pdata[i];

      if (thing->kind == STEWARD_FROZEN_ITEM)
        steward_frozen_plan_set_dates (frozen, thing, start, start + 3);
    }
  steward_frozen_plan_add_activity (frozen, "dig", "挖", start + 3, start + 9);
  return frozen;
}

static void
test_dates_stay_too (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  StewardDay day = fixture_day ("2026-03-02"), start, finish;
  g_autoptr (StewardFrozenPlan) first = NULL, second = NULL, again = NULL, undated = NULL;
  g_autoptr (GPtrArray) moved = NULL, none = NULL;
  g_autofree char *text = NULL, *twice = NULL, *lines = NULL, *old = NULL;

  fixture_tick (project, "jc.s1.box.item.filing");
  first = make_dated (project, day);
  second = make_dated (project, day + 7);
  text = steward_frozen_plan_to_text (first);
  again = parse (text);
  twice = steward_frozen_plan_to_text (again);
  g_assert_cmpstr (twice, ==, text);
  g_assert_true (again->dated);
  g_assert_true (steward_frozen_thing_get_dates (steward_frozen_plan_find (again, STEWARD_FROZEN_ITEM, "jc.s1.item.filing"),
                                                 &start, &finish));
  g_assert_cmpint (start, ==, day);
  g_assert_cmpint (finish, ==, day + 3);
  g_assert_false (steward_frozen_thing_get_dates (steward_frozen_plan_find (again, STEWARD_FROZEN_STAGE, "jc.s1"),
                                                  &start, &finish));
  moved = steward_frozen_plan_compare (first, second);
  lines = to_text (moved, FALSE);
  g_assert_cmpstr (lines, ==, "activity dig dates: 2026-03-05/2026-03-11 → 2026-03-12/2026-03-18\n"
                   "item jc.s1.item.filing dates: 2026-03-02/2026-03-05 → 2026-03-09/2026-03-12");
  assert_inverse (first, second);
  /* What an older version froze says nothing of days, and is no difference. */
  old = freeze (project);
  undated = parse (old);
  g_assert_false (undated->dated);
  g_assert_nonnull (strstr (old, "\"format_version\":1"));
  none = steward_frozen_plan_compare (undated, second);
  g_assert_cmpuint (none->len, ==, 0);
  assert_inverse (undated, second);
}

static void
test_mistakes_are_told (void)
{
  static const char *const mistakes[] = {
    "", "[]", "{}", "{\"format\":\"steward-edition\"}",
    "{\"format\":\"x\",\"format_version\":1,\"pack\":\"p\",\"pack_version\":\"1\",\"stages\":[],\"items\":[],\"materials\":[]}",
    "{\"format\":\"steward-edition\",\"format_version\":2,\"pack\":\"p\",\"pack_version\":\"1\",\"stages\":[],\"items\":[],\"materials\":[]}",
    "{\"format\":\"steward-edition\",\"format_version\":3,\"pack\":\"p\",\"pack_version\":\"1\",\"stages\":[],\"items\":[],\"materials\":[],\"activities\":[]}",
    DATED "\"stages\":[{\"id\":\"a\",\"dates\":\"2026-03-02/2026-03-03\"}],\"items\":[],\"materials\":[],\"activities\":[]}",
    DATED "\"stages\":[],\"items\":[{\"id\":\"a\",\"dates\":\"2026-03-02\"}],\"materials\":[],\"activities\":[]}",
    DATED "\"stages\":[],\"items\":[{\"id\":\"a\",\"dates\":\"2026-03-03/2026-03-02\"}],\"materials\":[],\"activities\":[]}",
    DATED "\"stages\":[],\"items\":[{\"id\":\"a\",\"dates\":\"2026-3-2/2026-03-03\"}],\"materials\":[],\"activities\":[]}",
    DATED "\"stages\":[],\"items\":[],\"materials\":[],\"activities\":[{\"id\":\"a\",\"limit\":3}]}",
    HEAD "\"stages\":[],\"items\":[{\"id\":\"a\",\"dates\":\"2026-03-02/2026-03-03\"}],\"materials\":[]}",
    HEAD "\"stages\":[],\"items\":[],\"materials\":[],\"activities\":[]}",
    HEAD "\"stages\":[],\"items\":[]}",
    HEAD "\"stages\":[1],\"items\":[],\"materials\":[]}",
    HEAD "\"stages\":[{}],\"items\":[],\"materials\":[]}",
    HEAD "\"stages\":[{\"id\":\"a\"},{\"id\":\"a\"}],\"items\":[],\"materials\":[]}",
    HEAD "\"stages\":[{\"id\":\"a\",\"lane\":\"main\"}],\"items\":[],\"materials\":[]}",
    HEAD "\"stages\":[{\"id\":\"a\",\"limit\":-1}],\"items\":[],\"materials\":[]}",
    HEAD "\"stages\":[{\"id\":\"a\",\"limit\":\"3\"}],\"items\":[],\"materials\":[]}",
    HEAD "\"stages\":[],\"items\":[{\"id\":\"a\",\"lane\":\"fast\"}],\"materials\":[]}",
    HEAD "\"stages\":[],\"items\":[{\"id\":\"a\",\"level\":\"moon\"}],\"materials\":[]}",
    HEAD "\"stages\":[],\"items\":[{\"id\":\"a\",\"mode\":\"\"}],\"materials\":[]}",
    HEAD "\"stages\":[],\"items\":[],\"materials\":[{\"id\":\"a\",\"form\":\"rolled\"}]}",
    HEAD "\"stages\":[],\"items\":[],\"materials\":[],\"more\":1}",
  };
  g_autoptr (StewardFrozenPlan) good = parse (HEAD "\"stages\":[{\"id\":\"a\"}],\"items\":[],\"materials\":[]}");

  g_assert_nonnull (steward_frozen_plan_find (good, STEWARD_FROZEN_STAGE, "a"));
  g_assert_null (steward_frozen_plan_find (good, STEWARD_FROZEN_ITEM, "a"));
  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", mistakes[i]);
      g_assert_null (steward_frozen_plan_parse (mistakes[i], &error));
      g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
    }
  for (guint i = 0; i < STEWARD_N_FROZEN_FIELDS; i++)
    g_assert_cmpstr (steward_frozen_field_get_name (i), !=, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edition/frozen-plans-stay", test_frozen_plans_stay);
  g_test_add_func ("/edition/differences-name-what-changed", test_differences_name_what_changed);
  g_test_add_func ("/edition/dates-stay-too", test_dates_stay_too);
  g_test_add_func ("/edition/mistakes-are-told", test_mistakes_are_told);
  return g_test_run ();
}
