/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-form-head.h"

#include "steward-ui-text.h"

static const struct
{
  StewardFact fact;
  int         width;      /* in characters; 0 for all the room there is */
} places[] = {
  { STEWARD_FACT_NAME, 0 },
  { STEWARD_FACT_FILLED_BY, 12 },
  { STEWARD_FACT_FILLED_ON, 11 },
};

struct _StewardFormHead
{
  GtkWidget       parent_instance;

  StewardSession *session;
  GtkEditable    *entries[G_N_ELEMENTS (places)];
  gboolean        updating;
};

G_DEFINE_FINAL_TYPE (StewardFormHead, steward_form_head, GTK_TYPE_WIDGET)

static const char *
get_fact (StewardFormHead *self,
          guint            place)
{
  return steward_project_get_fact (steward_session_get_project (self->session), places[place].fact);
}

static void
show (StewardFormHead *self,
      guint            place)
{
  if (g_str_equal (gtk_editable_get_text (self->entries[place]), get_fact (self, place)))
    return;

  self->updating = TRUE;
  gtk_editable_set_text (self->entries[place], get_fact (self, place));
  self->updating = FALSE;
}

static guint
find_place (StewardFormHead *self,
            gpointer         entry)
{
  guint place = 0;

  while (self->entries[place] != entry)
    place++;

  return place;
}

static void
changed_cb (StewardFormHead *self,
            GtkEditable     *entry)
{
  if (!self->updating)
    steward_project_set_fact (steward_session_get_project (self->session), places[find_place (self, entry)].fact,
                              gtk_editable_get_text (entry));
}

/* The project may hold it tidied. */
static void
left_cb (StewardFormHead    *self,
         GtkEventController *controller)
{
  if (self->session != NULL)
    show (self, find_place (self, gtk_event_controller_get_widget (controller)));
}

static void
steward_form_head_dispose (GObject *object)
{
  StewardFormHead *self = STEWARD_FORM_HEAD (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (steward_form_head_parent_class)->dispose (object);
}

static void
steward_form_head_class_init (StewardFormHeadClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = steward_form_head_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
add_place (StewardFormHead *self,
           guint            place)
{
  const char *name = steward_fact_get_name (places[place].fact);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *caption = steward_ui_label_new (name, "caption");
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entries[place] = GTK_EDITABLE (entry);
  gtk_widget_add_css_class (caption, "dim-label");
  if (places[place].width > 0)
    gtk_editable_set_width_chars (GTK_EDITABLE (entry), places[place].width);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), places[place].width);
  gtk_widget_set_hexpand (entry, places[place].width == 0);
  steward_ui_set_label (entry, name);
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

static void
steward_form_head_init (StewardFormHead *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
}

GtkWidget *
steward_form_head_new (StewardSession *session)
{
  StewardFormHead *self;

  g_return_val_if_fail (STEWARD_IS_SESSION (session), NULL);

  self = g_object_new (STEWARD_TYPE_FORM_HEAD, NULL);
  self->session = g_object_ref (session);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    add_place (self, i);
  steward_form_head_update (self);

  return GTK_WIDGET (self);
}

void
steward_form_head_update (StewardFormHead *self)
{
  g_return_if_fail (STEWARD_IS_FORM_HEAD (self));

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if ((gtk_widget_get_state_flags (GTK_WIDGET (self->entries[i])) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
      show (self, i);
}

GtkEditable *
steward_form_head_get_entry (StewardFormHead *self,
                             StewardFact      fact)
{
  g_return_val_if_fail (STEWARD_IS_FORM_HEAD (self), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (places[i].fact == fact)
      return self->entries[i];

  return NULL;
}
