/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-legend-private.h"

#include "steward-label-private.h"
#include "steward-words-private.h"

#define AFTER 1.3   /* space before the next entry */

void
steward_legend_add (GArray     *keys,
                    int         kind,
                    const char *word)
{
  StewardKey key = { kind, STEWARD_LIGHT_NOT_STARTED, word, 0, 0 };

  g_array_append_val (keys, key);
}

void
steward_legend_add_lights (GArray   *keys,
                           int       kind,
                           gboolean  late)
{
  static const StewardLight order[] = { STEWARD_LIGHT_DONE, STEWARD_LIGHT_DONE_LATE, STEWARD_LIGHT_GREEN,
                                        STEWARD_LIGHT_YELLOW, STEWARD_LIGHT_RED, STEWARD_LIGHT_PAUSED,
                                        STEWARD_LIGHT_NOT_STARTED };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      StewardKey key = { kind, order[i], steward_label_light (order[i]), 0, 0 };

      if (order[i] != STEWARD_LIGHT_DONE_LATE || late)
        g_array_append_val (keys, key);
    }
}

int
steward_legend_place (GArray *keys,
                      double  unit,
                      double  left,
                      double  top,
                      double  width)
{
  double x = 0;
  int rows = 1;

  for (guint i = 0; i < keys->len; i++)
    {
      StewardKey *key = &g_array_index (keys, StewardKey, i);
      double need = (STEWARD_LEGEND_SIGN + steward_lettering_estimate (key->word) * STEWARD_LEGEND_TEXT) * unit;

      if (x > 0 && x + need > width)
        {
          rows++;
          x = 0;
        }
      key->x = left + x;
      key->y = top + (rows - 0.5) * STEWARD_LEGEND_ROW * unit;
      x += need + AFTER * unit;
    }
  return x + steward_lettering_estimate (W_DISCLAIMER) * STEWARD_LEGEND_TEXT * unit > width ? rows + 1 : rows;
}

void
steward_legend_paint (StewardInk   *ink,
                      const GArray *keys,
                      double        unit,
                      double        left,
                      double        y,
                      double        width)
{
  const StewardStyle *style = steward_ink_get_style (ink);

  for (guint i = 0; i < keys->len; i++)
    {
      const StewardKey *key = &g_array_index (keys, StewardKey, i);

      steward_ink_text (ink,
                        &(StewardTextSpec) { .x = key->x + STEWARD_LEGEND_SIGN * unit, .y = key->y,
                                             .size = STEWARD_LEGEND_TEXT * unit, .color = &style->text },
                        key->word);
    }
  steward_ink_text (ink,
                    &(StewardTextSpec) { .x = left, .y = y, .width = width, .size = STEWARD_LEGEND_TEXT * unit,
                                         .align = STEWARD_ALIGN_RIGHT, .color = &style->dim },
                    W_DISCLAIMER);
}
