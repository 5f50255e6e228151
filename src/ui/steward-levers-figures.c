/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-levers-figures.h"

#include <glib/gi18n-lib.h>

#include "steward-levers-row.h"
#include "steward-ui-text.h"

/* A day that is provisional. */
#define COLUMN_CHARS 18
/* Names of rows, on two lines if need be: with nothing said, the window would
 * have to be high enough for one character below the other. */
#define TITLE_CHARS 12

enum { ROW_CONSTRUCTION, ROW_FINISH, ROW_APPROVAL, ROW_SAVED, N_ROWS };

struct _StewardLeversFigures
{
  AdwBin          parent_instance;

  GtkGrid        *grid;
  GtkWidget      *heads[STEWARD_N_TRIALS];
  GtkLabel       *titles[N_ROWS];
  GtkLabel       *labels[N_ROWS][STEWARD_N_TRIALS];
};

enum { PROP_0, PROP_CHOSEN, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (StewardLeversFigures, steward_levers_figures, ADW_TYPE_BIN)

static char *
date_text (const StewardTrialFigures *figures,
           StewardDay                 day)
{
  const StewardCalendar *calendar = figures->schedule->calendar;

  return steward_ui_date (day, day != STEWARD_DAY_NONE && steward_calendar_is_provisional (calendar, day));
}

static char *
cell_text (const StewardTrialFigures *figures,
           StewardTrial               trial,
           guint                      row)
{
  g_autofree char *saved = NULL;
  g_autofree char *approval = NULL;

  switch (row)
    {
    case ROW_CONSTRUCTION:
      return date_text (figures, figures->construction);
    case ROW_FINISH:
      return date_text (figures, figures->schedule->finish);
    case ROW_APPROVAL:
      return steward_ui_days (figures->schedule->approval_days);
    case ROW_SAVED:
    default:
      if (trial == STEWARD_TRIAL_NOW)
        return g_strdup ("–");
      saved = steward_levers_saved_text (figures->saved);
      approval = steward_levers_approval_text (figures->saved_approval);
      return steward_ui_join (saved, approval, NULL);
    }
}

static void
toggled_cb (StewardLeversFigures *self,
            GtkCheckButton       *button)
{
  if (gtk_check_button_get_active (button))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

static GtkWidget *
make_head (StewardLeversFigures *self,
           StewardTrial          trial)
{
  const char * const names[] = { _("As decided"), _("Scenario _A"), _("Scenario _B") };
  const char * const labels[] = { _("As decided"), _("Scenario A"), _("Scenario B") };
  GtkWidget *head;

  if (trial == STEWARD_TRIAL_NOW)
    return steward_ui_label_new (names[trial], "heading");

  head = gtk_check_button_new_with_mnemonic (names[trial]);
  if (trial > STEWARD_TRIAL_A)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (head), GTK_CHECK_BUTTON (self->heads[STEWARD_TRIAL_A]));
  gtk_widget_add_css_class (head, "heading");
  steward_ui_set_label (head, labels[trial]);
  g_signal_connect_swapped (head, "toggled", G_CALLBACK (toggled_cb), self);

  return head;
}

static void
add_column (StewardLeversFigures *self,
            StewardTrial          trial)
{
  self->heads[trial] = make_head (self, trial);
  gtk_widget_set_hexpand (self->heads[trial], TRUE);
  gtk_grid_attach (self->grid, self->heads[trial], trial + 1, 0, 1, 1);
  for (guint row = 0; row < N_ROWS; row++)
    {
      GtkWidget *label = steward_ui_label_new ("", "numeric");

      if (row == ROW_SAVED)
        gtk_widget_add_css_class (label, "heading");
      /* The columns stay where they are when what is saved gets longer. */
      gtk_label_set_width_chars (GTK_LABEL (label), COLUMN_CHARS);
      gtk_label_set_max_width_chars (GTK_LABEL (label), COLUMN_CHARS);
      self->labels[row][trial] = GTK_LABEL (label);
      gtk_grid_attach (self->grid, label, trial + 1, row + 1, 1, 1);
    }
}

static void
steward_levers_figures_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CHOSEN:
      g_value_set_uint (value, steward_levers_figures_get_chosen (STEWARD_LEVERS_FIGURES (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
steward_levers_figures_class_init (StewardLeversFiguresClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = steward_levers_figures_get_property;
  properties[PROP_CHOSEN] =
    g_param_spec_uint ("chosen", NULL, NULL, STEWARD_TRIAL_A, STEWARD_TRIAL_B, STEWARD_TRIAL_A,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
steward_levers_figures_init (StewardLeversFigures *self)
{
  const char * const titles[] = { _("Start of construction"), _("End"), _("Approval days"), _("Saved") };

  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 18);
  gtk_grid_set_row_spacing (self->grid, 4);
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "levers-figures");
  for (guint row = 0; row < N_ROWS; row++)
    {
      self->titles[row] = GTK_LABEL (steward_ui_label_new (titles[row], "dim-label"));
      gtk_label_set_width_chars (self->titles[row], TITLE_CHARS);
      gtk_grid_attach (self->grid, GTK_WIDGET (self->titles[row]), 0, row + 1, 1, 1);
    }
  for (guint i = 0; i < STEWARD_N_TRIALS; i++)
    add_column (self, i);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->heads[STEWARD_TRIAL_A]), TRUE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->grid));
}

void
steward_levers_figures_update (StewardLeversFigures     *self,
                               const StewardTrialAnswer *answer)
{
  gboolean builds;

  g_return_if_fail (STEWARD_IS_LEVERS_FIGURES (self));
  g_return_if_fail (answer != NULL);

  builds = answer->figures[STEWARD_TRIAL_NOW].construction != STEWARD_DAY_NONE;
  gtk_widget_set_visible (GTK_WIDGET (self->titles[ROW_CONSTRUCTION]), builds);
  for (guint i = 0; i < STEWARD_N_TRIALS; i++)
    {
      g_autofree char *sentence = steward_levers_figures_describe (answer, i);

      for (guint row = 0; row < N_ROWS; row++)
        {
          g_autofree char *text = cell_text (&answer->figures[i], i, row);

          gtk_label_set_text (self->labels[row][i], text);
        }
      gtk_widget_set_visible (GTK_WIDGET (self->labels[ROW_CONSTRUCTION][i]), builds);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->heads[i]),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
    }
}

StewardTrial
steward_levers_figures_get_chosen (StewardLeversFigures *self)
{
  g_return_val_if_fail (STEWARD_IS_LEVERS_FIGURES (self), STEWARD_TRIAL_A);

  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->heads[STEWARD_TRIAL_B])) ? STEWARD_TRIAL_B
                                                                                       : STEWARD_TRIAL_A;
}

void
steward_levers_figures_choose (StewardLeversFigures *self,
                               StewardTrial          trial)
{
  g_return_if_fail (STEWARD_IS_LEVERS_FIGURES (self));
  g_return_if_fail (trial == STEWARD_TRIAL_A || trial == STEWARD_TRIAL_B);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->heads[trial]), TRUE);
}

char *
steward_levers_figures_describe (const StewardTrialAnswer *answer,
                                 StewardTrial              trial)
{
  const char *const titles[] = { _("Start of construction"), _("End"), _("Approval days"), _("Saved") };
  g_autoptr (GString) sentence = g_string_new (NULL);

  g_return_val_if_fail (answer != NULL, NULL);
  g_return_val_if_fail (trial < STEWARD_N_TRIALS, NULL);

  for (guint row = 0; row < N_ROWS; row++)
    {
      g_autofree char *text = cell_text (&answer->figures[trial], trial, row);
      g_autofree char *line = g_strdup_printf (_("%s: %s"), titles[row], text);

      if ((row != ROW_CONSTRUCTION || answer->figures[trial].construction != STEWARD_DAY_NONE)
          && (row != ROW_SAVED || trial != STEWARD_TRIAL_NOW))
        g_string_append_printf (sentence, "%s%s", sentence->len > 0 ? _("; ") : "", line);
    }

  return g_string_free (g_steal_pointer (&sentence), FALSE);
}
