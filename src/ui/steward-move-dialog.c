/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-move-dialog.h"

#include <glib/gi18n-lib.h>

#include "steward-move.h"
#include "steward-pack-diff.h"
#include "steward-shift.h"
#include "steward-ui-text.h"

/* Nobody reads more lines; the command line tells them all. */
#define MAX_LINES 200

struct _StewardMoveDialog
{
  AdwWindow            parent_instance;

  GtkWidget           *move_button;
  GtkLabel            *problem;
  GtkLabel            *heading;
  AdwPreferencesGroup *differences;
  AdwPreferencesGroup *notes;
  AdwPreferencesGroup *shifts;

  StewardSession      *session;
  StewardPack         *pack;
};

enum
{
  PASSED_OVER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StewardMoveDialog, steward_move_dialog, ADW_TYPE_WINDOW)

static void
add_line (AdwPreferencesGroup *group,
          const char          *title,
          const char          *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (subtitle != NULL && *subtitle != '\0')
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (group, row);
}

static void
add_rest (AdwPreferencesGroup *group,
          guint                n)
{
  g_autofree char *text = NULL;

  if (n <= MAX_LINES)
    return;
  text = g_strdup_printf (ngettext ("And %u more", "And %u more", n - MAX_LINES), n - MAX_LINES);
  add_line (group, text, NULL);
}

/* "Limit (working days): 5 → 3", one line per field. (transfer full) */
static char *
describe_fields (const StewardPackDiff *diff)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < diff->fields->len; i++)
    {
      const StewardPackDiffField *field = diff->fields->pdata[i];
      const char *label = steward_pack_get_field_label (field->field);
      const char *before = field->before != NULL ? field->before : _("nothing");
      const char *after = field->after != NULL ? field->after : _("nothing");

      if (i > 0)
        g_string_append_c (text, '\n');
      if (*label != '\0')
        /* Translators: a field of a rule, its value before and after. */
        g_string_append_printf (text, _("%s: %s → %s"), label, before, after);
      else
        g_string_append_printf (text, "%s → %s", before, after);
    }
  return g_string_free (text, FALSE);
}

/* (transfer full) */
static char *
describe_diff (const StewardPackDiff *diff)
{
  const char *list = steward_pack_get_list_label (diff->list);

  switch (diff->kind)
    {
    case STEWARD_PACK_ADDED:
      /* Translators: a list of the rules, such as Items, and what is new in it. */
      return g_strdup_printf (_("%s: %s is new"), list, diff->name);
    case STEWARD_PACK_DROPPED:
      return g_strdup_printf (_("%s: %s is gone"), list, diff->name);
    case STEWARD_PACK_CHANGED:
    default:
      return g_strdup_printf (_("%s: %s"), list, diff->name);
    }
}

static void
show_differences (StewardMoveDialog *self)
{
  StewardPack *old = steward_project_get_pack (steward_session_get_project (self->session));
  g_autoptr (GPtrArray) differences = steward_pack_diff_new (old, self->pack);

  for (guint i = 0; i < MIN (differences->len, MAX_LINES); i++)
    {
      const StewardPackDiff *diff = differences->pdata[i];
      g_autofree char *title = describe_diff (diff);
      g_autofree char *fields = describe_fields (diff);
      g_autofree char *markup = g_markup_escape_text (fields, -1);

      add_line (self->differences, title, markup);
    }
  add_rest (self->differences, differences->len);
  if (differences->len == 0)
    add_line (self->differences, _("The rules say the same."), NULL);
}

static void
show_notes (StewardMoveDialog *self,
            const StewardMove *move)
{
  for (guint i = 0; i < MIN (move->notes->len, MAX_LINES); i++)
    {
      const StewardMoveNote *note = move->notes->pdata[i];

      add_line (self->notes, note->text, note->fate == STEWARD_MOVE_BLOCKED ? _("This keeps the project where it is.") : NULL);
    }
  add_rest (self->notes, move->notes->len);
  if (move->notes->len == 0)
    add_line (self->notes, _("Everything in the project has its place in the new rules."), NULL);
}

/* (transfer full) */
static char *
describe_limit (int limit)
{
  return limit >= 0 ? steward_ui_days (limit) : g_strdup (_("no limit stated"));
}

static void
show_shift (StewardMoveDialog  *self,
            const StewardShift *shift)
{
  g_autofree char *limit_before = describe_limit (shift->limit_before);
  g_autofree char *limit_after = describe_limit (shift->limit_after);
  g_autofree char *before = steward_ui_date (shift->finish_before, FALSE);
  g_autofree char *after = steward_ui_date (shift->finish_after, FALSE);
  g_autofree char *limit = NULL, *dates = NULL, *text = NULL;

  if (shift->limit_before != shift->limit_after)
    limit = g_strdup_printf (_("Limit %s → %s"), limit_before, limit_after);
  if (shift->finish_before != shift->finish_after)
    dates = g_strdup_printf (_("ends %s → %s"), before, after);
  text = steward_ui_join (limit != NULL ? limit : "", dates != NULL ? dates : "", NULL);
  add_line (self->shifts, shift->name, text);
}

static void
show_shifts (StewardMoveDialog *self,
             const StewardMove *move)
{
  StewardCalendar *calendar = steward_session_get_calendar (self->session);
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardSchedule) before = steward_schedule_new (move->project, calendar, STEWARD_DAY_NONE, &error);
  g_autoptr (StewardSchedule) after = NULL;
  g_autoptr (GPtrArray) shifts = NULL;

  if (before != NULL)
    after = steward_schedule_new (move->moved, calendar, STEWARD_DAY_NONE, &error);
  if (after == NULL)
    {
      add_line (self->shifts, error->message, NULL);
      return;
    }
  shifts = steward_shifts_new (before, after, move->ids);
  for (guint i = 0; i < MIN (shifts->len, MAX_LINES); i++)
    show_shift (self, shifts->pdata[i]);
  add_rest (self->shifts, shifts->len);
  if (shifts->len == 0)
    add_line (self->shifts, _("No limit and no date changes."), NULL);
}

static void
show_problem (StewardMoveDialog *self,
              const char        *message)
{
  gtk_label_set_text (self->problem, message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

static void
moved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (StewardMoveDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (steward_store_apply_finish (STEWARD_STORE (source), result, &error) > 0)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  gtk_widget_set_sensitive (self->move_button, TRUE);
  show_problem (self, error->message);
}

/* Computed once more: somebody may have worked on the project meanwhile. */
static void
move_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  StewardMoveDialog *self = STEWARD_MOVE_DIALOG (widget);
  StewardKeeper *keeper = steward_session_get_keeper (self->session);
  g_autoptr (StewardMove) move = NULL;

  steward_keeper_flush (keeper);
  move = steward_move_new (steward_session_get_project (self->session), self->pack);
  if (!steward_move_is_possible (move))
    {
      show_problem (self, _("Not everything in the project has a place in the new rules."));
      return;
    }
  gtk_widget_set_sensitive (self->move_button, FALSE);
  steward_store_apply_async (steward_keeper_get_store (keeper),
                             steward_change_set_new_move (move, steward_keeper_get_actor (keeper), 0),
                             moved_cb, g_object_ref (self));
}

static void
pass_over_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  g_signal_emit (widget, signals[PASSED_OVER], 0);
  gtk_window_close (GTK_WINDOW (widget));
}

static void
steward_move_dialog_dispose (GObject *object)
{
  StewardMoveDialog *self = STEWARD_MOVE_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->pack, steward_pack_unref);

  G_OBJECT_CLASS (steward_move_dialog_parent_class)->dispose (object);
}

static void
steward_move_dialog_class_init (StewardMoveDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steward_move_dialog_dispose;
  signals[PASSED_OVER] = g_signal_new ("passed-over", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/xiangmuzhang/Steward/steward-move-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, StewardMoveDialog, move_button);
  gtk_widget_class_bind_template_child (widget_class, StewardMoveDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, StewardMoveDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, StewardMoveDialog, differences);
  gtk_widget_class_bind_template_child (widget_class, StewardMoveDialog, notes);
  gtk_widget_class_bind_template_child (widget_class, StewardMoveDialog, shifts);
  gtk_widget_class_install_action (widget_class, "move.move", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "move.pass-over", NULL, pass_over_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
steward_move_dialog_init (StewardMoveDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

StewardMoveDialog *
steward_move_dialog_new (GtkWindow      *parent,
                         StewardSession *session,
                         StewardPack    *pack)
{
  StewardMoveDialog *self;
  StewardPack *old;
  g_autoptr (StewardMove) move = NULL;
  g_autofree char *heading = NULL;

  g_return_val_if_fail (STEWARD_IS_SESSION (session), NULL);
  g_return_val_if_fail (pack != NULL, NULL);

  self = g_object_new (STEWARD_TYPE_MOVE_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->pack = steward_pack_ref (pack);
  old = steward_project_get_pack (steward_session_get_project (session));
  /* Translators: title of the rules, version of the project, newer version. */
  heading = g_strdup_printf (_("%s: from version %s to %s"), steward_pack_get_title (pack),
                             steward_pack_get_version (old), steward_pack_get_version (pack));
  gtk_label_set_text (self->heading, heading);
  move = steward_move_new (steward_session_get_project (session), pack);
  show_differences (self);
  show_notes (self, move);
  show_shifts (self, move);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "move.move", steward_move_is_possible (move));
  return self;
}
