/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-frozen-plan.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "steward-error.h"
#include "steward-json.h"

#define FORMAT  "steward-edition"
/* The first had no dates; without any it is still written. */
#define UNDATED 1
#define DATED   2

#define BIT(field) (1u << STEWARD_FROZEN_##field)

/* Each kind with the key of its list and the fields it has. */
static const struct
{
  const char *word;
  const char *key;
  guint       fields;
} kinds[STEWARD_N_FROZEN_KINDS] = {
  [STEWARD_FROZEN_STAGE] = { "stage", "stages", BIT (NAME) | BIT (LIMIT) | BIT (SPECIAL_STEPS) | BIT (FEES) |
                                                BIT (KEY_POINTS) | BIT (OPTIMISATION) },
  [STEWARD_FROZEN_ITEM] = { "item", "items", BIT (NAME) | BIT (LIMIT) | BIT (OF) | BIT (NOTE) | BIT (BUREAU) |
                                             BIT (LEVEL) | BIT (LANE) | BIT (MODE) | BIT (DATES) },
  [STEWARD_FROZEN_MATERIAL] = { "material", "materials", BIT (NAME) | BIT (OF) | BIT (FORM) },
  [STEWARD_FROZEN_ACTIVITY] = { "activity", "activities", BIT (NAME) | BIT (DATES) },
};

static const char *const field_words[] = {
  "name", "limit", "special_steps", "fees", "key_points", "optimisation", "stage", "note", "bureau", "level", "lane",
  "mode", "form", "dates"
};

G_STATIC_ASSERT (G_N_ELEMENTS (field_words) == STEWARD_N_FROZEN_FIELDS);

const char *
steward_frozen_kind_to_word (StewardFrozenKind kind)
{
  g_return_val_if_fail ((guint) kind < STEWARD_N_FROZEN_KINDS, NULL);

  return kinds[kind].word;
}

const char *
steward_frozen_field_to_word (StewardFrozenField field)
{
  g_return_val_if_fail ((guint) field < STEWARD_N_FROZEN_FIELDS, NULL);

  return field_words[field];
}

const char *
steward_frozen_field_get_name (StewardFrozenField field)
{
  static const char *const names[] = {
    NC_("frozen plan", "name"), NC_("frozen plan", "limit"), NC_("frozen plan", "special steps"),
    NC_("frozen plan", "fees"), NC_("frozen plan", "key points"), NC_("frozen plan", "optimisation"),
    NC_("frozen plan", "stage"), NC_("frozen plan", "note"), NC_("frozen plan", "bureau"),
    NC_("frozen plan", "level"), NC_("frozen plan", "lane"), NC_("frozen plan", "mode"), NC_("frozen plan", "form"),
    NC_("frozen plan", "dates"),
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (names) == STEWARD_N_FROZEN_FIELDS);
  g_return_val_if_fail ((guint) field < STEWARD_N_FROZEN_FIELDS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "frozen plan", names[field]);
}

static void
thing_free (StewardFrozenThing *thing)
{
  g_free (thing->id);
  for (guint i = 0; i < STEWARD_N_FROZEN_FIELDS; i++)
    g_free (thing->fields[i]);
  g_free (thing);
}

static StewardFrozenPlan *
frozen_new (const char *pack,
            const char *version)
{
  StewardFrozenPlan *self = g_new0 (StewardFrozenPlan, 1);

  self->pack = g_strdup (pack);
  self->pack_version = g_strdup (version);
  self->things = g_ptr_array_new_with_free_func ((GDestroyNotify) thing_free);
  return self;
}

static StewardFrozenThing *
add_thing (StewardFrozenPlan *self,
           StewardFrozenKind  kind,
           const char        *id)
{
  StewardFrozenThing *thing = g_new0 (StewardFrozenThing, 1);

  thing->kind = kind;
  thing->id = g_strdup (id);
  for (guint i = 0; i < STEWARD_N_FROZEN_FIELDS; i++)
    thing->fields[i] = kinds[kind].fields & (1u << i) ? g_strdup ("") : NULL;
  g_ptr_array_add (self->things, thing);
  return thing;
}

static void
set_field (StewardFrozenThing *thing,
           StewardFrozenField  field,
           const char         *text)
{
  g_free (thing->fields[field]);
  thing->fields[field] = g_utf8_make_valid (text ? text : "", -1);
}

static void
set_limit (StewardFrozenThing *thing,
           int                 limit)
{
  g_autofree char *text = limit >= 0 ? g_strdup_printf ("%d", limit) : NULL;

  set_field (thing, STEWARD_FROZEN_LIMIT, text);
}

static void
freeze_stage (StewardFrozenPlan      *self,
              const StewardPlanStage *stage)
{
  StewardFrozenThing *thing = add_thing (self, STEWARD_FROZEN_STAGE, stage->stage->id);

  set_field (thing, STEWARD_FROZEN_NAME, stage->stage->name);
  set_limit (thing, stage->limit);
  set_field (thing, STEWARD_FROZEN_SPECIAL_STEPS, stage->special_steps);
  set_field (thing, STEWARD_FROZEN_FEES, stage->fees);
  set_field (thing, STEWARD_FROZEN_KEY_POINTS, stage->key_points);
  set_field (thing, STEWARD_FROZEN_OPTIMISATION, stage->optimisation);
}

static void
freeze_item (StewardFrozenPlan     *self,
             const StewardPlanItem *item)
{
  StewardFrozenThing *thing = add_thing (self, STEWARD_FROZEN_ITEM, item->id);

  set_field (thing, STEWARD_FROZEN_NAME, item->name);
  set_limit (thing, item->limit);
  set_field (thing, STEWARD_FROZEN_OF, item->stage->id);
  set_field (thing, STEWARD_FROZEN_NOTE, item->note);
  set_field (thing, STEWARD_FROZEN_BUREAU, item->bureau);
  set_field (thing, STEWARD_FROZEN_LEVEL, steward_level_to_word (item->level));
  set_field (thing, STEWARD_FROZEN_LANE, steward_lane_to_word (item->lane));
  set_field (thing, STEWARD_FROZEN_MODE, steward_mode_to_word (item->mode));
}

static void
freeze_material (StewardFrozenPlan         *self,
                 const StewardPlanMaterial *material)
{
  StewardFrozenThing *thing = add_thing (self, STEWARD_FROZEN_MATERIAL, material->id);

  set_field (thing, STEWARD_FROZEN_NAME, material->name);
  set_field (thing, STEWARD_FROZEN_OF, material->first_stage->id);
  set_field (thing, STEWARD_FROZEN_FORM, steward_material_form_to_word (material->form));
}

StewardFrozenPlan *
steward_frozen_plan_new (const StewardPlan *plan)
{
  StewardFrozenPlan *self;

  g_return_val_if_fail (plan != NULL, NULL);

  self = frozen_new (steward_pack_get_id (plan->pack), steward_pack_get_version (plan->pack));
  for (guint i = 0; i < plan->stages->len; i++)
    freeze_stage (self, plan->stages->pdata[i]);
  for (guint i = 0; i < plan->items->len; i++)
    freeze_item (self, plan->items->pdata[i]);
  for (guint i = 0; i < plan->materials->len; i++)
    freeze_material (self, plan->materials->pdata[i]);
  return self;
}

void
steward_frozen_plan_set_dates (StewardFrozenPlan  *self,
                               StewardFrozenThing *thing,
                               StewardDay          start,
                               StewardDay          finish)
{
  g_autofree char *first = NULL, *last = NULL, *text = NULL;

  g_return_if_fail (self != NULL && thing != NULL && thing->fields[STEWARD_FROZEN_DATES] != NULL);
  g_return_if_fail (start != STEWARD_DAY_NONE && finish >= start);

  first = steward_day_format (start);
  last = steward_day_format (finish);
  text = g_strconcat (first, "/", last, NULL);
  set_field (thing, STEWARD_FROZEN_DATES, text);
  self->dated = TRUE;
}

void
steward_frozen_plan_add_activity (StewardFrozenPlan *self,
                                  const char        *id,
                                  const char        *name,
                                  StewardDay         start,
                                  StewardDay         finish)
{
  StewardFrozenThing *thing;

  g_return_if_fail (self != NULL && id != NULL && name != NULL);

  thing = add_thing (self, STEWARD_FROZEN_ACTIVITY, id);
  set_field (thing, STEWARD_FROZEN_NAME, name);
  steward_frozen_plan_set_dates (self, thing, start, finish);
}

gboolean
steward_frozen_thing_get_dates (const StewardFrozenThing *self,
                                StewardDay               *start,
                                StewardDay               *finish)
{
  g_auto (GStrv) days = NULL;

  g_return_val_if_fail (self != NULL && start != NULL && finish != NULL, FALSE);

  *start = *finish = STEWARD_DAY_NONE;
  days = g_strsplit (self->fields[STEWARD_FROZEN_DATES] ? self->fields[STEWARD_FROZEN_DATES] : "", "/", -1);
  if (g_strv_length (days) == 2 && steward_day_parse (days[0], start) && steward_day_parse (days[1], finish) &&
      *start <= *finish)
    return TRUE;
  *start = *finish = STEWARD_DAY_NONE;
  return FALSE;
}

void
steward_frozen_plan_free (StewardFrozenPlan *self)
{
  if (self == NULL)
    return;
  g_free (self->pack);
  g_free (self->pack_version);
  g_ptr_array_unref (self->things);
  g_free (self);
}

/* Activities come last, and only with dates. */
static guint
get_n_kinds (const StewardFrozenPlan *self)
{
  return self->dated ? STEWARD_N_FROZEN_KINDS : STEWARD_FROZEN_ACTIVITY;
}

/* Empty ones are left out. */
static void
append_fields (GString                  *text,
               const StewardFrozenThing *thing)
{
  for (guint i = 0; i < STEWARD_N_FROZEN_FIELDS; i++)
    {
      const char *value = thing->fields[i];

      if (value == NULL || *value == '\0')
        continue;
      g_string_append_printf (text, ",\"%s\":", field_words[i]);
      if (i == STEWARD_FROZEN_LIMIT)
        g_string_append (text, value);
      else
        steward_json_append_string (text, value);
    }
}

char *
steward_frozen_plan_to_text (const StewardFrozenPlan *self)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  g_string_append_printf (text, "{\"format\":\"%s\",\"format_version\":%d,\"pack\":", FORMAT,
                          self->dated ? DATED : UNDATED);
  steward_json_append_string (text, self->pack);
  g_string_append (text, ",\"pack_version\":");
  steward_json_append_string (text, self->pack_version);
  for (guint kind = 0; kind < get_n_kinds (self); kind++)
    {
      gboolean first = TRUE;

      g_string_append_printf (text, ",\"%s\":[", kinds[kind].key);
      for (guint i = 0; i < self->things->len; i++)
        {
          const StewardFrozenThing *thing = self->things->pdata[i];

          if (thing->kind != kind)
            continue;
          g_string_append (text, first ? "{\"id\":" : ",{\"id\":");
          first = FALSE;
          steward_json_append_string (text, thing->id);
          append_fields (text, thing);
          g_string_append_c (text, '}');
        }
      g_string_append_c (text, ']');
    }
  g_string_append_c (text, '}');
  return g_string_free (text, FALSE);
}

char *
steward_plan_freeze (const StewardPlan *plan)
{
  g_autoptr (StewardFrozenPlan) frozen = NULL;

  g_return_val_if_fail (plan != NULL, NULL);

  frozen = steward_frozen_plan_new (plan);
  return steward_frozen_plan_to_text (frozen);
}

/* The word of @value in the list of @field, else a problem. */
static gboolean
is_word (StewardFrozenField  field,
         const char         *value)
{
  StewardLevel level;

  if (field == STEWARD_FROZEN_LEVEL)
    return steward_level_from_word (value, &level) ||
           g_strcmp0 (value, steward_level_to_word (STEWARD_LEVEL_UNKNOWN)) == 0;
  for (guint i = 0; field == STEWARD_FROZEN_LANE && i <= STEWARD_LANE_AFTER; i++)
    if (g_strcmp0 (steward_lane_to_word (i), value) == 0)
      return TRUE;
  for (guint i = 0; field == STEWARD_FROZEN_MODE && i <= STEWARD_MODE_COMMITMENT; i++)
    if (g_strcmp0 (steward_mode_to_word (i), value) == 0)
      return TRUE;
  for (guint i = 0; field == STEWARD_FROZEN_FORM && i <= STEWARD_FORM_COPY_UNLESS_OURS; i++)
    if (g_strcmp0 (steward_material_form_to_word (i), value) == 0)
      return TRUE;
  return FALSE;
}

/* As they are written here, and in no other way. */
static gboolean
has_plain_dates (const StewardFrozenThing *thing)
{
  g_autofree char *first = NULL, *last = NULL, *text = NULL;
  StewardDay start, finish;

  if (!steward_frozen_thing_get_dates (thing, &start, &finish))
    return FALSE;
  first = steward_day_format (start);
  last = steward_day_format (finish);
  text = g_strconcat (first, "/", last, NULL);
  return strcmp (text, thing->fields[STEWARD_FROZEN_DATES]) == 0;
}

static void
read_field (StewardFrozenThing    *thing,
            StewardFrozenField     field,
            const StewardJsonNode *node,
            StewardProblems       *problems)
{
  const char *value;

  if (field == STEWARD_FROZEN_LIMIT)
    {
      set_limit (thing, steward_json_read_integer (node, field_words[field], STEWARD_JSON_OPTIONAL, 0,
                                                   STEWARD_MAX_DAYS, -1, problems));
      return;
    }
  /* Texts of a stage are several boxes of the form joined. */
  value = steward_json_read_string (node, field_words[field], STEWARD_JSON_OPTIONAL, 0, problems);
  if (value && field >= STEWARD_FROZEN_LEVEL && field <= STEWARD_FROZEN_FORM && !is_word (field, value))
    steward_json_node_complain (steward_json_node_get_member (node, field_words[field]), problems,
                                _("“%s” is not one of the words that are possible here."), value);
  set_field (thing, field, value);
  if (value && field == STEWARD_FROZEN_DATES && !has_plain_dates (thing))
    steward_json_node_complain (steward_json_node_get_member (node, field_words[field]), problems,
                                _("Expected two days, YYYY-MM-DD/YYYY-MM-DD."));
}

static void
read_thing (StewardFrozenPlan     *self,
            StewardFrozenKind      kind,
            const StewardJsonNode *node,
            GHashTable            *seen,
            StewardProblems       *problems)
{
  const char *keys[STEWARD_N_FROZEN_FIELDS + 2] = { "id" };
  StewardFrozenThing *thing;
  const char *id;
  guint n = 1;

  if (steward_json_node_get_kind (node) != STEWARD_JSON_OBJECT)
    {
      steward_json_node_complain (node, problems, _("Expected an object."));
      return;
    }
  for (guint i = 0; i < STEWARD_N_FROZEN_FIELDS; i++)
    if (kinds[kind].fields & (1u << i) && (self->dated || i != STEWARD_FROZEN_DATES))
      keys[n++] = field_words[i];
  steward_json_check_keys (node, keys, problems);
  id = steward_json_read_string (node, "id", STEWARD_JSON_REQUIRED, STEWARD_ROW_ID_MAX_CHARS * 2, problems);
  if (id == NULL)
    return;
  thing = add_thing (self, kind, id);
  if (!g_hash_table_add (seen, thing->id))
    steward_json_node_complain (node, problems, _("The id “%s” is used twice."), id);
  for (guint i = 0; i < STEWARD_N_FROZEN_FIELDS; i++)
    if (kinds[kind].fields & (1u << i))
      read_field (thing, i, node, problems);
}

static void
read_things (StewardFrozenPlan     *self,
             StewardFrozenKind      kind,
             const StewardJsonNode *root,
             StewardProblems       *problems)
{
  const StewardJsonNode *list = steward_json_read_array (root, kinds[kind].key, STEWARD_JSON_REQUIRED, problems);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = list ? steward_json_node_get_length (list) : 0;

  if (n > STEWARD_FROZEN_MAX_THINGS)
    {
      steward_json_node_complain (list, problems, _("%u entries; at most %u are read."), n, STEWARD_FROZEN_MAX_THINGS);
      return;
    }
  for (guint i = 0; i < n; i++)
    read_thing (self, kind, steward_json_node_get_element (list, i), seen, problems);
}

static StewardFrozenPlan *
read_root (const StewardJsonNode *root,
           StewardProblems       *problems)
{
  static const char *const keys[] = {
    "format", "format_version", "pack", "pack_version", "stages", "items", "materials", "activities", NULL
  };
  static const char *const formats[] = { FORMAT, NULL };
  StewardFrozenPlan *self;
  const char *pack, *version;
  gint64 format;

  steward_json_check_keys (root, keys, problems);
  steward_json_read_word (root, "format", STEWARD_JSON_REQUIRED, formats, -1, problems);
  format = steward_json_read_integer (root, "format_version", STEWARD_JSON_REQUIRED, UNDATED, DATED, 0, problems);
  pack = steward_json_read_string (root, "pack", STEWARD_JSON_REQUIRED, STEWARD_NAME_MAX_CHARS, problems);
  version = steward_json_read_string (root, "pack_version", STEWARD_JSON_REQUIRED, STEWARD_NAME_MAX_CHARS, problems);
  self = frozen_new (pack, version);
  self->dated = format == DATED;
  if (!self->dated && steward_json_node_get_member (root, "activities"))
    steward_json_node_complain (root, problems, _("A plan without dates has no activities."));
  for (guint kind = 0; kind < get_n_kinds (self); kind++)
    read_things (self, kind, root, problems);
  return self;
}

StewardFrozenPlan *
steward_frozen_plan_parse (const char  *text,
                           GError     **error)
{
  g_autoptr (StewardProblems) problems = NULL;
  g_autoptr (StewardFrozenPlan) self = NULL;
  g_autoptr (StewardJson) json = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  bytes = g_bytes_new (text, strlen (text));
  problems = steward_problems_new ();
  json = steward_json_parse (bytes, _("edition"), problems);
  if (json && steward_json_node_get_kind (steward_json_get_root (json)) == STEWARD_JSON_OBJECT)
    self = read_root (steward_json_get_root (json), problems);
  else if (json)
    steward_json_node_complain (steward_json_get_root (json), problems, _("Expected an object."));
  if (steward_problems_get_count (problems) == 0)
    return g_steal_pointer (&self);
  steward_problems_to_error (problems, STEWARD_ERROR_INVALID, error);
  return NULL;
}
