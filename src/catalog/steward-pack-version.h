/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-pack.h"

G_BEGIN_DECLS

/**
 * StewardPackVersion:
 * @version: as its file says it; "" when the file cannot be read
 * @sha256: of its bytes
 * @origin: path of the file, or the bare name of a bundled one
 * @bundled: comes with the program
 *
 * One version of a pack at hand. Beside the bundled packs, the user's folder
 * may hold `<id>.json` and any number of `<id>@<version>.json`.
 */
typedef struct
{
  char     *id;
  char     *version;
  char     *sha256;
  char     *origin;
  gboolean  bundled;
} StewardPackVersion;

/* NULL-safe. */
void        steward_pack_version_free         (StewardPackVersion  *self);
/* Like strcmp(), but numbers count as numbers: 2022.2 is before 2022.10. */
int         steward_pack_version_compare      (const char          *a,
                                               const char          *b);
/* TRUE for what can be the version in the name of a file: 1 to 80 letters a–z
 * in either case, digits, dots, hyphens and underscores. */
gboolean    steward_pack_version_is_plain     (const char          *version);
/* All versions of the pack @id, newest first; of equal ones the user's first.
 * A bundled pack that the user's `<id>.json` replaces stands last. Empty when
 * there is none. (transfer full) (element-type StewardPackVersion) */
GPtrArray  *steward_pack_library_get_versions (const char          *id);
/* The version whose bytes have @sha256; when that is not at hand, the newest
 * one, and @exact becomes FALSE. @sha256 may be NULL or "". (transfer full) */
StewardPack *steward_pack_library_load_version (const char         *id,
                                                const char         *sha256,
                                                gboolean           *exact,
                                                GError            **error);
/* Where the user's packs are. (transfer full) */
char       *steward_pack_library_get_folder   (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardPackVersion, steward_pack_version_free)

G_END_DECLS
