/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-project.h"

G_BEGIN_DECLS

/**
 * StewardLedgerWording:
 * @id: source of the automatic entry it is about, such as "case c1 3"
 * @text, @result: instead of what is computed, "" to leave that; one of them
 *   says something
 *
 * Changed wording of an entry of the ledger that the program wrote itself. A
 * piece (steward-piece.h); the entry is computed and never stored.
 */
typedef struct
{
  char *id;
  char *text;
  char *result;
} StewardLedgerWording;

/* NULL when the computed words stand. */
const StewardLedgerWording *steward_project_get_wording    (StewardProject              *self,
                                                            const char                  *source);
/* By source. (transfer container) (element-type StewardLedgerWording) */
GPtrArray                  *steward_project_list_wordings  (StewardProject              *self);
gboolean                    steward_project_put_wording    (StewardProject              *self,
                                                            const StewardLedgerWording  *value,
                                                            GError                     **error);
void                        steward_project_remove_wording (StewardProject              *self,
                                                            const char                  *source);

G_END_DECLS
