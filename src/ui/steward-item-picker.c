/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-item-picker.h"

#include <glib/gi18n-lib.h>

#include "steward-item-choice.h"
#include "steward-pinyin.h"
#include "steward-ui-text.h"

#define WIDTH      440
#define MAX_HEIGHT 420

struct _StewardItemPicker
{
  GtkPopover   parent_instance;

  GtkEditable *entry;
  GtkListBox  *list;
  GtkWidget   *nothing;
};

enum { CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StewardItemPicker, steward_item_picker, GTK_TYPE_POPOVER)

/* What is said of an item, in a line. */
static char *
describe (StewardPack            *pack,
          const StewardItemOffer *offer)
{
  const StewardItem *item = offer->item;
  g_autoptr (GString) bureaus = g_string_new (NULL);
  g_autofree char *limit = item->limit >= 0 ? steward_ui_days (item->limit) : g_strdup ("");
  const char *level = steward_ui_level_name (item->level != STEWARD_LEVEL_UNKNOWN ? item->level
                                                                                  : offer->box->group->level);

  for (guint i = 0; item->bureau_ids != NULL && item->bureau_ids[i] != NULL; i++)
    {
      const char *name = steward_pack_get_bureau_name (pack, item->bureau_ids[i]);

      if (name != NULL)
        g_string_append_printf (bureaus, "%s%s", bureaus->len > 0 ? _(", ") : "", name);
    }

  return steward_ui_join (bureaus->str, level != NULL ? level : "", limit, NULL);
}

static const char *
get_data (GtkListBoxRow *row,
          const char    *key)
{
  return g_object_get_data (G_OBJECT (row), key);
}

static void
set_data (GtkWidget  *row,
          const char *key,
          const char *text)
{
  g_object_set_data_full (G_OBJECT (row), key, g_strdup (text), g_free);
}

static GtkWidget *
row_new (StewardPack            *pack,
         const StewardItemOffer *offer)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name = steward_ui_label_new (offer->item->name, NULL);
  g_autofree char *facts = describe (pack, offer);
  g_autofree char *label = NULL, *found = NULL;

  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (line), name);
  if (*offer->reasons != '\0')
    gtk_box_append (GTK_BOX (line), steward_ui_chip_new (_("Suggested"), "accent"));
  gtk_box_append (GTK_BOX (box), line);
  for (const char **text = (const char *[]) { facts, offer->reasons, NULL }; *text != NULL; text++)
    {
      GtkWidget *small;

      if (**text == '\0')
        continue;
      small = steward_ui_label_new (*text, "caption");
      gtk_widget_add_css_class (small, "dim-label");
      gtk_box_append (GTK_BOX (box), small);
    }
  gtk_widget_set_margin_top (box, 4);
  gtk_widget_set_margin_bottom (box, 4);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  label = steward_ui_join (offer->item->name, facts, *offer->reasons != '\0' ? _("Suggested") : "", offer->reasons,
                           NULL);
  steward_ui_set_label (row, label);
  set_data (row, "item", offer->item->id);
  set_data (row, "stage", offer->item->stage->plan_name);
  found = g_strjoin (" ", offer->item->name, offer->item->short_name, facts, NULL);
  set_data (row, "found", found);

  return row;
}

static gboolean
filter_cb (GtkListBoxRow *row,
           gpointer       user_data)
{
  const char *needle = gtk_editable_get_text (STEWARD_ITEM_PICKER (user_data)->entry);
  guint start, length;

  return *needle == '\0' || steward_search_find (get_data (row, "found"), needle, &start, &length);
}

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       user_data)
{
  const char *stage = get_data (row, "stage");
  GtkWidget *label;

  if (before != NULL && g_str_equal (get_data (before, "stage"), stage))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = steward_ui_label_new (stage, "heading");
  gtk_widget_set_margin_top (label, before != NULL ? 12 : 4);
  gtk_widget_set_margin_bottom (label, 2);
  gtk_widget_set_margin_start (label, 8);
  gtk_list_box_row_set_header (row, label);
}

/* The first that is seen, so that Enter adds what was looked for. */
static void
select_first (StewardItemPicker *self)
{
  GtkListBoxRow *first = NULL;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL && first == NULL;
       row = gtk_widget_get_next_sibling (row))
    if (GTK_IS_LIST_BOX_ROW (row) && filter_cb (GTK_LIST_BOX_ROW (row), self))
      first = GTK_LIST_BOX_ROW (row);
  gtk_list_box_select_row (self->list, first);
  gtk_widget_set_visible (self->nothing, first == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->list), first != NULL);
}

static void
search_changed_cb (StewardItemPicker *self)
{
  gtk_list_box_invalidate_filter (self->list);
  select_first (self);
}

static void
choose_cb (StewardItemPicker *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  g_autofree char *item = row != NULL ? g_strdup (get_data (row, "item")) : NULL;

  if (item != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, item);
}

/* What was typed a moment ago has not been looked for yet. */
static void
entered_cb (StewardItemPicker *self)
{
  search_changed_cb (self);
  choose_cb (self);
}

static gboolean
down_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (STEWARD_ITEM_PICKER (user_data)->list);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
shown_cb (StewardItemPicker *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
steward_item_picker_class_init (StewardItemPickerClass *klass)
{
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkWidget *
build_entry (StewardItemPicker *self)
{
  GtkWidget *entry = gtk_search_entry_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_object_set (entry, "placeholder-text", _("Name, bureau, pinyin"), NULL);
  steward_ui_set_label (entry, _("Find an item to add"));
  g_signal_connect_object (entry, "search-changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  /* The entry takes Escape for itself. */
  g_signal_connect_object (entry, "stop-search", G_CALLBACK (gtk_popover_popdown), self, G_CONNECT_SWAPPED);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Down, 0),
                                                          gtk_callback_action_new (down_cb, self, NULL)));
  gtk_widget_add_controller (entry, keys);
  self->entry = GTK_EDITABLE (entry);

  return entry;
}

static void
steward_item_picker_init (StewardItemPicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  steward_ui_set_label (GTK_WIDGET (self->list), _("Items that are not in the plan"));
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);
  self->nothing = steward_ui_label_new (_("No further item is found. What the form has no box for is typed into a blank "
                                          "slot of the assessment form."), "dim-label");
  gtk_widget_set_margin_start (self->nothing, 8);
  gtk_widget_set_margin_end (self->nothing, 8);
  gtk_label_set_max_width_chars (GTK_LABEL (self->nothing), 40);
  gtk_box_append (GTK_BOX (inner), self->nothing);
  gtk_box_append (GTK_BOX (inner), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), inner);
  gtk_widget_set_size_request (box, WIDTH, -1);
  gtk_box_append (GTK_BOX (box), build_entry (self));
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_END);
  g_signal_connect (self, "show", G_CALLBACK (shown_cb), NULL);
}

GtkWidget *
steward_item_picker_new (void)
{
  return g_object_new (STEWARD_TYPE_ITEM_PICKER, NULL);
}

/* In rounds, which keeps the order of the form in each. */
void
steward_item_picker_fill (StewardItemPicker *self,
                          StewardSession    *session,
                          int                stage)
{
  StewardProject *project;
  g_autoptr (GPtrArray) offers = NULL;
  GPtrArray *stages;

  g_return_if_fail (STEWARD_IS_ITEM_PICKER (self));
  g_return_if_fail (STEWARD_IS_SESSION (session));

  project = steward_session_get_project (session);
  offers = steward_item_choice_list_offers (project);
  stages = steward_pack_get_stages (steward_project_get_pack (project));
  steward_ui_clear (GTK_WIDGET (self->list));
  gtk_editable_set_text (self->entry, "");
  for (guint i = 0; i <= stages->len; i++)
    for (gboolean suggested = TRUE; suggested >= FALSE; suggested--)
      for (guint j = 0; j < offers->len; j++)
        {
          const StewardItemOffer *offer = g_ptr_array_index (offers, j);
          int number = i == 0 ? stage : ((const StewardStage *) g_ptr_array_index (stages, i - 1))->number;

          if (offer->item->stage->number == number && (*offer->reasons != '\0') == suggested
              && (i == 0 || number != stage))
            gtk_list_box_append (self->list, row_new (steward_project_get_pack (project), offer));
        }
  select_first (self);
}
