/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-flowchart-private.h"

#include "steward-label-private.h"
#include "steward-words-private.h"

/* The legend names every state, so that the reader learns one set of signs,
 * but only those marks that the drawing really uses. */

#define SIGN  1.5   /* room for the sign */
#define AFTER 1.3   /* space before the next entry */

static void
add_key (StewardFlowchart   *self,
         StewardFlowKeyKind  kind,
         StewardLight        light,
         const char         *word)
{
  StewardFlowKey key = { kind, light, word, 0, 0 };

  g_array_append_val (self->keys, key);
}

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
  static const StewardLight order[] = { STEWARD_LIGHT_DONE, STEWARD_LIGHT_DONE_LATE, STEWARD_LIGHT_GREEN,
                                        STEWARD_LIGHT_YELLOW, STEWARD_LIGHT_RED, STEWARD_LIGHT_PAUSED,
                                        STEWARD_LIGHT_NOT_STARTED };
  static const struct { StewardFlowKeyKind kind; const char *word; } marks[] = {
    { STEWARD_KEY_COMMITMENT, W_COMMITMENT_LONG },
    { STEWARD_KEY_DEFERRAL, W_DEFERRAL_LONG },
    { STEWARD_KEY_SUPPLEMENT, W_SUPPLEMENT_LONG },
    { STEWARD_KEY_MAIN, W_MAIN },
    { STEWARD_KEY_CRITICAL, W_CRITICAL },
    { STEWARD_KEY_FORK, W_FORK },
    { STEWARD_KEY_PROVISIONAL, W_PROVISIONAL_LONG },
  };
  gboolean found[STEWARD_KEY_PROVISIONAL + 1] = { FALSE };

  find_marks (self, found);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      if (order[i] != STEWARD_LIGHT_DONE_LATE || found[STEWARD_KEY_LIGHT])
        add_key (self, STEWARD_KEY_LIGHT, order[i], steward_label_light (order[i]));
    }
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (found[marks[i].kind])
        add_key (self, marks[i].kind, STEWARD_LIGHT_NOT_STARTED, marks[i].word);
    }
}

static double
key_width (const StewardFlowKey *key,
           double                unit)
{
  return (SIGN + steward_ink_estimate (key->word) * FLOW_SMALL + AFTER) * unit;
}

static double
disclaimer_width (double unit)
{
  return steward_ink_estimate (W_DISCLAIMER) * FLOW_SMALL * unit;
}

/* Walks through the entries as a line breaker would; @keys may be placed. */
static int
flow_keys (GArray *keys,
           double  unit,
           double  left,
           double  top,
           double  width,
           double *end)
{
  double x = 0;
  int rows = 1;

  for (guint i = 0; i < keys->len; i++)
    {
      StewardFlowKey *key = &g_array_index (keys, StewardFlowKey, i);
      double need = key_width (key, unit);

      if (x > 0 && x + need - AFTER * unit > width)
        {
          rows++;
          x = 0;
        }
      key->x = left + x;
      key->y = top + (rows - 0.5) * FLOW_KEY_HEIGHT * unit;
      x += need;
    }
  *end = x;
  return rows;
}

int
steward_flowchart_key_rows (const StewardFlowchart *self,
                            double                  unit,
                            double                  width)
{
  double end;
  int rows = flow_keys (self->keys, unit, 0, 0, width, &end);

  return end + disclaimer_width (unit) > width ? rows + 1 : rows;
}

void
steward_flowchart_place_keys (StewardFlowchart *self)
{
  double width = self->width - 2 * self->margin;
  double end;
  int rows = flow_keys (self->keys, self->chrome, self->margin, self->legend_y, width, &end);

  if (end + disclaimer_width (self->chrome) > width)
    rows++;
  self->disclaimer_y = self->legend_y + (rows - 0.5) * FLOW_KEY_HEIGHT * self->chrome;
}
