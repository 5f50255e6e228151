/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-json-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "steward-hash.h"

#define SHOWN_MAX_CHARS 60

char *
steward_json_shorten (const char *text)
{
  const char *at = text;

  for (int n = 0; *at != '\0'; at = g_utf8_next_char (at), n++)
    if (n == SHOWN_MAX_CHARS)
      {
        g_autofree char *head = g_strndup (text, at - text);

        return g_strconcat (head, "…", NULL);
      }
  return g_strdup (text);
}

const char *
steward_json_kind_name (StewardJsonKind kind)
{
  switch (kind)
    {
    case STEWARD_JSON_NULL:
      return _("null");
    case STEWARD_JSON_BOOLEAN:
      return _("true or false");
    case STEWARD_JSON_NUMBER:
      return _("a number");
    case STEWARD_JSON_STRING:
      return _("a text");
    case STEWARD_JSON_ARRAY:
      return _("a list");
    case STEWARD_JSON_OBJECT:
    default:
      return _("an object");
    }
}

const StewardJsonNode *
steward_json_get_root (const StewardJson *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->root;
}

const char *
steward_json_get_origin (const StewardJson *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->origin;
}

StewardJsonKind
steward_json_node_get_kind (const StewardJsonNode *node)
{
  g_return_val_if_fail (node != NULL, STEWARD_JSON_NULL);

  return node->kind;
}

guint
steward_json_node_get_line (const StewardJsonNode *node)
{
  g_return_val_if_fail (node != NULL, 0);

  return node->line;
}

guint
steward_json_node_get_column (const StewardJsonNode *node)
{
  g_return_val_if_fail (node != NULL, 0);

  return node->column;
}

static gboolean
is_plain_key (const char *key)
{
  if (*key == '\0')
    return FALSE;
  for (; *key != '\0'; key = g_utf8_next_char (key))
    {
      gunichar c = g_utf8_get_char (key);

      if (!g_unichar_isalnum (c) && c != '_' && c != '-')
        return FALSE;
    }
  return TRUE;
}

static void
append_step (GString               *path,
             const StewardJsonNode *node)
{
  g_autofree char *shown = NULL;

  if (node->key == NULL)
    {
      g_string_append_printf (path, "[%u]", node->index);
      return;
    }
  shown = steward_json_shorten (node->key);
  if (!is_plain_key (node->key))
    g_string_append_printf (path, "[\"%s\"]", shown);
  else
    g_string_append_printf (path, "%s%s", path->len > 0 ? "." : "", shown);
}

char *
steward_json_node_get_path (const StewardJsonNode *node)
{
  const StewardJsonNode *steps[STEWARD_JSON_MAX_DEPTH + 1];
  GString *path = g_string_new (NULL);
  guint n = 0;

  g_return_val_if_fail (node != NULL, g_string_free (path, FALSE));

  for (; node->parent != NULL && n < G_N_ELEMENTS (steps); node = node->parent)
    steps[n++] = node;
  while (n > 0)
    append_step (path, steps[--n]);
  return g_string_free (path, FALSE);
}

guint
steward_json_node_get_length (const StewardJsonNode *node)
{
  g_return_val_if_fail (node != NULL, 0);

  return node->length;
}

const StewardJsonNode *
steward_json_node_get_element (const StewardJsonNode *node,
                               guint                  index)
{
  g_return_val_if_fail (node != NULL, NULL);
  g_return_val_if_fail (index < node->length, NULL);

  return node->value.children[index];
}

const char *
steward_json_node_get_key (const StewardJsonNode *node,
                           guint                  index)
{
  g_return_val_if_fail (node != NULL, NULL);
  g_return_val_if_fail (index < node->length, NULL);

  return node->value.children[index]->key;
}

const StewardJsonNode *
steward_json_node_get_member (const StewardJsonNode *node,
                              const char            *key)
{
  guint32 mask, slot;

  g_return_val_if_fail (key != NULL, NULL);

  if (node == NULL || node->kind != STEWARD_JSON_OBJECT)
    return NULL;

  if (node->table == NULL)
    {
      for (guint32 i = 0; i < node->length; i++)
        if (g_str_equal (node->value.children[i]->key, key))
          return node->value.children[i];
      return NULL;
    }

  mask = steward_hash_n_slots (node->length) - 1;
  slot = steward_hash_text (key, node->document->seed) & mask;
  for (; node->table[slot] != 0; slot = (slot + 1) & mask)
    {
      const StewardJsonNode *child = node->value.children[node->table[slot] - 1];

      if (g_str_equal (child->key, key))
        return child;
    }
  return NULL;
}

const char *
steward_json_node_get_string (const StewardJsonNode *node)
{
  g_return_val_if_fail (node != NULL, NULL);

  return node->kind == STEWARD_JSON_STRING ? node->value.string : NULL;
}

gboolean
steward_json_node_get_boolean (const StewardJsonNode *node)
{
  g_return_val_if_fail (node != NULL, FALSE);

  return node->kind == STEWARD_JSON_BOOLEAN && node->value.boolean;
}

double
steward_json_node_get_number (const StewardJsonNode *node)
{
  g_return_val_if_fail (node != NULL, 0);

  if (node->kind != STEWARD_JSON_NUMBER)
    return 0;
  return node->integer ? (double) node->value.whole : node->value.number;
}

gboolean
steward_json_node_get_integer (const StewardJsonNode *node,
                               gint64                *value)
{
  g_return_val_if_fail (node != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  if (node->kind != STEWARD_JSON_NUMBER || !node->integer)
    return FALSE;
  *value = node->value.whole;
  return TRUE;
}

void
steward_json_node_complain (const StewardJsonNode *node,
                            StewardProblems       *problems,
                            const char            *format,
                            ...)
{
  g_autofree char *message = NULL;
  g_autofree char *path = NULL;
  va_list args;

  g_return_if_fail (node != NULL);
  g_return_if_fail (problems != NULL);

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  path = steward_json_node_get_path (node);
  steward_problems_add (problems, node->document->origin, node->line, node->column, path,
                        "%s", message);
}
