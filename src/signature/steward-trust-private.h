/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <openssl/x509.h>

#include "steward-trust.h"

G_BEGIN_DECLS

/* Whether a trusted root stands above @certificate at @time (NULL for now),
 * and if not why, for people. @self: (nullable): trusts nobody. */
gboolean steward_trust_check (const StewardTrust  *self,
                              X509                *certificate,
                              STACK_OF (X509)     *others,
                              GDateTime           *time,
                              char               **problem);

G_END_DECLS
