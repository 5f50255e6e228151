/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-ctl-private.h"

G_BEGIN_DECLS

/* Member `gates`: each gate with its conditions, met or not. */
void steward_ctl_build_gates (JsonBuilder    *builder,
                              StewardProject *project);
/* Two lines for each condition that keeps a gate closed. */
void steward_ctl_print_gates (StewardProject *project);

G_END_DECLS
