/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "steward-problems.h"

G_BEGIN_DECLS

/**
 * StewardJson:
 *
 * An immutable JSON document whose every value knows its line, column and
 * path, so that a wrong value can be pointed at. Strict RFC 8259: no
 * comments, no trailing commas, no duplicate keys, no NaN, UTF-8 only (a
 * byte order mark is skipped), no zero characters, one value. json-glib reads leniently and
 * forgets positions, which is why this exists; json-glib still writes.
 */
typedef struct _StewardJson StewardJson;

/**
 * StewardJsonNode:
 *
 * One value inside a #StewardJson; lives as long as its document.
 */
typedef struct _StewardJsonNode StewardJsonNode;

/* The kinds of value of RFC 8259. */
typedef enum
{
  STEWARD_JSON_NULL,
  STEWARD_JSON_BOOLEAN,
  STEWARD_JSON_NUMBER,
  STEWARD_JSON_STRING,
  STEWARD_JSON_ARRAY,
  STEWARD_JSON_OBJECT
} StewardJsonKind;

/* Nothing deeper or larger is read; the error says which limit was met. */
#define STEWARD_JSON_MAX_DEPTH 32
#define STEWARD_JSON_MAX_BYTES (16 * 1024 * 1024)
#define STEWARD_JSON_MAX_VALUES (4 * 1024 * 1024)

/* Parses @bytes, at most 64 MiB; @origin names the input in problems. Syntax
 * errors go to @problems (there is one at most) and return NULL. */
StewardJson           *steward_json_parse           (GBytes                *bytes,
                                                     const char            *origin,
                                                     StewardProblems       *problems);
/* Reads at most @max_bytes of @file (0 = STEWARD_JSON_MAX_BYTES), then
 * parses. An unreadable or too large file sets @error; syntax and decoding
 * problems are set in @error too, as `file:line:column: …`. */
StewardJson           *steward_json_load            (GFile                 *file,
                                                     gsize                  max_bytes,
                                                     GCancellable          *cancellable,
                                                     GError               **error);
void                   steward_json_free            (StewardJson           *self);
const StewardJsonNode *steward_json_get_root        (const StewardJson     *self);
const char            *steward_json_get_origin      (const StewardJson     *self);

StewardJsonKind        steward_json_node_get_kind   (const StewardJsonNode *node);
guint                  steward_json_node_get_line   (const StewardJsonNode *node);
guint                  steward_json_node_get_column (const StewardJsonNode *node);
/* `items[3].limit`; "" for the root. (transfer full) */
char                  *steward_json_node_get_path   (const StewardJsonNode *node);
/* Elements of an array or members of an object; 0 for anything else. */
guint                  steward_json_node_get_length (const StewardJsonNode *node);
const StewardJsonNode *steward_json_node_get_element(const StewardJsonNode *node,
                                                     guint                  index);
/* Key of the @index-th member of an object, in document order. */
const char            *steward_json_node_get_key    (const StewardJsonNode *node,
                                                     guint                  index);
/* Member of an object by key, or NULL. NULL-safe on @node. */
const StewardJsonNode *steward_json_node_get_member (const StewardJsonNode *node,
                                                     const char            *key);
const char            *steward_json_node_get_string (const StewardJsonNode *node);
gboolean               steward_json_node_get_boolean(const StewardJsonNode *node);
double                 steward_json_node_get_number (const StewardJsonNode *node);
/* TRUE when the number was written as an integer that fits in 64 bits. */
gboolean               steward_json_node_get_integer(const StewardJsonNode *node,
                                                     gint64                *value);

/* Adds a problem that points at @node. */
void                   steward_json_node_complain   (const StewardJsonNode *node,
                                                     StewardProblems       *problems,
                                                     const char            *format,
                                                     ...) G_GNUC_PRINTF (3, 4);

/**
 * StewardJsonNeed:
 * @STEWARD_JSON_OPTIONAL: a missing member or `null` gives the fallback
 * @STEWARD_JSON_REQUIRED: a missing member or `null` is a problem
 */
typedef enum
{
  STEWARD_JSON_OPTIONAL,
  STEWARD_JSON_REQUIRED
} StewardJsonNeed;

/* The strict readers. A @max_chars of 0 is no limit. Each looks up @key in @object and complains to
 * @problems when the member is missing though required, of another kind, or
 * out of range; then it returns the fallback (NULL, FALSE, @fallback), so
 * that reading goes on. @object may be NULL (nothing is read). */
const char            *steward_json_read_string     (const StewardJsonNode *object,
                                                     const char            *key,
                                                     StewardJsonNeed        need,
                                                     gsize                  max_chars,
                                                     StewardProblems       *problems);
gint64                 steward_json_read_integer    (const StewardJsonNode *object,
                                                     const char            *key,
                                                     StewardJsonNeed        need,
                                                     gint64                 min,
                                                     gint64                 max,
                                                     gint64                 fallback,
                                                     StewardProblems       *problems);
double                 steward_json_read_number     (const StewardJsonNode *object,
                                                     const char            *key,
                                                     StewardJsonNeed        need,
                                                     double                 min,
                                                     double                 max,
                                                     double                 fallback,
                                                     StewardProblems       *problems);
gboolean               steward_json_read_boolean    (const StewardJsonNode *object,
                                                     const char            *key,
                                                     gboolean               fallback,
                                                     StewardProblems       *problems);
/* Index of the string in the NULL-terminated @words, else @fallback. */
int                    steward_json_read_word       (const StewardJsonNode *object,
                                                     const char            *key,
                                                     StewardJsonNeed        need,
                                                     const char * const    *words,
                                                     int                    fallback,
                                                     StewardProblems       *problems);
const StewardJsonNode *steward_json_read_array      (const StewardJsonNode *object,
                                                     const char            *key,
                                                     StewardJsonNeed        need,
                                                     StewardProblems       *problems);
const StewardJsonNode *steward_json_read_object     (const StewardJsonNode *object,
                                                     const char            *key,
                                                     StewardJsonNeed        need,
                                                     StewardProblems       *problems);
/* NULL-terminated copy of an array of strings, empty when absent. (transfer full) */
char                 **steward_json_read_strings    (const StewardJsonNode *object,
                                                     const char            *key,
                                                     StewardJsonNeed        need,
                                                     StewardProblems       *problems);
/* Complains about every member whose key is not in the NULL-terminated list. */
void                   steward_json_check_keys      (const StewardJsonNode *object,
                                                     const char * const    *allowed,
                                                     StewardProblems       *problems);

/* Appends @text as a JSON string with its quotes, or null for NULL; what is
 * not valid UTF-8 becomes U+FFFD. For writers of long documents, where a tree
 * of json-glib nodes would cost more than the document. */
void                   steward_json_append_string   (GString               *json,
                                                     const char            *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardJson, steward_json_free)

G_END_DECLS
