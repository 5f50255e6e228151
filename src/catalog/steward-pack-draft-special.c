/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-pack-draft-private.h"

#include <string.h>

#include "steward-check-code.h"

/* Suggestions have no ids: they are named by where they stand, `own/2`. */
static const char * const places[] = { "own/", "below/", "supplement/" };

char *
steward_pack_draft_make_place (StewardDraftPlace place,
                               guint             index)
{
  return g_strdup_printf ("%s%u", places[place], index + 1);
}

gboolean
steward_pack_draft_split_place (const char        *id,
                                StewardDraftPlace *place,
                                guint             *index)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      guint64 number;

      if (!g_str_has_prefix (id, places[i]) ||
          !g_ascii_string_to_unsigned (id + strlen (places[i]), 10, 1, G_MAXUINT32, &number, NULL))
        continue;
      *place = i;
      *index = number - 1;
      return TRUE;
    }
  return FALSE;
}

gboolean
steward_pack_draft_is_program_check (const char *list,
                                     const char *id)
{
  StewardCheckCode code;

  return strcmp (list, "checks") == 0 && steward_check_code_from_word (id, &code);
}

JsonNode *
steward_pack_draft_make_check (const char *id)
{
  JsonObject *check = json_object_new ();
  JsonNode *node = json_node_alloc ();
  StewardCheckCode code = 0;

  steward_check_code_from_word (id, &code);
  json_object_set_string_member (check, "id", id);
  json_object_set_string_member (check, "severity", steward_severity_to_word (steward_check_code_get_severity (code)));
  json_node_take_object (node, check);
  return node;
}

/* Puts what @root says of the form over what @merged has. TRUE when it says
 * something. */
static gboolean
merge_form (JsonObject *merged,
            JsonNode   *root,
            const char *form)
{
  g_autofree char *field = g_strconcat ("forms.", form, NULL);
  JsonNode *node = steward_pack_draft_path_find (root, field);
  g_autoptr(GList) keys = NULL;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  keys = json_object_get_members (json_node_get_object (node));
  for (GList *link = keys; link != NULL; link = link->next)
    json_object_set_member (merged, link->data, json_object_dup_member (json_node_get_object (node), link->data));
  return keys != NULL;
}

static gboolean
merge_layer (JsonObject            *merged,
             const StewardJsonNode *root,
             const char            *form)
{
  g_autoptr(JsonNode) copy = steward_pack_json_copy (root);

  return merge_form (merged, copy, form);
}

JsonObject *
steward_pack_draft_collect_form (const StewardPackDraft *self,
                                 const StewardPack      *base,
                                 const char             *form,
                                 StewardPackDraftOrigin *origin)
{
  g_autoptr(StewardProblems) problems = steward_problems_new ();
  g_autoptr(StewardJson) common = steward_pack_parse_common_forms (problems);
  JsonObject *merged = json_object_new ();
  gboolean below = FALSE, own, program;

  program = merge_layer (merged, steward_json_get_root (common), form);
  for (guint i = 0; base != NULL && i < base->layers->len; i++)
    below |= merge_layer (merged, base->layers->pdata[i], form);
  own = merge_form (merged, self->root, form);
  if (origin != NULL)
    *origin = own ? (below || program ? STEWARD_DRAFT_REPLACED : STEWARD_DRAFT_OWN)
                  : (below ? STEWARD_DRAFT_INHERITED : STEWARD_DRAFT_PROGRAM);
  return merged;
}
