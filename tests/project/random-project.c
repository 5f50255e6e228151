/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-project.h"

#include <string.h>

#include "steward-adjustments.h"
#include "steward-decisions.h"
#include "steward-edition.h"
#include "steward-ledger.h"
#include "steward-lever.h"
#include "steward-meeting.h"
#include "steward-own-link.h"
#include "steward-papers.h"

static char *
random_text (GRand *random)
{
  static const char *const words[] = { "晋", "同", "a", "\"", "\\", "\n", "𠮷", " ", "😀", "0", "，" };
  GString *text = g_string_new (NULL);

  for (int i = g_rand_int_range (random, 0, 8); i > 0; i--)
    g_string_append (text, words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
  return g_string_free (text, FALSE);
}

/* A workday or not, in the two years around the samples, or none. */
static StewardDay
random_day (GRand *random)
{
  return steward_day_from_ymd (2025, 6, 1) + g_rand_int_range (random, 0, 700);
}

static StewardDay
random_day_or_none (GRand *random)
{
  return g_rand_int_range (random, 0, 3) == 0 ? STEWARD_DAY_NONE : random_day (random);
}

static gpointer
pick (GPtrArray *list,
      GRand     *random)
{
  return list->len > 0 ? list->pdata[g_rand_int_range (random, 0, list->len)] : NULL;
}

static const StewardGroup *
pick_group (StewardProject *project,
            GRand          *random)
{
  const StewardPart *part = pick (steward_pack_get_parts (steward_project_get_pack (project)), random);

  return pick (part->groups, random);
}

static const StewardBox *
pick_box (StewardProject *project,
          gboolean        blank,
          GRand          *random)
{
  for (int i = 0; i < 100; i++)
    {
      const StewardBox *box = pick (pick_group (project, random)->boxes, random);

      if (box && (box->kind == STEWARD_BOX_BLANK) == blank)
        return box;
    }
  return NULL;
}

static void
change_fact (StewardProject *project,
             GRand          *random)
{
  g_autofree char *text = random_text (random);

  steward_project_set_fact (project, g_rand_int_range (random, 0, STEWARD_N_FACTS), text);
}

static void
change_answer (StewardProject *project,
               GRand          *random)
{
  const StewardQuestion *question = pick (steward_pack_get_questions (steward_project_get_pack (project)), random);
  g_autofree char *text = random_text (random);

  if (question)
    steward_project_set_answer (project, question->id, text);
}

static void
change_tick (StewardProject *project,
             GRand          *random)
{
  const StewardBox *box = pick_box (project, FALSE, random);
  g_autofree char *by = random_text (random);

  if (g_rand_int_range (random, 0, 4) == 0)
    steward_project_clear_tick (project, box->id);
  else
    steward_project_set_tick (project, box->id, g_rand_boolean (random), by, "2026-03-01T08:00:00+08:00");
}

static void
change_rows (StewardProject *project,
             GRand          *random)
{
  const StewardBox *box = pick_box (project, TRUE, random);
  g_autofree char *text = random_text (random), *by = random_text (random);

  if (box)
    steward_project_add_rows (project, box->id, text, by);
}

static void
change_row (StewardProject *project,
            GRand          *random)
{
  const StewardRow *row = pick (steward_project_get_rows (project), random);
  g_autofree char *text = random_text (random);

  if (row == NULL)
    return;
  if (g_rand_boolean (random))
    steward_project_set_row_text (project, row->id, g_rand_boolean (random) ? text : "");
  else if (steward_pack_find_box (steward_project_get_pack (project), row->box)->group->kind == STEWARD_GROUP_ITEMS)
    steward_project_set_row_limit (project, row->id, g_rand_int_range (random, -1, 30));
}

static void
put_row (StewardProject *project,
         GRand          *random)
{
  const StewardBox *box = pick_box (project, TRUE, random);
  g_autofree char *id = NULL;
  StewardRow row = { .text = (char *) "放回", .by = (char *) "科", .limit = -1 };

  if (box == NULL)
    return;
  id = g_strdup_printf ("%s#%d", box->id, g_rand_int_range (random, 1, 5));
  row.id = id;
  row.box = box->id;
  steward_project_put_row (project, &row);
}

static void
change_text (StewardProject *project,
             GRand          *random)
{
  const StewardGroup *group = pick_group (project, random);
  g_autofree char *text = random_text (random);

  if (group->text)
    steward_project_set_text (project, group->id, text);
}

/* An item of the pack, or a row of an item group. */
static const char *
pick_item (StewardProject *project,
           GRand          *random)
{
  StewardPack *pack = steward_project_get_pack (project);
  const StewardRow *row = pick (steward_project_get_rows (project), random);

  if (row && g_rand_boolean (random) && steward_pack_find_box (pack, row->box)->group->kind == STEWARD_GROUP_ITEMS)
    return row->id;
  return ((StewardItem *) pick (steward_pack_get_items (pack), random))->id;
}

static void
put_case (StewardProject *project,
          GRand          *random)
{
  g_autofree char *id = g_strdup_printf ("c%d", g_rand_int_range (random, 0, 30));
  g_autoptr (StewardCase) handled = steward_case_new (id, pick_item (project, random));

  g_free (handled->number);
  handled->number = random_text (random);
  handled->mode = g_rand_int_range (random, 0, 3);
  handled->level = g_rand_int_range (random, 0, STEWARD_LEVEL_ZONE + 1);
  handled->limit = g_rand_int_range (random, -1, 40);
  handled->extension = g_rand_int_range (random, 0, 20);
  g_free (handled->extension_by);
  g_free (handled->extension_reason);
  handled->extension_by = random_text (random);
  handled->extension_reason = random_text (random);
  handled->planned_start = random_day_or_none (random);
  handled->delivered = random_day_or_none (random);
  handled->verified = random_day_or_none (random);
  for (int i = g_rand_int_range (random, 0, 5); i > 0; i--)
    {
      g_autofree char *note = random_text (random), *proof = random_text (random);
      const StewardEvent event = { g_rand_int_range (random, 1, 16), random_day (random), (char *) "科室",
                                   (char *) "听证", note, random_day_or_none (random), proof };

      steward_case_put_event (handled, &event);
    }
  steward_project_put_case (project, handled);
}

static void
remove_case (StewardProject *project,
             GRand          *random)
{
  const StewardCase *handled = pick (steward_project_get_cases (project), random);

  if (handled)
    steward_project_remove_case (project, handled->id);
}

static void
change_activity (StewardProject *project,
                 GRand          *random)
{
  const StewardActivity *activity = pick (steward_pack_get_activities (steward_project_get_pack (project)), random);

  if (activity)
    steward_project_set_activity (project, activity->id, random_day_or_none (random), random_day_or_none (random),
                                  g_rand_int_range (random, -1, 300));
}

static void
change_entrustment (StewardProject *project,
                    GRand          *random)
{
  const StewardStage *stage = pick (steward_pack_get_stages (steward_project_get_pack (project)), random);
  char *stages[] = { g_rand_boolean (random) ? stage->id : NULL, NULL };
  char *items[] = { g_rand_boolean (random) ? (char *) pick_item (project, random) : NULL, NULL };
  StewardEntrustment value = { stages, items, random_day_or_none (random) };

  steward_project_set_entrustment (project, &value);
}

static void
put_closing (StewardProject *project,
             GRand          *random)
{
  const StewardStage *stage = pick (steward_pack_get_stages (steward_project_get_pack (project)), random);
  g_autofree char *paper = random_text (random);
  StewardClosing value = { stage->id, random_day_or_none (random), (char *[]) { paper, NULL } };

  steward_project_put_closing (project, &value);
}

static void
add_ledger_entry (StewardProject *project,
                  GRand          *random)
{
  g_autofree char *kind = random_text (random), *text = random_text (random);
  StewardLedgerEntry value = { random_day (random), kind, text, NULL };

  steward_project_add_ledger_entry (project, &value);
}

static void
change_suggestion (StewardProject *project,
                   GRand          *random)
{
  g_autofree char *text = random_text (random);

  steward_project_set_suggestion (project, text);
}

static void
change_state (StewardProject *project,
              GRand          *random)
{
  steward_project_set_state (project, g_rand_int_range (random, 0, STEWARD_N_STATES));
}

static void
change_acknowledgement (StewardProject *project,
                        GRand          *random)
{
  static const char *const checks[] = { "order-hard", "over-limit", "x" };
  const char *check = checks[g_rand_int_range (random, 0, G_N_ELEMENTS (checks))];
  const char *row = g_rand_boolean (random) ? pick_item (project, random) : "";
  g_autofree char *reason = random_text (random);

  if (g_rand_int_range (random, 0, 4) == 0)
    steward_project_withdraw_acknowledgement (project, check, row);
  else
    steward_project_acknowledge (project, check, row, reason, "科", "2026-03-01T08:00:00+08:00");
}

static void
change_lever (StewardProject *project,
              GRand          *random)
{
  StewardPack *pack = steward_project_get_pack (project);
  const StewardItem *item = pick (steward_pack_get_items (pack), random);
  const StewardLever *lever = pick (steward_pack_get_levers (pack), random);
  const char *of;

  if (lever == NULL)
    return;
  of = lever->each || g_rand_boolean (random) ? item->id : NULL;
  if (g_rand_int_range (random, 0, 4) == 0)
    steward_project_clear_lever (project, lever->id, of);
  else
    steward_project_set_lever (project, lever->id, of, g_rand_boolean (random), "科", "2026-03-01T08:00:00+08:00");
}

static void
change_credit (StewardProject *project,
               GRand          *random)
{
  g_autofree char *note = random_text (random);
  const StewardCredit credit = { g_rand_int_range (random, 0, STEWARD_N_STANDINGS), random_day_or_none (random), note, NULL };

  steward_project_set_credit (project, &credit);
}

static void
change_receipt (StewardProject *project,
                GRand          *random)
{
  StewardPack *pack = steward_project_get_pack (project);
  const StewardMaterial *material = pick (steward_pack_get_materials (pack), random);
  const StewardRow *row = pick (steward_project_get_rows (project), random);
  gboolean of_row = row && steward_pack_find_box (pack, row->box)->group->kind == STEWARD_GROUP_MATERIALS;
  g_autofree char *note = random_text (random);
  StewardReceipt value = { of_row ? row->id : material ? material->id : NULL, random_day (random), note, NULL };

  if (value.id == NULL)
    return;
  if (g_rand_int_range (random, 0, 4) == 0)
    steward_project_remove_receipt (project, value.id);
  else
    g_assert_true (steward_project_put_receipt (project, &value, NULL));
}

static void
change_order (StewardProject *project,
              GRand          *random)
{
  const StewardStage *stage = pick (steward_pack_get_stages (steward_project_get_pack (project)), random);
  const char *const items[] = { pick_item (project, random), pick_item (project, random), "gone", NULL };

  g_assert_true (steward_project_set_order (project, stage->id, g_rand_boolean (random) ? items : NULL, NULL));
}

static void
change_edit (StewardProject *project,
             GRand          *random)
{
  StewardEditField field = g_rand_int_range (random, 0, STEWARD_N_EDIT_FIELDS);
  const StewardStage *stage = pick (steward_pack_get_stages (steward_project_get_pack (project)), random);
  const char *of = field == STEWARD_EDIT_REASONS ? STEWARD_EDIT_POLICY
                   : field <= STEWARD_EDIT_OPTIMISATION ? stage->id : pick_item (project, random);
  g_autofree char *some = random_text (random), *text = g_strconcat ("x", some, NULL);

  if (g_rand_int_range (random, 0, 4) == 0)
    steward_project_remove_edit (project, of, field);
  else
    g_assert_true (steward_project_put_edit (project, of, field, text, some, "2026-03-01T08:00:00+08:00", NULL));
}

static void
issue_edition (StewardProject *project,
               GRand          *random)
{
  g_autofree char *some = random_text (random), *reason = g_strconcat ("r", some, NULL);
  StewardEdition value = { .day = random_day (random), .reason = reason, .content = (char *) "{\"a\":\"\\n\"}",
                           .notified = random_day_or_none (random) };

  g_assert_cmpuint (steward_project_add_edition (project, &value, NULL), >, 0);
}

static void
change_request (StewardProject *project,
                GRand          *random)
{
  const StewardNamed *section = pick (steward_pack_get_sections (steward_project_get_pack (project)), random);
  g_autofree char *note = random_text (random);
  StewardRequest value = { NULL, random_day_or_none (random), note, random_day_or_none (random), NULL, note };

  if (section == NULL)
    return;
  value.id = section->id;
  if (g_rand_int_range (random, 0, 4) == 0)
    steward_project_remove_request (project, section->id);
  else
    g_assert_true (steward_project_put_request (project, &value, NULL));
}

static void
change_document (StewardProject *project,
                 GRand          *random)
{
  g_autofree char *id = g_strdup_printf ("0f8fad5b-d9cb-469f-a165-7086772895%02x", g_rand_int_range (random, 0, 20));
  g_autofree char *title = random_text (random), *sha256 = g_strnfill (64, 'a');
  StewardDocumentSignature signature = { title, (char *) "虚构", (char *) "2026-03-01T08:00:00Z", title };
  g_autoptr (GPtrArray) signatures = g_ptr_array_new ();
  StewardDocument value = { id, (char *) "scan", (char *) "x", title, g_rand_int_range (random, 0, STEWARD_N_DOCUMENT_STATES),
                            random_day_or_none (random), g_rand_boolean (random) ? sha256 : NULL, title,
                            g_rand_boolean (random) ? id : NULL, NULL, (char *) "2026-03-01T08:00:00+08:00", signatures };

  for (int i = g_rand_int_range (random, 0, 3); i > 0; i--)
    g_ptr_array_add (signatures, &signature);
  if (g_rand_int_range (random, 0, 4) == 0)
    steward_project_remove_document (project, id);
  else
    g_assert_true (steward_project_put_document (project, &value, NULL));
}

static void
change_step (StewardProject *project,
             GRand          *random)
{
  const StewardNamed *ground = pick (steward_pack_get_suspension_grounds (steward_project_get_pack (project)), random);
  g_autofree char *note = random_text (random);
  StewardEntrustmentStep value = { NULL, g_rand_int_range (random, 0, 6), random_day (random),
                                   g_rand_int_range (random, 0, STEWARD_N_ENTRUSTMENT_STEPS), NULL, note, NULL, NULL };

  if (value.kind == STEWARD_ENTRUSTMENT_STEP_SUSPENDED && ground)
    value.ground = ground->id;
  if (g_rand_int_range (random, 0, 4) == 0)
    steward_project_remove_step (project, 1 + value.number);
  else
    g_assert_cmpuint (steward_project_put_step (project, &value, NULL), >, 0);
}

static void
change_meeting (StewardProject *project,
                GRand          *random)
{
  g_autofree char *text = random_text (random);
  g_autoptr (GPtrArray) attendance = g_ptr_array_new (), opinions = g_ptr_array_new ();
  StewardAttendance came = { (char *) "局", g_rand_int_range (random, 0, STEWARD_N_PRESENCES), text };
  StewardOpinion opinion = { (char *) "局", text, g_rand_int_range (random, 0, STEWARD_N_OPINIONS), text };
  StewardMeeting value = { NULL, g_rand_int_range (random, 0, 4), random_day (random), text, NULL, attendance, opinions, text };

  for (int i = g_rand_int_range (random, 0, 3); i > 0; i--)
    {
      g_ptr_array_add (attendance, &came);
      g_ptr_array_add (opinions, &opinion);
    }
  if (g_rand_int_range (random, 0, 4) == 0)
    steward_project_remove_meeting (project, 1 + value.number);
  else
    g_assert_cmpuint (steward_project_put_meeting (project, &value, NULL), >, 0);
}

static void
change_timer (StewardProject *project,
              GRand          *random)
{
  const StewardTimer *timer = pick (steward_pack_get_timers (steward_project_get_pack (project)), random);
  g_autofree char *note = random_text (random);
  StewardStartedTimer value = { NULL, g_rand_int_range (random, 0, 5), timer ? timer->id : NULL, (char *) "c1",
                                random_day (random), random_day_or_none (random), random_day_or_none (random), note };

  if (timer == NULL)
    return;
  if (g_rand_int_range (random, 0, 4) == 0)
    steward_project_remove_timer (project, 1 + value.number);
  else
    g_assert_cmpuint (steward_project_put_timer (project, &value, NULL), >, 0);
}

static void
change_wording (StewardProject *project,
                GRand          *random)
{
  g_autofree char *text = random_text (random);
  StewardLedgerWording value = { (char *) "case c1 3", (char *) "改", text };

  if (g_rand_int_range (random, 0, 4) == 0)
    steward_project_remove_wording (project, value.id);
  else
    g_assert_true (steward_project_put_wording (project, &value, NULL));
}

static void
change_link (StewardProject *project,
             GRand          *random)
{
  g_autofree char *note = random_text (random);
  const char *from = pick_item (project, random);
  const char *to = pick_item (project, random);

  if (strcmp (from, to) == 0)
    return;
  if (g_rand_int_range (random, 0, 4) == 0)
    steward_project_remove_own_link (project, from, to);
  else
    g_assert_true (steward_project_put_own_link (project, from, to, note, "王", "2026-03-01T08:00:00+08:00", NULL));
}

void
random_record_change (StewardProject *project,
                      GRand          *random)
{
  static void (*const changes[]) (StewardProject *, GRand *) = {
    change_receipt, change_order, change_edit, change_request, change_document, change_step, change_meeting,
    change_timer, change_wording, change_link, change_link,
  };

  changes[g_rand_int_range (random, 0, G_N_ELEMENTS (changes))] (project, random);
}

void
random_project_change (StewardProject *project,
                       GRand          *random)
{
  static void (*const changes[]) (StewardProject *, GRand *) = {
    change_fact, change_answer, change_tick, change_tick, change_rows, change_row, change_row, put_row, change_text,
    put_case, put_case, remove_case, change_activity, change_entrustment, put_closing, add_ledger_entry,
    change_suggestion, change_state, change_acknowledgement, change_lever, change_credit,
    random_record_change, random_record_change, random_record_change, random_record_change, issue_edition,
  };

  changes[g_rand_int_range (random, 0, G_N_ELEMENTS (changes))] (project, random);
}
