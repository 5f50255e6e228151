/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-project-file-private.h"

#include <glib/gi18n-lib.h>

/* Records are read and written by the names and types of their members: an
 * object of them by their keys, in which what is empty may be left out. */

static const struct
{
  StewardPieceKind  kind;
  const char       *key;
} records[] = {
  { STEWARD_PIECE_MATERIAL, "materials" },
  { STEWARD_PIECE_ORDER, "order" },
  { STEWARD_PIECE_EDIT, "edits" },
  { STEWARD_PIECE_EDITION, "editions" },
  { STEWARD_PIECE_REQUEST, "requests" },
  { STEWARD_PIECE_DOCUMENT, "documents" },
  { STEWARD_PIECE_STEP, "steps" },
  { STEWARD_PIECE_MEETING, "meetings" },
  { STEWARD_PIECE_TIMER, "timers" },
  { STEWARD_PIECE_WORDING, "wordings" },
  { STEWARD_PIECE_LINK, "links" },
};

static GVariant *read_tuple (const StewardJsonNode *object,
                             const GVariantType    *type,
                             const char * const    *names,
                             StewardProblems       *problems);

/* (transfer floating) */
static GVariant *
read_strings (const StewardJsonNode *list,
              StewardProblems       *problems)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; i < steward_json_node_get_length (list); i++)
    {
      const StewardJsonNode *node = steward_json_node_get_element (list, i);

      if (steward_json_node_get_kind (node) == STEWARD_JSON_STRING)
        g_variant_builder_add (&builder, "s", steward_json_node_get_string (node));
      else
        steward_json_node_complain (node, problems, _("Expected a text."));
    }
  return g_variant_builder_end (&builder);
}

/* (transfer floating) */
static GVariant *
read_list (const StewardJsonNode *object,
           const char            *key,
           const GVariantType    *type,
           StewardProblems       *problems)
{
  const StewardJsonNode *list = steward_json_read_array (object, key, STEWARD_JSON_OPTIONAL, problems);
  const char * const *names = steward_piece_member_get_names (key);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, type);
  for (guint i = 0; list && i < steward_json_node_get_length (list); i++)
    {
      const StewardJsonNode *node = steward_json_node_get_element (list, i);

      if (steward_project_file_is_object (node, problems))
        g_variant_builder_add_value (&builder,
                                     read_tuple (node, g_variant_type_element (type), names, problems));
    }
  return g_variant_builder_end (&builder);
}

static GVariant *
read_tuple (const StewardJsonNode *object,
            const GVariantType    *type,
            const char * const    *names,
            StewardProblems       *problems)
{
  const GVariantType *member = g_variant_type_first (type);
  GVariantBuilder builder;

  steward_json_check_keys (object, names, problems);
  g_variant_builder_init (&builder, type);
  for (guint i = 0; names[i]; i++, member = g_variant_type_next (member))
    {
      if (g_variant_type_is_array (member))
        {
          g_variant_builder_add_value (&builder, read_list (object, names[i], member, problems));
        }
      else
        {
          const char *text = steward_json_read_string (object, names[i], STEWARD_JSON_OPTIONAL, 0, problems);

          g_variant_builder_add (&builder, "s", text ? text : "");
        }
    }
  return g_variant_builder_end (&builder);
}

/* NULL when @node is of another kind. (transfer floating) */
static GVariant *
read_value (const StewardJsonNode *node,
            StewardPieceKind       kind,
            StewardProblems       *problems)
{
  const GVariantType *type = steward_piece_kind_get_type (kind);

  if (g_variant_type_is_tuple (type))
    return steward_project_file_is_object (node, problems)
           ? read_tuple (node, type, steward_piece_kind_get_names (kind), problems) : NULL;
  if (steward_json_node_get_kind (node) == STEWARD_JSON_ARRAY)
    return read_strings (node, problems);
  steward_json_node_complain (node, problems, _("Expected a list."));
  return NULL;
}

static void
read_records (const StewardJsonNode *root,
              guint                  index,
              StewardProject        *project,
              StewardProblems       *problems)
{
  const StewardJsonNode *object = steward_json_read_object (root, records[index].key, STEWARD_JSON_OPTIONAL, problems);

  for (guint i = 0; object && i < steward_json_node_get_length (object); i++)
    {
      const StewardJsonNode *node = steward_json_node_get_element (object, i);
      guint n_problems = steward_problems_get_count (problems);
      g_autoptr (GVariant) value = NULL;

      if (steward_json_node_get_kind (node) == STEWARD_JSON_NULL)
        continue;
      value = read_value (node, records[index].kind, problems);
      if (value)
        g_variant_ref_sink (value);
      /* What was told already is not told again. */
      if (value && steward_problems_get_count (problems) == n_problems)
        steward_project_file_put_piece (project, records[index].kind, steward_json_node_get_key (object, i), value,
                                        node, problems);
    }
}

void
steward_project_file_read_records (const StewardJsonNode *root,
                                   StewardProject        *project,
                                   StewardProblems       *problems)
{
  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    read_records (root, i, project, problems);
}

static void write_tuple (StewardPrinter     *out,
                         const char         *key,
                         GVariant           *value,
                         const char * const *names);

/* Nothing at all when it is empty. */
static void
write_list (StewardPrinter *out,
            const char     *key,
            GVariant       *value)
{
  if (g_variant_n_children (value) == 0)
    return;
  steward_printer_open (out, key, '[');
  for (gsize i = 0; i < g_variant_n_children (value); i++)
    {
      g_autoptr (GVariant) element = g_variant_get_child_value (value, i);

      write_tuple (out, NULL, element, steward_piece_member_get_names (key));
    }
  steward_printer_close (out, ']');
}

static void
write_tuple (StewardPrinter     *out,
             const char         *key,
             GVariant           *value,
             const char * const *names)
{
  steward_printer_open (out, key, '{');
  for (gsize i = 0; names[i]; i++)
    {
      g_autoptr (GVariant) member = g_variant_get_child_value (value, i);

      if (g_variant_is_of_type (member, G_VARIANT_TYPE_ARRAY))
        write_list (out, names[i], member);
      else
        steward_printer_optional (out, names[i], g_variant_get_string (member, NULL));
    }
  steward_printer_close (out, '}');
}

static void
write_piece (StewardPrinter     *out,
             const StewardPiece *piece)
{
  g_auto (GStrv) strings = NULL;

  if (g_variant_is_of_type (piece->value, G_VARIANT_TYPE_TUPLE))
    {
      write_tuple (out, piece->key, piece->value, steward_piece_kind_get_names (piece->kind));
      return;
    }
  strings = g_variant_dup_strv (piece->value, NULL);
  steward_printer_strings (out, piece->key, strings);
}

static const char *
get_file_key (StewardPieceKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      if (records[i].kind == kind)
        return records[i].key;
    }
  return NULL;
}

void
steward_project_file_write_records (StewardPrinter *out,
                                    StewardProject *project)
{
  g_autoptr (GPtrArray) pieces = steward_project_list_pieces (project);
  const char *open = NULL;

  /* Pieces come kind by kind. */
  for (guint i = 0; i < pieces->len; i++)
    {
      const StewardPiece *piece = pieces->pdata[i];
      const char *key = get_file_key (piece->kind);

      if (key == NULL)
        continue;
      if (key != open)
        {
          if (open)
            steward_printer_close (out, '}');
          steward_printer_open (out, key, '{');
          open = key;
        }
      write_piece (out, piece);
    }
  if (open)
    steward_printer_close (out, '}');
}
