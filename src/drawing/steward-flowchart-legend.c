/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-flowchart-private.h"

#include "steward-words-private.h"

/* The legend names every state, so that the reader learns one set of signs,
 * but only those marks that the drawing really uses. */

static void
find_marks (const StewardFlowchart *self,
            gboolean                found[])
{
  for (guint i = 0; i < self->boxes->len; i++)
    {
      const StewardFlowBox *box = g_ptr_array_index (self->boxes, i);

      found[STEWARD_KEY_COMMITMENT] |= box->box.mode == STEWARD_MODE_COMMITMENT;
      found[STEWARD_KEY_DEFERRAL] |= box->box.mode == STEWARD_MODE_DEFERRAL;
      found[STEWARD_KEY_SUPPLEMENT] |= box->box.supplement;
      found[STEWARD_KEY_CRITICAL] |= box->box.critical && box->kind == STEWARD_FLOW_CARD;
      found[STEWARD_KEY_MAIN] |= box->main && box->kind == STEWARD_FLOW_CARD;
      found[STEWARD_KEY_PROVISIONAL] |= strstr (box->dates, W_PROVISIONAL_MARK) != NULL;
      found[STEWARD_KEY_LIGHT] |= box->box.light == STEWARD_LIGHT_DONE_LATE;
    }
  found[STEWARD_KEY_OWN] = self->own->len > 0;
  for (guint i = 0; i < self->stages->len; i++)
    {
      const StewardFlowStage *stage = g_ptr_array_index (self->stages, i);

      for (guint j = 0; j < stage->segments->len; j++)
        found[STEWARD_KEY_FORK] |= ((StewardFlowSegment *) g_ptr_array_index (stage->segments, j))->barred;
    }
}

void
steward_flowchart_make_keys (StewardFlowchart *self)
{
  static const struct { StewardFlowKeyKind kind; const char *word; } marks[] = {
    { STEWARD_KEY_COMMITMENT, W_COMMITMENT_LONG },
    { STEWARD_KEY_DEFERRAL, W_DEFERRAL_LONG },
    { STEWARD_KEY_SUPPLEMENT, W_SUPPLEMENT_LONG },
    { STEWARD_KEY_MAIN, W_MAIN },
    { STEWARD_KEY_CRITICAL, W_CRITICAL },
    { STEWARD_KEY_FORK, W_FORK },
    { STEWARD_KEY_OWN, W_OWN_LINK },
    { STEWARD_KEY_PROVISIONAL, W_PROVISIONAL_LONG },
  };
  gboolean found[STEWARD_N_FLOW_KEYS] = { FALSE };

  find_marks (self, found);
  steward_legend_add_lights (self->keys, STEWARD_KEY_LIGHT, found[STEWARD_KEY_LIGHT]);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (found[marks[i].kind])
        steward_legend_add (self->keys, marks[i].kind, marks[i].word);
    }
}

static void
paint_frame (StewardInk   *ink,
             const StewardKey *key,
             double        u)
{
  const StewardStyle *style = steward_ink_get_style (ink);
  cairo_t *cr = steward_ink_get_cairo (ink);
  gboolean main = key->kind == STEWARD_KEY_MAIN;
  StewardColor fill = steward_color_mix (&style->card, &style->accent, main ? 0.06 : 0);

  steward_ink_round_rect (ink, key->x, key->y - 0.5 * u, 1.2 * u, u, 0.22 * u);
  steward_ink_color (ink, &fill);
  cairo_fill_preserve (cr);
  steward_ink_color (ink, main ? &style->accent : &style->line);
  cairo_set_line_width (cr, (main ? 0.11 : 0.08) * u);
  cairo_stroke (cr);
  if (!main)
    steward_ink_corner (ink, key->x + 1.2 * u, key->y - 0.5 * u, 0.66 * u, 0.22 * u);
}

static void
paint_sign (StewardInk       *ink,
            const StewardKey *key,
            double            u)
{
  const StewardStyle *style = steward_ink_get_style (ink);
  double x = key->x + 0.6 * u, y = key->y;

  switch ((StewardFlowKeyKind) key->kind)
    {
    case STEWARD_KEY_LIGHT:
      steward_ink_light (ink, key->light, x, y, FLOW_GLYPH * u);
      break;
    case STEWARD_KEY_COMMITMENT:
      steward_ink_chip (ink, W_COMMITMENT, &style->commitment, FALSE, x, y, FLOW_MARK * u);
      break;
    case STEWARD_KEY_DEFERRAL:
      steward_ink_chip (ink, W_DEFERRAL, &style->deferral, FALSE, x, y, FLOW_MARK * u);
      break;
    case STEWARD_KEY_SUPPLEMENT:
      steward_ink_chip (ink, W_SUPPLEMENT, NULL, TRUE, x, y, FLOW_MARK * u);
      break;
    case STEWARD_KEY_FORK:
      steward_ink_color (ink, &style->text);
      steward_ink_round_rect (ink, x - FLOW_BAR / 2 * u, y - 0.6 * u, FLOW_BAR * u, 1.2 * u, FLOW_BAR / 2 * u);
      cairo_fill (steward_ink_get_cairo (ink));
      break;
    case STEWARD_KEY_OWN:
      steward_own_line_paint_sign (ink, u, x, y);
      break;
    case STEWARD_KEY_PROVISIONAL:
      steward_ink_text (ink,
                        &(StewardTextSpec) { .x = x - 0.6 * u, .y = y + 0.2 * u, .width = 1.2 * u, .size = 1.2 * u,
                                             .align = STEWARD_ALIGN_CENTER, .color = &style->text },
                        W_PROVISIONAL_MARK);
      break;
    case STEWARD_KEY_MAIN:
    case STEWARD_KEY_CRITICAL:
    default:
      paint_frame (ink, key, u);
      break;
    }
}

double
steward_flowchart_paint_legend (const StewardFlowchart *self,
                                StewardInk             *ink,
                                double                  left,
                                double                  top,
                                double                  width)
{
  g_autoptr (GArray) keys = g_array_copy (self->keys);
  int rows = steward_legend_place (keys, self->chrome, left, top, width);
  double height = rows * STEWARD_LEGEND_ROW * self->chrome;

  if (ink == NULL)
    return height;
  for (guint i = 0; i < keys->len; i++)
    paint_sign (ink, &g_array_index (keys, StewardKey, i), self->chrome);
  steward_legend_paint (ink, keys, self->chrome, left, top + height - STEWARD_LEGEND_ROW / 2 * self->chrome, width);
  return height;
}
