/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-flowchart-private.h"

/* The heads of the stages: name, budget, and how much of it is used. All heads
 * of a drawing look alike: letters of one size, and the budget beside the name
 * in all of them or below it in all. */

#define PAD          0.95
#define TITLE        1.12   /* size of the name */
#define TITLE_LEAST  0.92   /* before it is cut */
#define TITLE_BESIDE 1.0    /* before the budget goes below it */
#define MOST         16.0   /* what a long name may ask of its stage */
#define LIGHT        1.15   /* the light, and the gap behind it */
#define GAP          0.5

static double
budget_size (const StewardFlowStage *stage,
             gboolean                beside)
{
  return stage->has_budget ? (beside ? TITLE : 1.0) : FLOW_SMALL;
}

static double
budget_width (const StewardFlowStage *stage,
              gboolean                beside)
{
  return (steward_lettering_estimate (stage->budget) + 0.3) * budget_size (stage, beside);
}

double
steward_flowchart_head_need (const StewardFlowStage *stage)
{
  double title = MIN (steward_lettering_estimate (stage->title) * TITLE_LEAST + 0.1, MOST);
  double below = LIGHT + steward_lettering_estimate (stage->used) * FLOW_SMALL + GAP + budget_width (stage, FALSE);

  return MAX (title, below) + 2 * PAD;
}

/* Size of the names with which all of them have room. */
static double
fit_titles (const StewardFlowchart *self,
            gboolean                beside)
{
  double size = TITLE;

  for (guint i = 0; i < self->stages->len; i++)
    {
      const StewardFlowStage *stage = g_ptr_array_index (self->stages, i);
      double room = stage->width / self->unit - 2 * PAD - (beside ? budget_width (stage, TRUE) + GAP : 0);

      size = MIN (size, room / MAX (1, steward_lettering_estimate (stage->title)));
    }
  return size;
}

void
steward_flowchart_fit_heads (StewardFlowchart *self)
{
  double size = fit_titles (self, TRUE);

  self->budget_beside = size >= TITLE_BESIDE;
  self->title_size = self->budget_beside ? size : MAX (TITLE_LEAST, fit_titles (self, FALSE));
}

void
steward_flowchart_paint_head (const StewardFlowchart *self,
                              StewardInk             *ink,
                              const StewardFlowStage *stage)
{
  const StewardStyle *style = steward_ink_get_style (ink);
  gboolean beside = self->budget_beside;
  double u = self->unit, first = self->heads_y + 1.22 * u, second = self->heads_y + 2.55 * u;
  double left = stage->x + PAD * u, right = stage->x + stage->width - PAD * u, budget = budget_width (stage, beside) * u;

  steward_ink_text (ink,
                    &(StewardTextSpec) { .x = left, .y = first, .width = right - left - (beside ? budget + 0.2 * u : 0),
                                         .size = self->title_size * u, .weight = STEWARD_WEIGHT_BOLD, .color = &style->text },
                    stage->title);
  steward_ink_text (ink,
                    &(StewardTextSpec) { .x = right - budget, .y = beside ? first : second, .width = budget,
                                         .size = budget_size (stage, beside) * u, .align = STEWARD_ALIGN_RIGHT,
                                         .weight = stage->has_budget ? STEWARD_WEIGHT_BOLD : STEWARD_WEIGHT_NORMAL,
                                         .color = stage->has_budget ? &style->text : &style->dim },
                    stage->budget);
  steward_ink_light (ink, stage->stage_light, left + 0.4 * u, second, 0.8 * u);
  left += LIGHT * u;
  steward_ink_text (ink,
                    &(StewardTextSpec) { .x = left, .y = second, .width = MAX (u, right - left - (beside ? 0 : budget + 0.2 * u)),
                                         .size = FLOW_SMALL * u, .color = &style->dim },
                    stage->used);
}
