/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-paper.h"

#include <glib/gi18n-lib.h>

#include "steward-error.h"
#include "steward-form-private.h"

static const struct
{
  const char          *stem;
  const char          *form;
  StewardPaperSubject  subject;
  gboolean             dense;
  void               (*write) (StewardForm *form);
} papers[STEWARD_N_PAPERS] = {
  [STEWARD_PAPER_ASSESSMENT] = { "assessment", "assessment", STEWARD_SUBJECT_PROJECT, TRUE,
                                 steward_form_write_assessment },
  [STEWARD_PAPER_SERVICE_PLAN] = { "service-plan", "service_plan", STEWARD_SUBJECT_PROJECT, TRUE,
                                   steward_form_write_service_plan },
  [STEWARD_PAPER_ENTRUSTMENT] = { "entrustment", "entrustment", STEWARD_SUBJECT_PROJECT, FALSE,
                                  steward_form_write_entrustment },
  [STEWARD_PAPER_CLOSING] = { "closing", "closing", STEWARD_SUBJECT_STAGE, FALSE, steward_form_write_closing },
  [STEWARD_PAPER_LEDGER] = { "ledger", "ledger", STEWARD_SUBJECT_PROJECT, FALSE, steward_form_write_ledger },
  [STEWARD_PAPER_SUGGESTION] = { "suggestion", "suggestion", STEWARD_SUBJECT_PROJECT, FALSE,
                                 steward_form_write_suggestion },
};

const char *
steward_paper_get_stem (StewardPaperKind kind)
{
  g_return_val_if_fail (kind < STEWARD_N_PAPERS, NULL);

  return papers[kind].stem;
}

gboolean
steward_paper_from_stem (const char       *stem,
                         StewardPaperKind *kind)
{
  g_return_val_if_fail (kind != NULL, FALSE);

  for (guint i = 0; i < STEWARD_N_PAPERS; i++)
    if (g_strcmp0 (papers[i].stem, stem) == 0)
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

const char *
steward_paper_get_form (StewardPaperKind kind)
{
  g_return_val_if_fail (kind < STEWARD_N_PAPERS, NULL);

  return papers[kind].form;
}

StewardPaperSubject
steward_paper_get_subject (StewardPaperKind kind)
{
  g_return_val_if_fail (kind < STEWARD_N_PAPERS, STEWARD_SUBJECT_PROJECT);

  return papers[kind].subject;
}

const char *
steward_paper_get_title (StewardPaperKind  kind,
                         StewardPack      *pack)
{
  g_return_val_if_fail (kind < STEWARD_N_PAPERS && pack != NULL, NULL);

  return steward_pack_get_wording (pack, papers[kind].form, "title");
}

static GBytes *
make_pdf (const StewardForm *form,
          StewardFonts      *fonts,
          GError           **error)
{
  g_autofree char *as_of = steward_day_format (form->schedule->as_of);
  g_autofree char *title = g_strdup_printf ("%s　%s", steward_form_get_wording (form, "title"),
                                            steward_form_get_fact (form, STEWARD_FACT_NAME));
  const StewardPaperInfo info = {
    .title = g_strstrip (title),
    .author = steward_form_get_fact (form, STEWARD_FACT_AGENCY),
    .subject = steward_form_get_fact (form, STEWARD_FACT_CODE),
    .as_of = as_of,
  };

  return steward_pages_to_pdf (steward_flow_get_pages (form->flow), fonts, &info, error);
}

/* Finds what the paper is about. */
static gboolean
set_subject (StewardForm       *form,
             StewardPaperKind   kind,
             const char        *subject,
             GError           **error)
{
  if (subject == NULL || *subject == '\0')
    return TRUE;
  if (papers[kind].subject == STEWARD_SUBJECT_PROJECT)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_RENDER,
                   _("The paper “%s” is about the whole project, not about “%s”."), papers[kind].stem, subject);
      return FALSE;
    }
  if (steward_pack_find_stage (form->pack, subject) == NULL)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_RENDER,
                   _("The policy pack “%s” has no stage “%s”."),
                   steward_pack_get_id (form->pack), subject);
      return FALSE;
    }
  form->stage = subject;
  return TRUE;
}

GBytes *
steward_paper_render (StewardPaperKind         kind,
                      const StewardSchedule   *schedule,
                      const char              *subject,
                      char                   **notes,
                      GError                 **error)
{
  g_autoptr (StewardFonts) fonts = NULL;
  g_autoptr (StewardFlow) flow = NULL;
  StewardForm form = { 0 };
  GBytes *pdf;

  g_return_val_if_fail (kind < STEWARD_N_PAPERS && schedule != NULL, NULL);

  form.name = papers[kind].form;
  form.schedule = schedule;
  form.plan = schedule->plan;
  form.project = schedule->plan->project;
  form.pack = schedule->plan->pack;
  if (steward_paper_get_title (kind, form.pack) == NULL)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_RENDER,
                   _("The policy pack “%s” has no form “%s”."),
                   steward_pack_get_id (form.pack), form.name);
      return NULL;
    }
  if (!set_subject (&form, kind, subject, error))
    return NULL;
  fonts = steward_fonts_new ();
  flow = steward_flow_new (fonts, papers[kind].dense ? &STEWARD_SHEET_DENSE : &STEWARD_SHEET_OFFICIAL);
  form.flow = flow;
  form.blanks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  papers[kind].write (&form);
  pdf = make_pdf (&form, fonts, error);
  g_hash_table_unref (form.blanks);
  if (notes != NULL)
    *notes = pdf != NULL ? steward_fonts_get_notes (fonts) : NULL;
  return pdf;
}
