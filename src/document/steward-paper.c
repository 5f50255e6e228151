/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-paper.h"

#include <glib/gi18n-lib.h>

#include "steward-error.h"
#include "steward-form-private.h"

/* The type area of a letter, that of a form with tables. */
typedef enum { SHEET_OFFICIAL, SHEET_DENSE, SHEET_LETTER } Sheet;

typedef struct
{
  const char          *stem;
  const char          *form;
  StewardPaperSubject  subject;
  Sheet                sheet;
  void               (*write) (StewardForm *form);
} Paper;

#define PROJECT STEWARD_SUBJECT_PROJECT
#define STAGE   STEWARD_SUBJECT_STAGE
#define CASE    STEWARD_SUBJECT_CASE
#define EDITION STEWARD_SUBJECT_EDITION
#define MEETING STEWARD_SUBJECT_MEETING
#define STEP    STEWARD_SUBJECT_STEP

static const Paper papers[STEWARD_N_PAPERS] = {
  [STEWARD_PAPER_ASSESSMENT] = { "assessment", "assessment", PROJECT, SHEET_DENSE, steward_form_write_assessment },
  [STEWARD_PAPER_SERVICE_PLAN] = { "service-plan", "service_plan", PROJECT, SHEET_DENSE, steward_form_write_service_plan },
  [STEWARD_PAPER_ENTRUSTMENT] = { "entrustment", "entrustment", PROJECT, SHEET_OFFICIAL, steward_form_write_entrustment },
  [STEWARD_PAPER_CLOSING] = { "closing", "closing", STAGE, SHEET_OFFICIAL, steward_form_write_closing },
  [STEWARD_PAPER_LEDGER] = { "ledger", "ledger", PROJECT, SHEET_OFFICIAL, steward_form_write_ledger },
  [STEWARD_PAPER_SUGGESTION] = { "suggestion", "suggestion", PROJECT, SHEET_OFFICIAL, steward_form_write_suggestion },
  [STEWARD_PAPER_NOTICE] = { "notice", "notice", STAGE, SHEET_LETTER, steward_form_write_notice },
  [STEWARD_PAPER_MATERIALS] = { "materials", "materials", STAGE, SHEET_DENSE, steward_form_write_materials },
  [STEWARD_PAPER_CHANGE] = { "change", "change", EDITION, SHEET_LETTER, steward_form_write_change },
  [STEWARD_PAPER_PARALLEL_PLAN] = { "parallel-plan", "parallel_plan", PROJECT, SHEET_LETTER, steward_form_write_parallel_plan },
  [STEWARD_PAPER_DEFERRAL] = { "deferral", "deferral", CASE, SHEET_LETTER, steward_form_write_deferral },
  [STEWARD_PAPER_COMMITMENT] = { "commitment", "commitment", CASE, SHEET_LETTER, steward_form_write_commitment },
  [STEWARD_PAPER_OPINION] = { "opinion", "opinion", MEETING, SHEET_LETTER, steward_form_write_opinion },
  [STEWARD_PAPER_MINUTES] = { "minutes", "minutes", MEETING, SHEET_LETTER, steward_form_write_minutes },
  [STEWARD_PAPER_SUSPENSION] = { "suspension", "suspension", STEP, SHEET_LETTER, steward_form_write_suspension },
  [STEWARD_PAPER_RESUMPTION] = { "resumption", "resumption", STEP, SHEET_LETTER, steward_form_write_resumption },
  [STEWARD_PAPER_CORRECTION] = { "correction", "correction", CASE, SHEET_LETTER, steward_form_write_correction },
  [STEWARD_PAPER_POLICY] = { "policy", "policy", PROJECT, SHEET_LETTER, steward_form_write_policy },
  [STEWARD_PAPER_HAND_OVER] = { "hand-over", "hand_over", STAGE, SHEET_LETTER, steward_form_write_hand_over },
  [STEWARD_PAPER_PUSH] = { "push", "push", STAGE, SHEET_LETTER, steward_form_write_push },
};

const char *
steward_paper_get_stem (StewardPaperKind kind)
{
  g_return_val_if_fail (kind < STEWARD_N_PAPERS, NULL);

  return papers[kind].stem;
}

const char *
steward_paper_subject_to_word (StewardPaperSubject subject)
{
  static const char *const words[STEWARD_N_SUBJECTS] = {
    [STEWARD_SUBJECT_PROJECT] = "project", [STEWARD_SUBJECT_STAGE] = "stage", [STEWARD_SUBJECT_CASE] = "case",
    [STEWARD_SUBJECT_EDITION] = "edition", [STEWARD_SUBJECT_MEETING] = "meeting", [STEWARD_SUBJECT_STEP] = "step",
  };

  g_return_val_if_fail ((guint) subject < STEWARD_N_SUBJECTS, NULL);

  return words[subject];
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

static gboolean
set_stage (StewardForm  *form,
           const char   *id,
           GError      **error)
{
  if (steward_pack_find_stage (form->pack, id) == NULL)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_RENDER,
                   _("The policy pack “%s” has no stage “%s”."), steward_pack_get_id (form->pack), id);
      return FALSE;
    }
  form->stage = id;
  return TRUE;
}

static gboolean
set_case (StewardForm  *form,
          const char   *id,
          GError      **error)
{
  for (guint i = 0; i < form->schedule->rows->len; i++)
    {
      const StewardScheduleRow *row = g_ptr_array_index (form->schedule->rows, i);

      if (row->item != NULL && row->item->case_ != NULL && g_str_equal (row->item->case_->id, id))
        {
          form->row = row;
          return TRUE;
        }
    }
  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_RENDER, _("The project has no case “%s”."), id);
  return FALSE;
}

/* The edition that @number says, or NULL with an error about @id. */
static const StewardEdition *
find_edition (const StewardForm  *form,
              const char         *number,
              const char         *id,
              GError            **error)
{
  const StewardEdition *edition = NULL;
  guint64 value = 0;

  if (g_ascii_string_to_unsigned (number, 10, 1, G_MAXUINT, &value, NULL))
    edition = steward_project_get_edition (form->project, (guint) value);
  if (edition == NULL)
    g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_RENDER, _("The project has no issued version “%s” of its plan."), id);
  return edition;
}

/* One edition, or with a hyphen the one before it and itself. */
static gboolean
set_edition (StewardForm  *form,
             const char   *id,
             GError      **error)
{
  g_auto (GStrv) ends = g_strsplit (id, "-", 2);
  guint n = g_strv_length (ends);

  form->edition = find_edition (form, ends[n - 1], id, error);
  if (form->edition == NULL)
    return FALSE;
  if (n == 1)
    return TRUE;
  form->older = find_edition (form, ends[0], id, error);
  if (form->older == NULL)
    return FALSE;
  if (form->older->number < form->edition->number)
    return TRUE;
  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_RENDER,
               _("A version is compared with one before it, not “%s”."), id);
  return FALSE;
}

static gboolean
set_meeting (StewardForm  *form,
             const char   *id,
             GError      **error)
{
  guint64 number = 0;

  if (g_ascii_string_to_unsigned (id, 10, 1, G_MAXUINT, &number, NULL))
    form->meeting = steward_project_get_meeting (form->project, (guint) number);
  if (form->meeting == NULL)
    g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_RENDER, _("The project has no meeting “%s”."), id);
  return form->meeting != NULL;
}

/* A notice of suspension is about a suspension, and so on. */
static gboolean
set_step (StewardForm  *form,
          gboolean      resumption,
          const char   *id,
          GError      **error)
{
  StewardEntrustmentKind wanted = resumption ? STEWARD_ENTRUSTMENT_STEP_RESUMED : STEWARD_ENTRUSTMENT_STEP_SUSPENDED;
  const StewardEntrustmentStep *step = NULL;
  guint64 number = 0;

  if (g_ascii_string_to_unsigned (id, 10, 1, G_MAXUINT, &number, NULL))
    step = steward_project_get_step (form->project, (guint) number);
  if (step == NULL || step->kind != wanted)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_RENDER,
                   resumption ? _("“%s” is no step at which the service was resumed.")
                              : _("“%s” is no step at which the service was suspended."), id);
      return FALSE;
    }
  form->step = step;
  return TRUE;
}

/* Finds what the paper is about. */
static gboolean
set_subject (StewardForm   *form,
             const Paper   *paper,
             const char    *subject,
             GError       **error)
{
  if (subject == NULL || *subject == '\0')
    return TRUE;
  switch (paper->subject)
    {
    case STEWARD_SUBJECT_STAGE:
      return set_stage (form, subject, error);
    case STEWARD_SUBJECT_CASE:
      return set_case (form, subject, error);
    case STEWARD_SUBJECT_EDITION:
      return set_edition (form, subject, error);
    case STEWARD_SUBJECT_MEETING:
      return set_meeting (form, subject, error);
    case STEWARD_SUBJECT_STEP:
      return set_step (form, paper->write == steward_form_write_resumption, subject, error);
    case STEWARD_SUBJECT_PROJECT:
    case STEWARD_N_SUBJECTS:
    default:
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_RENDER,
                   _("The paper “%s” is about the whole project, not about “%s”."), paper->stem, subject);
      return FALSE;
    }
}

static StewardFlow *
make_flow (StewardFonts *fonts,
           Sheet         kind)
{
  const StewardSheet sheet = kind == SHEET_DENSE ? STEWARD_SHEET_DENSE : STEWARD_SHEET_OFFICIAL;
  StewardFlow *flow = steward_flow_new (fonts, &sheet);

  if (kind == SHEET_LETTER)
    steward_pages_set_folio (steward_flow_get_pages (flow), STEWARD_FOLIO_OUTER, sheet.left, sheet.right,
                             sheet.height - sheet.bottom + STEWARD_FOLIO_DROP);
  return flow;
}

static void
form_init (StewardForm           *form,
           StewardPaperKind       kind,
           const StewardSchedule *schedule)
{
  form->name = papers[kind].form;
  form->schedule = schedule;
  form->plan = schedule->plan;
  form->project = schedule->plan->project;
  form->pack = schedule->plan->pack;
  form->official = kind < STEWARD_N_OFFICIAL_PAPERS;
}

/* Draws the form, which knows what it is about. */
static GBytes *
draw (StewardForm       *form,
      StewardPaperKind   kind,
      char             **notes,
      GError           **error)
{
  g_autoptr (StewardFonts) fonts = NULL;
  g_autoptr (StewardFlow) flow = NULL;
  GBytes *pdf;

  if (steward_paper_get_title (kind, form->pack) == NULL)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_RENDER,
                   _("The policy pack “%s” has no form “%s”."),
                   steward_pack_get_id (form->pack), form->name);
      return NULL;
    }
  fonts = steward_fonts_new ();
  flow = make_flow (fonts, papers[kind].sheet);
  form->flow = flow;
  form->blanks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  papers[kind].write (form);
  pdf = make_pdf (form, fonts, error);
  g_hash_table_unref (form->blanks);
  if (notes != NULL)
    *notes = pdf != NULL ? steward_fonts_get_notes (fonts) : NULL;
  return pdf;
}

GBytes *
steward_paper_render (StewardPaperKind         kind,
                      const StewardSchedule   *schedule,
                      const char              *subject,
                      char                   **notes,
                      GError                 **error)
{
  StewardForm form = { 0 };

  g_return_val_if_fail (kind < STEWARD_N_PAPERS && schedule != NULL, NULL);

  form_init (&form, kind, schedule);
  return set_subject (&form, &papers[kind], subject, error) ? draw (&form, kind, notes, error) : NULL;
}

GBytes *
steward_paper_render_section (const StewardSchedule  *schedule,
                              const StewardSections  *sections,
                              const char             *section,
                              char                  **notes,
                              GError                **error)
{
  g_autoptr (StewardSectionPart) part = NULL;
  StewardForm form = { 0 };

  g_return_val_if_fail (schedule != NULL && sections != NULL && section != NULL, NULL);

  form_init (&form, STEWARD_PAPER_ASSESSMENT, schedule);
  form.section = steward_sections_find (sections, section);
  part = steward_sections_get_part (sections, section);
  form.part = part;
  if (form.section == NULL)
    g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_RENDER, _("There is no section “%s”."), section);
  else if (part->boxes->len + part->groups->len == 0)
    g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_RENDER,
                 _("Nothing of the form belongs to the section “%s”. Assign groups or boxes to it first."),
                 form.section->name);
  else
    return draw (&form, STEWARD_PAPER_ASSESSMENT, notes, error);
  return NULL;
}
