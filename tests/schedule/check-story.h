/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-project.h"

G_BEGIN_DECLS

/* What a project holds, as words: an item that is ticked and whose case begins
 * (a `-` before it: not ticked), `box=text` a typed row, `box!` a ticked box,
 * `@stage day` a closing form, `+lever` one that is used and `~lever` one that
 * is not. What follows an item belongs to its case: `m=` mode (`c`, `d`), `n=`
 * limit, `l=` level, `x=` extension, `by=` and `why=` of it, `del=` delivered, `ver=` verified, `no=` number, and
 * events `status@MM-DD`, with `:kind`, and with `/` when told in writing on
 * that day. All days are of 2026. */
void        story_fill  (StewardProject *project,
                         const char     *text);
/* The day `MM-DD` of 2026; what follows it does not count. */
StewardDay  story_day   (const char     *day);

G_END_DECLS
