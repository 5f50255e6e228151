/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-pages-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "steward-error.h"

#define LANGUAGE "zh-CN"
#define FOLIO_SIZE 10.5
#define FOLIO_FROM_EDGE 46.0
#define FOLIO_FORMAT "第 %u 页 共 %u 页"
/* GB/T 9704—2012, 7.5: 4号 letters. */
#define OUTER_FOLIO_SIZE 14.0
#define OUTER_FOLIO_FORMAT "— %u —"

typedef enum { OP_LINE, OP_RULE, OP_BEGIN, OP_END } OpKind;

typedef struct
{
  OpKind            kind;
  StewardParagraph *paragraph;
  const char       *tag;
  guint             line;
  double            x0, y0, x1, y1;
  double            thickness;
} Op;

typedef struct
{
  char   *title;
  guint   level;
  guint   page;
  double  y;
} Bookmark;

struct _StewardPages
{
  double     width;
  double     height;
  GPtrArray *pages;             /* of GArray of Op */
  GArray    *bookmarks;
  GArray    *fields;            /* of StewardPdfField */
  StewardFolio folio;
  double     folio_left;
  double     folio_right;
  double     folio_y;
};

static void
clear_op (gpointer data)
{
  Op *op = data;

  g_clear_pointer (&op->paragraph, steward_paragraph_unref);
}

static void
clear_bookmark (gpointer data)
{
  g_free (((Bookmark *) data)->title);
}

static void
clear_field (gpointer data)
{
  StewardPdfField *field = data;

  g_free (field->name);
  g_free (field->label);
}

StewardPages *
steward_pages_new (double width,
                   double height)
{
  StewardPages *self = g_new0 (StewardPages, 1);

  self->width = width;
  self->height = height;
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->bookmarks = g_array_new (FALSE, FALSE, sizeof (Bookmark));
  g_array_set_clear_func (self->bookmarks, clear_bookmark);
  self->fields = g_array_new (FALSE, FALSE, sizeof (StewardPdfField));
  g_array_set_clear_func (self->fields, clear_field);
  self->folio_y = height - FOLIO_FROM_EDGE;
  steward_pages_add_page (self);
  return self;
}

void
steward_pages_free (StewardPages *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->pages);
  g_array_unref (self->bookmarks);
  g_array_unref (self->fields);
  g_free (self);
}

void
steward_pages_set_folio (StewardPages *self,
                         StewardFolio  folio,
                         double        left,
                         double        right,
                         double        y)
{
  g_return_if_fail (self != NULL);

  self->folio = folio;
  self->folio_left = left;
  self->folio_right = right;
  self->folio_y = y;
}

void
steward_pages_add_page (StewardPages *self)
{
  GArray *ops;

  g_return_if_fail (self != NULL);

  ops = g_array_new (FALSE, FALSE, sizeof (Op));
  g_array_set_clear_func (ops, clear_op);
  g_ptr_array_add (self->pages, ops);
}

guint
steward_pages_get_n_pages (const StewardPages *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->pages->len;
}

static void
add_op (StewardPages *self,
        Op            op)
{
  g_array_append_val ((GArray *) g_ptr_array_index (self->pages, self->pages->len - 1), op);
}

void
steward_pages_add_line (StewardPages     *self,
                        StewardParagraph *paragraph,
                        guint             line,
                        double            x,
                        double            y)
{
  g_return_if_fail (self != NULL && paragraph != NULL);

  add_op (self, (Op) { .kind = OP_LINE, .paragraph = steward_paragraph_ref (paragraph),
                       .line = line, .x0 = x, .y0 = y });
}

void
steward_pages_add_rule (StewardPages *self,
                        double        x0,
                        double        y0,
                        double        x1,
                        double        y1,
                        double        thickness)
{
  g_return_if_fail (self != NULL);

  add_op (self, (Op) { .kind = OP_RULE, .x0 = x0, .y0 = y0, .x1 = x1, .y1 = y1,
                       .thickness = thickness });
}

void
steward_pages_begin (StewardPages *self,
                     const char   *tag)
{
  g_return_if_fail (self != NULL && tag != NULL);

  add_op (self, (Op) { .kind = OP_BEGIN, .tag = tag });
}

void
steward_pages_end (StewardPages *self,
                   const char   *tag)
{
  g_return_if_fail (self != NULL && tag != NULL);

  add_op (self, (Op) { .kind = OP_END, .tag = tag });
}

void
steward_pages_add_outline (StewardPages *self,
                           guint         level,
                           const char   *title,
                           double        y)
{
  Bookmark bookmark = { g_strdup (title), level, self->pages->len, y };

  g_array_append_val (self->bookmarks, bookmark);
}

void
steward_pages_add_field (StewardPages *self,
                         const char   *name,
                         const char   *label,
                         double        x,
                         double        y,
                         double        width,
                         double        height)
{
  StewardPdfField field = { g_strdup (name), g_strdup (label), self->pages->len - 1,
                            x, y, width, height };

  g_array_append_val (self->fields, field);
}

static void
paint_op (const Op        *op,
          StewardTypecase *typecase,
          cairo_t         *cr)
{
  switch (op->kind)
    {
    case OP_LINE:
      steward_paragraph_draw_line (op->paragraph, op->line, typecase, cr, op->x0, op->y0);
      break;
    case OP_RULE:
      cairo_set_line_width (cr, op->thickness);
      cairo_move_to (cr, op->x0, op->y0);
      cairo_line_to (cr, op->x1, op->y1);
      cairo_stroke (cr);
      break;
    case OP_BEGIN:
      cairo_tag_begin (cr, op->tag, NULL);
      break;
    case OP_END:
    default:
      cairo_tag_end (cr, op->tag);
      break;
    }
}

/* Odd pages lie on the right when a paper is open. */
static StewardParagraph *
make_outer_folio (StewardPages *self,
                  StewardFonts *fonts,
                  guint         page)
{
  const StewardTextStyle style = { .face = STEWARD_FACE_FOLIO, .size = OUTER_FOLIO_SIZE,
                                   .align = page % 2 == 0 ? STEWARD_ALIGN_END : STEWARD_ALIGN_START,
                                   .indent = page % 2 == 0 ? 0 : 1, .inset_end = page % 2 == 0 ? 1 : 0 };
  g_autoptr (StewardText) text = steward_text_new (&style);
  g_autofree char *folio = g_strdup_printf (OUTER_FOLIO_FORMAT, page + 1);

  steward_text_add (text, folio);
  return steward_paragraph_new (text, fonts, self->width - self->folio_left - self->folio_right);
}

static StewardParagraph *
make_folio (StewardPages *self,
            StewardFonts *fonts,
            guint         page)
{
  const StewardTextStyle style = { .face = STEWARD_FACE_BODY, .size = FOLIO_SIZE,
                                   .align = STEWARD_ALIGN_CENTER };
  g_autoptr (StewardText) text = steward_text_new (&style);
  g_autofree char *folio = g_strdup_printf (FOLIO_FORMAT, page + 1, self->pages->len);

  if (self->folio == STEWARD_FOLIO_OUTER)
    return make_outer_folio (self, fonts, page);
  steward_text_add (text, folio);
  return steward_paragraph_new (text, fonts, self->width);
}

/* All that will be drawn has to be known before the first page is. */
static StewardTypecase *
fill_typecase (StewardPages *self,
               GPtrArray    *folios)
{
  StewardTypecase *typecase = steward_typecase_new ();

  for (guint page = 0; page < self->pages->len; page++)
    {
      GArray *ops = g_ptr_array_index (self->pages, page);

      for (guint i = 0; i < ops->len; i++)
        {
          const Op *op = &g_array_index (ops, Op, i);

          if (op->kind == OP_LINE)
            steward_paragraph_use_line (op->paragraph, op->line, typecase);
        }
      steward_paragraph_use_line (g_ptr_array_index (folios, page), 0, typecase);
    }
  return typecase;
}

static void
set_metadata (cairo_surface_t        *surface,
              const StewardPaperInfo *info)
{
  g_autofree char *created = g_strdup_printf ("%sT00:00:00", info->as_of);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, info->title);
  if (info->author != NULL && *info->author != '\0')
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, info->author);
  if (info->subject != NULL && *info->subject != '\0')
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, info->subject);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Steward " STEWARD_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, created);
}

static void
add_bookmarks (StewardPages    *self,
               cairo_surface_t *surface)
{
  int parents[8] = { CAIRO_PDF_OUTLINE_ROOT };

  for (guint i = 0; i < self->bookmarks->len; i++)
    {
      const Bookmark *bookmark = &g_array_index (self->bookmarks, Bookmark, i);
      guint level = MIN (bookmark->level, G_N_ELEMENTS (parents) - 2);
      g_autofree char *target = g_strdup_printf ("page=%u pos=[0 %d]", bookmark->page,
                                                 (int) bookmark->y);
      int id = cairo_pdf_surface_add_outline (surface, parents[level], bookmark->title, target,
                                              CAIRO_PDF_OUTLINE_FLAG_OPEN);

      for (guint deeper = level + 1; deeper < G_N_ELEMENTS (parents); deeper++)
        parents[deeper] = id;
    }
}

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
paint_pages (StewardPages *self,
             StewardFonts *fonts,
             cairo_t      *cr)
{
  g_autoptr (GPtrArray) folios = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_paragraph_unref);
  g_autoptr (StewardTypecase) typecase = NULL;

  for (guint page = 0; page < self->pages->len; page++)
    g_ptr_array_add (folios, make_folio (self, fonts, page));
  typecase = fill_typecase (self, folios);
  cairo_tag_begin (cr, "Document", NULL);
  for (guint page = 0; page < self->pages->len; page++)
    {
      GArray *ops = g_ptr_array_index (self->pages, page);

      for (guint i = 0; i < ops->len; i++)
        paint_op (&g_array_index (ops, Op, i), typecase, cr);
      /* The document element has to close on a page that is still open. */
      if (page + 1 == self->pages->len)
        cairo_tag_end (cr, "Document");
      steward_paragraph_draw_line (g_ptr_array_index (folios, page), 0, typecase, cr, self->folio_left,
                                   self->folio_y);
      cairo_show_page (cr);
    }
}

GBytes *
steward_pages_to_pdf (StewardPages           *self,
                      StewardFonts           *fonts,
                      const StewardPaperInfo *info,
                      GError                **error)
{
  g_autoptr (GByteArray) buffer = g_byte_array_new ();
  g_autoptr (GBytes) drawn = NULL;
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  g_return_val_if_fail (self != NULL && fonts != NULL && info != NULL, NULL);

  surface = cairo_pdf_surface_create_for_stream (append_bytes, buffer, self->width, self->height);
  set_metadata (surface, info);
  cr = cairo_create (surface);
  paint_pages (self, fonts, cr);
  add_bookmarks (self, surface);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_RENDER, _("“%s” cannot be drawn: %s"),
                   info->title, cairo_status_to_string (status));
      return NULL;
    }
  drawn = g_byte_array_free_to_bytes (g_steal_pointer (&buffer));
  return steward_pdf_finalise (drawn, LANGUAGE, (const StewardPdfField *) self->fields->data,
                               self->fields->len, error);
}
