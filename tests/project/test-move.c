/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "project-fixture.h"
#include "random-project.h"
#include "steward-move.h"

/* Two versions of one pack: the second has another limit, no item `gone`, no
 * material `paper`, no activity, no fee, no question, no bureau `old`, and its stage, text
 * box and blank slots are called otherwise. */
static const char first_text[] =
  "{ \"format\": \"steward-pack\", \"format_version\": 1, \"id\": \"x\", \"version\": \"1\", \"title\": \"t\","
  " \"bureaus\": [ { \"id\": \"old\", \"name\": \"老局\" }, { \"id\": \"new\", \"name\": \"新局\" } ],"
  " \"stages\": [ { \"id\": \"s1\", \"number\": 1, \"name\": \"一\" } ],"
  " \"items\": [ { \"id\": \"stays\", \"name\": \"留\", \"stage\": \"s1\", \"limit\": 5 },"
  "            { \"id\": \"gone\", \"name\": \"去\", \"stage\": \"s1\", \"limit\": 3 } ],"
  " \"materials\": [ { \"id\": \"paper\", \"name\": \"纸\" } ],"
  " \"assessment\": { \"parts\": [ { \"stage\": \"s1\", \"title\": \"一\", \"groups\": ["
  "   { \"id\": \"g1\", \"kind\": \"items\", \"title\": \"事项\", \"boxes\": [ { \"id\": \"b.stays\", \"item\": \"stays\" },"
  "     { \"id\": \"b.gone\", \"item\": \"gone\" }, { \"id\": \"b.free\", \"blank\": true } ] },"
  "   { \"id\": \"g2\", \"kind\": \"materials\", \"title\": \"材料\", \"boxes\": [ { \"id\": \"b.paper\", \"material\": \"paper\" } ] },"
  "   { \"id\": \"g3\", \"kind\": \"text\", \"role\": \"key-points\", \"title\": \"要点\" } ] } ] },"
  " \"sections\": [ { \"id\": \"office\", \"name\": \"科室\" } ],"
  " \"suspension_grounds\": [ { \"id\": \"reason\", \"name\": \"原因\" } ],"
  " \"timers\": [ { \"id\": \"reply\", \"name\": \"答复\", \"from\": \"问\", \"to\": \"答\" },"
  "             { \"id\": \"push\", \"name\": \"推送\", \"from\": \"办\", \"to\": \"推\" } ],"
  " \"activities\": [ { \"id\": \"dig\", \"name\": \"挖\", \"owner\": \"建\", \"after\": [\"s1\"], \"before\": [] } ],"
  " \"questions\": [ { \"id\": \"q\", \"text\": \"问\", \"kind\": \"yes-no\" } ],"
  " \"levers\": [ { \"id\": \"fast\", \"kind\": \"parallel\", \"name\": \"快\","
  "     \"effects\": [ { \"kind\": \"limit\", \"items\": [\"stays\"], \"days\": 1 } ] } ] }";

static const char second_format[] =
  "{ \"format\": \"steward-pack\", \"format_version\": 1, \"id\": \"x\", \"version\": \"2\", \"title\": \"t\","
  " \"bureaus\": [ { \"id\": \"new\", \"name\": \"新局\" } ],"
  " \"timers\": [ { \"id\": \"push\", \"name\": \"推送\", \"from\": \"办\", \"to\": \"推\" } ],"
  " \"stages\": [ { \"id\": \"t1\", \"number\": 1, \"name\": \"一\" } ],"
  " \"items\": [ { \"id\": \"stays\", \"name\": \"留\", \"stage\": \"t1\", \"limit\": 2 } ],"
  " \"assessment\": { \"parts\": [ { \"stage\": \"t1\", \"title\": \"一\", \"groups\": ["
  "   { \"id\": \"h1\", \"kind\": \"items\", \"title\": \"事项\", \"boxes\": [ { \"id\": \"c.stays\", \"item\": \"stays\" }%s ] },"
  "   { \"id\": \"h2\", \"kind\": \"materials\", \"title\": \"材料\", \"boxes\": [ { \"id\": \"c.paper\", \"blank\": true } ] },"
  "   { \"id\": \"h3\", \"kind\": \"text\", \"role\": \"key-points\", \"title\": \"要点\" } ] } ] } }";

static StewardPack *
read_pack (const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(StewardProblems) problems = steward_problems_new ();
  StewardPack *pack = steward_pack_read (bytes, "x", NULL, NULL, problems);
  g_autofree char *lines = steward_problems_to_string (problems);

  g_assert_cmpstr (lines, ==, "");
  return pack;
}

static StewardPack *
read_second (gboolean with_slot)
{
  g_autofree char *text = g_strdup_printf (second_format, with_slot ? ", { \"id\": \"c.free\", \"blank\": true }" : "");

  return read_pack (text);
}

static StewardProject *
new_project (void)
{
  g_autoptr(StewardPack) pack = read_pack (first_text);

  return steward_project_new (pack);
}

/* The only note that is of @kind. */
static void
assert_note (const StewardMove *move,
             StewardPieceKind   kind,
             StewardMoveFate    fate,
             const char        *text)
{
  const StewardMoveNote *found = NULL;

  for (guint i = 0; i < move->notes->len; i++)
    {
      const StewardMoveNote *note = move->notes->pdata[i];

      if (note->kind == kind)
        found = note;
    }
  g_assert_nonnull (found);
  g_assert_cmpstr (steward_move_fate_to_word (found->fate), ==, steward_move_fate_to_word (fate));
  g_assert_nonnull (strstr (found->text, text));
}

static void
put_case (StewardProject *project,
          const char     *item,
          const char     *bureau)
{
  g_autoptr(StewardCase) handled = steward_case_new ("c1", item);
  StewardDay day = fixture_day ("2026-08-03");

  g_free (handled->bureau);
  handled->bureau = g_strdup (bureau);
  steward_case_add_event (handled, STEWARD_CASE_RECEIVED, day, "", "", "");
  steward_project_put_case (project, handled);
}

static void
test_what_stays (void)
{
  g_autoptr(StewardProject) project = new_project ();
  g_autoptr(StewardPack) pack = read_second (TRUE);
  g_autoptr(StewardMove) move = NULL;
  const StewardTick *tick;

  steward_project_set_tick (project, "b.stays", TRUE, "王", "2026-08-01T09:00:00");
  steward_project_set_fact (project, STEWARD_FACT_NAME, "示例");
  steward_project_set_state (project, STEWARD_STATE_SUSPENDED);
  put_case (project, "stays", "new");
  move = steward_move_new (project, pack);
  g_assert_true (steward_move_is_possible (move));
  g_assert_cmpuint (move->notes->len, ==, 0);
  /* The same item has another box; who ticked it and when stays. */
  tick = steward_project_get_tick (move->moved, "c.stays");
  g_assert_true (tick->on);
  g_assert_cmpstr (tick->by, ==, "王");
  g_assert_cmpint (steward_project_get_state (move->moved), ==, STEWARD_STATE_SUSPENDED);
  g_assert_cmpstr (steward_project_find_case (move->moved, "stays")->bureau, ==, "new");
  /* Record, and the tick in two places. */
  g_assert_cmpuint (move->changes->len, ==, 3);
  g_assert_cmpint (((StewardMoveChange *) move->changes->pdata[0])->kind, ==, STEWARD_PIECE_RECORD);
}

static void
test_a_ticked_item_becomes_a_row (void)
{
  g_autoptr(StewardProject) project = new_project ();
  g_autoptr(StewardPack) pack = read_second (TRUE);
  g_autoptr(StewardMove) move = NULL;
  const StewardRow *row;
  const StewardCase *handled;

  steward_project_set_tick (project, "b.gone", TRUE, "王", "2026-08-01T09:00:00");
  put_case (project, "gone", "old");
  move = steward_move_new (project, pack);
  g_assert_true (steward_move_is_possible (move));
  assert_note (move, STEWARD_PIECE_TICK, STEWARD_MOVE_KEPT, "“去”");
  assert_note (move, STEWARD_PIECE_CASE, STEWARD_MOVE_DROPPED, "“老局”");
  g_assert_cmpuint (steward_project_get_rows (move->moved)->len, ==, 1);
  row = steward_project_get_rows (move->moved)->pdata[0];
  g_assert_cmpstr (row->text, ==, "去");
  g_assert_cmpstr (row->by, ==, "王");
  g_assert_cmpint (row->limit, ==, 3);
  handled = steward_project_find_case (move->moved, row->id);
  g_assert_nonnull (handled);
  g_assert_cmpuint (handled->events->len, ==, 1);
  g_assert_true (steward_project_check_references (move->moved, &(StewardPieceKind) { 0 }, &(const char *) { NULL },
                                                   &(const char *) { NULL }));
}

static void
test_a_case_without_tick_becomes_a_row (void)
{
  g_autoptr(StewardProject) project = new_project ();
  g_autoptr(StewardPack) pack = read_second (TRUE);
  g_autoptr(StewardMove) move = NULL;

  put_case (project, "gone", "");
  move = steward_move_new (project, pack);
  g_assert_true (steward_move_is_possible (move));
  assert_note (move, STEWARD_PIECE_CASE, STEWARD_MOVE_KEPT, "“去”");
  g_assert_cmpuint (steward_project_get_rows (move->moved)->len, ==, 1);
}

static void
test_without_a_slot_it_is_blocked (void)
{
  g_autoptr(StewardProject) project = new_project ();
  g_autoptr(StewardPack) pack = read_second (FALSE);
  g_autoptr(StewardMove) move = NULL;

  steward_project_set_tick (project, "b.gone", TRUE, "", "");
  move = steward_move_new (project, pack);
  g_assert_false (steward_move_is_possible (move));
  assert_note (move, STEWARD_PIECE_TICK, STEWARD_MOVE_BLOCKED, "no blank slot");
}

static void
test_rows_materials_texts (void)
{
  g_autoptr(StewardProject) project = new_project ();
  g_autoptr(StewardPack) pack = read_second (TRUE);
  g_autoptr(StewardMove) move = NULL;
  g_autofree char *id = NULL;
  GPtrArray *rows;

  id = g_strdup (steward_project_add_rows (project, "b.free", "自拟事项", "王"));
  put_case (project, id, "");
  steward_project_set_tick (project, "b.paper", TRUE, "", "");
  steward_project_set_text (project, "g3", "要点一");
  move = steward_move_new (project, pack);
  g_assert_true (steward_move_is_possible (move));
  assert_note (move, STEWARD_PIECE_ROW, STEWARD_MOVE_MOVED, "“自拟事项”");
  assert_note (move, STEWARD_PIECE_TICK, STEWARD_MOVE_KEPT, "“纸”");
  assert_note (move, STEWARD_PIECE_TEXT, STEWARD_MOVE_MOVED, "要点");
  rows = steward_project_get_rows (move->moved);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (steward_project_get_text (move->moved, "h3"), ==, "要点一");
  g_assert_nonnull (steward_project_find_case (move->moved, g_hash_table_lookup (move->ids, id)));
}

static void
test_what_loses_its_meaning (void)
{
  g_autoptr(StewardProject) project = new_project ();
  g_autoptr(StewardPack) pack = read_second (TRUE);
  g_autoptr(StewardMove) move = NULL;

  steward_project_set_answer (project, "q", "yes");
  steward_project_set_tick (project, "b.gone", FALSE, "", "");
  g_assert_true (steward_project_set_piece (project, STEWARD_PIECE_LEVER, "fast",
                                            g_variant_new ("(bss)", TRUE, "王", ""), NULL));
  move = steward_move_new (project, pack);
  g_assert_true (steward_move_is_possible (move));
  assert_note (move, STEWARD_PIECE_ANSWER, STEWARD_MOVE_DROPPED, "“问”");
  assert_note (move, STEWARD_PIECE_TICK, STEWARD_MOVE_DROPPED, "decided against");
  assert_note (move, STEWARD_PIECE_LEVER, STEWARD_MOVE_DROPPED, "fast");
}

static void
test_stages_by_number (void)
{
  g_autoptr(StewardProject) project = new_project ();
  g_autoptr(StewardPack) pack = read_second (TRUE);
  g_autoptr(StewardMove) move = NULL;
  char *stages[] = { (char *) "s1", NULL }, *items[] = { (char *) "gone", NULL }, *papers[] = { (char *) "证", NULL };
  const StewardEntrustment entrustment = { stages, items, fixture_day ("2026-08-03") };
  const StewardClosing closing = { (char *) "s1", fixture_day ("2026-08-05"), papers, 0 };
  const StewardEntrustment *moved;

  steward_project_set_tick (project, "b.gone", TRUE, "", "");
  steward_project_set_entrustment (project, &entrustment);
  steward_project_put_closing (project, &closing);
  move = steward_move_new (project, pack);
  g_assert_true (steward_move_is_possible (move));
  moved = steward_project_get_entrustment (move->moved);
  g_assert_cmpstr (moved->stages[0], ==, "t1");
  g_assert_cmpstr (moved->items[0], ==, g_hash_table_lookup (move->ids, "gone"));
  g_assert_cmpstr (((StewardClosing *) steward_project_get_closings (move->moved)->pdata[0])->stage, ==, "t1");
}

static void
put (StewardProject   *project,
     StewardPieceKind  kind,
     const char       *key,
     GVariant         *value)
{
  g_autoptr(GError) error = NULL;

  steward_project_set_piece (project, kind, key, value, &error);
  g_assert_no_error (error);
}

/* The text member @index of a piece of what became of the project. */
static void
assert_member (const StewardMove *move,
               StewardPieceKind   kind,
               const char        *key,
               gsize              index,
               const char        *expected)
{
  g_autoptr(GVariant) value = steward_project_get_piece (move->moved, kind, key);
  const char *text;

  g_assert_nonnull (value);
  g_variant_get_child (value, index, "&s", &text);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_records (void)
{
  g_autoptr(StewardProject) project = new_project ();
  g_autoptr(StewardPack) pack = read_second (TRUE);
  g_autoptr(StewardMove) move = NULL;
  g_autoptr(GVariant) order = NULL, edit = NULL, stage_edit = NULL, receipt = NULL;
  g_autofree char *key = NULL, *link = NULL;
  g_autofree const char **items = NULL;
  const char *wished[] = { "gone", "stays", NULL };
  const char *row;

  steward_project_set_tick (project, "b.gone", TRUE, "", "");
  put (project, STEWARD_PIECE_MATERIAL, "paper", g_variant_new ("(sss)", "2026-08-03", "", "王"));
  put (project, STEWARD_PIECE_ORDER, "s1", g_variant_new_strv (wished, -1));
  put (project, STEWARD_PIECE_EDIT, "gone name", g_variant_new ("(sss)", "新名", "王", ""));
  put (project, STEWARD_PIECE_EDIT, "s1 fees", g_variant_new ("(sss)", "免", "王", ""));
  put (project, STEWARD_PIECE_REQUEST, "office", g_variant_new ("(sssss)", "2026-08-03", "王", "", "", ""));
  put (project, STEWARD_PIECE_STEP, "1", g_variant_new ("(ssssss)", "2026-08-03", "suspended", "reason", "来信", "", ""));
  put (project, STEWARD_PIECE_STEP, "2", g_variant_new ("(ssssss)", "2026-08-04", "stage-closed", "s1", "", "", ""));
  put (project, STEWARD_PIECE_TIMER, "1", g_variant_new ("(ssssss)", "reply", "", "2026-08-03", "", "", ""));
  put (project, STEWARD_PIECE_TIMER, "2", g_variant_new ("(ssssss)", "push", "gone", "2026-08-03", "", "", ""));
  put (project, STEWARD_PIECE_LINK, "gone/c1 stays", g_variant_new ("(sss)", "王", "", ""));
  put (project, STEWARD_PIECE_LINK, "stays dig", g_variant_new ("(sss)", "王", "", ""));
  move = steward_move_new (project, pack);
  g_assert_true (steward_move_is_possible (move));

  row = g_hash_table_lookup (move->ids, "gone");
  link = g_strconcat (row, "/c1 stays", NULL);
  assert_member (move, STEWARD_PIECE_LINK, link, 0, "王");
  assert_note (move, STEWARD_PIECE_LINK, STEWARD_MOVE_DROPPED, "“dig”");
  assert_note (move, STEWARD_PIECE_MATERIAL, STEWARD_MOVE_KEPT, "“纸”");
  receipt = steward_project_get_piece (move->moved, STEWARD_PIECE_MATERIAL, g_hash_table_lookup (move->materials, "paper"));
  g_assert_nonnull (receipt);
  order = steward_project_get_piece (move->moved, STEWARD_PIECE_ORDER, "t1");
  items = g_variant_get_strv (order, NULL);
  g_assert_cmpstr (items[0], ==, row);
  g_assert_cmpstr (items[1], ==, "stays");
  key = g_strconcat (row, " name", NULL);
  assert_member (move, STEWARD_PIECE_EDIT, key, 0, "新名");
  assert_member (move, STEWARD_PIECE_EDIT, "t1 fees", 0, "免");
  assert_note (move, STEWARD_PIECE_REQUEST, STEWARD_MOVE_DROPPED, "“科室”");
  assert_note (move, STEWARD_PIECE_STEP, STEWARD_MOVE_MOVED, "“原因”");
  assert_member (move, STEWARD_PIECE_STEP, "1", 2, "");
  assert_member (move, STEWARD_PIECE_STEP, "1", 3, "原因\n来信");
  assert_member (move, STEWARD_PIECE_STEP, "2", 2, "t1");
  assert_note (move, STEWARD_PIECE_TIMER, STEWARD_MOVE_DROPPED, "“答复”");
  assert_member (move, STEWARD_PIECE_TIMER, "2", 1, row);
}

/* To the same rules nothing moves, whatever the project holds. */
static void
test_the_same_rules_change_nothing (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (g_test_rand_int ());

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr(StewardProject) project = fixture_new_project (i % 2 == 0 ? "jincheng-2022" : "datong-2025");
      g_autoptr(StewardMove) move = NULL;

      for (guint j = 0; j < 80; j++)
        random_project_change (project, random);
      move = steward_move_new (project, steward_project_get_pack (project));
      g_assert_true (steward_move_is_possible (move));
      g_assert_cmpuint (move->notes->len, ==, 0);
      g_assert_cmpuint (move->changes->len, ==, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/move/what-stays", test_what_stays);
  g_test_add_func ("/move/a-ticked-item-becomes-a-row", test_a_ticked_item_becomes_a_row);
  g_test_add_func ("/move/a-case-without-tick-becomes-a-row", test_a_case_without_tick_becomes_a_row);
  g_test_add_func ("/move/without-a-slot-it-is-blocked", test_without_a_slot_it_is_blocked);
  g_test_add_func ("/move/rows-materials-and-texts", test_rows_materials_texts);
  g_test_add_func ("/move/what-loses-its-meaning-goes", test_what_loses_its_meaning);
  g_test_add_func ("/move/stages-are-found-by-number", test_stages_by_number);
  g_test_add_func ("/move/what-is-on-record", test_records);
  g_test_add_func ("/move/the-same-rules-change-nothing", test_the_same_rules_change_nothing);
  return g_test_run ();
}
