/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-pack-draft-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "steward-day.h"
#include "steward-error.h"
#include "steward-file.h"

char *
steward_pack_draft_suggest_version (const StewardPackDraft *self,
                                    StewardDay              today)
{
  g_autoptr(GPtrArray) versions = NULL;
  g_autofree char *day = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  versions = steward_pack_library_get_versions (self->id);
  day = steward_day_format (today);
  for (guint i = 1;; i++)
    {
      g_autofree char *version = g_strdup_printf ("%.4s.%u", day, i);
      gboolean newest = TRUE;

      for (guint j = 0; j < versions->len && newest; j++)
        newest = steward_pack_version_compare (version, ((StewardPackVersion *) versions->pdata[j])->version) > 0;
      /* A version that is no number at all cannot be passed by counting. */
      if (newest || i == 9999)
        return g_steal_pointer (&version);
    }
}

static gboolean
refuse (GError     **error,
        const char  *message)
{
  g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_INVALID, message);
  return FALSE;
}

static gboolean
check_version (const StewardPackDraft  *self,
               const char              *version,
               GError                 **error)
{
  g_autoptr(GPtrArray) versions = steward_pack_library_get_versions (self->id);

  if (!steward_pack_version_is_plain (version))
    return refuse (error, _("A version has letters, digits, dots, hyphens and underscores, such as 2026.1."));
  for (guint i = 0; i < versions->len; i++)
    {
      const StewardPackVersion *other = versions->pdata[i];

      if (steward_pack_version_compare (version, other->version) > 0)
        continue;
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID,
                   _("There is the version %s already; a new one has to be after it."), other->version);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_basis (const StewardPackDraftBasis  *basis,
             GError                      **error)
{
  StewardDay day;

  if (basis->document == NULL || *basis->document == '\0')
    return refuse (error, _("A new version needs the number of the document it rests on."));
  if (basis->date == NULL || !steward_day_parse (basis->date, &day))
    return refuse (error, _("A new version needs the date of its document, as YYYY-MM-DD."));
  return TRUE;
}

static gboolean
check (const StewardPackDraft       *self,
       const char                   *version,
       const StewardPackDraftBasis  *basis,
       GError                      **error)
{
  if (self->problems->len > 0)
    return refuse (error, ((const StewardPackDraftProblem *) self->problems->pdata[0])->message);
  if (!steward_pack_draft_is_changed (self))
    return refuse (error, _("Nothing was changed."));
  return check_version (self, version, error) && check_basis (basis, error);
}

static void
set_text (JsonObject *object,
          const char *key,
          const char *text)
{
  if (text != NULL && *text != '\0')
    json_object_set_string_member (object, key, text);
}

/* Adds the document; its id. (transfer full) */
static char *
add_basis (StewardPackDraft            *self,
           const StewardPackDraftBasis *basis)
{
  JsonObject *entry = json_object_new ();
  char *id = steward_pack_draft_make_id (self, "rev.");

  json_object_set_string_member (entry, "id", id);
  set_text (entry, "document", basis->document);
  set_text (entry, "title", basis->title);
  set_text (entry, "issuer", basis->issuer);
  set_text (entry, "date", basis->date);
  set_text (entry, "note", basis->clause);
  json_array_add_object_element (steward_pack_draft_get_array (self, "basis", TRUE), entry);
  return id;
}

/* Whether the entry says something else than before, and its source the same. */
static gboolean
needs_source (const StewardPackDraft *self,
              const char             *list,
              JsonObject             *entry)
{
  g_autoptr(GPtrArray) nodes = steward_pack_json_collect (self->original, list, FALSE);
  const char *id = json_object_get_string_member_with_default (entry, "id", "");
  g_autoptr(JsonNode) before = NULL;
  JsonNode *old_source, *source = json_object_get_member (entry, "source");

  for (guint i = 0; i < nodes->len && before == NULL; i++)
    if (g_strcmp0 (steward_pack_json_get_id (nodes->pdata[i]), id) == 0)
      before = steward_pack_json_copy (nodes->pdata[i]);
  if (before == NULL || !JSON_NODE_HOLDS_OBJECT (before))
    return source == NULL;
  if (json_object_equal (json_node_get_object (before), entry))
    return FALSE;
  old_source = json_object_get_member (json_node_get_object (before), "source");
  return source == old_source || (source != NULL && old_source != NULL && json_node_equal (source, old_source));
}

/* What was changed rests on the document that changed it. */
static void
put_sources (StewardPackDraft *self,
             const char       *list,
             const char       *basis,
             const char       *clause)
{
  JsonArray *array = steward_pack_draft_get_array (self, list, FALSE);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *entry = json_array_get_object_element (array, i);
      JsonObject *source;

      if (!needs_source (self, list, entry))
        continue;
      source = json_object_new ();
      json_object_set_string_member (source, "basis", basis);
      set_text (source, "clause", clause);
      json_object_set_object_member (entry, "source", source);
    }
}

static void
finish (StewardPackDraft            *self,
        const char                  *version,
        const StewardPackDraftBasis *basis)
{
  /* Those whose entries have a source. */
  static const char * const lists[] = {
    "bureaus", "sections", "events", "suspension_grounds", "eligibility", "start_gate", "entrustment_gate", "roles",
    "members", "accountability", "routing", "light_codes", "joint_activities", "modules", "scenarios", "other",
    "stages", "blocks", "items", "materials", "questions", "timers", "levers", "checks", "indicators"
  };
  g_autofree char *id = add_basis (self, basis);

  json_object_set_string_member (json_node_get_object (self->root), "version", version);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    put_sources (self, lists[i], id, basis->clause);
}

/* Reads what was made once more before it is written, by all the rules. */
static StewardPack *
write_version (StewardPackDraft  *self,
               const char        *version,
               GError           **error)
{
  g_autofree char *text = steward_pack_json_to_text (self->root);
  gsize length = strlen (text);
  g_autoptr(GBytes) bytes = g_bytes_new_take (g_steal_pointer (&text), length);
  g_autofree char *folder = steward_pack_library_get_folder ();
  g_autofree char *name = g_strconcat (self->id, "@", version, ".json", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(StewardProblems) problems = steward_problems_new ();
  g_autoptr(StewardPack) pack = steward_pack_read (bytes, path, NULL, NULL, problems);

  if (pack == NULL)
    {
      steward_problems_to_error (problems, STEWARD_ERROR_INVALID, error);
      return NULL;
    }
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_WRITE, "%s: %s", folder, g_strerror (errno));
      return NULL;
    }
  return steward_file_write (file, bytes, NULL, error) ? g_steal_pointer (&pack) : NULL;
}

StewardPack *
steward_pack_draft_save (StewardPackDraft             *self,
                         const char                   *version,
                         const StewardPackDraftBasis  *basis,
                         GError                      **error)
{
  g_autoptr(StewardPack) pack = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (version != NULL, NULL);
  g_return_val_if_fail (basis != NULL, NULL);

  if (!check (self, version, basis, error))
    return NULL;
  finish (self, version, basis);
  pack = write_version (self, version, error);
  if (pack == NULL)
    {
      steward_pack_draft_revert (self);
      return NULL;
    }
  steward_pack_draft_begin_from (self, pack);
  return g_steal_pointer (&pack);
}
