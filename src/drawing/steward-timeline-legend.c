/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-timeline-private.h"

#include "steward-words-private.h"

static gboolean
has_pause (const StewardTimeline    *self,
           const StewardScheduleRow *row)
{
  for (gsize i = 0; i < row->n_pauses; i++)
    {
      double x, width;

      if (steward_timeline_place_pause (self, row, i, &x, &width))
        return TRUE;
    }
  return FALSE;
}

static void
find_project_signs (const StewardPortfolioProject *project,
                    gboolean                       found[])
{
  for (guint i = 0; i < project->stages->len; i++)
    {
      const StewardPortfolioStage *stage = g_ptr_array_index (project->stages, i);

      found[STEWARD_SIGN_LIGHT] |= stage->light == STEWARD_LIGHT_DONE_LATE;
    }
}

static void
find_signs (const StewardTimeline *self,
            gboolean               found[])
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const StewardTimelineLine *line = &g_array_index (self->lines, StewardTimelineLine, i);
      const StewardScheduleRow *row = line->row;

      if (line->project != NULL)
        find_project_signs (line->project, found);
      if (row == NULL)
        continue;
      found[STEWARD_SIGN_LIGHT] |= row->answer.light == STEWARD_LIGHT_DONE_LATE;
      found[STEWARD_SIGN_PLAN] |= row->kind == STEWARD_ROW_ITEM && row->decided == STEWARD_DAY_NONE;
      /* Cells narrower than that are a part of the connector. */
      found[STEWARD_SIGN_START] |= row->kind == STEWARD_ROW_ITEM && self->day_width >= 0.4 * self->unit;
      found[STEWARD_SIGN_PAUSE] |= has_pause (self, row);
      found[STEWARD_SIGN_CRITICAL] |= row->critical;
      found[STEWARD_SIGN_FLOAT] |= line->float_end != STEWARD_DAY_NONE;
      found[STEWARD_SIGN_DUE] |= row->kind == STEWARD_ROW_ITEM && row->answer.due != STEWARD_DAY_NONE;
      found[STEWARD_SIGN_NODE] |= row->kind == STEWARD_ROW_NODE;
      found[STEWARD_SIGN_BASELINE] |= line->baseline_start != STEWARD_DAY_NONE;
      found[STEWARD_SIGN_PLANNED] |= row->accepted != STEWARD_DAY_NONE
                                     && (row->planned_start != row->start || row->planned_finish != row->finish);
      found[STEWARD_SIGN_PROVISIONAL] |= row->provisional;
    }
  found[STEWARD_SIGN_OWN] = self->own->len > 0;
  found[STEWARD_SIGN_LOAD] = found[STEWARD_SIGN_PAST_LOAD] = self->most_load > 0;
}

static void
find_days (const StewardTimeline *self,
           gboolean               found[])
{
  if (self->day_width < 1.2)
    return;
  for (StewardDay day = self->first; day <= self->last; day++)
    {
      StewardDayKind kind = steward_calendar_describe (self->calendar, day, NULL, NULL);

      if (steward_timeline_is_folded (self, day))
        continue;
      found[STEWARD_SIGN_REST] |= kind == STEWARD_DAY_REST && self->day_width >= TIMELINE_SHADED * self->unit;
      found[STEWARD_SIGN_HOLIDAY] |= kind == STEWARD_DAY_HOLIDAY;
      found[STEWARD_SIGN_MAKE_UP] |= kind == STEWARD_DAY_MAKE_UP;
    }
}

void
steward_timeline_make_keys (StewardTimeline *self)
{
  static const char * const words[STEWARD_N_SIGNS] = {
    [STEWARD_SIGN_PLAN] = W_PLAN, [STEWARD_SIGN_START] = W_START_DAY, [STEWARD_SIGN_PAUSE] = W_NOT_COUNTED,
    [STEWARD_SIGN_CRITICAL] = W_CRITICAL, [STEWARD_SIGN_FLOAT] = W_FLOAT, [STEWARD_SIGN_DUE] = W_DUE,
    [STEWARD_SIGN_NODE] = W_NODE, [STEWARD_SIGN_PLANNED] = W_ORIGINAL_PLAN, [STEWARD_SIGN_OWN] = W_OWN_LINK,
    [STEWARD_SIGN_REST] = W_REST_DAYS, [STEWARD_SIGN_HOLIDAY] = W_HOLIDAY, [STEWARD_SIGN_MAKE_UP] = W_MADE_UP,
    [STEWARD_SIGN_PROVISIONAL] = W_PROVISIONAL_LONG, [STEWARD_SIGN_LOAD] = W_LOAD_KEY,
    [STEWARD_SIGN_PAST_LOAD] = W_PAST_LOAD,
  };
  gboolean found[STEWARD_N_SIGNS] = { FALSE };

  find_signs (self, found);
  find_days (self, found);
  steward_legend_add_lights (self->keys, STEWARD_SIGN_LIGHT, found[STEWARD_SIGN_LIGHT]);
  for (int i = STEWARD_SIGN_LIGHT + 1; i < STEWARD_N_SIGNS; i++)
    {
      if (found[i])
        steward_legend_add (self->keys, i, i == STEWARD_SIGN_BASELINE ? self->baseline_name : words[i]);
    }
}

static void
paint_box (StewardInk         *ink,
           double              x,
           double              y,
           double              u,
           const StewardColor *fill,
           const StewardColor *stroke)
{
  cairo_t *cr = steward_ink_get_cairo (ink);

  steward_ink_round_rect (ink, x, y - 0.42 * u, 1.2 * u, 0.84 * u, 0.16 * u);
  steward_ink_color (ink, fill);
  cairo_fill_preserve (cr);
  steward_ink_color (ink, stroke);
  steward_ink_stroke (ink, 0.09 * u);
}

/* Three weeks, the fuller the stronger. */
static void
paint_weeks (StewardInk       *ink,
             const StewardKey *key,
             double            u)
{
  const StewardStyle *style = steward_ink_get_style (ink);

  for (int i = 0; i < 3; i++)
    {
      double height = (0.35 + 0.3 * i) * u;
      StewardColor color = steward_color_mix (key->kind == STEWARD_SIGN_PAST_LOAD ? &style->dim : &style->accent,
                                              &style->paper, 0.6 - 0.3 * i);

      steward_ink_fill_rect (ink, &color, key->x + i * 0.42 * u, key->y + 0.45 * u - height, 0.34 * u, height);
    }
}

static void
paint_line_sign (StewardInk       *ink,
                 const StewardKey *key,
                 double            u)
{
  const StewardStyle *style = steward_ink_get_style (ink);
  cairo_t *cr = steward_ink_get_cairo (ink);
  double x = key->x, y = key->y, due = x + 0.4 * u;
  StewardColor faint = steward_color_mix (&style->dim, &style->paper, 0.25);
  StewardColor ghost = steward_color_mix (&style->dim, &style->paper, 0.7);

  switch ((StewardTimelineSign) key->kind)
    {
    case STEWARD_SIGN_FLOAT:
      steward_ink_line (ink, &style->dim, 0.08 * u, x, y - 0.1 * u, x + 1.2 * u, y - 0.1 * u);
      steward_ink_line (ink, &style->dim, 0.08 * u, x + 1.2 * u, y - 0.14 * u, x + 1.2 * u, y + 0.22 * u);
      break;
    case STEWARD_SIGN_DUE:
      steward_ink_line (ink, &style->due, 0.15 * u, due, y - 0.6 * u, due, y + 0.6 * u);
      cairo_move_to (cr, due - 0.07 * u, y - 0.6 * u);
      cairo_line_to (cr, due + TIMELINE_FLAG * u, y - 0.6 * u);
      cairo_line_to (cr, due - 0.07 * u, y - 0.1 * u);
      cairo_close_path (cr);
      cairo_fill (cr);
      break;
    case STEWARD_SIGN_BASELINE:
      cairo_rectangle (cr, x, y - TIMELINE_GHOST / 2 * u, 1.2 * u, TIMELINE_GHOST * u);
      steward_ink_color (ink, &ghost);
      cairo_fill_preserve (cr);
      steward_ink_color (ink, &faint);
      steward_ink_stroke (ink, 0.07 * u);
      break;
    case STEWARD_SIGN_PLANNED:
    default:
      steward_ink_line (ink, &style->plan_line, 0.17 * u, x, y, x + 1.2 * u, y);
      break;
    }
}

static void
paint_sign (StewardInk       *ink,
            const StewardKey *key,
            double            u)
{
  const StewardStyle *style = steward_ink_get_style (ink);
  double x = key->x, y = key->y;

  switch ((StewardTimelineSign) key->kind)
    {
    case STEWARD_SIGN_LIGHT:
      steward_ink_light (ink, key->light, x + 0.6 * u, y, 0.9 * u);
      break;
    case STEWARD_SIGN_PLAN:
      paint_box (ink, x, y, u, &style->plan, &style->plan_line);
      break;
    case STEWARD_SIGN_START:
      paint_box (ink, x, y, u, &style->card, &style->lights[STEWARD_LIGHT_DONE]);
      break;
    case STEWARD_SIGN_PAUSE:
      paint_box (ink, x, y, u, &style->card, &style->lights[STEWARD_LIGHT_PAUSED]);
      steward_ink_hatch (ink, &style->lights[STEWARD_LIGHT_PAUSED], x, y - 0.42 * u, 1.2 * u, 0.84 * u);
      break;
    case STEWARD_SIGN_CRITICAL:
      paint_box (ink, x, y, u, &style->plan, &style->critical);
      steward_ink_corner (ink, x + 1.25 * u, y - 0.47 * u, 0.55 * u, 0.16 * u);
      break;
    case STEWARD_SIGN_NODE:
      steward_ink_diamond (ink, &style->commitment, x + 0.6 * u, y, 1.05 * u);
      break;
    case STEWARD_SIGN_OWN:
      steward_own_line_paint_sign (ink, u, x + 0.6 * u, y);
      break;
    case STEWARD_SIGN_REST:
      paint_box (ink, x, y, u, &style->rest, &style->line);
      break;
    case STEWARD_SIGN_HOLIDAY:
      paint_box (ink, x, y, u, &style->holiday, &style->line);
      break;
    case STEWARD_SIGN_MAKE_UP:
      paint_box (ink, x, y, u, &style->make_up, &style->line);
      cairo_save (steward_ink_get_cairo (ink));
      cairo_translate (steward_ink_get_cairo (ink), x + 0.6 * u, y - 0.225 * u);
      steward_timeline_paint_made_up (ink, 0, 0, 0.46 * u, u);
      cairo_restore (steward_ink_get_cairo (ink));
      break;
    case STEWARD_SIGN_LOAD:
    case STEWARD_SIGN_PAST_LOAD:
      paint_weeks (ink, key, u);
      break;
    case STEWARD_SIGN_PROVISIONAL:
      steward_ink_text (ink,
                        &(StewardTextSpec) { .x = x, .y = y + 0.2 * u, .width = 1.2 * u, .size = 1.2 * u,
                                             .align = STEWARD_ALIGN_CENTER, .color = &style->text },
                        W_PROVISIONAL_MARK);
      break;
    default:
      paint_line_sign (ink, key, u);
      break;
    }
}

double
steward_timeline_paint_legend (const StewardTimeline *self,
                               StewardInk            *ink,
                               double                 left,
                               double                 top,
                               double                 width)
{
  double u = self->unit, margin = 1.2 * u;
  g_autoptr (GArray) keys = g_array_copy (self->keys);
  int rows = steward_legend_place (keys, u, left + margin, top, width - 2 * margin);
  double height = rows * STEWARD_LEGEND_ROW * u;

  if (ink == NULL)
    return height;
  for (guint i = 0; i < keys->len; i++)
    paint_sign (ink, &g_array_index (keys, StewardKey, i), u);
  steward_legend_paint (ink, keys, u, left + margin, top + height - STEWARD_LEGEND_ROW / 2 * u, width - 2 * margin);
  return height;
}
