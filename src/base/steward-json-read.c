/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-json-private.h"

#include <glib/gi18n-lib.h>

static void
complain_kind (const StewardJsonNode *node,
               StewardJsonKind        expected,
               StewardProblems       *problems)
{
  steward_json_node_complain (node, problems, _("Expected %s, found %s."),
                              steward_json_kind_name (expected),
                              steward_json_kind_name (node->kind));
}

/* The member @key when it is there and not null. A missing required one, and
 * an @object that is none, are complained about. */
static const StewardJsonNode *
look_up (const StewardJsonNode *object,
         const char            *key,
         StewardJsonNeed        need,
         StewardProblems       *problems)
{
  const StewardJsonNode *node;

  if (object == NULL)
    return NULL;
  if (object->kind != STEWARD_JSON_OBJECT)
    {
      complain_kind (object, STEWARD_JSON_OBJECT, problems);
      return NULL;
    }
  node = steward_json_node_get_member (object, key);
  if (node != NULL && node->kind != STEWARD_JSON_NULL)
    return node;
  if (need == STEWARD_JSON_REQUIRED)
    steward_json_node_complain (node != NULL ? node : object, problems,
                                _("“%s” is required here."), key);
  return NULL;
}

static const StewardJsonNode *
look_up_kind (const StewardJsonNode *object,
              const char            *key,
              StewardJsonNeed        need,
              StewardJsonKind        kind,
              StewardProblems       *problems)
{
  const StewardJsonNode *node = look_up (object, key, need, problems);

  if (node == NULL || node->kind == kind)
    return node;
  complain_kind (node, kind, problems);
  return NULL;
}

const char *
steward_json_read_string (const StewardJsonNode *object,
                          const char            *key,
                          StewardJsonNeed        need,
                          gsize                  max_chars,
                          StewardProblems       *problems)
{
  const StewardJsonNode *node;
  gsize length;

  g_return_val_if_fail (key != NULL, NULL);
  g_return_val_if_fail (problems != NULL, NULL);

  node = look_up_kind (object, key, need, STEWARD_JSON_STRING, problems);
  if (node == NULL)
    return NULL;

  length = max_chars > 0 ? g_utf8_strlen (node->value.string, -1) : 0;
  if (length > max_chars)
    {
      steward_json_node_complain (node, problems,
                                  _("The text has %u characters; at most %u are allowed."),
                                  (guint) length, (guint) max_chars);
      return NULL;
    }
  return node->value.string;
}

gint64
steward_json_read_integer (const StewardJsonNode *object,
                           const char            *key,
                           StewardJsonNeed        need,
                           gint64                 min,
                           gint64                 max,
                           gint64                 fallback,
                           StewardProblems       *problems)
{
  const StewardJsonNode *node;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  g_return_val_if_fail (key != NULL, fallback);
  g_return_val_if_fail (problems != NULL, fallback);

  node = look_up_kind (object, key, need, STEWARD_JSON_NUMBER, problems);
  if (node == NULL)
    return fallback;
  if (node->integer && node->value.whole >= min && node->value.whole <= max)
    return node->value.whole;

  low = g_strdup_printf ("%" G_GINT64_FORMAT, min);
  high = g_strdup_printf ("%" G_GINT64_FORMAT, max);
  steward_json_node_complain (node, problems,
                              _("Expected a whole number from %s to %s."), low, high);
  return fallback;
}

double
steward_json_read_number (const StewardJsonNode *object,
                          const char            *key,
                          StewardJsonNeed        need,
                          double                 min,
                          double                 max,
                          double                 fallback,
                          StewardProblems       *problems)
{
  const StewardJsonNode *node;
  double number;

  g_return_val_if_fail (key != NULL, fallback);
  g_return_val_if_fail (problems != NULL, fallback);

  node = look_up_kind (object, key, need, STEWARD_JSON_NUMBER, problems);
  if (node == NULL)
    return fallback;
  number = steward_json_node_get_number (node);
  if (number >= min && number <= max)
    return number;
  steward_json_node_complain (node, problems, _("Expected a number from %g to %g."), min, max);
  return fallback;
}

gboolean
steward_json_read_boolean (const StewardJsonNode *object,
                           const char            *key,
                           gboolean               fallback,
                           StewardProblems       *problems)
{
  const StewardJsonNode *node;

  g_return_val_if_fail (key != NULL, fallback);
  g_return_val_if_fail (problems != NULL, fallback);

  node = look_up_kind (object, key, STEWARD_JSON_OPTIONAL, STEWARD_JSON_BOOLEAN, problems);
  return node != NULL ? node->value.boolean : fallback;
}

int
steward_json_read_word (const StewardJsonNode *object,
                        const char            *key,
                        StewardJsonNeed        need,
                        const char * const    *words,
                        int                    fallback,
                        StewardProblems       *problems)
{
  const StewardJsonNode *node;
  g_autofree char *allowed = NULL;
  g_autofree char *shown = NULL;

  g_return_val_if_fail (key != NULL, fallback);
  g_return_val_if_fail (words != NULL, fallback);
  g_return_val_if_fail (problems != NULL, fallback);

  node = look_up_kind (object, key, need, STEWARD_JSON_STRING, problems);
  if (node == NULL)
    return fallback;
  for (int i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], node->value.string))
      return i;

  allowed = g_strjoinv (", ", (char **) words);
  shown = steward_json_shorten (node->value.string);
  steward_json_node_complain (node, problems, _("“%s” is none of: %s."), shown, allowed);
  return fallback;
}

const StewardJsonNode *
steward_json_read_array (const StewardJsonNode *object,
                         const char            *key,
                         StewardJsonNeed        need,
                         StewardProblems       *problems)
{
  g_return_val_if_fail (key != NULL, NULL);
  g_return_val_if_fail (problems != NULL, NULL);

  return look_up_kind (object, key, need, STEWARD_JSON_ARRAY, problems);
}

const StewardJsonNode *
steward_json_read_object (const StewardJsonNode *object,
                          const char            *key,
                          StewardJsonNeed        need,
                          StewardProblems       *problems)
{
  g_return_val_if_fail (key != NULL, NULL);
  g_return_val_if_fail (problems != NULL, NULL);

  return look_up_kind (object, key, need, STEWARD_JSON_OBJECT, problems);
}

char **
steward_json_read_strings (const StewardJsonNode *object,
                           const char            *key,
                           StewardJsonNeed        need,
                           StewardProblems       *problems)
{
  const StewardJsonNode *array = steward_json_read_array (object, key, need, problems);
  guint length = array != NULL ? array->length : 0;
  GPtrArray *strings = g_ptr_array_sized_new (length + 1);

  for (guint i = 0; i < length; i++)
    {
      const StewardJsonNode *node = array->value.children[i];

      if (node->kind == STEWARD_JSON_STRING)
        g_ptr_array_add (strings, g_strdup (node->value.string));
      else
        complain_kind (node, STEWARD_JSON_STRING, problems);
    }
  g_ptr_array_add (strings, NULL);
  return (char **) g_ptr_array_free (strings, FALSE);
}

void
steward_json_check_keys (const StewardJsonNode *object,
                         const char * const    *allowed,
                         StewardProblems       *problems)
{
  g_return_if_fail (allowed != NULL);
  g_return_if_fail (problems != NULL);

  if (object == NULL)
    return;
  if (object->kind != STEWARD_JSON_OBJECT)
    {
      complain_kind (object, STEWARD_JSON_OBJECT, problems);
      return;
    }
  for (guint i = 0; i < object->length; i++)
    {
      const StewardJsonNode *child = object->value.children[i];

      if (!g_strv_contains (allowed, child->key))
        {
          g_autofree char *shown = steward_json_shorten (child->key);

          steward_json_node_complain (child, problems, _("The key “%s” is not known here."),
                                      shown);
        }
    }
}
