/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-json-parser.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "steward-file.h"
#include "steward-hash.h"

#define PARSE_MAX_BYTES (64 * 1024 * 1024)

static StewardJsonNode *parse_value (StewardJsonParser *self,
                                     const char        *key);

/* Fills the table of an object, and with it finds a key used twice. */
static gboolean
build_table (StewardJsonParser          *self,
             StewardJsonNode *node,
             const StewardJsonChild   *pending)
{
  guint32 size = steward_hash_n_slots (node->length);
  g_autofree guint32 *scratch = NULL;
  guint32 *table;
  gboolean keep = node->length > STEWARD_JSON_LINEAR_MAX;

  if (keep)
    table = steward_json_alloc (self->document, size * sizeof *table);
  else
    table = scratch = g_new (guint32, size);
  memset (table, 0, size * sizeof *table);

  for (guint32 i = 0; i < node->length; i++)
    {
      const char *key = node->value.children[i]->key;
      guint32 slot = steward_hash_text (key, self->document->seed) & (size - 1);

      for (; table[slot] != 0; slot = (slot + 1) & (size - 1))
        if (g_str_equal (node->value.children[table[slot] - 1]->key, key))
          {
            g_autofree char *shown = steward_json_shorten (key);

            self->code = STEWARD_ERROR_SYNTAX;
            steward_problems_add (self->problems, self->document->origin,
                                  pending[i].line, pending[i].column, "",
                                  _("The key “%s” was used before in this object, in line %u."),
                                  shown, pending[table[slot] - 1].line);
            return FALSE;
          }
      table[slot] = i + 1;
    }
  if (keep)
    node->table = table;
  return TRUE;
}

/* Takes the children that were read since @first into @node. */
static gboolean
close_container (StewardJsonParser          *self,
                 StewardJsonNode *node,
                 guint            first)
{
  const StewardJsonChild *pending;
  guint length = self->pending->len - first;
  gboolean good = TRUE;

  self->at++;
  self->depth--;
  node->length = length;
  if (length == 0)
    return TRUE;

  pending = &g_array_index (self->pending, StewardJsonChild, first);
  node->value.children = steward_json_alloc (self->document, length * sizeof (StewardJsonNode *));
  for (guint i = 0; i < length; i++)
    {
      pending[i].node->parent = node;
      pending[i].node->index = i;
      node->value.children[i] = pending[i].node;
    }
  if (node->kind == STEWARD_JSON_OBJECT)
    good = build_table (self, node, pending);
  g_array_set_size (self->pending, first);
  return good;
}

/* A key and its colon; @child remembers where the key stands. */
static const char *
parse_key (StewardJsonParser  *self,
           StewardJsonChild *child)
{
  const char *key;

  if (self->at == self->end || *self->at != '"')
    {
      steward_json_parser_fail_expecting (self, _("a key in double quotes"));
      return NULL;
    }
  steward_json_parser_locate (self, self->at);
  child->line = self->line;
  child->column = self->column;
  key = steward_json_parser_read_string (self);
  if (key == NULL)
    return NULL;
  steward_json_parser_skip_space (self);
  if (self->at == self->end || *self->at != ':')
    {
      steward_json_parser_fail_expecting (self, _("“:” after the key"));
      return NULL;
    }
  self->at++;
  steward_json_parser_skip_space (self);
  return key;
}

static StewardJsonNode *
open_container (StewardJsonParser          *self,
                StewardJsonKind  kind,
                const char      *key)
{
  StewardJsonNode *node = steward_json_parser_add_node (self, kind, key);

  if (node == NULL)
    return NULL;
  if (self->depth == STEWARD_JSON_MAX_DEPTH)
    {
      steward_json_parser_fail (self, STEWARD_ERROR_LIMIT, self->at,
                   _("Nested deeper than %d levels; this is the most that is read."),
                   STEWARD_JSON_MAX_DEPTH);
      return NULL;
    }
  self->depth++;
  self->at++;
  steward_json_parser_skip_space (self);
  return node;
}

static StewardJsonNode *
parse_container (StewardJsonParser          *self,
                 StewardJsonKind  kind,
                 const char      *key)
{
  char closing = kind == STEWARD_JSON_OBJECT ? '}' : ']';
  guint first = self->pending->len;
  StewardJsonNode *node = open_container (self, kind, key);

  if (node == NULL)
    return NULL;
  if (self->at < self->end && *self->at == closing)
    return close_container (self, node, first) ? node : NULL;

  for (;;)
    {
      StewardJsonChild child = { NULL, 0, 0 };
      const char *name = NULL;

      if (kind == STEWARD_JSON_OBJECT && (name = parse_key (self, &child)) == NULL)
        return NULL;
      child.node = parse_value (self, name);
      if (child.node == NULL)
        return NULL;
      g_array_append_val (self->pending, child);

      steward_json_parser_skip_space (self);
      if (self->at < self->end && *self->at == closing)
        return close_container (self, node, first) ? node : NULL;
      if (self->at == self->end || *self->at != ',')
        {
          steward_json_parser_fail_expecting (self, kind == STEWARD_JSON_OBJECT ? _("“,” or “}”")
                                                                   : _("“,” or “]”"));
          return NULL;
        }
      self->at++;
      steward_json_parser_skip_space (self);
    }
}

/* Containers nest at most STEWARD_JSON_MAX_DEPTH levels, so the recursion
 * through parse_container() is bounded. */
static StewardJsonNode *
parse_value (StewardJsonParser     *self,
             const char *key)
{
  StewardJsonNode *node;
  char c = self->at < self->end ? *self->at : '\0';

  switch (c)
    {
    case '{':
      return parse_container (self, STEWARD_JSON_OBJECT, key);
    case '[':
      return parse_container (self, STEWARD_JSON_ARRAY, key);
    case '"':
      node = steward_json_parser_add_node (self, STEWARD_JSON_STRING, key);
      if (node != NULL)
        node->value.string = steward_json_parser_read_string (self);
      return node != NULL && node->value.string != NULL ? node : NULL;
    default:
      if (c == '-' || g_ascii_isdigit (c))
        return steward_json_parser_read_number (self, key);
      return steward_json_parser_read_word (self, key);
    }
}

static gboolean
begins_with (StewardJsonParser     *self,
             const char *bytes,
             gsize       length)
{
  return (gsize) (self->end - self->at) >= length && memcmp (self->at, bytes, length) == 0;
}

/* Files from Windows programs come in other encodings; the message says what
 * to do about it. */
static gboolean
check_encoding (StewardJsonParser *self)
{
  const char *bad;

  if (begins_with (self, "\xff\xfe", 2) || begins_with (self, "\xfe\xff", 2) ||
      (self->end - self->at >= 2 && (self->at[0] == '\0') != (self->at[1] == '\0')))
    {
      steward_json_parser_fail (self, STEWARD_ERROR_SYNTAX, self->at,
                   _("The text is UTF-16, not UTF-8. Save it as UTF-8."));
      return FALSE;
    }
  if (begins_with (self, "\xef\xbb\xbf", 3))
    self->at = self->mark = self->at + 3;
  if (g_utf8_validate_len (self->at, self->end - self->at, &bad))
    return TRUE;

  /* Line and column of the bad byte: what stands before it is valid. */
  for (const char *at = self->at; at < bad; at++)
    if (*at == '\n' || (*at == '\r' && at[1] != '\n'))
      {
        self->line++;
        self->mark = at + 1;
      }
  if (*bad == '\0')
    steward_json_parser_fail (self, STEWARD_ERROR_SYNTAX, bad, _("A zero byte is no text."));
  else
    steward_json_parser_fail (self, STEWARD_ERROR_SYNTAX, bad,
                 _("The byte 0x%02X is not UTF-8; the text may be GBK. Save it as UTF-8."),
                 (guchar) *bad);
  return FALSE;
}

static StewardJsonNode *
parse_document (StewardJsonParser *self)
{
  StewardJsonNode *root;

  if (self->end - self->at > PARSE_MAX_BYTES)
    {
      steward_json_parser_fail (self, STEWARD_ERROR_LIMIT, self->at,
                   _("The text is larger than %d MiB, the most that is read."),
                   PARSE_MAX_BYTES / (1024 * 1024));
      return NULL;
    }
  if (!check_encoding (self))
    return NULL;

  steward_json_parser_skip_space (self);
  root = parse_value (self, NULL);
  if (root == NULL)
    return NULL;
  steward_json_parser_skip_space (self);
  if (self->at < self->end)
    {
      steward_json_parser_fail_expecting (self, _("the end of the text"));
      return NULL;
    }
  return root;
}

static StewardJson *
parse (GBytes          *bytes,
       const char      *origin,
       StewardProblems *problems,
       StewardError    *code)
{
  g_autoptr(StewardJson) document = g_new0 (StewardJson, 1);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  StewardJsonParser parser = { .document = document, .problems = problems, .line = 1, .column = 1 };

  document->origin = g_strdup (origin);
  document->seed = g_random_int ();
  document->chunks = g_ptr_array_new_with_free_func (g_free);
  parser.at = parser.mark = data != NULL ? data : "";
  parser.end = parser.at + size;
  parser.pending = g_array_new (FALSE, FALSE, sizeof (StewardJsonChild));
  parser.buffer = g_string_new (NULL);

  document->root = parse_document (&parser);
  *code = parser.code;
  g_array_unref (parser.pending);
  g_string_free (parser.buffer, TRUE);
  return document->root != NULL ? g_steal_pointer (&document) : NULL;
}

StewardJson *
steward_json_parse (GBytes          *bytes,
                    const char      *origin,
                    StewardProblems *problems)
{
  StewardError code;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (problems != NULL, NULL);

  return parse (bytes, origin != NULL ? origin : "", problems, &code);
}

StewardJson *
steward_json_load (GFile         *file,
                   gsize          max_bytes,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr(StewardProblems) problems = NULL;
  g_autoptr(StewardJson) document = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *origin = NULL;
  StewardError code;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  bytes = steward_file_read (file, max_bytes != 0 ? max_bytes : STEWARD_JSON_MAX_BYTES,
                             cancellable, error);
  if (bytes == NULL)
    return NULL;

  origin = g_file_get_parse_name (file);
  problems = steward_problems_new ();
  document = parse (bytes, origin, problems, &code);
  if (document == NULL)
    {
      steward_problems_to_error (problems, code, error);
      return NULL;
    }
  return g_steal_pointer (&document);
}

void
steward_json_free (StewardJson *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->chunks);
  g_free (self->origin);
  g_free (self);
}
