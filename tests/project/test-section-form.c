/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a section is asked, sees and answers. */
#include "section-fixture.h"
#include "steward-adjustments.h"
#include "steward-error.h"

static gboolean
has_piece (GPtrArray        *pieces,
           StewardPieceKind  kind,
           const char       *key)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      const StewardPiece *piece = pieces->pdata[i];

      if (piece->kind == kind && g_str_equal (piece->key, key))
        return TRUE;
    }
  return FALSE;
}

static void
test_a_request_holds_one_section_and_nobodys_phone (void)
{
  g_autoptr (StewardProject) project = fixture_asked_project ();
  g_autoptr (StewardSectionForm) form = fixture_ask (project);

  g_assert_cmpstr (form->name, ==, "虚构项目");
  g_assert_cmpstr (form->section_name, ==, "项目审批一科");
  g_assert_cmpstr (form->sent, ==, "2026-08-12");
  g_assert_false (steward_section_form_is_answer (form));
  g_assert_nonnull (steward_section_form_find_place (form, FILING));
  g_assert_cmpstr (steward_section_form_find_place (form, FILING)->label, ==, "企业投资项目备案");
  g_assert_cmpstr (steward_section_form_find_place (form, FILING)->stands_for, ==, "jc.s1.item.filing");
  g_assert_nonnull (steward_section_form_find_place (form, PAPER));
  g_assert_true (steward_section_form_find_place (form, BLANK)->blank);
  g_assert_true (steward_section_form_find_place (form, POINTS)->text);
  g_assert_null (steward_section_form_find_place (form, ELSEWHERE));
  g_assert_true (has_piece (form->about, STEWARD_PIECE_FACT, "scale"));
  g_assert_true (has_piece (form->about, STEWARD_PIECE_ANSWER, "jc.q.investment"));
  g_assert_false (has_piece (form->about, STEWARD_PIECE_FACT, "phone"));
  g_assert_cmpuint (form->base->len, ==, 4);
  g_assert_true (has_piece (form->base, STEWARD_PIECE_TICK, PROPOSAL));
  g_assert_false (has_piece (form->base, STEWARD_PIECE_TICK, ELSEWHERE));
  for (guint i = 0; i < form->base->len; i++)
    g_assert_nonnull (steward_section_form_find_place_of (form, form->base->pdata[i]));
}

static void
test_what_cannot_be_asked_is_refused (void)
{
  g_autoptr (StewardProject) project = fixture_asked_project ();
  g_autoptr (StewardProject) stray = fixture_new_project ("jincheng-2022");
  g_autoptr (StewardSections) sections = fixture_sections (project);
  g_autoptr (GError) error = NULL;

  g_assert_null (steward_section_form_new (project, sections, "nobody", "", &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_assert_null (steward_section_form_new (project, sections, "jc.sec.review", "", &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (steward_section_form_new (stray, sections, SECTION, "", &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
}

static void
test_the_desk_of_the_section_starts_as_it_was (void)
{
  g_autoptr (StewardProject) project = fixture_asked_project ();
  g_autoptr (StewardSectionForm) form = fixture_ask (project);
  g_autoptr (StewardProject) copy = steward_section_form_open (form, steward_project_get_pack (project));

  g_assert_cmpstr (steward_project_get_fact (copy, STEWARD_FACT_SCALE), ==, "12000平方米");
  g_assert_cmpstr (steward_project_get_fact (copy, STEWARD_FACT_PHONE), ==, "");
  g_assert_cmpstr (steward_project_get_answer (copy, "jc.q.investment"), ==, "filing");
  g_assert_false (steward_project_get_tick (copy, PROPOSAL)->on);
  g_assert_null (steward_project_get_tick (copy, ELSEWHERE));
  g_assert_cmpuint (steward_project_get_rows (copy)->len, ==, 2);
  g_assert_cmpstr (steward_project_get_text (copy, POINTS), ==, "先办备案");

  steward_project_set_tick (copy, FILING, TRUE, "乙", NULL);
  steward_project_set_tick (copy, ELSEWHERE, FALSE, "乙", NULL);
  steward_section_form_answer (form, copy, "乙", NULL);
  g_assert_true (steward_section_form_is_answer (form));
  g_assert_cmpstr (form->answered_by, ==, "乙");
  g_assert_cmpstr (form->answered_at, !=, "");
  g_assert_true (has_piece (form->answer, STEWARD_PIECE_TICK, FILING));
  /* Only what was asked is answered. */
  g_assert_false (has_piece (form->answer, STEWARD_PIECE_TICK, ELSEWHERE));

  {
    g_autoptr (StewardProject) again = steward_section_form_open (form, steward_project_get_pack (project));

    g_assert_true (steward_project_get_tick (again, FILING)->on);
  }
}

/* What a form does not have cannot be taken away by it. */
static void
test_an_older_desk_hands_back_what_it_does_not_know (void)
{
  g_autoptr (StewardProject) project = fixture_asked_project ();
  g_autoptr (StewardSectionForm) form = fixture_ask (project);
  StewardSectionPlace *place = (StewardSectionPlace *) steward_section_form_find_place (form, PROPOSAL);
  StewardPiece *piece = NULL;
  g_autoptr (StewardProject) copy = NULL;

  g_free (place->id);
  place->id = g_strdup ("jc.s1.box.item.of-next-year");
  for (guint i = 0; i < form->base->len; i++)
    if (g_str_equal (((StewardPiece *) form->base->pdata[i])->key, PROPOSAL))
      piece = form->base->pdata[i];
  g_free (piece->key);
  piece->key = g_strdup (place->id);
  copy = steward_section_form_open (form, steward_project_get_pack (project));
  steward_section_form_answer (form, copy, "乙", NULL);
  g_assert_true (has_piece (form->answer, STEWARD_PIECE_TICK, "jc.s1.box.item.of-next-year"));
}

static void
test_a_place_is_found_in_another_version (void)
{
  enum { LABELLED, SLOT, TEXT };
  static const struct
  {
    const char *id, *label, *stands_for, *same_as;
    int         kind;
    const char *found;
  } places[] = {
    { FILING, "", "", "", LABELLED, FILING },
    { "old", "", "jc.s1.item.filing", "", LABELLED, FILING },
    { "old", "", "jc.s1.app.filing-request", "", LABELLED, PAPER },
    { "old", "", "old.paper", "jc.s1.app.filing-request", LABELLED, PAPER },
    { "old", "别的", "old.item", "", LABELLED, NULL },
    { "old", "", "", "", LABELLED, NULL },
    /* A slot has no other name, and a label in its stead is none. */
    { FILING, "", "", "", SLOT, NULL },
    { BLANK, "", "", "", SLOT, BLANK },
    { POINTS, "", "", "", TEXT, POINTS },
    { "jc.s1.items.city", "", "", "", TEXT, NULL },
  };
  g_autoptr (StewardPack) pack = steward_pack_library_load ("jincheng-2022", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      StewardSectionPlace *place = g_new0 (StewardSectionPlace, 1);

      place->id = g_strdup (places[i].id);
      place->label = g_strdup (places[i].label);
      place->stands_for = g_strdup (places[i].stands_for);
      place->same_as = g_strdup (places[i].same_as);
      place->blank = places[i].kind == SLOT;
      place->text = places[i].kind == TEXT;
      g_assert_cmpstr (steward_section_place_locate (place, pack), ==, places[i].found);
      steward_section_place_free (place);
    }
}

static void
test_asking_and_answering_is_recorded (void)
{
  g_autoptr (StewardProject) project = fixture_asked_project ();
  g_autoptr (StewardSectionForm) form = fixture_ask (project);
  g_autoptr (GError) error = NULL;

  g_assert_true (steward_section_form_record (form, project, &error));
  g_assert_no_error (error);
  fixture_assert_day (steward_project_get_request (project, SECTION)->sent, "2026-08-12");
  g_assert_cmpint (steward_project_get_request (project, SECTION)->answered, ==, STEWARD_DAY_NONE);
  steward_section_form_answer (form, project, "乙", "2026-08-14T09:30:00+08:00");
  g_assert_true (steward_section_form_record (form, project, &error));
  fixture_assert_day (steward_project_get_request (project, SECTION)->answered, "2026-08-14");
  g_assert_cmpstr (steward_project_get_request (project, SECTION)->answered_by, ==, "乙");
  /* A section of the directory that the pack does not have. */
  g_free (form->section);
  form->section = g_strdup ("section.1");
  g_assert_true (steward_section_form_record (form, project, &error));
  g_free (form->section);
  form->section = g_strdup ("nobody");
  g_assert_false (steward_section_form_record (form, project, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/section-form/a-request-holds-one-section-and-nobodys-phone",
                   test_a_request_holds_one_section_and_nobodys_phone);
  g_test_add_func ("/section-form/what-cannot-be-asked-is-refused", test_what_cannot_be_asked_is_refused);
  g_test_add_func ("/section-form/the-desk-of-the-section-starts-as-it-was",
                   test_the_desk_of_the_section_starts_as_it_was);
  g_test_add_func ("/section-form/an-older-desk-hands-back-what-it-does-not-know",
                   test_an_older_desk_hands_back_what_it_does_not_know);
  g_test_add_func ("/section-form/a-place-is-found-in-another-version", test_a_place_is_found_in_another_version);
  g_test_add_func ("/section-form/asking-and-answering-is-recorded", test_asking_and_answering_is_recorded);
  return g_test_run ();
}
