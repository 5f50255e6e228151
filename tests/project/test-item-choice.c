/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Items come into the plan and go out of it one at a time. */
#include <string.h>

#include "project-fixture.h"
#include "steward-decisions.h"
#include "steward-edition.h"
#include "steward-error.h"
#include "steward-item-choice.h"

#define FILING   "jc.s1.item.filing"
#define APPROVAL "jc.s1.item.approval"
#define BLANK    "jc.s1.box.item.county-blank"

static const StewardItemOffer *
find_offer (GPtrArray  *offers,
            const char *id)
{
  for (guint i = 0; i < offers->len; i++)
    if (strcmp (((const StewardItemOffer *) offers->pdata[i])->item->id, id) == 0)
      return offers->pdata[i];
  return NULL;
}

static guint
count_offers (StewardProject *project)
{
  g_autoptr (GPtrArray) offers = steward_item_choice_list_offers (project);

  return offers->len;
}

static gboolean
take_out (StewardProject  *project,
          const char      *id,
          GError         **error)
{
  g_autoptr (StewardPlan) plan = steward_plan_new (project);

  return steward_item_choice_remove (project, steward_plan_find_item (plan, id), "王", error);
}

static void
test_an_item_is_added_and_taken_out (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  g_autoptr (GPtrArray) offers = steward_item_choice_list_offers (project), then = NULL;
  g_autoptr (GError) error = NULL;
  const StewardItemOffer *offer = find_offer (offers, FILING);

  g_assert_nonnull (offer);
  g_assert_cmpstr (offer->box->id, ==, "jc.s1.box.item.filing");
  g_assert_true (steward_item_choice_add (project, FILING, "王", &error));
  g_assert_no_error (error);
  g_assert_cmpstr (steward_project_get_tick (project, offer->box->id)->by, ==, "王");
  then = steward_item_choice_list_offers (project);
  g_assert_null (find_offer (then, FILING));
  g_assert_cmpuint (then->len, ==, offers->len - 1);

  g_assert_false (steward_item_choice_add (project, FILING, "王", &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (steward_item_choice_add (project, "nothing", "王", &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN);
  g_clear_error (&error);

  g_assert_true (take_out (project, FILING, &error));
  g_assert_no_error (error);
  /* Somebody left it out: that is a decision. */
  g_assert_false (steward_project_get_tick (project, offer->box->id)->on);
  g_assert_cmpuint (count_offers (project), ==, offers->len);
}

/* Of an item with two boxes, both are taken back. */
static void
test_every_item_goes_out_again (void)
{
  static const char * const packs[] = { "jincheng-2022", "datong-2025", "dazhou-2022", "yingkou-2022" };

  for (guint i = 0; i < G_N_ELEMENTS (packs); i++)
    {
      g_autoptr (StewardProject) project = fixture_new_project (packs[i]);
      g_autoptr (GPtrArray) offers = steward_item_choice_list_offers (project);

      for (guint j = 0; j < offers->len; j++)
        g_assert_true (steward_item_choice_add (project, ((const StewardItemOffer *) offers->pdata[j])->item->id, "", NULL));
      g_assert_cmpuint (count_offers (project), ==, 0);
      for (guint j = 0; j < offers->len; j++)
        g_assert_true (take_out (project, ((const StewardItemOffer *) offers->pdata[j])->item->id, NULL));
      g_assert_cmpuint (count_offers (project), ==, offers->len);
    }
}

static void
test_what_has_begun_stays (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  g_autoptr (StewardCase) handled = steward_case_new ("a", FILING);
  g_autoptr (GError) error = NULL;

  fixture_tick (project, "jc.s1.box.item.filing");
  handled->limit = 3;
  steward_project_put_case (project, handled);
  g_assert_true (take_out (project, FILING, NULL));
  steward_item_choice_add (project, FILING, "", NULL);
  /* What was promised before is still there. */
  g_assert_cmpint (steward_project_find_case (project, FILING)->limit, ==, 3);

  steward_case_add_event (handled, STEWARD_CASE_RECEIVED, fixture_day ("2026-03-02"), "", "", "");
  steward_project_put_case (project, handled);
  g_assert_false (take_out (project, FILING, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "2026-03-02"));
  g_assert_true (steward_project_is_ticked (project, "jc.s1.box.item.filing"));
}

static void
test_a_segment_goes_by_itself (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  g_autoptr (StewardCase) first = steward_case_new ("a", FILING), second = steward_case_new ("b", FILING);
  g_autoptr (StewardPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  fixture_tick (project, "jc.s1.box.item.filing");
  steward_case_add_event (first, STEWARD_CASE_RECEIVED, fixture_day ("2026-03-02"), "", "", "");
  steward_project_put_case (project, first);
  steward_project_put_case (project, second);
  plan = steward_plan_new (project);
  g_assert_false (steward_item_choice_can_remove (steward_plan_find_item (plan, FILING), &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
  g_assert_true (steward_item_choice_can_remove (steward_plan_find_item (plan, FILING "/b"), NULL));
  g_assert_true (take_out (project, FILING "/b", NULL));
  g_assert_cmpuint (steward_project_list_cases (project, FILING)->len, ==, 1);
  g_assert_true (steward_project_is_ticked (project, "jc.s1.box.item.filing"));
}

static void
test_a_typed_row_goes (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  g_autofree char *id = g_strdup (steward_project_add_rows (project, BLANK, "取水许可", "王"));

  g_assert_true (take_out (project, id, NULL));
  g_assert_null (steward_project_find_row (project, id));
}

static void
test_what_suggests_it_is_told (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  GPtrArray *suggestions = steward_pack_get_suggestions (steward_project_get_pack (project));
  const StewardItem *item = NULL;
  g_autofree char *none = steward_item_choice_find_reasons (project, "nothing"), *reasons = NULL;
  g_autoptr (GPtrArray) offers = NULL;

  g_assert_cmpstr (none, ==, "");
  for (guint i = 0; i < suggestions->len && item == NULL; i++)
    {
      const StewardSuggestion *suggestion = suggestions->pdata[i];
      const StewardBox *box = steward_pack_find_box (steward_project_get_pack (project), suggestion->boxes[0]);
      const StewardCondition *condition = suggestion->all->pdata[0];

      if (box->item == NULL || suggestion->all->len != 1 || condition->op != STEWARD_IS)
        continue;
      item = box->item;
      steward_project_set_answer (project, condition->question, condition->value);
    }
  g_assert_nonnull (item);
  steward_item_choice_add (project, item->id, "", NULL);
  reasons = steward_item_choice_find_reasons (project, item->id);
  g_assert_cmpstr (reasons, !=, "");
  g_assert_true (take_out (project, item->id, NULL));
  /* Also when it was left out. */
  offers = steward_item_choice_list_offers (project);
  g_assert_cmpstr (find_offer (offers, item->id)->reasons, ==, reasons);
}

static void
test_outside_the_list_a_reason_is_wanted (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  g_autoptr (StewardFrozenPlan) list = NULL;
  g_autoptr (StewardPlan) plan = NULL;
  g_autofree char *content = NULL;
  StewardEdition edition = { .day = fixture_day ("2026-03-02"), .reason = (char *) "", .notified = STEWARD_DAY_NONE };

  fixture_tick (project, "jc.s1.box.item.filing");
  g_assert_null (steward_item_choice_read_list (project));
  g_assert_false (steward_item_choice_wants_reason (project, NULL, APPROVAL));
  plan = steward_plan_new (project);
  content = steward_plan_freeze (plan);
  edition.content = content;
  g_assert_cmpuint (steward_project_add_edition (project, &edition, NULL), ==, 1);
  list = steward_item_choice_read_list (project);
  g_assert_nonnull (list);
  g_assert_false (steward_item_choice_wants_reason (project, list, FILING));
  g_assert_true (steward_item_choice_wants_reason (project, list, APPROVAL));
  steward_project_acknowledge (project, steward_check_code_to_word (STEWARD_CHECK_OUTSIDE_LIST), APPROVAL, "新增", "", NULL);
  g_assert_false (steward_item_choice_wants_reason (project, list, APPROVAL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/item-choice/an-item-is-added-and-taken-out", test_an_item_is_added_and_taken_out);
  g_test_add_func ("/item-choice/every-item-goes-out-again", test_every_item_goes_out_again);
  g_test_add_func ("/item-choice/what-has-begun-stays", test_what_has_begun_stays);
  g_test_add_func ("/item-choice/a-segment-goes-by-itself", test_a_segment_goes_by_itself);
  g_test_add_func ("/item-choice/a-typed-row-goes", test_a_typed_row_goes);
  g_test_add_func ("/item-choice/what-suggests-it-is-told", test_what_suggests_it_is_told);
  g_test_add_func ("/item-choice/outside-the-list-a-reason-is-wanted", test_outside_the_list_a_reason_is_wanted);
  return g_test_run ();
}
