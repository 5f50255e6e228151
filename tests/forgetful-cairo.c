/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cairo 1.16 forgets one array (768 bytes) for each OpenType font with CFF
 * outlines that it puts into a PDF, as Noto CJK is; a program of ten lines that
 * shows one letter of it does the same, with TrueType fonts or without text
 * nothing is lost. The function has no name in a stripped library, so all that
 * is allocated while a surface ends is no leak. That hides nothing of ours:
 * whoever owns the bytes that are written then was allocated before.
 *
 * A suppression could say the same, but only with whole stacks, which make
 * each allocation of the program many times as slow. */
#include <cairo.h>
#include <sanitizer/lsan_interface.h>

void __real_cairo_surface_finish (cairo_surface_t *surface);
void __wrap_cairo_surface_finish (cairo_surface_t *surface);

void
__wrap_cairo_surface_finish (cairo_surface_t *surface)
{
  __lsan_disable ();
  __real_cairo_surface_finish (surface);
  __lsan_enable ();
}
