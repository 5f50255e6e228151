/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-error.h"
#include "steward-json-private.h"

G_BEGIN_DECLS

/* A value on its way into its container, with the place where it began. */
typedef struct
{
  StewardJsonNode *node;
  guint            line;
  guint            column;
} StewardJsonChild;

/* The state of one parse: what is left to read, and where it stands. */
typedef struct
{
  StewardJson     *document;
  StewardProblems *problems;
  StewardError     code;        /* why parsing ended */
  const char      *at;
  const char      *end;
  /* The last place whose column is known; columns count characters, and each
   * stretch of text is counted once. */
  const char      *mark;
  guint            line;
  guint            column;
  guint            depth;
  guint            n_values;
  GArray          *pending;     /* StewardJsonChild: children of the open containers */
  GString         *buffer;
} StewardJsonParser;

/* Memory that lives as long as the document; places and failures of the
 * parse, which ends with the first failure. */
gpointer         steward_json_alloc                 (StewardJson       *self,
                                                     gsize              size);
void             steward_json_parser_locate         (StewardJsonParser *self,
                                                     const char        *at);
void             steward_json_parser_fail           (StewardJsonParser *self,
                                                     StewardError       code,
                                                     const char        *at,
                                                     const char        *format,
                                                     ...) G_GNUC_PRINTF (4, 5);
void             steward_json_parser_fail_expecting (StewardJsonParser *self,
                                                     const char        *expected);
void             steward_json_parser_skip_space     (StewardJsonParser *self);
StewardJsonNode *steward_json_parser_add_node       (StewardJsonParser *self,
                                                     StewardJsonKind    kind,
                                                     const char        *key);
const char      *steward_json_parser_read_string    (StewardJsonParser *self);
StewardJsonNode *steward_json_parser_read_number    (StewardJsonParser *self,
                                                     const char        *key);
StewardJsonNode *steward_json_parser_read_word      (StewardJsonParser *self,
                                                     const char        *key);

G_END_DECLS
