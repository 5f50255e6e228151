/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-rules-window.h"

#include <glib/gi18n-lib.h>

#include "steward-compat.h"
#include "steward-pack-diff.h"
#include "steward-rules-entry.h"
#include "steward-rules-form.h"
#include "steward-rules-new.h"
#include "steward-rules-save.h"
#include "steward-rules-view.h"
#include "steward-ui-text.h"

struct _StewardRulesWindow
{
  AdwWindow           parent_instance;

  AdwWindowTitle     *window_title;
  GtkDropDown        *packs;
  GtkDropDown        *kinds;
  GtkSearchEntry     *search;
  GtkListView        *entries;
  GtkRevealer        *problem_bar;
  GtkLabel           *problem_label;
  GtkLabel           *heading;
  GtkLabel           *facts;
  GtkBox             *form;

  StewardPackDraft   *draft;
  GPtrArray          *available;   /* StewardPack, as in @packs */
  guint               chosen;      /* which of them is shown */
  GListStore         *store;       /* StewardRulesEntry, all lists */
  GtkFilter          *filter;
  GtkSingleSelection *selection;
  StewardRulesEntry  *shown;
  guint               next_problem;
  gboolean            given_up;
};

enum
{
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StewardRulesWindow, steward_rules_window, ADW_TYPE_WINDOW)

static void
update_actions (StewardRulesWindow *self)
{
  static const char * const fixed[] = { "stages", "checks", "forms", NULL };
  GtkWidget *widget = GTK_WIDGET (self);
  GPtrArray *problems = steward_pack_draft_get_problems (self->draft);
  gboolean changed = steward_pack_draft_is_changed (self->draft);
  const char *list = self->shown != NULL ? steward_rules_entry_get_list (self->shown) : "";
  StewardPackDraftOrigin origin = STEWARD_DRAFT_SUPPLEMENT;
  g_autofree char *text = NULL;

  if (*list != '\0')
    steward_pack_draft_get_origin (self->draft, list, steward_rules_entry_get_id (self->shown), &origin);
  gtk_widget_action_set_enabled (widget, "rules.undo", steward_pack_draft_can_undo (self->draft));
  gtk_widget_action_set_enabled (widget, "rules.redo", steward_pack_draft_can_redo (self->draft));
  gtk_widget_action_set_enabled (widget, "rules.save", changed && problems->len == 0);
  gtk_widget_action_set_enabled (widget, "rules.new", !changed);
  gtk_widget_action_set_enabled (widget, "rules.add", *list != '\0' && !g_strv_contains (fixed, list));
  gtk_widget_action_set_enabled (widget, "rules.remove",
                                 *list != '\0' && (origin == STEWARD_DRAFT_REPLACED ||
                                                   (origin == STEWARD_DRAFT_OWN && !g_str_equal (list, "forms"))));
  if (problems->len > 0)
    {
      const StewardPackDraftProblem *first = problems->pdata[0];

      /* Translators: how many mistakes there are, and the first of them. */
      text = g_strdup_printf (ngettext ("%u mistake keeps it from being saved: %s",
                                        "%u mistakes keep it from being saved: %s", problems->len),
                              problems->len, first->message);
      gtk_label_set_text (self->problem_label, text);
    }
  gtk_revealer_set_reveal_child (self->problem_bar, problems->len > 0);
}

static void
update_title (StewardRulesWindow *self)
{
  g_autofree char *version = g_strdup_printf (steward_pack_draft_is_changed (self->draft)
                                              /* Translators: a version with changes that are not saved. */
                                              ? _("Version %s, changed") : _("Version %s"),
                                              steward_pack_draft_get_version (self->draft));

  adw_window_title_set_subtitle (self->window_title, version);
}

static gboolean
is_same_entry (StewardRulesEntry *a,
               StewardRulesEntry *b)
{
  return a != NULL && b != NULL && g_str_equal (steward_rules_entry_get_list (a), steward_rules_entry_get_list (b)) &&
         g_str_equal (steward_rules_entry_get_id (a), steward_rules_entry_get_id (b));
}

/* What is being typed shows in its own line, in those that are wrong and in
 * those that were; the name of a stage stands in many. */
static gboolean
may_differ (StewardRulesWindow *self,
            StewardRulesEntry  *entry)
{
  GPtrArray *problems = steward_pack_draft_get_problems (self->draft);

  if (steward_rules_entry_is_wrong (entry) || is_same_entry (entry, self->shown) ||
      (self->shown != NULL && g_str_equal (steward_rules_entry_get_list (self->shown), "stages")))
    return TRUE;
  for (guint i = 0; i < problems->len; i++)
    {
      const StewardPackDraftProblem *problem = problems->pdata[i];

      if (g_str_equal (problem->list, steward_rules_entry_get_list (entry)) &&
          g_str_equal (problem->id, steward_rules_entry_get_id (entry)))
        return TRUE;
    }
  return FALSE;
}

/* Lines of the list that say something else now are put in anew, one by one:
 * the list keeps its place. */
static void
update_entries (StewardRulesWindow *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->store)); i++)
    {
      g_autoptr (StewardRulesEntry) old = g_list_model_get_item (G_LIST_MODEL (self->store), i);
      g_autoptr (StewardRulesEntry) now = NULL;

      if (!may_differ (self, old))
        continue;
      now = steward_rules_entry_new (self->draft, steward_rules_entry_get_list (old), steward_rules_entry_get_id (old));
      if (!g_str_equal (steward_rules_entry_get_name (old), steward_rules_entry_get_name (now)) ||
          !g_str_equal (steward_rules_entry_get_facts (old), steward_rules_entry_get_facts (now)))
        g_list_store_splice (self->store, i, 1, (gpointer *) &now, 1);
    }
}

static void
update_fields (StewardRulesWindow *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->form)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    steward_rules_field_update (STEWARD_RULES_FIELD (child));
}

static void
edited_cb (StewardRulesWindow *self)
{
  update_fields (self);
  update_entries (self);
  update_title (self);
  update_actions (self);
}

/* Everything anew: entries came or went. */
static void
reload (StewardRulesWindow *self)
{
  const char * const *lists = steward_rules_form_get_lists ();
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; lists[i] != NULL; i++)
    {
      g_auto (GStrv) ids = *lists[i] != '\0' ? steward_pack_draft_list (self->draft, lists[i]) : NULL;

      if (ids == NULL)
        g_ptr_array_add (all, steward_rules_entry_new (self->draft, "", ""));
      for (guint j = 0; ids != NULL && ids[j] != NULL; j++)
        g_ptr_array_add (all, steward_rules_entry_new (self->draft, lists[i], ids[j]));
    }
  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)), all->pdata, all->len);
  update_title (self);
  update_actions (self);
}

static void
show_entry (StewardRulesWindow *self,
            StewardRulesEntry  *entry)
{
  const char *list = steward_rules_entry_get_list (entry), *id = steward_rules_entry_get_id (entry);
  g_autofree char *place = steward_rules_view_describe_place (self->draft, list, id);

  g_set_object (&self->shown, entry);
  gtk_label_set_text (self->heading, steward_rules_entry_get_name (entry));
  gtk_label_set_text (self->facts, place);
  steward_rules_view_fill (self->form, self->draft, list, id, G_CALLBACK (edited_cb), G_OBJECT (self));
  update_actions (self);
}

/* Where the entry is changed that is shown already, its form stays as it is:
 * somebody is typing into it. */
static void
selected_cb (StewardRulesWindow *self)
{
  StewardRulesEntry *entry = gtk_single_selection_get_selected_item (self->selection);

  if (entry == NULL)
    return;
  if (is_same_entry (entry, self->shown))
    {
      g_set_object (&self->shown, entry);
      gtk_label_set_text (self->heading, steward_rules_entry_get_name (entry));
      return;
    }
  steward_pack_draft_end_step (self->draft);
  show_entry (self, entry);
}

static gboolean
filter_entry (gpointer item,
              gpointer user_data)
{
  StewardRulesWindow *self = user_data;
  const char * const *lists = steward_rules_form_get_lists ();
  guint kind = gtk_drop_down_get_selected (self->kinds);

  return (kind == 0 || kind == GTK_INVALID_LIST_POSITION ||
          g_str_equal (steward_rules_entry_get_list (item), lists[kind - 1])) &&
         steward_rules_entry_matches (item, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
search_cb (StewardRulesWindow *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
select_entry (StewardRulesWindow *self,
              const char         *list,
              const char         *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr (StewardRulesEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (!g_str_equal (steward_rules_entry_get_list (entry), list) ||
          !g_str_equal (steward_rules_entry_get_id (entry), id))
        continue;
      gtk_single_selection_set_selected (self->selection, i);
      gtk_widget_activate_action (GTK_WIDGET (self->entries), "list.scroll-to-item", "u", i);
      return;
    }
}

void
steward_rules_window_show (StewardRulesWindow *self,
                           const char         *list,
                           const char         *id)
{
  g_return_if_fail (STEWARD_IS_RULES_WINDOW (self));
  g_return_if_fail (list != NULL && id != NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_drop_down_set_selected (self->kinds, 0);
  search_cb (self);
  select_entry (self, list, id);
}

StewardPackDraft *
steward_rules_window_get_draft (StewardRulesWindow *self)
{
  g_return_val_if_fail (STEWARD_IS_RULES_WINDOW (self), NULL);

  return self->draft;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (NULL), *facts = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (facts), 0);
  gtk_label_set_ellipsize (GTK_LABEL (facts), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (facts, "caption");
  gtk_widget_add_css_class (facts, "dim-label");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), facts);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  StewardRulesEntry *entry = gtk_list_item_get_item (item);
  GtkWidget *name = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *facts = gtk_widget_get_next_sibling (name);

  gtk_label_set_text (GTK_LABEL (name), steward_rules_entry_get_name (entry));
  gtk_label_set_text (GTK_LABEL (facts), steward_rules_entry_get_facts (entry));
  if (steward_rules_entry_is_wrong (entry))
    gtk_widget_add_css_class (facts, "error");
  else
    gtk_widget_remove_css_class (facts, "error");
}

static void
undo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  StewardRulesWindow *self = STEWARD_RULES_WINDOW (widget);
  g_autoptr (StewardRulesEntry) shown = self->shown != NULL ? g_object_ref (self->shown) : NULL;

  if (g_str_equal (action_name, "rules.undo"))
    steward_pack_draft_undo (self->draft);
  else
    steward_pack_draft_redo (self->draft);
  reload (self);
  if (shown != NULL)
    select_entry (self, steward_rules_entry_get_list (shown), steward_rules_entry_get_id (shown));
  edited_cb (self);
}

static void
add_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  StewardRulesWindow *self = STEWARD_RULES_WINDOW (widget);
  const char *list = steward_rules_entry_get_list (self->shown), *like = steward_rules_entry_get_id (self->shown);
  JsonObject *entry = steward_rules_form_new_entry (self->draft, list, like);
  g_autofree char *id = g_strdup (json_object_get_string_member (entry, "id"));
  g_autofree char *kind = g_strdup (list), *group = NULL, *box = NULL;
  g_autoptr (GError) error = NULL;

  if (g_str_equal (list, "items") || g_str_equal (list, "materials"))
    group = g_strdup (steward_rules_form_find_group (self->draft, list, like));
  if (!steward_pack_draft_add (self->draft, list, entry, &error))
    {
      steward_compat_tell (GTK_WINDOW (self), _("This Cannot Be Added"), error->message);
      return;
    }
  if (group != NULL)
    box = steward_pack_draft_add_box (self->draft, group, kind, id, NULL);
  reload (self);
  select_entry (self, kind, id);
  edited_cb (self);
  /* Its name is what is typed next. */
  gtk_widget_child_focus (GTK_WIDGET (self->form), GTK_DIR_TAB_FORWARD);
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  StewardRulesWindow *self = STEWARD_RULES_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (!steward_pack_draft_remove (self->draft, steward_rules_entry_get_list (self->shown),
                                  steward_rules_entry_get_id (self->shown), &error))
    {
      steward_compat_tell (GTK_WINDOW (self), _("This Cannot Be Removed"), error->message);
      return;
    }
  g_clear_object (&self->shown);
  reload (self);
  selected_cb (self);
}

static void
show_problem_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  StewardRulesWindow *self = STEWARD_RULES_WINDOW (widget);
  GPtrArray *problems = steward_pack_draft_get_problems (self->draft);
  const StewardPackDraftProblem *problem;

  if (problems->len == 0)
    return;
  problem = problems->pdata[self->next_problem++ % problems->len];
  steward_rules_window_show (self, problem->list, problem->id);
}

static void
saved_cb (StewardPack *pack,
          gpointer     user_data)
{
  StewardRulesWindow *self = user_data;

  reload (self);
  edited_cb (self);
  g_signal_emit (self, signals[SAVED], 0);
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  StewardRulesWindow *self = STEWARD_RULES_WINDOW (widget);

  steward_pack_draft_end_step (self->draft);
  steward_rules_save_ask (GTK_WINDOW (self), self->draft, saved_cb, self);
}

static void take_pack (StewardRulesWindow *self,
                       guint               index);

/* A pack that was just made is shown, and offered from now on. */
static void
made_cb (StewardPack *pack,
         gpointer     user_data)
{
  StewardRulesWindow *self = user_data;
  GtkStringList *names = GTK_STRING_LIST (gtk_drop_down_get_model (self->packs));
  guint index = self->available->len;

  g_ptr_array_add (self->available, steward_pack_ref (pack));
  gtk_string_list_append (names, steward_pack_get_title (pack));
  take_pack (self, index);
  gtk_drop_down_set_selected (self->packs, index);
  g_signal_emit (self, signals[SAVED], 0);
}

static void
new_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  StewardRulesWindow *self = STEWARD_RULES_WINDOW (widget);

  steward_rules_new_ask (GTK_WINDOW (self), steward_pack_draft_get_original (self->draft), made_cb, self);
}

static void
take_pack (StewardRulesWindow *self,
           guint               index)
{
  self->chosen = index;
  g_clear_object (&self->shown);
  g_clear_pointer (&self->draft, steward_pack_draft_free);
  self->draft = steward_pack_draft_new (self->available->pdata[index]);
  reload (self);
  gtk_single_selection_set_selected (self->selection, 0);
  selected_cb (self);
}

static void
discard_answer_cb (const char *response,
                   gpointer    user_data)
{
  StewardRulesWindow *self = user_data;

  if (g_str_equal (response, "close"))
    {
      self->given_up = TRUE;
      gtk_window_close (GTK_WINDOW (self));
    }
  else if (g_str_equal (response, "other"))
    take_pack (self, gtk_drop_down_get_selected (self->packs));
  else
    gtk_drop_down_set_selected (self->packs, self->chosen);
}

static void
ask_discard (StewardRulesWindow *self,
             const char         *response)
{
  const StewardResponse responses[] = {
    { "stay", _("_Keep Editing") },
    { response, _("_Discard Changes"), TRUE },
    { NULL }
  };

  steward_compat_ask (GTK_WINDOW (self), _("Discard the Changes?"),
                      _("The rules were changed, but not saved as a new version."), NULL, responses,
                      discard_answer_cb, g_object_ref (self), g_object_unref);
}

static void
pack_chosen_cb (StewardRulesWindow *self)
{
  guint index = gtk_drop_down_get_selected (self->packs);

  if (index == self->chosen || index >= self->available->len)
    return;
  if (steward_pack_draft_is_changed (self->draft))
    ask_discard (self, "other");
  else
    take_pack (self, index);
}

static gboolean
steward_rules_window_close_request (GtkWindow *window)
{
  StewardRulesWindow *self = STEWARD_RULES_WINDOW (window);

  if (!self->given_up && self->draft != NULL && steward_pack_draft_is_changed (self->draft))
    {
      ask_discard (self, "close");
      return TRUE;
    }
  return GTK_WINDOW_CLASS (steward_rules_window_parent_class)->close_request (window);
}

static void
steward_rules_window_dispose (GObject *object)
{
  StewardRulesWindow *self = STEWARD_RULES_WINDOW (object);

  /* The fields point into the draft. */
  if (self->form != NULL)
    steward_ui_clear (GTK_WIDGET (self->form));
  self->form = NULL;
  g_clear_object (&self->shown);
  g_clear_object (&self->selection);
  g_clear_object (&self->store);
  g_clear_pointer (&self->available, g_ptr_array_unref);
  g_clear_pointer (&self->draft, steward_pack_draft_free);

  G_OBJECT_CLASS (steward_rules_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "rules.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "rules.redo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "rules.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "rules.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "rules.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "rules.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "rules.show-problem", NULL, show_problem_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "rules.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "rules.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "rules.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
steward_rules_window_class_init (StewardRulesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steward_rules_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = steward_rules_window_close_request;
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/xiangmuzhang/Steward/steward-rules-window.ui");
  gtk_widget_class_bind_template_child (widget_class, StewardRulesWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, StewardRulesWindow, packs);
  gtk_widget_class_bind_template_child (widget_class, StewardRulesWindow, kinds);
  gtk_widget_class_bind_template_child (widget_class, StewardRulesWindow, search);
  gtk_widget_class_bind_template_child (widget_class, StewardRulesWindow, entries);
  gtk_widget_class_bind_template_child (widget_class, StewardRulesWindow, problem_bar);
  gtk_widget_class_bind_template_child (widget_class, StewardRulesWindow, problem_label);
  gtk_widget_class_bind_template_child (widget_class, StewardRulesWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, StewardRulesWindow, facts);
  gtk_widget_class_bind_template_child (widget_class, StewardRulesWindow, form);
  install_actions (widget_class);
}

static void
fill_kinds (StewardRulesWindow *self)
{
  const char * const *lists = steward_rules_form_get_lists ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("Everything"));
  for (guint i = 0; lists[i] != NULL; i++)
    gtk_string_list_append (names, steward_pack_get_list_label (*lists[i] != '\0' ? lists[i] : "pack"));
  gtk_drop_down_set_model (self->kinds, G_LIST_MODEL (names));
}

static void
make_list (StewardRulesWindow *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkFilterListModel *filtered;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->store = g_list_store_new (STEWARD_TYPE_RULES_ENTRY);
  self->filter = GTK_FILTER (gtk_custom_filter_new (filter_entry, self, NULL));
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->store)), self->filter);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (filtered));
  gtk_list_view_set_factory (self->entries, factory);
  g_object_unref (factory);
  gtk_list_view_set_model (self->entries, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
}

static void
steward_rules_window_init (StewardRulesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  steward_ui_space_tooltips (GTK_WIDGET (self));
  self->available = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_pack_unref);
  fill_kinds (self);
  make_list (self);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->kinds, "notify::selected", G_CALLBACK (search_cb), self, G_CONNECT_SWAPPED);
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self->entries));
}

/* Every pack that can be read, @pack among them; which one that is. */
static guint
fill_packs (StewardRulesWindow *self,
            StewardPack        *pack)
{
  g_auto (GStrv) ids = steward_pack_library_list ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint chosen = 0;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      gboolean same = pack != NULL && g_str_equal (ids[i], steward_pack_get_id (pack));
      StewardPack *found = same ? steward_pack_ref (pack) : steward_pack_library_load (ids[i], NULL);

      if (found == NULL)
        continue;
      if (same)
        chosen = self->available->len;
      gtk_string_list_append (names, steward_pack_get_title (found));
      g_ptr_array_add (self->available, found);
    }
  gtk_drop_down_set_model (self->packs, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->packs, chosen);
  return chosen;
}

StewardRulesWindow *
steward_rules_window_new (GtkWindow   *parent,
                          StewardPack *pack)
{
  StewardRulesWindow *self = g_object_new (STEWARD_TYPE_RULES_WINDOW, "transient-for", parent, NULL);

  take_pack (self, fill_packs (self, pack));
  g_signal_connect_object (self->packs, "notify::selected", G_CALLBACK (pack_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  return self;
}
