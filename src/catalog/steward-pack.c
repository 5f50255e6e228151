/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-pack-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>

const char * const steward_lane_words[] = {
  "main", "parallel", "joint", "self", "utility", "after", NULL
};

const char * const steward_level_words[] = {
  "nation", "province", "city", "county", "town", "zone", NULL
};

const char * const steward_item_kind_words[] = {
  "approval", "filing", "fee", "acceptance", "public-service", "review", "check", "registration", NULL
};

const char * const steward_material_form_words[] = {
  "not-stated", "original-sealed", "original", "copy", "copy-unless-ours", NULL
};

static GPtrArray *
array_of (GDestroyNotify destroy)
{
  return g_ptr_array_new_with_free_func (destroy);
}

StewardPack *
steward_pack_alloc (void)
{
  StewardPack *self = g_new0 (StewardPack, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->layers = g_ptr_array_new ();
  self->supplements = array_of ((GDestroyNotify) steward_pack_unref);
  self->settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->wording = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->wordings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  self->bases = array_of ((GDestroyNotify) steward_basis_free);
  self->stages = array_of ((GDestroyNotify) steward_stage_free);
  self->blocks = array_of ((GDestroyNotify) steward_block_free);
  self->items = array_of ((GDestroyNotify) steward_item_free);
  self->materials = array_of ((GDestroyNotify) steward_material_free);
  self->parts = array_of ((GDestroyNotify) steward_part_free);
  self->questions = array_of ((GDestroyNotify) steward_question_free);
  self->suggestions = array_of ((GDestroyNotify) steward_suggestion_free);
  self->timers = array_of ((GDestroyNotify) steward_timer_free);
  self->activities = array_of ((GDestroyNotify) steward_activity_free);
  self->levers = array_of ((GDestroyNotify) steward_lever_free);
  self->checks = array_of ((GDestroyNotify) steward_check_free);
  self->indicators = array_of ((GDestroyNotify) steward_indicator_free);
  for (guint i = 0; i < STEWARD_N_LISTS; i++)
    {
      self->lists[i] = array_of ((GDestroyNotify) steward_named_free);
      self->named[i] = g_hash_table_new (g_str_hash, g_str_equal);
    }
  for (guint i = 0; i < STEWARD_N_SPACES; i++)
    self->index[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

static void
steward_pack_free (StewardPack *self)
{
  for (guint i = 0; i < STEWARD_N_SPACES; i++)
    g_hash_table_unref (self->index[i]);
  for (guint i = 0; i < STEWARD_N_LISTS; i++)
    {
      g_hash_table_unref (self->named[i]);
      g_ptr_array_unref (self->lists[i]);
    }
  g_ptr_array_unref (self->indicators);
  g_ptr_array_unref (self->checks);
  g_ptr_array_unref (self->levers);
  g_ptr_array_unref (self->activities);
  g_ptr_array_unref (self->timers);
  g_ptr_array_unref (self->suggestions);
  g_ptr_array_unref (self->questions);
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->materials);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->stages);
  g_ptr_array_unref (self->bases);
  g_hash_table_unref (self->wordings);
  g_hash_table_unref (self->wording);
  g_hash_table_unref (self->settings);
  steward_deferral_free (self->deferral);
  g_strfreev (self->ambiguities);
  g_free (self->id);
  g_free (self->version);
  g_free (self->sha256);
  g_free (self->title);
  g_free (self->region);
  g_free (self->banner);
  g_ptr_array_unref (self->supplements);
  g_ptr_array_unref (self->layers);
  g_clear_pointer (&self->base, steward_pack_unref);
  g_clear_pointer (&self->json, steward_json_free);
  g_free (self);
}

StewardPack *
steward_pack_ref (StewardPack *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
steward_pack_unref (StewardPack *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->ref_count))
    steward_pack_free (self);
}

const char *
steward_pack_get_id (const StewardPack *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

const char *
steward_pack_get_version (const StewardPack *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->version;
}

const char *
steward_pack_get_sha256 (const StewardPack *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->sha256;
}

const char *
steward_pack_get_title (const StewardPack *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

const char *
steward_pack_get_region (const StewardPack *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->region;
}

StewardLevel
steward_pack_get_level (const StewardPack *self)
{
  g_return_val_if_fail (self != NULL, STEWARD_LEVEL_UNKNOWN);

  return self->level != STEWARD_LEVEL_UNKNOWN ? self->level : STEWARD_LEVEL_CITY;
}

const char *
steward_pack_get_banner (const StewardPack *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->banner != NULL)
    return self->banner;

  for (guint i = 0; i < self->supplements->len; i++)
    {
      const StewardPack *supplement = g_ptr_array_index (self->supplements, i);

      if (supplement->banner != NULL)
        return supplement->banner;
    }
  return NULL;
}

int
steward_pack_get_total_limit (const StewardPack *self)
{
  int total = 0;

  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; i < self->stages->len; i++)
    {
      const StewardStage *stage = g_ptr_array_index (self->stages, i);

      if (stage->limit < 0)
        return -1;
      total += stage->limit;
    }
  return self->stages->len > 0 ? total : -1;
}

int
steward_pack_get_setting (const StewardPack *self,
                          const char        *key,
                          int                fallback)
{
  gpointer value;

  g_return_val_if_fail (self != NULL, fallback);
  g_return_val_if_fail (key != NULL, fallback);

  if (g_hash_table_lookup_extended (self->settings, key, NULL, &value))
    return GPOINTER_TO_INT (value);
  return fallback;
}

int
steward_pack_get_notice_days (const StewardPack *self)
{
  return steward_pack_get_setting (self, "notice-days", STEWARD_NOTICE_DAYS_BY_LAW);
}

int
steward_pack_get_delivery_days (const StewardPack *self)
{
  return steward_pack_get_setting (self, "delivery-days", STEWARD_DELIVERY_DAYS_BY_LAW);
}

StewardThresholds
steward_pack_get_thresholds (const StewardPack *self)
{
  StewardThresholds thresholds = STEWARD_THRESHOLDS_DEFAULT;

  g_return_val_if_fail (self != NULL, thresholds);

  thresholds.yellow_days = steward_pack_get_setting (self, "yellow-days", thresholds.yellow_days);
  thresholds.yellow_percent = steward_pack_get_setting (self, "yellow-percent", thresholds.yellow_percent);
  return thresholds;
}

#define ARRAY_GETTER(noun)                                      \
  GPtrArray *                                                   \
  steward_pack_get_##noun (const StewardPack *self)             \
  {                                                             \
    g_return_val_if_fail (self != NULL, NULL);                  \
    return self->noun;                                          \
  }

ARRAY_GETTER (bases)
ARRAY_GETTER (stages)
ARRAY_GETTER (blocks)
ARRAY_GETTER (items)
ARRAY_GETTER (materials)
ARRAY_GETTER (parts)
ARRAY_GETTER (questions)
ARRAY_GETTER (suggestions)
ARRAY_GETTER (timers)
ARRAY_GETTER (activities)
ARRAY_GETTER (levers)
ARRAY_GETTER (checks)
ARRAY_GETTER (indicators)

#undef ARRAY_GETTER

const char *
steward_question_get_answer_label (const StewardQuestion *question,
                                   const char            *answer)
{
  g_return_val_if_fail (question != NULL && answer != NULL, NULL);

  if (question->kind == STEWARD_QUESTION_YES_NO)
    return strcmp (answer, "yes") == 0 ? _("Yes") : strcmp (answer, "no") == 0 ? _("No") : answer;
  for (guint i = 0; i < question->choices->len; i++)
    {
      const StewardChoice *choice = question->choices->pdata[i];

      if (strcmp (choice->value, answer) == 0)
        return choice->label;
    }
  return answer;
}

const StewardQuestion *
steward_pack_find_question (const StewardPack *self,
                            const char        *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = 0; i < self->questions->len; i++)
    {
      const StewardQuestion *question = g_ptr_array_index (self->questions, i);

      if (strcmp (question->id, id) == 0)
        return question;
    }
  return NULL;
}

const StewardLever *
steward_pack_find_lever (const StewardPack *self,
                         const char        *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = 0; i < self->levers->len; i++)
    {
      const StewardLever *lever = g_ptr_array_index (self->levers, i);

      if (strcmp (lever->id, id) == 0)
        return lever;
    }
  return NULL;
}

const StewardTimer *
steward_pack_find_timer (const StewardPack *self,
                         StewardTimerRole   role)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (role != STEWARD_TIMER_REMINDER, NULL);

  for (guint i = 0; i < self->timers->len; i++)
    {
      const StewardTimer *timer = g_ptr_array_index (self->timers, i);

      if (timer->role == role)
        return timer;
    }
  return NULL;
}

const StewardCheck *
steward_pack_find_check (const StewardPack *self,
                         StewardCheckCode   code)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->checks->len; i++)
    {
      const StewardCheck *check = g_ptr_array_index (self->checks, i);

      if (check->code == code)
        return check;
    }
  return NULL;
}

StewardSeverity
steward_pack_get_severity (const StewardPack *self,
                           StewardCheckCode   code)
{
  const StewardCheck *check;

  g_return_val_if_fail (self != NULL, STEWARD_SEVERITY_OFF);

  check = steward_pack_find_check (self, code);
  return check != NULL ? check->severity : steward_check_code_get_severity (code);
}

GPtrArray *
steward_pack_get_list (const StewardPack *self,
                       StewardPackList    list)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((guint) list < STEWARD_N_LISTS, NULL);

  return self->lists[list];
}

GPtrArray *
steward_pack_get_bureaus (const StewardPack *self)
{
  return steward_pack_get_list (self, STEWARD_LIST_BUREAUS);
}

GPtrArray *
steward_pack_get_sections (const StewardPack *self)
{
  return steward_pack_get_list (self, STEWARD_LIST_SECTIONS);
}

GPtrArray *
steward_pack_get_events (const StewardPack *self)
{
  return steward_pack_get_list (self, STEWARD_LIST_EVENTS);
}

GPtrArray *
steward_pack_get_suspension_grounds (const StewardPack *self)
{
  return steward_pack_get_list (self, STEWARD_LIST_SUSPENSION_GROUNDS);
}

const StewardDeferral *
steward_pack_get_deferral (const StewardPack *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->deferral;
}

const char * const *
steward_pack_get_ambiguities (const StewardPack *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char * const *) self->ambiguities;
}

const char *
steward_named_get (const StewardNamed *self,
                   const char         *key)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (key != NULL, NULL);

  return self->extras != NULL ? g_hash_table_lookup (self->extras, key) : NULL;
}

static gpointer
find (const StewardPack *self,
      StewardPackSpace   space,
      const char        *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  return id != NULL ? g_hash_table_lookup (self->index[space], id) : NULL;
}

const StewardStage *
steward_pack_find_stage (const StewardPack *self,
                         const char        *id)
{
  return find (self, STEWARD_SPACE_STAGE, id);
}

const StewardBlock *
steward_pack_find_block (const StewardPack *self,
                         const char        *id)
{
  return find (self, STEWARD_SPACE_BLOCK, id);
}

const StewardItem *
steward_pack_find_item (const StewardPack *self,
                        const char        *id)
{
  return find (self, STEWARD_SPACE_ITEM, id);
}

const StewardMaterial *
steward_pack_find_material (const StewardPack *self,
                            const char        *id)
{
  return find (self, STEWARD_SPACE_MATERIAL, id);
}

const StewardBox *
steward_pack_find_box (const StewardPack *self,
                       const char        *id)
{
  return find (self, STEWARD_SPACE_BOX, id);
}

const StewardGroup *
steward_pack_find_group (const StewardPack *self,
                         const char        *id)
{
  return find (self, STEWARD_SPACE_GROUP, id);
}

const StewardBox *
steward_pack_find_item_box (const StewardPack *self,
                            const char        *item_id)
{
  return find (self, STEWARD_SPACE_ITEM_BOX, item_id);
}

const char *
steward_pack_get_bureau_name (const StewardPack *self,
                              const char        *id)
{
  const StewardNamed *bureau;

  g_return_val_if_fail (self != NULL, NULL);

  bureau = id != NULL ? g_hash_table_lookup (self->named[STEWARD_LIST_BUREAUS], id) : NULL;
  return bureau != NULL ? bureau->name : NULL;
}

static gpointer
find_wording (GHashTable *table,
              const char *form,
              const char *key)
{
  g_autofree char *path = g_strconcat (form, ".", key, NULL);

  return g_hash_table_lookup (table, path);
}

const char *
steward_pack_get_wording (const StewardPack *self,
                          const char        *form,
                          const char        *key)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (form != NULL && key != NULL, NULL);

  return find_wording (self->wording, form, key);
}

const char * const *
steward_pack_get_wordings (const StewardPack *self,
                           const char        *form,
                           const char        *key)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (form != NULL && key != NULL, NULL);

  return find_wording (self->wordings, form, key);
}

const char *
steward_lane_to_word (StewardLane lane)
{
  g_return_val_if_fail (lane <= STEWARD_LANE_AFTER, NULL);

  return steward_lane_words[lane];
}

const char *
steward_level_to_word (StewardLevel level)
{
  g_return_val_if_fail (level <= STEWARD_LEVEL_ZONE, NULL);

  return level == STEWARD_LEVEL_UNKNOWN ? "unknown" : steward_level_words[level - 1];
}

gboolean
steward_level_from_word (const char   *word,
                         StewardLevel *level)
{
  for (int i = STEWARD_LEVEL_UNKNOWN; word != NULL && i <= STEWARD_LEVEL_ZONE; i++)
    {
      if (strcmp (word, steward_level_to_word (i)) == 0)
        {
          if (level != NULL)
            *level = i;
          return TRUE;
        }
    }
  return FALSE;
}

const char *
steward_item_kind_to_word (StewardItemKind kind)
{
  g_return_val_if_fail (kind <= STEWARD_ITEM_REGISTRATION, NULL);

  return steward_item_kind_words[kind];
}

const char *
steward_material_form_to_word (StewardMaterialForm form)
{
  g_return_val_if_fail (form <= STEWARD_FORM_COPY_UNLESS_OURS, NULL);

  return steward_material_form_words[form];
}
