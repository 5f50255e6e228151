/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-sections-dialog.h"

#include <glib/gi18n-lib.h>

#include "steward-compat.h"
#include "steward-ui-text.h"

struct _StewardSectionsDialog
{
  AdwWindow             parent_instance;

  AdwPreferencesPage   *page;
  GPtrArray            *groups;    /* of the page, borrowed */
  GtkStringList        *names;     /* nobody's first, then the sections */
  GHashTable           *choices;   /* id of a group or box → GtkDropDown */
  gboolean              building;

  StewardStore         *store;
  StewardSections      *seen;      /* as it was opened */
  StewardSections      *sections;
};

G_DEFINE_FINAL_TYPE (StewardSectionsDialog, steward_sections_dialog, ADW_TYPE_WINDOW)

enum
{
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void rebuild (StewardSectionsDialog *self);

static const char *
id_of (gpointer widget)
{
  return g_object_get_data (widget, "id");
}

static void
set_id (gpointer    widget,
        const char *id)
{
  g_object_set_data_full (widget, "id", g_strdup (id), g_free);
}

static guint
position_of (StewardSectionsDialog *self,
             const char            *section)
{
  GPtrArray *list = steward_sections_list (self->sections);

  for (guint i = 0; section != NULL && i < list->len; i++)
    if (g_str_equal (((const StewardSection *) g_ptr_array_index (list, i))->id, section))
      return i + 1;

  return 0;
}

/* Chosen: the section of a group or box; or, without an id, of the rest. */
static void
selected_cb (StewardSectionsDialog *self,
             GParamSpec            *pspec,
             GtkDropDown           *choice)
{
  guint position = gtk_drop_down_get_selected (choice);
  GPtrArray *list = steward_sections_list (self->sections);
  const char *section = NULL;

  if (self->building || position == GTK_INVALID_LIST_POSITION)
    return;
  if (position > 0 && position <= list->len)
    section = ((const StewardSection *) g_ptr_array_index (list, position - 1))->id;
  if (id_of (choice) != NULL)
    steward_sections_assign (self->sections, id_of (choice), section);
  else
    steward_sections_set_rest (self->sections, section);
}

static GtkWidget *
choice_new (StewardSectionsDialog *self,
            const char            *id,
            const char            *section,
            const char            *name)
{
  GtkWidget *choice = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (self->names)), NULL);

  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), position_of (self, section));
  steward_ui_set_label (choice, name);
  if (id != NULL)
    {
      set_id (choice, id);
      g_hash_table_insert (self->choices, g_strdup (id), choice);
    }
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  return choice;
}

static void
set_title (GtkWidget  *row,
           const char *title)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
}

static void
add_group (StewardSectionsDialog *self,
           GtkWidget             *group)
{
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
  g_ptr_array_add (self->groups, group);
}

/* Sections ------------------------------------------------------------- */

static void
section_changed_cb (StewardSectionsDialog *self,
                    GtkWidget             *row)
{
  GtkWidget *name = g_object_get_data (G_OBJECT (row), "name");
  GtkWidget *officer = g_object_get_data (G_OBJECT (row), "officer");
  gboolean good = steward_sections_set (self->sections, id_of (row), gtk_editable_get_text (GTK_EDITABLE (name)),
                                        gtk_editable_get_text (GTK_EDITABLE (officer)));

  if (good)
    gtk_widget_remove_css_class (name, "error");
  else
    gtk_widget_add_css_class (name, "error");
}

static void
remove_cb (StewardSectionsDialog *self,
           GtkWidget             *button)
{
  g_autofree char *id = g_strdup (id_of (button));

  steward_sections_remove (self->sections, id);
  rebuild (self);
}

static GtkWidget *
entry_new (StewardSectionsDialog *self,
           GtkWidget             *row,
           const char            *key,
           const char            *title,
           const char            *text)
{
  GtkWidget *entry = adw_entry_row_new ();

  set_title (entry, title);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  steward_ui_set_label (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (entry))), title);
  g_object_set_data (G_OBJECT (row), key, entry);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), entry);
  return entry;
}

static GtkWidget *
section_row (StewardSectionsDialog *self,
             const StewardSection  *section)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *officer = g_markup_escape_text (section->officer, -1);
  GtkWidget *entries[2];

  set_title (row, section->name);
  set_id (row, section->id);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), officer);
  entries[0] = entry_new (self, row, "name", _("Name of the section"), section->name);
  entries[1] = entry_new (self, row, "officer", _("Officer"), section->officer);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_signal_connect_object (entries[i], "changed", G_CALLBACK (section_changed_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      set_id (entries[i], section->id);
      g_object_set_data (G_OBJECT (entries[i]), "name", entries[0]);
      g_object_set_data (G_OBJECT (entries[i]), "officer", entries[1]);
    }
  if (section->added)
    {
      GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
      g_autofree char *name = g_strdup_printf (_("Remove: %s"), section->name);

      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      set_id (button, section->id);
      steward_ui_set_tooltip (button, _("Remove"));
      steward_ui_set_label (button, name);
      g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
      adw_expander_row_add_action (ADW_EXPANDER_ROW (row), button);
    }
  return row;
}

static void
add_cb (StewardSectionsDialog *self)
{
  steward_sections_add (self->sections, _("New section"), "");
  rebuild (self);
}

static void
build_sections (StewardSectionsDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *add = gtk_button_new_with_mnemonic (_("_Add Section"));
  GtkWidget *rest = adw_action_row_new ();
  GPtrArray *list = steward_sections_list (self->sections);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Sections"));
  gtk_widget_add_css_class (add, "flat");
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), add);
  for (guint i = 0; i < list->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), section_row (self, g_ptr_array_index (list, i)));
  set_title (rest, _("What is assigned to nobody"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (rest), choice_new (self, NULL, steward_sections_get_rest (self->sections),
                                                                _("What is assigned to nobody")));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), rest);
  add_group (self, group);
}

/* The form ------------------------------------------------------------- */

/* Most boxes are never looked at: their rows are made when somebody does. */
static void
expanded_cb (StewardSectionsDialog *self,
             GParamSpec            *pspec,
             AdwExpanderRow        *row)
{
  const StewardGroup *group = g_object_get_data (G_OBJECT (row), "group");

  if (!adw_expander_row_get_expanded (row) || g_object_get_data (G_OBJECT (row), "built") != NULL)
    return;
  g_object_set_data (G_OBJECT (row), "built", row);
  for (guint i = 0; i < group->boxes->len; i++)
    {
      const StewardBox *box = g_ptr_array_index (group->boxes, i);
      const char *label = box->kind == STEWARD_BOX_BLANK ? _("Blank line") : box->label;
      GtkWidget *line = adw_action_row_new ();

      set_title (line, label);
      adw_action_row_add_suffix (ADW_ACTION_ROW (line),
                                 choice_new (self, box->id, steward_sections_get_assigned (self->sections, box->id),
                                             label));
      adw_expander_row_add_row (row, line);
    }
}

static GtkWidget *
group_row (StewardSectionsDialog *self,
           const StewardGroup    *group)
{
  const char *title = group->title != NULL && *group->title != '\0' ? group->title : group->heading;
  GtkWidget *row = group->boxes->len > 0 ? adw_expander_row_new () : adw_action_row_new ();
  GtkWidget *choice;

  set_title (row, title != NULL ? title : group->id);
  choice = choice_new (self, group->id, steward_sections_get_assigned (self->sections, group->id),
                       title != NULL ? title : group->id);
  if (group->boxes->len == 0)
    {
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), choice);
      return row;
    }
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), choice);
  g_object_set_data (G_OBJECT (row), "group", (gpointer) group);
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (expanded_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
build_form (StewardSectionsDialog *self)
{
  GPtrArray *parts = steward_pack_get_parts (steward_sections_get_pack (self->sections));

  for (guint i = 0; i < parts->len; i++)
    {
      const StewardPart *part = g_ptr_array_index (parts, i);
      GtkWidget *group = adw_preferences_group_new ();

      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), part->stage->name);
      if (i == 0)
        adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                               _("Where nobody is chosen, papers follow the items that ask for them, "
                                                 "and texts those of the stage."));
      for (guint g = 0; g < part->groups->len; g++)
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                   group_row (self, g_ptr_array_index (part->groups, g)));
      add_group (self, group);
    }
}

static void
rebuild (StewardSectionsDialog *self)
{
  GPtrArray *list = steward_sections_list (self->sections);

  self->building = TRUE;
  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (self->page, g_ptr_array_index (self->groups, i));
  g_ptr_array_set_size (self->groups, 0);
  g_hash_table_remove_all (self->choices);
  g_clear_object (&self->names);
  self->names = gtk_string_list_new (NULL);
  gtk_string_list_append (self->names, _("Nobody chosen"));
  for (guint i = 0; i < list->len; i++)
    gtk_string_list_append (self->names, ((const StewardSection *) g_ptr_array_index (list, i))->name);
  build_sections (self);
  build_form (self);
  self->building = FALSE;
}

/* Saving --------------------------------------------------------------- */

static gpointer
save_func (StewardDatabase  *database,
           gpointer          data,
           GCancellable     *cancellable,
           GError          **error)
{
  StewardSectionsDialog *self = data;

  return steward_database_save_sections (database, self->seen, self->sections, error) ? self : NULL;
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (StewardSectionsDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (steward_store_run_finish (STEWARD_STORE (source), result, &error) == NULL)
    {
      gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
      steward_compat_tell (GTK_WINDOW (self), _("The Sections Were Not Saved"), error->message);
      return;
    }
  g_signal_emit (self, signals[SAVED], 0);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* Nobody changes them while the database works with them. */
static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  StewardSectionsDialog *self = STEWARD_SECTIONS_DIALOG (widget);

  gtk_widget_set_sensitive (widget, FALSE);
  steward_store_run_async (self->store, STEWARD_STORE_WRITE, save_func, g_object_ref (self), g_object_unref, NULL,
                           NULL, saved_cb, g_object_ref (self));
}

static void
build (StewardSectionsDialog *self)
{
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
  GtkWidget *save = gtk_button_new_with_mnemonic (_("_Save"));
  const char *title = steward_pack_get_title (steward_sections_get_pack (self->sections));

  gtk_widget_add_css_class (save, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (save), "sections.save");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), save);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), adw_window_title_new (_("Sections"), title));
  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->page), TRUE);
  gtk_box_append (GTK_BOX (all), bar);
  gtk_box_append (GTK_BOX (all), GTK_WIDGET (self->page));
  adw_window_set_content (ADW_WINDOW (self), all);
  rebuild (self);
}

static void
steward_sections_dialog_finalize (GObject *object)
{
  StewardSectionsDialog *self = STEWARD_SECTIONS_DIALOG (object);

  g_ptr_array_unref (self->groups);
  g_hash_table_unref (self->choices);
  g_clear_object (&self->names);
  g_clear_pointer (&self->seen, steward_sections_free);
  g_clear_pointer (&self->sections, steward_sections_free);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (steward_sections_dialog_parent_class)->finalize (object);
}

static void
steward_sections_dialog_class_init (StewardSectionsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = steward_sections_dialog_finalize;
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "sections.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
steward_sections_dialog_init (StewardSectionsDialog *self)
{
  self->groups = g_ptr_array_new ();
  self->choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_window_set_default_size (GTK_WINDOW (self), 680, 640);
  gtk_window_set_title (GTK_WINDOW (self), _("Sections"));
}

GtkWindow *
steward_sections_dialog_new (GtkWindow             *parent,
                             StewardStore          *store,
                             const StewardSections *sections)
{
  StewardSectionsDialog *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (STEWARD_IS_STORE (store), NULL);
  g_return_val_if_fail (sections != NULL, NULL);

  self = g_object_new (STEWARD_TYPE_SECTIONS_DIALOG, "transient-for", parent, "modal", TRUE, NULL);
  self->store = g_object_ref (store);
  self->seen = steward_sections_copy (sections);
  self->sections = steward_sections_copy (sections);
  build (self);

  return GTK_WINDOW (self);
}

StewardSections *
steward_sections_dialog_get_sections (StewardSectionsDialog *self)
{
  g_return_val_if_fail (STEWARD_IS_SECTIONS_DIALOG (self), NULL);

  return self->sections;
}

GtkDropDown *
steward_sections_dialog_find (StewardSectionsDialog *self,
                              const char            *id)
{
  g_return_val_if_fail (STEWARD_IS_SECTIONS_DIALOG (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->choices, id);
}
