/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project-fixture.h"
#include "steward-adjustments.h"
#include "steward-plan.h"

#include <string.h>

static void
tick_all (StewardProject *project)
{
  GPtrArray *parts = steward_pack_get_parts (steward_project_get_pack (project));

  for (guint i = 0; i < parts->len; i++)
    {
      const StewardPart *part = parts->pdata[i];

      for (guint j = 0; j < part->groups->len; j++)
        {
          const StewardGroup *group = part->groups->pdata[j];

          for (guint k = 0; group->kind == STEWARD_GROUP_ITEMS && k < group->boxes->len; k++)
            if (((StewardBox *) group->boxes->pdata[k])->kind != STEWARD_BOX_BLANK)
              fixture_tick (project, ((StewardBox *) group->boxes->pdata[k])->id);
        }
    }
}

/* What the pack itself says of two items, without what lies between. */
static gboolean
must_precede (const StewardPlanItem *before,
              const StewardPlanItem *after)
{
  const char * const *ids = after->item ? (const char * const *) after->item->after : NULL;

  if (ids && (g_strv_contains (ids, before->base) || (before->block && g_strv_contains (ids, before->block->id))))
    return TRUE;
  return before->block && after->block && after->block->after && before->block != after->block &&
         g_strv_contains ((const char * const *) after->block->after, before->block->id);
}

static void
assert_order_is_allowed (const StewardPlan *plan)
{
  for (guint i = 0; i < plan->stages->len; i++)
    {
      const GPtrArray *items = ((StewardPlanStage *) plan->stages->pdata[i])->items;

      for (guint a = 0; a < items->len; a++)
        for (guint b = a + 1; b < items->len; b++)
          g_assert_false (must_precede (items->pdata[b], items->pdata[a]));
    }
}

static char **
shuffle_items (const GPtrArray *items,
               GRand           *random)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    if (g_rand_int_range (random, 0, 4) > 0)
      g_ptr_array_insert (ids, g_rand_int_range (random, 0, (int) ids->len + 1),
                          g_strdup (((StewardPlanItem *) items->pdata[i])->base));
  g_ptr_array_add (ids, NULL);
  return (char **) g_ptr_array_free (ids, FALSE);
}

/* Any wish: nothing is lost, nothing passes what it has to follow, and what is
 * already in an allowed order is left as it is. */
static void
test_any_order_is_followed_as_far_as_it_may (void)
{
  static const char *const packs[] = { "jincheng-2022", "datong-2025", "dazhou-2022", "yingkou-2022" };
  g_autoptr (GRand) random = g_rand_new_with_seed (17);

  for (guint i = 0; i < G_N_ELEMENTS (packs); i++)
    {
      g_autoptr (StewardProject) project = fixture_new_project (packs[i]);
      g_autoptr (StewardPlan) plain = NULL;

      tick_all (project);
      plain = steward_plan_new (project);
      for (guint round = 0; round < 10; round++)
        {
          g_autoptr (StewardPlan) plan = NULL, again = NULL;

          for (guint s = 0; s < plain->stages->len; s++)
            {
              const StewardPlanStage *stage = plain->stages->pdata[s];
              g_auto (GStrv) order = shuffle_items (stage->items, random);

              g_assert_true (steward_project_set_order (project, stage->stage->id, (const char * const *) order, NULL));
            }
          plan = steward_plan_new (project);
          g_assert_cmpuint (plan->items->len, ==, plain->items->len);
          for (guint n = 0; n < plain->items->len; n++)
            g_assert_nonnull (steward_plan_find_item (plan, ((StewardPlanItem *) plain->items->pdata[n])->id));
          assert_order_is_allowed (plan);
          for (guint s = 0; s < plan->stages->len; s++)
            {
              const StewardPlanStage *stage = plan->stages->pdata[s];
              g_autoptr (GPtrArray) ids = g_ptr_array_new ();

              for (guint n = 0; n < stage->items->len; n++)
                g_ptr_array_add (ids, (gpointer) ((StewardPlanItem *) stage->items->pdata[n])->base);
              g_ptr_array_add (ids, NULL);
              g_assert_true (steward_project_set_order (project, stage->stage->id, (const char * const *) ids->pdata, NULL));
            }
          again = steward_plan_new (project);
          for (guint n = 0; n < plan->items->len; n++)
            g_assert_cmpstr (((StewardPlanItem *) again->items->pdata[n])->id, ==,
                             ((StewardPlanItem *) plan->items->pdata[n])->id);
        }
    }
}

static void
test_segments_move_together (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  const char *const order[] = { "jc.s1.box.item.county-blank#2", "gone", NULL };
  g_autoptr (StewardCase) first = steward_case_new ("a", "jc.s1.box.item.county-blank#2");
  g_autoptr (StewardCase) second = steward_case_new ("b", "jc.s1.box.item.county-blank#2");
  g_autoptr (StewardPlan) plan = NULL;

  steward_project_add_rows (project, "jc.s1.box.item.county-blank", "甲\n乙", "科");
  steward_project_put_case (project, first);
  steward_project_put_case (project, second);
  g_assert_true (steward_project_set_order (project, "jc.s1", order, NULL));
  plan = steward_plan_new (project);
  g_assert_cmpuint (plan->items->len, ==, 3);
  g_assert_cmpstr (((StewardPlanItem *) plan->items->pdata[0])->base, ==, order[0]);
  g_assert_cmpuint (((StewardPlanItem *) plan->items->pdata[1])->part, ==, 1);
  g_assert_cmpstr (((StewardPlanItem *) plan->items->pdata[2])->base_name, ==, "甲");
}

static void
test_own_words_survive_recomputation (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  g_autoptr (StewardPlan) plan = NULL, other = NULL;
  const StewardPlanItem *item;

  fixture_tick (project, "jc.s1.box.item.filing");
  steward_project_set_text (project, "jc.s1.text.key-points", "算出来的");
  g_assert_true (steward_project_put_edit (project, "jc.s1", STEWARD_EDIT_KEY_POINTS, "自己写的", "王", NULL, NULL));
  g_assert_true (steward_project_put_edit (project, "jc.s1", STEWARD_EDIT_FEES, "", "王", NULL, NULL));
  g_assert_true (steward_project_put_edit (project, "jc.s1.item.filing", STEWARD_EDIT_NAME, "备案（改）", "王", NULL, NULL));
  g_assert_true (steward_project_put_edit (project, "jc.s1.item.filing", STEWARD_EDIT_NOTE, "线上办", "王", NULL, NULL));
  steward_project_set_text (project, "jc.s1.text.key-points", "又算了");
  plan = steward_plan_new (project);
  g_assert_cmpstr (((StewardPlanStage *) plan->stages->pdata[0])->key_points, ==, "自己写的");
  g_assert_cmpstr (((StewardPlanStage *) plan->stages->pdata[0])->fees, ==, "");
  item = steward_plan_find_item (plan, "jc.s1.item.filing");
  g_assert_cmpstr (item->name, ==, "备案（改）");
  g_assert_cmpstr (item->short_name, ==, "备案（改）");
  g_assert_cmpstr (item->base_name, ==, "备案（改）");
  g_assert_cmpstr (item->note, ==, "线上办");
  steward_project_remove_edit (project, "jc.s1", STEWARD_EDIT_KEY_POINTS);
  steward_project_remove_edit (project, "jc.s1.item.filing", STEWARD_EDIT_NAME);
  steward_project_remove_edit (project, "jc.s1.item.filing", STEWARD_EDIT_NOTE);
  other = steward_plan_new (project);
  g_assert_cmpstr (((StewardPlanStage *) other->stages->pdata[0])->key_points, ==, "又算了");
  item = steward_plan_find_item (other, "jc.s1.item.filing");
  g_assert_cmpstr (item->name, ==, item->item->name);
  g_assert_cmpstr (item->note, ==, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-order/any-order-is-followed-as-far-as-it-may", test_any_order_is_followed_as_far_as_it_may);
  g_test_add_func ("/plan-order/segments-move-together", test_segments_move_together);
  g_test_add_func ("/plan-order/own-words-survive-recomputation", test_own_words_survive_recomputation);
  return g_test_run ();
}
