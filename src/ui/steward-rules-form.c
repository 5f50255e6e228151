/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-rules-form.h"

#include <glib/gi18n-lib.h>

#include "steward-pack-diff.h"

/* A text up to this length is typed into one line. */
#define LINE_CHARS 32

#define SOURCE \
  { "source.basis", STEWARD_FIELD_ENTRY, "basis" }, \
  { "source.clause", STEWARD_FIELD_LINE }, \
  { "source.quote", STEWARD_FIELD_LINES }, \
  { NULL }

static const StewardRulesFieldSpec condition_fields[] = {
  { "question", STEWARD_FIELD_ENTRY, "questions" },
  { "op", STEWARD_FIELD_OPERATOR },
  { "value", STEWARD_FIELD_ANSWER, .beside = TRUE },
  { NULL }
};
static const StewardRulesFieldSpec effect_fields[] = {
  { "kind", STEWARD_FIELD_EFFECT },
  { "items", STEWARD_FIELD_ENTRIES, "items" },
  { "blocks", STEWARD_FIELD_ENTRIES, "blocks" },
  { "stages", STEWARD_FIELD_ENTRIES, "stages", .beside = TRUE },
  { "waits", STEWARD_FIELD_WAITS },
  { "days", STEWARD_FIELD_LINE, .beside = TRUE },
  { "when", STEWARD_FIELD_PARTS, .parts = condition_fields, .add = NC_("rules", "Add a Condition") },
  { NULL }
};
static const StewardRulesFieldSpec choice_fields[] = {
  { "label", STEWARD_FIELD_LINE },
  { NULL }
};
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
  { "settings.segments-pair", STEWARD_FIELD_SWITCH },
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

static const StewardRulesFieldSpec question_fields[] = {
  { "text", STEWARD_FIELD_LINE },
  { "kind", STEWARD_FIELD_QUESTION },
  { "unit", STEWARD_FIELD_LINE },
  { "choices", STEWARD_FIELD_PARTS, .parts = choice_fields, .add = NC_("rules", "Add an Answer") },
  SOURCE
};
static const StewardRulesFieldSpec suggestion_fields[] = {
  { "reason", STEWARD_FIELD_LINES },
  { "all", STEWARD_FIELD_PARTS, .parts = condition_fields, .add = NC_("rules", "Add a Condition") },
  { "boxes", STEWARD_FIELD_BOXES },
  SOURCE
};
static const StewardRulesFieldSpec lever_fields[] = {
  { "name", STEWARD_FIELD_LINE },
  { "kind", STEWARD_FIELD_LEVER },
  { "in_force", STEWARD_FIELD_SWITCH },
  { "each", STEWARD_FIELD_SWITCH },
  { "credit", STEWARD_FIELD_SWITCH },
  { "effects", STEWARD_FIELD_PARTS, .parts = effect_fields, .add = NC_("rules", "Add an Effect") },
  { "when", STEWARD_FIELD_PARTS, .parts = condition_fields, .add = NC_("rules", "Add a Condition") },
  { "gate", STEWARD_FIELD_LINES },
  { "agree", STEWARD_FIELD_LINES },
  { "line", STEWARD_FIELD_LINES },
  { "note", STEWARD_FIELD_LINES },
  SOURCE
};
static const StewardRulesFieldSpec check_fields[] = {
  { "severity", STEWARD_FIELD_SEVERITY },
  { "name", STEWARD_FIELD_LINE },
  { "remedy", STEWARD_FIELD_LINES },
  SOURCE
};
/* Those of a form are what has a wording in it. */
static const StewardRulesFieldSpec form_fields[] = { { NULL } };

static const char * const lists[] = {
  "items", "materials", "stages", "blocks", "bureaus", "sections", "timers", "questions", "suggestions", "levers",
  "checks", "forms", "basis", "", NULL
};
static const StewardRulesFieldSpec * const fields[] = {
  item_fields, material_fields, stage_fields, block_fields, bureau_fields, section_fields, timer_fields,
  question_fields, suggestion_fields, lever_fields, check_fields, form_fields, basis_fields, pack_fields
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

void
steward_rules_form_describe_wording (const StewardPackDraft *draft,
                                     const char             *form,
                                     const char             *key,
                                     StewardRulesFieldSpec  *spec)
{
  g_autofree char *text = NULL;
  gboolean is_list;

  g_return_if_fail (draft != NULL && spec != NULL);
  g_return_if_fail (form != NULL && key != NULL);

  text = steward_pack_draft_get_text (draft, "forms", form, key);
  is_list = steward_pack_draft_count (draft, "forms", form, key) > 0;
  *spec = (StewardRulesFieldSpec) { .field = key, .label = steward_pack_get_wording_label (key) };
  spec->kind = is_list || g_utf8_strlen (text, -1) > LINE_CHARS ? STEWARD_FIELD_LINES : STEWARD_FIELD_LINE;
}

/* A condition that holds for the first answer to the first question. */
static JsonNode *
new_condition (const StewardPackDraft *draft)
{
  GPtrArray *questions = steward_pack_get_questions (steward_pack_draft_get_pack (draft));
  const StewardQuestion *question = questions->len > 0 ? questions->pdata[0] : NULL;
  JsonObject *condition = json_object_new ();
  const char *value = "yes";

  if (question != NULL && question->kind == STEWARD_QUESTION_CHOICE && question->choices->len > 0)
    value = ((const StewardChoice *) question->choices->pdata[0])->value;
  else if (question != NULL && question->kind == STEWARD_QUESTION_NUMBER)
    value = "0";
  json_object_set_string_member (condition, "question", question != NULL ? question->id : "");
  json_object_set_string_member (condition, "op", "is");
  json_object_set_string_member (condition, "value", value);
  return json_node_init_object (json_node_alloc (), condition);
}

/* An effect on the first stage. */
static JsonNode *
new_effect (const StewardPackDraft *draft)
{
  g_auto (GStrv) stages = steward_pack_draft_list (draft, "stages");
  JsonObject *effect = json_object_new ();
  JsonArray *array = json_array_new ();

  if (stages[0] != NULL)
    json_array_add_string_element (array, stages[0]);
  json_object_set_string_member (effect, "kind", "together");
  json_object_set_array_member (effect, "stages", array);
  return json_node_init_object (json_node_alloc (), effect);
}

JsonNode *
steward_rules_form_new_part (const StewardPackDraft *draft,
                             const char             *field)
{
  JsonObject *choice;
  g_autofree char *value = NULL;

  g_return_val_if_fail (draft != NULL, NULL);
  g_return_val_if_fail (field != NULL, NULL);

  if (g_str_equal (field, "effects"))
    return new_effect (draft);
  if (!g_str_equal (field, "choices"))
    return new_condition (draft);
  /* What is recorded of an answer has to stay when its label is improved. */
  value = g_uuid_string_random ();
  choice = json_object_new ();
  json_object_set_string_member (choice, "value", value);
  json_object_set_string_member (choice, "label", C_("rules", "New"));
  return json_node_init_object (json_node_alloc (), choice);
}

/* Something to begin with, so that a new suggestion is one. */
static void
fill_suggestion (const StewardPackDraft *draft,
                 JsonObject             *entry)
{
  GPtrArray *parts = steward_pack_get_parts (steward_pack_draft_get_pack (draft));
  JsonArray *all = json_array_new (), *boxes = json_array_new ();

  json_array_add_element (all, new_condition (draft));
  json_object_set_array_member (entry, "all", all);
  for (guint i = 0; i < parts->len && json_array_get_length (boxes) == 0; i++)
    {
      const StewardPart *part = parts->pdata[i];

      for (guint j = 0; j < part->groups->len && json_array_get_length (boxes) == 0; j++)
        {
          const StewardGroup *group = part->groups->pdata[j];
          const StewardBox *box = group->boxes->len > 0 ? group->boxes->pdata[0] : NULL;

          if (box != NULL && box->kind != STEWARD_BOX_BLANK)
            json_array_add_string_element (boxes, box->id);
        }
    }
  json_object_set_array_member (entry, "boxes", boxes);
}

/* The place that a suggestion gets when it is added. (transfer full) */
static char *
find_next_place (const StewardPackDraft *draft)
{
  g_auto (GStrv) ids = steward_pack_draft_list (draft, "suggestions");
  guint n = 1;

  for (guint i = 0; ids[i] != NULL; i++)
    n += g_str_has_prefix (ids[i], "own/");
  return g_strdup_printf ("own/%u", n);
}

/* The member by which people know an entry. */
static const char *
get_name_field (const char *list)
{
  if (g_str_equal (list, "basis"))
    return "document";
  if (g_str_equal (list, "suggestions"))
    return "reason";
  return g_str_equal (list, "questions") ? "text" : "name";
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

  id = g_str_equal (list, "suggestions") ? find_next_place (draft) : steward_pack_draft_make_id (draft, "new.");
  json_object_set_string_member (entry, "id", id);
  json_object_set_string_member (entry, get_name_field (list), C_("rules", "New"));
  if (g_str_equal (list, "suggestions"))
    fill_suggestion (draft, entry);
  if (g_str_equal (list, "questions"))
    json_object_set_string_member (entry, "kind", "yes-no");
  if (g_str_equal (list, "levers"))
    {
      json_object_set_string_member (entry, "kind", "parallel");
      json_object_set_array_member (entry, "effects", json_array_new ());
      json_array_add_element (json_object_get_array_member (entry, "effects"), new_effect (draft));
    }
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
