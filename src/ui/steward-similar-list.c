/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-similar-list.h"

#include <glib/gi18n-lib.h>

#include "steward-similar.h"
#include "steward-ui-text.h"

/* Who does not find it among these types a word of it. */
#define MAX_SHOWN 40

struct _StewardSimilarList
{
  AdwBin          parent_instance;

  GtkSearchEntry *entry;
  GtkListBox     *list;
  GtkLabel       *nothing;

  StewardStore   *store;
  char           *like;
  char           *chosen;
  GCancellable   *searching;
  gboolean        filling;
};

enum
{
  CHOSEN,
  SETTLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StewardSimilarList, steward_similar_list, ADW_TYPE_BIN)

/* What is looked for, and on the way back what was found. */
typedef struct
{
  char      *text;
  char      *like;
  GPtrArray *found;      /* StewardSimilar */
  guint      n_compared;
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  g_clear_pointer (&search->found, g_ptr_array_unref);
  g_free (search->text);
  g_free (search->like);
  g_free (search);
}

static const char *
get_id (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "project");
}

static GtkWidget *
row_new (StewardSimilarList   *self,
         const StewardSimilar *similar,
         guint                 n_compared)
{
  GtkWidget *row = adw_action_row_new ();
  const char *name = *similar->line->name != '\0' ? similar->line->name : _("New project");
  gboolean same = g_strcmp0 (similar->line->id, self->like) == 0;
  g_autofree char *kind = steward_ui_join (similar->type, similar->line->unit, NULL);
  g_autofree char *markup = g_markup_escape_text (kind, -1);
  g_autofree char *likeness = NULL;
  g_autofree char *label = NULL;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), markup);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  if (same)
    likeness = g_strdup (_("this project"));
  else if (n_compared > 0)
    /* Translators: of the facts and answers that say what kind of project it is, so many are the same. */
    likeness = g_strdup_printf (_("%u of %u the same"), similar->n_same, n_compared);
  if (likeness != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), steward_ui_chip_new (likeness, same ? "accent" : NULL));
  label = steward_ui_join (name, kind, likeness != NULL ? likeness : "", NULL);
  steward_ui_set_label (row, label);
  g_object_set_data_full (G_OBJECT (row), "project", g_strdup (similar->line->id), g_free);

  return row;
}

static void
choose (StewardSimilarList *self,
        GtkListBoxRow      *row)
{
  const char *id = row != NULL ? get_id (row) : NULL;

  if (g_strcmp0 (id, self->chosen) == 0)
    return;
  g_free (self->chosen);
  self->chosen = g_strdup (id);
  g_signal_emit (self, signals[CHOSEN], 0, self->chosen);
}

static void
selected_cb (StewardSimilarList *self,
             GtkListBoxRow      *row)
{
  if (!self->filling)
    choose (self, row);
}

/* What was chosen stays chosen while it is in sight. */
static void
fill (StewardSimilarList *self,
      const Search       *search)
{
  GtkListBoxRow *chosen = NULL;

  self->filling = TRUE;
  steward_ui_clear (GTK_WIDGET (self->list));
  for (guint i = 0; i < search->found->len; i++)
    {
      GtkWidget *row = row_new (self, search->found->pdata[i], search->n_compared);

      gtk_list_box_append (self->list, row);
      if (chosen == NULL || g_strcmp0 (get_id (GTK_LIST_BOX_ROW (row)), self->chosen) == 0)
        chosen = GTK_LIST_BOX_ROW (row);
    }
  gtk_list_box_select_row (self->list, chosen);
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), chosen == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->list), chosen != NULL);
  choose (self, chosen);
}

static gpointer
search_func (StewardDatabase  *database,
             gpointer          data,
             GCancellable     *cancellable,
             GError          **error)
{
  Search *search = data;
  const StewardListQuery query = { .text = search->text, .today = steward_day_today () };

  search->found = steward_database_find_similar (database, search->like, &query, MAX_SHOWN, &search->n_compared,
                                                 cancellable, error);
  return search->found != NULL ? search : NULL;
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (StewardSimilarList) self = user_data;
  g_autoptr (GError) error = NULL;
  const Search *search = steward_store_run_finish (STEWARD_STORE (source), result, &error);

  /* Something else is looked for by now, or the window is gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->store == NULL
      || g_task_get_cancellable (G_TASK (result)) != self->searching)
    return;
  if (search != NULL)
    {
      fill (self, search);
      return;
    }
  gtk_label_set_text (self->nothing, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), TRUE);
}

static void
search (StewardSimilarList *self)
{
  Search *wanted = g_new0 (Search, 1);

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  self->searching = g_cancellable_new ();
  wanted->text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  wanted->like = g_strdup (self->like);
  steward_store_run_async (self->store, STEWARD_STORE_READ, search_func, wanted, search_free, NULL, self->searching,
                           found_cb, g_object_ref (self));
}

static void
settled_cb (StewardSimilarList *self)
{
  if (self->chosen != NULL)
    g_signal_emit (self, signals[SETTLED], 0);
}

static gboolean
down_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  StewardSimilarList *self = user_data;
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static gboolean
steward_similar_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (STEWARD_SIMILAR_LIST (widget)->entry));
}

static void
steward_similar_list_dispose (GObject *object)
{
  StewardSimilarList *self = STEWARD_SIMILAR_LIST (object);

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  g_clear_object (&self->store);
  g_clear_pointer (&self->like, g_free);
  g_clear_pointer (&self->chosen, g_free);

  G_OBJECT_CLASS (steward_similar_list_parent_class)->dispose (object);
}

static void
steward_similar_list_class_init (StewardSimilarListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = steward_similar_list_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = steward_similar_list_grab_focus;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SETTLED] = g_signal_new ("settled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
build_entry (StewardSimilarList *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->entry = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  g_object_set (self->entry, "placeholder-text", _("Name, unit, place or kind of project"), NULL);
  steward_ui_set_label (GTK_WIDGET (self->entry), _("Find a similar project"));
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (search), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (settled_cb), self);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Down, 0),
                                                          gtk_callback_action_new (down_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

static void
steward_similar_list_init (StewardSimilarList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  build_entry (self);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  steward_ui_set_label (GTK_WIDGET (self->list), _("Similar projects"));
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (settled_cb), self, G_CONNECT_SWAPPED);
  self->nothing = GTK_LABEL (steward_ui_label_new (_("No project is found. Try fewer characters."), "dim-label"));
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), FALSE);
  gtk_widget_set_margin_start (GTK_WIDGET (self->nothing), 12);
  gtk_box_append (GTK_BOX (inner), GTK_WIDGET (self->nothing));
  gtk_box_append (GTK_BOX (inner), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), inner);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_margin_start (GTK_WIDGET (self->entry), 8);
  gtk_widget_set_margin_end (GTK_WIDGET (self->entry), 8);
  gtk_widget_set_margin_top (GTK_WIDGET (self->entry), 8);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), scroller);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
steward_similar_list_new (StewardStore *store,
                          const char   *like)
{
  StewardSimilarList *self;

  g_return_val_if_fail (STEWARD_IS_STORE (store), NULL);

  self = g_object_new (STEWARD_TYPE_SIMILAR_LIST, NULL);
  self->store = g_object_ref (store);
  self->like = g_strdup (like);
  search (self);

  return GTK_WIDGET (self);
}

void
steward_similar_list_search (StewardSimilarList *self,
                             const char         *text)
{
  g_return_if_fail (STEWARD_IS_SIMILAR_LIST (self));
  g_return_if_fail (text != NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

const char *
steward_similar_list_get_chosen (StewardSimilarList *self)
{
  g_return_val_if_fail (STEWARD_IS_SIMILAR_LIST (self), NULL);

  return self->chosen;
}
