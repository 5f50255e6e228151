/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "steward-seal.h"
#include "steward-secret.h"

G_BEGIN_DECLS

/**
 * StewardSignPaper:
 * @file: (nullable): what is signed, and replaced by the signed one; NULL when
 *   the paper lies in no file
 * @pdf: what the signer was shown; @file has to hold just that
 * @field: where
 *
 * One of the papers that are signed in one go.
 */
typedef struct
{
  GFile  *file;
  GBytes *pdf;
  char   *field;
} StewardSignPaper;

/**
 * StewardSignResult:
 * @pdf: (nullable): the signed paper
 * @problem: (nullable): why there is none, for people
 *
 * What became of one of them.
 */
typedef struct
{
  GBytes *pdf;
  char   *problem;
} StewardSignResult;

/**
 * StewardSignJob:
 * @papers: (element-type StewardSignPaper): what is signed
 * @key: a PKCS#12 file
 * @password: of it
 * @seal: (nullable): a PNG picture
 * @strokes: (nullable): drawing by hand, instead of a picture
 * @reason, @place: (nullable): as the signer says
 *
 * All that signing needs, owned by the thread that does it.
 */
typedef struct
{
  GPtrArray     *papers;
  GFile         *key;
  StewardSecret *password;
  GBytes        *seal;
  GArray        *strokes;
  char          *reason;
  char          *place;
} StewardSignJob;

StewardSignJob *steward_sign_job_new  (void);
/* @file: (nullable) */
void       steward_sign_job_add_paper (StewardSignJob       *job,
                                       GFile                *file,
                                       GBytes               *pdf,
                                       const char           *field);
void       steward_sign_job_free      (StewardSignJob       *job);
/* Signs in a thread. Takes @job over, and wipes its password as soon as the key
 * is open. Nothing is written before all papers were tried; each that was signed
 * is verified, and looks as it did but for the field. */
void       steward_sign_job_run_async (StewardSignJob       *job,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
/* What became of the papers, in their order; NULL when none could be signed, or
 * one could not be written. (transfer full) (element-type StewardSignResult) */
GPtrArray *steward_sign_job_run_finish (GAsyncResult        *result,
                                        GError             **error);

G_END_DECLS
