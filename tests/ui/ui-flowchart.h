/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-flowchart-page.h"
#include "ui-desk.h"

G_BEGIN_DECLS

/**
 * Chart:
 *
 * The flowchart of a sample in the window of a desk, and what it told last.
 */
typedef struct
{
  Desk                  desk;
  StewardPage          *page;
  StewardFlowchartView *view;
  char                 *told;
} Chart;

void                       chart_set_up    (Chart      *chart);
void                       chart_tear_down (Chart      *chart);
/* Waits until everything is drawn and on the disk. */
void                       chart_settle    (Chart      *chart);
/* By its key, unless it is edited already. */
void                       chart_edit      (Chart      *chart);
/* A key that the view answers. */
void                       chart_press     (Chart      *chart,
                                            guint       key);
void                       chart_undo      (Chart      *chart);
/* NULL when it is not drawn. */
const StewardFlowchartBox *chart_find_box  (Chart      *chart,
                                            const char *id);
/* The box that has the keyboard, or NULL. */
const char                *chart_get_focus (Chart      *chart);
/* The project on the disk as a file; the times of day apart, at which it was
 * decided. (transfer full) */
char                      *chart_save      (Chart      *chart);

G_END_DECLS
