/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-flowchart-view.h"
#include "steward-presentation.h"

G_BEGIN_DECLS

/* Marks each box of @view with what was said of its item: a tick, an exclamation
 * mark or a cross, and how many of several bureaus were heard. The weightiest
 * opinion decides. Lives as long as @view. */
void steward_slide_marks_add (StewardFlowchartView *view,
                              StewardPresentation  *presentation);

G_END_DECLS
