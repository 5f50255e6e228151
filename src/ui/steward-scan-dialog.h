/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-form-dialog.h"
#include "steward-paper-record.h"

G_BEGIN_DECLS

/* Asks on which day the scanned paper was signed, then reads @files
 * (element-type GFile) on a thread and records them as scans of @paper, which
 * it takes over: its document, form, subject and title. What cannot be read is
 * said in the window, and nothing is recorded then. (transfer none) */
StewardFormDialog *steward_scan_dialog_new (GtkWindow          *parent,
                                            StewardSession     *session,
                                            StewardPaperRecord *paper,
                                            GPtrArray          *files);
/* The same of @pages (element-type StewardScanSource) that were read already.
 * (transfer none) */
StewardFormDialog *steward_scan_dialog_new_pages (GtkWindow          *parent,
                                                  StewardSession     *session,
                                                  StewardPaperRecord *paper,
                                                  GPtrArray          *pages);

G_END_DECLS
