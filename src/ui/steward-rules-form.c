/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-rules-form.h"

#include <glib/gi18n-lib.h>

#define SOURCE \
  { "source.basis", STEWARD_FIELD_ENTRY, "basis" }, \
  { "source.clause", STEWARD_FIELD_LINE }, \
  { "source.quote", STEWARD_FIELD_LINES }, \
  { NULL }

static const StewardRulesFieldSpec pack_fields[] = {
  { "title", STEWARD_FIELD_LINE },
  { "settings.yellow-days", STEWARD_FIELD_LINE },
  { "settings.yellow-percent", STEWARD_FIELD_LINE },
  { "settings.notice-days", STEWARD_FIELD_LINE },
  { "settings.delivery-days", STEWARD_FIELD_LINE },
  { "settings.instant-limit", STEWARD_FIELD_LINE },
  { "settings.stale-days", STEWARD_FIELD_LINE },
  { "settings.deferral-days", STEWARD_FIELD_LINE },
  { "settings.acceptance-day-counts", STEWARD_FIELD_SWITCH },
  { NULL }
};
static const StewardRulesFieldSpec item_fields[] = {
  { "name", STEWARD_FIELD_LINE },
  { "short_name", STEWARD_FIELD_LINE },
  { "limit", STEWARD_FIELD_LINE },
  { "limit_note", STEWARD_FIELD_LINE },
  { "stage", STEWARD_FIELD_ENTRY, "stages" },
  { "block", STEWARD_FIELD_ENTRY, "blocks" },
  { "lane", STEWARD_FIELD_LANE },
  { "level", STEWARD_FIELD_LEVEL },
  { "kind", STEWARD_FIELD_KIND },
  { "bureaus", STEWARD_FIELD_ENTRIES, "bureaus" },
  { "any_bureau", STEWARD_FIELD_SWITCH },
  { "section", STEWARD_FIELD_ENTRY, "sections" },
  { "after", STEWARD_FIELD_ENTRIES, "items blocks stages events" },
  { "materials", STEWARD_FIELD_ENTRIES, "materials" },
  { "applies_when", STEWARD_FIELD_LINES },
  { "commitment.listed", STEWARD_FIELD_SWITCH },
  { "commitment.condition", STEWARD_FIELD_LINES },
  { "default_on", STEWARD_FIELD_SWITCH_ON },
  { "note", STEWARD_FIELD_LINES },
  SOURCE
};
static const StewardRulesFieldSpec material_fields[] = {
  { "name", STEWARD_FIELD_LINE },
  { "short_name", STEWARD_FIELD_LINE },
  { "form", STEWARD_FIELD_FORM },
  { "main", STEWARD_FIELD_SWITCH },
  { "deferrable", STEWARD_FIELD_LINE },
  { "personal_data", STEWARD_FIELD_SWITCH },
  { "note", STEWARD_FIELD_LINES },
  SOURCE
};
static const StewardRulesFieldSpec stage_fields[] = {
  { "name", STEWARD_FIELD_LINE },
  { "limit", STEWARD_FIELD_LINE },
  SOURCE
};
static const StewardRulesFieldSpec block_fields[] = {
  { "name", STEWARD_FIELD_LINE },
  { "limit", STEWARD_FIELD_LINE },
  { "stage", STEWARD_FIELD_ENTRY, "stages" },
  { "lane", STEWARD_FIELD_LANE },
  { "after", STEWARD_FIELD_ENTRIES, "blocks stages events" },
  { "within_stage", STEWARD_FIELD_SWITCH },
  { "note", STEWARD_FIELD_LINES },
  SOURCE
};
static const StewardRulesFieldSpec bureau_fields[] = {
  { "name", STEWARD_FIELD_LINE },
  { "zone", STEWARD_FIELD_ENTRY, "bureaus" },
  { "note", STEWARD_FIELD_LINES },
  SOURCE
};
static const StewardRulesFieldSpec section_fields[] = {
  { "name", STEWARD_FIELD_LINE },
  { "items", STEWARD_FIELD_ENTRIES, "items" },
  { "note", STEWARD_FIELD_LINES },
  SOURCE
};
static const StewardRulesFieldSpec timer_fields[] = {
  { "name", STEWARD_FIELD_LINE },
  { "days", STEWARD_FIELD_LINE },
  { "from", STEWARD_FIELD_LINE },
  { "to", STEWARD_FIELD_LINE },
  { "note", STEWARD_FIELD_LINES },
  SOURCE
};
static const StewardRulesFieldSpec basis_fields[] = {
  { "document", STEWARD_FIELD_LINE },
  { "title", STEWARD_FIELD_LINE },
  { "issuer", STEWARD_FIELD_LINE },
  { "date", STEWARD_FIELD_LINE },
  { "note", STEWARD_FIELD_LINES },
  { NULL }
};

static const char * const lists[] = {
  "items", "materials", "stages", "blocks", "bureaus", "sections", "timers", "basis", "", NULL
};
static const StewardRulesFieldSpec * const fields[] = {
  item_fields, material_fields, stage_fields, block_fields, bureau_fields, section_fields, timer_fields, basis_fields,
  pack_fields
};

G_STATIC_ASSERT (G_N_ELEMENTS (fields) + 1 == G_N_ELEMENTS (lists));

const char * const *
steward_rules_form_get_lists (void)
{
  return lists;
}

const StewardRulesFieldSpec *
steward_rules_form_get_fields (const char *list)
{
  g_return_val_if_fail (list != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (lists[i], list))
      return fields[i];
  g_return_val_if_reached (NULL);
}

static void
take_place (const StewardPackDraft *draft,
            const char             *list,
            const char             *like,
            const char             *field,
            const char             *fallback,
            JsonObject             *entry)
{
  g_autofree char *text = like != NULL ? steward_pack_draft_get_text (draft, list, like, field) : g_strdup ("");

  if (*text != '\0' || fallback != NULL)
    json_object_set_string_member (entry, field, *text != '\0' ? text : fallback);
}

JsonObject *
steward_rules_form_new_entry (const StewardPackDraft *draft,
                              const char             *list,
                              const char             *like)
{
  JsonObject *entry = json_object_new ();
  g_auto (GStrv) stages = steward_pack_draft_list (draft, "stages");
  g_autofree char *id = NULL;

  g_return_val_if_fail (draft != NULL, entry);
  g_return_val_if_fail (list != NULL, entry);

  id = steward_pack_draft_make_id (draft, "new.");
  json_object_set_string_member (entry, "id", id);
  json_object_set_string_member (entry, g_str_equal (list, "basis") ? "document" : "name", C_("rules", "New"));
  if (g_str_equal (list, "items") || g_str_equal (list, "blocks"))
    take_place (draft, list, like, "stage", stages[0], entry);
  if (g_str_equal (list, "items"))
    take_place (draft, list, like, "block", NULL, entry);
  if (g_str_equal (list, "blocks"))
    take_place (draft, list, like, "lane", steward_lane_to_word (STEWARD_LANE_MAIN), entry);
  if (g_str_equal (list, "timers"))
    {
      take_place (draft, list, like, "from", C_("rules", "Begin"), entry);
      take_place (draft, list, like, "to", C_("rules", "End"), entry);
    }
  return entry;
}

/* Whether @group has a box of @like. */
static gboolean
has_box (const StewardGroup *group,
         const char         *like)
{
  for (guint i = 0; i < group->boxes->len; i++)
    {
      const StewardBox *box = group->boxes->pdata[i];

      if ((box->item != NULL && g_strcmp0 (box->item->id, like) == 0) ||
          (box->material != NULL && g_strcmp0 (box->material->id, like) == 0))
        return TRUE;
    }
  return FALSE;
}

const char *
steward_rules_form_find_group (const StewardPackDraft *draft,
                               const char             *list,
                               const char             *like)
{
  StewardPack *pack = steward_pack_draft_get_pack (draft);
  GPtrArray *parts = steward_pack_get_parts (pack);
  const StewardItem *item = like != NULL ? steward_pack_find_item (pack, like) : NULL;
  StewardGroupKind kind = g_str_equal (list, "items") ? STEWARD_GROUP_ITEMS : STEWARD_GROUP_MATERIALS;
  const StewardGroup *first = NULL;

  for (guint i = 0; i < parts->len; i++)
    {
      const StewardPart *part = parts->pdata[i];

      for (guint j = 0; !part->supplement && j < part->groups->len; j++)
        {
          const StewardGroup *group = part->groups->pdata[j];

          if (group->kind != kind)
            continue;
          if (like != NULL && has_box (group, like))
            return group->id;
          if (first == NULL && (item == NULL || item->stage == group->stage))
            first = group;
        }
    }
  return first != NULL ? first->id : NULL;
}
