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

/* The answer that contradicts @suggestion, or NULL. (transfer full) */
static char *
tell_contradiction (StewardProject          *project,
                    const StewardSuggestion *suggestion)
{
  const StewardPack *pack = steward_project_get_pack (project);

  for (guint i = 0; i < suggestion->all->len; i++)
    {
      const StewardCondition *condition = suggestion->all->pdata[i];
      const StewardQuestion *question = steward_pack_find_question (pack, condition->question);
      gboolean answered;

      if (!steward_project_fulfils (project, condition, &answered) && answered && question != NULL)
        /* Translators: a question, its answer, and why a box would be suggested. */
        return g_strdup_printf (_("“%s” was answered “%s”; this is called for only when: %s"), question->text,
                                steward_question_get_answer_label (
                                  question, steward_project_get_answer (project, question->id)),
                                suggestion->reason);
    }
  return NULL;
}

/* Says in @by_box which answers speak against a box, and puts into @open the
 * boxes that some suggestion calls for, or may call for once it is answered:
 * those are in no doubt, whatever else speaks against them. */
static void
collect_contradictions (StewardProject *project,
                        GHashTable     *by_box,
                        GHashTable     *open)
{
  GPtrArray *suggestions = steward_pack_get_suggestions (steward_project_get_pack (project));

  for (guint i = 0; i < suggestions->len; i++)
    {
      const StewardSuggestion *suggestion = suggestions->pdata[i];
      g_autofree char *reason = tell_contradiction (project, suggestion);

      for (guint j = 0; suggestion->boxes[j]; j++)
        {
          if (reason != NULL)
            add_reason (by_box, suggestion->boxes[j], reason);
          else
            g_hash_table_add (open, suggestion->boxes[j]);
        }
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
  GHashTable *open;            /* boxes; of get_doubts() only */
  GHashTable *open_materials;  /* the same for papers */
  GPtrArray  *hints;
} Collection;

/* Of papers, like collect_contradictions(): an item that somebody left out no
 * longer needs them; one that nobody has decided about may. */
static void
collect_left_out (StewardProject   *project,
                  const StewardBox *box,
                  gpointer          user_data)
{
  Collection *collection = user_data;
  const StewardTick *tick;
  g_autofree char *reason = NULL;

  if (box->kind != STEWARD_BOX_ITEM)
    return;
  tick = steward_project_get_tick (project, box->id);
  reason = tick != NULL && !tick->on ? g_strdup_printf (_("Needed for “%s” only, which was left out"), box->item->name)
                                     : NULL;
  for (guint i = 0; i < box->item->materials->len; i++)
    {
      const StewardMaterial *material = box->item->materials->pdata[i];

      if (reason != NULL)
        add_reason (collection->by_material, material->id, reason);
      else
        g_hash_table_add (collection->open_materials, material->id);
    }
}
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
take_hint (Collection       *collection,
           const StewardBox *box,
           GString          *reasons,
           gboolean          off)
{
  StewardHint *hint;

  if (reasons->len == 0)
    return;
  hint = g_new0 (StewardHint, 1);
  hint->box = box;
  hint->reasons = g_strdup (reasons->str);
  hint->off = off;
  g_ptr_array_add (collection->hints, hint);
}

static void
add_hint (StewardProject   *project,
          const StewardBox *box,
          gpointer          user_data)
{
  Collection *collection = user_data;
  g_autoptr (GString) reasons = g_string_new (NULL);

  if (box->kind == STEWARD_BOX_BLANK || steward_project_get_tick (project, box->id))
    return;
  append_reasons (reasons, g_hash_table_lookup (collection->by_box, box->id));
  if (box->kind == STEWARD_BOX_MATERIAL)
    append_reasons (reasons, g_hash_table_lookup (collection->by_material, box->material->id));
  take_hint (collection, box, reasons, FALSE);
}

static void
add_doubt (StewardProject   *project,
           const StewardBox *box,
           gpointer          user_data)
{
  Collection *collection = user_data;
  g_autoptr (GString) reasons = g_string_new (NULL);

  if (box->kind == STEWARD_BOX_BLANK || !steward_project_is_ticked (project, box->id)
      || g_hash_table_contains (collection->open, box->id)
      || (box->kind == STEWARD_BOX_MATERIAL && g_hash_table_contains (collection->open_materials, box->material->id)))
    return;
  append_reasons (reasons, g_hash_table_lookup (collection->by_box, box->id));
  if (box->kind == STEWARD_BOX_MATERIAL)
    append_reasons (reasons, g_hash_table_lookup (collection->by_material, box->material->id));
  take_hint (collection, box, reasons, TRUE);
}

static GHashTable *
new_reasons (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
}

/* What @add takes of the boxes of the form. (transfer full) */
static GPtrArray *
gather (StewardProject *project,
        Collection     *collection,
        BoxFunc         add)
{
  collection->hints = g_ptr_array_new_with_free_func ((GDestroyNotify) hint_free);
  for_each_box (project, add, collection);
  return collection->hints;
}

GPtrArray *
steward_project_get_hints (StewardProject *self)
{
  g_autoptr (GHashTable) by_box = new_reasons (), by_material = new_reasons ();
  Collection collection = { .by_box = by_box, .by_material = by_material };

  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);

  collect_from_answers (self, by_box);
  for_each_box (self, collect_materials, by_material);
  return gather (self, &collection, add_hint);
}

GPtrArray *
steward_project_get_doubts (StewardProject *self)
{
  g_autoptr (GHashTable) by_box = new_reasons (), by_material = new_reasons ();
  g_autoptr (GHashTable) open = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) open_materials = g_hash_table_new (g_str_hash, g_str_equal);
  Collection collection = { by_box, by_material, open, open_materials, NULL };

  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);

  collect_contradictions (self, by_box, open);
  for_each_box (self, collect_left_out, &collection);
  return gather (self, &collection, add_doubt);
}
