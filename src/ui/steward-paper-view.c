/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-paper-view.h"

#include <glib/gi18n-lib.h>

#include "steward-paper-find.h"
#include "steward-ui-text.h"

#define THUMBNAIL_WIDTH 96
/* Pixels that stay in sight above what one goes to. */
#define ABOVE 80

struct _StewardPaperView
{
  AdwBin              parent_instance;

  GtkSearchBar       *search_bar;
  GtkEditable        *search_entry;
  GtkLabel           *found;
  GtkWidget          *thumbnails_area;
  GtkListBox         *thumbnails;
  GtkScrolledWindow  *scroller;
  AdwBin             *top;
  GtkBox             *pages;

  GBytes             *pdf;
  GPtrArray          *sheets;        /* StewardPaperSheet, children of pages */
  GArray             *spots;         /* StewardPaperSpot */
  guint               current;
  GCancellable       *finding;
};

enum
{
  PROP_0,
  PROP_THUMBNAILS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (StewardPaperView, steward_paper_view, ADW_TYPE_BIN)

static void
scroll_to (StewardPaperView *self,
           guint             page,
           double            part)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  GtkWidget *content = gtk_widget_get_parent (GTK_WIDGET (self->pages));
  GtkWidget *sheet = self->sheets->pdata[page];
  double x, y;

  if (gtk_widget_translate_coordinates (sheet, content, 0, part * gtk_widget_get_height (sheet), &x, &y))
    gtk_adjustment_set_value (adjustment, y - (part > 0 ? ABOVE : 0));
}

void
steward_paper_view_go_to_top (StewardPaperView *self)
{
  g_return_if_fail (STEWARD_IS_PAPER_VIEW (self));

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

void
steward_paper_view_go_to (StewardPaperView *self,
                          guint             page)
{
  g_return_if_fail (STEWARD_IS_PAPER_VIEW (self));

  if (page < self->sheets->len)
    scroll_to (self, page, 0);
}

static void
mark (StewardPaperView *self)
{
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->sheets->len; i++)
    steward_paper_sheet_set_spots (self->sheets->pdata[i], self->spots, i, self->current);
  if (self->spots != NULL && self->spots->len > 0)
    text = g_strdup_printf (_("%u of %u"), self->current + 1, self->spots->len);
  gtk_label_set_text (self->found, self->spots == NULL ? "" : text != NULL ? text : _("Not found"));
}

static void
show_current (StewardPaperView *self)
{
  const StewardPaperSpot *spot;

  mark (self);
  if (self->spots == NULL || self->spots->len == 0)
    return;
  spot = &g_array_index (self->spots, StewardPaperSpot, self->current);
  if (spot->page < self->sheets->len)
    scroll_to (self, spot->page, MAX (spot->y, 0.0001));
}

void
steward_paper_view_step (StewardPaperView *self,
                         gboolean          back)
{
  g_return_if_fail (STEWARD_IS_PAPER_VIEW (self));

  if (self->spots == NULL || self->spots->len == 0)
    return;
  self->current = (self->current + (back ? self->spots->len - 1 : 1)) % self->spots->len;
  show_current (self);
}

static void
stop_finding (StewardPaperView *self)
{
  g_cancellable_cancel (self->finding);
  g_clear_object (&self->finding);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (StewardPaperView) self = user_data;
  GArray *spots = steward_paper_find_finish (result, NULL);

  if (g_task_get_cancellable (G_TASK (result)) != self->finding)
    {
      g_clear_pointer (&spots, g_array_unref);
      return;
    }
  g_clear_object (&self->finding);
  self->spots = spots;
  self->current = 0;
  show_current (self);
}

static void
look_for (StewardPaperView *self)
{
  const char *text = gtk_editable_get_text (self->search_entry);

  stop_finding (self);
  g_clear_pointer (&self->spots, g_array_unref);
  mark (self);
  if (self->pdf == NULL || *text == '\0' || !gtk_search_bar_get_search_mode (self->search_bar))
    return;
  self->finding = g_cancellable_new ();
  steward_paper_find_async (self->pdf, self->sheets->len, text, self->finding, found_cb, g_object_ref (self));
}

static void
add_thumbnail (StewardPaperView *self,
               GdkTexture       *texture,
               const char       *name)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *sheet = steward_paper_sheet_new (texture, THUMBNAIL_WIDTH, TRUE);

  gtk_widget_set_halign (sheet, GTK_ALIGN_CENTER);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), sheet);
  steward_ui_set_label (row, name);
  gtk_list_box_append (self->thumbnails, row);
}

static void
add_sheet (StewardPaperView          *self,
           const StewardPaperPreview *preview,
           guint                      index,
           gboolean                   whole)
{
  GdkTexture *texture = preview->pages->pdata[index];
  int width = gdk_texture_get_width (texture) / gtk_widget_get_scale_factor (GTK_WIDGET (self));
  GtkWidget *sheet = steward_paper_sheet_new (texture, MAX (width, 1), whole);
  GtkWidget *clamp = adw_clamp_new ();
  g_autofree char *name = g_strdup_printf (_("Page %u of %u"), index + 1, preview->n_pages);

  gtk_widget_set_focusable (sheet, TRUE);
  steward_ui_set_label (sheet, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (sheet), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  (const char *) preview->texts->pdata[index], -1);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), width);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), width);
  adw_clamp_set_child (ADW_CLAMP (clamp), sheet);
  gtk_box_append (self->pages, clamp);
  g_ptr_array_add (self->sheets, sheet);
  add_thumbnail (self, texture, name);
}

void
steward_paper_view_show (StewardPaperView          *self,
                         const StewardPaperPreview *preview,
                         gboolean                   whole)
{
  g_return_if_fail (STEWARD_IS_PAPER_VIEW (self));

  stop_finding (self);
  g_ptr_array_set_size (self->sheets, 0);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  steward_ui_clear (GTK_WIDGET (self->pages));
  steward_ui_clear (GTK_WIDGET (self->thumbnails));
  if (preview != NULL)
    self->pdf = g_bytes_ref (preview->pdf);
  for (guint i = 0; preview != NULL && i < preview->pages->len; i++)
    add_sheet (self, preview, i, whole);
  look_for (self);
}

void
steward_paper_view_set_top (StewardPaperView *self,
                            GtkWidget        *top)
{
  g_return_if_fail (STEWARD_IS_PAPER_VIEW (self));

  adw_bin_set_child (self->top, top);
}

void
steward_paper_view_find (StewardPaperView *self)
{
  g_return_if_fail (STEWARD_IS_PAPER_VIEW (self));

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

GArray *
steward_paper_view_get_spots (StewardPaperView *self)
{
  g_return_val_if_fail (STEWARD_IS_PAPER_VIEW (self), NULL);

  return self->spots;
}

static void
search_mode_cb (StewardPaperView *self)
{
  look_for (self);
}

static void
search_changed_cb (StewardPaperView *self)
{
  look_for (self);
}

static void
next_cb (StewardPaperView *self)
{
  steward_paper_view_step (self, FALSE);
}

static void
previous_cb (StewardPaperView *self)
{
  steward_paper_view_step (self, TRUE);
}

static void
thumbnail_cb (StewardPaperView *self,
              GtkListBoxRow    *row)
{
  steward_paper_view_go_to (self, gtk_list_box_row_get_index (row));
}

static void
steward_paper_view_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  g_value_set_boolean (value, gtk_widget_get_visible (STEWARD_PAPER_VIEW (object)->thumbnails_area));
}

static void
steward_paper_view_set_property (GObject      *object,
                                 guint         id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  gtk_widget_set_visible (STEWARD_PAPER_VIEW (object)->thumbnails_area, g_value_get_boolean (value));
}

static void
steward_paper_view_dispose (GObject *object)
{
  StewardPaperView *self = STEWARD_PAPER_VIEW (object);

  stop_finding (self);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_clear_pointer (&self->spots, g_array_unref);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);

  G_OBJECT_CLASS (steward_paper_view_parent_class)->dispose (object);
}

static void
steward_paper_view_class_init (StewardPaperViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = steward_paper_view_dispose;
  object_class->get_property = steward_paper_view_get_property;
  object_class->set_property = steward_paper_view_set_property;
  properties[PROP_THUMBNAILS] = g_param_spec_boolean ("thumbnails", NULL, NULL, FALSE,
                                                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/xiangmuzhang/Steward/steward-paper-view.ui");
  gtk_widget_class_bind_template_child (widget_class, StewardPaperView, search_bar);
  gtk_widget_class_bind_template_child (widget_class, StewardPaperView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, StewardPaperView, found);
  gtk_widget_class_bind_template_child (widget_class, StewardPaperView, thumbnails_area);
  gtk_widget_class_bind_template_child (widget_class, StewardPaperView, thumbnails);
  gtk_widget_class_bind_template_child (widget_class, StewardPaperView, scroller);
  gtk_widget_class_bind_template_child (widget_class, StewardPaperView, top);
  gtk_widget_class_bind_template_child (widget_class, StewardPaperView, pages);
  gtk_widget_class_bind_template_callback (widget_class, search_mode_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, thumbnail_cb);
}

static void
steward_paper_view_init (StewardPaperView *self)
{
  self->sheets = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
}
