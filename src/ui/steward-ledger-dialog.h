/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steward-session.h"

G_BEGIN_DECLS

/**
 * StewardLedgerDialog:
 *
 * One entry of the ledger (台账), typed in seconds: the kind by Alt and its
 * number, the text, Enter. The signal "recorded" says that it was kept; then
 * the window closes.
 */
#define STEWARD_TYPE_LEDGER_DIALOG (steward_ledger_dialog_get_type ())

G_DECLARE_FINAL_TYPE (StewardLedgerDialog, steward_ledger_dialog, STEWARD, LEDGER_DIALOG, AdwWindow)

/* A new entry, of today and of the kind that was used last in this project. */
GtkWindow *steward_ledger_dialog_new    (GtkWindow           *parent,
                                         StewardSession      *session);
/* Changes the entry of that number instead. FALSE when there is none. */
gboolean   steward_ledger_dialog_edit   (StewardLedgerDialog *self,
                                         guint                number);
/* Words the automatic line of @source (steward-ledger.h) anew; without words the
 * computed ones stand again. FALSE when there is none. */
gboolean   steward_ledger_dialog_reword (StewardLedgerDialog *self,
                                         const char          *source);
/* As Enter does; FALSE when something is missing, which is then said. */
gboolean   steward_ledger_dialog_record (StewardLedgerDialog *self);

G_END_DECLS
