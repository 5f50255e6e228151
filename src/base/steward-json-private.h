/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-json.h"

G_BEGIN_DECLS

/* An object with more members than this carries a table, so that a lookup
 * does not walk all of them. */
#define STEWARD_JSON_LINEAR_MAX 8

struct _StewardJsonNode
{
  const StewardJson     *document;
  const StewardJsonNode *parent;
  const char            *key;       /* in an object, else NULL */
  guint32                index;     /* among the children of the parent */
  guint32                line;
  guint32                column;
  guint32                length;    /* children */
  StewardJsonKind        kind : 8;
  guint                  integer : 1;
  union
  {
    gboolean                boolean;
    double                  number;
    gint64                  whole;
    const char             *string;
    const StewardJsonNode **children;
  } value;
  const guint32         *table;     /* open addressing, child + 1, 0 is free */
};

struct _StewardJson
{
  char            *origin;
  guint32          seed;        /* of the tables */
  GPtrArray       *chunks;
  char            *free_space;
  gsize            n_free;
  StewardJsonNode *root;
};

/* At most 60 characters of @text, for messages. (transfer full) */
char                 *steward_json_shorten    (const char            *text);
const char           *steward_json_kind_name  (StewardJsonKind        kind);

G_END_DECLS
