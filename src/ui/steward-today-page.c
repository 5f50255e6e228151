/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-today-page.h"

#include <glib/gi18n-lib.h>

#include "steward-due-text.h"
#include "steward-today-item.h"
#include "steward-ui-text.h"

/* Nobody works through more in a day; the list of projects finds the rest. */
#define MAX_LINES 2000
#define DAYS_AHEAD 7

struct _StewardTodayPage
{
  GtkWidget        parent_instance;

  GtkLabel        *date;
  GtkCheckButton  *mine;
  GtkStack        *states;
  GtkListView     *view;

  StewardStore    *store;
  StewardCalendar *calendar;
  GListStore      *items;        /* StewardTodayItem */
  GCancellable    *cancellable;
  char            *steward;
  StewardDay       today;
  guint            counts[STEWARD_N_TODAY_GROUPS];
};

enum
{
  ACTIVATE_PROJECT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StewardTodayPage, steward_today_page, GTK_TYPE_WIDGET)

/* What the worker is asked. */
typedef struct
{
  char       *steward;
  StewardDay  today;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->steward);
  g_free (question);
}

static gpointer
read_agenda (StewardDatabase  *database,
             gpointer          data,
             GCancellable     *cancellable,
             GError          **error)
{
  const Question *question = data;

  return steward_database_read_agenda (database, question->steward, question->today,
                                       question->today + DAYS_AHEAD, MAX_LINES, error);
}

static void
fill (StewardTodayPage *self,
      GPtrArray        *lines)
{
  GPtrArray *groups[STEWARD_N_TODAY_GROUPS];
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < STEWARD_N_TODAY_GROUPS; i++)
    groups[i] = g_ptr_array_new ();
  g_ptr_array_set_free_func (lines, NULL);
  for (guint i = 0; i < lines->len; i++)
    {
      StewardTodayGroup group = steward_today_group_for (lines->pdata[i], self->today);

      g_ptr_array_add (groups[group], steward_today_item_new_line (group, lines->pdata[i]));
    }
  for (guint i = 0; i < STEWARD_N_TODAY_GROUPS; i++)
    {
      self->counts[i] = groups[i]->len;
      if (groups[i]->len > 0)
        g_ptr_array_add (all, steward_today_item_new_heading (i, groups[i]->len));
      for (guint k = 0; k < groups[i]->len; k++)
        g_ptr_array_add (all, groups[i]->pdata[k]);
      g_ptr_array_unref (groups[i]);
    }
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), all->pdata, all->len);
}

static void
show_state (StewardTodayPage *self)
{
  const char *name = "nothing";

  if (g_list_model_get_n_items (G_LIST_MODEL (self->items)) > 0)
    name = "list";
  gtk_stack_set_visible_child_name (self->states, name);
}

static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (StewardTodayPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = steward_store_run_finish (STEWARD_STORE (object), result, &error);

  /* What could not be read stays as it was; the store tells the window why. */
  if (lines == NULL || STEWARD_STORE (object) != self->store)
    return;
  fill (self, lines);
  show_state (self);
}

static void
ask (StewardTodayPage *self)
{
  Question *question;

  if (self->store == NULL)
    return;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  question = g_new0 (Question, 1);
  question->today = self->today;
  if (gtk_check_button_get_active (self->mine))
    question->steward = g_strdup (self->steward);
  steward_store_run_async (self->store, STEWARD_STORE_READ, read_agenda, question, question_free,
                           (GDestroyNotify) g_ptr_array_unref, self->cancellable, answered_cb, g_object_ref (self));
}

static void
activate_cb (StewardTodayPage *self,
             guint             position)
{
  g_autoptr (StewardTodayItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);
  const StewardAgendaLine *line = item ? steward_today_item_get_line (item) : NULL;

  if (line != NULL)
    g_signal_emit (self, signals[ACTIVATE_PROJECT], 0, line->project, line->row);
}

/* A row has a heading and a line; only one of them is seen. */
static void
setup_cb (StewardTodayPage *self,
          GtkListItem      *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *light = gtk_label_new (NULL);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = steward_ui_label_new ("", NULL);
  GtkWidget *subtitle = steward_ui_label_new ("", "dim-label");
  GtkWidget *due = gtk_label_new (NULL);

  gtk_label_set_width_chars (GTK_LABEL (light), 2);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_add_css_class (subtitle, "caption");
  gtk_widget_add_css_class (due, "numeric");
  gtk_box_append (GTK_BOX (texts), title);
  gtk_box_append (GTK_BOX (texts), subtitle);
  gtk_box_append (GTK_BOX (row), light);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (row), due);
  gtk_widget_add_css_class (row, "today-row");
  gtk_list_item_set_child (item, row);
}

static void
bind_heading (GtkWidget        *row,
              StewardTodayItem *item)
{
  GtkWidget *light = gtk_widget_get_first_child (row);
  GtkWidget *texts = gtk_widget_get_next_sibling (light);
  GtkWidget *title = gtk_widget_get_first_child (texts);
  g_autofree char *text = NULL;

  /* Translators: a section of Today, and how many lines it has. */
  text = g_strdup_printf (_("%s (%u)"), steward_today_group_name (steward_today_item_get_group (item)),
                          steward_today_item_get_n_lines (item));
  gtk_widget_set_visible (light, FALSE);
  gtk_widget_set_visible (gtk_widget_get_next_sibling (title), FALSE);
  gtk_label_set_text (GTK_LABEL (title), text);
  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (row)), "");
  steward_ui_set_label (row, text);
}

static char *
describe_due (StewardTodayPage        *self,
              const StewardAgendaLine *line)
{
  g_autofree char *date = steward_due_date (self->today, line->due, line->provisional);
  g_autofree char *distance = NULL;

  if (line->kind == STEWARD_AGENDA_READY)
    return *date ? g_strdup_printf (_("can be handed in since %s"), date) : g_strdup (_("can be handed in"));
  if (line->kind == STEWARD_AGENDA_SILENT)
    return g_strdup_printf (_("counts as accepted after %s"), date);
  if (line->due == STEWARD_DAY_NONE)
    return g_strdup (steward_ui_light_name (line->light));
  distance = steward_due_describe (self->calendar, self->today, line->due);
  return steward_ui_join (distance, date, NULL);
}

static void
bind_line (StewardTodayPage        *self,
           GtkWidget               *row,
           const StewardAgendaLine *line)
{
  GtkWidget *light = gtk_widget_get_first_child (row);
  GtkWidget *texts = gtk_widget_get_next_sibling (light);
  GtkWidget *title = gtk_widget_get_first_child (texts);
  GtkWidget *subtitle = gtk_widget_get_next_sibling (title);
  g_autofree char *due = describe_due (self, line);
  g_autofree char *project = steward_ui_join (line->project_name, line->steward, NULL);
  g_autofree char *spoken = NULL;

  gtk_widget_set_visible (light, TRUE);
  gtk_widget_set_visible (subtitle, TRUE);
  gtk_widget_remove_css_class (title, "heading");
  steward_ui_set_light (GTK_LABEL (light), line->light);
  gtk_label_set_text (GTK_LABEL (title), line->name);
  gtk_label_set_text (GTK_LABEL (subtitle), project);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (row)), due);
  spoken = steward_ui_join (line->name, project, due, steward_ui_light_name (line->light), NULL);
  steward_ui_set_label (row, spoken);
}

static void
bind_cb (StewardTodayPage *self,
         GtkListItem      *item)
{
  StewardTodayItem *shown = gtk_list_item_get_item (item);
  const StewardAgendaLine *line = steward_today_item_get_line (shown);
  GtkWidget *row = gtk_list_item_get_child (item);

  gtk_list_item_set_activatable (item, line != NULL);
  gtk_list_item_set_selectable (item, line != NULL);
  if (line != NULL)
    bind_line (self, row, line);
  else
    bind_heading (row, shown);
}

static void
show_date (StewardTodayPage *self)
{
  g_autofree char *date = steward_ui_date (self->today, FALSE);

  gtk_label_set_text (self->date, date);
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
  g_signal_connect_object (store, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  ask (self);
}

void
steward_today_page_set_steward (StewardTodayPage *self,
                                const char       *steward)
{
  g_return_if_fail (STEWARD_IS_TODAY_PAGE (self));

  g_free (self->steward);
  self->steward = g_strdup (steward);
  ask (self);
}

void
steward_today_page_set_today (StewardTodayPage *self,
                              StewardDay        today)
{
  g_return_if_fail (STEWARD_IS_TODAY_PAGE (self));

  self->today = today;
  show_date (self);
  ask (self);
}

guint
steward_today_page_count (StewardTodayPage *self,
                          guint             group)
{
  g_return_val_if_fail (STEWARD_IS_TODAY_PAGE (self), 0);
  g_return_val_if_fail (group < STEWARD_N_TODAY_GROUPS, 0);

  return self->counts[group];
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
  signals[ACTIVATE_PROJECT] = g_signal_new ("activate-project", STEWARD_TYPE_TODAY_PAGE, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/xiangmuzhang/Steward/steward-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StewardTodayPage, date);
  gtk_widget_class_bind_template_child (widget_class, StewardTodayPage, mine);
  gtk_widget_class_bind_template_child (widget_class, StewardTodayPage, states);
  gtk_widget_class_bind_template_child (widget_class, StewardTodayPage, view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, ask);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
steward_today_page_init (StewardTodayPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->today = steward_day_today ();
  self->calendar = steward_calendar_new_official ();
  self->items = g_list_store_new (STEWARD_TYPE_TODAY_ITEM);

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->view, factory);
  g_object_unref (factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (gtk_single_selection_new (
                                         g_object_ref (G_LIST_MODEL (self->items)))));
  show_date (self);
  show_state (self);
}
