/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-today-page.h"

#include <glib/gi18n-lib.h>

#include "steward-compat.h"
#include "steward-gradual-selection.h"
#include "steward-today-item.h"
#include "steward-today-row.h"
#include "steward-ui-text.h"

/* So many lines of a section are shown first, that what is late does not bury
 * what is due today; each wish for more shows ten times as many. */
#define FIRST_LINES 50
#define DAYS_AHEAD  7

struct _StewardTodayPage
{
  GtkWidget        parent_instance;

  GtkLabel        *date;
  GtkCheckButton  *mine;
  GtkStack        *states;
  AdwStatusPage   *nothing;
  GtkListView     *view;

  StewardStore    *store;
  StewardCalendar *calendar;     /* that the rows count by; NULL before there is a store */
  GListStore      *items;        /* StewardTodayItem */
  GCancellable    *cancellable;
  char            *steward;
  StewardDay       today;
  gboolean         outdated;     /* something changed while it was not seen */
  gboolean         to_top;       /* other projects were asked for */
  int              to_row;       /* where the rest of a section begins that was asked for, or -1 */
  gboolean         to_list;      /* the keyboard goes on to the list when it is there */
  guint            limits[STEWARD_N_SECTIONS];
  guint            counts[STEWARD_N_SECTIONS];
};

enum
{
  ACTIVATE_PROJECT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StewardTodayPage, steward_today_page, GTK_TYPE_WIDGET)

/* What the worker is asked, and what it answers. */
typedef struct
{
  char       *steward;
  StewardDay  today;
  guint       limits[STEWARD_N_SECTIONS];
} Question;

typedef struct
{
  guint      counts[STEWARD_N_SECTIONS];
  GPtrArray *lines[STEWARD_N_SECTIONS];   /* StewardAgendaLine */
} Answer;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->steward);
  g_free (question);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  for (guint i = 0; i < STEWARD_N_SECTIONS; i++)
    g_clear_pointer (&answer->lines[i], g_ptr_array_unref);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gpointer
read_sections (StewardDatabase  *database,
               gpointer          data,
               GCancellable     *cancellable,
               GError          **error)
{
  const Question *question = data;
  StewardDay until = question->today + DAYS_AHEAD;
  g_autoptr (Answer) answer = g_new0 (Answer, 1);

  if (!steward_database_count_sections (database, question->steward, question->today, until, answer->counts, error))
    return NULL;
  for (guint i = 0; i < STEWARD_N_SECTIONS; i++)
    {
      answer->lines[i] = steward_database_read_section (database, question->steward, i, question->today, until,
                                                        question->limits[i], error);
      if (answer->lines[i] == NULL)
        return NULL;
    }
  return g_steal_pointer (&answer);
}

/* Takes the lines of @answer over. (transfer full) (element-type StewardTodayItem) */
static GPtrArray *
make_items (Answer *answer)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < STEWARD_N_SECTIONS; i++)
    {
      GPtrArray *lines = answer->lines[i];

      if (lines->len == 0)
        continue;
      g_ptr_array_set_free_func (lines, NULL);
      g_ptr_array_add (items, steward_today_item_new_heading (i, MAX (answer->counts[i], lines->len)));
      for (guint k = 0; k < lines->len; k++)
        g_ptr_array_add (items, steward_today_item_new_line (i, lines->pdata[k]));
      if (answer->counts[i] > lines->len)
        g_ptr_array_add (items, steward_today_item_new_more (i, answer->counts[i] - lines->len));
    }
  return items;
}

static gboolean
is_same (StewardTodayPage *self,
         guint             position,
         StewardTodayItem *item)
{
  g_autoptr (StewardTodayItem) shown = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  return steward_today_item_is_same (shown, item);
}

/* Headings that stay where they are may count something else now. */
static void
update_counts (StewardTodayPage *self,
               GPtrArray        *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (StewardTodayItem) shown = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (!steward_today_item_equal (shown, items->pdata[i]))
        g_list_store_splice (self->items, i, 1, &items->pdata[i], 1);
    }
}

/* Only what differs is replaced: the cursor stays where somebody is reading. */
static void
show_items (StewardTodayPage *self,
            GPtrArray        *items)
{
  guint before = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint shorter = MIN (before, items->len);
  guint first = 0, last = 0;

  while (first < shorter && is_same (self, first, items->pdata[first]))
    first++;
  while (last < shorter - first && is_same (self, before - last - 1, items->pdata[items->len - last - 1]))
    last++;
  if (before + items->len > 2 * (first + last))
    g_list_store_splice (self->items, first, before - first - last, items->pdata + first, items->len - first - last);
  update_counts (self, items);
}

static void
show_state (StewardTodayPage *self)
{
  gboolean mine = gtk_check_button_get_active (self->mine) && self->steward != NULL;
  g_autofree char *text = NULL;
  g_autofree char *markup = NULL;

  if (mine)
    text = g_strdup_printf (_("Nothing in the projects of “%s” is late, due in the next seven days, promised or "
                              "waiting. Your name is set in the preferences."), self->steward);
  else
    text = g_strdup (_("Nothing is late, due in the next seven days, promised or waiting for you."));
  markup = g_markup_escape_text (text, -1);
  adw_status_page_set_description (self->nothing, markup);
  gtk_stack_set_visible_child_name (self->states,
                                    g_list_model_get_n_items (G_LIST_MODEL (self->items)) > 0 ? "list" : "nothing");
}

/* Once the lines have been laid out; who went elsewhere meanwhile stays there. */
static gboolean
focus_cb (gpointer user_data)
{
  StewardTodayPage *self = user_data;

  if (gtk_widget_has_focus (GTK_WIDGET (self->mine)))
    steward_today_page_focus (self);
  return G_SOURCE_REMOVE;
}

static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (StewardTodayPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Answer) answer = steward_store_run_finish (STEWARD_STORE (object), result, &error);
  g_autoptr (GPtrArray) items = NULL;

  /* What could not be read stays as it was; the store tells the window why. */
  if (answer == NULL || STEWARD_STORE (object) != self->store)
    return;
  memcpy (self->counts, answer->counts, sizeof self->counts);
  items = make_items (answer);
  show_items (self, items);
  show_state (self);
  if (self->to_top && items->len > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", 0);
  self->to_top = FALSE;
  if (self->to_row >= 0 && (guint) self->to_row < items->len)
    steward_compat_focus_row (self->view, self->to_row);
  self->to_row = -1;
  if (self->to_list)
    g_idle_add_full (G_PRIORITY_LOW, focus_cb, g_object_ref (self), g_object_unref);
  self->to_list = FALSE;
}

static void
ask (StewardTodayPage *self)
{
  Question *question;

  if (self->store == NULL)
    return;
  /* Nobody looks: while a project is being worked on this would only keep the
   * reader busy. */
  self->outdated = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->outdated)
    return;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  question = g_new0 (Question, 1);
  question->today = self->today;
  memcpy (question->limits, self->limits, sizeof self->limits);
  if (gtk_check_button_get_active (self->mine))
    question->steward = g_strdup (self->steward);
  steward_store_run_async (self->store, STEWARD_STORE_READ, read_sections, question, question_free, answer_free,
                           self->cancellable, answered_cb, g_object_ref (self));
}

/* The same line tells another distance by another calendar. */
static void
sync_calendar (StewardTodayPage *self)
{
  StewardCalendar *calendar = steward_store_get_calendar (self->store);

  if (calendar == self->calendar)
    return;
  g_clear_pointer (&self->calendar, steward_calendar_unref);
  self->calendar = steward_calendar_ref (calendar);
  g_list_store_remove_all (self->items);
}

static void
store_changed_cb (StewardTodayPage *self)
{
  sync_calendar (self);
  ask (self);
}

static void
mine_cb (StewardTodayPage *self)
{
  self->to_top = TRUE;
  ask (self);
}

static void
activate_cb (StewardTodayPage *self,
             guint             position)
{
  g_autoptr (StewardTodayItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);
  const StewardAgendaLine *line = item ? steward_today_item_get_line (item) : NULL;

  if (line != NULL)
    {
      g_signal_emit (self, signals[ACTIVATE_PROJECT], 0, line->project, line->row);
    }
  else if (item != NULL && steward_today_item_get_kind (item) == STEWARD_TODAY_MORE)
    {
      self->limits[steward_today_item_get_section (item)] *= 10;
      self->to_row = (int) position;
      ask (self);
    }
}

static void
setup_cb (StewardTodayPage *self,
          GtkListItem      *item)
{
  gtk_list_item_set_child (item, steward_today_row_new ());
}

static void
bind_cb (StewardTodayPage *self,
         GtkListItem      *item)
{
  StewardTodayItem *shown = gtk_list_item_get_item (item);

  gtk_list_item_set_activatable (item, steward_today_item_get_kind (shown) != STEWARD_TODAY_HEADING);
  steward_today_row_show (STEWARD_TODAY_ROW (gtk_list_item_get_child (item)), shown, self->calendar, self->today);
}

static void
show_date (StewardTodayPage *self)
{
  int year, month, day;
  g_autoptr (GDateTime) noon = NULL;
  g_autofree char *weekday = NULL;
  g_autofree char *date = steward_ui_date (self->today, FALSE);
  g_autofree char *text = NULL;

  steward_day_to_ymd (self->today, &year, &month, &day);
  noon = g_date_time_new_utc (year, month, day, 12, 0, 0);
  weekday = g_date_time_format (noon, "%A");
  text = g_strdup_printf ("%s %s", date, weekday);
  gtk_label_set_text (self->date, text);
}

void
steward_today_page_set_store (StewardTodayPage *self,
                              StewardStore     *store)
{
  g_return_if_fail (STEWARD_IS_TODAY_PAGE (self));
  g_return_if_fail (store == NULL || STEWARD_IS_STORE (store));

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_set_object (&self->store, store);
  g_list_store_remove_all (self->items);
  show_state (self);
  if (store == NULL)
    return;
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  store_changed_cb (self);
}

void
steward_today_page_set_steward (StewardTodayPage *self,
                                const char       *steward)
{
  g_return_if_fail (STEWARD_IS_TODAY_PAGE (self));

  if (g_strcmp0 (self->steward, steward) == 0)
    return;
  g_free (self->steward);
  self->steward = g_strdup (steward);
  ask (self);
}

void
steward_today_page_set_today (StewardTodayPage *self,
                              StewardDay        today)
{
  g_return_if_fail (STEWARD_IS_TODAY_PAGE (self));

  if (self->today == today)
    return;
  self->today = today;
  show_date (self);
  /* The same line tells another distance. */
  g_list_store_remove_all (self->items);
  ask (self);
}

gboolean
steward_today_page_focus (StewardTodayPage *self)
{
  GtkWidget *view, *focus;

  g_return_val_if_fail (STEWARD_IS_TODAY_PAGE (self), FALSE);

  view = GTK_WIDGET (self->view);
  self->to_list = !gtk_widget_get_mapped (view);
  if (self->to_list)
    return gtk_widget_grab_focus (GTK_WIDGET (self->mine));
  if (!gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD))
    return FALSE;
  /* A heading can be read and not be opened. */
  focus = gtk_root_get_focus (gtk_widget_get_root (view));
  focus = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;
  if (STEWARD_IS_TODAY_ROW (focus)
      && steward_today_item_get_kind (steward_today_row_get_item (STEWARD_TODAY_ROW (focus))) == STEWARD_TODAY_HEADING)
    gtk_widget_child_focus (view, GTK_DIR_DOWN);
  return TRUE;
}

guint
steward_today_page_count (StewardTodayPage *self,
                          guint             section)
{
  g_return_val_if_fail (STEWARD_IS_TODAY_PAGE (self), 0);
  g_return_val_if_fail (section < STEWARD_N_SECTIONS, 0);

  return self->counts[section];
}

static void
steward_today_page_map (GtkWidget *widget)
{
  StewardTodayPage *self = STEWARD_TODAY_PAGE (widget);

  GTK_WIDGET_CLASS (steward_today_page_parent_class)->map (widget);
  if (self->outdated)
    ask (self);
}

static void
steward_today_page_dispose (GObject *object)
{
  StewardTodayPage *self = STEWARD_TODAY_PAGE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), STEWARD_TYPE_TODAY_PAGE);
  steward_ui_unparent_children (GTK_WIDGET (object));
  g_clear_object (&self->items);
  g_clear_object (&self->store);
  g_clear_pointer (&self->calendar, steward_calendar_unref);
  g_clear_pointer (&self->steward, g_free);

  G_OBJECT_CLASS (steward_today_page_parent_class)->dispose (object);
}

static void
steward_today_page_class_init (StewardTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steward_today_page_dispose;
  widget_class->map = steward_today_page_map;
  signals[ACTIVATE_PROJECT] = g_signal_new ("activate-project", STEWARD_TYPE_TODAY_PAGE, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/xiangmuzhang/Steward/steward-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StewardTodayPage, date);
  gtk_widget_class_bind_template_child (widget_class, StewardTodayPage, mine);
  gtk_widget_class_bind_template_child (widget_class, StewardTodayPage, states);
  gtk_widget_class_bind_template_child (widget_class, StewardTodayPage, view);
  gtk_widget_class_bind_template_child (widget_class, StewardTodayPage, nothing);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, mine_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
steward_today_page_init (StewardTodayPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->to_row = -1;
  for (guint i = 0; i < STEWARD_N_SECTIONS; i++)
    self->limits[i] = FIRST_LINES;
  self->today = steward_day_today ();
  self->items = g_list_store_new (STEWARD_TYPE_TODAY_ITEM);

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->view, factory);
  g_object_unref (factory);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->items)));
  steward_gradual_selection_show (GTK_SELECTION_MODEL (selection), self->view);
  show_date (self);
  show_state (self);
}
