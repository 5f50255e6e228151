/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-rules-save.h"

#include <glib/gi18n-lib.h>

#include "steward-rules-question.h"

typedef enum { VERSION, DOCUMENT, TITLE, ISSUER, DATE, CLAUSE } Line;

typedef struct
{
  StewardPackDraft  *draft;
  StewardRulesSaved  saved;
  gpointer           user_data;
} Saving;

static gboolean
save (const char * const  *texts,
      gpointer             user_data,
      GError             **error)
{
  Saving *self = user_data;
  const StewardPackDraftBasis basis = { texts[DOCUMENT], texts[TITLE], texts[ISSUER], texts[DATE], texts[CLAUSE] };
  g_autoptr (StewardPack) pack = steward_pack_draft_save (self->draft, texts[VERSION], &basis, error);

  if (pack != NULL)
    self->saved (pack, self->user_data);
  return pack != NULL;
}

void
steward_rules_save_ask (GtkWindow         *parent,
                        StewardPackDraft  *draft,
                        StewardRulesSaved  saved,
                        gpointer           user_data)
{
  static const char * const labels[] = {
    N_("Version"), N_("Document number"), N_("Title of the document"), N_("Issuer"), N_("Date (YYYY-MM-DD)"),
    N_("Clause"), NULL
  };
  Saving *self = g_new0 (Saving, 1);
  g_autofree char *version = steward_pack_draft_suggest_version (draft, steward_day_today ());
  const char * const texts[] = { version, "", "", "", "", "", NULL };
  const StewardRulesQuestion question = {
    .heading = _("Save as New Version"),
    .body = g_strdup (_("Earlier versions stay. Projects keep their version and are offered this one. What was changed rests on this document.")),
    .save = _("_Save"),
    .labels = labels,
    .accept = save,
    .user_data = self,
    .destroy = g_free,
  };

  self->draft = draft;
  self->saved = saved;
  self->user_data = user_data;
  steward_rules_ask (parent, &question, g_strdupv ((char **) texts));
}
