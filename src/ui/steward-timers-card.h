/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steward-session.h"

G_BEGIN_DECLS

/**
 * StewardTimersCard:
 *
 * What the steward has to do in time besides the cases: the timers of the pack
 * that run by themselves or that somebody started. Starts one, and says that
 * one is done.
 */
#define STEWARD_TYPE_TIMERS_CARD (steward_timers_card_get_type ())

G_DECLARE_FINAL_TYPE (StewardTimersCard, steward_timers_card, STEWARD, TIMERS_CARD, AdwBin)

void  steward_timers_card_show        (StewardTimersCard *self,
                                       StewardSession    *session);
/* How many timers are listed. */
guint steward_timers_card_get_n_shown (StewardTimersCard *self);

G_END_DECLS
