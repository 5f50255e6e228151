/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Acknowledgements, levers and the credit record, and what the pieces of a
 * case learnt with them. */
#include "project-fixture.h"
#include "steward-decisions.h"
#include "steward-error.h"
#include "steward-piece.h"

#define ITEM  "jc.s1.item.filing"
#define OTHER "jc.s1.item.approval"
#define AT    "2026-03-01T08:00:00+08:00"

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
  g_assert_cmpuint (change, ==, STEWARD_CHANGE_DECISIONS);
  g_string_append (heard, "! ");
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
test_an_acknowledgement_needs_a_reason (void)
{
  g_autoptr (GString) heard = g_string_new (NULL);
  g_autoptr (StewardProject) project = new_heard_project (heard);
  g_autoptr (GPtrArray) list = NULL;

  g_assert_false (steward_project_acknowledge (project, "over-limit", ITEM, " \n", "科", NULL));
  g_assert_false (steward_project_acknowledge (project, "over-limit", ITEM, NULL, "科", NULL));
  assert_heard (heard, "");
  g_assert_true (steward_project_acknowledge (project, "over-limit", ITEM, " 已说明 ", "科", NULL));
  assert_heard (heard, "acknowledgement:over-limit " ITEM " !");
  /* Saying the same again is no change, whatever the time. */
  g_assert_true (steward_project_acknowledge (project, "over-limit", ITEM, "已说明", "科", NULL));
  assert_heard (heard, "");
  g_assert_true (steward_project_acknowledge (project, "a", "", "知", "科", AT));
  assert_heard (heard, "acknowledgement:a !");
  list = steward_project_list_acknowledgements (project);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpstr (((StewardAcknowledgement *) list->pdata[0])->check, ==, "a");
  g_assert_cmpstr (((StewardAcknowledgement *) list->pdata[0])->at, ==, AT);
  g_assert_cmpstr (((StewardAcknowledgement *) list->pdata[1])->row, ==, ITEM);
  g_assert_cmpstr (((StewardAcknowledgement *) list->pdata[1])->reason, ==, "已说明");
  steward_project_withdraw_acknowledgement (project, "over-limit", ITEM);
  steward_project_withdraw_acknowledgement (project, "over-limit", ITEM);
  assert_heard (heard, "acknowledgement:over-limit " ITEM " !");
  g_assert_null (steward_project_find_acknowledgement (project, "over-limit", ITEM));
}

static void
test_no_lever_is_on_by_itself (void)
{
  g_autoptr (GString) heard = g_string_new (NULL);
  g_autoptr (StewardProject) project = new_heard_project (heard);

  g_assert_false (steward_project_is_lever_on (project, "simulated", NULL));
  g_assert_false (steward_project_is_lever_on (project, "simulated", ITEM));
  /* But for what the notice has in force. */
  g_assert_true (steward_project_is_lever_on (project, "parallel", ITEM));
  g_assert_null (steward_project_get_lever (project, "parallel", NULL));
  steward_project_set_lever (project, "simulated", NULL, TRUE, "科", AT);
  assert_heard (heard, "lever:simulated !");
  g_assert_true (steward_project_is_lever_on (project, "simulated", NULL));
  g_assert_true (steward_project_is_lever_on (project, "simulated", ITEM));
  g_assert_false (steward_project_is_lever_on (project, "merge", ITEM));
  /* What was decided for the item goes before what holds for the plan. */
  steward_project_set_lever (project, "simulated", ITEM, FALSE, "科", AT);
  assert_heard (heard, "lever:simulated " ITEM " !");
  g_assert_false (steward_project_is_lever_on (project, "simulated", ITEM));
  g_assert_true (steward_project_is_lever_on (project, "simulated", OTHER));
  steward_project_clear_lever (project, "simulated", ITEM);
  steward_project_clear_lever (project, "simulated", ITEM);
  assert_heard (heard, "lever:simulated " ITEM " !");
  g_assert_true (steward_project_is_lever_on (project, "simulated", ITEM));
}

static void
test_levers_are_replaced_as_one_change (void)
{
  g_autoptr (GString) heard = g_string_new (NULL);
  g_autoptr (StewardProject) project = new_heard_project (heard);
  g_autoptr (GHashTable) decided = g_hash_table_new (g_str_hash, g_str_equal);

  steward_project_set_lever (project, "merge", NULL, TRUE, "科", AT);
  steward_project_set_lever (project, "land", NULL, TRUE, "科", AT);
  g_string_truncate (heard, 0);
  g_hash_table_insert (decided, (gpointer) "land", GINT_TO_POINTER (TRUE));
  g_hash_table_insert (decided, (gpointer) "simulated", GINT_TO_POINTER (TRUE));
  g_hash_table_insert (decided, (gpointer) "land " ITEM, GINT_TO_POINTER (FALSE));
  g_hash_table_insert (decided, (gpointer) "dancing", GINT_TO_POINTER (TRUE));
  g_assert_true (steward_project_replace_levers (project, decided, "李", AT));
  assert_heard (heard, "lever:merge lever:land " ITEM " lever:simulated !");
  /* What says the same stays as it was. */
  g_assert_cmpstr (steward_project_get_lever (project, "land", NULL)->by, ==, "科");
  g_assert_cmpstr (steward_project_get_lever (project, "simulated", NULL)->by, ==, "李");
  g_assert_false (steward_project_replace_levers (project, decided, "王", AT));
  assert_heard (heard, "");
}

static void
test_an_unknown_standing_has_no_piece (void)
{
  g_autoptr (GString) heard = g_string_new (NULL);
  g_autoptr (StewardProject) project = new_heard_project (heard);
  StewardCredit credit = { STEWARD_STANDING_BREACH, fixture_day ("2025-12-01"), (char *) "未兑现", (char *) "科" };
  g_autoptr (GVariant) value = NULL;

  g_assert_cmpint (steward_project_get_credit (project)->standing, ==, STEWARD_STANDING_UNKNOWN);
  steward_project_set_credit (project, &credit);
  steward_project_set_credit (project, &credit);
  assert_heard (heard, "credit: !");
  value = steward_project_get_piece (project, STEWARD_PIECE_CREDIT, "");
  g_assert_cmpstr (g_variant_get_type_string (value), ==, "(ssss)");
  g_assert_cmpstr (steward_project_get_credit (project)->note, ==, "未兑现");
  credit.standing = STEWARD_STANDING_UNKNOWN;
  steward_project_set_credit (project, &credit);
  assert_heard (heard, "credit: !");
  g_assert_cmpstr (steward_project_get_credit (project)->note, ==, "");
  g_assert_cmpint (steward_project_get_credit (project)->day, ==, STEWARD_DAY_NONE);
  g_assert_null (steward_project_get_piece (project, STEWARD_PIECE_CREDIT, ""));
}

static void
test_words_of_standings_lead_back (void)
{
  StewardStanding standing;

  for (guint i = 0; i < STEWARD_N_STANDINGS; i++)
    {
      g_assert_true (steward_standing_from_word (steward_standing_to_word (i), &standing));
      g_assert_cmpuint (standing, ==, i);
    }
  g_assert_false (steward_standing_from_word ("splendid", &standing));
}

static const struct
{
  StewardPieceKind  kind;
  const char       *key;
  const char       *value;
  int               code;      /* -1: it is taken */
} pieces[] = {
  { STEWARD_PIECE_ACKNOWLEDGEMENT, "over-limit", "('知', '', '')", -1 },
  { STEWARD_PIECE_ACKNOWLEDGEMENT, "over-limit gone#1", "('知', '', '')", -1 },
  { STEWARD_PIECE_ACKNOWLEDGEMENT, "over-limit", "('', '', '')", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_ACKNOWLEDGEMENT, "", "('知', '', '')", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_ACKNOWLEDGEMENT, " x", "('知', '', '')", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_ACKNOWLEDGEMENT, "x ", "('知', '', '')", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_LEVER, "simulated", "(true, '', '')", -1 },
  { STEWARD_PIECE_LEVER, "commitment", "(true, '', '')", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_LEVER, "commitment " ITEM, "(false, '', '')", -1 },
  { STEWARD_PIECE_LEVER, "commitment jc.s1.box.item.county-blank#9", "(false, '', '')", -1 },
  { STEWARD_PIECE_LEVER, "", "(true, '', '')", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_LEVER, "dancing", "(true, '', '')", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_LEVER, "commitment ", "(true, '', '')", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_LEVER, "commitment jc.nothing", "(true, '', '')", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_LEVER, "simulated", "(true, '')", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_CREDIT, "", "('good', '', '', '')", -1 },
  { STEWARD_PIECE_CREDIT, "", "('repaired', '2026-03-01', 'x', 'y')", -1 },
  { STEWARD_PIECE_CREDIT, "x", "('good', '', '', '')", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_CREDIT, "", "('unknown', '', '', '')", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_CREDIT, "", "('splendid', '', '', '')", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_CREDIT, "", "('good', 'soon', '', '')", STEWARD_ERROR_INVALID },
};

static void
test_pieces_are_checked (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
      g_autoptr (GError) error = NULL;
      g_autoptr (GVariant) value = g_variant_parse (NULL, pieces[i].value, NULL, NULL, &error), now = NULL;
      gboolean good;

      g_test_message ("%s %s", steward_piece_kind_to_word (pieces[i].kind), pieces[i].key);
      g_assert_no_error (error);
      good = steward_project_set_piece (project, pieces[i].kind, pieces[i].key, value, &error);
      now = steward_project_get_piece (project, pieces[i].kind, pieces[i].key);
      if (pieces[i].code < 0)
        {
          g_assert_no_error (error);
          g_assert_true (g_variant_equal (now, value));
          g_assert_true (steward_project_set_piece (project, pieces[i].kind, pieces[i].key, NULL, NULL));
          continue;
        }
      g_assert_false (good);
      g_assert_error (error, STEWARD_ERROR, pieces[i].code);
      g_assert_null (now);
    }
}

static GVariant *
parse_case (const char  *json,
            GError     **error)
{
  g_autoptr (JsonNode) node = json_from_string (json, NULL);

  g_assert_nonnull (node);
  return steward_piece_from_json (STEWARD_PIECE_CASE, node, error);
}

#define OLD_CASE "{\"position\":1,\"item\":\"" ITEM "\",\"segment\":\"\",\"number\":\"\",\"mode\":0,\"level\":0," \
                 "\"bureau\":\"\",\"limit\":-1,\"extension\":3,\"planned_start\":\"\",\"events\":" \
                 "[{\"status\":3,\"day\":\"2026-03-02\",\"actor\":\"\",\"kind\":\"\",\"note\":\"\"%s}]%s}"

/* The log of a database keeps the values as they were written then. */
static void
test_a_case_of_an_older_log_is_read (void)
{
  g_autofree char *old = g_strdup_printf (OLD_CASE, "", "");
  g_autofree char *foreign = g_strdup_printf (OLD_CASE, "", ",\"colour\":\"red\"");
  g_autofree char *strange = g_strdup_printf (OLD_CASE, ",\"written\":\"\",\"prooff\":\"\"", "");
  g_autofree char *half = g_strdup_printf (OLD_CASE, ",\"written\":\"2026-03-01\"", "");
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) value = parse_case (old, &error), later = NULL;
  const StewardCase *handled;

  g_assert_no_error (error);
  g_assert_true (steward_project_set_piece (project, STEWARD_PIECE_CASE, "a", value, &error));
  handled = steward_project_find_case (project, ITEM);
  g_assert_cmpint (handled->extension, ==, 3);
  g_assert_cmpstr (handled->extension_reason, ==, "");
  g_assert_cmpint (((StewardEvent *) handled->events->pdata[0])->written, ==, STEWARD_DAY_NONE);
  later = parse_case (half, &error);
  g_assert_no_error (error);
  g_assert_false (g_variant_equal (value, later));
  g_assert_null (parse_case (foreign, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (parse_case (strange, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
}

static void
test_a_copied_case_says_the_same (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  g_autoptr (StewardCase) handled = steward_case_new ("a", ITEM), copy = NULL;
  const StewardEvent event = { STEWARD_CASE_PROCEDURE_STARTS, fixture_day ("2026-03-04"), (char *) "窗口", (char *) "听证",
                               NULL, fixture_day ("2026-03-03"), (char *) "告知书.pdf" };
  const StewardEvent *kept;
  g_autoptr (GVariant) before = NULL, after = NULL;

  g_free (handled->extension_by);
  handled->extension_by = g_strdup ("局长");
  steward_case_put_event (handled, &event);
  steward_case_add_event (handled, STEWARD_CASE_ACCEPTED, fixture_day ("2026-03-02"), NULL, NULL, NULL);
  steward_project_put_case (project, handled);
  before = steward_project_get_piece (project, STEWARD_PIECE_CASE, "a");
  copy = steward_case_copy (steward_project_find_case (project, ITEM));
  steward_project_put_case (project, copy);
  after = steward_project_get_piece (project, STEWARD_PIECE_CASE, "a");
  g_assert_true (g_variant_equal (before, after));
  g_assert_cmpstr (copy->extension_by, ==, "局长");
  kept = copy->events->pdata[1];
  g_assert_cmpint (kept->written, ==, event.written);
  g_assert_cmpstr (kept->proof, ==, "告知书.pdf");
  g_assert_cmpstr (kept->note, ==, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decisions/an-acknowledgement-needs-a-reason", test_an_acknowledgement_needs_a_reason);
  g_test_add_func ("/decisions/no-lever-is-on-by-itself", test_no_lever_is_on_by_itself);
  g_test_add_func ("/decisions/levers-are-replaced-as-one-change", test_levers_are_replaced_as_one_change);
  g_test_add_func ("/decisions/an-unknown-standing-has-no-piece", test_an_unknown_standing_has_no_piece);
  g_test_add_func ("/decisions/words-of-standings-lead-back", test_words_of_standings_lead_back);
  g_test_add_func ("/decisions/pieces-are-checked", test_pieces_are_checked);
  g_test_add_func ("/decisions/a-case-of-an-older-log-is-read", test_a_case_of_an_older_log_is_read);
  g_test_add_func ("/decisions/a-copied-case-says-the-same", test_a_copied_case_says_the_same);
  return g_test_run ();
}
