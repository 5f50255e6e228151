/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "draft-fixture.h"
#include "pack-fixture.h"
#include "steward-error.h"
#include "steward-pack-diff.h"
#include "steward-pack-draft.h"
#include "user-packs.h"

static const StewardPackDraftBasis basis = { "测发〔2026〕9号", "调整通知", "测试局", "2026-11-20", "第二条" };

static void
assert_same_meaning (const StewardPack *a,
                     const StewardPack *b)
{
  g_autoptr(GPtrArray) differences = steward_pack_diff_new (a, b);
  g_autofree char *text = steward_pack_diff_to_text (differences);

  g_assert_cmpstr (text, ==, "");
}

/* Written again and read again, every bundled pack says what it said. */
static void
test_bundled_packs_keep_their_meaning (void)
{
  g_auto(GStrv) ids = steward_pack_library_list ();

  g_assert_cmpuint (g_strv_length (ids), >=, 5);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr(StewardPack) pack = steward_pack_library_load (ids[i], NULL);
      g_autoptr(StewardPackDraft) draft = steward_pack_draft_new (pack);
      g_autoptr(GBytes) bytes = steward_pack_draft_to_bytes (draft);
      g_autoptr(StewardProblems) problems = steward_problems_new ();
      g_autoptr(StewardPack) again = steward_pack_read (bytes, "again", NULL, NULL, problems);

      g_assert_nonnull (again);
      g_assert_cmpuint (steward_pack_draft_get_problems (draft)->len, ==, 0);
      g_assert_false (steward_pack_draft_is_changed (draft));
      assert_same_meaning (pack, again);
    }
}

/* Each row sets one field and expects a complaint there, or "" for none. */
static const struct
{
  const char *list;
  const char *id;
  const char *field;
  const char *text;
  const char *complaint;
} fields[] = {
  { "items", "permit", "name", "许可证", "" },
  { "items", "permit", "name", "", "“name”" },
  { "items", "permit", "limit", "7", "" },
  { "items", "permit", "limit", "", "" },
  { "items", "permit", "limit", "seven", "a number" },
  { "items", "permit", "limit", "7.5", "whole number" },
  { "items", "permit", "limit", "-1", "whole number" },
  { "items", "permit", "stage", "s9", "“s9”" },
  { "items", "permit", "lane", "joint", "" },
  { "items", "permit", "lane", "slow", "main, parallel" },
  { "items", "permit", "level", "province", "" },
  { "items", "permit", "bureaus", "planning\nzone", "" },
  { "items", "permit", "bureaus", "planning\nmayor", "“mayor”" },
  { "items", "permit", "after", "filing", "" },
  { "items", "filing", "after", "permit", "circle" },
  { "items", "permit", "default_on", "false", "" },
  { "items", "permit", "default_on", "perhaps", "true or false" },
  { "items", "permit", "source.basis", "law", "" },
  { "items", "permit", "source.basis", "lore", "“lore”" },
  { "items", "permit", "source.clause", "三", "“basis”" },
  { "items", "permit", "commitment.listed", "false", "" },
  { "items", "permit", "materials", "form", "" },
  { "items", "permit", "section", "projects", "" },
  { "items", "permit", "surprise", "x", "not known" },
  { "materials", "form", "form", "copy", "" },
  { "materials", "form", "form", "paper", "none of" },
  { "materials", "report-again", "deferrable", "第三方报告", "" },
  { "materials", "form", "deferrable", "第三方报告", "main" },
  { "blocks", "s1.par", "limit", "8", "" },
  { "bureaus", "planning", "zone", "", "" },
  { "timers", "handed-on", "days", "3", "" },
  { "timers", "handed-on", "days", "soon", "a number" },
  { "questions", "area", "unit", "亩", "" },
  { "questions", "area", "unit", "", "" },
  { "questions", "use", "choices.0.label", "仓库", "" },
  { "questions", "use", "choices.1.value", "factory", "named twice" },
  { "suggestions", "own/1", "reason", "应备案", "" },
  { "suggestions", "own/1", "reason", "", "“reason”" },
  { "suggestions", "own/1", "boxes", "b.form", "" },
  { "suggestions", "own/1", "boxes", "b.form\nb.moon", "“b.moon”" },
  { "suggestions", "own/1", "all.1.value", "3000", "" },
  { "suggestions", "own/1", "all.1.value", "large", "a number" },
  { "suggestions", "own/1", "all.0.value", "school", "" },
  { "suggestions", "own/1", "all.0.value", "moon", "not an answer" },
  { "suggestions", "own/2", "all.0.op", "is-not", "" },
  { "suggestions", "own/2", "all.0.op", "more-than", "larger or smaller" },
  { "levers", "early", "gate", "材料齐全\n自愿承诺", "" },
  { "levers", "early", "credit", "false", "" },
  { "levers", "early", "effects.1.days", "2", "" },
  { "levers", "early", "effects.1.days", "soon", "a number" },
  { "levers", "early", "effects.0.waits", "item\nblock", "" },
  { "levers", "early", "effects.0.waits", "moon", "“moon”" },
  { "levers", "early", "effects.0.items", "permit\nfiling", "" },
  { "levers", "parallel", "kind", "merge", "" },
  { "checks", "event-order", "severity", "error", "" },
  { "checks", "event-order", "name", "", "" },
  { "checks", "over-limit", "severity", "off", "" },
  { "checks", "over-limit", "severity", "loud", "off, note" },
  { "forms", "closing", "text", "{project_name}全部办结", "" },
  { "forms", "closing", "title", "", "“title”" },
  { "forms", "ledger", "columns", "序号\n时间\n内容", "" },
  { "forms", "notice", "close", "特此告知。", "" },
  { NULL, NULL, "settings.yellow-days", "3", "" },
  { NULL, NULL, "settings.acceptance-day-counts", "true", "" },
  { NULL, NULL, "title", "新规则", "" },
};

static void
test_fields (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr(StewardPackDraft) draft = draft_fixture_new ();
      GPtrArray *problems = steward_pack_draft_get_problems (draft);
      gboolean sum = g_strcmp0 (fields[i].list, "blocks") == 0;

      g_test_message ("%s %s = %s", fields[i].id, fields[i].field, fields[i].text);
      draft_fixture_set (draft, fields[i].list, fields[i].id, fields[i].field, fields[i].text);
      if (g_strcmp0 (fields[i].field, "default_on") == 0 && strcmp (fields[i].text, "perhaps") == 0)
        draft_fixture_assert (draft, fields[i].list, fields[i].id, fields[i].field, "perhaps");
      if (sum)
        g_assert_true (draft_fixture_has_problem (draft, "stages", "s1", "limit", "longest chain"));
      else if (*fields[i].complaint == '\0')
        {
          g_assert_cmpuint (problems->len, ==, 0);
          draft_fixture_assert (draft, fields[i].list, fields[i].id, fields[i].field, fields[i].text);
        }
      else
        g_assert_true (draft_fixture_has_problem (draft, fields[i].list, fields[i].id, fields[i].field, fields[i].complaint));
      steward_pack_draft_undo (draft);
      g_assert_cmpuint (problems->len, ==, 0);
      g_assert_false (steward_pack_draft_is_changed (draft));
    }
}

/* Two changes that belong together: wrong between them, right after both. */
static void
test_a_sum_may_be_wrong_for_a_while (void)
{
  g_autoptr(StewardPackDraft) draft = draft_fixture_new ();
  GPtrArray *problems = steward_pack_draft_get_problems (draft);

  draft_fixture_set (draft, "blocks", "s1.par", "limit", "9");
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpint (steward_pack_find_block (steward_pack_draft_get_pack (draft), "s1.par")->limit, ==, 7);
  draft_fixture_set (draft, "stages", "s1", "limit", "10");
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpint (steward_pack_find_block (steward_pack_draft_get_pack (draft), "s1.par")->limit, ==, 9);
}

static void
test_undo_and_redo (void)
{
  g_autoptr(StewardPackDraft) draft = draft_fixture_new ();
  g_autofree char *first = draft_fixture_to_text (draft);
  g_autofree char *second = NULL, *now = NULL;

  g_assert_false (steward_pack_draft_can_undo (draft));
  draft_fixture_set (draft, "items", "permit", "limit", "6");
  draft_fixture_set (draft, "items", "permit", "name", "新证");
  /* The same again is no step. */
  draft_fixture_set (draft, "items", "permit", "name", "新证");
  second = draft_fixture_to_text (draft);
  steward_pack_draft_undo (draft);
  draft_fixture_assert (draft, "items", "permit", "limit", "6");
  draft_fixture_assert (draft, "items", "permit", "name", "用地规划许可证");
  steward_pack_draft_undo (draft);
  g_assert_false (steward_pack_draft_can_undo (draft));
  now = draft_fixture_to_text (draft);
  g_assert_cmpstr (now, ==, first);
  steward_pack_draft_redo (draft);
  steward_pack_draft_redo (draft);
  g_assert_false (steward_pack_draft_can_redo (draft));
  g_free (now);
  now = draft_fixture_to_text (draft);
  g_assert_cmpstr (now, ==, second);
  steward_pack_draft_undo (draft);
  draft_fixture_set (draft, "items", "permit", "note", "x");
  g_assert_false (steward_pack_draft_can_redo (draft));
}

static void
test_typing_is_one_step (void)
{
  g_autoptr(StewardPackDraft) draft = draft_fixture_new ();

  draft_fixture_set (draft, "items", "permit", "name", "新");
  draft_fixture_set (draft, "items", "permit", "name", "新证");
  steward_pack_draft_end_step (draft);
  draft_fixture_set (draft, "items", "permit", "name", "新证书");
  draft_fixture_set (draft, "items", "permit", "note", "a");
  draft_fixture_set (draft, "items", "permit", "name", "旧");
  steward_pack_draft_undo (draft);
  draft_fixture_assert (draft, "items", "permit", "name", "新证书");
  steward_pack_draft_undo (draft);
  draft_fixture_assert (draft, "items", "permit", "note", "");
  steward_pack_draft_undo (draft);
  draft_fixture_assert (draft, "items", "permit", "name", "新证");
  steward_pack_draft_undo (draft);
  draft_fixture_assert (draft, "items", "permit", "name", "用地规划许可证");
  g_assert_false (steward_pack_draft_can_undo (draft));
}

static void
add_item (StewardPackDraft *draft,
          const char       *id)
{
  g_autoptr(GError) error = NULL;
  JsonObject *entry = json_object_new ();

  json_object_set_string_member (entry, "id", id);
  json_object_set_string_member (entry, "name", "新事项");
  json_object_set_string_member (entry, "stage", "s1");
  steward_pack_draft_add (draft, "items", entry, &error);
  g_assert_no_error (error);
}

static void
test_an_item_is_added_with_a_box (void)
{
  g_autoptr(StewardPackDraft) draft = draft_fixture_new ();
  g_autofree char *id = steward_pack_draft_make_id (draft, "new.");
  g_autoptr(GError) error = NULL;
  g_autofree char *box = NULL;
  const StewardGroup *group;

  g_assert_cmpstr (id, ==, "new.1");
  add_item (draft, id);
  box = steward_pack_draft_add_box (draft, "g.items", "items", id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (steward_pack_draft_get_problems (draft)->len, ==, 0);
  g_assert_cmpstr (steward_pack_find_item_box (steward_pack_draft_get_pack (draft), id)->id, ==, box);
  group = steward_pack_find_group (steward_pack_draft_get_pack (draft), "g.items");
  g_assert_cmpuint (group->boxes->len, ==, 4);
  /* The blank slot stays the last. */
  g_assert_cmpint (((const StewardBox *) group->boxes->pdata[3])->kind, ==, STEWARD_BOX_BLANK);
  /* One step, which takes back both. */
  steward_pack_draft_undo (draft);
  g_assert_false (steward_pack_draft_is_changed (draft));
  steward_pack_draft_redo (draft);
  g_assert_nonnull (steward_pack_find_item_box (steward_pack_draft_get_pack (draft), id));
  g_assert_null (steward_pack_draft_add_box (draft, "g.nothing", "items", id, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN);
}

static void
test_what_is_removed_is_named_nowhere (void)
{
  static const struct { const char *list; const char *id; } cases[] = {
    { "items", "permit" }, { "items", "filing" }, { "items", "fire" }, { "materials", "form" },
    { "materials", "report-again" }, { "blocks", "s1.par" }, { "blocks", "s1.utility" }, { "bureaus", "zone" },
    { "sections", "projects" }, { "timers", "archive" }, { "events", "contract" },
    { "activities", "building" }, { "levers", "early" },
  };
  g_autoptr(StewardPackDraft) last = draft_fixture_new ();
  const StewardGroup *group;


  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(StewardPackDraft) draft = draft_fixture_new ();
      g_autoptr(GError) error = NULL;
      GPtrArray *problems = steward_pack_draft_get_problems (draft);

      g_test_message ("%s %s", cases[i].list, cases[i].id);
      g_assert_true (steward_pack_draft_remove (draft, cases[i].list, cases[i].id, &error));
      g_assert_no_error (error);
      for (guint j = 0; j < problems->len; j++)
        {
          const StewardPackDraftProblem *problem = problems->pdata[j];

          /* A sum may be wrong now, but nothing names what is gone. */
          g_assert_nonnull (strstr (problem->message, "longest chain"));
        }
      g_assert_null (steward_pack_draft_get (draft, cases[i].list, cases[i].id));
      steward_pack_draft_undo (draft);
      g_assert_cmpuint (problems->len, ==, 0);
    }

  /* A group that loses its last box keeps a place to type. */
  g_assert_true (steward_pack_draft_remove (last, "materials", "form", NULL));
  g_assert_true (steward_pack_draft_remove (last, "materials", "report-again", NULL));
  g_assert_true (steward_pack_draft_remove (last, "materials", "report", NULL));
  g_assert_cmpuint (steward_pack_draft_get_problems (last)->len, ==, 0);
  group = steward_pack_find_group (steward_pack_draft_get_pack (last), "g.papers");
  g_assert_cmpuint (group->boxes->len, ==, 1);
  g_assert_cmpint (((const StewardBox *) group->boxes->pdata[0])->kind, ==, STEWARD_BOX_BLANK);
}

static void
test_refusals (void)
{
  g_autoptr(StewardPackDraft) draft = draft_fixture_new ();
  g_autofree char *before = draft_fixture_to_text (draft), *after = NULL;
  GError *error = NULL;

  g_assert_false (steward_pack_draft_set_text (draft, "items", "permit", "id", "x", &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (steward_pack_draft_set_text (draft, NULL, NULL, "extends", "x", &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (steward_pack_draft_set_text (draft, "items", "moon", "name", "x", &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_assert_false (steward_pack_draft_remove (draft, "items", "moon", &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_assert_false (steward_pack_draft_add (draft, "items", json_object_new (), &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
  g_clear_error (&error);
  after = draft_fixture_to_text (draft);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (steward_pack_draft_can_undo (draft));
}

static void
test_supplements_are_left_alone (void)
{
  g_autoptr(StewardPack) pack = steward_pack_library_load ("jincheng-2022", NULL);
  g_autoptr(StewardPackDraft) draft = steward_pack_draft_new (pack);
  g_autoptr(GError) error = NULL;
  StewardPackDraftOrigin origin;
  const StewardItem *item = NULL;

  for (guint i = 0; i < steward_pack_get_items (pack)->len && item == NULL; i++)
    if (((const StewardItem *) steward_pack_get_items (pack)->pdata[i])->supplement)
      item = steward_pack_get_items (pack)->pdata[i];
  g_assert_true (steward_pack_draft_get_origin (draft, "items", item->id, &origin));
  g_assert_cmpint (origin, ==, STEWARD_DRAFT_SUPPLEMENT);
  g_assert_false (steward_pack_draft_set_text (draft, "items", item->id, "limit", "1", &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
  draft_fixture_assert (draft, "items", item->id, "name", item->name);
}

static StewardDay
get_day (void)
{
  StewardDay day;

  g_assert_true (steward_day_parse ("2026-11-21", &day));
  return day;
}

static void
test_saving (void)
{
  g_autoptr(StewardPack) pack = steward_pack_library_load ("datong-2025", NULL);
  g_autoptr(StewardPackDraft) draft = steward_pack_draft_new (pack);
  const char *id = ((const StewardItem *) steward_pack_get_items (pack)->pdata[0])->id;
  g_autofree char *suggested = steward_pack_draft_suggest_version (draft, get_day ());
  g_autoptr(StewardPack) saved = NULL, found = NULL, old = NULL;
  g_autoptr(GPtrArray) versions = NULL, differences = NULL;
  g_autoptr(GError) error = NULL;
  const StewardItem *item;
  gboolean exact;

  user_packs_clear ();
  g_assert_cmpstr (suggested, ==, "2026.1");
  draft_fixture_set (draft, "items", id, "limit", "3");
  saved = steward_pack_draft_save (draft, suggested, &basis, &error);
  g_assert_no_error (error);
  g_assert_false (steward_pack_draft_is_changed (draft));
  g_assert_false (steward_pack_draft_can_undo (draft));

  found = steward_pack_library_load ("datong-2025", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (steward_pack_get_version (found), ==, "2026.1");
  assert_same_meaning (saved, found);
  item = steward_pack_find_item (found, id);
  g_assert_cmpint (item->limit, ==, 3);
  g_assert_cmpstr (item->source->basis->document, ==, basis.document);
  g_assert_cmpstr (item->source->basis->date, ==, basis.date);
  g_assert_cmpstr (item->source->clause, ==, basis.clause);
  /* Only what was changed rests on the new document. */
  item = steward_pack_get_items (found)->pdata[1];
  g_assert_cmpstr (item->source->basis->document, !=, basis.document);

  old = steward_pack_library_load_version ("datong-2025", steward_pack_get_sha256 (pack), &exact, &error);
  g_assert_true (exact);
  assert_same_meaning (old, pack);
  g_free (suggested);
  suggested = steward_pack_draft_suggest_version (draft, get_day ());
  g_assert_cmpstr (suggested, ==, "2026.2");
}

static void
test_saving_is_refused (void)
{
  static const struct { const char *version; StewardPackDraftBasis basis; const char *message; } cases[] = {
    { "2026/1", { "号", "", "", "2026-01-01", "" }, "letters, digits" },
    { "2025.1", { "号", "", "", "2026-01-01", "" }, "2025.1" },
    { "2024.9", { "号", "", "", "2026-01-01", "" }, "2025.1" },
    { "2026.1", { "", "", "", "2026-01-01", "" }, "number of the document" },
    { "2026.1", { NULL, NULL, NULL, "2026-01-01", NULL }, "number of the document" },
    { "2026.1", { "号", "", "", "2026-02-30", "" }, "date of its document" },
    { "2026.1", { "号", "", "", "", "" }, "date of its document" },
  };
  g_autoptr(StewardPack) pack = NULL;
  g_autoptr(StewardPackDraft) draft = NULL;
  g_autoptr(GPtrArray) versions = NULL;
  g_autofree char *text = NULL, *again = NULL;
  GError *error = NULL;

  user_packs_clear ();
  pack = steward_pack_library_load ("datong-2025", NULL);
  draft = steward_pack_draft_new (pack);
  g_assert_null (steward_pack_draft_save (draft, "2026.1", &basis, &error));
  g_assert_nonnull (strstr (error->message, "Nothing was changed"));
  g_clear_error (&error);
  draft_fixture_set (draft, NULL, NULL, "title", "新");
  text = draft_fixture_to_text (draft);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_null (steward_pack_draft_save (draft, cases[i].version, &cases[i].basis, &error));
      g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, cases[i].message));
      g_clear_error (&error);
    }
  again = draft_fixture_to_text (draft);
  g_assert_cmpstr (again, ==, text);
  versions = steward_pack_library_get_versions ("datong-2025");
  g_assert_cmpuint (versions->len, ==, 1);
}

static void
test_mistakes_cannot_be_saved (void)
{
  g_autoptr(StewardPackDraft) draft = draft_fixture_new ();
  g_autoptr(GPtrArray) versions = NULL;
  g_autoptr(GError) error = NULL;

  user_packs_clear ();
  draft_fixture_set (draft, "items", "permit", "limit", "soon");
  g_assert_null (steward_pack_draft_save (draft, "2", &basis, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
  versions = steward_pack_library_get_versions ("testcity-2026");
  g_assert_cmpuint (versions->len, ==, 0);
  g_assert_true (steward_pack_draft_can_undo (draft));
}

/* One random change, of the kinds that people make and some that they don't. */
static void
change_at_random (StewardPackDraft *draft,
                  GRand            *random)
{
  static const char * const lists[] = { "items", "materials", "blocks", "stages", "timers", "bureaus", "sections", "levers" };
  static const char * const keys[] = { "name", "limit", "stage", "block", "after", "lane", "level", "bureaus", "materials",
                                       "source.clause", "source.basis", "form", "days", "items", "note", "default_on" };
  static const char * const values[] = { "", "0", "3", "12", "-5", "1e3", "s1", "s2", "s1.par", "main", "city", "filing\nfire",
                                         "notice", "copy", "true", "\"\\\n", "名称", "report" };
  const char *list = lists[g_rand_int_range (random, 0, G_N_ELEMENTS (lists))];
  g_auto(GStrv) ids = steward_pack_draft_list (draft, list);
  guint n = g_strv_length (ids);
  const char *id = n > 0 ? ids[g_rand_int_range (random, 0, n)] : NULL;

  switch (g_rand_int_range (random, 0, 8))
    {
    case 0:
      if (id != NULL)
        steward_pack_draft_remove (draft, list, id, NULL);
      break;
    case 1:
      steward_pack_draft_undo (draft);
      break;
    case 2:
      steward_pack_draft_redo (draft);
      break;
    case 3:
      {
        g_autofree char *new_id = steward_pack_draft_make_id (draft, "r.");
        g_autofree char *box = NULL;

        add_item (draft, new_id);
        box = steward_pack_draft_add_box (draft, "g.items", "items", new_id, NULL);
      }
      break;
    default:
      if (id != NULL)
        steward_pack_draft_set_text (draft, list, id, keys[g_rand_int_range (random, 0, G_N_ELEMENTS (keys))],
                                     values[g_rand_int_range (random, 0, G_N_ELEMENTS (values))], NULL);
    }
}

/* Whatever is done, the draft says itself whether it is a pack; saved, it is
 * read as it was; and what undoes everything leads back. */
static void
test_random_changes (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (g_test_rand_int ());
#ifdef __SANITIZE_ADDRESS__
  guint rounds = 4;
#else
  guint rounds = 20;
#endif
  guint n_good = 0, n_bad = 0;

  for (guint round = 0; round < rounds; round++)
    {
      g_autoptr(StewardPackDraft) draft = draft_fixture_new ();
      g_autofree char *first = draft_fixture_to_text (draft), *last = NULL;

      for (guint i = 0; i < 60; i++)
        {
          g_autoptr(GBytes) bytes = NULL;
          g_autoptr(StewardProblems) problems = steward_problems_new ();
          g_autoptr(StewardPack) pack = NULL;

          change_at_random (draft, random);
          bytes = steward_pack_draft_to_bytes (draft);
          pack = steward_pack_read (bytes, "random", NULL, NULL, problems);
          g_assert_cmpuint (steward_problems_get_count (problems), ==, steward_pack_draft_get_problems (draft)->len);
          if (pack != NULL)
            assert_same_meaning (pack, steward_pack_draft_get_pack (draft));
          n_good += pack != NULL;
          n_bad += pack == NULL;
        }
      while (steward_pack_draft_can_undo (draft))
        steward_pack_draft_undo (draft);
      last = draft_fixture_to_text (draft);
      g_assert_cmpstr (last, ==, first);
    }
  g_assert_cmpuint (n_good, >, 0);
  g_assert_cmpuint (n_bad, >, 0);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  user_packs_set_up ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pack-draft/bundled-packs-keep-their-meaning", test_bundled_packs_keep_their_meaning);
  g_test_add_func ("/pack-draft/fields-are-judged-where-they-stand", test_fields);
  g_test_add_func ("/pack-draft/a-sum-may-be-wrong-for-a-while", test_a_sum_may_be_wrong_for_a_while);
  g_test_add_func ("/pack-draft/undo-and-redo", test_undo_and_redo);
  g_test_add_func ("/pack-draft/typing-is-one-step", test_typing_is_one_step);
  g_test_add_func ("/pack-draft/an-item-is-added-with-a-box", test_an_item_is_added_with_a_box);
  g_test_add_func ("/pack-draft/what-is-removed-is-named-nowhere", test_what_is_removed_is_named_nowhere);
  g_test_add_func ("/pack-draft/refusals-change-nothing", test_refusals);
  g_test_add_func ("/pack-draft/supplements-are-left-alone", test_supplements_are_left_alone);
  g_test_add_func ("/pack-draft/saving-keeps-the-version-before", test_saving);
  g_test_add_func ("/pack-draft/saving-is-refused", test_saving_is_refused);
  g_test_add_func ("/pack-draft/mistakes-cannot-be-saved", test_mistakes_cannot_be_saved);
  g_test_add_func ("/pack-draft/random-changes", test_random_changes);
  status = g_test_run ();
  user_packs_tear_down ();
  return status;
}
