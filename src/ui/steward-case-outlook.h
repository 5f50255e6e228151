/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-case-entry.h"
#include "steward-session.h"

G_BEGIN_DECLS

/* Says in @entry which findings the typed event would cause in the project of
 * @session, whose case of the row @item it is about. */
void steward_case_outlook_tell (StewardCaseEntry *entry,
                                StewardSession   *session,
                                const char       *item);

G_END_DECLS
