/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define STEWARD_DER_INTEGER 0x02
#define STEWARD_DER_OCTETS 0x04
#define STEWARD_DER_NULL 0x05
#define STEWARD_DER_SEQUENCE 0x30
#define STEWARD_DER_SET 0x31
#define STEWARD_DER_CONTEXT_0 0xa0

/* Puts @content into a DER value with @tag, and appends that to @to. */
void steward_der_append     (GByteArray   *to,
                             guint8        tag,
                             const guint8 *content,
                             gsize         length);
/* The same with what was built so far, which is freed. */
void steward_der_append_all (GByteArray   *to,
                             guint8        tag,
                             GByteArray   *content);
/* An object identifier written in dots. */
void steward_der_append_oid (GByteArray   *to,
                             const char   *oid);

G_END_DECLS
