/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "project-fixture.h"
#include "steward-section-merge.h"

G_BEGIN_DECLS

#define SECTION  "jc.sec.approval-1"
#define FILING   "jc.s1.box.item.filing"
#define PROPOSAL "jc.s1.box.item.proposal"
#define PAPER    "jc.s1.box.app.filing-request"
#define BLANK    "jc.s1.box.item.county-blank"
#define POINTS   "jc.s1.text.key-points"
#define ELSEWHERE "jc.s2.box.item.eia"

/* A directory in which SECTION has the city's items of the first stage, with
 * their papers, the county's slot and the texts. */
static inline StewardSections *
fixture_sections (StewardProject *project)
{
  StewardSections *sections = steward_sections_new (steward_project_get_pack (project));

  g_assert_true (steward_sections_assign (sections, "jc.s1.items.city", SECTION));
  g_assert_true (steward_sections_assign (sections, "jc.s1.items.county", SECTION));
  return sections;
}

/* A project in the database, with a tick, a row and a text of the section. */
static inline StewardProject *
fixture_asked_project (void)
{
  StewardProject *project = fixture_new_project ("jincheng-2022");

  g_assert_true (steward_project_set_id (project, "11111111-2222-4333-8444-555555555555"));
  steward_project_set_fact (project, STEWARD_FACT_NAME, "虚构项目");
  steward_project_set_fact (project, STEWARD_FACT_PHONE, "13800000000");
  steward_project_set_fact (project, STEWARD_FACT_SCALE, "12000平方米");
  steward_project_set_answer (project, "jc.q.investment", "filing");
  steward_project_set_tick (project, PROPOSAL, FALSE, "甲", "2026-03-01T08:00:00+08:00");
  steward_project_set_tick (project, ELSEWHERE, TRUE, "甲", "2026-03-01T08:00:00+08:00");
  g_assert_nonnull (steward_project_add_rows (project, BLANK, "县级事项一\n县级事项二", "甲"));
  steward_project_set_text (project, POINTS, "先办备案");
  return project;
}

static inline StewardSectionForm *
fixture_ask (StewardProject *project)
{
  g_autoptr (StewardSections) sections = fixture_sections (project);
  g_autoptr (GError) error = NULL;
  StewardSectionForm *form = steward_section_form_new (project, sections, SECTION, "虚构·项目长", &error);

  g_assert_no_error (error);
  return form;
}

/* Makes @form an answer after @officer changed the section's copy. */
static inline void
fixture_answer (StewardSectionForm  *form,
                void               (*officer) (StewardProject *copy))
{
  g_autoptr (StewardPack) pack = steward_pack_library_load ("jincheng-2022", NULL);
  g_autoptr (StewardProject) copy = steward_section_form_open (form, pack);

  officer (copy);
  steward_section_form_answer (form, copy, "乙", "2026-03-05T09:30:00+08:00");
}

G_END_DECLS
