/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-pack-draft-private.h"

#include <glib/gi18n-lib.h>

#include "steward-error.h"

static const char * const lists[] = {
  "basis", "bureaus", "sections", "events", "suspension_grounds", "eligibility", "start_gate", "entrustment_gate",
  "roles", "members", "accountability", "routing", "light_codes", "joint_activities", "modules", "scenarios", "other",
  "stages", "blocks", "items", "materials", "questions", "timers", "activities", "levers", "checks", "indicators",
  "suggestions", "forms", "parts", NULL
};

gboolean
steward_pack_draft_is_list (const char *list)
{
  return list != NULL && g_strv_contains (lists, list);
}

void
steward_pack_draft_problem_free (StewardPackDraftProblem *self)
{
  if (self == NULL)
    return;
  g_free (self->list);
  g_free (self->id);
  g_free (self->field);
  g_free (self->message);
  g_free (self);
}

/* `items[3].source.clause` as list, number and the rest. FALSE for anything
 * that does not start like that. */
static gboolean
split_path (const char  *path,
            char       **list,
            guint64     *index,
            const char **rest)
{
  const char *open = strchr (path, '[');
  char *end;

  if (open == NULL)
    return FALSE;
  *index = g_ascii_strtoull (open + 1, &end, 10);
  if (end == open + 1 || *end != ']')
    return FALSE;
  *list = g_strndup (path, open - path);
  *rest = end[1] == '.' ? end + 2 : end + 1;
  return TRUE;
}

/* The field as it is set: `effects[0].days` is `effects.0.days`. What is wrong
 * with an element is wrong in its list: `after[2]` in `after`. */
static char *
trim_field (const char *rest)
{
  g_autoptr(GString) field = g_string_new (NULL);

  for (const char *at = rest; *at != '\0'; at++)
    {
      gsize digits = *at == '[' ? strspn (at + 1, G_CSET_DIGITS) : 0;

      if (digits > 0 && at[1 + digits] == ']' && at[2 + digits] == '\0')
        break;
      if (*at == '[')
        g_string_append_c (field, '.');
      else if (*at != ']')
        g_string_append_c (field, *at);
    }
  return g_string_free (g_steal_pointer (&field), FALSE);
}

/* `forms.notice.lead[1]` is the field `lead` of the form `notice`. What a form
 * has to have is its title. */
static gboolean
find_form (const char               *path,
           StewardPackDraftProblem  *found)
{
  const char *form, *dot;

  if (!g_str_has_prefix (path, "forms."))
    return FALSE;
  form = path + strlen ("forms.");
  dot = strchr (form, '.');
  found->list = g_strdup ("forms");
  found->id = dot != NULL ? g_strndup (form, dot - form) : g_strdup (form);
  found->field = dot != NULL ? trim_field (dot + 1) : g_strdup ("title");
  return TRUE;
}

StewardPackDraftProblem *
steward_pack_draft_problem_new (const StewardPackDraft *self,
                                const StewardProblem   *problem)
{
  StewardPackDraftProblem *found = g_new0 (StewardPackDraftProblem, 1);
  gboolean own = strcmp (problem->origin, self->id) == 0;
  g_autofree char *list = NULL;
  const char *rest;
  guint64 index;
  JsonArray *array = NULL;

  found->message = g_strdup (problem->message);
  if (own && find_form (problem->path, found))
    return found;
  if (own && split_path (problem->path, &list, &index, &rest) && steward_pack_draft_is_list (list))
    array = steward_pack_draft_get_array (self, list, FALSE);
  if (array != NULL && index < json_array_get_length (array) &&
      JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, index)))
    {
      JsonObject *entry = json_array_get_object_element (array, index);

      found->id = strcmp (list, "suggestions") == 0
                  ? steward_pack_draft_make_place (STEWARD_PLACE_OWN, index)
                  : g_strdup (json_object_get_string_member_with_default (entry, "id", ""));
      found->list = g_steal_pointer (&list);
      found->field = trim_field (rest);
      return found;
    }
  found->list = g_strdup ("");
  found->id = g_strdup ("");
  found->field = trim_field (problem->path);
  return found;
}

/* Reads the text as any pack file is read. */
static void
judge (StewardPackDraft *self)
{
  g_autoptr(StewardProblems) problems = steward_problems_new ();
  StewardPack *pack = steward_pack_read (self->bytes, self->id, NULL, NULL, problems);

  if (pack != NULL && strcmp (steward_pack_get_id (pack), self->id) == 0)
    {
      g_clear_pointer (&self->pack, steward_pack_unref);
      self->pack = g_steal_pointer (&pack);
    }
  g_clear_pointer (&pack, steward_pack_unref);
  g_ptr_array_set_size (self->problems, 0);
  for (guint i = 0; i < steward_problems_get_count (problems); i++)
    g_ptr_array_add (self->problems, steward_pack_draft_problem_new (self, steward_problems_get (problems, i)));
}

static GBytes *
write_tree (const StewardPackDraft *self)
{
  char *text = steward_pack_json_to_text (self->root);

  return g_bytes_new_take (text, strlen (text));
}

/* The text was written by this file, so it parses. */
static void
put_tree (StewardPackDraft *self,
          GBytes           *bytes)
{
  g_autoptr(StewardProblems) problems = steward_problems_new ();
  g_autoptr(StewardJson) json = steward_json_parse (bytes, self->id, problems);

  g_return_if_fail (json != NULL);
  g_clear_pointer (&self->root, json_node_unref);
  self->root = steward_pack_json_copy (steward_json_get_root (json));
}

void
steward_pack_draft_revert (StewardPackDraft *self)
{
  put_tree (self, self->bytes);
}

static void
push (GPtrArray *texts,
      GBytes    *bytes)
{
  g_ptr_array_add (texts, g_bytes_ref (bytes));
  if (texts->len > STEWARD_DRAFT_MAX_UNDO)
    g_ptr_array_remove_index (texts, 0);
}

gboolean
steward_pack_draft_commit (StewardPackDraft  *self,
                           GError           **error)
{
  g_autoptr(GBytes) bytes = write_tree (self);
  g_autoptr(StewardProblems) problems = NULL;
  g_autoptr(StewardJson) json = NULL;

  if (g_bytes_equal (bytes, self->bytes))
    return TRUE;
  problems = steward_problems_new ();
  if (g_bytes_get_size (bytes) <= STEWARD_PACK_MAX_BYTES)
    json = steward_json_parse (bytes, self->id, problems);
  if (json == NULL)
    {
      steward_pack_draft_revert (self);
      if (!steward_problems_to_error (problems, STEWARD_ERROR_INVALID, error))
        return FALSE;
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_LIMIT, _("The file is larger than %d MB."),
                   STEWARD_PACK_MAX_BYTES / (1024 * 1024));
      return FALSE;
    }
  if (self->step == NULL)
    push (self->undo, self->bytes);
  g_ptr_array_set_size (self->redo, 0);
  g_bytes_unref (self->bytes);
  self->bytes = g_steal_pointer (&bytes);
  judge (self);
  return TRUE;
}

/* Takes @root. */
static StewardPackDraft *
draft_new (StewardPack *original,
           const char  *id,
           JsonNode    *root)
{
  StewardPackDraft *self = g_new0 (StewardPackDraft, 1);

  self->root = root;
  self->id = g_strdup (id);
  self->original = steward_pack_ref (original);
  self->pack = steward_pack_ref (original);
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_pack_draft_problem_free);
  self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self->redo = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self->bytes = write_tree (self);
  self->first = g_bytes_ref (self->bytes);
  judge (self);
  return self;
}

StewardPackDraft *
steward_pack_draft_new (StewardPack *pack)
{
  g_return_val_if_fail (pack != NULL, NULL);

  return draft_new (pack, pack->id, steward_pack_json_copy (steward_json_get_root (pack->json)));
}

static JsonObject *
make_head (StewardPack *base,
           const char  *id,
           const char  *title,
           const char  *region,
           const char  *region_code)
{
  JsonObject *head = json_object_new ();
  JsonObject *place;

  json_object_set_string_member (head, "format", "steward-pack");
  json_object_set_int_member (head, "format_version", 1);
  json_object_set_string_member (head, "id", id);
  json_object_set_string_member (head, "version", "0");
  json_object_set_string_member (head, "title", title);
  json_object_set_string_member (head, "extends", base->id);
  if (*region == '\0')
    return head;
  place = json_object_new ();
  json_object_set_string_member (place, "name", region);
  if (*region_code != '\0')
    json_object_set_string_member (place, "code", region_code);
  json_object_set_object_member (head, "region", place);
  return head;
}

StewardPackDraft *
steward_pack_draft_new_based_on (StewardPack  *base,
                                 const char   *id,
                                 const char   *title,
                                 const char   *region,
                                 const char   *region_code,
                                 GError      **error)
{
  g_autoptr(GPtrArray) versions = NULL;
  g_autoptr(StewardPackDraft) self = NULL;
  g_autoptr(JsonObject) head = NULL;
  JsonNode *root;

  g_return_val_if_fail (base != NULL, NULL);
  g_return_val_if_fail (id != NULL && title != NULL && region != NULL && region_code != NULL, NULL);

  if (!steward_pack_is_id (id))
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID,
                   _("“%s” is not an id: only the letters a–z, digits, dots and hyphens are allowed."), id);
      return NULL;
    }
  versions = steward_pack_library_get_versions (id);
  if (versions->len > 0)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID, _("There is a pack with the id “%s” already."), id);
      return NULL;
    }
  head = make_head (base, id, title, region, region_code);
  root = json_node_alloc ();
  self = draft_new (base, id, json_node_init_object (root, head));
  if (self->problems->len > 0)
    {
      const StewardPackDraftProblem *first = self->problems->pdata[0];

      g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_INVALID, first->message);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
steward_pack_draft_free (StewardPackDraft *self)
{
  if (self == NULL)
    return;
  json_node_unref (self->root);
  g_bytes_unref (self->bytes);
  g_bytes_unref (self->first);
  steward_pack_unref (self->pack);
  steward_pack_unref (self->original);
  g_ptr_array_unref (self->problems);
  g_ptr_array_unref (self->undo);
  g_ptr_array_unref (self->redo);
  g_free (self->step);
  g_free (self->id);
  g_free (self);
}

void
steward_pack_draft_end_step (StewardPackDraft *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->step, g_free);
}

void
steward_pack_draft_begin_from (StewardPackDraft *self,
                               StewardPack      *pack)
{
  steward_pack_draft_end_step (self);
  steward_pack_unref (self->original);
  self->original = steward_pack_ref (pack);
  g_ptr_array_set_size (self->undo, 0);
  g_ptr_array_set_size (self->redo, 0);
  g_clear_pointer (&self->root, json_node_unref);
  self->root = steward_pack_json_copy (steward_json_get_root (pack->json));
  g_bytes_unref (self->bytes);
  g_bytes_unref (self->first);
  self->bytes = write_tree (self);
  self->first = g_bytes_ref (self->bytes);
  judge (self);
}

const char *
steward_pack_draft_get_id (const StewardPackDraft *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

const char *
steward_pack_draft_get_version (const StewardPackDraft *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return strcmp (self->original->id, self->id) == 0 ? self->original->version : "";
}

GBytes *
steward_pack_draft_to_bytes (const StewardPackDraft *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_bytes_ref (self->bytes);
}

StewardPack *
steward_pack_draft_get_pack (const StewardPackDraft *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->pack;
}

StewardPack *
steward_pack_draft_get_original (const StewardPackDraft *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->original;
}

GPtrArray *
steward_pack_draft_get_problems (const StewardPackDraft *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->problems;
}

gboolean
steward_pack_draft_is_changed (const StewardPackDraft *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  /* A new pack is a change in itself. */
  return strcmp (self->original->id, self->id) != 0 || !g_bytes_equal (self->bytes, self->first);
}

gboolean
steward_pack_draft_can_undo (const StewardPackDraft *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->undo->len > 0;
}

gboolean
steward_pack_draft_can_redo (const StewardPackDraft *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->redo->len > 0;
}

/* Takes the newest text of @from; the present one goes to @to. */
static void
step (StewardPackDraft *self,
      GPtrArray        *from,
      GPtrArray        *to)
{
  steward_pack_draft_end_step (self);
  if (from->len == 0)
    return;
  push (to, self->bytes);
  g_bytes_unref (self->bytes);
  self->bytes = g_ptr_array_steal_index (from, from->len - 1);
  put_tree (self, self->bytes);
  judge (self);
}

void
steward_pack_draft_undo (StewardPackDraft *self)
{
  g_return_if_fail (self != NULL);

  step (self, self->undo, self->redo);
}

void
steward_pack_draft_redo (StewardPackDraft *self)
{
  g_return_if_fail (self != NULL);

  step (self, self->redo, self->undo);
}
