/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-moved-dialog.h"

#include <glib/gi18n-lib.h>

#include "steward-calendar-year.h"
#include "steward-errand.h"
#include "steward-moved-view.h"
#include "steward-official-news.h"

struct _StewardMovedDialog
{
  AdwWindow          parent_instance;

  GtkWidget         *cancel;
  GtkButton         *action;
  GtkStack          *pages;
  GtkProgressBar    *bar;
  GtkLabel          *summary;
  GtkScrolledWindow *table;

  StewardStore      *store;
  char              *person;
  int                year;          /* 0: what a release brought */
  StewardErrand     *errand;        /* while the dates are read */
  gboolean           is_writing;    /* which cannot be taken back */
};

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StewardMovedDialog, steward_moved_dialog, ADW_TYPE_WINDOW)

/* What a worker is given. */
typedef struct
{
  int           year;
  char         *person;
  StewardShare *share;
} Work;

static Work *
work_new (StewardMovedDialog *self)
{
  Work *work = g_new0 (Work, 1);

  work->year = self->year;
  work->person = g_strdup (self->person);
  work->share = self->errand != NULL ? steward_share_ref (steward_errand_get_share (self->errand)) : NULL;
  return work;
}

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->person);
  g_clear_pointer (&work->share, steward_share_unref);
  g_free (work);
}

/**
 * Preview:
 * @text: what becomes of the years, a line each
 * @moved: (element-type StewardMoved)
 * @skipped: (element-type utf8): projects that could not be read, and why
 *
 * What is shown.
 */
typedef struct
{
  GString   *text;
  GPtrArray *moved;
  GPtrArray *skipped;
} Preview;

static void
preview_free (gpointer data)
{
  Preview *preview = data;

  g_string_free (preview->text, TRUE);
  g_clear_pointer (&preview->moved, g_ptr_array_unref);
  g_ptr_array_unref (preview->skipped);
  g_free (preview);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Preview, preview_free)

static Preview *
preview_new (void)
{
  Preview *preview = g_new0 (Preview, 1);

  preview->text = g_string_new (NULL);
  preview->skipped = g_ptr_array_new_with_free_func (g_free);
  return preview;
}

static void
add_change (Preview                 *preview,
            const StewardYearChange *change,
            const StewardCalendar   *calendar)
{
  g_autofree char *text = steward_year_change_describe (change, calendar);

  g_string_append_printf (preview->text, "%s%s", preview->text->len > 0 ? "\n" : "", text);
  if (change->covered)
    g_string_append (preview->text, _(", but the one that was added to this database takes its place: take it out of "
                                      "the calendar in the preferences to have the official days"));
}

static gboolean
list_moved (StewardDatabase  *database,
            const Work       *work,
            StewardCalendar  *before,
            StewardCalendar  *after,
            Preview          *preview,
            GCancellable     *cancellable,
            GError          **error)
{
  preview->moved = steward_database_list_moved (database, before, after, steward_day_today (), preview->skipped,
                                                steward_share_set, work->share, cancellable, error);
  return preview->moved != NULL;
}

/* A #StewardYearsFunc: those that were added without the one of @data. */
static char *
leave_out (const char  *stored,
           gpointer     data,
           GError     **error)
{
  const Work *work = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (stored, strlen (stored));

  return steward_calendar_year_remove (bytes, work->year, error);
}

static gpointer
preview_removal (StewardDatabase  *database,
                 gpointer          data,
                 GCancellable     *cancellable,
                 GError          **error)
{
  const Work *work = data;
  g_autofree char *before = steward_database_get_years (database, error);
  g_autofree char *years = before != NULL ? leave_out (before, data, error) : NULL;
  g_autoptr (StewardCalendar) was = years ? steward_database_load_calendar (database, error) : NULL;
  g_autoptr (StewardCalendar) official = steward_calendar_new_official (), after = NULL;
  g_autoptr (Preview) preview = preview_new ();
  g_autoptr (GArray) changes = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (was == NULL)
    return NULL;
  bytes = g_bytes_new_static (years, strlen (years));
  after = *years ? steward_calendar_extend (official, bytes, "calendar", error) : steward_calendar_ref (official);
  if (after == NULL || !list_moved (database, work, was, after, preview, cancellable, error))
    return NULL;
  changes = steward_year_changes_compare (was, after);
  for (guint i = 0; i < changes->len; i++)
    add_change (preview, &g_array_index (changes, StewardYearChange, i), after);
  if (changes->len == 0)
    g_string_append (preview->text, _("The official days of this year are the same."));
  return g_steal_pointer (&preview);
}

static gpointer
preview_release (StewardDatabase  *database,
                 gpointer          data,
                 GCancellable     *cancellable,
                 GError          **error)
{
  g_autoptr (GError) wrong = NULL;
  g_autoptr (StewardOfficialNews) news = steward_database_find_official_news (database, &wrong);
  g_autoptr (StewardCalendar) official = steward_calendar_new_official ();
  g_autoptr (Preview) preview = preview_new ();

  if (wrong)
    {
      g_propagate_error (error, g_steal_pointer (&wrong));
      return NULL;
    }
  /* Somebody else has seen it meanwhile. */
  if (news == NULL)
    preview->moved = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_moved_free);
  else if (!list_moved (database, data, news->before, news->after, preview, cancellable, error))
    return NULL;
  for (guint i = 0; news && i < news->changes->len; i++)
    add_change (preview, &g_array_index (news->changes, StewardYearChange, i), official);
  return g_steal_pointer (&preview);
}

static gpointer
write_func (StewardDatabase  *database,
            gpointer          data,
            GCancellable     *cancellable,
            GError          **error)
{
  const Work *work = data;

  if (work->year == 0)
    return GINT_TO_POINTER (steward_database_accept_official (database, work->person, error));
  return GINT_TO_POINTER (steward_database_change_years (database, leave_out, data, work->person, error));
}

static void
show_text (StewardMovedDialog *self,
           const char         *text,
           gboolean            may_go_on)
{
  gtk_label_set_text (self->summary, text);
  gtk_stack_set_visible_child_name (self->pages, "preview");
  gtk_widget_set_sensitive (GTK_WIDGET (self->action), may_go_on);
  gtk_widget_grab_focus (may_go_on ? GTK_WIDGET (self->action) : self->cancel);
}

static void
show_preview (StewardMovedDialog *self,
              Preview            *preview)
{
  g_autofree char *moved = steward_moved_describe (preview->moved, preview->skipped);
  g_autofree char *text = g_strjoin ("\n", preview->text->str, moved, NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->table), preview->moved->len > 0);
  gtk_scrolled_window_set_child (self->table, steward_moved_view_new (g_steal_pointer (&preview->moved)));
  show_text (self, *preview->text->str != '\0' ? text : moved, TRUE);
}

static void
previewed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (StewardMovedDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Preview) preview = steward_store_run_finish (STEWARD_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_pointer (&self->errand, steward_errand_free);
  if (preview != NULL)
    show_preview (self, preview);
  else
    show_text (self, error->message, FALSE);
}

static void
waited_cb (double   done,
           gpointer user_data)
{
  StewardMovedDialog *self = user_data;

  gtk_stack_set_visible_child_name (self->pages, "working");
  gtk_progress_bar_set_fraction (self->bar, done);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (StewardMovedDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = GPOINTER_TO_INT (steward_store_run_finish (STEWARD_STORE (source), result, &error));

  self->is_writing = FALSE;
  /* Whoever closed its parent meanwhile sees in the list what became of it. */
  if (self->store == NULL)
    return;
  if (!done)
    {
      show_text (self, error->message, FALSE);
      return;
    }
  g_signal_emit (self, signals[DONE], 0, self->year);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
action_cb (StewardMovedDialog *self)
{
  self->is_writing = TRUE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->action), FALSE);
  steward_store_run_async (self->store, STEWARD_STORE_WRITE, write_func, work_new (self), work_free, NULL, NULL,
                           written_cb, g_object_ref (self));
}

static void
steward_moved_dialog_dispose (GObject *object)
{
  StewardMovedDialog *self = STEWARD_MOVED_DIALOG (object);

  g_clear_pointer (&self->errand, steward_errand_free);
  g_clear_pointer (&self->person, g_free);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (object), STEWARD_TYPE_MOVED_DIALOG);

  G_OBJECT_CLASS (steward_moved_dialog_parent_class)->dispose (object);
}

static gboolean
steward_moved_dialog_close_request (GtkWindow *window)
{
  if (STEWARD_MOVED_DIALOG (window)->is_writing)
    return GDK_EVENT_STOP;

  return GTK_WINDOW_CLASS (steward_moved_dialog_parent_class)->close_request (window);
}

static void
steward_moved_dialog_class_init (StewardMovedDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steward_moved_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = steward_moved_dialog_close_request;
  signals[DONE] = g_signal_new ("done", STEWARD_TYPE_MOVED_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/xiangmuzhang/Steward/steward-moved-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, StewardMovedDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, StewardMovedDialog, action);
  gtk_widget_class_bind_template_child (widget_class, StewardMovedDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, StewardMovedDialog, bar);
  gtk_widget_class_bind_template_child (widget_class, StewardMovedDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, StewardMovedDialog, table);
  gtk_widget_class_bind_template_callback (widget_class, action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
steward_moved_dialog_init (StewardMovedDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static StewardMovedDialog *
new_dialog (GtkWindow    *parent,
            StewardStore *store,
            int           year,
            const char   *person)
{
  StewardMovedDialog *self = g_object_new (STEWARD_TYPE_MOVED_DIALOG, "transient-for", parent, NULL);

  self->store = g_object_ref (store);
  self->person = g_strdup (person);
  self->year = year;
  self->errand = steward_errand_new (waited_cb, self);
  steward_store_run_async (store, STEWARD_STORE_READ, year == 0 ? preview_release : preview_removal, work_new (self),
                           work_free, preview_free, steward_errand_get_cancellable (self->errand), previewed_cb, g_object_ref (self));
  return self;
}

StewardMovedDialog *
steward_moved_dialog_new_removal (GtkWindow    *parent,
                                  StewardStore *store,
                                  int           year,
                                  const char   *person)
{
  StewardMovedDialog *self;
  g_autofree char *title = g_strdup_printf (_("Take Out the Year %d"), year);

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (STEWARD_IS_STORE (store) && year > 0 && person != NULL, NULL);

  self = new_dialog (parent, store, year, person);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_button_set_label (self->action, _("_Take Out"));
  gtk_widget_add_css_class (GTK_WIDGET (self->action), "destructive-action");
  return self;
}

StewardMovedDialog *
steward_moved_dialog_new_release (GtkWindow    *parent,
                                  StewardStore *store,
                                  const char   *person)
{
  StewardMovedDialog *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (STEWARD_IS_STORE (store) && person != NULL, NULL);

  self = new_dialog (parent, store, 0, person);
  gtk_window_set_title (GTK_WINDOW (self), _("Official Years of This Version"));
  gtk_button_set_label (self->action, _("_Seen"));
  gtk_widget_add_css_class (GTK_WIDGET (self->action), "suggested-action");
  return self;
}
