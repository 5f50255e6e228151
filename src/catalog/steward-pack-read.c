/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-pack-reader.h"

#include <glib/gi18n-lib.h>

static const char * const root_keys[] = {
  "format", "format_version", "id", "version", "title", "region", "extends", "supplements", "banner", "basis",
  "applies", "settings", "bureaus", "sections", "events", "suspension_grounds", "eligibility", "start_gate",
  "entrustment_gate", "roles", "members", "accountability", "routing", "light_codes", "joint_activities",
  "modules", "scenarios", "other", "stages", "blocks", "items", "materials", "assessment", "questions",
  "suggestions", "timers", "activities", "levers", "checks", "indicators", "deferral", "forms", "ambiguities", NULL
};

/* Where packs named by other packs come from. */
typedef struct
{
  StewardPackResolver  resolve;
  gpointer             user_data;
  StewardPackTrail     trail;
} StewardPackSupplier;

static void
scope_free (StewardPackScope *scope)
{
  g_hash_table_unref (scope->bases);
  g_hash_table_unref (scope->stages);
  g_free (scope);
}

static void
add_scope (StewardPackReader *reader,
           const StewardPack *pack,
           gboolean           supplement)
{
  StewardPackScope *scope = g_new0 (StewardPackScope, 1);

  scope->layers = pack->layers;
  scope->supplement = supplement;
  scope->banner = supplement ? pack->banner : NULL;
  scope->bases = g_hash_table_new (g_str_hash, g_str_equal);
  scope->stages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_ptr_array_add (reader->scopes, scope);
}

/* The pack that @node names, or NULL after a complaint. */
static StewardPack *
supply (StewardPackReader     *reader,
        StewardPackSupplier   *supplier,
        const StewardJsonNode *node)
{
  const char *id;
  StewardPack *pack;

  if (steward_json_node_get_kind (node) != STEWARD_JSON_STRING)
    return NULL;

  id = steward_json_node_get_string (node);
  if (!steward_pack_is_id (id))
    {
      steward_json_node_complain (node, reader->problems, _("“%s” is not the id of a pack."), id);
      return NULL;
    }
  for (const StewardPackTrail *step = &supplier->trail; step != NULL; step = step->parent)
    if (g_strcmp0 (step->id, id) == 0)
      {
        steward_json_node_complain (node, reader->problems, _("The pack “%s” is built on itself."), id);
        return NULL;
      }

  if (supplier->resolve != NULL)
    pack = supplier->resolve (id, supplier->user_data, reader->problems);
  else
    pack = steward_pack_library_resolve (id, &supplier->trail, reader->problems);
  if (pack == NULL)
    steward_json_node_complain (node, reader->problems, _("The pack “%s” is missing or cannot be used."), id);
  return pack;
}

/* Finds what the pack extends. FALSE when it cannot be used: then nothing of
 * this pack can be judged either. */
static gboolean
read_base (StewardPackReader     *reader,
           StewardPackSupplier   *supplier,
           const StewardJsonNode *root)
{
  StewardPack *pack = reader->pack;

  if (steward_json_read_string (root, "extends", STEWARD_JSON_OPTIONAL, STEWARD_PACK_MAX_ID, reader->problems) != NULL)
    {
      pack->base = supply (reader, supplier, steward_json_node_get_member (root, "extends"));
      if (pack->base == NULL)
        return FALSE;
      for (guint i = 0; i < pack->base->layers->len; i++)
        g_ptr_array_add (pack->layers, g_ptr_array_index (pack->base->layers, i));
    }
  g_ptr_array_add (pack->layers, (gpointer) root);
  return TRUE;
}

/* Its own list of supplements replaces that of the pack it extends. */
static void
read_supplements (StewardPackReader     *reader,
                  StewardPackSupplier   *supplier,
                  const StewardJsonNode *root)
{
  const StewardJsonNode *list = steward_json_node_get_member (root, "supplements");
  g_auto(GStrv) ids = steward_pack_reader_strings (reader, root, "supplements");
  StewardPack *pack = reader->pack;

  if (list == NULL && pack->base != NULL)
    {
      for (guint i = 0; i < pack->base->supplements->len; i++)
        g_ptr_array_add (pack->supplements, steward_pack_ref (g_ptr_array_index (pack->base->supplements, i)));
      return;
    }
  if (list == NULL || steward_json_node_get_kind (list) != STEWARD_JSON_ARRAY)
    return;

  for (guint i = 0; i < steward_json_node_get_length (list); i++)
    {
      StewardPack *supplement = supply (reader, supplier, steward_json_node_get_element (list, i));

      if (supplement != NULL && g_ptr_array_find (pack->supplements, supplement, NULL))
        g_clear_pointer (&supplement, steward_pack_unref);
      if (supplement != NULL)
        g_ptr_array_add (pack->supplements, supplement);
    }
}

static void
read_head (StewardPackReader     *reader,
           const StewardJsonNode *root)
{
  static const char * const formats[] = { "steward-pack", NULL };
  StewardPack *pack = reader->pack;

  steward_json_check_keys (root, root_keys, reader->problems);
  steward_json_read_word (root, "format", STEWARD_JSON_REQUIRED, formats, 0, reader->problems);
  steward_json_read_integer (root, "format_version", STEWARD_JSON_REQUIRED, 1, 1, 1, reader->problems);
  pack->id = steward_pack_reader_id (reader, root);
  pack->version = steward_pack_reader_text (reader, root, "version", STEWARD_JSON_REQUIRED, STEWARD_PACK_MAX_ID);
  pack->title = steward_pack_reader_text (reader, root, "title", STEWARD_JSON_REQUIRED, STEWARD_PACK_MAX_NAME);
  pack->banner = steward_pack_reader_text (reader, root, "banner", STEWARD_JSON_OPTIONAL, STEWARD_PACK_MAX_NAME);
}

/* Reads scope by scope in the order in which things refer to each other. */
static void
read_body (StewardPackReader *reader)
{
  for (guint i = 0; i < reader->scopes->len; i++)
    {
      reader->scope = g_ptr_array_index (reader->scopes, i);
      steward_pack_read_lists (reader);
      steward_pack_read_materials (reader);
      steward_pack_read_process (reader);
      steward_pack_read_assessment (reader);
      steward_pack_read_questions (reader);
    }
  for (guint i = 0; i < reader->scopes->len; i++)
    {
      reader->scope = g_ptr_array_index (reader->scopes, i);
      steward_pack_read_suggestions (reader);
    }
  reader->scope = g_ptr_array_index (reader->scopes, 0);
  steward_pack_read_rules (reader);
  steward_pack_read_levers (reader);
  steward_pack_read_wording (reader);
  steward_pack_check (reader);
}

static void
reader_init (StewardPackReader *reader,
             StewardPack       *pack,
             StewardProblems   *problems)
{
  reader->pack = pack;
  reader->problems = problems;
  reader->scopes = g_ptr_array_new_with_free_func ((GDestroyNotify) scope_free);
  reader->steps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  reader->nodes = g_hash_table_new (NULL, NULL);
  reader->links = g_array_new (FALSE, FALSE, sizeof (StewardPackLink));
}

static void
reader_clear (StewardPackReader *reader)
{
  g_ptr_array_unref (reader->scopes);
  g_hash_table_unref (reader->steps);
  g_hash_table_unref (reader->nodes);
  g_array_unref (reader->links);
}

static void
read_pack (StewardPackReader      *reader,
           StewardPackResolver     resolve,
           gpointer                user_data,
           const StewardPackTrail *trail)
{
  const StewardJsonNode *root = steward_json_get_root (reader->pack->json);
  StewardPackSupplier supplier = { resolve, user_data, { trail, NULL } };

  read_head (reader, root);
  supplier.trail.id = reader->pack->id;
  if (!read_base (reader, &supplier, root))
    return;
  read_supplements (reader, &supplier, root);

  if (reader->pack->banner == NULL && reader->pack->base != NULL)
    reader->pack->banner = g_strdup (reader->pack->base->banner);
  add_scope (reader, reader->pack, FALSE);
  for (guint i = 0; i < reader->pack->supplements->len; i++)
    add_scope (reader, g_ptr_array_index (reader->pack->supplements, i), TRUE);
  read_body (reader);
}

StewardPack *
steward_pack_read_on_trail (GBytes                 *bytes,
                            const char             *origin,
                            StewardPackResolver     resolve,
                            gpointer                user_data,
                            const StewardPackTrail *trail,
                            StewardProblems        *problems)
{
  g_autoptr(StewardPack) pack = NULL;
  guint before = steward_problems_get_count (problems);
  StewardPackReader reader = { 0 };

  if (g_bytes_get_size (bytes) > STEWARD_PACK_MAX_BYTES)
    {
      steward_problems_add (problems, origin, 0, 0, "", _("The file is larger than %d MB."),
                            STEWARD_PACK_MAX_BYTES / (1024 * 1024));
      return NULL;
    }
  pack = steward_pack_alloc ();
  pack->json = steward_json_parse (bytes, origin, problems);
  if (pack->json == NULL)
    return NULL;

  if (steward_json_node_get_kind (steward_json_get_root (pack->json)) != STEWARD_JSON_OBJECT)
    {
      steward_json_node_complain (steward_json_get_root (pack->json), problems, _("Expected an object here."));
      return NULL;
    }
  pack->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  reader_init (&reader, pack, problems);
  read_pack (&reader, resolve, user_data, trail);
  reader_clear (&reader);

  /* A full list takes no more, so that nothing could be said of this pack. */
  if (steward_problems_get_count (problems) > before || before >= STEWARD_PROBLEMS_MAX)
    return NULL;
  return g_steal_pointer (&pack);
}

StewardPack *
steward_pack_read (GBytes              *bytes,
                   const char          *origin,
                   StewardPackResolver  resolve,
                   gpointer             user_data,
                   StewardProblems     *problems)
{
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (origin != NULL, NULL);
  g_return_val_if_fail (problems != NULL, NULL);

  return steward_pack_read_on_trail (bytes, origin, resolve, user_data, NULL, problems);
}
