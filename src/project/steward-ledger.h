/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-project.h"

G_BEGIN_DECLS

/**
 * StewardLedgerWording:
 * @id: source of the automatic entry it is about, such as "case c1 3 2026-03-02"
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

/**
 * StewardLedgerLine:
 * @source: where an automatic line comes from, such as "case c1 3 2026-03-02"
 *   (the event of that case with status 3 on that day), "case c1 3 2026-03-02 2"
 *   (the second such), "case c1 2" (the second event, where a wording of old
 *   names it like that), "case c1 delivered", "step 2", "document …",
 *   "meeting 1", "edition 1", "edition 1 notified", "timer 4"; "" for a line
 *   that was typed
 * @number: of the typed entry, else 0
 * @kind: as it was typed, "" for an automatic line
 * @text, @result: in Chinese, as the ledger is an official paper; in the
 *   changed wording where there is one
 * @reworded: there is one
 */
typedef struct
{
  char       *source;
  guint       number;
  StewardDay  day;
  char       *kind;
  char       *text;
  char       *result;
  gboolean    reworded;
} StewardLedgerLine;

/* The whole ledger by day: what was typed, and what follows from events of
 * cases, deliveries, steps of the entrustment, papers, meetings, editions and
 * timers that are done. On one day typed lines come first. Computed each time,
 * never stored. (transfer full) (element-type StewardLedgerLine) */
GPtrArray                  *steward_ledger_new             (StewardProject              *self);

G_END_DECLS
