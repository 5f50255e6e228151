/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-flowchart-private.h"

#include "steward-dump-private.h"
#include "steward-words-private.h"

static const char * const kinds[] = { "card", "pill", "activity" };

/* A projector shows one stage; on other drawings there are no screens. */
static StewardFlowchartOptions
check_options (const StewardFlowchartOptions *options)
{
  StewardFlowchartOptions sane = *options;

  sane.text_scale = options->text_scale > 0 ? CLAMP (options->text_scale, 0.5, 4) : 1;
  sane.width = CLAMP (options->width, 200, 20000);
  sane.height = CLAMP (options->height, 150, 20000);
  sane.screen = options->stage > 0 ? MAX (0, options->screen) : 0;
  if (sane.screen > 0)
    sane.arrangement = STEWARD_ARRANGE_STAGES;
  return sane;
}

static void
place_and_connect (StewardFlowchart *self)
{
  if (self->options.arrangement == STEWARD_ARRANGE_LANES)
    {
      steward_flowchart_place_lanes (self);
      steward_flowchart_connect_lanes (self);
    }
  else
    {
      steward_flowchart_place (self);
      steward_flowchart_connect (self);
    }
  steward_flowchart_lead_own (self);
}

static void
add_screen_number (StewardFlowchart *self,
                   int               n)
{
  StewardFlowStage *stage = self->stages->len > 0 ? g_ptr_array_index (self->stages, 0) : NULL;
  g_autofree char *title = NULL;

  if (stage == NULL || n < 2)
    return;
  title = g_steal_pointer (&stage->title);
  stage->title = g_strdup_printf (W_SCREEN_F, title, self->options.screen, n);
}

int
steward_flowchart_count_screens (const StewardSchedule         *schedule,
                                 const StewardFlowchartOptions *options)
{
  StewardFlowchartOptions sane;
  g_autoptr (GArray) parts = NULL;

  g_return_val_if_fail (schedule != NULL, 1);
  g_return_val_if_fail (options != NULL, 1);

  sane = check_options (options);
  sane.screen = 1;
  parts = steward_flowchart_split (schedule, &sane);
  return parts->len;
}

StewardFlowchart *
steward_flowchart_layout (const StewardSchedule         *schedule,
                          const StewardFlowchartOptions *options)
{
  StewardFlowchartOptions sane;
  StewardFlowchart *self;
  g_autoptr (GArray) parts = NULL;

  g_return_val_if_fail (schedule != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  sane = check_options (options);
  if (sane.screen > 0)
    {
      parts = steward_flowchart_split (schedule, &sane);
      sane.screen = MIN (sane.screen, (int) parts->len);
    }
  self = steward_flowchart_model (schedule, &sane,
                                  parts != NULL ? &g_array_index (parts, StewardFlowPart, sane.screen - 1) : NULL);
  if (parts == NULL)
    steward_flowchart_make_keys (self);
  else
    add_screen_number (self, parts->len);
  place_and_connect (self);
  for (guint i = 0; i < self->boxes->len; i++)
    {
      StewardFlowBox *box = g_ptr_array_index (self->boxes, i);

      if (box->kind == STEWARD_FLOW_CARD)
        steward_flowchart_box_break (box, self->unit);
      box->row = NULL;
    }
  return self;
}

void
steward_flowchart_get_size (const StewardFlowchart *self,
                            double                 *width,
                            double                 *height)
{
  g_return_if_fail (self != NULL);

  if (width != NULL)
    *width = self->width;
  if (height != NULL)
    *height = self->height;
}

GPtrArray *
steward_flowchart_get_boxes (const StewardFlowchart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->boxes;
}

const StewardFlowchartBox *
steward_flowchart_hit (const StewardFlowchart *self,
                       double                  x,
                       double                  y)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->boxes->len; i++)
    {
      const StewardFlowBox *box = g_ptr_array_index (self->boxes, i);

      if (steward_flowchart_box_contains (box, self->unit, x, y))
        return &box->box;
    }
  return NULL;
}

static void
dump_box (GString              *text,
          const StewardFlowBox *box)
{
  steward_dump_open (text, '{');
  steward_dump_text (text, "id", box->box.id);
  steward_dump_text (text, "kind", kinds[box->kind]);
  steward_dump_number (text, "x", box->box.x);
  steward_dump_number (text, "y", box->box.y);
  steward_dump_number (text, "width", box->box.width);
  steward_dump_number (text, "height", box->box.height);
  steward_dump_number (text, "stage", box->box.stage);
  steward_dump_text (text, "lane", steward_lane_to_word (box->box.lane));
  steward_dump_text (text, "light", steward_light_to_word (box->box.light));
  steward_dump_number (text, "lines", box->name_lines);
  steward_dump_number (text, "critical", box->box.critical);
  steward_dump_text (text, "description", box->box.description);
  steward_dump_close (text, '}');
}

static void
dump_lanes (GString   *text,
            GPtrArray *lanes)
{
  steward_dump_key (text, "lanes");
  steward_dump_open (text, '[');
  for (guint i = 0; i < lanes->len; i++)
    {
      const StewardFlowLane *lane = g_ptr_array_index (lanes, i);

      steward_dump_open (text, '{');
      steward_dump_text (text, "title", lane->title);
      steward_dump_number (text, "y", lane->y);
      steward_dump_number (text, "height", lane->height);
      steward_dump_close (text, '}');
    }
  steward_dump_close (text, ']');
}

char *
steward_flowchart_dump (const StewardFlowchart *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  steward_dump_open (text, '{');
  steward_dump_number (text, "width", self->width);
  steward_dump_number (text, "height", self->height);
  steward_dump_number (text, "unit", self->unit);
  steward_dump_number (text, "line", self->line_y);
  steward_dump_text (text, "title", self->title);
  steward_dump_text (text, "subtitle", self->subtitle);
  steward_dump_text (text, "total", self->total);
  steward_dump_text (text, "summary", self->summary);
  if (self->lanes->len > 0)
    dump_lanes (text, self->lanes);
  steward_dump_key (text, "boxes");
  steward_dump_open (text, '[');
  for (guint i = 0; i < self->boxes->len; i++)
    dump_box (text, g_ptr_array_index (self->boxes, i));
  steward_dump_close (text, ']');
  steward_dump_key (text, "edges");
  steward_dump_open (text, '[');
  for (guint i = 0; i < self->edges->len; i++)
    {
      const StewardFlowEdge *edge = &g_array_index (self->edges, StewardFlowEdge, i);

      steward_dump_open (text, '{');
      steward_dump_number (text, "x0", edge->x0);
      steward_dump_number (text, "x1", edge->x1);
      steward_dump_number (text, "y", edge->y0);
      if (edge->y1 != edge->y0)
        steward_dump_number (text, "y1", edge->y1);
      steward_dump_number (text, "critical", edge->critical);
      steward_dump_close (text, '}');
    }
  steward_dump_close (text, ']');
  steward_own_line_dump (text, self->own);
  steward_dump_close (text, '}');
  return g_strdup (text->str);
}
