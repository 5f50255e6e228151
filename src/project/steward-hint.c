/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-decisions.h"

#include <errno.h>
#include <string.h>
#include <glib/gi18n-lib.h>

static void
hint_free (StewardHint *hint)
{
  g_free (hint->reasons);
  g_free (hint);
}

static gboolean
number_of (const char *text,
           double     *number)
{
  char *end = NULL;

  errno = 0;
  *number = g_ascii_strtod (text, &end);
  return errno == 0 && end != text && *end == '\0';
}

gboolean
steward_project_fulfils (StewardProject         *project,
                         const StewardCondition *condition,
                         gboolean               *answered)
{
  const char *answer;
  double number;

  g_return_val_if_fail (STEWARD_IS_PROJECT (project), FALSE);
  g_return_val_if_fail (condition != NULL, FALSE);

  answer = steward_project_get_answer (project, condition->question);
  if (answered)
    *answered = answer != NULL;
  if (answer == NULL)
    return FALSE;
  switch (condition->op)
    {
    case STEWARD_IS:
      return strcmp (answer, condition->value) == 0;
    case STEWARD_IS_NOT:
      return strcmp (answer, condition->value) != 0;
    case STEWARD_AT_LEAST:
      return number_of (answer, &number) && number >= condition->number;
    case STEWARD_MORE_THAN:
      return number_of (answer, &number) && number > condition->number;
    case STEWARD_LESS_THAN:
      return number_of (answer, &number) && number < condition->number;
    default:
      return FALSE;
    }
}

static gboolean
suggestion_holds (StewardProject          *project,
                  const StewardSuggestion *suggestion)
{
  for (guint i = 0; i < suggestion->all->len; i++)
    {
      if (!steward_project_fulfils (project, suggestion->all->pdata[i], NULL))
        return FALSE;
    }
  return TRUE;
}

/* Adds @reason to the reasons of @key, once. */
static void
add_reason (GHashTable *reasons,
            const char *key,
            const char *reason)
{
  GPtrArray *lines = g_hash_table_lookup (reasons, key);

  if (lines == NULL)
    {
      lines = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (reasons, g_strdup (key), lines);
    }
  if (!g_ptr_array_find_with_equal_func (lines, reason, g_str_equal, NULL))
    g_ptr_array_add (lines, g_strdup (reason));
}

static void
collect_from_answers (StewardProject *project,
                      GHashTable     *by_box)
{
  GPtrArray *suggestions = steward_pack_get_suggestions (steward_project_get_pack (project));

  for (guint i = 0; i < suggestions->len; i++)
    {
      const StewardSuggestion *suggestion = suggestions->pdata[i];

      if (!suggestion_holds (project, suggestion))
        continue;
      for (guint j = 0; suggestion->boxes[j]; j++)
        add_reason (by_box, suggestion->boxes[j], suggestion->reason);
    }
}

typedef void (*BoxFunc) (StewardProject   *project,
                         const StewardBox *box,
                         gpointer          user_data);

static void
for_each_box (StewardProject *project,
              BoxFunc         func,
              gpointer        user_data)
{
  GPtrArray *parts = steward_pack_get_parts (steward_project_get_pack (project));

  for (guint i = 0; i < parts->len; i++)
    {
      const StewardPart *part = parts->pdata[i];

      for (guint j = 0; j < part->groups->len; j++)
        {
          const StewardGroup *group = part->groups->pdata[j];

          for (guint k = 0; k < group->boxes->len; k++)
            func (project, group->boxes->pdata[k], user_data);
        }
    }
}

static void
collect_materials (StewardProject   *project,
                   const StewardBox *box,
                   gpointer          user_data)
{
  GHashTable *by_material = user_data;
  g_autofree char *reason = NULL;

  if (box->kind != STEWARD_BOX_ITEM || !steward_project_is_ticked (project, box->id))
    return;
  reason = g_strdup_printf (_("Needed for “%s”"), box->item->name);
  for (guint i = 0; i < box->item->materials->len; i++)
    add_reason (by_material, ((StewardMaterial *) box->item->materials->pdata[i])->id, reason);
}

typedef struct
{
  GHashTable *by_box;
  GHashTable *by_material;
  GPtrArray  *hints;
} Collection;

static void
append_reasons (GString   *text,
                GPtrArray *lines)
{
  for (guint i = 0; lines && i < lines->len; i++)
    {
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, lines->pdata[i]);
    }
}

static void
add_hint (StewardProject   *project,
          const StewardBox *box,
          gpointer          user_data)
{
  Collection *collection = user_data;
  GString *reasons;
  StewardHint *hint;

  if (box->kind == STEWARD_BOX_BLANK || steward_project_get_tick (project, box->id))
    return;
  reasons = g_string_new (NULL);
  append_reasons (reasons, g_hash_table_lookup (collection->by_box, box->id));
  if (box->kind == STEWARD_BOX_MATERIAL)
    append_reasons (reasons, g_hash_table_lookup (collection->by_material, box->material->id));
  if (reasons->len == 0)
    {
      g_string_free (reasons, TRUE);
      return;
    }
  hint = g_new0 (StewardHint, 1);
  hint->box = box;
  hint->reasons = g_string_free (reasons, FALSE);
  g_ptr_array_add (collection->hints, hint);
}

GPtrArray *
steward_project_get_hints (StewardProject *self)
{
  g_autoptr (GHashTable) by_box = NULL;
  g_autoptr (GHashTable) by_material = NULL;
  Collection collection;

  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);

  by_box = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  by_material = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  collect_from_answers (self, by_box);
  for_each_box (self, collect_materials, by_material);
  collection.by_box = by_box;
  collection.by_material = by_material;
  collection.hints = g_ptr_array_new_with_free_func ((GDestroyNotify) hint_free);
  for_each_box (self, add_hint, &collection);
  return collection.hints;
}
