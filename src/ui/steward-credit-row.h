/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steward-session.h"

G_BEGIN_DECLS

/**
 * StewardCreditRow:
 *
 * The credit record of the enterprise: what this project records of it, and
 * what another project of the same enterprise says.
 */
#define STEWARD_TYPE_CREDIT_ROW (steward_credit_row_get_type ())

G_DECLARE_FINAL_TYPE (StewardCreditRow, steward_credit_row, STEWARD, CREDIT_ROW, AdwComboRow)

/* @session may be NULL. */
void steward_credit_row_show (StewardCreditRow *self,
                              StewardSession   *session);

G_END_DECLS
