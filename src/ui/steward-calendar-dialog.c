/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-calendar-dialog.h"

#include <glib/gi18n-lib.h>

#include "steward-calendar-year.h"
#include "steward-compat.h"
#include "steward-errand.h"
#include "steward-file.h"
#include "steward-moved-view.h"
#include "steward-ui-text.h"

struct _StewardCalendarDialog
{
  AdwWindow        parent_instance;

  GtkWidget       *cancel;
  GtkWidget       *back;
  GtkWidget       *next;
  GtkWidget       *add;
  GtkStack        *pages;
  GtkLabel        *problem;
  GtkEditable     *year_row;
  GtkEditable     *notice_row;
  GtkEditable     *date_row;
  GtkTextView     *lines;
  GtkProgressBar  *bar;
  GtkLabel        *summary;
  GtkScrolledWindow *table;

  StewardStore        *store;
  char                *person;
  StewardCalendarYear *year;          /* whose dates are shown */
  StewardErrand       *errand;        /* while the dates are read */
  GCancellable        *cancellable;   /* while a file is read */
  gboolean             is_adding;     /* which cannot be taken back */
};

enum
{
  ADDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StewardCalendarDialog, steward_calendar_dialog, ADW_TYPE_WINDOW)

/**
 * Preview:
 * @year: as it was in the form
 * @moved: (element-type StewardMoved)
 * @skipped: (element-type utf8): projects that could not be read, and why
 * @kinds: how many days of the year there are of each #StewardDayKind
 * @replaces: the year was official before
 *
 * What adding a year would do.
 */
typedef struct
{
  StewardCalendarYear *year;
  GPtrArray           *moved;
  GPtrArray           *skipped;
  int                  kinds[STEWARD_DAY_HOLIDAY + 1];
  gboolean             replaces;
} Preview;

static void
preview_free (gpointer data)
{
  Preview *preview = data;

  g_clear_pointer (&preview->moved, g_ptr_array_unref);
  g_clear_pointer (&preview->skipped, g_ptr_array_unref);
  steward_calendar_year_free (preview->year);
  g_free (preview);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Preview, preview_free)

/* What a worker is given. */
typedef struct
{
  StewardCalendarYear *year;
  char                *person;
  StewardShare        *share;
} Work;

static Work *
work_new (StewardCalendarYear   *year,
          StewardCalendarDialog *dialog)
{
  Work *work = g_new0 (Work, 1);

  work->year = year;
  work->person = g_strdup (dialog->person);
  work->share = dialog->errand != NULL ? steward_share_ref (steward_errand_get_share (dialog->errand)) : NULL;
  return work;
}

static void
work_free (gpointer data)
{
  Work *work = data;

  steward_calendar_year_free (work->year);
  g_free (work->person);
  g_clear_pointer (&work->share, steward_share_unref);
  g_free (work);
}

/* A #StewardYearsFunc: those that are there with the one of @data. */
static char *
join_years (const char  *stored,
            gpointer     data,
            GError     **error)
{
  const Work *work = data;
  g_autoptr (GBytes) bytes = *stored != '\0' ? g_bytes_new (stored, strlen (stored)) : NULL;

  return steward_calendar_year_to_file (work->year, bytes, error);
}

static void
count_days (Preview               *preview,
            const StewardCalendar *calendar,
            int                    year)
{
  StewardDay last = steward_day_from_ymd (year, 12, 31);

  for (StewardDay day = steward_day_from_ymd (year, 1, 1); day <= last; day++)
    preview->kinds[steward_calendar_describe (calendar, day, NULL, NULL)]++;
}

static gpointer
preview_func (StewardDatabase  *database,
              gpointer          data,
              GCancellable     *cancellable,
              GError          **error)
{
  Work *work = data;
  int number = steward_calendar_year_get_year (work->year);
  g_autoptr (Preview) preview = g_new0 (Preview, 1);
  g_autoptr (StewardCalendar) before = steward_database_load_calendar (database, error);
  g_autoptr (StewardCalendar) after = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *others = before != NULL ? steward_database_get_years (database, error) : NULL;
  char *years = others != NULL ? join_years (others, data, error) : NULL;

  if (years == NULL)
    return NULL;
  bytes = g_bytes_new_take (years, strlen (years));
  after = steward_calendar_extend (before, bytes, steward_calendar_year_get_notice (work->year), error);
  if (after == NULL)
    return NULL;
  preview->replaces = !steward_calendar_is_provisional (before, steward_day_from_ymd (number, 1, 1));
  count_days (preview, after, number);
  preview->skipped = g_ptr_array_new_with_free_func (g_free);
  preview->moved = steward_database_list_moved (database, NULL, after, steward_day_today (), preview->skipped,
                                                steward_share_set, work->share, cancellable, error);
  if (preview->moved == NULL)
    return NULL;
  preview->year = g_steal_pointer (&work->year);
  return g_steal_pointer (&preview);
}

/* The number of the year. */
static gpointer
add_func (StewardDatabase  *database,
          gpointer          data,
          GCancellable     *cancellable,
          GError          **error)
{
  const Work *work = data;

  if (!steward_database_change_years (database, join_years, data, work->person, error))
    return NULL;
  return GINT_TO_POINTER (steward_calendar_year_get_year (work->year));
}

static void
show_page (StewardCalendarDialog *self,
           const char            *name)
{
  gboolean form = g_str_equal (name, "form");
  gboolean preview = g_str_equal (name, "preview");

  gtk_stack_set_visible_child_name (self->pages, name);
  gtk_widget_set_visible (self->cancel, form);
  gtk_widget_set_visible (self->back, !form);
  gtk_widget_set_visible (self->next, !preview);
  gtk_widget_set_visible (self->add, preview);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "calendar.next", form);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "calendar.back", !form);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "calendar.add", preview);
  gtk_window_set_default_widget (GTK_WINDOW (self), preview ? self->add : self->next);
  gtk_window_set_title (GTK_WINDOW (self), preview ? _("Dates That Move") : _("Add Year"));
}

/* Says what is wrong in the form, where it is to be put right. */
static void
complain (StewardCalendarDialog *self,
          GtkWidget             *where,
          const char            *message)
{
  show_page (self, "form");
  gtk_label_set_text (self->problem, message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
  gtk_widget_grab_focus (where);
}

static char *
get_lines (StewardCalendarDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->lines);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* The number in the form, 0 after a complaint. */
static int
get_year (StewardCalendarDialog *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->year_row)));
  guint64 year = 0;

  if (g_ascii_string_to_unsigned (text, 10, 1950, 2199, &year, NULL))
    return (int) year;
  complain (self, GTK_WIDGET (self->year_row), _("The year has to be a number from 1950 to 2199."));
  return 0;
}

/* The year of the form, NULL after a complaint. */
static StewardCalendarYear *
make_year (StewardCalendarDialog *self)
{
  g_autoptr (StewardCalendarYear) year = NULL;
  g_autofree char *notice = g_strstrip (g_strdup (gtk_editable_get_text (self->notice_row)));
  g_autofree char *lines = get_lines (self);
  const char *typed = gtk_editable_get_text (self->date_row);
  g_autoptr (GError) error = NULL;
  StewardDay date;
  int number = get_year (self);

  if (number == 0)
    return NULL;
  if (*notice == '\0')
    {
      complain (self, GTK_WIDGET (self->notice_row), _("The number of the notice is missing."));
      return NULL;
    }
  if (!steward_day_parse_typed (typed, &date))
    {
      g_autofree char *message = g_strdup_printf (_("“%s” is not a date."), typed);

      complain (self, GTK_WIDGET (self->date_row), message);
      return NULL;
    }
  year = steward_calendar_year_new (number, notice, date);
  if (steward_calendar_year_read_lines (year, lines, &error))
    return g_steal_pointer (&year);
  complain (self, GTK_WIDGET (self->lines), error->message);
  return NULL;
}

static void
stop_reading (StewardCalendarDialog *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->errand, steward_errand_free);
}

static char *
describe_days (const Preview *preview)
{
  int year = steward_calendar_year_get_year (preview->year);
  int worked = preview->kinds[STEWARD_DAY_WORKING] + preview->kinds[STEWARD_DAY_MAKE_UP];
  g_autofree char *days = g_strdup_printf (ngettext ("%d: %d working day", "%d: %d working days", worked), year, worked);
  g_autofree char *off = g_strdup_printf (ngettext ("%d day off", "%d days off", preview->kinds[STEWARD_DAY_HOLIDAY]),
                                          preview->kinds[STEWARD_DAY_HOLIDAY]);
  g_autofree char *made_up = g_strdup_printf (ngettext ("%d worked weekend day", "%d worked weekend days",
                                                        preview->kinds[STEWARD_DAY_MAKE_UP]),
                                              preview->kinds[STEWARD_DAY_MAKE_UP]);

  return steward_ui_join (days, off, made_up, NULL);
}

static void
show_preview (StewardCalendarDialog *self,
              Preview               *preview)
{
  g_autofree char *days = describe_days (preview);
  g_autofree char *moved = steward_moved_describe (preview->moved, preview->skipped);
  g_autofree char *replaces = NULL;
  g_autofree char *text = NULL;

  if (preview->replaces)
    replaces = g_strdup_printf (_("The year %d is there already; these days take its place."),
                                steward_calendar_year_get_year (preview->year));
  text = g_strjoin ("\n", days, moved, replaces, NULL);
  gtk_label_set_text (self->summary, text);
  gtk_widget_set_visible (GTK_WIDGET (self->table), preview->moved->len > 0);
  gtk_scrolled_window_set_child (self->table, steward_moved_view_new (g_steal_pointer (&preview->moved)));
  g_clear_pointer (&self->year, steward_calendar_year_free);
  self->year = g_steal_pointer (&preview->year);
  show_page (self, "preview");
  gtk_widget_grab_focus (self->add);
}

static void
previewed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (StewardCalendarDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Preview) preview = steward_store_run_finish (STEWARD_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  stop_reading (self);
  if (preview != NULL)
    show_preview (self, preview);
  else
    complain (self, GTK_WIDGET (self->lines), error->message);
}

static void
waited_cb (double   done,
           gpointer user_data)
{
  StewardCalendarDialog *self = user_data;

  show_page (self, "working");
  gtk_progress_bar_set_fraction (self->bar, done);
}

static void
next_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  StewardCalendarDialog *self = STEWARD_CALENDAR_DIALOG (widget);
  StewardCalendarYear *year = make_year (self);

  if (year == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_widget_action_set_enabled (widget, "calendar.next", FALSE);
  stop_reading (self);
  self->errand = steward_errand_new (waited_cb, self);
  steward_store_run_async (self->store, STEWARD_STORE_READ, preview_func, work_new (year, self), work_free,
                           preview_free, steward_errand_get_cancellable (self->errand), previewed_cb, g_object_ref (self));
}

static void
back_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  StewardCalendarDialog *self = STEWARD_CALENDAR_DIALOG (widget);

  stop_reading (self);
  show_page (self, "form");
  gtk_widget_grab_focus (GTK_WIDGET (self->lines));
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (StewardCalendarDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  int year = GPOINTER_TO_INT (steward_store_run_finish (STEWARD_STORE (source), result, &error));

  self->is_adding = FALSE;
  /* Whoever closed its parent meanwhile sees in the list what became of it. */
  if (self->store == NULL)
    return;
  if (year == 0)
    {
      complain (self, GTK_WIDGET (self->lines), error->message);
      return;
    }
  g_signal_emit (self, signals[ADDED], 0, year);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
add_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  StewardCalendarDialog *self = STEWARD_CALENDAR_DIALOG (widget);

  self->is_adding = TRUE;
  gtk_widget_action_set_enabled (widget, "calendar.add", FALSE);
  gtk_widget_action_set_enabled (widget, "calendar.back", FALSE);
  steward_store_run_async (self->store, STEWARD_STORE_WRITE, add_func,
                           work_new (g_steal_pointer (&self->year), self), work_free, NULL, NULL, added_cb,
                           g_object_ref (self));
}

/* Puts what a file says into the form, where it can be seen and changed. */
static void
fill_form (StewardCalendarDialog *self,
           StewardCalendarYear   *year,
           gboolean               whole)
{
  g_autofree char *number = g_strdup_printf ("%d", steward_calendar_year_get_year (year));
  g_autofree char *date = steward_day_format (steward_calendar_year_get_date (year));
  g_autofree char *lines = steward_calendar_year_to_lines (year);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->lines), lines, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  if (whole)
    {
      gtk_editable_set_text (self->year_row, number);
      gtk_editable_set_text (self->notice_row, steward_calendar_year_get_notice (year));
      gtk_editable_set_text (self->date_row, date);
    }
  gtk_widget_grab_focus (GTK_WIDGET (whole ? (gpointer) self->lines : self->notice_row));
}

static void
take_bytes (StewardCalendarDialog *self,
            GBytes                *bytes,
            const char            *name)
{
  g_autofree char *small = g_utf8_strdown (name, -1);
  gboolean is_ics = g_str_has_suffix (small, ".ics");
  g_autoptr (StewardCalendarYear) year = NULL;
  g_autoptr (GError) error = NULL;
  int number = get_year (self);

  if (number == 0)
    return;
  if (!is_ics)
    {
      year = steward_calendar_year_new_from_file (bytes, name, number, &error);
    }
  else
    {
      year = steward_calendar_year_new (number, "", STEWARD_DAY_NONE);
      if (!steward_calendar_year_read_ics (year, bytes, name, &error))
        g_clear_pointer (&year, steward_calendar_year_free);
    }
  if (year != NULL)
    fill_form (self, year, !is_ics);
  else
    complain (self, GTK_WIDGET (self->lines), error->message);
}

static void
read_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  GBytes *bytes = steward_file_read (task_data, STEWARD_ICS_MAX_BYTES, cancellable, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  StewardCalendarDialog *self = STEWARD_CALENDAR_DIALOG (source);
  g_autofree char *name = g_file_get_basename (g_task_get_task_data (G_TASK (result)));
  g_autofree char *shown = g_filename_display_name (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  stop_reading (self);
  if (bytes != NULL)
    take_bytes (self, bytes, shown);
  else
    complain (self, GTK_WIDGET (self->lines), error->message);
}

static void
chosen_cb (GFile    *file,
           gpointer  user_data)
{
  if (file != NULL)
    steward_calendar_dialog_take_file (user_data, file);
}

static void
choose_file_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  steward_compat_choose_file (GTK_WINDOW (widget), _("Days of a Year"), NULL, NULL, NULL, chosen_cb,
                              g_object_ref (widget), g_object_unref);
}

static void
steward_calendar_dialog_dispose (GObject *object)
{
  StewardCalendarDialog *self = STEWARD_CALENDAR_DIALOG (object);

  stop_reading (self);
  g_clear_pointer (&self->year, steward_calendar_year_free);
  g_clear_pointer (&self->person, g_free);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (object), STEWARD_TYPE_CALENDAR_DIALOG);

  G_OBJECT_CLASS (steward_calendar_dialog_parent_class)->dispose (object);
}

static gboolean
steward_calendar_dialog_close_request (GtkWindow *window)
{
  if (STEWARD_CALENDAR_DIALOG (window)->is_adding)
    return GDK_EVENT_STOP;

  return GTK_WINDOW_CLASS (steward_calendar_dialog_parent_class)->close_request (window);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, StewardCalendarDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, StewardCalendarDialog, back);
  gtk_widget_class_bind_template_child (widget_class, StewardCalendarDialog, next);
  gtk_widget_class_bind_template_child (widget_class, StewardCalendarDialog, add);
  gtk_widget_class_bind_template_child (widget_class, StewardCalendarDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, StewardCalendarDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, StewardCalendarDialog, year_row);
  gtk_widget_class_bind_template_child (widget_class, StewardCalendarDialog, notice_row);
  gtk_widget_class_bind_template_child (widget_class, StewardCalendarDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, StewardCalendarDialog, lines);
  gtk_widget_class_bind_template_child (widget_class, StewardCalendarDialog, bar);
  gtk_widget_class_bind_template_child (widget_class, StewardCalendarDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, StewardCalendarDialog, table);
}

static void
steward_calendar_dialog_class_init (StewardCalendarDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steward_calendar_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = steward_calendar_dialog_close_request;
  signals[ADDED] = g_signal_new ("added", STEWARD_TYPE_CALENDAR_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/xiangmuzhang/Steward/steward-calendar-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "calendar.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "calendar.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "calendar.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "calendar.choose-file", NULL, choose_file_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
steward_calendar_dialog_init (StewardCalendarDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  steward_ui_space_tooltips (GTK_WIDGET (self));
}

StewardCalendarDialog *
steward_calendar_dialog_new (GtkWindow    *parent,
                             StewardStore *store,
                             const char   *person)
{
  StewardCalendarDialog *self;
  g_autofree char *year = NULL;
  g_autofree char *today = steward_day_format (steward_day_today ());
  int first, last;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (STEWARD_IS_STORE (store) && person != NULL, NULL);

  self = g_object_new (STEWARD_TYPE_CALENDAR_DIALOG, "transient-for", parent, NULL);
  self->store = g_object_ref (store);
  self->person = g_strdup (person);
  steward_calendar_get_years (steward_store_get_calendar (store), &first, &last);
  year = g_strdup_printf ("%d", last + 1);
  gtk_editable_set_text (self->year_row, year);
  gtk_editable_set_text (self->date_row, today);
  show_page (self, "form");
  return self;
}

void
steward_calendar_dialog_take_file (StewardCalendarDialog *self,
                                   GFile                 *file)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (STEWARD_IS_CALENDAR_DIALOG (self));
  g_return_if_fail (G_IS_FILE (file));

  stop_reading (self);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, read_cb, NULL);
  g_task_set_source_tag (task, steward_calendar_dialog_take_file);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_thread);
}
