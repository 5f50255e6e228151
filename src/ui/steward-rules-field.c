/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-rules-field.h"

#include <glib/gi18n-lib.h>

#include "steward-pack-diff.h"
#include "steward-pinyin.h"
#include "steward-rules-parts.h"
#include "steward-rules-word.h"
#include "steward-ui-text.h"

struct _StewardRulesField
{
  GtkBox                 parent_instance;

  StewardPackDraft      *draft;
  char                  *list;
  char                  *id;
  char                  *field;
  char                  *lists;
  char                  *label;
  StewardRulesFieldKind  kind;

  GtkWidget             *control;
  GtkWidget             *checks;    /* the list in the popover of several entries */
  GtkLabel              *problem;
  GStrv                  words;     /* of a choice: "" first */
  gboolean               updating;
};

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StewardRulesField, steward_rules_field, GTK_TYPE_BOX)

static void
set_text (StewardRulesField *self,
          const char        *text)
{
  g_autoptr (GError) error = NULL;

  if (self->updating)
    return;
  if (!steward_pack_draft_set_text (self->draft, self->list, self->id, self->field, text, &error))
    {
      gtk_label_set_text (self->problem, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
      return;
    }
  g_signal_emit (self, signals[EDITED], 0);
}

static void
entry_changed_cb (StewardRulesField *self)
{
  set_text (self, gtk_editable_get_text (GTK_EDITABLE (self->control)));
}

static void
buffer_changed_cb (StewardRulesField *self,
                   GtkTextBuffer     *buffer)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  set_text (self, text);
}

static void
switched_cb (StewardRulesField *self)
{
  set_text (self, gtk_switch_get_active (GTK_SWITCH (self->control)) ? "true" : "false");
}

static void
chosen_cb (StewardRulesField *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->control));

  if (selected < g_strv_length (self->words))
    set_text (self, self->words[selected]);
}

/* Name of an entry, its id where it has none. (transfer full) */
static char *
get_entry_name (StewardRulesField *self,
                const char        *list,
                const char        *id)
{
  static const char * const fields[] = { "name", "text", "document" };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *name = steward_pack_draft_get_text (self->draft, list, id, fields[i]);

      if (*name != '\0')
        return g_steal_pointer (&name);
    }
  return g_strdup (id);
}

static void
add_word (GStrvBuilder  *words,
          GtkStringList *names,
          const char    *word,
          const char    *name)
{
  g_strv_builder_add (words, word);
  gtk_string_list_append (names, name != NULL && *name != '\0' ? name : word);
}

/* The question that stands beside an answer. (nullable) */
static const StewardQuestion *
find_question (StewardRulesField *self)
{
  g_autofree char *prefix = g_strndup (self->field, strrchr (self->field, '.') - self->field);
  g_autofree char *field = g_strconcat (prefix, ".question", NULL);
  g_autofree char *id = steward_pack_draft_get_text (self->draft, self->list, self->id, field);

  return steward_pack_find_question (steward_pack_draft_get_pack (self->draft), id);
}

static void
add_answers (StewardRulesField *self,
             GStrvBuilder      *words,
             GtkStringList     *names)
{
  const StewardQuestion *question = find_question (self);

  for (guint i = 0; question != NULL && i < question->choices->len; i++)
    {
      const StewardChoice *choice = question->choices->pdata[i];

      add_word (words, names, choice->value, choice->label);
    }
  if (question != NULL && question->kind == STEWARD_QUESTION_YES_NO)
    {
      add_word (words, names, "yes", C_("answer", "Yes"));
      add_word (words, names, "no", C_("answer", "No"));
    }
}

static void
setup_label_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_label_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/* Names of entries may be longer than the window is wide. */
static void
allow_long_names (GtkDropDown *choice)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_label_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_label_cb), NULL);
  gtk_drop_down_set_factory (choice, factory);
}

static GtkWidget *
make_choice (StewardRulesField *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  const char *word, *name;
  GtkWidget *choice;

  add_word (words, names, "", C_("rules", "Not stated"));
  for (guint i = 0; steward_rules_get_word (self->kind, i, &word, &name); i++)
    add_word (words, names, word, name);
  if (self->kind == STEWARD_FIELD_ANSWER)
    add_answers (self, words, names);
  if (self->kind == STEWARD_FIELD_ENTRY)
    {
      g_auto (GStrv) ids = steward_pack_draft_list (self->draft, self->lists);

      for (guint i = 0; ids[i] != NULL; i++)
        {
          g_autofree char *shown = get_entry_name (self, self->lists, ids[i]);

          add_word (words, names, ids[i], shown);
        }
    }
  self->words = g_strv_builder_end (words);
  choice = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)),
                              gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (choice), self->kind == STEWARD_FIELD_ENTRY);
  if (self->kind == STEWARD_FIELD_ENTRY || self->kind == STEWARD_FIELD_ANSWER)
    allow_long_names (GTK_DROP_DOWN (choice));
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  return choice;
}

/* The ids that are on, in the order they had, new ones at the end. */
static void
check_toggled_cb (StewardRulesField *self,
                  GtkCheckButton    *check)
{
  const char *id = g_object_get_data (G_OBJECT (check), "id");
  g_autofree char *text = NULL, *joined = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  if (self->updating)
    return;
  text = steward_pack_draft_get_text (self->draft, self->list, self->id, self->field);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && !g_str_equal (lines[i], id))
      g_ptr_array_add (kept, lines[i]);
  if (gtk_check_button_get_active (check))
    g_ptr_array_add (kept, (gpointer) id);
  g_ptr_array_add (kept, NULL);
  joined = g_strjoinv ("\n", (char **) kept->pdata);
  set_text (self, joined);
}

static void
add_check (StewardRulesField *self,
           const char        *id,
           const char        *name)
{
  GtkWidget *check = gtk_check_button_new_with_label (name);

  g_object_set_data_full (G_OBJECT (check), "id", g_strdup (id), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (check_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (self->checks), check);
}

static gboolean
filter_check (GtkListBoxRow *row,
              gpointer       user_data)
{
  GtkWidget *check = gtk_list_box_row_get_child (row);
  const char *needle = gtk_editable_get_text (GTK_EDITABLE (user_data));
  guint start, length;

  return *needle == '\0' || gtk_check_button_get_active (GTK_CHECK_BUTTON (check)) ||
         steward_search_find (gtk_check_button_get_label (GTK_CHECK_BUTTON (check)), needle, &start, &length);
}

/* Boxes of different stages may have the same label. */
static void
fill_boxes (StewardRulesField *self)
{
  GPtrArray *parts = steward_pack_get_parts (steward_pack_draft_get_pack (self->draft));

  for (guint i = 0; i < parts->len; i++)
    {
      const StewardPart *part = parts->pdata[i];

      for (guint j = 0; j < part->groups->len; j++)
        {
          const StewardGroup *group = part->groups->pdata[j];

          for (guint k = 0; k < group->boxes->len; k++)
            {
              const StewardBox *box = group->boxes->pdata[k];
              g_autofree char *name = NULL;

              if (box->kind == STEWARD_BOX_BLANK)
                continue;
              name = steward_ui_join (box->label, part->stage->name, NULL);
              add_check (self, box->id, name);
            }
        }
    }
}

static void
fill_checks (StewardRulesField *self)
{
  g_auto (GStrv) lists = g_strsplit (self->lists != NULL ? self->lists : "", " ", -1);
  const char *word, *name;

  if (self->kind == STEWARD_FIELD_BOXES)
    fill_boxes (self);
  for (guint i = 0; steward_rules_get_word (self->kind, i, &word, &name); i++)
    add_check (self, word, name);
  for (guint i = 0; lists[i] != NULL; i++)
    {
      g_auto (GStrv) ids = steward_pack_draft_list (self->draft, lists[i]);

      for (guint j = 0; ids[j] != NULL; j++)
        {
          g_autofree char *shown = get_entry_name (self, lists[i], ids[j]);

          if (self->id == NULL || !g_str_equal (ids[j], self->id))
            add_check (self, ids[j], shown);
        }
    }
}

static GtkWidget *
make_several (StewardRulesField *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *search = gtk_search_entry_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->checks = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->checks), GTK_SELECTION_NONE);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->checks), filter_check, search, NULL);
  steward_ui_set_label (search, _("Find in this list"));
  steward_ui_set_label (self->checks, self->label);
  g_signal_connect_object (search, "search-changed", G_CALLBACK (gtk_list_box_invalidate_filter), self->checks,
                           G_CONNECT_SWAPPED);
  fill_checks (self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->checks);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 320);
  gtk_widget_set_size_request (box, 320, -1);
  gtk_box_append (GTK_BOX (box), search);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_set_hexpand (button, TRUE);
  return button;
}

static GtkWidget *
make_lines (StewardRulesField *self)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_set_size_request (view, -1, 56);
  gtk_widget_add_css_class (view, "rules-lines");
  g_signal_connect_object (buffer, "changed", G_CALLBACK (buffer_changed_cb), self, G_CONNECT_SWAPPED);
  return view;
}

static GtkWidget *
make_line (StewardRulesField *self)
{
  GtkWidget *control = gtk_entry_new ();

  g_signal_connect_object (control, "changed", G_CALLBACK (entry_changed_cb), self, G_CONNECT_SWAPPED);
  return control;
}

static void
part_edited_cb (StewardRulesField *self)
{
  g_signal_emit (self, signals[EDITED], 0);
}

static GtkWidget *
make_parts (StewardRulesField           *self,
            const StewardRulesFieldSpec *spec)
{
  GtkWidget *control = steward_rules_parts_new (self->draft, self->list, self->id, self->field, spec);

  g_signal_connect_object (control, "edited", G_CALLBACK (part_edited_cb), self, G_CONNECT_SWAPPED);
  return control;
}

static GtkWidget *
make_control (StewardRulesField           *self,
              const StewardRulesFieldSpec *spec)
{
  GtkWidget *control;

  switch (self->kind)
    {
    case STEWARD_FIELD_LINES:
      return make_lines (self);
    case STEWARD_FIELD_SWITCH:
    case STEWARD_FIELD_SWITCH_ON:
      control = gtk_switch_new ();
      gtk_widget_set_halign (control, GTK_ALIGN_START);
      g_signal_connect_object (control, "notify::active", G_CALLBACK (switched_cb), self, G_CONNECT_SWAPPED);
      return control;
    case STEWARD_FIELD_ENTRIES:
    case STEWARD_FIELD_BOXES:
    case STEWARD_FIELD_WAITS:
      return make_several (self);
    case STEWARD_FIELD_LINE:
      return make_line (self);
    case STEWARD_FIELD_PARTS:
      return make_parts (self, spec);
    case STEWARD_FIELD_LANE:
    case STEWARD_FIELD_LEVEL:
    case STEWARD_FIELD_KIND:
    case STEWARD_FIELD_FORM:
    case STEWARD_FIELD_SEVERITY:
    case STEWARD_FIELD_LEVER:
    case STEWARD_FIELD_EFFECT:
    case STEWARD_FIELD_QUESTION:
    case STEWARD_FIELD_OPERATOR:
    case STEWARD_FIELD_ENTRY:
    case STEWARD_FIELD_ANSWER:
    default:
      return make_choice (self);
    }
}

/* What several entries are called, on the button that opens their list. */
static void
show_several (StewardRulesField *self,
              const char        *text)
{
  g_auto (GStrv) ids = g_strsplit (text, "\n", -1);
  g_autoptr (GString) names = g_string_new (NULL);
  GtkWidget *label = gtk_label_new (NULL);

  for (GtkWidget *row = gtk_widget_get_first_child (self->checks); row; row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *check = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));
      gboolean on = g_strv_contains ((const char * const *) ids, g_object_get_data (G_OBJECT (check), "id"));

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), on);
      if (on)
        g_string_append_printf (names, "%s%s", names->len > 0 ? _(", ") : "",
                                gtk_check_button_get_label (GTK_CHECK_BUTTON (check)));
    }
  gtk_label_set_text (GTK_LABEL (label), names->len > 0 ? names->str : _("None"));
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->control), label);
}

/* Lines without blanks around them, and without empty ones. (transfer full) */
static char *
leave_out_blanks (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) kept = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_string_append_printf (kept, "%s\n", lines[i]);
  return g_string_free (g_steal_pointer (&kept), FALSE);
}

/* A blank or a new line that is being typed is no difference. */
static gboolean
is_typed (const char *typed,
          const char *text)
{
  g_autofree char *a = leave_out_blanks (typed), *b = leave_out_blanks (text);

  return g_str_equal (a, b);
}

static void
show_value (StewardRulesField *self,
            const char        *text)
{
  switch (self->kind)
    {
    case STEWARD_FIELD_LINES:
      {
        GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->control));
        GtkTextIter start, end;
        g_autofree char *shown = NULL;

        gtk_text_buffer_get_bounds (buffer, &start, &end);
        shown = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
        if (!is_typed (shown, text))
          gtk_text_buffer_set_text (buffer, text, -1);
        break;
      }
    case STEWARD_FIELD_SWITCH:
    case STEWARD_FIELD_SWITCH_ON:
      gtk_switch_set_active (GTK_SWITCH (self->control),
                             *text != '\0' ? g_str_equal (text, "true") : self->kind == STEWARD_FIELD_SWITCH_ON);
      break;
    case STEWARD_FIELD_ENTRIES:
    case STEWARD_FIELD_BOXES:
    case STEWARD_FIELD_WAITS:
      show_several (self, text);
      break;
    case STEWARD_FIELD_PARTS:
      steward_rules_parts_update (STEWARD_RULES_PARTS (self->control));
      break;
    case STEWARD_FIELD_LINE:
      if (!is_typed (gtk_editable_get_text (GTK_EDITABLE (self->control)), text))
        {
          gtk_editable_set_text (GTK_EDITABLE (self->control), text);
          gtk_editable_set_position (GTK_EDITABLE (self->control), -1);
        }
      break;
    default:
      for (guint i = 0; self->words[i] != NULL; i++)
        if (g_str_equal (self->words[i], text))
          gtk_drop_down_set_selected (GTK_DROP_DOWN (self->control), i);
    }
}

static void
show_problem (StewardRulesField *self)
{
  GPtrArray *problems = steward_pack_draft_get_problems (self->draft);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      const StewardPackDraftProblem *problem = problems->pdata[i];

      if (g_str_equal (problem->list, self->list != NULL ? self->list : "") &&
          g_str_equal (problem->id, self->id != NULL ? self->id : "") && g_str_equal (problem->field, self->field))
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", problem->message);
    }
  if (!g_str_equal (gtk_label_get_text (self->problem), text->str))
    gtk_label_set_text (self->problem, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text->len > 0);
}

void
steward_rules_field_update (StewardRulesField *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (STEWARD_IS_RULES_FIELD (self));

  text = steward_pack_draft_get_text (self->draft, self->list, self->id, self->field);
  self->updating = TRUE;
  show_value (self, text);
  self->updating = FALSE;
  show_problem (self);
}

const char *
steward_rules_field_get_field (StewardRulesField *self)
{
  g_return_val_if_fail (STEWARD_IS_RULES_FIELD (self), NULL);

  return self->field;
}

static void
steward_rules_field_finalize (GObject *object)
{
  StewardRulesField *self = STEWARD_RULES_FIELD (object);

  g_free (self->list);
  g_free (self->id);
  g_free (self->field);
  g_free (self->lists);
  g_free (self->label);
  g_strfreev (self->words);

  G_OBJECT_CLASS (steward_rules_field_parent_class)->finalize (object);
}

static void
steward_rules_field_class_init (StewardRulesFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = steward_rules_field_finalize;
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
steward_rules_field_init (StewardRulesField *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 4);
}

/* The answer to a question for a number is typed. */
static StewardRulesFieldKind
get_kind (StewardRulesField           *self,
          const StewardRulesFieldSpec *spec)
{
  const StewardQuestion *question = spec->kind == STEWARD_FIELD_ANSWER ? find_question (self) : NULL;

  return question != NULL && question->kind == STEWARD_QUESTION_NUMBER ? STEWARD_FIELD_LINE : spec->kind;
}

GtkWidget *
steward_rules_field_new (StewardPackDraft            *draft,
                         const char                  *list,
                         const char                  *id,
                         const char                  *prefix,
                         const StewardRulesFieldSpec *spec)
{
  StewardRulesField *self;

  g_return_val_if_fail (draft != NULL, NULL);
  g_return_val_if_fail (prefix != NULL && spec != NULL, NULL);

  self = g_object_new (STEWARD_TYPE_RULES_FIELD, NULL);
  self->draft = draft;
  self->list = g_strdup (list);
  self->id = g_strdup (id);
  self->field = g_strconcat (prefix, spec->field, NULL);
  self->lists = g_strdup (spec->lists);
  self->kind = get_kind (self, spec);
  self->label = g_strdup (spec->label != NULL ? spec->label : steward_pack_get_field_label (spec->field));
  self->control = make_control (self, spec);
  self->problem = GTK_LABEL (steward_ui_label_new ("", "error"));
  steward_ui_set_label (self->control, self->label);
  gtk_box_append (GTK_BOX (self), steward_ui_label_new (self->label, "caption-heading"));
  gtk_box_append (GTK_BOX (self), self->control);
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "caption");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->problem));
  steward_rules_field_update (self);
  return GTK_WIDGET (self);
}
