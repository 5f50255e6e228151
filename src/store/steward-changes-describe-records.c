/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-changes-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "steward-adjustments.h"
#include "steward-own-link.h"
#include "steward-papers.h"

/* What to say when it is new, changed, and gone: each has at most one %s. */
typedef struct
{
  StewardPieceKind  kind;
  const char       *added;
  const char       *changed;
  const char       *removed;
} Sentences;

static const Sentences sentences[] = {
  { STEWARD_PIECE_MATERIAL, N_("Record that %s was handed in"), N_("Change what was handed in as %s"),
    N_("Take back that %s was handed in") },
  { STEWARD_PIECE_ORDER, N_("Change the order in %s"), N_("Change the order in %s"),
    N_("Put the order in %s back") },
  { STEWARD_PIECE_EDIT, N_("Change the wording of %s"), N_("Change the wording of %s"),
    N_("Put the wording of %s back") },
  { STEWARD_PIECE_EDITION, N_("Issue edition %s of the plan"), N_("Complete edition %s of the plan"),
    N_("Take back edition %s of the plan") },
  { STEWARD_PIECE_REQUEST, N_("Ask %s"), N_("Change the request to %s"), N_("Take back the request to %s") },
  { STEWARD_PIECE_DOCUMENT, N_("Record the paper %s"), N_("Change the paper %s"), N_("Remove the paper %s") },
  { STEWARD_PIECE_STEP, N_("Entrustment: %s"), N_("Change in the entrustment: %s"),
    N_("Take back in the entrustment: %s") },
  { STEWARD_PIECE_MEETING, N_("Record the meeting %s"), N_("Change the meeting %s"), N_("Remove the meeting %s") },
  { STEWARD_PIECE_TIMER, N_("Start the timer %s"), N_("Change the timer %s"), N_("Remove the timer %s") },
  { STEWARD_PIECE_WORDING, N_("Change the wording of an entry in the ledger"),
    N_("Change the wording of an entry in the ledger"), N_("Put the wording of an entry in the ledger back") },
  { STEWARD_PIECE_LINK, N_("Link %s"), N_("Change the link %s"), N_("Remove the link %s") },
};

/* The name of the thing of that id in @list. */
#define FIND_NAME(list, type, id, field)                        \
  for (guint at = 0; at < (list)->len; at++)                    \
    if (strcmp (((type *) (list)->pdata[at])->id, (id)) == 0)   \
      return ((type *) (list)->pdata[at])->field;

static const char *
name_of (StewardProject *project,
         const char     *id)
{
  StewardPack *pack = steward_project_get_pack (project);
  const StewardItem *item = steward_pack_find_item (pack, id);
  const StewardMaterial *material = steward_pack_find_material (pack, id);
  const StewardStage *stage = steward_pack_find_stage (pack, id);
  const StewardRow *row = steward_project_find_row (project, id);

  if (item)
    return item->short_name;
  if (material)
    return material->name;
  if (stage)
    return stage->name;
  if (row)
    return row->text;
  FIND_NAME (steward_pack_get_sections (pack), StewardNamed, id, name)
  FIND_NAME (steward_pack_get_timers (pack), StewardTimer, id, name)
  FIND_NAME (steward_pack_get_activities (pack), StewardActivity, id, name)
  if (strcmp (id, STEWARD_EDIT_POLICY) == 0 && steward_pack_get_wording (pack, id, "title"))
    return steward_pack_get_wording (pack, id, "title");
  return id;
}

/* (transfer full) */
static char *
name_link (StewardProject *project,
           const char     *key)
{
  g_autofree char *from = NULL, *to = NULL;

  if (!steward_own_link_split (key, &from, &to))
    return g_strdup (key);
  return g_strdup_printf ("%s → %s", name_of (project, from), name_of (project, to));
}

/* (transfer full) */
static char *
get_subject (const StewardPieceChange *change,
             StewardProject           *project)
{
  GVariant *value = change->after ? change->after : change->before;
  StewardEntrustmentKind step;
  g_autofree char *text = NULL;

  switch (change->kind)
    {
    case STEWARD_PIECE_MATERIAL:
    case STEWARD_PIECE_ORDER:
    case STEWARD_PIECE_REQUEST:
      return g_strdup (name_of (project, change->key));
    case STEWARD_PIECE_EDIT:
      text = g_strndup (change->key, strcspn (change->key, " "));
      return g_strdup (name_of (project, text));
    case STEWARD_PIECE_DOCUMENT:
      g_variant_get_child (value, 2, "s", &text);
      return g_steal_pointer (&text);
    case STEWARD_PIECE_STEP:
      g_variant_get_child (value, 1, "s", &text);
      return g_strdup (steward_entrustment_kind_from_word (text, &step) ? steward_entrustment_kind_get_name (step)
                                                                        : text);
    case STEWARD_PIECE_MEETING:
      g_variant_get_child (value, 1, "s", &text);
      return g_steal_pointer (&text);
    case STEWARD_PIECE_TIMER:
      g_variant_get_child (value, 0, "s", &text);
      return g_strdup (name_of (project, text));
    case STEWARD_PIECE_LINK:
      return name_link (project, change->key);
    default:
      return g_strdup (change->key);
    }
}

const char *
steward_changes_describe_record (const StewardPieceChange  *change,
                                 StewardProject            *project,
                                 char                     **subject)
{
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      if (sentences[i].kind != change->kind)
        continue;
      *subject = get_subject (change, project);
      return change->before == NULL ? _(sentences[i].added)
             : change->after == NULL ? _(sentences[i].removed) : _(sentences[i].changed);
    }
  return NULL;
}
