/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-error.h"

G_DEFINE_QUARK (steward-error-quark, steward_error)
