/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-slide-marks.h"

#include <math.h>

/* What is painted over one box: @radius of its round mark. */
typedef struct
{
  cairo_t               *cr;
  const StewardStyle    *style;
  double                 x, y;      /* middle of the mark */
  double                 radius;
  StewardOpinionVerdict  verdict;
  guint                  said;
  guint                  asked;
} Mark;

static const StewardColor *
get_color (const Mark *mark)
{
  static const StewardLight lights[STEWARD_N_OPINIONS] = {
    [STEWARD_OPINION_AGREE] = STEWARD_LIGHT_GREEN,
    [STEWARD_OPINION_CONDITIONS] = STEWARD_LIGHT_YELLOW,
    [STEWARD_OPINION_DISAGREE] = STEWARD_LIGHT_RED
  };

  return &mark->style->lights[lights[mark->verdict]];
}

static void
set_color (cairo_t            *cr,
           const StewardColor *color)
{
  cairo_set_source_rgb (cr, color->red, color->green, color->blue);
}

/* Told by its shape before its colour. */
static void
draw_sign (const Mark *mark)
{
  double r = mark->radius * 0.5;

  set_color (mark->cr, &mark->style->card);
  cairo_set_line_width (mark->cr, mark->radius * 0.24);
  cairo_set_line_cap (mark->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (mark->cr, CAIRO_LINE_JOIN_ROUND);
  switch (mark->verdict)
    {
    case STEWARD_OPINION_AGREE:
      cairo_move_to (mark->cr, mark->x - r, mark->y + 0.1 * r);
      cairo_line_to (mark->cr, mark->x - 0.25 * r, mark->y + 0.8 * r);
      cairo_line_to (mark->cr, mark->x + r, mark->y - 0.7 * r);
      break;
    case STEWARD_OPINION_CONDITIONS:
      cairo_move_to (mark->cr, mark->x, mark->y - r);
      cairo_line_to (mark->cr, mark->x, mark->y + 0.25 * r);
      cairo_move_to (mark->cr, mark->x, mark->y + r);
      cairo_line_to (mark->cr, mark->x, mark->y + r);
      break;
    default:
      cairo_move_to (mark->cr, mark->x - 0.75 * r, mark->y - 0.75 * r);
      cairo_line_to (mark->cr, mark->x + 0.75 * r, mark->y + 0.75 * r);
      cairo_move_to (mark->cr, mark->x + 0.75 * r, mark->y - 0.75 * r);
      cairo_line_to (mark->cr, mark->x - 0.75 * r, mark->y + 0.75 * r);
      break;
    }
  cairo_stroke (mark->cr);
}

/* `1/2` behind the sign. (transfer full) */
static PangoLayout *
new_count (const Mark *mark,
           GtkWidget  *view)
{
  PangoLayout *layout;
  PangoFontDescription *font;
  g_autofree char *text = g_strdup_printf ("%u/%u", mark->said, mark->asked);

  layout = gtk_widget_create_pango_layout (view, text);
  font = pango_font_description_copy (pango_context_get_font_description (pango_layout_get_context (layout)));
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_font_description_set_absolute_size (font, mark->radius * 1.43 * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  return layout;
}

static void
draw_mark (const Mark *mark,
           GtkWidget  *view)
{
  g_autoptr (PangoLayout) count = mark->asked > 1 ? new_count (mark, view) : NULL;
  double length = 0;
  int width = 0, height = 0;

  if (count != NULL)
    {
      pango_layout_get_pixel_size (count, &width, &height);
      length = width + 0.4 * mark->radius;
    }
  cairo_new_sub_path (mark->cr);
  cairo_arc (mark->cr, mark->x, mark->y, mark->radius, 0.5 * G_PI, 1.5 * G_PI);
  cairo_arc (mark->cr, mark->x + length, mark->y, mark->radius, 1.5 * G_PI, 0.5 * G_PI);
  cairo_close_path (mark->cr);
  set_color (mark->cr, get_color (mark));
  cairo_fill_preserve (mark->cr);
  set_color (mark->cr, &mark->style->card);
  cairo_set_line_width (mark->cr, mark->radius * 0.16);
  cairo_stroke (mark->cr);
  draw_sign (mark);
  if (count == NULL)
    return;

  cairo_move_to (mark->cr, mark->x + 0.85 * mark->radius, mark->y - height / 2.0);
  set_color (mark->cr, &mark->style->card);
  pango_cairo_show_layout (mark->cr, count);
}

static void
paint_cb (StewardFlowchartView      *view,
          cairo_t                   *cr,
          const StewardStyle        *style,
          const StewardFlowchartBox *box,
          double                     letters,
          gpointer                   user_data)
{
  g_autofree char *item = g_strndup (box->id, strcspn (box->id, "/"));
  Mark mark = { .cr = cr, .style = style, .radius = letters * 0.7 };

  steward_presentation_weigh_item (user_data, item, &mark.verdict, &mark.said, &mark.asked);
  if (mark.verdict == STEWARD_OPINION_NONE)
    return;

  mark.x = box->x + 0.35 * mark.radius;
  mark.y = box->y - 0.15 * mark.radius;
  draw_mark (&mark, GTK_WIDGET (view));
}

void
steward_slide_marks_add (StewardFlowchartView *view,
                         StewardPresentation  *presentation)
{
  g_return_if_fail (STEWARD_IS_FLOWCHART_VIEW (view));
  g_return_if_fail (STEWARD_IS_PRESENTATION (presentation));

  steward_flowchart_view_set_painter (view, paint_cb, presentation);
}
