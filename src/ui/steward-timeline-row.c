/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-timeline-row.h"

#include "steward-ui-text.h"

#define PADDING 6

struct _StewardTimelineRow
{
  GtkWidget             parent_instance;

  guint                 index;
  char                 *heading;    /* of a stage or group, else NULL */
  char                 *detail;
  StewardScheduleEntry *entry;      /* NULL for a heading */
  const int            *widths;
  double                zoom;
};

G_DEFINE_FINAL_TYPE (StewardTimelineRow, steward_timeline_row, GTK_TYPE_WIDGET)

void
steward_timeline_row_paint (GtkWidget   *widget,
                            GtkSnapshot *snapshot,
                            const char  *text,
                            double       x,
                            double       width,
                            double       height,
                            gboolean     bold)
{
  g_autoptr (PangoLayout) layout = NULL;
  GdkRGBA color;
  int text_height;

  if (*text == '\0' || width <= 2 * PADDING)
    return;
  layout = gtk_widget_create_pango_layout (widget, text);
  pango_layout_set_width (layout, (width - 2 * PADDING) * PANGO_SCALE);
  pango_layout_set_height (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  if (bold)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (layout, attributes);
    }
  pango_layout_get_pixel_size (layout, NULL, &text_height);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x + PADDING, (height - text_height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_state (StewardTimelineRow *self,
                GtkSnapshot        *snapshot,
                double              height)
{
  g_autofree char *text = g_strdup_printf ("%s %s", steward_ui_light_glyph (steward_schedule_entry_get_light (self->entry)),
                                           steward_schedule_entry_get_text (self->entry, STEWARD_COLUMN_STATE));

  steward_timeline_row_paint (GTK_WIDGET (self), snapshot, text, 0, self->widths[STEWARD_COLUMN_STATE], height, FALSE);
}

static void
steward_timeline_row_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  StewardTimelineRow *self = STEWARD_TIMELINE_ROW (widget);
  double width = gtk_widget_get_width (widget) / self->zoom;
  double height = gtk_widget_get_height (widget) / self->zoom;
  double x = 0;

  if (self->widths == NULL)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_scale (snapshot, self->zoom, self->zoom);
  if (self->entry == NULL)
    {
      g_autofree char *text = steward_ui_join (self->heading, self->detail, NULL);

      steward_timeline_row_paint (widget, snapshot, text, 0, width, height, TRUE);
    }
  else
    {
      snapshot_state (self, snapshot, height);
      for (guint i = 0; i < STEWARD_N_COLUMNS; x += self->widths[i++])
        if (i != STEWARD_COLUMN_STATE)
          steward_timeline_row_paint (widget, snapshot, steward_schedule_entry_get_text (self->entry, i), x,
                                      self->widths[i], height, FALSE);
    }
  gtk_snapshot_restore (snapshot);
}

static void
steward_timeline_row_finalize (GObject *object)
{
  StewardTimelineRow *self = STEWARD_TIMELINE_ROW (object);

  g_free (self->heading);
  g_free (self->detail);
  g_clear_object (&self->entry);

  G_OBJECT_CLASS (steward_timeline_row_parent_class)->finalize (object);
}

static void
steward_timeline_row_class_init (StewardTimelineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = steward_timeline_row_finalize;
  widget_class->snapshot = steward_timeline_row_snapshot;
  gtk_widget_class_set_css_name (widget_class, "timelinerow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
steward_timeline_row_init (StewardTimelineRow *self)
{
  self->index = G_MAXUINT;
  self->zoom = 1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
steward_timeline_row_new (void)
{
  return g_object_new (STEWARD_TYPE_TIMELINE_ROW, NULL);
}

/* Title and text of each column, as one is read out. (transfer full) */
static char *
describe (StewardTimelineRow *self)
{
  g_autoptr (GString) text = g_string_new (steward_schedule_entry_get_text (self->entry, STEWARD_COLUMN_NAME));

  for (guint i = 0; i < STEWARD_N_COLUMNS; i++)
    {
      const char *cell = steward_schedule_entry_get_text (self->entry, i);

      if (i != STEWARD_COLUMN_NAME && *cell != '\0')
        g_string_append_printf (text, " · %s %s", steward_schedule_column_title (i), cell);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
steward_timeline_row_show (StewardTimelineRow            *self,
                           guint                          index,
                           const StewardTimelineLineInfo *line)
{
  g_autofree char *text = NULL;

  g_return_if_fail (STEWARD_IS_TIMELINE_ROW (self));
  g_return_if_fail (line != NULL);

  self->index = index;
  g_clear_object (&self->entry);
  g_clear_pointer (&self->heading, g_free);
  g_clear_pointer (&self->detail, g_free);
  if (line->row != NULL)
    {
      self->entry = steward_schedule_entry_new (line->row);
      text = describe (self);
    }
  else
    {
      self->heading = g_strdup (line->name);
      self->detail = g_strdup (line->detail);
      text = steward_ui_join (line->name, line->detail, NULL);
    }
  steward_ui_set_label (GTK_WIDGET (self), text);
  if (line->row == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "heading");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "heading");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
steward_timeline_row_forget (StewardTimelineRow *self)
{
  g_return_if_fail (STEWARD_IS_TIMELINE_ROW (self));

  self->index = G_MAXUINT;
}

const char *
steward_timeline_row_get_id (StewardTimelineRow *self)
{
  g_return_val_if_fail (STEWARD_IS_TIMELINE_ROW (self), NULL);

  return self->entry != NULL ? steward_schedule_entry_get_id (self->entry) : NULL;
}

guint
steward_timeline_row_get_index (StewardTimelineRow *self)
{
  g_return_val_if_fail (STEWARD_IS_TIMELINE_ROW (self), G_MAXUINT);

  return self->index;
}

const char *
steward_timeline_row_get_text (StewardTimelineRow    *self,
                               StewardScheduleColumn  column)
{
  g_return_val_if_fail (STEWARD_IS_TIMELINE_ROW (self), NULL);
  g_return_val_if_fail (column < STEWARD_N_COLUMNS, NULL);

  if (self->entry != NULL)
    return steward_schedule_entry_get_text (self->entry, column);

  return column == STEWARD_COLUMN_NAME && self->heading != NULL ? self->heading : "";
}

void
steward_timeline_row_set_size (StewardTimelineRow *self,
                               const int          *widths,
                               double              zoom)
{
  g_return_if_fail (STEWARD_IS_TIMELINE_ROW (self));
  g_return_if_fail (zoom > 0);

  self->widths = widths;
  self->zoom = zoom;
}
