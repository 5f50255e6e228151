/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-rules-parts.h"

#include <glib/gi18n-lib.h>

#include "steward-rules-form.h"
#include "steward-ui-text.h"

struct _StewardRulesParts
{
  GtkBox                       parent_instance;

  StewardPackDraft            *draft;
  char                        *list;
  char                        *id;
  char                        *path;
  const StewardRulesFieldSpec *spec;

  GtkBox                      *cards;
  GtkWidget                   *add;
  GPtrArray                   *fields;   /* StewardRulesField in @cards, borrowed */
  char                        *shape;    /* what @cards were made for */
  char                        *focus;    /* the field that gets the focus next, or NULL */
  guint                        source;
};

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StewardRulesParts, steward_rules_parts, GTK_TYPE_BOX)

static void
edited_cb (StewardRulesParts *self)
{
  g_signal_emit (self, signals[EDITED], 0);
}

static guint
count (StewardRulesParts *self)
{
  return steward_pack_draft_count (self->draft, self->list, self->id, self->path);
}

/* How many there are, and the questions they ask, on which the answers depend
 * that can be chosen. (transfer full) */
static char *
get_shape (StewardRulesParts *self)
{
  g_autoptr (GString) shape = g_string_new (NULL);

  for (guint i = 0; i < count (self); i++)
    {
      g_autofree char *field = g_strdup_printf ("%s.%u.question", self->path, i);
      g_autofree char *question = steward_pack_draft_get_text (self->draft, self->list, self->id, field);

      g_string_append_printf (shape, "%s\n", question);
    }
  return g_string_free (g_steal_pointer (&shape), FALSE);
}

static void
set_part (StewardRulesParts *self,
          guint              index,
          JsonNode          *value)
{
  g_autofree char *field = g_strdup_printf ("%s.%u", self->path, index);
  g_autoptr (GError) error = NULL;

  if (steward_pack_draft_set (self->draft, self->list, self->id, field, value, &error))
    edited_cb (self);
}

static void
add_cb (StewardRulesParts *self)
{
  guint n = count (self);

  g_free (self->focus);
  self->focus = g_strdup_printf ("%s.%u.%s", self->path, n, self->spec->parts->field);
  set_part (self, n, steward_rules_form_new_part (self->draft, self->spec->field));
}

static void
remove_cb (StewardRulesParts *self,
           GtkWidget         *button)
{
  set_part (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index")), NULL);
}

static GtkWidget *
make_head (StewardRulesParts *self,
           guint              index)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *title = g_strdup_printf ("%u", index + 1);
  /* Translators: takes a part with this number out of its list. */
  g_autofree char *label = g_strdup_printf (_("Remove number %u"), index + 1);
  GtkWidget *number = steward_ui_label_new (title, "dim-label");

  gtk_widget_set_hexpand (number, TRUE);
  gtk_widget_add_css_class (button, "flat");
  steward_ui_set_tooltip (button, label);
  steward_ui_set_label (button, label);
  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), number);
  gtk_box_append (GTK_BOX (head), button);
  return head;
}

static GtkWidget *
make_card (StewardRulesParts *self,
           guint              index)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *line = NULL;
  g_autofree char *prefix = g_strdup_printf ("%s.%u.", self->path, index);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "rules-part");
  gtk_box_append (GTK_BOX (card), make_head (self, index));
  for (guint i = 0; self->spec->parts[i].field != NULL; i++)
    {
      const StewardRulesFieldSpec *spec = &self->spec->parts[i];
      GtkWidget *field = steward_rules_field_new (self->draft, self->list, self->id, prefix, spec);

      if (line == NULL || !spec->beside)
        {
          line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
          gtk_box_set_homogeneous (GTK_BOX (line), TRUE);
          gtk_box_append (GTK_BOX (card), line);
        }
      g_signal_connect_object (field, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->fields, field);
      gtk_box_append (GTK_BOX (line), field);
    }
  return card;
}

/* The field that has the focus, to find it again among new ones. (nullable) */
static const char *
find_focus (StewardRulesParts *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (guint i = 0; focus != NULL && i < self->fields->len; i++)
    if (gtk_widget_is_ancestor (focus, self->fields->pdata[i]))
      return steward_rules_field_get_field (self->fields->pdata[i]);
  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->cards)) ? "" : NULL;
}

static void
rebuild (StewardRulesParts *self)
{
  g_autofree char *focus = g_strdup (self->focus != NULL ? self->focus : find_focus (self));
  GtkWidget *found = NULL;

  g_clear_pointer (&self->focus, g_free);
  g_free (self->shape);
  self->shape = get_shape (self);
  g_ptr_array_set_size (self->fields, 0);
  steward_ui_clear (GTK_WIDGET (self->cards));
  for (guint i = 0; i < count (self); i++)
    gtk_box_append (self->cards, make_card (self, i));
  gtk_widget_set_visible (GTK_WIDGET (self->cards), count (self) > 0);
  for (guint i = 0; focus != NULL && i < self->fields->len; i++)
    if (g_str_equal (steward_rules_field_get_field (self->fields->pdata[i]), focus))
      found = self->fields->pdata[i];
  if (found != NULL)
    gtk_widget_child_focus (found, GTK_DIR_TAB_FORWARD);
  else if (focus != NULL)
    gtk_widget_grab_focus (self->add);
}

static gboolean
rebuild_cb (gpointer user_data)
{
  StewardRulesParts *self = user_data;

  self->source = 0;
  rebuild (self);
  return G_SOURCE_REMOVE;
}

void
steward_rules_parts_update (StewardRulesParts *self)
{
  g_autofree char *shape = NULL;

  g_return_if_fail (STEWARD_IS_RULES_PARTS (self));

  shape = get_shape (self);
  if (g_strcmp0 (shape, self->shape) != 0 && self->source == 0)
    self->source = g_idle_add (rebuild_cb, self);
  for (guint i = 0; self->source == 0 && i < self->fields->len; i++)
    steward_rules_field_update (self->fields->pdata[i]);
}

static void
steward_rules_parts_dispose (GObject *object)
{
  StewardRulesParts *self = STEWARD_RULES_PARTS (object);

  g_clear_handle_id (&self->source, g_source_remove);

  G_OBJECT_CLASS (steward_rules_parts_parent_class)->dispose (object);
}

static void
steward_rules_parts_finalize (GObject *object)
{
  StewardRulesParts *self = STEWARD_RULES_PARTS (object);

  g_free (self->list);
  g_free (self->id);
  g_free (self->path);
  g_free (self->shape);
  g_free (self->focus);
  g_ptr_array_unref (self->fields);

  G_OBJECT_CLASS (steward_rules_parts_parent_class)->finalize (object);
}

static void
steward_rules_parts_class_init (StewardRulesPartsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = steward_rules_parts_dispose;
  G_OBJECT_CLASS (klass)->finalize = steward_rules_parts_finalize;
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
steward_rules_parts_init (StewardRulesParts *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->fields = g_ptr_array_new ();
  self->cards = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  self->add = gtk_button_new ();
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->cards));
  gtk_box_append (GTK_BOX (self), self->add);
}

GtkWidget *
steward_rules_parts_new (StewardPackDraft            *draft,
                         const char                  *list,
                         const char                  *id,
                         const char                  *path,
                         const StewardRulesFieldSpec *spec)
{
  StewardRulesParts *self;

  g_return_val_if_fail (draft != NULL, NULL);
  g_return_val_if_fail (list != NULL && id != NULL && path != NULL, NULL);
  g_return_val_if_fail (spec != NULL && spec->parts != NULL, NULL);

  self = g_object_new (STEWARD_TYPE_RULES_PARTS, NULL);
  self->draft = draft;
  self->list = g_strdup (list);
  self->id = g_strdup (id);
  self->path = g_strdup (path);
  self->spec = spec;
  gtk_button_set_label (GTK_BUTTON (self->add), g_dpgettext2 (GETTEXT_PACKAGE, "rules", spec->add));
  rebuild (self);
  return GTK_WIDGET (self);
}
