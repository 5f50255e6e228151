/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project-fixture.h"
#include "steward-adjustments.h"
#include "steward-edition.h"
#include "steward-error.h"
#include "steward-ledger.h"
#include "steward-meeting.h"
#include "steward-own-link.h"
#include "steward-papers.h"
#include "steward-piece.h"

#include <string.h>

#define SLOT "jc.s1.box.item.county-blank"
#define UUID "0f8fad5b-d9cb-469f-a165-70867728950e"
#define HASH "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define OK   -1

static const struct
{
  StewardPieceKind  kind;
  const char       *key;
  const char       *value;     /* text of a variant, NULL for none */
  int               code;
} cases[] = {
  { STEWARD_PIECE_MATERIAL, "MATERIAL", "('2026-03-02', '', '')", OK },
  { STEWARD_PIECE_MATERIAL, "jc.s1.box.app.blank#3", "('2026-03-02', '缺章', '科')", OK },
  { STEWARD_PIECE_MATERIAL, "MATERIAL", "('', '', '')", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_MATERIAL, "MATERIAL", "('2026-02-30', '', '')", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_MATERIAL, "nothing", "('2026-03-02', '', '')", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_MATERIAL, SLOT "#1", "('2026-03-02', '', '')", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_ORDER, "jc.s1", "['jc.s1.item.filing', 'gone']", OK },
  { STEWARD_PIECE_ORDER, "jc.s1", "@as []", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_ORDER, "jc.s1", "['a', 'a']", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_ORDER, "jc.s1", "['']", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_ORDER, "s9", "['a']", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_EDIT, "jc.s1 fees", "('', '', '')", OK },
  { STEWARD_PIECE_EDIT, "jc.s1.item.filing name", "('改名', '王', '')", OK },
  { STEWARD_PIECE_EDIT, SLOT "#1 note", "('注', '', '')", OK },
  { STEWARD_PIECE_EDIT, "jc.s1.item.filing name", "('', '', '')", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_EDIT, "jc.s1.item.filing fees", "('x', '', '')", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_EDIT, "jc.s1 name", "('x', '', '')", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_EDIT, "jc.s1 colour", "('x', '', '')", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_EDIT, "jc.s1", "('x', '', '')", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_EDIT, "jc.s1 fees", "LONG", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_EDITION, "1", "('2026-03-02', '', '', '', '{}', '', '')", OK },
  { STEWARD_PIECE_EDITION, "2", "('2026-03-02', '', '', '增项', '{}', '" HASH "', '2026-03-03')", OK },
  { STEWARD_PIECE_EDITION, "2", "('2026-03-02', '', '', '', '{}', '', '')", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_EDITION, "1", "('', '', '', '', '{}', '', '')", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_EDITION, "1", "('2026-03-02', '', '', '', '', '', '')", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_EDITION, "1", "('2026-03-02', '', '', '', '{}', 'x', '')", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_EDITION, "0", "('2026-03-02', '', '', '', '{}', '', '')", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_EDITION, "01", "('2026-03-02', '', '', '', '{}', '', '')", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_REQUEST, "SECTION", "('2026-03-02', '', '', '', '')", OK },
  { STEWARD_PIECE_REQUEST, "SECTION", "('soon', '', '', '', '')", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_REQUEST, "nobody", "('2026-03-02', '', '', '', '')", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_DOCUMENT, UUID, "DOCUMENT('scan','made','" HASH "','" UUID "')", OK },
  { STEWARD_PIECE_DOCUMENT, UUID, "DOCUMENT('','made','','')", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_DOCUMENT, UUID, "DOCUMENT('scan','lost','','')", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_DOCUMENT, UUID, "DOCUMENT('scan','made','abc','')", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_DOCUMENT, UUID, "DOCUMENT('scan','made','','abc')", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_DOCUMENT, "0F8FAD5B-d9cb-469f-a165-70867728950e", "DOCUMENT('scan','made','','')", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_DOCUMENT, "1", "DOCUMENT('scan','made','','')", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_STEP, "1", "('2026-03-02', 'signed', '', '', '', '" UUID "')", OK },
  { STEWARD_PIECE_STEP, "1", "('2026-03-02', 'suspended', 'jc.ground.other', '', '', '')", OK },
  { STEWARD_PIECE_STEP, "1", "('2026-03-02', 'stage-closed', 'jc.s1', '', '', '')", OK },
  { STEWARD_PIECE_STEP, "1", "('2026-03-02', 'suspended', 'jc.s1', '', '', '')", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_STEP, "1", "('2026-03-02', 'stage-closed', 's9', '', '', '')", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_STEP, "1", "('2026-03-02', 'forgotten', '', '', '', '')", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_STEP, "1", "('', 'signed', '', '', '', '')", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_STEP, "1", "('2026-03-02', 'signed', '', '', '', 'x')", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_STEP, "1000000000", "('2026-03-02', 'signed', '', '', '', '')", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_MEETING, "1", "('2026-03-02', '', '', [('局', 'excused', '')], [('局', '', '', '行')], '')", OK },
  { STEWARD_PIECE_MEETING, "1", "('2026-03-02', '', '', [('', 'present', '')], @a(ssss) [], '')", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_MEETING, "1", "('2026-03-02', '', '', [('局', '', '')], @a(ssss) [], '')", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_MEETING, "1", "('2026-03-02', '', '', @a(sss) [], [('局', '', 'maybe', '')], '')", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_TIMER, "1", "('TIMER', 'c1', '2026-03-02', '', '', '')", OK },
  { STEWARD_PIECE_TIMER, "1", "('TIMER', 'c1', '', '', '', '')", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_TIMER, "1", "('egg', '', '2026-03-02', '', '', '')", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_WORDING, "case c1 3", "('改', '')", OK },
  { STEWARD_PIECE_WORDING, "case c1 3", "('', '')", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_WORDING, "", "('改', '')", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_LINK, "jc.s1.item.filing " SLOT "#1", "('王', '2026-03-02T10:00:00+08:00', '先办')", OK },
  { STEWARD_PIECE_LINK, "jc.s1.item.filing/c1 " SLOT "#1/c 1", "('', '', '')", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_LINK, "jc.s1.item.filing/c1 " SLOT "#1/c2", "('', '', '')", OK },
  { STEWARD_PIECE_LINK, "ACTIVITY jc.s1.item.filing", "('', '', '')", OK },
  { STEWARD_PIECE_LINK, "ACTIVITY/c1 jc.s1.item.filing", "('', '', '')", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_LINK, "jc.s1.item.filing/ ACTIVITY", "('', '', '')", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_LINK, "jc.s1.item.filing jc.s1.item.filing", "('', '', '')", STEWARD_ERROR_INVALID },
  { STEWARD_PIECE_LINK, "jc.s1.item.filing", "('', '', '')", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_LINK, "jc.s1.item.filing ", "('', '', '')", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_LINK, " jc.s1.item.filing", "('', '', '')", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_LINK, "jc.s1.item.filing nothing", "('', '', '')", STEWARD_ERROR_UNKNOWN },
  { STEWARD_PIECE_LINK, "jc.s1.item.filing jc.s1", "('', '', '')", STEWARD_ERROR_UNKNOWN },
};

/* Ids that the pack gives stand for themselves in capitals. */
static char *
spell_out (StewardPack *pack,
           const char  *text)
{
  GString *spelt = g_string_new (text);
  g_auto (GStrv) parts = NULL;

  if (g_str_has_prefix (text, "DOCUMENT("))
    {
      parts = g_strsplit_set (text, "(,)", -1);
      g_string_printf (spelt, "(%s, '', '', %s, '', %s, '', %s, '', '', @a(ssss) [])", parts[1], parts[2], parts[3],
                       parts[4]);
    }
  g_string_replace (spelt, "MATERIAL", ((StewardMaterial *) steward_pack_get_materials (pack)->pdata[0])->id, 0);
  g_string_replace (spelt, "SECTION", ((StewardNamed *) steward_pack_get_sections (pack)->pdata[0])->id, 0);
  g_string_replace (spelt, "ACTIVITY", ((StewardActivity *) steward_pack_get_activities (pack)->pdata[0])->id, 0);
  g_string_replace (spelt, "TIMER", ((StewardTimer *) steward_pack_get_timers (pack)->pdata[0])->id, 0);
  return g_string_free (spelt, FALSE);
}

static GVariant *
parse (StewardPack *pack,
       const char  *text)
{
  g_autofree char *spelt = spell_out (pack, text);
  g_autoptr (GError) error = NULL;
  GVariant *value;

  if (strcmp (text, "LONG") == 0)
    return g_variant_ref_sink (g_variant_new ("(@sss)", g_variant_new_take_string (g_strnfill (STEWARD_TEXT_MAX_CHARS + 1, 'x')), "", ""));
  value = g_variant_parse (NULL, spelt, NULL, NULL, &error);
  g_assert_no_error (error);
  return value;
}

static void
test_what_fits_is_taken_and_what_does_not_is_refused (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  StewardPack *pack = steward_project_get_pack (project);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GVariant) value = parse (pack, cases[i].value), now = NULL;
      g_autofree char *key = spell_out (pack, cases[i].key);
      g_autoptr (GError) error = NULL;
      gboolean taken = steward_project_set_piece (project, cases[i].kind, key, value, &error);

      g_test_message ("%s %s %s", steward_piece_kind_to_word (cases[i].kind), key, cases[i].value);
      now = steward_project_get_piece (project, cases[i].kind, key);
      if (cases[i].code == OK)
        {
          g_assert_no_error (error);
          g_assert_true (taken && g_variant_equal (now, value));
          continue;
        }
      g_assert_error (error, STEWARD_ERROR, cases[i].code);
      g_assert_cmpstr (error->message, !=, "");
      g_assert_false (taken);
      g_assert_true (now == NULL || !g_variant_equal (now, value));
    }
}

static void
changed_cb (StewardProject *project,
            guint           change,
            guint          *heard)
{
  *heard |= change;
}

static void
test_numbers_go_up_and_stay (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  StewardEntrustmentStep step = { .day = fixture_day ("2026-03-02"), .note = (char *) " 两端 \r\n" };
  StewardMeeting meeting = { .day = fixture_day ("2026-03-03"), .title = (char *) "会" };
  g_autoptr (GPtrArray) steps = NULL, meetings = NULL;
  guint heard = 0;

  g_signal_connect (project, "changed", G_CALLBACK (changed_cb), &heard);
  for (guint i = 1; i <= 11; i++)
    g_assert_cmpuint (steward_project_put_step (project, &step, NULL), ==, i);
  g_assert_cmpuint (heard, ==, STEWARD_CHANGE_RECORDS);
  g_assert_cmpstr (steward_project_get_step (project, 11)->note, ==, "两端");
  g_assert_cmpuint (steward_project_get_step (project, 11)->number, ==, 11);
  steward_project_remove_step (project, 3);
  g_assert_null (steward_project_get_step (project, 3));
  steps = steward_project_list_steps (project);
  g_assert_cmpuint (steps->len, ==, 10);
  /* 11 is not between 1 and 2. */
  g_assert_cmpuint (((StewardEntrustmentStep *) steps->pdata[9])->number, ==, 11);
  step.number = 2;
  step.kind = STEWARD_ENTRUSTMENT_STEP_SENT;
  g_assert_cmpuint (steward_project_put_step (project, &step, NULL), ==, 2);
  g_assert_cmpint (steward_project_get_step (project, 2)->kind, ==, STEWARD_ENTRUSTMENT_STEP_SENT);
  step.day = STEWARD_DAY_NONE;
  g_assert_cmpuint (steward_project_put_step (project, &step, NULL), ==, 0);

  g_assert_cmpuint (steward_project_put_meeting (project, &meeting, NULL), ==, 1);
  g_assert_cmpuint (steward_project_get_meeting (project, 1)->attendance->len, ==, 0);
  meetings = steward_project_list_meetings (project);
  g_assert_cmpuint (meetings->len, ==, 1);
  steward_project_remove_meeting (project, 1);
  steward_project_remove_meeting (project, 1);
  g_assert_null (steward_project_get_meeting (project, 1));
}

static void
test_documents_come_in_the_order_of_their_time (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  StewardDocumentSignature signature = { (char *) "项目长签字", (char *) "虚构", NULL, (char *) "valid" };
  g_autoptr (GPtrArray) signatures = g_ptr_array_new (), list = NULL;
  StewardDocument document = { (char *) UUID, (char *) "service-plan", (char *) "jc.s1", (char *) "方案",
                               STEWARD_DOCUMENT_SIGNED, fixture_day ("2026-03-02"), (char *) HASH, (char *) "方案.pdf",
                               NULL, (char *) "王", (char *) "2026-03-02T10:00:00+08:00", signatures };
  const StewardDocument *kept;
  StewardDocumentState state;

  g_ptr_array_add (signatures, &signature);
  g_assert_true (steward_project_put_document (project, &document, NULL));
  document.id = (char *) "ffffffff-d9cb-469f-a165-70867728950e";
  document.at = (char *) "2026-03-01T10:00:00+08:00";
  document.signatures = NULL;
  g_assert_true (steward_project_put_document (project, &document, NULL));
  list = steward_project_list_documents (project);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpstr (((StewardDocument *) list->pdata[0])->id, ==, document.id);
  /* Of one moment: a copy after what it is a copy of, whatever their ids. */
  document.id = (char *) "00000000-d9cb-469f-a165-70867728950e";
  document.of = (char *) "ffffffff-d9cb-469f-a165-70867728950e";
  g_assert_true (steward_project_put_document (project, &document, NULL));
  g_ptr_array_unref (list);
  list = steward_project_list_documents (project);
  g_assert_cmpuint (list->len, ==, 3);
  g_assert_cmpstr (((StewardDocument *) list->pdata[0])->id, ==, document.of);
  g_assert_cmpstr (((StewardDocument *) list->pdata[1])->id, ==, document.id);
  kept = steward_project_get_document (project, UUID);
  g_assert_cmpstr (kept->sha256, ==, HASH);
  g_assert_cmpstr (kept->of, ==, "");
  g_assert_cmpstr (((StewardDocumentSignature *) kept->signatures->pdata[0])->verdict, ==, "valid");
  steward_project_remove_document (project, kept->id);
  g_assert_null (steward_project_get_document (project, UUID));
  for (guint i = 0; i < STEWARD_N_DOCUMENT_STATES; i++)
    {
      g_assert_true (steward_document_state_from_word (steward_document_state_to_word (i), &state));
      g_assert_cmpuint (state, ==, i);
    }
  g_assert_false (steward_document_state_from_word ("lost", &state));
}

static void
test_own_order_and_wording_are_kept (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  const char *const items[] = { "b", "a", "b", NULL };
  g_autoptr (GPtrArray) orders = NULL, edits = NULL;
  StewardEditField field;
  guint heard = 0;

  g_signal_connect (project, "changed", G_CALLBACK (changed_cb), &heard);
  g_assert_null (steward_project_get_order (project, "jc.s1"));
  g_assert_true (steward_project_set_order (project, "jc.s1", items, NULL));
  g_assert_cmpstr (steward_project_get_order (project, "jc.s1")[1], ==, "a");
  g_assert_null (steward_project_get_order (project, "jc.s1")[2]);
  orders = steward_project_list_orders (project);
  g_assert_cmpuint (orders->len, ==, 1);
  g_assert_true (steward_project_set_order (project, "jc.s1", NULL, NULL));
  g_assert_null (steward_project_get_order (project, "jc.s1"));

  g_assert_true (steward_project_put_edit (project, "jc.s1.item.filing", STEWARD_EDIT_NAME, " 备案 ", "王", NULL, NULL));
  g_assert_cmpstr (steward_project_get_edit (project, "jc.s1.item.filing", STEWARD_EDIT_NAME)->text, ==, "备案");
  g_assert_null (steward_project_get_edit (project, "jc.s1.item.filing", STEWARD_EDIT_NOTE));
  g_assert_false (steward_project_put_edit (project, "jc.s1", STEWARD_EDIT_NAME, "x", NULL, NULL, NULL));
  edits = steward_project_list_edits (project);
  g_assert_cmpuint (edits->len, ==, 1);
  g_assert_cmpuint (heard, ==, STEWARD_CHANGE_PLAN);
  steward_project_remove_edit (project, "jc.s1.item.filing", STEWARD_EDIT_NAME);
  g_assert_null (steward_project_get_edit (project, "jc.s1.item.filing", STEWARD_EDIT_NAME));
  g_assert_true (steward_project_put_edit (project, STEWARD_EDIT_POLICY, STEWARD_EDIT_REASONS, "位于禁建区\n超出用地标准", "王",
                                           NULL, NULL));
  g_assert_cmpstr (steward_project_get_edit (project, STEWARD_EDIT_POLICY, STEWARD_EDIT_REASONS)->text, ==,
                   "位于禁建区\n超出用地标准");
  g_assert_false (steward_project_put_edit (project, STEWARD_EDIT_POLICY, STEWARD_EDIT_REASONS, "", "王", NULL, NULL));
  g_assert_false (steward_project_put_edit (project, "jc.s1", STEWARD_EDIT_REASONS, "x", NULL, NULL, NULL));
  g_assert_false (steward_project_put_edit (project, STEWARD_EDIT_POLICY, STEWARD_EDIT_NAME, "x", NULL, NULL, NULL));
  for (guint i = 0; i < STEWARD_N_EDIT_FIELDS; i++)
    {
      g_assert_true (steward_edit_field_from_word (steward_edit_field_to_word (i), &field));
      g_assert_cmpuint (field, ==, i);
    }
}

static void
test_what_is_about_a_row_goes_with_it (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  StewardReceipt receipt = { (char *) "jc.s1.box.app.blank#1", fixture_day ("2026-03-02"), NULL, NULL };
  guint heard = 0;

  steward_project_add_rows (project, SLOT, "取水\n取土", "科");
  steward_project_add_rows (project, "jc.s1.box.app.blank", "图", "科");
  g_assert_true (steward_project_put_edit (project, SLOT "#1", STEWARD_EDIT_NAME, "取水许可", "王", NULL, NULL));
  g_assert_true (steward_project_put_edit (project, SLOT "#2", STEWARD_EDIT_NOTE, "另报", "王", NULL, NULL));
  g_assert_true (steward_project_put_receipt (project, &receipt, NULL));
  g_signal_connect (project, "changed", G_CALLBACK (changed_cb), &heard);
  steward_project_set_row_text (project, SLOT "#1", "");
  g_assert_cmpuint (heard, ==, STEWARD_CHANGE_TICKS | STEWARD_CHANGE_PLAN);
  g_assert_null (steward_project_get_edit (project, SLOT "#1", STEWARD_EDIT_NAME));
  g_assert_nonnull (steward_project_get_edit (project, SLOT "#2", STEWARD_EDIT_NOTE));
  steward_project_set_row_text (project, "jc.s1.box.app.blank#1", "");
  g_assert_null (steward_project_get_receipt (project, "jc.s1.box.app.blank#1"));
}

static void
test_links_come_and_go (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  g_autoptr (GPtrArray) links = NULL;
  g_autoptr (GError) error = NULL;
  const StewardOwnLink *link;
  guint heard = 0;

  steward_project_add_rows (project, SLOT, "取水\n取土", "科");
  g_signal_connect (project, "changed", G_CALLBACK (changed_cb), &heard);
  g_assert_true (steward_project_put_own_link (project, "jc.s1.item.filing", SLOT "#1", " 先办 ", "王", NULL, NULL));
  g_assert_true (steward_project_put_own_link (project, SLOT "#2/c1", "jc.s1.item.filing", NULL, NULL, "", NULL));
  g_assert_cmpuint (heard, ==, STEWARD_CHANGE_PLAN);
  g_assert_false (steward_project_put_own_link (project, "x", SLOT "#1", NULL, NULL, NULL, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN);
  link = steward_project_get_own_link (project, "jc.s1.item.filing", SLOT "#1");
  g_assert_cmpstr (link->note, ==, "先办");
  g_assert_cmpstr (link->by, ==, "王");
  g_assert_cmpstr (link->at, !=, "");
  g_assert_null (steward_project_get_own_link (project, SLOT "#1", "jc.s1.item.filing"));
  links = steward_project_list_own_links (project);
  g_assert_cmpuint (links->len, ==, 2);
  g_assert_cmpstr (((StewardOwnLink *) links->pdata[1])->id, ==, "jc.s1.item.filing " SLOT "#1");
  /* A row that goes takes its links along, also those of its cases. */
  steward_project_set_row_text (project, SLOT "#2", "");
  g_assert_null (steward_project_get_own_link (project, SLOT "#2/c1", "jc.s1.item.filing"));
  g_assert_nonnull (steward_project_get_own_link (project, "jc.s1.item.filing", SLOT "#1"));
  steward_project_remove_own_link (project, "jc.s1.item.filing", SLOT "#1");
  steward_project_remove_own_link (project, "jc.s1.item.filing", SLOT "#1");
  g_assert_null (steward_project_get_own_link (project, "jc.s1.item.filing", SLOT "#1"));
  g_assert_true (steward_own_link_end_is_of ("a/c1", "a") && steward_own_link_end_is_of ("a", "a"));
  g_assert_false (steward_own_link_end_is_of ("ab", "a"));
}

static void
test_an_edition_is_only_completed (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  StewardEdition edition = { .day = fixture_day ("2026-03-02"), .content = (char *) "{}", .notified = STEWARD_DAY_NONE };
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (steward_project_get_newest_edition (project));
  g_assert_cmpuint (steward_project_add_edition (project, &edition, NULL), ==, 1);
  g_assert_cmpuint (steward_project_add_edition (project, &edition, &error), ==, 0);
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
  g_clear_error (&error);
  edition.reason = (char *) "增项";
  edition.number = 1;
  g_assert_cmpuint (steward_project_add_edition (project, &edition, NULL), ==, 2);
  g_assert_cmpuint (steward_project_get_newest_edition (project)->number, ==, 2);
  g_assert_cmpstr (steward_project_get_edition (project, 1)->reason, ==, "");
  list = steward_project_list_editions (project);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_true (steward_project_complete_edition (project, 1, HASH, STEWARD_DAY_NONE, NULL));
  steward_project_complete_edition (project, 1, NULL, fixture_day ("2026-03-05"), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (steward_project_get_edition (project, 1)->paper, ==, HASH);
  g_assert_cmpint (steward_project_get_edition (project, 1)->notified, ==, fixture_day ("2026-03-05"));
  g_assert_true (steward_project_complete_edition (project, 1, HASH, fixture_day ("2026-03-05"), NULL));
  g_assert_false (steward_project_complete_edition (project, 1, NULL, fixture_day ("2026-03-06"), &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (steward_project_complete_edition (project, 7, HASH, STEWARD_DAY_NONE, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN);
}

static void
test_keyed_records_come_and_go (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  StewardPack *pack = steward_project_get_pack (project);
  StewardRequest request = { ((StewardNamed *) steward_pack_get_sections (pack)->pdata[0])->id, fixture_day ("2026-03-02"),
                             (char *) "王", STEWARD_DAY_NONE, NULL, NULL };
  StewardStartedTimer timer = { .timer = ((StewardTimer *) steward_pack_get_timers (pack)->pdata[0])->id,
                                .from = fixture_day ("2026-03-02"), .due = fixture_day ("2026-03-09"),
                                .done = STEWARD_DAY_NONE };
  StewardLedgerWording wording = { (char *) "case c1 1", (char *) "受理（改）", NULL };
  StewardReceipt receipt = { ((StewardMaterial *) steward_pack_get_materials (pack)->pdata[0])->id,
                             fixture_day ("2026-03-02"), NULL, NULL };
  g_autoptr (GPtrArray) requests = NULL, timers = NULL, wordings = NULL, receipts = NULL;

  g_assert_true (steward_project_put_request (project, &request, NULL));
  g_assert_cmpint (steward_project_get_request (project, request.id)->answered, ==, STEWARD_DAY_NONE);
  requests = steward_project_list_requests (project);
  g_assert_cmpuint (requests->len, ==, 1);
  steward_project_remove_request (project, request.id);
  g_assert_null (steward_project_get_request (project, request.id));

  g_assert_cmpuint (steward_project_put_timer (project, &timer, NULL), ==, 1);
  g_assert_cmpint (steward_project_get_timer (project, 1)->due, ==, fixture_day ("2026-03-09"));
  timers = steward_project_list_timers (project);
  g_assert_cmpuint (timers->len, ==, 1);
  steward_project_remove_timer (project, 1);
  g_assert_null (steward_project_get_timer (project, 1));

  g_assert_true (steward_project_put_wording (project, &wording, NULL));
  g_assert_cmpstr (steward_project_get_wording (project, "case c1 1")->result, ==, "");
  wordings = steward_project_list_wordings (project);
  g_assert_cmpuint (wordings->len, ==, 1);
  steward_project_remove_wording (project, "case c1 1");
  g_assert_null (steward_project_get_wording (project, "case c1 1"));

  g_assert_true (steward_project_put_receipt (project, &receipt, NULL));
  receipts = steward_project_list_receipts (project);
  g_assert_cmpuint (receipts->len, ==, 1);
  steward_project_remove_receipt (project, receipt.id);
  g_assert_null (steward_project_get_receipt (project, receipt.id));
  g_assert_cmpstr (steward_presence_to_word (STEWARD_PRESENCE_EXCUSED), ==, "excused");
  g_assert_cmpstr (steward_opinion_to_word (STEWARD_OPINION_NONE), ==, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/what-fits-is-taken-and-what-does-not-is-refused", test_what_fits_is_taken_and_what_does_not_is_refused);
  g_test_add_func ("/record/numbers-go-up-and-stay", test_numbers_go_up_and_stay);
  g_test_add_func ("/record/documents-come-in-the-order-of-their-time", test_documents_come_in_the_order_of_their_time);
  g_test_add_func ("/record/own-order-and-wording-are-kept", test_own_order_and_wording_are_kept);
  g_test_add_func ("/record/what-is-about-a-row-goes-with-it", test_what_is_about_a_row_goes_with_it);
  g_test_add_func ("/record/links-come-and-go", test_links_come_and_go);
  g_test_add_func ("/record/an-edition-is-only-completed", test_an_edition_is_only_completed);
  g_test_add_func ("/record/keyed-records-come-and-go", test_keyed_records_come_and_go);
  return g_test_run ();
}
