/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-rules-new.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "steward-error.h"
#include "steward-pack-version.h"
#include "steward-rules-question.h"
#include "steward-ui-text.h"

typedef enum { REGION, CODE, TITLE, ID, DOCUMENT, DATE } Line;

static const StewardLevel levels[] = { STEWARD_LEVEL_COUNTY, STEWARD_LEVEL_ZONE, STEWARD_LEVEL_CITY };

/* @level is which of the levels is chosen. */
typedef struct
{
  StewardPack       *base;
  StewardRulesSaved  made;
  gpointer           user_data;
  guint              level;
} Making;

static void
making_free (gpointer data)
{
  Making *self = data;

  steward_pack_unref (self->base);
  g_free (self);
}

/* The first mistake of @draft, if it has any. */
static gboolean
is_right (const StewardPackDraft  *draft,
          GError                 **error)
{
  GPtrArray *problems = steward_pack_draft_get_problems (draft);

  if (problems->len > 0)
    g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_INVALID,
                         ((const StewardPackDraftProblem *) problems->pdata[0])->message);
  return problems->len == 0;
}

static gboolean
make (const char * const  *texts,
      gpointer             user_data,
      GError             **error)
{
  Making *self = user_data;
  const char *level = steward_level_to_word (levels[self->level]);
  const StewardPackDraftBasis basis = { texts[DOCUMENT], "", "", texts[DATE], "" };
  g_autoptr (StewardPackDraft) draft = NULL;
  g_autoptr (StewardPack) pack = NULL;
  g_autofree char *version = NULL;

  if (*texts[REGION] == '\0' || *texts[TITLE] == '\0')
    {
      g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_INVALID, _("The place and the title are needed."));
      return FALSE;
    }
  draft = steward_pack_draft_new_based_on (self->base, texts[ID], texts[TITLE], texts[REGION], texts[CODE], error);
  if (draft == NULL || !steward_pack_draft_set_text (draft, NULL, NULL, "region.level", level, error) ||
      !is_right (draft, error))
    return FALSE;
  version = steward_pack_draft_suggest_version (draft, steward_day_today ());
  pack = steward_pack_draft_save (draft, version, &basis, error);
  if (pack != NULL)
    self->made (pack, self->user_data);
  return pack != NULL;
}

static void
level_chosen_cb (AdwComboRow *row,
                 GParamSpec  *pspec,
                 gpointer     user_data)
{
  Making *self = user_data;

  if (adw_combo_row_get_selected (row) < G_N_ELEMENTS (levels))
    self->level = adw_combo_row_get_selected (row);
}

static GtkWidget *
make_level_row (gpointer user_data)
{
  Making *self = user_data;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    gtk_string_list_append (names, steward_ui_level_name (levels[i]));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Level"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), self->level);
  g_signal_connect (row, "notify::selected", G_CALLBACK (level_chosen_cb), self);
  return row;
}

/* An id that is free. (transfer full) */
static char *
suggest_id (StewardPack *base)
{
  for (guint i = 1;; i++)
    {
      g_autofree char *id = g_strdup_printf ("%s-%u", steward_pack_get_id (base), i);
      g_autoptr (GPtrArray) versions = steward_pack_library_get_versions (id);

      if (versions->len == 0)
        return g_steal_pointer (&id);
    }
}

void
steward_rules_new_ask (GtkWindow         *parent,
                       StewardPack       *base,
                       StewardRulesSaved  made,
                       gpointer           user_data)
{
  static const char * const labels[] = {
    N_("County, zone or city"), N_("Code of the place (six digits)"), N_("Title of its rules"),
    N_("Name of the file (a–z, digits, hyphens)"), N_("Document number"), N_("Date (YYYY-MM-DD)"), NULL
  };
  Making *self = g_new0 (Making, 1);
  g_autofree char *id = suggest_id (base);
  const char * const texts[] = { "", "", "", id, "", "", NULL };
  const StewardRulesQuestion question = {
    .heading = _("New Rules"),
    /* Translators: the rules of a city, of which others start. */
    .body = g_strdup_printf (_("They start from “%s” and say only what differs; what changes there changes here."),
                             steward_pack_get_title (base)),
    .save = _("_Make"),
    .labels = labels,
    .extra = make_level_row,
    .accept = make,
    .user_data = self,
    .destroy = making_free,
  };

  self->base = steward_pack_ref (base);
  self->made = made;
  self->user_data = user_data;
  steward_rules_ask (parent, &question, g_strdupv ((char **) texts));
}
