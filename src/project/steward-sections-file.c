/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-sections-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "steward-error.h"
#include "steward-json.h"
#include "steward-project.h"

#define FORMAT "steward-sections"
#define VERSION 1
#define ORIGIN "sections"

/* A section of the pack takes its name and officer from the directory; any
 * other one is added. */
static void
read_section (StewardSections       *self,
              const StewardJsonNode *node,
              StewardProblems       *problems)
{
  static const char *const keys[] = { "id", "name", "officer", NULL };
  const char *id, *name, *officer;

  if (steward_json_node_get_kind (node) != STEWARD_JSON_OBJECT)
    {
      steward_json_node_complain (node, problems, _("Expected an object."));
      return;
    }
  steward_json_check_keys (node, keys, problems);
  id = steward_json_read_string (node, "id", STEWARD_JSON_REQUIRED, STEWARD_NAME_MAX_CHARS, problems);
  name = steward_json_read_string (node, "name", STEWARD_JSON_REQUIRED, STEWARD_NAME_MAX_CHARS, problems);
  officer = steward_json_read_string (node, "officer", STEWARD_JSON_OPTIONAL, STEWARD_NAME_MAX_CHARS, problems);
  if (id == NULL || name == NULL)
    return;
  if (steward_sections_find (self, id) == NULL && *id != '\0' && *name != '\0')
    steward_sections_put (self, id, name, officer ? officer : "", TRUE);
  else if (!steward_sections_set (self, id, name, officer ? officer : ""))
    steward_json_node_complain (node, problems, _("A section needs an id and a name."));
}

static void
read_list (StewardSections       *self,
           const StewardJsonNode *root,
           StewardProblems       *problems)
{
  const StewardJsonNode *list = steward_json_read_array (root, "sections", STEWARD_JSON_OPTIONAL, problems);
  guint n = list ? steward_json_node_get_length (list) : 0;

  if (n > STEWARD_SECTIONS_MAX)
    {
      steward_json_node_complain (list, problems, _("%u entries; at most %u are read."), n,
                                  (guint) STEWARD_SECTIONS_MAX);
      return;
    }
  for (guint i = 0; i < n; i++)
    read_section (self, steward_json_node_get_element (list, i), problems);
}

static void
read_assigned (StewardSections       *self,
               const StewardJsonNode *root,
               StewardProblems       *problems)
{
  const StewardJsonNode *object = steward_json_read_object (root, "assigned", STEWARD_JSON_OPTIONAL, problems);

  for (guint i = 0; object && i < steward_json_node_get_length (object); i++)
    {
      const char *id = steward_json_node_get_key (object, i);
      const char *section = steward_json_read_string (object, id, STEWARD_JSON_REQUIRED,
                                                      STEWARD_NAME_MAX_CHARS, problems);

      if (section != NULL && !steward_sections_assign (self, id, section))
        steward_json_node_complain (steward_json_node_get_element (object, i), problems,
                                    _("There is no section “%s”."), section);
    }
}

static void
read_root (StewardSections       *self,
           const StewardJsonNode *root,
           StewardProblems       *problems)
{
  static const char *const keys[] = { "format", "format_version", "pack", "sections", "assigned", "rest", NULL };
  const char *format = steward_json_read_string (root, "format", STEWARD_JSON_REQUIRED, 0, problems);
  const char *pack = steward_json_read_string (root, "pack", STEWARD_JSON_REQUIRED, 0, problems);
  const char *rest = steward_json_read_string (root, "rest", STEWARD_JSON_OPTIONAL, 0, problems);

  steward_json_check_keys (root, keys, problems);
  steward_json_read_integer (root, "format_version", STEWARD_JSON_REQUIRED, 1, VERSION, 0, problems);
  if (format && strcmp (format, FORMAT) != 0)
    steward_json_node_complain (steward_json_node_get_member (root, "format"), problems, _("Expected “%s”."), FORMAT);
  if (pack && strcmp (pack, steward_pack_get_id (self->pack)) != 0)
    steward_json_node_complain (steward_json_node_get_member (root, "pack"), problems,
                                _("Expected “%s”."), steward_pack_get_id (self->pack));
  read_list (self, root, problems);
  read_assigned (self, root, problems);
  if (rest && !steward_sections_set_rest (self, rest))
    steward_json_node_complain (steward_json_node_get_member (root, "rest"), problems,
                                _("There is no section “%s”."), rest);
}

StewardSections *
steward_sections_read (StewardPack  *pack,
                       const char   *text,
                       GError      **error)
{
  g_autoptr (StewardSections) self = NULL;
  g_autoptr (StewardProblems) problems = NULL;
  g_autoptr (StewardJson) json = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (pack != NULL && text != NULL, NULL);

  self = steward_sections_new (pack);
  if (*text == '\0')
    return g_steal_pointer (&self);
  problems = steward_problems_new ();
  bytes = g_bytes_new_static (text, strlen (text));
  if (g_bytes_get_size (bytes) > STEWARD_SECTIONS_MAX_BYTES)
    steward_problems_add (problems, ORIGIN, 0, 0, "", _("The file is larger than %d bytes, the most that is read."),
                          STEWARD_SECTIONS_MAX_BYTES);
  else
    json = steward_json_parse (bytes, ORIGIN, problems);
  if (json != NULL && steward_json_node_get_kind (steward_json_get_root (json)) == STEWARD_JSON_OBJECT)
    read_root (self, steward_json_get_root (json), problems);
  else if (json != NULL)
    steward_json_node_complain (steward_json_get_root (json), problems, _("Expected an object."));
  return steward_problems_to_error (problems, STEWARD_ERROR_INVALID, error) ? g_steal_pointer (&self) : NULL;
}

static void
add_member (GString    *json,
            const char *key,
            const char *value)
{
  steward_json_append_string (json, key);
  g_string_append (json, ": ");
  steward_json_append_string (json, value);
}

static void
add_section (GString              *json,
             const StewardSection *section)
{
  g_string_append (json, "{");
  add_member (json, "id", section->id);
  g_string_append (json, ", ");
  add_member (json, "name", section->name);
  g_string_append (json, ", ");
  add_member (json, "officer", section->officer);
  g_string_append (json, "}");
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (a, b);
}

char *
steward_sections_write (const StewardSections *self)
{
  GString *json;
  g_autoptr (GList) ids = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  json = g_string_new ("{\n  ");
  add_member (json, "format", FORMAT);
  g_string_append_printf (json, ",\n  \"format_version\": %d,\n  ", VERSION);
  add_member (json, "pack", steward_pack_get_id (self->pack));
  g_string_append (json, ",\n  \"sections\": [");
  for (guint i = 0; i < self->list->len; i++)
    {
      g_string_append (json, i > 0 ? ",\n    " : "\n    ");
      add_section (json, self->list->pdata[i]);
    }
  g_string_append (json, "\n  ],\n  \"assigned\": {");
  ids = g_list_sort (g_hash_table_get_keys (self->assigned), compare_texts);
  for (GList *link = ids; link != NULL; link = link->next)
    {
      g_string_append (json, link != ids ? ",\n    " : "\n    ");
      add_member (json, link->data, g_hash_table_lookup (self->assigned, link->data));
    }
  g_string_append (json, "\n  }");
  if (self->rest != NULL)
    {
      g_string_append (json, ",\n  ");
      add_member (json, "rest", self->rest);
    }
  g_string_append (json, "\n}\n");
  return g_string_free (json, FALSE);
}
