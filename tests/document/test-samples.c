/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The six official forms of the sample projects, compared with their text as
 * it was when somebody looked at every page. */
#include <string.h>

#include "steward-error.h"
#include "steward-project-file.h"
#include "steward-test-paper.h"
#include "steward-test-pdf.h"

static const char *const samples[] = { "jincheng-factory", "jincheng-school", "datong-complex" };

/* Pages each form takes for each sample. */
static const guint sample_pages[G_N_ELEMENTS (samples)][STEWARD_N_OFFICIAL_PAPERS] = {
  { 6, 4, 2, 1, 3, 1 },
  { 6, 4, 3, 1, 4, 1 },
  { 4, 3, 2, 1, 4, 1 },
};

static void
test_sample (gconstpointer data)
{
  guint sample = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardProject) project = steward_sample_load (samples[sample], &error);
  g_autoptr (StewardSchedule) schedule = NULL;

  g_assert_no_error (error);
  schedule = steward_test_schedule (project);
  for (guint kind = 0; kind < STEWARD_N_OFFICIAL_PAPERS; kind++)
    {
      g_autofree char *path = steward_test_paper_render (kind, schedule, samples[sample], NULL);
      g_autofree char *name = NULL;

      g_test_message ("%s: %u pages", path, steward_test_pdf_n_pages (path));
      g_assert_cmpuint (steward_test_pdf_n_pages (path), ==, sample_pages[sample][kind]);
      name = g_strdup_printf ("%s-%s", samples[sample], steward_paper_get_stem (kind));
      steward_test_paper_compare (name, path);
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
  schedule = steward_test_schedule (project);
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
test_unknown_stage (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardProject) project = steward_sample_load (samples[0], &error);
  g_autoptr (StewardSchedule) schedule = NULL;
  g_autoptr (GBytes) pdf = NULL;

  g_assert_no_error (error);
  schedule = steward_test_schedule (project);
  pdf = steward_paper_render (STEWARD_PAPER_CLOSING, schedule, "no-such-stage", NULL, &error);
  g_assert_null (pdf);
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_RENDER);
  g_assert_nonnull (strstr (error->message, "no-such-stage"));
}

static void
test_reproducible (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardProject) project = steward_sample_load (samples[0], &error);
  g_autoptr (StewardSchedule) schedule = NULL;

  g_assert_no_error (error);
  schedule = steward_test_schedule (project);
  for (guint kind = 0; kind < STEWARD_N_PAPERS; kind++)
    {
      g_autoptr (GBytes) a = steward_paper_render (kind, schedule, NULL, NULL, NULL);
      g_autoptr (GBytes) b = steward_paper_render (kind, schedule, NULL, NULL, NULL);

      g_assert_true (g_bytes_equal (a, b));
    }
}

static gpointer
render_in_thread (gpointer data)
{
  return steward_paper_render (STEWARD_PAPER_ENTRUSTMENT, data, NULL, NULL, NULL);
}

/* The window draws papers in workers. */
static void
test_threads (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardProject) project = steward_sample_load (samples[0], &error);
  g_autoptr (StewardSchedule) schedule = NULL;
  g_autoptr (GBytes) expected = NULL;
  GThread *threads[4];

  g_assert_no_error (error);
  schedule = steward_test_schedule (project);
  expected = render_in_thread (schedule);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("paper", render_in_thread, schedule);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (GBytes) pdf = g_thread_join (threads[i]);

      g_assert_true (g_bytes_equal (pdf, expected));
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
  g_test_add_func ("/papers/closing-form-of-a-chosen-stage", test_closing_of_a_stage);
  g_test_add_func ("/papers/unknown-stage-is-an-error", test_unknown_stage);
  g_test_add_func ("/papers/same-facts-give-the-same-bytes", test_reproducible);
  g_test_add_func ("/papers/threads-draw-the-same", test_threads);
  return g_test_run ();
}
