/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The longest password, in bytes. */
#define STEWARD_SECRET_MAX_BYTES 1024

/**
 * StewardSecret:
 *
 * A password in memory of its own that is kept out of the swap space and of
 * crash reports, and wiped when it is freed. Whoever typed or read it wipes
 * their own copy with steward_secret_wipe().
 */
typedef struct _StewardSecret StewardSecret;

/* Takes a copy of the @length bytes of @text, which may be empty and holds no
 * NUL; longer than STEWARD_SECRET_MAX_BYTES gives NULL. */
StewardSecret *steward_secret_new  (const char    *text,
                                    gsize          length);
/* Wipes and frees. */
void           steward_secret_free (StewardSecret *self);
/* The password, ended by NUL. (transfer none) */
const char    *steward_secret_peek (const StewardSecret *self);
/* Overwrites a copy that is no longer needed, so that no compiler leaves it
 * out. */
void           steward_secret_wipe (gpointer       memory,
                                    gsize          length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardSecret, steward_secret_free)

G_END_DECLS
