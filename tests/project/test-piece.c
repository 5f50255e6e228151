/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project-fixture.h"
#include "steward-error.h"
#include "steward-piece.h"

#include <string.h>

#define SLOT "jc.s1.box.item.county-blank"

static void
piece_changed_cb (StewardProject *project,
                  guint           kind,
                  const char     *key,
                  GString        *heard)
{
  g_string_append_printf (heard, "%s:%s ", steward_piece_kind_to_word (kind), key);
}

static void
changed_cb (StewardProject *project,
            guint           change,
            GString        *heard)
{
  g_string_append_printf (heard, "=%u ", change);
}

static StewardProject *
new_heard_project (GString *heard)
{
  StewardProject *project = fixture_new_project ("jincheng-2022");

  g_signal_connect (project, "piece-changed", G_CALLBACK (piece_changed_cb), heard);
  g_signal_connect (project, "changed", G_CALLBACK (changed_cb), heard);
  return project;
}

static void
assert_heard (GString    *heard,
              const char *expected)
{
  g_assert_cmpstr (g_strchomp (heard->str), ==, expected);
  g_string_truncate (heard, 0);
}

static void
add_case (StewardProject *project,
          const char     *id,
          const char     *item,
          gboolean        received)
{
  g_autoptr (StewardCase) handled = steward_case_new (id, item);

  if (received)
    steward_case_add_event (handled, STEWARD_CASE_RECEIVED, fixture_day ("2026-03-02"), "受理员", NULL, "备注");
  steward_project_put_case (project, handled);
}

static void
test_setters_name_the_pieces_they_touch (void)
{
  g_autoptr (GString) heard = g_string_new (NULL);
  g_autoptr (StewardProject) project = new_heard_project (heard);
  StewardClosing closing = { (char *) "jc.s1", fixture_day ("2026-03-06"), NULL };
  StewardLedgerEntry entry = { fixture_day ("2026-03-02"), NULL, (char *) "x", NULL };
  const char *const stages[] = { "jc.s1", NULL };
  StewardEntrustment entrustment = { (char **) stages, NULL, STEWARD_DAY_NONE };

  steward_project_set_fact (project, STEWARD_FACT_NAME, "虚构");
  assert_heard (heard, "fact:name =1");
  steward_project_set_answer (project, "jc.q.land", "transfer");
  assert_heard (heard, "answer:jc.q.land =8");
  fixture_tick (project, "jc.s1.box.item.filing");
  assert_heard (heard, "tick:jc.s1.box.item.filing =2");
  steward_project_clear_tick (project, "jc.s1.box.item.filing");
  assert_heard (heard, "tick:jc.s1.box.item.filing =2");
  steward_project_set_text (project, "jc.s1.text.key-points", "一");
  assert_heard (heard, "text:jc.s1.text.key-points =4");
  steward_project_set_activity (project, "jc.construction", STEWARD_DAY_NONE, STEWARD_DAY_NONE, 200);
  assert_heard (heard, "activity:jc.construction =16");
  steward_project_put_closing (project, &closing);
  assert_heard (heard, "closing:jc.s1 =32");
  steward_project_add_ledger_entry (project, &entry);
  assert_heard (heard, "ledger:1 =32");
  steward_project_set_entrustment (project, &entrustment);
  assert_heard (heard, "entrustment: =32");
  steward_project_set_suggestion (project, "好");
  assert_heard (heard, "suggestion: =32");
  steward_project_set_state (project, STEWARD_STATE_SUSPENDED);
  steward_project_set_state (project, STEWARD_STATE_SUSPENDED);
  assert_heard (heard, "record: =64");
  g_assert_true (steward_project_set_id (project, "0F8FAD5B-d9cb-469f-a165-70867728950e"));
  g_assert_cmpstr (steward_project_get_id (project), ==, "0f8fad5b-d9cb-469f-a165-70867728950e");
  assert_heard (heard, "=64");
  g_assert_false (steward_project_set_id (project, "none"));
  assert_heard (heard, "");
}

static void
test_removing_a_row_names_what_goes_with_it (void)
{
  g_autoptr (GString) heard = g_string_new (NULL);
  g_autoptr (StewardProject) project = new_heard_project (heard);
  const char *const items[] = { SLOT "#1", SLOT "#2", NULL };
  StewardEntrustment entrustment = { NULL, (char **) items, STEWARD_DAY_NONE };

  steward_project_add_rows (project, SLOT, "林地\n取水", "投资科");
  assert_heard (heard, "row:" SLOT "#1 row:" SLOT "#2 =2");
  steward_project_set_row_limit (project, SLOT "#1", 7);
  assert_heard (heard, "row:" SLOT "#1 =2");
  add_case (project, "c1", SLOT "#1", FALSE);
  assert_heard (heard, "case:c1 =16");
  add_case (project, "c2", SLOT "#2", TRUE);
  steward_project_set_entrustment (project, &entrustment);
  g_string_truncate (heard, 0);
  steward_project_set_row_text (project, SLOT "#1", "");
  assert_heard (heard, "case:c1 =16 entrustment: row:" SLOT "#1 =34");
  /* What happened stays, and no piece changed. */
  steward_project_set_row_text (project, SLOT "#2", "");
  assert_heard (heard, "=2");
}

static void
test_pieces_go_back_to_their_place (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  g_autoptr (GVariant) row = NULL, handled = NULL;
  GPtrArray *rows = steward_project_get_rows (project), *cases = steward_project_get_cases (project);

  steward_project_add_rows (project, SLOT, "甲\n乙\n丙", "科");
  add_case (project, "a", SLOT "#1", TRUE);
  add_case (project, "b", SLOT "#1", FALSE);
  row = steward_project_get_piece (project, STEWARD_PIECE_ROW, SLOT "#2");
  handled = steward_project_get_piece (project, STEWARD_PIECE_CASE, "a");
  steward_project_set_row_text (project, SLOT "#2", "");
  steward_project_remove_case (project, "a");
  g_assert_cmpstr (steward_project_find_case (project, SLOT "#1")->id, ==, "b");
  steward_project_set_piece (project, STEWARD_PIECE_ROW, SLOT "#2", row, &error);
  g_assert_no_error (error);
  steward_project_set_piece (project, STEWARD_PIECE_CASE, "a", handled, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (((StewardRow *) rows->pdata[1])->text, ==, "乙");
  g_assert_cmpstr (((StewardCase *) cases->pdata[0])->id, ==, "a");
  g_assert_cmpstr (steward_project_find_case (project, SLOT "#1")->id, ==, "a");
}

static void
test_words_of_kinds_and_states_lead_back (void)
{
  StewardPieceKind kind;
  StewardState state;

  for (guint i = 0; i < STEWARD_N_PIECES; i++)
    {
      const GVariantType *type = steward_piece_kind_get_type (i);
      gsize n = g_variant_type_is_tuple (type) ? g_variant_type_n_items (type) : 0;

      g_assert_true (steward_piece_kind_from_word (steward_piece_kind_to_word (i), &kind));
      g_assert_cmpuint (kind, ==, i);
      g_assert_cmpuint (g_strv_length ((char **) steward_piece_kind_get_names (i)), ==, n);
    }
  for (guint i = 0; i < STEWARD_N_STATES; i++)
    {
      g_assert_true (steward_state_from_word (steward_state_to_word (i), &state));
      g_assert_cmpuint (state, ==, i);
    }
  g_assert_false (steward_piece_kind_from_word ("case ", &kind));
  g_assert_false (steward_state_from_word (NULL, &state));
}

static const struct
{
  StewardPieceKind  kind;
  const char       *key;
  const char       *value;     /* text of a variant, NULL for none */
  int               code;
} refused[] = {
  { STEWARD_PIECE_RECORD, "", NULL, STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_RECORD, "x", "('jincheng-2022', '', '', 'open')", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_RECORD, "", "('datong-2025', '', '', 'open')", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_RECORD, "", "('jincheng-2022', '', '', 'lost')", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_FACT, "colour", "'red'", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_FACT, "", "'red'", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_FACT, "name", "''", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_FACT, "name", "5", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_FACT, "phone", "LONG", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_ANSWER, "jc.q.nothing", "'yes'", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_ANSWER, "jc.q.land", "LONG", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_TICK, "jc.nowhere", "(true, '', '')", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_TICK, SLOT, "(true, '', '')", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_TICK, "jc.nowhere", NULL, STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_TICK, "jc.s1.box.item.filing", "(true, '')", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_ROW, SLOT, "(uint32 1, '" SLOT "', 'x', '', '', -1)", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_ROW, SLOT "#0", "(uint32 1, '" SLOT "', 'x', '', '', -1)", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_ROW, "jc.s1.box.item.filing#1", "(uint32 1, 'jc.s1.box.item.filing', 'x', '', '', -1)", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_ROW, SLOT "#1", "(uint32 1, 'jc.s1.box.app.blank', 'x', '', '', -1)", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_ROW, SLOT "#1", "(uint32 1, '" SLOT "', '', '', '', -1)", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_ROW, SLOT "#1", "(uint32 1, '" SLOT "', 'x', '', '', -2)", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_ROW, SLOT "#1", "(uint32 1, '" SLOT "', 'x', '', '', 10001)", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_ROW, SLOT "#1", "(uint32 4000000000, '" SLOT "', 'x', '', '', -1)", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_ROW, "jc.s1.box.app.blank#1", "(uint32 1, 'jc.s1.box.app.blank', 'x', '', '', 3)", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_TEXT, "jc.s1.items.city", "'x'", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_CASE, "", "CASE(0,'','','jc.s1.item.filing',0,0,-1,0,'')", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_CASE, "a", "CASE(0,'','','jc.nothing',0,0,-1,0,'')", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_CASE, "a", "CASE(0,'','','jc.s1.box.app.blank#1',0,0,-1,0,'')", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_CASE, "a", "CASE(0,'','nobody','jc.s1.item.filing',0,0,-1,0,'')", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_CASE, "a", "CASE(0,'','','jc.s1.item.filing',3,0,-1,0,'')", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_CASE, "a", "CASE(0,'','','jc.s1.item.filing',0,7,-1,0,'')", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_CASE, "a", "CASE(0,'','','jc.s1.item.filing',0,0,-2,0,'')", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_CASE, "a", "CASE(0,'','','jc.s1.item.filing',0,0,-1,-1,'')", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_CASE, "a", "CASE(0,'','','jc.s1.item.filing',0,0,-1,0,'2026-3-1')", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_CASE, "a", "CASE(0,'','','jc.s1.item.filing',0,0,-1,0,'',(0,'2026-03-01'))", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_CASE, "a", "CASE(0,'','','jc.s1.item.filing',0,0,-1,0,'',(1,''))", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_CASE, "a", "CASE(0,'','','jc.s1.item.filing',0,0,-1,0,'',(1,'2026-03-02'),(3,'2026-03-01'))", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_ACTIVITY, "dancing", "('', '', 3)", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_ACTIVITY, "jc.construction", "('', '', -1)", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_ACTIVITY, "jc.construction", "('2026-02-30', '', 3)", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_ENTRUSTMENT, "x", NULL, STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_ENTRUSTMENT, "", "(@as [], @as [], '')", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_ENTRUSTMENT, "", "(['s9'], @as [], '')", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_ENTRUSTMENT, "", "(@as [], ['jc.nothing'], '')", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_CLOSING, "s9", "(uint32 1, '', @as [])", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_CLOSING, "jc.s1", "(uint32 1, 'soon', @as [])", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_LEDGER, "0", "('2026-03-01', '', '', '')", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_LEDGER, "01", "('2026-03-01', '', '', '')", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_LEDGER, "4000000000", "('2026-03-01', '', '', '')", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_LEDGER, "1", "('', '', '', '')", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_SUGGESTION, "x", "'x'", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_SUGGESTION, "", "LONG", STEWARD_ERROR_INVALID },
};

/* CASE(position,number,bureau,item,mode,level,limit,extension,start,events…):
 * the full tuple would not fit into a line of the table. */
static GVariant *
parse_value (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) full = g_string_new (NULL);
  g_autofree char *inner = NULL;
  g_auto (GStrv) parts = NULL;
  GVariant *value;

  if (text == NULL)
    return NULL;
  if (strcmp (text, "LONG") == 0)
    return g_variant_take_ref (g_variant_new_take_string (g_strnfill (STEWARD_TEXT_MAX_CHARS + 1, 'x')));
  g_string_append (full, text);
  if (g_str_has_prefix (text, "CASE("))
    {
      inner = g_strndup (text + 5, strlen (text) - 6);
      parts = g_strsplit (inner, ",", 10);
      g_string_printf (full, "(uint32 %s, %s, '', %s, uint32 %s, uint32 %s, %s, %s, %s, '', '', %s, @a(ussssss) [", parts[0],
                       parts[3], parts[1], parts[4], parts[5], parts[2], parts[6], parts[7], parts[8]);
      g_string_append (full, parts[9] ? parts[9] : "");
      g_string_replace (full, "')", "', '', '', '', '', '')", 0);
      g_string_append (full, "], '', '')");
    }
  value = g_variant_parse (NULL, full->str, NULL, NULL, &error);
  g_assert_no_error (error);
  return value;
}

static void
test_what_does_not_fit_is_refused (void)
{
  g_autoptr (GString) heard = g_string_new (NULL);
  g_autoptr (StewardProject) project = new_heard_project (heard);

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GVariant) value = parse_value (refused[i].value), now = NULL;

      g_test_message ("%s %s", steward_piece_kind_to_word (refused[i].kind), refused[i].value);
      g_assert_false (steward_project_set_piece (project, refused[i].kind, refused[i].key, value, &error));
      g_assert_error (error, STEWARD_ERROR, refused[i].code);
      g_assert_cmpstr (error->message, !=, "");
    }
  assert_heard (heard, "");
}

static void
test_what_fits_is_taken_as_it_is (void)
{
  static const struct
  {
    StewardPieceKind  kind;
    const char       *key;
    const char       *value;
  } taken[] = {
    { STEWARD_PIECE_FACT, "name", "'  两 端  '" },
    { STEWARD_PIECE_TEXT, "jc.s1.text.key-points", "'a\\r\\nb '" },
    { STEWARD_PIECE_ROW, SLOT "#7", "(uint32 0, '" SLOT "', ' x ', '', 'never', 0)" },
    { STEWARD_PIECE_CASE, "a", "CASE(999999999,'K','',' ',0,0,-1,0,'')" },
    { STEWARD_PIECE_CASE, "b", "CASE(0,'','','jc.s1.item.filing',2,6,0,1000,'2026-03-01',(1,'2026-03-02'),(3,'2026-03-02'))" },
    { STEWARD_PIECE_ACTIVITY, "jc.construction", "('', '2026-03-01', 0)" },
    { STEWARD_PIECE_CLOSING, "jc.s1", "(uint32 9, '', ['', 'x'])" },
    { STEWARD_PIECE_LEDGER, "999999999", "('2026-03-01', '', '', '')" },
    { STEWARD_PIECE_SUGGESTION, "", "' '" },
  };
  g_autoptr (GString) heard = g_string_new (NULL);
  g_autoptr (StewardProject) project = new_heard_project (heard);

  for (guint i = 0; i < G_N_ELEMENTS (taken); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GString) text = g_string_new (taken[i].value);
      g_autoptr (GVariant) value = NULL, now = NULL;

      /* The row may come after its case. */
      g_string_replace (text, ",' ',", ",'" SLOT "#8',", 0);
      value = parse_value (text->str);
      for (int again = 0; again < 2; again++)
        {
          steward_project_set_piece (project, taken[i].kind, taken[i].key, value, &error);
          g_assert_no_error (error);
        }
      now = steward_project_get_piece (project, taken[i].kind, taken[i].key);
      g_assert_true (g_variant_equal (now, value));
    }
  g_string_truncate (heard, strlen ("fact:name =1"));
  assert_heard (heard, "fact:name =1");
}

/* Only the state of a record is anybody's to change; what is said of the pack
 * stays what the pack in use says. */
static void
test_a_record_changes_its_state (void)
{
  g_autoptr (GString) heard = g_string_new (NULL);
  g_autoptr (StewardProject) project = new_heard_project (heard);
  g_autoptr (GVariant) before = steward_project_get_piece (project, STEWARD_PIECE_RECORD, ""), after = NULL;
  g_autoptr (GError) error = NULL;

  steward_project_set_piece (project, STEWARD_PIECE_RECORD, "",
                             g_variant_new ("(ssss)", "jincheng-2022", "old", "0", "open"), &error);
  g_assert_no_error (error);
  after = steward_project_get_piece (project, STEWARD_PIECE_RECORD, "");
  g_assert_true (g_variant_equal (before, after));
  assert_heard (heard, "");
  steward_project_set_piece (project, STEWARD_PIECE_RECORD, "",
                             g_variant_new ("(ssss)", "jincheng-2022", "old", "0", "removed"), &error);
  g_assert_no_error (error);
  g_assert_cmpint (steward_project_get_state (project), ==, STEWARD_STATE_REMOVED);
  assert_heard (heard, "record: =64");
}

static void
assert_lost (StewardProject   *project,
             StewardPieceKind  kind,
             const char       *key,
             const char       *row)
{
  StewardPieceKind found;
  const char *of, *lost;

  g_assert_false (steward_project_check_references (project, &found, &of, &lost));
  g_assert_cmpuint (found, ==, kind);
  g_assert_cmpstr (of, ==, key);
  g_assert_cmpstr (lost, ==, row);
}

static void
test_what_names_a_lost_row_is_told (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  const char *const items[] = { SLOT "#2", NULL };
  StewardEntrustment entrustment = { NULL, (char **) items, STEWARD_DAY_NONE };
  StewardPieceKind kind;
  const char *key, *row;

  steward_project_add_rows (project, SLOT, "甲\n乙", "科");
  add_case (project, "a", SLOT "#1", FALSE);
  add_case (project, "b", "jc.s1.item.filing", FALSE);
  steward_project_set_entrustment (project, &entrustment);
  g_assert_true (steward_project_check_references (project, &kind, &key, &row));
  g_assert_true (steward_project_set_piece (project, STEWARD_PIECE_ROW, SLOT "#1", NULL, NULL));
  assert_lost (project, STEWARD_PIECE_CASE, "a", SLOT "#1");
  steward_project_remove_case (project, "a");
  g_assert_true (steward_project_check_references (project, &kind, &key, &row));
  g_assert_true (steward_project_set_piece (project, STEWARD_PIECE_ROW, SLOT "#2", NULL, NULL));
  assert_lost (project, STEWARD_PIECE_ENTRUSTMENT, "", SLOT "#2");
}

static void
test_json_of_another_shape_is_refused (void)
{
  static const struct
  {
    StewardPieceKind  kind;
    const char       *json;
  } shapes[] = {
    { STEWARD_PIECE_FACT, "5" },
    { STEWARD_PIECE_FACT, "{}" },
    { STEWARD_PIECE_FACT, "[\"x\"]" },
    { STEWARD_PIECE_TICK, "\"x\"" },
    { STEWARD_PIECE_TICK, "{\"on\": 1, \"by\": \"\", \"at\": \"\"}" },
    { STEWARD_PIECE_TICK, "{\"on\": true, \"by\": \"\"}" },
    { STEWARD_PIECE_TICK, "{\"on\": true, \"by\": \"\", \"at\": null}" },
    { STEWARD_PIECE_TICK, "{\"on\": true, \"by\": \"\", \"at\": \"\", \"more\": 1}" },
    { STEWARD_PIECE_TICK, "{\"on\": true, \"by\": \"\", \"more\": \"\"}" },
    { STEWARD_PIECE_ACTIVITY, "{\"start\": \"\", \"finish\": \"\", \"days\": 2147483648}" },
    { STEWARD_PIECE_ACTIVITY, "{\"start\": \"\", \"finish\": \"\", \"days\": 1.5}" },
    { STEWARD_PIECE_CLOSING, "{\"position\": -1, \"finished_on\": \"\", \"handed_over\": []}" },
    { STEWARD_PIECE_CLOSING, "{\"position\": 1, \"finished_on\": \"\", \"handed_over\": \"x\"}" },
    { STEWARD_PIECE_CLOSING, "{\"position\": 1, \"finished_on\": \"\", \"handed_over\": [1]}" },
  };
  g_autoptr (JsonNode) null = json_node_init_null (json_node_alloc ());
  g_autoptr (JsonNode) none = steward_piece_to_json (STEWARD_PIECE_CASE, NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autoptr (JsonNode) node = json_from_string (shapes[i].json, &error);

      g_assert_no_error (error);
      g_assert_null (steward_piece_from_json (shapes[i].kind, node, &error));
      g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
      g_clear_error (&error);
    }
  g_assert_true (json_node_is_null (none));
  g_assert_null (steward_piece_from_json (STEWARD_PIECE_CASE, null, &error));
  g_assert_no_error (error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/piece/setters-name-the-pieces-they-touch", test_setters_name_the_pieces_they_touch);
  g_test_add_func ("/piece/removing-a-row-names-what-goes-with-it", test_removing_a_row_names_what_goes_with_it);
  g_test_add_func ("/piece/pieces-go-back-to-their-place", test_pieces_go_back_to_their_place);
  g_test_add_func ("/piece/words-lead-back", test_words_of_kinds_and_states_lead_back);
  g_test_add_func ("/piece/what-does-not-fit-is-refused", test_what_does_not_fit_is_refused);
  g_test_add_func ("/piece/what-fits-is-taken-as-it-is", test_what_fits_is_taken_as_it_is);
  g_test_add_func ("/piece/a-record-changes-its-state", test_a_record_changes_its_state);
  g_test_add_func ("/piece/what-names-a-lost-row-is-told", test_what_names_a_lost_row_is_told);
  g_test_add_func ("/piece/json-of-another-shape-is-refused", test_json_of_another_shape_is_refused);
  return g_test_run ();
}
