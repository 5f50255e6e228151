/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-sheets.h"

#include <cairo-pdf.h>
#include <math.h>

#include "steward-picture-private.h"

/* A timeline goes to its very edges. This margin is that of the longer sides:
 * what is left has the proportions of the page, for which the drawing was laid
 * out. */
#define MARGIN       22.0
#define MARGIN_SHARE  0.014   /* of a side of large paper */

/* A flowchart brings a margin of its own, which may shrink with it: but no
 * printer reaches the edge of the paper. */
#define LEAST_MARGIN 18.0

/* Letters of few rows grow that much on an A3, in steps. */
#define MOST_TEXT_SCALE 1.5
#define TEXT_STEP       1.12
#define LEAST_GAIN      1.03
#define A3_AREA         (1190.55 * 841.89)

struct _StewardSheets
{
  StewardPicture  picture;
  StewardStyle    style;    /* the paper is white, not the shade of a window */
  double          page_width, page_height;
  double          scale;    /* on one page */
  double          top;
  StewardTiles   *tiles;    /* NULL: on one page */
  GCancellable   *cancellable;
  StewardSheetsMade made;
  gpointer        made_data;
};

/* How large a letter is in the end, when all of it is scaled onto the page. */
static double
measure_letters (const StewardTimeline        *timeline,
                 const StewardTimelineOptions *options,
                 double                        text_scale)
{
  double width, height;

  steward_timeline_get_size (timeline, &width, &height);

  return text_scale * MIN (1, MIN (options->width / width, options->height / height));
}

StewardTimeline *
steward_sheets_fill_page (StewardTimelineOptions *options,
                          StewardTimelineMake     make,
                          gpointer                data)
{
  StewardTimeline *best;
  double most, letters;

  g_return_val_if_fail (options != NULL && make != NULL, NULL);
  g_return_val_if_fail (options->width > 0 && options->height > 0, NULL);

  most = MOST_TEXT_SCALE * MAX (1, sqrt (options->width * options->height / A3_AREA));
  options->text_scale = 1;
  best = make (options, data);
  letters = measure_letters (best, options, 1);
  for (double scale = TEXT_STEP; scale <= most; scale *= TEXT_STEP)
    {
      StewardTimelineOptions larger = *options;
      StewardTimeline *timeline;
      double size;

      larger.text_scale = scale;
      timeline = make (&larger, data);
      size = measure_letters (timeline, options, scale);
      if (size < letters * LEAST_GAIN)
        {
          steward_timeline_free (timeline);
          break;
        }
      letters = size;
      options->text_scale = scale;
      steward_timeline_free (best);
      best = timeline;
    }
  return best;
}

static void
fit_timeline (StewardSheets *self)
{
  double side = MAX (self->page_width, self->page_height);
  double share = CLAMP (MARGIN / side, MARGIN_SHARE, 0.1);

  self->scale = MIN (1, (1 - 2 * share) * MIN (self->page_width / self->picture.width,
                                               self->page_height / self->picture.height));
  self->top = share * self->page_height;
}

static void
fit_flowchart (StewardSheets *self)
{
  double own = self->picture.flowchart->margin, width = self->picture.width, height = self->picture.height;
  double least = MIN (LEAST_MARGIN, 0.1 * MIN (self->page_width, self->page_height));

  self->scale = MIN (1, MIN ((self->page_width - 2 * least) / (width - 2 * own),
                             (self->page_height - 2 * least) / (height - 2 * own)));
  if (own * self->scale > least)
    self->scale = MIN (1, MIN (self->page_width / width, self->page_height / height));
  self->top = MAX (0, least - own * self->scale);
}

StewardSheets *
steward_sheets_of_picture (StewardPicture  *picture,
                           double           page_width,
                           double           page_height,
                           double           least_scale,
                           GError         **error)
{
  StewardSheets *self = g_new0 (StewardSheets, 1);

  self->picture = *picture;
  self->style = *picture->style;
  if (picture->style == steward_style_get (STEWARD_STYLE_LIGHT))
    self->style.paper = self->style.card;
  self->picture.style = &self->style;
  self->page_width = page_width;
  self->page_height = page_height;
  if (picture->timeline != NULL)
    fit_timeline (self);
  else
    fit_flowchart (self);
  if (self->scale >= least_scale)
    return self;

  self->tiles = steward_tiles_new (&self->picture, page_width, page_height, least_scale, error);
  if (self->tiles == NULL)
    g_clear_pointer (&self, steward_sheets_free);
  return self;
}

StewardSheets *
steward_sheets_of_flowchart (const StewardFlowchart  *flowchart,
                             StewardStyleKind         style,
                             double                   page_width,
                             double                   page_height,
                             double                   least_scale,
                             GError                 **error)
{
  StewardPicture picture;

  g_return_val_if_fail (flowchart != NULL, NULL);
  g_return_val_if_fail (page_width > 0 && page_height > 0, NULL);

  steward_picture_init_flowchart (&picture, flowchart, style);
  return steward_sheets_of_picture (&picture, page_width, page_height, least_scale, error);
}

StewardSheets *
steward_sheets_of_timeline (const StewardTimeline  *timeline,
                            StewardStyleKind        style,
                            double                  page_width,
                            double                  page_height,
                            double                  least_scale,
                            GError                **error)
{
  StewardPicture picture;

  g_return_val_if_fail (timeline != NULL, NULL);
  g_return_val_if_fail (page_width > 0 && page_height > 0, NULL);

  steward_picture_init_timeline (&picture, timeline, style);
  return steward_sheets_of_picture (&picture, page_width, page_height, least_scale, error);
}

void
steward_sheets_free (StewardSheets *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->tiles, steward_tiles_free);
  steward_picture_clear (&self->picture);
  g_free (self);
}

guint
steward_sheets_get_n_pages (const StewardSheets *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->tiles != NULL ? steward_tiles_get_n_pages (self->tiles) : 1;
}

double
steward_sheets_get_scale (const StewardSheets *self)
{
  g_return_val_if_fail (self != NULL, 1);

  return self->tiles != NULL ? steward_tiles_get_scale (self->tiles) : self->scale;
}

cairo_rectangle_t
steward_sheets_get_part (const StewardSheets *self,
                         guint                page)
{
  cairo_rectangle_t whole = { 0, 0, 0, 0 };

  g_return_val_if_fail (self != NULL, whole);
  g_return_val_if_fail (page < steward_sheets_get_n_pages (self), whole);

  whole.width = self->picture.width;
  whole.height = self->picture.height;
  return self->tiles != NULL ? steward_tiles_get_part (self->tiles, page) : whole;
}

cairo_rectangle_t
steward_sheets_get_shown (const StewardSheets *self,
                          guint                page)
{
  cairo_rectangle_t none = { 0, 0, 0, 0 };

  g_return_val_if_fail (self != NULL, none);
  g_return_val_if_fail (page < steward_sheets_get_n_pages (self), none);

  return self->tiles != NULL ? steward_tiles_get_shown (self->tiles, page) : steward_sheets_get_part (self, page);
}

static void
paint_page (StewardSheets *self,
            cairo_t       *cr,
            guint          page,
            gboolean       tagged)
{
  if (self->tiles != NULL)
    {
      steward_tiles_paint (self->tiles, cr, page, tagged);
      return;
    }
  cairo_save (cr);
  steward_picture_paint_ground (&self->picture, cr);
  cairo_translate (cr, (self->page_width - self->picture.width * self->scale) / 2, self->top);
  cairo_scale (cr, self->scale, self->scale);
  steward_picture_paint_whole (&self->picture, cr, tagged);
  cairo_restore (cr);
}

/* The painter sets letters and strokes for a page that is upright and in
 * points; a printer turns and scales it. */
void
steward_sheets_paint (StewardSheets *self,
                      cairo_t       *cr,
                      guint          page)
{
  cairo_rectangle_t sheet;
  cairo_surface_t *record;
  cairo_t *upright;

  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL);
  g_return_if_fail (page < steward_sheets_get_n_pages (self));

  sheet = (cairo_rectangle_t) { 0, 0, self->page_width, self->page_height };
  record = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &sheet);
  upright = cairo_create (record);
  paint_page (self, upright, page, FALSE);
  cairo_destroy (upright);

  cairo_save (cr);
  cairo_set_source_surface (cr, record, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_surface_destroy (record);
}

static void
add_outline (StewardSheets   *self,
             cairo_surface_t *surface)
{
  g_autoptr (GArray) marks = steward_picture_find_marks (&self->picture);

  for (guint i = 0; i < marks->len; i++)
    {
      const StewardPictureMark *mark = &g_array_index (marks, StewardPictureMark, i);
      double y = self->top + mark->y * self->scale;
      guint page = self->tiles != NULL ? steward_tiles_find (self->tiles, mark->x, mark->y, &y) : 0;
      g_autofree char *target = g_strdup_printf ("page=%u pos=[0 %d]", page + 1, (int) y);

      cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, mark->title, target, CAIRO_PDF_OUTLINE_FLAG_OPEN);
    }
}

/* Cairo forgets all that it was told of a page, tags too, when the whole page
 * is painted over. A page that is clipped by a hair is not. */
static void
begin_page (StewardSheets *self,
            cairo_t       *cr)
{
  const double hair = 0.004;

  cairo_save (cr);
  cairo_rectangle (cr, hair, hair, self->page_width - 2 * hair, self->page_height - 2 * hair);
  cairo_clip (cr);
}

void
steward_sheets_watch (StewardSheets     *self,
                      GCancellable      *cancellable,
                      StewardSheetsMade  made,
                      gpointer           data)
{
  g_return_if_fail (self != NULL);

  self->cancellable = cancellable;
  self->made = made;
  self->made_data = data;
}

static void
tell (const StewardSheets *self,
      guint                n_made)
{
  if (self->made != NULL)
    self->made (n_made, steward_sheets_get_n_pages (self), self->made_data);
}

/* The pages below one element of the document, as far as they are wanted. */
static void
paint_pages (StewardSheets *self,
             cairo_t       *cr)
{
  guint n_pages = steward_sheets_get_n_pages (self);

  cairo_tag_begin (cr, "Document", NULL);
  for (guint page = 0; page < n_pages; page++)
    {
      gboolean last = page + 1 == n_pages || g_cancellable_is_cancelled (self->cancellable);

      tell (self, page);
      begin_page (self, cr);
      paint_page (self, cr, page, TRUE);
      cairo_restore (cr);
      /* The document has to end on a page that is still open. */
      if (last)
        cairo_tag_end (cr, "Document");
      cairo_show_page (cr);
      if (last)
        break;
    }
}

GBytes *
steward_sheets_make_pdf (StewardSheets  *self,
                         GError        **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_t *cr;
  gboolean good;

  g_return_val_if_fail (self != NULL, NULL);

  surface = cairo_pdf_surface_create_for_stream (steward_picture_collect, bytes, self->page_width, self->page_height);
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_5);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->picture.title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Steward " STEWARD_VERSION);
  cr = cairo_create (surface);
  paint_pages (self, cr);
  /* Cairo wants the pages before it hears of places on them. */
  if (!g_cancellable_is_cancelled (self->cancellable))
    add_outline (self, surface);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  good = !g_cancellable_set_error_if_cancelled (self->cancellable, error) && steward_picture_check (surface, error);
  if (good)
    tell (self, steward_sheets_get_n_pages (self));
  cairo_surface_destroy (surface);
  return good ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}
