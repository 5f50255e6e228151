/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * StewardTrust:
 *
 * The certificates that are trusted, and who is trusted because of them.
 * Immutable: many threads may ask one of these.
 */
typedef struct _StewardTrust StewardTrust;

/* Reads all files of @folder that end in .pem, .crt or .cer (PEM with one or
 * more certificates, or DER). A file among them that holds no certificate is
 * an error, STEWARD_ERROR_SYNTAX: it would be missed only later. */
StewardTrust *steward_trust_load   (GFile              *folder,
                                    GError            **error);
StewardTrust *steward_trust_ref    (StewardTrust       *self);
void          steward_trust_unref  (StewardTrust       *self);
/* How many certificates were read. */
guint         steward_trust_count  (const StewardTrust *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardTrust, steward_trust_unref)

G_END_DECLS
