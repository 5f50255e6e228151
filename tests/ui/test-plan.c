/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The views of the plan page. */
#include "steward-plan-matrix.h"
#include "steward-plan-missing.h"
#include "ui-plan.h"

#define SAMPLE "jincheng-factory"

/* As a key pressed while a cell has the focus. */
static void
press (StewardPlanMatrix *matrix,
       guint              key,
       GdkModifierType    state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (matrix)));

  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (matrix)));
  ui_test_press (GTK_WIDGET (matrix), key, state);
}

static void
test_the_matrix_is_walked_by_key (Desk          *desk,
                                  gconstpointer  data)
{
  StewardPlanMatrix *matrix;
  g_autofree char *first = NULL;

  desk_import_sample (desk, SAMPLE);
  plan_show_view (desk, "matrix");
  matrix = plan_find (desk, STEWARD_TYPE_PLAN_MATRIX);
  first = g_strdup (steward_plan_matrix_get_material (matrix));
  g_assert_nonnull (first);
  g_assert_null (steward_plan_matrix_get_item (matrix));

  press (matrix, GDK_KEY_Right, 0);
  g_assert_cmpstr (steward_plan_matrix_get_item (matrix), ==, "jc.s1.item.filing");
  g_assert_nonnull (strstr (steward_plan_matrix_describe (matrix), "handed in here"));
  press (matrix, GDK_KEY_End, 0);
  g_assert_nonnull (strstr (steward_plan_matrix_describe (matrix), "not needed"));
  press (matrix, GDK_KEY_Up, 0);
  g_assert_cmpstr (steward_plan_matrix_get_material (matrix), ==, first);
  press (matrix, GDK_KEY_End, GDK_CONTROL_MASK);
  g_assert_cmpstr (steward_plan_matrix_get_material (matrix), !=, first);
  press (matrix, GDK_KEY_Home, GDK_CONTROL_MASK);
  g_assert_cmpstr (steward_plan_matrix_get_material (matrix), ==, first);
  g_assert_null (steward_plan_matrix_get_item (matrix));
}

/* Every material of the plan is a row, whatever the headings of the stages. */
static void
test_the_matrix_reaches_every_material (Desk          *desk,
                                        gconstpointer  data)
{
  const StewardSchedule *schedule;
  StewardPlanMatrix *matrix;

  desk_import_sample (desk, SAMPLE);
  plan_show_view (desk, "matrix");
  matrix = plan_find (desk, STEWARD_TYPE_PLAN_MATRIX);
  schedule = steward_session_get_schedule (desk_get_session (desk));
  g_assert_cmpuint (schedule->plan->materials->len, >, 20);
  for (guint i = 0; i < schedule->plan->materials->len; i++)
    {
      const StewardPlanMaterial *material = schedule->plan->materials->pdata[i];

      g_assert_cmpstr (steward_plan_matrix_get_material (matrix), ==, material->id);
      press (matrix, GDK_KEY_Down, 0);
    }
}

static void
test_the_current_cell_outlasts_a_change (Desk          *desk,
                                         gconstpointer  data)
{
  StewardPlanMatrix *matrix;
  g_autofree char *material = NULL;

  desk_import_sample (desk, SAMPLE);
  plan_show_view (desk, "matrix");
  matrix = plan_find (desk, STEWARD_TYPE_PLAN_MATRIX);
  for (guint i = 0; i < 6; i++)
    press (matrix, GDK_KEY_Down, 0);
  press (matrix, GDK_KEY_Right, 0);
  material = g_strdup (steward_plan_matrix_get_material (matrix));
  desk_set_note (desk, "虚构说明");
  ui_test_settle ();
  g_assert_cmpstr (steward_plan_matrix_get_material (matrix), ==, material);
  g_assert_cmpstr (steward_plan_matrix_get_item (matrix), ==, "jc.s1.item.filing");
  /* The keyboard is where it was. */
  press (matrix, GDK_KEY_Down, 0);
  g_assert_cmpstr (steward_plan_matrix_get_material (matrix), !=, material);
}

static void
test_missing_papers_are_listed (Desk          *desk,
                                gconstpointer  data)
{
  GtkWidget *missing;

  desk_import_sample (desk, SAMPLE);
  plan_show_view (desk, "missing");
  missing = plan_find (desk, STEWARD_TYPE_PLAN_MISSING);
  g_assert_cmpuint (ui_test_count (missing, GTK_TYPE_LIST_BOX_ROW), ==, 26);
}

static void
test_a_plan_without_materials_says_so (Desk          *desk,
                                       gconstpointer  data)
{
  StewardPlanMatrix *matrix;

  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.new-project", "s", "jincheng-2022");
  ui_test_wait (desk_has_session, desk);
  steward_project_set_tick (desk_get_project (desk), "jc.s1.box.item.filing", TRUE, "测试", NULL);
  plan_show_view (desk, "matrix");
  matrix = plan_find (desk, STEWARD_TYPE_PLAN_MATRIX);
  g_assert_null (steward_plan_matrix_get_material (matrix));
  g_assert_cmpstr (steward_plan_matrix_describe (matrix), ==, "");
  plan_show_view (desk, "missing");
  g_assert_cmpuint (ui_test_count (plan_find (desk, STEWARD_TYPE_PLAN_MISSING), GTK_TYPE_LIST_BOX_ROW), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  const struct { const char *path; void (*run) (Desk *desk, gconstpointer data); } tests[] = {
    { "/plan-page/the-matrix-is-walked-by-key", test_the_matrix_is_walked_by_key },
    { "/plan-page/the-matrix-reaches-every-material", test_the_matrix_reaches_every_material },
    { "/plan-page/the-current-cell-outlasts-a-change", test_the_current_cell_outlasts_a_change },
    { "/plan-page/missing-papers-are-listed", test_missing_papers_are_listed },
    { "/plan-page/a-plan-without-materials-says-so", test_a_plan_without_materials_says_so },
  };

  ui_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Desk, NULL, desk_set_up, tests[i].run, desk_tear_down);

  return g_test_run ();
}
