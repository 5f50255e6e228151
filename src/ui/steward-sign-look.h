/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whether a signed paper still looks as it did: renders @before and @after,
 * and compares them everywhere but in the fields of signatures. Works off the
 * main thread. STEWARD_ERROR_RENDER says which page looks different. */
gboolean steward_sign_look_check (GBytes        *before,
                                  GBytes        *after,
                                  GCancellable  *cancellable,
                                  GError       **error);

G_END_DECLS
