/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-clone-window.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "steward-clone-text.h"
#include "steward-ui-text.h"

/* Lines of one part that are told one by one. */
#define MAX_LINES 120
/* A line is read at a glance: long texts are told by their beginning. */
#define MAX_CHARS 80

struct _StewardCloneWindow
{
  AdwWindow            parent_instance;

  StewardSimilarList  *list;
  GtkStack            *stack;
  GtkLabel            *problem;
  GtkLabel            *heading;
  GtkEditable         *name;
  AdwPreferencesGroup *carried;
  AdwPreferencesGroup *left;
  GPtrArray           *parts;     /* rows of @carried */
  GPtrArray           *others;    /* rows of @left */

  StewardStore        *store;
  StewardProject      *source;    /* the one that is chosen, as it was loaded */
  GCancellable        *loading;
  char                *person;
};

enum
{
  CREATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StewardCloneWindow, steward_clone_window, ADW_TYPE_WINDOW)

static StewardCloneFlags
get_flag (gpointer row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "flag"));
}

/* What the switches say. */
static StewardCloneFlags
get_flags (StewardCloneWindow *self)
{
  StewardCloneFlags flags = 0;

  for (guint i = 0; i < self->parts->len; i++)
    if (adw_expander_row_get_enable_expansion (self->parts->pdata[i]))
      flags |= get_flag (self->parts->pdata[i]);

  return flags;
}

static void
remove_rows (AdwPreferencesGroup *group,
             GPtrArray           *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, rows->pdata[i]);
  g_ptr_array_set_size (rows, 0);
}

/* The first line, not too long of it. (transfer full) */
static char *
shorten (const char *text)
{
  g_autofree char *line = g_strndup (text, strcspn (text, "\n"));
  g_autofree char *start = NULL;

  if (g_utf8_strlen (line, -1) <= MAX_CHARS)
    return g_steal_pointer (&line);
  start = g_utf8_substring (line, 0, MAX_CHARS - 1);
  return g_strconcat (start, "…", NULL);
}

static GtkWidget *
line_new (const char *text)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

/* Of the rows that are not taken, what is about them is not taken either. */
static void
update_counts (StewardCloneWindow *self)
{
  g_autoptr (StewardClone) clone = steward_project_clone (self->source, get_flags (self), self->person, NULL);
  gsize n_parts;
  const StewardClonePart *parts = steward_clone_list_parts (&n_parts);

  for (guint i = 0; i < self->parts->len; i++)
    {
      GtkWidget *row = self->parts->pdata[i];
      g_autofree char *text = NULL;
      guint n = 0;

      for (gsize p = 0; p < n_parts; p++)
        for (guint c = 0; parts[p].flag == get_flag (row) && c < clone->carried->len; c++)
          n += ((const StewardPiece *) clone->carried->pdata[c])->kind == parts[p].kind;
      text = n > 0 ? g_strdup_printf (ngettext ("%u carried over", "%u carried over", n), n)
                   : g_strdup (_("left behind"));
      adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), text);
    }
}

static void
add_part (StewardCloneWindow     *self,
          const StewardClonePart *part,
          GPtrArray              *carried)
{
  GtkWidget *row = adw_expander_row_new ();
  guint n = 0;

  for (guint i = 0; i < carried->len; i++)
    {
      const StewardPiece *piece = carried->pdata[i];
      g_autofree char *text = NULL;
      g_autofree char *line = NULL;

      if (piece->kind != part->kind || n++ >= MAX_LINES)
        continue;
      text = steward_clone_describe_piece (piece, self->source);
      line = shorten (text);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), line_new (line));
    }
  g_object_ref_sink (row);
  if (n > 0)
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), steward_clone_part_name (part));
      adw_expander_row_set_show_enable_switch (ADW_EXPANDER_ROW (row), TRUE);
      adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row), TRUE);
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), FALSE);
      g_object_set_data (G_OBJECT (row), "flag", GUINT_TO_POINTER (part->flag));
      g_signal_connect_object (row, "notify::enable-expansion", G_CALLBACK (update_counts), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->carried, row);
      g_ptr_array_add (self->parts, row);
    }
  g_object_unref (row);
}

static void
add_left (StewardCloneWindow *self,
          GPtrArray          *left)
{
  for (StewardPieceKind kind = 0; kind < STEWARD_N_PIECES; kind++)
    {
      g_autofree char *text = steward_clone_describe_left (left, kind);
      GtkWidget *row;

      if (text == NULL)
        continue;
      row = line_new (text);
      if (kind == STEWARD_PIECE_FACT)
        adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("They are those of the other project; tell those of this one."));
      adw_preferences_group_add (self->left, row);
      g_ptr_array_add (self->others, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->left), self->others->len > 0);
}

static void
show_source (StewardCloneWindow *self)
{
  g_autoptr (StewardClone) clone = steward_project_clone (self->source, STEWARD_CLONE_ALL, self->person, NULL);
  const char *name = steward_project_get_fact (self->source, STEWARD_FACT_NAME);
  StewardPack *pack = steward_project_get_pack (self->source);
  g_autofree char *heading = NULL;
  gsize n_parts;
  const StewardClonePart *parts = steward_clone_list_parts (&n_parts);

  heading = g_strdup_printf (_("Like “%s”, by the rules of %s"), *name != '\0' ? name : _("New project"),
                             steward_pack_get_title (pack));
  gtk_label_set_text (self->heading, heading);
  remove_rows (self->carried, self->parts);
  remove_rows (self->left, self->others);
  for (gsize i = 0; i < n_parts; i++)
    add_part (self, &parts[i], clone->carried);
  if (self->parts->len == 0)
    {
      GtkWidget *row = line_new (_("Nothing but the rules: this project is empty."));

      adw_preferences_group_add (self->carried, row);
      g_ptr_array_add (self->others, row);
    }
  add_left (self, clone->left);
  update_counts (self);
  gtk_stack_set_visible_child_name (self->stack, "source");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clone.create", TRUE);
}

static void
show_problem (StewardCloneWindow *self,
              const char         *text)
{
  gtk_label_set_text (self->problem, text);
  gtk_stack_set_visible_child_name (self->stack, "none");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clone.create", FALSE);
}

/* On the worker that writes: after all that was changed before. */
static gpointer
load_func (StewardDatabase  *database,
           gpointer          data,
           GCancellable     *cancellable,
           GError          **error)
{
  return steward_database_load_project (database, data, NULL, error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (StewardCloneWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardProject) project = NULL;

  project = steward_store_run_finish (STEWARD_STORE (source), result, &error);
  if (self->store == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_set_object (&self->source, project);
  if (project != NULL)
    show_source (self);
  else
    show_problem (self, error->message);
}

static void
chosen_cb (StewardCloneWindow *self,
           const char         *id)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  /* What is not read yet is not taken. */
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clone.create", FALSE);
  if (id == NULL)
    {
      g_clear_object (&self->source);
      show_problem (self, _("Choose a project on the left."));
      return;
    }
  self->loading = g_cancellable_new ();
  steward_store_run_async (self->store, STEWARD_STORE_WRITE, load_func, g_strdup (id), g_free, g_object_unref,
                           self->loading, loaded_cb, g_object_ref (self));
}

static void
settled_cb (StewardCloneWindow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (gtk_editable_get_delegate (self->name)));
}

static void
create_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  StewardCloneWindow *self = STEWARD_CLONE_WINDOW (widget);
  g_autoptr (StewardClone) clone = NULL;
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
  g_autofree char *source = NULL;

  if (self->source == NULL)
    return;
  clone = steward_project_clone (self->source, get_flags (self), self->person, NULL);
  source = g_strdup (steward_project_get_fact (self->source, STEWARD_FACT_NAME));
  steward_project_set_fact (clone->project, STEWARD_FACT_NAME, name);
  g_object_ref (self);
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[CREATE], 0, clone->project, source);
  g_object_unref (self);
}

static void
steward_clone_window_dispose (GObject *object)
{
  StewardCloneWindow *self = STEWARD_CLONE_WINDOW (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->store);
  g_clear_object (&self->source);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_clear_pointer (&self->person, g_free);

  G_OBJECT_CLASS (steward_clone_window_parent_class)->dispose (object);
}

static void
steward_clone_window_class_init (StewardCloneWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steward_clone_window_dispose;

  signals[CREATE] = g_signal_new ("create", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 2, STEWARD_TYPE_PROJECT, G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "clone.create", NULL, create_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
build_bar (void)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
  GtkWidget *create = gtk_button_new_with_mnemonic (_("C_reate"));

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (create), "clone.create");
  gtk_widget_add_css_class (create, "suggested-action");
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), create);

  return bar;
}

static void
create_cb (StewardCloneWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "clone.create", NULL);
}

static AdwPreferencesGroup *
group_new (const char *title,
           const char *description)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  adw_preferences_group_set_description (group, description);
  return group;
}

static GtkWidget *
build_source (StewardCloneWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  AdwPreferencesGroup *naming = group_new (NULL, NULL);
  GtkWidget *name = adw_entry_row_new ();

  self->heading = GTK_LABEL (steward_ui_label_new ("", "heading"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (name), _("Name of the new project"));
  self->name = GTK_EDITABLE (name);
  g_signal_connect_object (name, "entry-activated", G_CALLBACK (create_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (naming, name);
  self->carried = group_new (_("Carried Over"), _("As decided by you, today. Switch off what does not fit."));
  self->left = group_new (_("Left Behind"), _("What belongs to the other project alone, and all that happened in it."));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->heading));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (naming));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->carried));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->left));
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);

  return scroller;
}

static void
steward_clone_window_init (StewardCloneWindow *self)
{
  self->parts = g_ptr_array_new ();
  self->others = g_ptr_array_new ();
  self->problem = GTK_LABEL (steward_ui_label_new (_("Choose a project on the left."), "dim-label"));
  gtk_widget_set_margin_start (GTK_WIDGET (self->problem), 18);
  gtk_widget_set_margin_end (GTK_WIDGET (self->problem), 18);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->problem), "none");
  gtk_stack_add_named (self->stack, build_source (self), "source");
  gtk_widget_set_hexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_window_set_title (GTK_WINDOW (self), _("New Project Like Another"));
  gtk_window_set_default_size (GTK_WINDOW (self), 900, 640);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clone.create", FALSE);
}

GtkWindow *
steward_clone_window_new (GtkWindow    *parent,
                          StewardStore *store,
                          const char   *like,
                          const char   *person)
{
  StewardCloneWindow *self;
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (STEWARD_IS_STORE (store), NULL);
  g_return_val_if_fail (person != NULL, NULL);

  self = g_object_new (STEWARD_TYPE_CLONE_WINDOW, "transient-for", parent, NULL);
  self->store = g_object_ref (store);
  self->person = g_strdup (person);
  self->list = STEWARD_SIMILAR_LIST (steward_similar_list_new (store, like));
  gtk_widget_set_size_request (GTK_WIDGET (self->list), 320, -1);
  g_signal_connect_object (self->list, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "settled", G_CALLBACK (settled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (columns), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (columns), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (columns), GTK_WIDGET (self->stack));
  gtk_widget_set_vexpand (columns, TRUE);
  gtk_box_append (GTK_BOX (all), build_bar ());
  gtk_box_append (GTK_BOX (all), columns);
  adw_window_set_content (ADW_WINDOW (self), all);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));

  return GTK_WINDOW (self);
}

StewardSimilarList *
steward_clone_window_get_list (StewardCloneWindow *self)
{
  g_return_val_if_fail (STEWARD_IS_CLONE_WINDOW (self), NULL);

  return self->list;
}

GtkWidget *
steward_clone_window_find_part (StewardCloneWindow *self,
                                guint               flag)
{
  g_return_val_if_fail (STEWARD_IS_CLONE_WINDOW (self), NULL);

  for (guint i = 0; i < self->parts->len; i++)
    if (get_flag (self->parts->pdata[i]) == flag)
      return self->parts->pdata[i];

  return NULL;
}

GtkEditable *
steward_clone_window_get_name (StewardCloneWindow *self)
{
  g_return_val_if_fail (STEWARD_IS_CLONE_WINDOW (self), NULL);

  return self->name;
}
