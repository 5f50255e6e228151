/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-rules-entry.h"

#include <glib/gi18n-lib.h>

#include "steward-check.h"
#include "steward-pack-diff.h"
#include "steward-pinyin.h"
#include "steward-ui-text.h"

struct _StewardRulesEntry
{
  GObject   parent_instance;

  char     *list;
  char     *id;
  char     *name;
  char     *facts;
  gboolean  wrong;
};

G_DEFINE_FINAL_TYPE (StewardRulesEntry, steward_rules_entry, G_TYPE_OBJECT)

static void
steward_rules_entry_finalize (GObject *object)
{
  StewardRulesEntry *self = STEWARD_RULES_ENTRY (object);

  g_free (self->list);
  g_free (self->id);
  g_free (self->name);
  g_free (self->facts);

  G_OBJECT_CLASS (steward_rules_entry_parent_class)->finalize (object);
}

static void
steward_rules_entry_class_init (StewardRulesEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = steward_rules_entry_finalize;
}

static void
steward_rules_entry_init (StewardRulesEntry *self)
{
}

static gboolean
is_wrong (const StewardPackDraft *draft,
          const char             *list,
          const char             *id)
{
  GPtrArray *problems = steward_pack_draft_get_problems (draft);

  for (guint i = 0; i < problems->len; i++)
    {
      const StewardPackDraftProblem *problem = problems->pdata[i];

      if (g_str_equal (problem->list, list) && g_str_equal (problem->id, id))
        return TRUE;
    }
  return FALSE;
}

/* (transfer full) */
static char *
find_name (const StewardPackDraft *draft,
           const char             *list,
           const char             *id)
{
  static const char * const fields[] = { "name", "text", "document", "reason", "title" };
  StewardCheckCode code;

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *text = steward_pack_draft_get_text (draft, list, id, fields[i]);

      if (*text != '\0')
        return g_steal_pointer (&text);
    }
  if (g_str_equal (list, "checks") && steward_check_code_from_word (id, &code))
    return g_strdup (steward_check_get_name (steward_pack_draft_get_pack (draft), code));
  return g_strdup (id);
}

static const char *
describe_origin (const StewardPackDraft *draft,
                 const char             *list,
                 const char             *id)
{
  StewardPackDraftOrigin origin;

  if (!steward_pack_draft_get_origin (draft, list, id, &origin))
    return "";
  switch (origin)
    {
    case STEWARD_DRAFT_REPLACED:
      return _("changed here");
    case STEWARD_DRAFT_INHERITED:
      return _("from the rules below");
    case STEWARD_DRAFT_SUPPLEMENT:
      return _("from a supplement");
    case STEWARD_DRAFT_BELOW:
      return _("from the rules below");
    case STEWARD_DRAFT_PROGRAM:
      return _("as the program has it");
    case STEWARD_DRAFT_OWN:
    default:
      return "";
    }
}

/* Blocks of different stages may have the same name. (transfer full) */
static char *
find_stage (const StewardPackDraft *draft,
            const char             *list,
            const char             *id)
{
  g_autofree char *stage = steward_pack_draft_get_text (draft, list, id, "stage");

  return *stage != '\0' ? steward_pack_draft_get_text (draft, "stages", stage, "name") : g_strdup ("");
}

StewardRulesEntry *
steward_rules_entry_new (const StewardPackDraft *draft,
                         const char             *list,
                         const char             *id)
{
  StewardRulesEntry *self;
  g_autofree char *stage = NULL;

  g_return_val_if_fail (draft != NULL, NULL);
  g_return_val_if_fail (list != NULL && id != NULL, NULL);

  self = g_object_new (STEWARD_TYPE_RULES_ENTRY, NULL);
  self->list = g_strdup (list);
  self->id = g_strdup (id);
  self->wrong = is_wrong (draft, list, id);
  if (*list == '\0')
    {
      self->name = g_strdup (steward_pack_get_list_label ("pack"));
      self->facts = g_strdup (_("title and settings"));
      return self;
    }
  self->name = find_name (draft, list, id);
  stage = find_stage (draft, list, id);
  self->facts = steward_ui_join (self->wrong ? _("⚠ wrong") : "", steward_pack_get_list_label (list), stage,
                                 describe_origin (draft, list, id), NULL);
  return self;
}

const char *
steward_rules_entry_get_list (StewardRulesEntry *self)
{
  g_return_val_if_fail (STEWARD_IS_RULES_ENTRY (self), NULL);

  return self->list;
}

const char *
steward_rules_entry_get_id (StewardRulesEntry *self)
{
  g_return_val_if_fail (STEWARD_IS_RULES_ENTRY (self), NULL);

  return self->id;
}

const char *
steward_rules_entry_get_name (StewardRulesEntry *self)
{
  g_return_val_if_fail (STEWARD_IS_RULES_ENTRY (self), NULL);

  return self->name;
}

const char *
steward_rules_entry_get_facts (StewardRulesEntry *self)
{
  g_return_val_if_fail (STEWARD_IS_RULES_ENTRY (self), NULL);

  return self->facts;
}

gboolean
steward_rules_entry_is_wrong (StewardRulesEntry *self)
{
  g_return_val_if_fail (STEWARD_IS_RULES_ENTRY (self), FALSE);

  return self->wrong;
}

gboolean
steward_rules_entry_matches (StewardRulesEntry *self,
                             const char        *text)
{
  guint start, length;

  g_return_val_if_fail (STEWARD_IS_RULES_ENTRY (self), FALSE);

  return text == NULL || *text == '\0' || steward_search_find (self->name, text, &start, &length) ||
         strstr (self->id, text) != NULL;
}
