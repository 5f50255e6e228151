/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * StewardPdfField:
 * @name: unique in the file, ASCII: "unit", "steward"
 * @label: for people, any language
 * @page: counted from 0
 * @x, @y, @width, @height: points, from the upper left corner of the page
 *
 * An empty signature field: where one signer will sign.
 */
typedef struct
{
  char   *name;
  char   *label;
  guint   page;
  double  x;
  double  y;
  double  width;
  double  height;
} StewardPdfField;

/* Gives a freshly drawn PDF what must be there before the first signature,
 * because afterwards bytes may only be appended: its language, a document
 * identifier that depends on nothing but the content, its title in the
 * window's title bar, and the empty signature fields of all signers, if any. Refuses
 * a PDF that is damaged, encrypted or has a form already, because then it is
 * not freshly drawn. @language such as "zh-CN". (transfer full),
 * STEWARD_ERROR_RENDER */
GBytes *steward_pdf_finalise (GBytes                 *pdf,
                              const char             *language,
                              const StewardPdfField  *fields,
                              gsize                   n_fields,
                              GError                **error);

G_END_DECLS
