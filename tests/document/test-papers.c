/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The six official forms, filled from the sample projects and from projects
 * made to be difficult, and read back as a recipient would. */
#include <string.h>

#include "steward-paper.h"
#include "steward-project-file.h"
#include "steward-test-pdf.h"

static const char *const samples[] = { "jincheng-factory", "jincheng-school", "datong-complex" };

/* Pages each form takes for each sample. */
static const guint sample_pages[G_N_ELEMENTS (samples)][STEWARD_N_PAPERS] = {
  { 6, 3, 2, 1, 1, 1 },
  { 6, 3, 2, 1, 1, 1 },
  { 4, 3, 2, 1, 1, 1 },
};

static StewardSchedule *
make_schedule (StewardProject *project)
{
  g_autoptr (StewardCalendar) calendar = steward_calendar_new_official ();
  g_autoptr (GError) error = NULL;
  StewardSchedule *schedule =
    steward_schedule_new (project, calendar, steward_day_from_ymd (2026, 8, 12), &error);

  g_assert_no_error (error);
  return schedule;
}

/* Renders a paper, checks what every paper must be, and returns its path. */
static char *
render (StewardPaperKind        kind,
        const StewardSchedule  *schedule,
        const char             *prefix,
        char                  **notes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = steward_paper_render (kind, schedule, NULL, notes, &error);
  g_autofree char *name = g_strdup_printf ("%s-%s.pdf", prefix, steward_paper_get_stem (kind));
  char *path;

  g_assert_no_error (error);
  path = steward_test_pdf_save (pdf, name);
  steward_test_pdf_assert_good (path);
  return path;
}

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

/* Whole sentences and boxes on lines of their own, so that a difference can
 * be read; where the fonts at hand break lines does not matter. */
static char *
fold (const char *squeezed)
{
  GString *result = g_string_new (NULL);

  for (const char *p = squeezed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if ((character == 0x2610 || character == 0x2611) && result->len > 0)
        g_string_append_c (result, '\n');
      g_string_append_unichar (result, character);
      if (character == 0x3002 || character == 0xff1b)
        g_string_append_c (result, '\n');
    }
  if (result->len > 0 && result->str[result->len - 1] != '\n')
    g_string_append_c (result, '\n');
  return g_string_free (result, FALSE);
}

static void
compare_golden (const char       *sample,
                StewardPaperKind  kind,
                const char       *path)
{
  g_autofree char *name = g_strdup_printf ("%s-%s.txt", sample, steward_paper_get_stem (kind));
  g_autofree char *golden = g_test_build_filename (G_TEST_DIST, "document", "golden", name, NULL);
  g_autofree char *squeezed = steward_test_pdf_text (path);
  g_autofree char *folded = fold (squeezed);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) want = NULL;
  g_auto (GStrv) have = NULL;

  if (g_getenv ("STEWARD_WRITE_GOLDEN") != NULL)
    g_file_set_contents (golden, folded, -1, &error);
  g_assert_no_error (error);
  g_file_get_contents (golden, &expected, NULL, &error);
  g_assert_no_error (error);
  want = g_strsplit (expected, "\n", -1);
  have = g_strsplit (folded, "\n", -1);
  for (guint i = 0; want[i] != NULL || have[i] != NULL; i++)
    if (g_strcmp0 (want[i], have[i]) != 0)
      g_error ("%s line %u: expected “%s”, got “%s”", name, i + 1,
               want[i] != NULL ? want[i] : "the end", have[i] != NULL ? have[i] : "the end");
}

static void
test_sample (gconstpointer data)
{
  guint sample = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardProject) project = steward_sample_load (samples[sample], &error);
  g_autoptr (StewardSchedule) schedule = NULL;

  g_assert_no_error (error);
  schedule = make_schedule (project);
  for (guint kind = 0; kind < STEWARD_N_PAPERS; kind++)
    {
      g_autofree char *path = render (kind, schedule, samples[sample], NULL);

      g_test_message ("%s: %u pages", path, steward_test_pdf_n_pages (path));
      g_assert_cmpuint (steward_test_pdf_n_pages (path), ==, sample_pages[sample][kind]);
      compare_golden (samples[sample], kind, path);
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
  schedule = make_schedule (project);
  path = render (STEWARD_PAPER_ASSESSMENT, schedule, "every-tick", NULL);
  text = steward_test_pdf_text (path);
  visit_boxes (project, FALSE, find_ticked_label, text);
  g_assert_cmpuint (steward_test_count (text, "☑"), ==, 114);
  g_assert_cmpuint (steward_test_count (text, "框所填"), ==, 18);
}

static void
test_empty (void)
{
  g_autoptr (StewardProject) project = new_project ("jincheng-2022");
  g_autoptr (StewardSchedule) schedule = make_schedule (project);

  for (guint kind = 0; kind < STEWARD_N_PAPERS; kind++)
    {
      g_autofree char *path = render (kind, schedule, "empty", NULL);
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
  g_autoptr (StewardSchedule) schedule = make_schedule (project);
  g_autofree char *path = render (STEWARD_PAPER_SERVICE_PLAN, schedule, "footnote", NULL);
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
assert_all_rows (const char *path)
{
  g_autofree char *text = steward_test_pdf_text (path);

  for (guint i = 1; i <= 300; i++)
    {
      g_autofree char *row = g_strdup_printf ("增加事项第%u号审批", i);

      g_assert_cmpuint (steward_test_count (text, row), ==, 1);
    }
}

static void
test_long_content (void)
{
  g_autoptr (StewardProject) project = new_project ("jincheng-2022");
  g_autoptr (StewardSchedule) schedule = NULL;
  g_autofree char *name = g_strnfill (200, 'X');
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
  schedule = make_schedule (project);
  for (guint kind = 0; kind < STEWARD_N_PAPERS; kind++)
    {
      g_autofree char *path = render (kind, schedule, "long", NULL);

      if (kind == STEWARD_PAPER_SERVICE_PLAN || kind == STEWARD_PAPER_ASSESSMENT)
        assert_all_rows (path);
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

  steward_project_set_fact (project, STEWARD_FACT_NAME, "虚构𠮷庆𪚥项目");
  steward_project_set_fact (project, STEWARD_FACT_UNIT, "虚构㵘𬭚公司");
  schedule = make_schedule (project);
  for (guint kind = 0; kind < STEWARD_N_PAPERS; kind++)
    {
      g_autofree char *notes = NULL;
      g_autofree char *path = render (kind, schedule, "rare", &notes);
      g_autofree char *text = steward_test_pdf_text (path);

      g_assert_nonnull (strstr (text, "虚构𠮷庆𪚥项目"));
      g_assert_nonnull (notes);
      g_assert_nonnull (strstr (notes, "U+2A6A5 𪚥"));
      g_assert_null (strstr (notes, "U+20BB7"));
    }
}

static void
test_signature_fields (void)
{
  const guint n_fields[STEWARD_N_PAPERS] = { 0, 0, 1, 2, 0, 0 };
  g_autoptr (StewardProject) project = new_project ("jincheng-2022");
  g_autoptr (StewardSchedule) schedule = make_schedule (project);

  for (guint kind = 0; kind < STEWARD_N_PAPERS; kind++)
    {
      g_autofree char *path = render (kind, schedule, "fields", NULL);
      g_autofree char *json = steward_test_pdf_run (path, "qpdf", "--json", "@", NULL);

      g_assert_cmpuint (steward_test_count (json, "\"/FT\": \"/Sig\""), ==, n_fields[kind]);
      g_assert_cmpuint (steward_test_count (json, "\"u:unit\""), ==, n_fields[kind] > 0 ? 1 : 0);
      g_assert_cmpuint (steward_test_count (json, "\"u:steward\""), ==, n_fields[kind] > 1 ? 1 : 0);
    }
}

static void
test_closing_of_a_stage (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardProject) project = steward_sample_load ("datong-complex", &error);
  g_autoptr (StewardSchedule) schedule = NULL;
  const char *const stages[] = { "dt.s1", "dt.s2" };

  g_assert_no_error (error);
  schedule = make_schedule (project);
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      const StewardStage *stage =
        steward_pack_find_stage (steward_project_get_pack (project), stages[i]);
      g_autoptr (GBytes) pdf =
        steward_paper_render (STEWARD_PAPER_CLOSING, schedule, stages[i], NULL, &error);
      g_autofree char *path = steward_test_pdf_save (pdf, "closing-of-a-stage.pdf");
      g_autofree char *text = steward_test_pdf_text (path);

      /* The stage is named once, though the wording says 阶段 as well. */
      g_assert_cmpuint (steward_test_count (text, stage->plan_name), ==, 1);
      g_assert_null (strstr (text, "阶段阶段"));
    }
}

static void
test_reproducible (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardProject) project = steward_sample_load (samples[0], &error);
  g_autoptr (StewardSchedule) schedule = NULL;

  g_assert_no_error (error);
  schedule = make_schedule (project);
  for (guint kind = 0; kind < STEWARD_N_PAPERS; kind++)
    {
      g_autoptr (GBytes) a = steward_paper_render (kind, schedule, NULL, NULL, NULL);
      g_autoptr (GBytes) b = steward_paper_render (kind, schedule, NULL, NULL, NULL);

      g_assert_true (g_bytes_equal (a, b));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *path = g_strconcat ("/papers/sample/", samples[i], NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_sample);
    }
  g_test_add_func ("/papers/every-ticked-label-comes-back", test_every_tick);
  g_test_add_func ("/papers/empty-project-prints-blanks", test_empty);
  g_test_add_func ("/papers/footnote-is-never-dropped", test_footnote);
  g_test_add_func ("/papers/long-content-is-complete", test_long_content);
  g_test_add_func ("/papers/rare-characters-are-kept-or-named", test_rare_characters);
  g_test_add_func ("/papers/empty-signature-fields-for-all-signers", test_signature_fields);
  g_test_add_func ("/papers/closing-form-of-a-chosen-stage", test_closing_of_a_stage);
  g_test_add_func ("/papers/same-facts-give-the-same-bytes", test_reproducible);
  return g_test_run ();
}
