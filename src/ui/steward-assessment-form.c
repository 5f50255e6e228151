/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-assessment-form.h"

#include <glib/gi18n-lib.h>

#include "steward-blank-slot.h"
#include "steward-box-row.h"
#include "steward-columns.h"
#include "steward-text-field.h"
#include "steward-ui-text.h"

/* Below this width the two columns of the paper stand one below the other. */
#define COLUMNS_FROM 640

/**
 * Section:
 * @number: of groups in the section, which starts with a larger heading
 *
 * `(一) 事项清单` and the groups below it.
 */
typedef struct
{
  const StewardGroup * const *groups;
  guint                       length;
} Section;

static char *
join (const char *number,
      const char *separator,
      const char *title)
{
  gboolean both = number != NULL && *number != '\0' && title != NULL && *title != '\0';

  return g_strconcat (number != NULL ? number : "", both ? separator : "", title != NULL ? title : "", NULL);
}

static char *
group_title (const StewardGroup *group)
{
  return join (group->number, "、", group->title);
}

static char *
section_title (const StewardGroup *group)
{
  return join (group->heading_number, " ", group->heading);
}

/* The heading of a group folds it away, and brings it back. */
static GtkWidget *
build_heading (const StewardGroup *group,
               const char         *title)
{
  GtkWidget *expander = gtk_expander_new (NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (line, "group-heading");
  gtk_box_append (GTK_BOX (line), steward_ui_label_new (title, NULL));
  if (group->note != NULL && *group->note != '\0')
    {
      GtkWidget *note = steward_ui_label_new (group->note, "caption");

      gtk_widget_add_css_class (note, "dim-label");
      gtk_box_append (GTK_BOX (line), note);
    }
  gtk_expander_set_label_widget (GTK_EXPANDER (expander), line);
  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  gtk_widget_set_margin_start (expander, 6);
  steward_ui_set_label (expander, title);
  return expander;
}

static gboolean
is_wanted (const StewardFormWidgets *widgets,
           const char               *id)
{
  return widgets->only == NULL || g_hash_table_contains (widgets->only, id);
}

static gboolean
has_group (const StewardFormWidgets *widgets,
           const StewardGroup       *group)
{
  if (group->text && is_wanted (widgets, group->id))
    return TRUE;
  for (guint i = 0; i < group->boxes->len; i++)
    if (is_wanted (widgets, ((const StewardBox *) g_ptr_array_index (group->boxes, i))->id))
      return TRUE;

  return FALSE;
}

gboolean
steward_assessment_form_has_part (const StewardFormWidgets *widgets,
                                  const StewardPart        *part)
{
  g_return_val_if_fail (widgets != NULL, FALSE);
  g_return_val_if_fail (part != NULL, FALSE);

  for (guint i = 0; i < part->groups->len; i++)
    if (has_group (widgets, g_ptr_array_index (part->groups, i)))
      return TRUE;

  return FALSE;
}

static void
build_boxes (StewardSession     *session,
             const StewardGroup *group,
             GtkBox             *box,
             StewardFormWidgets *widgets)
{
  for (guint i = 0; i < group->boxes->len; i++)
    {
      const StewardBox *form_box = g_ptr_array_index (group->boxes, i);
      gboolean blank = form_box->kind == STEWARD_BOX_BLANK;
      GtkWidget *row;

      if (!is_wanted (widgets, form_box->id))
        continue;
      row = blank ? steward_blank_slot_new (session, form_box) : steward_box_row_new (session, form_box);
      g_ptr_array_add (blank ? widgets->slots : widgets->rows, row);
      gtk_box_append (box, row);
    }
}

static GtkWidget *
build_group (StewardSession     *session,
             const StewardGroup *group,
             const char         *heading,
             StewardFormWidgets *widgets)
{
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *title = group_title (group);
  const char *name = *title != '\0' ? title : heading;

  g_object_set (outer, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  steward_ui_set_label (outer, name);
  gtk_widget_set_margin_bottom (outer, 10);
  if (*title != '\0')
    {
      GtkWidget *expander = build_heading (group, title);

      gtk_expander_set_child (GTK_EXPANDER (expander), box);
      gtk_box_append (GTK_BOX (outer), expander);
      g_ptr_array_add (widgets->expanders, expander);
    }
  else
    gtk_box_append (GTK_BOX (outer), box);

  build_boxes (session, group, GTK_BOX (box), widgets);
  if (group->text && is_wanted (widgets, group->id))
    {
      GtkWidget *field = steward_text_field_new (session, group, name);

      gtk_widget_set_margin_start (field, 12);
      gtk_widget_set_margin_end (field, 12);
      gtk_widget_set_margin_top (field, 4);
      g_ptr_array_add (widgets->fields, field);
      gtk_box_append (GTK_BOX (box), field);
    }

  g_ptr_array_add (widgets->groups, outer);

  return outer;
}

/* Which groups stand in the right column: those the paper has there; when it
 * has none, the second half of the section, so that a wide window is used. */
static guint
first_right (const Section *section)
{
  guint n_boxes = 0;
  guint n_left = 0;

  for (guint i = 0; i < section->length; i++)
    {
      if (section->groups[i]->right)
        return section->length;
      n_boxes += section->groups[i]->boxes->len + 2;
    }

  for (guint i = 0; i < section->length; i++)
    {
      n_left += section->groups[i]->boxes->len + 2;
      if (n_left * 2 >= n_boxes)
        return i + 1;
    }

  return section->length;
}

static GtkWidget *
build_section (StewardSession     *session,
               const Section      *section,
               StewardFormWidgets *widgets)
{
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *title = section_title (section->groups[0]);
  guint right_from = first_right (section);
  gboolean two = FALSE;
  GtkWidget *card;

  for (guint i = 0; i < section->length; i++)
    {
      const StewardGroup *group = section->groups[i];
      gboolean at_right = group->right || i >= right_from;

      if (!has_group (widgets, group))
        continue;
      gtk_box_append (GTK_BOX (at_right ? right : left), build_group (session, group, title, widgets));
      two = two || at_right;
    }

  gtk_widget_set_visible (right, two);
  card = steward_columns_new (left, right, COLUMNS_FROM);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "group-card");
  gtk_box_append (GTK_BOX (outer), steward_ui_label_new (title, "heading"));
  gtk_box_append (GTK_BOX (outer), card);
  g_ptr_array_add (widgets->columns, left);
  g_ptr_array_add (widgets->columns, right);
  g_ptr_array_add (widgets->sections, outer);

  return outer;
}

static gboolean
is_text (const Section *section)
{
  return section->length == 1 && section->groups[0]->text;
}

/* Text boxes are short: two of them share a line where there is room. */
static GtkWidget *
build_pair (StewardSession     *session,
            const Section      *first,
            const Section      *second,
            StewardFormWidgets *widgets)
{
  GtkWidget *left = build_section (session, first, widgets);
  GtkWidget *right = build_section (session, second, widgets);

  return steward_columns_new (left, right, COLUMNS_FROM);
}

static gboolean
has_section (const StewardFormWidgets *widgets,
             const Section            *section)
{
  for (guint i = 0; i < section->length; i++)
    if (has_group (widgets, section->groups[i]))
      return TRUE;

  return FALSE;
}

static GArray *
split_sections (const StewardPart        *part,
                const StewardFormWidgets *widgets)
{
  GArray *sections = g_array_new (FALSE, FALSE, sizeof (Section));

  for (guint i = 0; i < part->groups->len; i++)
    {
      const StewardGroup *group = g_ptr_array_index (part->groups, i);

      if (sections->len == 0 || (group->heading != NULL && *group->heading != '\0'))
        {
          Section section = { (const StewardGroup * const *) &part->groups->pdata[i], 0 };

          g_array_append_val (sections, section);
        }
      g_array_index (sections, Section, sections->len - 1).length++;
    }
  for (guint i = sections->len; i > 0; i--)
    if (!has_section (widgets, &g_array_index (sections, Section, i - 1)))
      g_array_remove_index (sections, i - 1);

  return sections;
}

static GtkWidget *
build_head (StewardSession    *session,
            const StewardPart *part)
{
  StewardPack *pack = steward_project_get_pack (steward_session_get_project (session));
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *title = steward_ui_label_new (part->title, "stage-title");
  const char *banner = part->banner != NULL ? part->banner : steward_pack_get_banner (pack);

  gtk_box_append (GTK_BOX (line), title);
  if (part->supplement)
    gtk_box_append (GTK_BOX (line), steward_ui_chip_new (_("To be confirmed"), "confirm"));
  gtk_box_append (GTK_BOX (head), line);

  if (part->supplement)
    {
      GtkWidget *label;

      if (banner == NULL)
        banner = _("These rows are not from the city’s notice. A section has to confirm them.");
      label = steward_ui_label_new (banner, "supplement-banner");
      gtk_box_append (GTK_BOX (head), label);
    }

  return head;
}

GtkWidget *
steward_assessment_form_build_part (StewardSession     *session,
                                    const StewardPart  *part,
                                    StewardFormWidgets *widgets)
{
  GtkWidget *box;
  g_autoptr (GArray) sections = NULL;

  g_return_val_if_fail (STEWARD_IS_SESSION (session), NULL);
  g_return_val_if_fail (part != NULL, NULL);
  g_return_val_if_fail (widgets != NULL, NULL);

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_box_append (GTK_BOX (box), build_head (session, part));

  sections = split_sections (part, widgets);
  for (guint i = 0; i < sections->len; i++)
    {
      const Section *section = &g_array_index (sections, Section, i);
      const Section *next = i + 1 < sections->len ? &g_array_index (sections, Section, i + 1) : NULL;

      if (next != NULL && is_text (section) && is_text (next))
        {
          gtk_box_append (GTK_BOX (box), build_pair (session, section, next, widgets));
          i++;
        }
      else
        {
          gtk_box_append (GTK_BOX (box), build_section (session, section, widgets));
        }
    }

  return box;
}

void
steward_form_widgets_init (StewardFormWidgets *self)
{
  g_return_if_fail (self != NULL);

  self->rows = g_ptr_array_new ();
  self->slots = g_ptr_array_new ();
  self->fields = g_ptr_array_new ();
  self->groups = g_ptr_array_new ();
  self->expanders = g_ptr_array_new ();
  self->columns = g_ptr_array_new ();
  self->sections = g_ptr_array_new ();
  self->only = NULL;
}

void
steward_form_widgets_clear (StewardFormWidgets *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->slots, g_ptr_array_unref);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->expanders, g_ptr_array_unref);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_clear_pointer (&self->only, g_hash_table_unref);
}

void
steward_form_widgets_forget (StewardFormWidgets *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->slots, 0);
  g_ptr_array_set_size (self->fields, 0);
  g_ptr_array_set_size (self->groups, 0);
  g_ptr_array_set_size (self->expanders, 0);
  g_ptr_array_set_size (self->columns, 0);
  g_ptr_array_set_size (self->sections, 0);
}

static void
index_by_box (GHashTable *by_box,
              GPtrArray  *hints)
{
  for (guint i = 0; i < hints->len; i++)
    {
      StewardHint *hint = g_ptr_array_index (hints, i);

      g_hash_table_insert (by_box, hint->box->id, hint);
    }
}

guint
steward_form_widgets_update (StewardFormWidgets *self,
                             StewardSession     *session,
                             guint              *n_doubts)
{
  g_autoptr (GPtrArray) hints = NULL, doubts = NULL;
  g_autoptr (GHashTable) by_box = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (STEWARD_IS_SESSION (session), 0);

  hints = steward_project_get_hints (steward_session_get_project (session));
  doubts = steward_project_get_doubts (steward_session_get_project (session));
  index_by_box (by_box, hints);
  index_by_box (by_box, doubts);

  for (guint i = 0; i < self->rows->len; i++)
    {
      StewardBoxRow *row = g_ptr_array_index (self->rows, i);

      steward_box_row_update (row, g_hash_table_lookup (by_box, steward_box_row_get_box (row)->id));
    }
  for (guint i = 0; i < self->slots->len; i++)
    steward_blank_slot_update (g_ptr_array_index (self->slots, i));
  for (guint i = 0; i < self->fields->len; i++)
    steward_text_field_update (g_ptr_array_index (self->fields, i));

  if (n_doubts != NULL)
    *n_doubts = doubts->len;

  return hints->len;
}

void
steward_form_widgets_commit (StewardFormWidgets *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->slots->len; i++)
    steward_blank_slot_commit (g_ptr_array_index (self->slots, i));
}

static void
collect_stops (GtkWidget *widget,
               GPtrArray *stops)
{
  if (STEWARD_IS_BOX_ROW (widget) || STEWARD_IS_BLANK_SLOT (widget) || STEWARD_IS_TEXT_FIELD (widget))
    {
      g_ptr_array_add (stops, widget);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (gtk_widget_get_mapped (child))
        collect_stops (child, stops);
    }
}

/* Of a blank slot the entry is meant, which comes last; of a box the check
 * button, which comes before what a suggestion offers. */
static gboolean
focus_stop (GtkWidget *stop)
{
  return gtk_widget_child_focus (stop, STEWARD_IS_BLANK_SLOT (stop) ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
}

gboolean
steward_assessment_form_move (GtkWidget *form,
                              int        step)
{
  g_autoptr (GPtrArray) stops = g_ptr_array_new ();
  GtkWidget *focus;

  g_return_val_if_fail (GTK_IS_WIDGET (form), FALSE);

  focus = gtk_root_get_focus (gtk_widget_get_root (form));
  collect_stops (form, stops);
  for (int i = 0; focus != NULL && i < (int) stops->len; i++)
    {
      if (!gtk_widget_is_ancestor (focus, g_ptr_array_index (stops, i)))
        continue;
      if (i + step >= 0 && i + step < (int) stops->len)
        focus_stop (g_ptr_array_index (stops, i + step));
      return TRUE;
    }

  return FALSE;
}

gboolean
steward_assessment_form_enter (GtkWidget *form)
{
  g_autoptr (GPtrArray) stops = g_ptr_array_new ();

  g_return_val_if_fail (GTK_IS_WIDGET (form), FALSE);

  collect_stops (form, stops);

  return stops->len > 0 && focus_stop (g_ptr_array_index (stops, 0));
}

static gboolean
move_cb (GtkWidget *form,
         GVariant  *step,
         gpointer   user_data)
{
  return steward_assessment_form_move (form, g_variant_get_int32 (step));
}

static void
move_action (GSimpleAction *action,
             GVariant      *step,
             gpointer       form)
{
  steward_assessment_form_move (form, g_variant_get_int32 (step));
}

static void
add_key (GtkEventController *keys,
         guint               key,
         int                 step)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, 0),
                                            gtk_callback_action_new (move_cb, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (step));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
}

/* A check button keeps the arrow keys for a group of radio buttons, which it
 * has none of; here they go through the form. A text box needs them for its
 * lines and hands on those that lead out of it. */
void
steward_assessment_form_add_keys (GtkWidget *form)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("move", G_VARIANT_TYPE_INT32);

  g_return_if_fail (GTK_IS_WIDGET (form));

  add_key (keys, GDK_KEY_Down, 1);
  add_key (keys, GDK_KEY_Up, -1);
  gtk_widget_add_controller (form, keys);
  g_signal_connect_object (action, "activate", G_CALLBACK (move_action), form, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (form, "form", G_ACTION_GROUP (group));
}
