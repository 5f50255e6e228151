/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "steward-secret.h"

G_BEGIN_DECLS

/* The largest picture of a seal that is read. */
#define STEWARD_SEAL_MAX_BYTES (32 * 1024 * 1024)

/**
 * StewardSignJob:
 * @file: what is signed, and replaced by the signed one
 * @pdf: what the signer was shown; the file has to hold just that
 * @field: where
 * @key: a PKCS#12 file
 * @password: of it
 * @seal: (nullable): a PNG file
 * @reason, @place: (nullable): as the signer says
 *
 * All that signing needs, owned by the thread that does it.
 */
typedef struct
{
  GFile         *file;
  GBytes        *pdf;
  char          *field;
  GFile         *key;
  StewardSecret *password;
  GFile         *seal;
  char          *reason;
  char          *place;
} StewardSignJob;

void     steward_sign_job_free       (StewardSignJob       *job);
/* Signs in a thread. Takes @job over, and wipes its password as soon as the key
 * is open. */
void     steward_sign_job_run_async  (StewardSignJob       *job,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
/* FALSE when nothing was written. */
gboolean steward_sign_job_run_finish (GAsyncResult         *result,
                                      GError              **error);

G_END_DECLS
