/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-timeline-columns.h"

#include <math.h>

#include "steward-timeline-row.h"
#include "steward-ui-text.h"

/* Rows there are at first; more when more are in sight. */
#define ROWS      64
#define PADDING   12
/* Letters that a column of Chinese has room for. */
#define NAME      14
#define BUREAU    10

struct _StewardTimelineColumns
{
  GtkWidget            parent_instance;

  StewardTimelineView *view;
  GPtrArray           *rows;        /* StewardTimelineRow: line i is shown by row i % len */
  int                  widths[STEWARD_N_COLUMNS];
  int                  dpi;         /* that the widths were measured for */
  guint                growing;     /* source that makes more rows, or 0 */
  guint                serial;      /* of the layout that the rows show */
};

enum { SELECTED, ACTIVATED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StewardTimelineColumns, steward_timeline_columns, GTK_TYPE_WIDGET)

static int
measure_text (StewardTimelineColumns *self,
              const char             *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int width;

  /* As bold as a title. */
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &width, NULL);

  return width + PADDING + 2;
}

/* What runs may not have been verified for long, and says so. */
static int
measure_states (StewardTimelineColumns *self)
{
  int width = 0;

  for (StewardLight light = STEWARD_LIGHT_NOT_STARTED; light <= STEWARD_LIGHT_RED; light++)
    {
      StewardScheduleRow row = { .answer = { .light = light }, .stale_since = light >= STEWARD_LIGHT_GREEN ? 1 : STEWARD_DAY_NONE };
      g_autofree char *state = steward_ui_row_state (&row);
      g_autofree char *text = g_strdup_printf ("%s %s", steward_ui_light_glyph (light), state);

      width = MAX (width, measure_text (self, text));
    }

  return width;
}

/* The same for every row, whatever is in sight: columns that change their width
 * while one scrolls cannot be read. */
static void
measure_widths (StewardTimelineColumns *self)
{
  const StewardClockAnswer left = { .light = STEWARD_LIGHT_GREEN, .remaining = 88, .due = 1 };
  g_autofree char *remaining = steward_ui_remaining (&left);
  /* That a date is provisional must not be what is cut off. */
  g_autofree char *date = steward_ui_date (steward_day_from_ymd (2028, 8, 28), TRUE);
  int letter = measure_text (self, "国国国国国国国国国国") / 10;
  int dpi = -1;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  if (dpi == self->dpi)
    return;

  self->dpi = dpi;
  self->widths[STEWARD_COLUMN_STATE] = measure_states (self);
  self->widths[STEWARD_COLUMN_NAME] = NAME * letter;
  self->widths[STEWARD_COLUMN_BUREAU] = BUREAU * letter;
  self->widths[STEWARD_COLUMN_START] = measure_text (self, "2028-08-28");
  self->widths[STEWARD_COLUMN_FINISH] = self->widths[STEWARD_COLUMN_DUE] = measure_text (self, date);
  self->widths[STEWARD_COLUMN_USED] = measure_text (self, "888 / 888");
  self->widths[STEWARD_COLUMN_REMAINING] = measure_text (self, remaining);
  for (guint i = 0; i < STEWARD_N_COLUMNS; i++)
    self->widths[i] = MAX (self->widths[i], measure_text (self, steward_schedule_column_title (i)));
}

static int
total_width (StewardTimelineColumns *self)
{
  int total = 0;

  for (guint i = 0; i < STEWARD_N_COLUMNS; i++)
    total += self->widths[i];

  return total;
}

static const StewardTimeline *
get_timeline (StewardTimelineColumns *self)
{
  return self->view != NULL ? steward_timeline_view_get_timeline (self->view) : NULL;
}

/* Heights and places are those that the drawing has on the screen. */
static double
head_height (StewardTimelineColumns *self)
{
  const StewardTimeline *timeline = get_timeline (self);
  double height = 0;

  if (timeline != NULL)
    steward_timeline_get_head (timeline, NULL, &height);

  return height * steward_canvas_get_zoom (STEWARD_CANVAS (self->view));
}

static double
line_y (StewardTimelineColumns *self,
        guint                   index,
        double                 *height)
{
  StewardTimelineLineInfo info;
  double x, y;

  steward_timeline_get_line (get_timeline (self), index, &info);
  steward_canvas_to_widget (STEWARD_CANVAS (self->view), 0, info.y, &x, &y);
  *height = info.height * steward_canvas_get_zoom (STEWARD_CANVAS (self->view));

  return y;
}

/* The first line that ends below the head. */
static guint
first_line (StewardTimelineColumns *self)
{
  guint low = 0, high = steward_timeline_get_n_lines (get_timeline (self));
  double top = head_height (self), y, height;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      y = line_y (self, middle, &height);
      if (y + height <= top)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static gboolean
grow_cb (gpointer user_data)
{
  StewardTimelineColumns *self = user_data;

  self->growing = 0;
  for (guint i = 0; i < ROWS; i++)
    {
      GtkWidget *row = steward_timeline_row_new ();

      gtk_widget_set_parent (row, GTK_WIDGET (self));
      gtk_widget_set_child_visible (row, FALSE);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

static void
hide_row (StewardTimelineColumns *self,
          GtkWidget              *row)
{
  /* The keyboard stays in the table. */
  if (gtk_widget_has_focus (row))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_set_child_visible (row, FALSE);
}

static void
show_selection (StewardTimelineColumns *self,
                GtkWidget              *row)
{
  const char *id = steward_timeline_row_get_id (STEWARD_TIMELINE_ROW (row));
  const char *selected = steward_canvas_get_selected (STEWARD_CANVAS (self->view));
  gboolean is_selected = id != NULL && g_strcmp0 (id, selected) == 0;

  if (is_selected)
    gtk_widget_set_state_flags (row, GTK_STATE_FLAG_SELECTED, FALSE);
  else
    gtk_widget_unset_state_flags (row, GTK_STATE_FLAG_SELECTED);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, is_selected, -1);
}

/* Gives each line in sight its row: the lines from @first to before @end. */
static void
bind_rows (StewardTimelineColumns *self,
           guint                  *first,
           guint                  *end)
{
  guint serial = self->view != NULL ? steward_timeline_view_get_serial (self->view) : 0;
  gboolean fresh = serial != self->serial;
  guint n_lines = get_timeline (self) != NULL ? steward_timeline_get_n_lines (get_timeline (self)) : 0;
  double view_height = gtk_widget_get_height (GTK_WIDGET (self)), height;

  self->serial = serial;
  *first = *end = n_lines > 0 ? first_line (self) : 0;
  while (*end < n_lines && line_y (self, *end, &height) < view_height)
    *end += 1;
  if (*end - *first > self->rows->len && self->growing == 0)
    self->growing = g_idle_add_full (G_PRIORITY_HIGH_IDLE, grow_cb, self, NULL);
  *end = MIN (*end, *first + self->rows->len);
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      guint index = *first + (i + self->rows->len - *first % self->rows->len) % self->rows->len;
      StewardTimelineLineInfo info;

      if (index >= *end)
        {
          if (fresh)
            steward_timeline_row_forget (STEWARD_TIMELINE_ROW (row));
          hide_row (self, row);
          continue;
        }
      steward_timeline_get_line (get_timeline (self), index, &info);
      if (fresh || steward_timeline_row_get_index (STEWARD_TIMELINE_ROW (row)) != index)
        steward_timeline_row_show (STEWARD_TIMELINE_ROW (row), index, &info);
      gtk_widget_set_child_visible (row, TRUE);
      show_selection (self, row);
    }
}

static void
allocate_rows (StewardTimelineColumns *self)
{
  double zoom = self->view != NULL ? steward_canvas_get_zoom (STEWARD_CANVAS (self->view)) : 1;
  int width = MAX (gtk_widget_get_width (GTK_WIDGET (self)), total_width (self));
  guint first, end;

  bind_rows (self, &first, &end);
  for (guint i = first; i < end; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i % self->rows->len);
      double height, y = line_y (self, i, &height);
      int ignored;

      gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, -1, &ignored, NULL, NULL, NULL);
      steward_timeline_row_set_size (STEWARD_TIMELINE_ROW (row), self->widths, zoom);
      gtk_widget_allocate (row, width, MAX (ignored, round (y + height) - round (y)), -1,
                           gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (0, round (y))));
    }
}

static void
steward_timeline_columns_size_allocate (GtkWidget *widget,
                                        int        width,
                                        int        height,
                                        int        baseline)
{
  StewardTimelineColumns *self = STEWARD_TIMELINE_COLUMNS (widget);

  measure_widths (self);
  allocate_rows (self);
}

static void
steward_timeline_columns_measure (GtkWidget      *widget,
                                  GtkOrientation  orientation,
                                  int             for_size,
                                  int            *minimum,
                                  int            *natural,
                                  int            *minimum_baseline,
                                  int            *natural_baseline)
{
  StewardTimelineColumns *self = STEWARD_TIMELINE_COLUMNS (widget);

  measure_widths (self);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? total_width (self) : 160;
}

static void
steward_timeline_columns_snapshot (GtkWidget   *widget,
                                   GtkSnapshot *snapshot)
{
  StewardTimelineColumns *self = STEWARD_TIMELINE_COLUMNS (widget);
  double head = head_height (self), width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double zoom = self->view != NULL ? steward_canvas_get_zoom (STEWARD_CANVAS (self->view)) : 1;
  double titles = MIN (head, 26 * zoom), x = 0;

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, head, width, MAX (0, height - head)));
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_snapshot_child (widget, g_ptr_array_index (self->rows, i), snapshot);
  gtk_snapshot_pop (snapshot);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, head - titles));
  gtk_snapshot_scale (snapshot, zoom, zoom);
  for (guint i = 0; i < STEWARD_N_COLUMNS; x += self->widths[i++])
    steward_timeline_row_paint (widget, snapshot, steward_schedule_column_title (i), x, self->widths[i], titles / zoom, TRUE);
  gtk_snapshot_restore (snapshot);
}

/* Anything the drawing shows moved, or is another. The rows are placed at once:
 * this may come while the drawing gets its place, after this table got its own. */
static void
placed_cb (StewardTimelineColumns *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  allocate_rows (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Moves to the line @id, and tells. */
static void
choose (StewardTimelineColumns *self,
        const char             *id)
{
  g_autofree char *chosen = g_strdup (id);
  cairo_rectangle_t place;
  GtkWidget *row;
  guint first, end;
  GtkAdjustment *sideways = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->view));
  double zoom = steward_canvas_get_zoom (STEWARD_CANVAS (self->view));

  steward_canvas_set_selected (STEWARD_CANVAS (self->view), chosen);
  /* Up and down only: who reads the table has not asked for other days. */
  if (steward_timeline_find_row (get_timeline (self), chosen, &place))
    steward_canvas_reveal (STEWARD_CANVAS (self->view),
                           (gtk_adjustment_get_value (sideways) + gtk_widget_get_width (GTK_WIDGET (self->view)) / 2) / zoom,
                           place.y, 0, place.height);
  bind_rows (self, &first, &end);
  row = steward_timeline_columns_find_row (self, chosen);
  if (row != NULL)
    gtk_widget_grab_focus (row);
  g_signal_emit (self, signals[SELECTED], 0, chosen);
}

static gboolean
move_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  StewardTimelineColumns *self = STEWARD_TIMELINE_COLUMNS (widget);
  const char *id;

  if (get_timeline (self) == NULL)
    return FALSE;
  id = steward_timeline_step_line (get_timeline (self), steward_canvas_get_selected (STEWARD_CANVAS (self->view)),
                                   g_variant_get_int32 (arguments));
  if (id == NULL)
    return FALSE;

  choose (self, id);

  return TRUE;
}

static gboolean
enter_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  StewardTimelineColumns *self = STEWARD_TIMELINE_COLUMNS (widget);
  const char *selected = self->view != NULL ? steward_canvas_get_selected (STEWARD_CANVAS (self->view)) : NULL;

  if (selected == NULL)
    return FALSE;

  g_signal_emit (self, signals[ACTIVATED], 0, selected);

  return TRUE;
}

static void
pressed_cb (StewardTimelineColumns *self,
            int                     n_press,
            double                  x,
            double                  y)
{
  GtkWidget *row = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  const char *id = STEWARD_IS_TIMELINE_ROW (row) && y > head_height (self)
                   ? steward_timeline_row_get_id (STEWARD_TIMELINE_ROW (row)) : NULL;

  if (id == NULL)
    return;
  choose (self, id);
  if (n_press == 2)
    enter_cb (GTK_WIDGET (self), NULL, NULL);
}

/* The wheel scrolls the drawing, and the rows with it. */
static gboolean
scroll_cb (StewardTimelineColumns *self,
           double                  dx,
           double                  dy)
{
  GtkAdjustment *adjustment = self->view != NULL ? gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)) : NULL;

  if (adjustment == NULL || dy == 0)
    return GDK_EVENT_PROPAGATE;

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment)
                                        + dy * pow (gtk_adjustment_get_page_size (adjustment), 2.0 / 3.0));

  return GDK_EVENT_STOP;
}

/* One stop for Tab: the selected row, or the first in sight. */
static gboolean
steward_timeline_columns_focus (GtkWidget        *widget,
                                GtkDirectionType  direction)
{
  StewardTimelineColumns *self = STEWARD_TIMELINE_COLUMNS (widget);
  const char *selected = self->view != NULL ? steward_canvas_get_selected (STEWARD_CANVAS (self->view)) : NULL;
  GtkWidget *row = steward_timeline_columns_find_row (self, selected);

  if ((gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
    return FALSE;

  return gtk_widget_grab_focus (row != NULL ? row : widget);
}

static void
steward_timeline_columns_dispose (GObject *object)
{
  StewardTimelineColumns *self = STEWARD_TIMELINE_COLUMNS (object);

  steward_timeline_columns_set_view (self, NULL);
  g_clear_handle_id (&self->growing, g_source_remove);
  g_ptr_array_set_size (self->rows, 0);
  steward_ui_unparent_children (GTK_WIDGET (self));

  G_OBJECT_CLASS (steward_timeline_columns_parent_class)->dispose (object);
}

static void
steward_timeline_columns_finalize (GObject *object)
{
  g_ptr_array_unref (STEWARD_TIMELINE_COLUMNS (object)->rows);

  G_OBJECT_CLASS (steward_timeline_columns_parent_class)->finalize (object);
}

static void
steward_timeline_columns_class_init (StewardTimelineColumnsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steward_timeline_columns_dispose;
  G_OBJECT_CLASS (klass)->finalize = steward_timeline_columns_finalize;
  widget_class->measure = steward_timeline_columns_measure;
  widget_class->size_allocate = steward_timeline_columns_size_allocate;
  widget_class->snapshot = steward_timeline_columns_snapshot;
  widget_class->focus = steward_timeline_columns_focus;
  gtk_widget_class_set_css_name (widget_class, "timelinecolumns");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TABLE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, move_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, move_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, move_cb, "i", 10);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, move_cb, "i", -10);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, move_cb, "i", -STEWARD_NETWORK_MAX_TASKS);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, move_cb, "i", STEWARD_NETWORK_MAX_TASKS);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, enter_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, enter_cb, NULL);

  /* The user chose the row with this id, or wants to go into what it stands for. */
  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
steward_timeline_columns_init (StewardTimelineColumns *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  self->rows = g_ptr_array_new ();
  self->dpi = G_MININT;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  grow_cb (self);
}

void
steward_timeline_columns_set_view (StewardTimelineColumns *self,
                                   StewardTimelineView    *view)
{
  g_return_if_fail (STEWARD_IS_TIMELINE_COLUMNS (self));
  g_return_if_fail (view == NULL || STEWARD_IS_TIMELINE_VIEW (view));

  if (view == self->view)
    return;
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  g_set_object (&self->view, view);
  if (view == NULL)
    return;

  g_signal_connect_object (view, "placed", G_CALLBACK (placed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

int
steward_timeline_columns_fit (StewardTimelineColumns *self,
                              int                     most)
{
  double zoom, width = 0;

  g_return_val_if_fail (STEWARD_IS_TIMELINE_COLUMNS (self), most);

  measure_widths (self);
  zoom = self->view != NULL ? steward_canvas_get_zoom (STEWARD_CANVAS (self->view)) : 1;
  for (guint i = 0; i < STEWARD_N_COLUMNS && width + self->widths[i] * zoom <= most; i++)
    width += self->widths[i] * zoom;

  return width > 0 ? ceil (width) : most;
}

GtkWidget *
steward_timeline_columns_find_row (StewardTimelineColumns *self,
                                   const char             *id)
{
  g_return_val_if_fail (STEWARD_IS_TIMELINE_COLUMNS (self), NULL);

  for (guint i = 0; id != NULL && i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (gtk_widget_get_child_visible (row)
          && g_strcmp0 (steward_timeline_row_get_id (STEWARD_TIMELINE_ROW (row)), id) == 0)
        return row;
    }

  return NULL;
}
