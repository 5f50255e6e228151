/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-paper-sheet.h"

#include <math.h>

#define MIN_WIDTH 60

struct _StewardPaperSheet
{
  GtkWidget   parent_instance;

  GdkTexture *texture;
  int         width;
  gboolean    whole;
  GArray     *spots;    /* StewardPaperSpot */
  guint       page;
  guint       current;
};

G_DEFINE_FINAL_TYPE (StewardPaperSheet, steward_paper_sheet, GTK_TYPE_WIDGET)

static double
get_ratio (StewardPaperSheet *self)
{
  return (double) gdk_texture_get_height (self->texture) / gdk_texture_get_width (self->texture);
}

static GtkSizeRequestMode
steward_paper_sheet_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
steward_paper_sheet_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  StewardPaperSheet *self = STEWARD_PAPER_SHEET (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *natural = self->width;
      *minimum = self->whole ? self->width : MIN (self->width, MIN_WIDTH);
    }
  else
    {
      *minimum = *natural = ceil (get_ratio (self) * (for_size >= 0 ? MIN (for_size, self->width) : self->width));
    }
  *minimum_baseline = *natural_baseline = -1;
}

static void
steward_paper_sheet_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  static const GdkRGBA found = { 1, 0.85f, 0.1f, 0.4f }, here = { 1, 0.5f, 0, 0.6f };
  StewardPaperSheet *self = STEWARD_PAPER_SHEET (widget);
  float width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  gtk_snapshot_append_texture (snapshot, self->texture, &GRAPHENE_RECT_INIT (0, 0, width, height));
  for (guint i = 0; self->spots != NULL && i < self->spots->len; i++)
    {
      const StewardPaperSpot *spot = &g_array_index (self->spots, StewardPaperSpot, i);

      if (spot->page == self->page)
        gtk_snapshot_append_color (snapshot, i == self->current ? &here : &found,
                                   &GRAPHENE_RECT_INIT (spot->x * width - 1, spot->y * height - 1,
                                                        spot->width * width + 2, spot->height * height + 2));
    }
}

static void
steward_paper_sheet_finalize (GObject *object)
{
  StewardPaperSheet *self = STEWARD_PAPER_SHEET (object);

  g_clear_object (&self->texture);
  g_clear_pointer (&self->spots, g_array_unref);

  G_OBJECT_CLASS (steward_paper_sheet_parent_class)->finalize (object);
}

static void
steward_paper_sheet_class_init (StewardPaperSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = steward_paper_sheet_finalize;
  widget_class->get_request_mode = steward_paper_sheet_get_request_mode;
  widget_class->measure = steward_paper_sheet_measure;
  widget_class->snapshot = steward_paper_sheet_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
steward_paper_sheet_init (StewardPaperSheet *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "paper-page");
}

GtkWidget *
steward_paper_sheet_new (GdkTexture *texture,
                         int         width,
                         gboolean    whole)
{
  StewardPaperSheet *self;

  g_return_val_if_fail (GDK_IS_TEXTURE (texture), NULL);
  g_return_val_if_fail (width > 0, NULL);

  self = g_object_new (STEWARD_TYPE_PAPER_SHEET, NULL);
  self->texture = g_object_ref (texture);
  self->width = width;
  self->whole = whole;
  return GTK_WIDGET (self);
}

void
steward_paper_sheet_set_spots (StewardPaperSheet *self,
                               GArray            *spots,
                               guint              page,
                               guint              current)
{
  g_return_if_fail (STEWARD_IS_PAPER_SHEET (self));

  if (spots != NULL)
    g_array_ref (spots);
  g_clear_pointer (&self->spots, g_array_unref);
  self->spots = spots;
  self->page = page;
  self->current = current;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
