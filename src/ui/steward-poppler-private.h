/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <poppler.h>

G_BEGIN_DECLS

/* poppler-glib 22.12 has no cleanup functions of its own. */
typedef PopplerDocument StewardPdf;
typedef PopplerPage StewardPdfPage;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardPdf, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardPdfPage, g_object_unref)

/* Whoever uses poppler holds this: two documents read at the same time on two
 * threads were seen to lose pages, one time in ten. Declare it before the
 * documents, which then go first. (transfer full) */
GMutexLocker    *steward_pdf_lock      (void);
/* @page on white at @scale pixels per point, but never more than @max_pixels
 * wide or high, whatever size it claims. (transfer full) */
cairo_surface_t *steward_pdf_page_draw (PopplerPage *page,
                                        double       scale,
                                        int          max_pixels);

G_END_DECLS
