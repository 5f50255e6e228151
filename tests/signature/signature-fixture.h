/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-pdf-sign.h"
#include "steward-pdf-verify.h"

G_BEGIN_DECLS

/* Certificates made for one run of a test: nothing here outlives it. */
typedef struct
{
  char          *folder;        /* of files of this run */
  StewardTrust  *trust;         /* in the root that made @unit and @steward */
  GBytes        *unit_p12;
  GBytes        *steward_p12;
  StewardSigner *unit;          /* RSA */
  StewardSigner *steward;       /* elliptic curve */
  StewardSigner *self_made;     /* made by nobody but himself */
  StewardSigner *expired;       /* valid for one day, long ago */
} TestKeys;

#define TEST_PASSWORD "密码 secret"

typedef enum
{
  TEST_CLASSIC,                 /* one table of lines */
  TEST_PACKED,                  /* object streams, table as a stream */
  TEST_LINEAR,                  /* table in two parts, the newest first */
  TEST_LINEAR_PACKED,
  TEST_N_KINDS
} TestKind;

TestKeys               *test_keys_new     (void);
void                    test_keys_free    (TestKeys         *keys);
/* Two pages, both fields on the first, as one of the kinds. */
GBytes                 *test_paper        (TestKind          kind);
/* The same drawing without any field. */
GBytes                 *test_drawing      (void);
/* A file around @objects with a table that names them, numbered from 1 in the
 * order in which "obj" stands in it. */
GBytes                 *test_build        (const char       *objects,
                                           const char       *trailer);
/* A round seal in red, half transparent. */
GBytes                 *test_seal         (int               pixels);
GBytes                 *test_sign         (GBytes           *pdf,
                                           const char       *field,
                                           StewardSigner    *signer);
/* Signed by both. */
GBytes                 *test_sign_both    (TestKeys         *keys,
                                           TestKind          kind);
StewardPdfVerification *test_verify       (TestKeys         *keys,
                                           GBytes           *pdf);
/* Path of a file with these bytes. (transfer full) */
char                   *test_put          (TestKeys         *keys,
                                           const char       *name,
                                           GBytes           *bytes);
/* Where @text stands in @bytes at or behind @from, -1 when it does not. */
gssize                  test_find         (GBytes           *bytes,
                                           const char       *text,
                                           gsize             from);
/* The same bytes with others at @at. (transfer full) */
GBytes                 *test_overwrite    (GBytes           *bytes,
                                           gsize             at,
                                           const char       *text,
                                           gsize             length);
/* What a program printed. (transfer full) */
char                   *test_run          (const char       *program,
                                           ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
