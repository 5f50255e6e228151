/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The six official forms of projects made to be difficult, read back as a
 * recipient would. */
#include <string.h>

#include "steward-error.h"
#include "steward-piece.h"
#include "steward-project-file.h"
#include "steward-test-paper.h"
#include "steward-test-pdf.h"

static StewardProject *
new_project (const char *pack_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardPack) pack = steward_pack_library_load (pack_id, &error);

  g_assert_no_error (error);
  return steward_project_new (pack);
}

/* Calls @visit for every box of the form; supplements only when asked for. */
static void
visit_boxes (StewardProject *project,
             gboolean        supplements,
             void          (*visit) (StewardProject *, const StewardBox *, gpointer),
             gpointer        data)
{
  GPtrArray *parts = steward_pack_get_parts (steward_project_get_pack (project));

  for (guint i = 0; i < parts->len; i++)
    {
      const StewardPart *part = g_ptr_array_index (parts, i);

      for (guint j = 0; j < part->groups->len && (supplements || !part->supplement); j++)
        {
          const StewardGroup *group = g_ptr_array_index (part->groups, j);

          for (guint k = 0; k < group->boxes->len; k++)
            visit (project, g_ptr_array_index (group->boxes, k), data);
        }
    }
}

static void
tick (StewardProject   *project,
      const StewardBox *box,
      gpointer          data)
{
  guint *n_boxes = data;

  (*n_boxes)++;
  if (box->kind == STEWARD_BOX_BLANK)
    {
      /* A blank slot is ticked by what is typed into it. */
      g_autofree char *typed = g_strdup_printf ("第%u框所填", *n_boxes);

      steward_project_add_rows (project, box->id, typed, "试验");
    }
  else
    {
      steward_project_set_tick (project, box->id, TRUE, "试验", "2026-08-12T09:00:00");
    }
}

static void
find_ticked_label (StewardProject   *project,
                   const StewardBox *box,
                   gpointer          data)
{
  g_autofree char *label = steward_test_squeeze (box->label);
  g_autofree char *ticked = g_strconcat ("☑", label, NULL);

  if (strstr (data, ticked) == NULL)
    g_error ("“%s” is not in the text of the form", ticked);
}

static void
test_every_tick (void)
{
  g_autoptr (StewardProject) project = new_project ("jincheng-2022");
  g_autoptr (StewardSchedule) schedule = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  guint n_boxes = 0;

  visit_boxes (project, FALSE, tick, &n_boxes);
  g_assert_cmpuint (n_boxes, ==, 114);
  schedule = steward_test_schedule (project);
  path = steward_test_paper_render (STEWARD_PAPER_ASSESSMENT, schedule, "every-tick", NULL);
  text = steward_test_pdf_text (path);
  visit_boxes (project, FALSE, find_ticked_label, text);
  g_assert_cmpuint (steward_test_count (text, "☑"), ==, 114);
  g_assert_cmpuint (steward_test_count (text, "框所填"), ==, 18);
}

static void
test_empty (void)
{
  g_autoptr (StewardProject) project = new_project ("jincheng-2022");
  g_autoptr (StewardSchedule) schedule = steward_test_schedule (project);

  for (guint kind = 0; kind < STEWARD_N_PAPERS; kind++)
    {
      g_autofree char *path = steward_test_paper_render (kind, schedule, "empty", NULL);
      g_autofree char *text = steward_test_pdf_text (path);
      g_autofree char *title = steward_test_squeeze (
        steward_paper_get_title (kind, steward_project_get_pack (project)));

      g_assert_nonnull (strstr (text, title));
      g_assert_null (strstr (text, "☑"));
      g_assert_null (strstr (text, "(null)"));
      g_assert_null (strchr (text, '{'));
    }
}

/* A recipient finds the note below the table on the last page. */
static void
test_footnote (void)
{
  g_autoptr (StewardProject) project = new_project ("jincheng-2022");
  g_autoptr (StewardSchedule) schedule = steward_test_schedule (project);
  g_autofree char *path = steward_test_paper_render (STEWARD_PAPER_SERVICE_PLAN, schedule, "footnote", NULL);
  g_autofree char *text = steward_test_pdf_text (path);
  g_autofree char *footnote = steward_test_squeeze (
    steward_pack_get_wording (steward_project_get_pack (project), "service_plan", "footnote"));

  g_assert_nonnull (strstr (text, footnote));
}

static void
fill_group (StewardProject     *project,
            const StewardGroup *group)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; g_utf8_strlen (text->str, -1) < 2980; i++)
    g_string_append_printf (text, "%s第%u句，逾期不办。", group->id, i);
  steward_project_set_text (project, group->id, text->str);
  g_string_free (text, TRUE);
}

static void
fill_to_the_brim (StewardProject *project)
{
  GPtrArray *parts = steward_pack_get_parts (steward_project_get_pack (project));
  g_autoptr (GString) rows = g_string_new (NULL);
  guint n_boxes = 0;

  visit_boxes (project, TRUE, tick, &n_boxes);
  for (guint i = 1; i <= 300; i++)
    g_string_append_printf (rows, "增加事项第%u号审批\n", i);
  steward_project_add_rows (project, "jc.s1.box.item.county-blank", rows->str, "试验");
  for (guint i = 0; i < parts->len; i++)
    {
      const StewardPart *part = g_ptr_array_index (parts, i);

      for (guint j = 0; j < part->groups->len; j++)
        {
          const StewardGroup *group = g_ptr_array_index (part->groups, j);

          if (group->text)
            fill_group (project, group);
        }
    }
}

static void
assert_all_rows (const char       *path,
                 StewardPaperKind  kind)
{
  g_autofree char *text = steward_test_pdf_text (path);

  for (guint i = 1; i <= 300; i++)
    {
      g_autofree char *row = g_strdup_printf ("增加事项第%u号审批", i);

      /* The plan of parallel approval names those once more that a lever is
       * about. */
      if (kind == STEWARD_PAPER_PARALLEL_PLAN)
        g_assert_nonnull (strstr (text, row));
      else
        g_assert_cmpuint (steward_test_count (text, row), ==, 1);
    }
}

static void
test_long_content (void)
{
  g_autoptr (StewardProject) project = new_project ("jincheng-2022");
  g_autoptr (StewardSchedule) schedule = NULL;
  g_autofree char *name = g_strnfill (200, 'X');
  g_autoptr (GRegex) folio = g_regex_new ("—[0-9]+—", 0, 0, NULL);
  g_autofree char *assessment = NULL;
  g_autofree char *text = NULL;

  fill_to_the_brim (project);
  steward_project_set_fact (project, STEWARD_FACT_NAME, name);
  steward_project_set_fact (project, STEWARD_FACT_UNIT,
                            "虚构某某某某某某某某某某某某某某某某某某某某某某某某股份有限公司（联合体）");
  for (guint i = 0; i < 300; i++)
    {
      char entry_kind[] = "咨询解答", entry_text[] = "增加一行台账。", result[] = "";
      const StewardLedgerEntry entry = { steward_day_from_ymd (2026, 3, 1) + (int) i, entry_kind,
                                         entry_text, result };

      steward_project_add_ledger_entry (project, &entry);
    }
  schedule = steward_test_schedule (project);
  for (guint kind = 0; kind < STEWARD_N_PAPERS; kind++)
    {
      g_autofree char *path = steward_test_paper_render (kind, schedule, "long", NULL);

      g_autofree char *text_of_pages = steward_test_pdf_text (path);
      /* A name may go on after a page number. */
      g_autofree char *all = g_regex_replace (folio, text_of_pages, -1, 0, "", 0, NULL);

      /* Pango once put hyphens where it broke a long name. */
      g_assert_nonnull (strstr (all, name));
      if (kind == STEWARD_PAPER_SERVICE_PLAN || kind == STEWARD_PAPER_ASSESSMENT || kind == STEWARD_PAPER_NOTICE ||
          kind == STEWARD_PAPER_PARALLEL_PLAN)
        assert_all_rows (path, kind);
      if (kind == STEWARD_PAPER_LEDGER)
        {
          g_autofree char *ledger = steward_test_pdf_text (path);

          g_assert_cmpuint (steward_test_count (ledger, "增加一行台账。"), ==, 300);
        }
    }
  assessment = g_test_build_filename (G_TEST_BUILT, "papers", "long-assessment.pdf", NULL);
  text = steward_test_pdf_text (assessment);
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *sentence = g_strdup_printf ("第%u句，逾期不办。", i);

      g_assert_cmpuint (steward_test_count (text, sentence), >=, 8);
    }
}

static void
test_rare_characters (void)
{
  g_autoptr (StewardProject) project = new_project ("jincheng-2022");
  g_autoptr (StewardSchedule) schedule = NULL;

  steward_project_set_fact (project, STEWARD_FACT_NAME, "虚构𠮷庆" RARE "项目");
  steward_project_set_fact (project, STEWARD_FACT_UNIT, "虚构㵘𬭚公司");
  schedule = steward_test_schedule (project);
  for (guint kind = 0; kind < STEWARD_N_PAPERS; kind++)
    {
      g_autofree char *notes = NULL;
      g_autofree char *path = steward_test_paper_render (kind, schedule, "rare", &notes);
      g_autofree char *text = steward_test_pdf_text (path);

      g_assert_nonnull (strstr (text, "虚构𠮷庆" RARE "项目"));
      g_assert_nonnull (notes);
      g_assert_nonnull (strstr (notes, "U+10FFFC " RARE));
      g_assert_null (strstr (notes, "U+20BB7"));
    }
}

/* Who signs or seals each paper. */
static const char *const signers[STEWARD_N_PAPERS] = {
  [STEWARD_PAPER_ASSESSMENT] = "",
  [STEWARD_PAPER_SERVICE_PLAN] = "",
  [STEWARD_PAPER_ENTRUSTMENT] = "unit",
  [STEWARD_PAPER_CLOSING] = "unit steward",
  [STEWARD_PAPER_LEDGER] = "",
  [STEWARD_PAPER_SUGGESTION] = "",
  [STEWARD_PAPER_NOTICE] = "agency unit",
  [STEWARD_PAPER_MATERIALS] = "",
  [STEWARD_PAPER_CHANGE] = "agency unit",
  [STEWARD_PAPER_PARALLEL_PLAN] = "agency",
  [STEWARD_PAPER_DEFERRAL] = "unit bureau",
  [STEWARD_PAPER_COMMITMENT] = "unit bureau",
  [STEWARD_PAPER_OPINION] = "agency",
  [STEWARD_PAPER_MINUTES] = "steward",
  [STEWARD_PAPER_CORRECTION] = "bureau unit",
  [STEWARD_PAPER_SUSPENSION] = "agency unit",
  [STEWARD_PAPER_RESUMPTION] = "agency unit",
  [STEWARD_PAPER_POLICY] = "agency unit",
  [STEWARD_PAPER_HAND_OVER] = "steward unit",
  [STEWARD_PAPER_PUSH] = "agency bureau",
};

static void
test_signature_fields (void)
{
  g_autoptr (StewardProject) project = new_project ("jincheng-2022");
  g_autoptr (StewardSchedule) schedule = steward_test_schedule (project);

  for (guint kind = 0; kind < STEWARD_N_PAPERS; kind++)
    {
      g_autofree char *path = steward_test_paper_render (kind, schedule, "fields", NULL);
      g_autofree char *json = steward_test_pdf_run (path, "qpdf", "--json", "@", NULL);

      g_auto (GStrv) names = g_strsplit (signers[kind], " ", -1);

      g_assert_cmpuint (steward_test_count (json, "\"/FT\": \"/Sig\""), ==, g_strv_length (names));
      for (guint i = 0; names[i] != NULL; i++)
        {
          g_autofree char *name = g_strdup_printf ("\"u:%s\"", names[i]);

          g_assert_cmpuint (steward_test_count (json, name), ==, 1);
        }
    }
}

static const StewardPaperEntry *
find_entry (GPtrArray        *entries,
            StewardPaperKind  kind,
            const char       *subject)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const StewardPaperEntry *entry = g_ptr_array_index (entries, i);

      if (entry->kind == kind && g_str_equal (entry->subject, subject))
        return entry;
    }
  return NULL;
}

/* A new project has the six forms to print, and none of them is missing. */
static void
test_list_of_new_project (void)
{
  g_autoptr (StewardProject) project = new_project ("jincheng-2022");
  g_autoptr (StewardSchedule) schedule = steward_test_schedule (project);
  g_autoptr (GPtrArray) entries = steward_paper_list (schedule);

  g_assert_cmpuint (entries->len, ==, STEWARD_N_OFFICIAL_PAPERS + 1);
  g_assert_nonnull (find_entry (entries, STEWARD_PAPER_POLICY, ""));
  for (guint i = 0; i < entries->len; i++)
    {
      const StewardPaperEntry *entry = g_ptr_array_index (entries, i);

      g_assert_cmpuint (entry->kind, ==, i < STEWARD_N_OFFICIAL_PAPERS ? i : STEWARD_PAPER_POLICY);
      g_assert_cmpstr (entry->subject, ==, "");
      g_assert_cmpstr (entry->reason, !=, "");
      g_assert_false (entry->due || entry->recorded);
    }
}

/* What is recorded in a project moves its papers from due to done. */
static void
test_list_follows_project (void)
{
  g_autoptr (StewardProject) project = new_project ("datong-2025");
  const StewardPack *pack = steward_project_get_pack (project);
  const StewardItem *item = steward_pack_find_item (pack, "dt.s1.filing");
  const StewardEntrustment entrustment = { NULL, NULL, steward_day_from_ymd (2026, 3, 2) };
  char stage[] = "dt.s1";
  const StewardClosing closing = { stage, steward_day_from_ymd (2026, 3, 6), NULL, 0 };
  g_autoptr (StewardCase) handled = steward_case_new ("c1", item->id);
  g_autoptr (StewardSchedule) schedule = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  const StewardPaperEntry *entry;

  steward_project_set_tick (project, steward_pack_find_item_box (pack, item->id)->id, TRUE, "试验", "2026-03-01T09:00:00");
  steward_case_add_event (handled, STEWARD_CASE_RECEIVED, steward_day_from_ymd (2026, 3, 3), "", "", "");
  steward_case_add_event (handled, STEWARD_CASE_ACCEPTED, steward_day_from_ymd (2026, 3, 3), "", "", "");
  steward_case_add_event (handled, STEWARD_CASE_GRANTED, steward_day_from_ymd (2026, 3, 5), "", "", "");
  steward_project_put_case (project, handled);
  schedule = steward_test_schedule (project);
  before = steward_paper_list (schedule);
  entry = find_entry (before, STEWARD_PAPER_ENTRUSTMENT, "");
  g_assert_true (entry->due && !entry->recorded);
  entry = find_entry (before, STEWARD_PAPER_CLOSING, stage);
  g_assert_true (entry->due && !entry->recorded);
  g_assert_cmpstr (entry->about, ==, steward_pack_find_stage (pack, stage)->plan_name);
  g_assert_null (find_entry (before, STEWARD_PAPER_CLOSING, ""));
  g_assert_false (find_entry (before, STEWARD_PAPER_SUGGESTION, "")->due);

  steward_project_set_entrustment (project, &entrustment);
  steward_project_put_closing (project, &closing);
  steward_project_set_state (project, STEWARD_STATE_CLOSED);
  steward_project_set_suggestion (project, "建议试验。");
  g_clear_pointer (&schedule, steward_schedule_free);
  schedule = steward_test_schedule (project);
  after = steward_paper_list (schedule);
  entry = find_entry (after, STEWARD_PAPER_ENTRUSTMENT, "");
  g_assert_true (entry->recorded);
  g_assert_nonnull (strstr (entry->reason, "2026-03-02"));
  g_assert_true (find_entry (after, STEWARD_PAPER_CLOSING, stage)->recorded);
  g_assert_true (find_entry (after, STEWARD_PAPER_SUGGESTION, "")->due);
  g_assert_true (find_entry (after, STEWARD_PAPER_SUGGESTION, "")->recorded);
  g_assert_true (find_entry (after, STEWARD_PAPER_LEDGER, "")->due);
}

/* Whatever is listed can be rendered with the subject it is listed with. */
static void
test_listed_can_be_rendered (void)
{
  g_autoptr (StewardProject) project = new_project ("yingkou-2022");
  g_autoptr (StewardSchedule) schedule = steward_test_schedule (project);
  g_autoptr (GPtrArray) entries = steward_paper_list (schedule);

  for (guint i = 0; i < entries->len; i++)
    {
      const StewardPaperEntry *entry = g_ptr_array_index (entries, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) pdf = steward_paper_render (entry->kind, schedule, entry->subject, NULL, &error);

      g_assert_no_error (error);
      g_assert_nonnull (pdf);
    }
}

static void
test_words_of_kinds (void)
{
  g_autoptr (StewardProject) project = new_project ("jincheng-2022");
  g_autoptr (StewardSchedule) schedule = steward_test_schedule (project);
  g_autoptr (GError) error = NULL;
  StewardPaperKind kind;

  for (guint i = 0; i < STEWARD_N_PAPERS; i++)
    {
      g_assert_true (steward_paper_from_stem (steward_paper_get_stem (i), &kind));
      g_assert_cmpuint (kind, ==, i);
      g_assert_nonnull (steward_pack_get_wording (steward_project_get_pack (project), steward_paper_get_form (i), "title"));
    }
  g_assert_false (steward_paper_from_stem ("no-such-paper", &kind));
  g_assert_cmpint (steward_paper_get_subject (STEWARD_PAPER_LEDGER), ==, STEWARD_SUBJECT_PROJECT);
  g_assert_cmpint (steward_paper_get_subject (STEWARD_PAPER_CLOSING), ==, STEWARD_SUBJECT_STAGE);
  g_assert_null (steward_paper_render (STEWARD_PAPER_LEDGER, schedule, "jc.s1", NULL, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_RENDER);
}

/* An item in segments is one line of the plan, and one item of the
 * entrustment. */
static void
test_an_item_in_segments_is_listed_once (void)
{
  static const StewardPaperKind kinds[] = { STEWARD_PAPER_SERVICE_PLAN, STEWARD_PAPER_ENTRUSTMENT };
  static const char *const segments[] = { "南区", "北区" };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (StewardProject) project = steward_sample_load ("jincheng-factory", NULL);
      const StewardItem *item = steward_pack_find_item (steward_project_get_pack (project), "jc.s2.item.eia");
      g_autoptr (StewardSchedule) schedule = NULL;
      g_autofree char *path = NULL, *text = NULL, *once = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (segments); i++)
        {
          const StewardCase *known = steward_project_find_case (project, item->id);
          g_autoptr (StewardCase) handled = i == 0 && known ? steward_case_copy (known) : steward_case_new (segments[i], item->id);

          g_free (handled->segment);
          handled->segment = g_strdup (segments[i]);
          steward_project_put_case (project, handled);
        }
      schedule = steward_test_schedule (project);
      path = steward_test_paper_render (kinds[k], schedule, "segments", NULL);
      text = steward_test_pdf_text (path);
      once = g_strdup_printf ("%s（南区、北区）", item->name);
      if (kinds[k] == STEWARD_PAPER_SERVICE_PLAN)
        g_assert_cmpuint (steward_test_count (text, once), ==, 1);
      g_assert_cmpuint (steward_test_count (text, "北区"), <=, 1);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/papers/every-ticked-label-comes-back", test_every_tick);
  g_test_add_func ("/papers/empty-project-prints-blanks", test_empty);
  g_test_add_func ("/papers/footnote-is-never-dropped", test_footnote);
  g_test_add_func ("/papers/long-content-is-complete", test_long_content);
  g_test_add_func ("/papers/rare-characters-are-kept-or-named", test_rare_characters);
  g_test_add_func ("/papers/empty-signature-fields-for-all-signers", test_signature_fields);
  g_test_add_func ("/papers/words-of-kinds", test_words_of_kinds);
  g_test_add_func ("/papers/list/new-project-has-the-six-forms", test_list_of_new_project);
  g_test_add_func ("/papers/list/follows-the-project", test_list_follows_project);
  g_test_add_func ("/papers/list/listed-can-be-rendered", test_listed_can_be_rendered);
  g_test_add_func ("/papers/an-item-in-segments-is-listed-once", test_an_item_in_segments_is_listed_once);
  return g_test_run ();
}
