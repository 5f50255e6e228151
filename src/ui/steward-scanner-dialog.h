/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-form-dialog.h"
#include "steward-paper-record.h"

G_BEGIN_DECLS

/* Looks for scanners, takes pages from one, as many as somebody lays on it or
 * into its feeder, and goes on as if they had been chosen as files: they are
 * scans of @paper, which is taken over. (transfer none) */
StewardFormDialog *steward_scanner_dialog_new (GtkWindow          *parent,
                                               StewardSession     *session,
                                               StewardPaperRecord *paper);

G_END_DECLS
