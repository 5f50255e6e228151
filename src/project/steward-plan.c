/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-plan-private.h"

#include <string.h>

static void
item_free (StewardPlanItem *item)
{
  g_free (item->bureau);
  g_free (item);
}

static void
stage_free (StewardPlanStage *stage)
{
  g_ptr_array_unref (stage->items);
  g_ptr_array_unref (stage->materials);
  g_free (stage->special_steps);
  g_free (stage->fees);
  g_free (stage->key_points);
  g_free (stage->optimisation);
  g_free (stage);
}

StewardPlanStage *
steward_plan_find_stage (const StewardPlan  *self,
                         const StewardStage *stage)
{
  for (guint i = 0; i < self->stages->len; i++)
    {
      StewardPlanStage *other = self->stages->pdata[i];

      if (other->stage == stage || other->stage->number == stage->number)
        return other;
    }
  return NULL;
}

/* Bureaus of an item as one line: all of them, or one of them is enough. */
static char *
join_bureaus (const StewardPack *pack,
              const StewardItem *item,
              const StewardCase *handled)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const char *name;

  if (handled && *handled->bureau)
    {
      name = steward_pack_get_bureau_name (pack, handled->bureau);
      return g_strdup (name ? name : handled->bureau);
    }
  for (guint i = 0; item && item->bureau_ids && item->bureau_ids[i]; i++)
    {
      name = steward_pack_get_bureau_name (pack, item->bureau_ids[i]);
      if (name)
        g_ptr_array_add (names, (gpointer) name);
    }
  g_ptr_array_add (names, NULL);
  return g_strjoinv (item && item->any_bureau ? "或" : "、", (char **) names->pdata);
}

/* Promised in the case, else its own, else its block's. */
static void
set_limit (StewardPlanItem *item,
           int              own)
{
  item->limit = item->case_ && item->case_->limit >= 0 ? item->case_->limit : own;
  if (item->limit < 0 && item->block && item->block->limit >= 0)
    {
      item->limit = item->block->limit;
      item->block_limit = TRUE;
    }
}

static void
add_item (StewardPlan     *self,
          StewardPlanItem *item)
{
  StewardPlanStage *stage = steward_plan_find_stage (self, item->stage);

  g_assert (stage != NULL);

  item->stage = stage->stage;
  item->mode = item->case_ ? item->case_->mode : STEWARD_MODE_NORMAL;
  if (item->case_ && item->case_->level != STEWARD_LEVEL_UNKNOWN)
    item->level = item->case_->level;
  item->bureau = join_bureaus (self->pack, item->item, item->case_);
  item->bureau_open = item->item && item->item->any_bureau && item->item->bureau_ids &&
                      g_strv_length (item->item->bureau_ids) > 1 && !(item->case_ && *item->case_->bureau);
  g_ptr_array_add (stage->items, item);
}

/* @name with what it is for behind it. Segments nobody has named are told
 * apart by their number. */
static const char *
name_part (StewardPlan           *self,
           const StewardPlanItem *item,
           const char            *name)
{
  g_autofree char *text = NULL;

  if (*item->segment)
    text = g_strdup_printf ("%s（%s）", name, item->segment);
  else if (item->part > 0)
    text = g_strdup_printf ("%s（%u）", name, item->part + 1);
  else
    return name;
  return g_string_chunk_insert_const (self->strings, text);
}

static void
remember_part (StewardPlan     *self,
               StewardPlanItem *item)
{
  GPtrArray *parts = g_hash_table_lookup (self->parts, item->base);

  if (item->n_parts < 2)
    return;
  if (parts == NULL)
    {
      parts = g_ptr_array_new ();
      g_hash_table_insert (self->parts, (gpointer) item->base, parts);
    }
  g_ptr_array_add (parts, item);
}

/* A row for each case of what @template is about, and one where there is none.
 * @limit: of its own. */
static void
add_parts (StewardPlan           *self,
           const StewardPlanItem *template,
           int                    limit)
{
  const GPtrArray *cases = steward_project_list_cases (self->project, template->id);
  guint n = cases ? cases->len : 1;

  for (guint i = 0; i < n; i++)
    {
      StewardPlanItem *item = g_new (StewardPlanItem, 1);

      *item = *template;
      item->base = template->id;
      item->case_ = cases ? cases->pdata[i] : NULL;
      item->segment = item->case_ ? item->case_->segment : "";
      item->part = i;
      item->n_parts = n;
      item->base_name = template->name;
      item->base_short_name = template->short_name;
      item->name = name_part (self, item, template->name);
      item->short_name = name_part (self, item, template->short_name);
      if (i > 0)
        {
          g_autofree char *id = steward_case_make_row_id (item->case_);

          item->id = g_string_chunk_insert (self->strings, id);
        }
      set_limit (item, limit);
      add_item (self, item);
      remember_part (self, item);
    }
}

static void
add_ticked_item (StewardPlan        *self,
                 const StewardBox   *box,
                 GHashTable         *seen)
{
  const StewardItem *source = box->item;
  StewardPlanItem item = { .id = source->id };

  /* One item may have two boxes on the form; it is one item. */
  if (!g_hash_table_add (seen, source->id))
    return;
  item.item = source;
  item.stage = source->stage;
  item.block = source->block;
  item.name = source->name;
  item.short_name = source->short_name;
  item.lane = source->lane;
  item.level = source->level != STEWARD_LEVEL_UNKNOWN ? source->level : box->group->level;
  item.supplement = source->supplement;
  steward_plan_edit_item (self, &item);
  add_parts (self, &item, source->limit);
}

static void
add_typed_item (StewardPlan        *self,
                const StewardGroup *group,
                const StewardRow   *row,
                gboolean            supplement)
{
  StewardPlanItem item = { .id = row->id };

  item.row = row;
  item.stage = group->stage;
  item.name = row->text;
  item.short_name = row->text;
  item.lane = STEWARD_LANE_PARALLEL;
  item.level = group->level;
  item.supplement = supplement;
  steward_plan_edit_item (self, &item);
  add_parts (self, &item, row->limit);
}

static void
collect_group_items (StewardPlan        *self,
                     const StewardGroup *group,
                     gboolean            supplement,
                     GHashTable         *seen)
{
  GPtrArray *rows = steward_project_get_rows (self->project);

  for (guint i = 0; i < group->boxes->len; i++)
    {
      const StewardBox *box = group->boxes->pdata[i];

      if (box->kind == STEWARD_BOX_ITEM && steward_project_is_ticked (self->project, box->id))
        add_ticked_item (self, box, seen);
      if (box->kind != STEWARD_BOX_BLANK)
        continue;
      for (guint j = 0; j < rows->len; j++)
        {
          const StewardRow *row = rows->pdata[j];

          if (strcmp (row->box, box->id) == 0)
            add_typed_item (self, group, row, supplement);
        }
    }
}

static void
collect_items (StewardPlan *self)
{
  GPtrArray *parts = steward_pack_get_parts (self->pack);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < parts->len; i++)
    {
      const StewardPart *part = parts->pdata[i];

      for (guint j = 0; j < part->groups->len; j++)
        {
          const StewardGroup *group = part->groups->pdata[j];

          if (group->kind == STEWARD_GROUP_ITEMS)
            collect_group_items (self, group, part->supplement, seen);
        }
    }
  steward_plan_apply_order (self);
  for (guint i = 0; i < self->stages->len; i++)
    g_ptr_array_extend (self->items, ((StewardPlanStage *) self->stages->pdata[i])->items, NULL, NULL);
}

static void
append_line (char       **text,
             const char  *line)
{
  char *joined;

  if (*line == '\0')
    return;
  joined = **text ? g_strconcat (*text, "\n", line, NULL) : g_strdup (line);
  g_free (*text);
  *text = joined;
}

/* Ticked boxes and typed rows of a group, then its text. */
static void
append_group (StewardPlan         *self,
              const StewardGroup  *group,
              char               **text)
{
  GPtrArray *rows = steward_project_get_rows (self->project);

  for (guint i = 0; i < group->boxes->len; i++)
    {
      const StewardBox *box = group->boxes->pdata[i];

      if (box->kind == STEWARD_BOX_FEE && steward_project_is_ticked (self->project, box->id))
        append_line (text, box->label);
      for (guint j = 0; box->kind == STEWARD_BOX_BLANK && j < rows->len; j++)
        {
          const StewardRow *row = rows->pdata[j];

          if (strcmp (row->box, box->id) == 0)
            append_line (text, row->text);
        }
    }
  append_line (text, steward_project_get_text (self->project, group->id));
}

static void
collect_texts (StewardPlan        *self,
               const StewardGroup *group)
{
  StewardPlanStage *stage = steward_plan_find_stage (self, group->stage);

  g_assert (stage != NULL);

  switch (group->role)
    {
    case STEWARD_ROLE_SPECIAL_STEPS:
      append_group (self, group, &stage->special_steps);
      break;
    case STEWARD_ROLE_FEES:
      append_group (self, group, &stage->fees);
      break;
    case STEWARD_ROLE_KEY_POINTS:
      append_group (self, group, &stage->key_points);
      break;
    case STEWARD_ROLE_OPTIMISATION:
      append_group (self, group, &stage->optimisation);
      break;
    case STEWARD_ROLE_NONE:
    default:
      break;
    }
}

static void
collect_all_texts (StewardPlan *self)
{
  GPtrArray *parts = steward_pack_get_parts (self->pack);

  for (guint i = 0; i < parts->len; i++)
    {
      const StewardPart *part = parts->pdata[i];

      for (guint j = 0; j < part->groups->len; j++)
        collect_texts (self, part->groups->pdata[j]);
    }
}

static void
add_stages (StewardPlan *self)
{
  GPtrArray *stages = steward_pack_get_stages (self->pack);

  for (guint i = 0; i < stages->len; i++)
    {
      StewardPlanStage *stage = g_new0 (StewardPlanStage, 1);

      stage->stage = stages->pdata[i];
      stage->limit = stage->stage->limit;
      stage->items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
      stage->materials = g_ptr_array_new ();
      stage->special_steps = g_strdup ("");
      stage->fees = g_strdup ("");
      stage->key_points = g_strdup ("");
      stage->optimisation = g_strdup ("");
      g_ptr_array_add (self->stages, stage);
    }
}

StewardPlan *
steward_plan_new (StewardProject *project)
{
  StewardPlan *self;

  g_return_val_if_fail (STEWARD_IS_PROJECT (project), NULL);

  self = g_new0 (StewardPlan, 1);
  self->project = g_object_ref (project);
  self->pack = steward_pack_ref (steward_project_get_pack (project));
  self->stages = g_ptr_array_new_with_free_func ((GDestroyNotify) stage_free);
  self->items = g_ptr_array_new ();
  self->materials = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_plan_material_free);
  self->total_limit = steward_pack_get_total_limit (self->pack);
  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->strings = g_string_chunk_new (256);
  add_stages (self);
  collect_items (self);
  steward_plan_collect_materials (self);
  collect_all_texts (self);
  steward_plan_apply_edits (self);
  return self;
}

void
steward_plan_free (StewardPlan *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->parts);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->materials);
  g_ptr_array_unref (self->stages);
  g_string_chunk_free (self->strings);
  steward_pack_unref (self->pack);
  g_object_unref (self->project);
  g_free (self);
}

const StewardPlanItem *
steward_plan_find_item (const StewardPlan *self,
                        const char        *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      const StewardPlanItem *item = self->items->pdata[i];

      if (strcmp (item->id, id) == 0)
        return item;
    }
  return NULL;
}

const GPtrArray *
steward_plan_get_parts (const StewardPlan *self,
                        const char        *base)
{
  g_return_val_if_fail (self != NULL && base != NULL, NULL);

  return g_hash_table_lookup (self->parts, base);
}

char *
steward_plan_name_item (const StewardPlan     *self,
                        const StewardPlanItem *item)
{
  const GPtrArray *parts;
  g_autoptr (GString) segments = g_string_new (NULL);

  g_return_val_if_fail (self != NULL && item != NULL, NULL);

  parts = steward_plan_get_parts (self, item->base);
  for (guint i = 0; parts && i < parts->len; i++)
    {
      const StewardPlanItem *part = parts->pdata[i];

      if (*part->segment)
        g_string_append_printf (segments, "%s%s", segments->len > 0 ? "、" : "", part->segment);
    }
  if (segments->len == 0)
    return g_strdup (parts ? ((const StewardPlanItem *) parts->pdata[0])->name : item->name);
  return g_strdup_printf ("%s（%s）", item->base_name, segments->str);
}
