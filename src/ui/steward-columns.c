/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-columns.h"

#define SPACING 24

struct _StewardColumns
{
  GtkWidget  parent_instance;

  GtkWidget *left;
  GtkWidget *right;
  int        threshold;
};

G_DEFINE_FINAL_TYPE (StewardColumns, steward_columns, GTK_TYPE_WIDGET)

static gboolean
is_wide (StewardColumns *self,
         int             width)
{
  int dpi = -1;
  double scale;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  scale = dpi > 0 ? MAX (1.0, dpi / (96.0 * 1024.0)) : 1.0;

  return gtk_widget_get_visible (self->left) && gtk_widget_get_visible (self->right)
         && width >= self->threshold * scale;
}

/* A column with nothing in it takes no room. */
static void
measure_column (GtkWidget      *column,
                GtkOrientation  orientation,
                int             for_size,
                int            *minimum,
                int            *natural)
{
  *minimum = *natural = 0;
  if (gtk_widget_get_visible (column))
    gtk_widget_measure (column, orientation, for_size, minimum, natural, NULL, NULL);
}

static GtkSizeRequestMode
steward_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
steward_columns_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  StewardColumns *self = STEWARD_COLUMNS (widget);
  int left_min, left_nat, right_min, right_nat;
  int size = for_size;
  int spacing = gtk_widget_get_visible (self->left) && gtk_widget_get_visible (self->right) ? SPACING : 0;

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0 && is_wide (self, for_size))
    size = (for_size - SPACING) / 2;

  measure_column (self->left, orientation, size, &left_min, &left_nat);
  measure_column (self->right, orientation, size, &right_min, &right_nat);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (left_min, right_min);
      *natural = MAX (*minimum, MAX (2 * MAX (left_nat, right_nat) + SPACING, self->threshold));
    }
  else if (for_size >= 0 && is_wide (self, for_size))
    {
      *minimum = MAX (left_min, right_min);
      *natural = MAX (left_nat, right_nat);
    }
  else
    {
      *minimum = left_min + right_min + spacing;
      *natural = left_nat + right_nat + spacing;
    }
}

static void
steward_columns_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  StewardColumns *self = STEWARD_COLUMNS (widget);
  GtkAllocation left = { 0, 0, width, height };
  GtkAllocation right = { 0, 0, width, 0 };

  if (is_wide (self, width))
    {
      int half = (width - SPACING) / 2;
      gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

      left.width = right.width = half;
      left.x = rtl ? width - half : 0;
      right.x = rtl ? 0 : width - half;
      right.height = height;
    }
  else if (!gtk_widget_get_visible (self->left))
    {
      right.height = height;
    }
  else if (gtk_widget_get_visible (self->right))
    {
      gtk_widget_measure (self->left, GTK_ORIENTATION_VERTICAL, width, NULL, &left.height, NULL, NULL);
      right.y = left.height + SPACING;
      right.height = MAX (0, height - right.y);
    }

  if (gtk_widget_get_visible (self->left))
    gtk_widget_size_allocate (self->left, &left, -1);
  if (gtk_widget_get_visible (self->right))
    gtk_widget_size_allocate (self->right, &right, -1);
}

static void
steward_columns_dispose (GObject *object)
{
  StewardColumns *self = STEWARD_COLUMNS (object);

  g_clear_pointer (&self->left, gtk_widget_unparent);
  g_clear_pointer (&self->right, gtk_widget_unparent);

  G_OBJECT_CLASS (steward_columns_parent_class)->dispose (object);
}

static void
steward_columns_class_init (StewardColumnsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steward_columns_dispose;
  widget_class->get_request_mode = steward_columns_get_request_mode;
  widget_class->measure = steward_columns_measure;
  widget_class->size_allocate = steward_columns_size_allocate;
}

static void
steward_columns_init (StewardColumns *self)
{
}

GtkWidget *
steward_columns_new (GtkWidget *left,
                     GtkWidget *right,
                     int        threshold)
{
  StewardColumns *self;

  g_return_val_if_fail (GTK_IS_WIDGET (left) && GTK_IS_WIDGET (right), NULL);

  self = g_object_new (STEWARD_TYPE_COLUMNS, NULL);
  self->left = left;
  self->right = right;
  self->threshold = threshold;
  gtk_widget_set_parent (left, GTK_WIDGET (self));
  gtk_widget_set_parent (right, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}
