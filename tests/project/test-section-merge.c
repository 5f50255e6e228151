/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An answer laid beside the project: nothing that anybody decided is lost. */
#include <string.h>

#include "section-fixture.h"
#include "steward-error.h"

static const StewardSectionLine *
find_line (const StewardSectionMerge *merge,
           const char                *key)
{
  for (guint i = 0; i < merge->lines->len; i++)
    {
      const StewardSectionLine *line = merge->lines->pdata[i];

      if (g_str_equal (line->key, key))
        return line;
    }
  return NULL;
}

static void
set (StewardProject *project,
     const char     *decision,
     const char     *by)
{
  if (g_str_equal (decision, "on"))
    steward_project_set_tick (project, FILING, TRUE, by, NULL);
  else if (g_str_equal (decision, "off"))
    steward_project_set_tick (project, FILING, FALSE, by, NULL);
  else
    steward_project_clear_tick (project, FILING);
}

static const char *
get (StewardProject *project)
{
  const StewardTick *tick = steward_project_get_tick (project, FILING);

  return tick == NULL ? "none" : tick->on ? "on" : "off";
}

/* Every way in which three sides can stand on one box. */
static void
test_one_box_three_sides (void)
{
  static const struct
  {
    const char *base, *ours, *theirs;
    const char *verdict;        /* "" for no line */
    const char *kept, *taken;   /* result preferring ours, and theirs */
  } cases[] = {
    { "none", "none", "none", "", "none", "none" },
    { "none", "on", "none", "", "on", "on" },
    { "none", "none", "on", "change", "on", "on" },
    { "none", "none", "off", "change", "off", "off" },
    { "none", "on", "on", "same", "on", "on" },
    { "none", "on", "off", "conflict", "on", "off" },
    { "none", "off", "on", "conflict", "off", "on" },
    { "on", "on", "on", "same", "on", "on" },
    { "on", "on", "off", "change", "off", "off" },
    { "on", "off", "on", "same", "off", "off" },
    { "on", "off", "off", "same", "off", "off" },
    { "on", "none", "off", "conflict", "none", "off" },
    { "off", "on", "none", "conflict", "on", "none" },
    { "off", "off", "none", "change", "none", "none" },
    { "off", "none", "none", "same", "none", "none" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int prefer = STEWARD_SECTION_OURS; prefer <= STEWARD_SECTION_THEIRS; prefer++)
      {
        g_autoptr (StewardProject) project = fixture_asked_project ();
        g_autoptr (StewardSectionForm) form = NULL;
        g_autoptr (StewardSectionMerge) merge = NULL;
        g_autoptr (StewardProject) copy = NULL;
        g_autoptr (GError) error = NULL;
        const StewardSectionLine *line;

        set (project, cases[i].base, "甲");
        form = fixture_ask (project);
        copy = steward_section_form_open (form, steward_project_get_pack (project));
        set (copy, cases[i].theirs, "乙");
        steward_section_form_answer (form, copy, "乙", NULL);
        set (project, cases[i].ours, "丙");

        merge = steward_section_merge_new (project, form, &error);
        g_assert_no_error (error);
        g_assert_false (merge->other_form);
        line = find_line (merge, FILING);
        g_assert_cmpstr (line ? steward_section_verdict_to_word (line->verdict) : "", ==, cases[i].verdict);
        steward_section_merge_prefer (merge, prefer);
        g_assert_cmpint (steward_section_merge_apply (merge, project, &error), >=, 0);
        g_assert_no_error (error);
        g_assert_cmpstr (get (project), ==, prefer == STEWARD_SECTION_OURS ? cases[i].kept : cases[i].taken);
      }
}

static void
add_both_rows (StewardProject *copy)
{
  const StewardRow *row = steward_project_get_rows (copy)->pdata[0];

  g_assert_nonnull (steward_project_add_rows (copy, BLANK, "双方都有\n科室新增", "乙"));
  steward_project_set_row_text (copy, row->id, "县级事项一（改）");
}

static void
test_rows_of_both_sides_stay (void)
{
  g_autoptr (StewardProject) project = fixture_asked_project ();
  g_autoptr (StewardSectionForm) form = fixture_ask (project);
  g_autoptr (StewardSectionMerge) merge = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *rows;

  fixture_answer (form, add_both_rows);
  /* The same number, but another row. */
  g_assert_nonnull (steward_project_add_rows (project, BLANK, "项目长新增\n双方都有", "丙"));
  merge = steward_section_merge_new (project, form, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (steward_section_merge_count (merge, STEWARD_SECTION_CONFLICT), ==, 0);
  g_assert_cmpuint (steward_section_merge_count (merge, STEWARD_SECTION_CHANGE), ==, 2);
  g_assert_cmpint (steward_section_merge_apply (merge, project, &error), ==, 2);
  rows = steward_project_get_rows (project);
  g_assert_cmpuint (rows->len, ==, 5);
  g_assert_cmpstr (((StewardRow *) rows->pdata[0])->text, ==, "县级事项一（改）");
  g_assert_cmpstr (((StewardRow *) rows->pdata[2])->text, ==, "项目长新增");
  g_assert_cmpstr (((StewardRow *) rows->pdata[3])->text, ==, "双方都有");
  g_assert_cmpstr (((StewardRow *) rows->pdata[3])->by, ==, "丙");
  g_assert_cmpstr (((StewardRow *) rows->pdata[4])->text, ==, "科室新增");
  g_assert_cmpstr (((StewardRow *) rows->pdata[4])->by, ==, "乙");
}

static void
remove_first_row (StewardProject *copy)
{
  steward_project_set_row_text (copy, ((StewardRow *) steward_project_get_rows (copy)->pdata[0])->id, "");
}

static void
test_a_row_with_a_case_stays (void)
{
  g_autoptr (StewardProject) project = fixture_asked_project ();
  g_autoptr (StewardSectionForm) form = fixture_ask (project);
  g_autoptr (StewardSectionMerge) merge = NULL;
  g_autoptr (StewardCase) handled = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = g_strdup (((StewardRow *) steward_project_get_rows (project)->pdata[0])->id);

  fixture_answer (form, remove_first_row);
  merge = steward_section_merge_new (project, form, &error);
  g_assert_cmpuint (find_line (merge, id)->verdict, ==, STEWARD_SECTION_CHANGE);
  g_clear_pointer (&merge, steward_section_merge_free);

  handled = steward_case_new ("c1", id);
  steward_project_put_case (project, handled);
  merge = steward_section_merge_new (project, form, &error);
  g_assert_cmpuint (find_line (merge, id)->verdict, ==, STEWARD_SECTION_HELD);
  g_assert_false (steward_section_line_allows (find_line (merge, id), STEWARD_SECTION_THEIRS));
  g_assert_cmpint (steward_section_merge_apply (merge, project, &error), ==, 0);
  g_assert_nonnull (steward_project_find_row (project, id));
}

static void
write_points (StewardProject *copy)
{
  steward_project_set_text (copy, POINTS, "科室的要点");
}

static void
test_texts_may_stand_below_each_other (void)
{
  g_autoptr (StewardProject) project = fixture_asked_project ();
  g_autoptr (StewardSectionForm) form = fixture_ask (project);
  g_autoptr (StewardSectionMerge) merge = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *author = NULL, *text = NULL, *long_text = g_strnfill (STEWARD_TEXT_MAX_CHARS, 'x');

  fixture_answer (form, write_points);
  steward_project_set_text (project, POINTS, "项目长的要点");
  merge = steward_section_merge_new (project, form, &error);
  g_assert_cmpuint (find_line (merge, POINTS)->verdict, ==, STEWARD_SECTION_CONFLICT);
  g_assert_cmpstr (find_line (merge, POINTS)->label, ==, "要点提示");
  text = steward_section_value_text (STEWARD_PIECE_TEXT, find_line (merge, POINTS)->theirs);
  g_assert_cmpstr (text, ==, "科室的要点");
  author = steward_section_value_author (STEWARD_PIECE_TEXT, find_line (merge, POINTS)->theirs);
  g_assert_cmpstr (author, ==, "");
  steward_section_merge_prefer (merge, STEWARD_SECTION_BOTH);
  g_assert_cmpint (steward_section_merge_apply (merge, project, &error), ==, 1);
  g_assert_cmpstr (steward_project_get_text (project, POINTS), ==, "项目长的要点\n科室的要点");
  g_clear_pointer (&merge, steward_section_merge_free);

  steward_project_set_text (project, POINTS, long_text);
  merge = steward_section_merge_new (project, form, &error);
  g_assert_false (steward_section_line_allows (find_line (merge, POINTS), STEWARD_SECTION_BOTH));
  steward_section_merge_prefer (merge, STEWARD_SECTION_BOTH);
  g_assert_cmpint (steward_section_merge_apply (merge, project, &error), ==, 0);
  g_assert_cmpstr (steward_project_get_text (project, POINTS), ==, long_text);
}

static void
tick_filing (StewardProject *copy)
{
  steward_project_set_tick (copy, FILING, TRUE, "乙", "2026-03-05T09:29:31+08:00");
  steward_project_set_tick (copy, PROPOSAL, TRUE, "乙", "2026-03-05T09:29:31+08:00");
}

/* The ids under which an older form knew the two items. */
static void
age (StewardSectionForm *form,
     const char         *id,
     const char         *old)
{
  StewardSectionPlace *place = (StewardSectionPlace *) steward_section_form_find_place (form, id);
  GPtrArray *lists[] = { form->base, form->answer };

  g_free (place->id);
  place->id = g_strdup (old);
  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    for (guint i = 0; i < lists[l]->len; i++)
      {
        StewardPiece *piece = lists[l]->pdata[i];

        if (!g_str_equal (piece->key, id))
          continue;
        g_free (piece->key);
        piece->key = g_strdup (old);
      }
}

static void
test_an_answer_for_an_older_form (void)
{
  g_autoptr (StewardProject) project = fixture_asked_project ();
  g_autoptr (StewardSectionForm) form = fixture_ask (project);
  g_autoptr (StewardSectionMerge) merge = NULL;
  g_autoptr (GError) error = NULL;
  StewardSectionPlace *gone;

  fixture_answer (form, tick_filing);
  age (form, FILING, "old.filing");
  age (form, PROPOSAL, "old.proposal");
  gone = (StewardSectionPlace *) steward_section_form_find_place (form, "old.proposal");
  g_free (gone->stands_for);
  gone->stands_for = g_strdup ("old.item.proposal");
  g_free (form->sha256);
  form->sha256 = g_strdup ("of another version");

  merge = steward_section_merge_new (project, form, &error);
  g_assert_no_error (error);
  g_assert_true (merge->other_form);
  g_assert_cmpstr (find_line (merge, FILING)->was, ==, "old.filing");
  g_assert_cmpuint (find_line (merge, FILING)->verdict, ==, STEWARD_SECTION_CHANGE);
  g_assert_cmpuint (find_line (merge, "old.proposal")->verdict, ==, STEWARD_SECTION_UNKNOWN);
  g_assert_cmpstr (find_line (merge, "old.proposal")->label, ==, "项目建议书审批");
  g_assert_cmpint (steward_section_merge_apply (merge, project, &error), ==, 1);
  g_assert_true (steward_project_is_ticked (project, FILING));
  g_assert_false (steward_project_is_ticked (project, PROPOSAL));
}

static void
test_who_ticked_and_when_is_told (void)
{
  g_autoptr (StewardProject) project = fixture_asked_project ();
  g_autoptr (StewardSectionForm) form = fixture_ask (project);
  g_autoptr (StewardSectionMerge) merge = NULL;
  g_autofree char *author = NULL, *text = NULL, *none = NULL, *row = NULL;
  g_autoptr (GVariant) typed = NULL;

  fixture_answer (form, tick_filing);
  merge = steward_section_merge_new (project, form, NULL);
  author = steward_section_value_author (STEWARD_PIECE_TICK, find_line (merge, FILING)->theirs);
  g_assert_cmpstr (author, ==, "乙 · 2026-03-05 09:29");
  text = steward_section_value_text (STEWARD_PIECE_TICK, find_line (merge, FILING)->theirs);
  g_assert_cmpstr (text, ==, "Ticked");
  none = steward_section_value_text (STEWARD_PIECE_TICK, NULL);
  g_assert_cmpstr (none, ==, "Not decided");
  typed = g_variant_ref_sink (g_variant_new ("(ussssi)", 1, BLANK, "x", "", "", 5));
  row = steward_section_value_text (STEWARD_PIECE_ROW, typed);
  g_assert_cmpstr (row, ==, "x (5 working days)");
}

static void
test_a_stray_answer_is_refused (void)
{
  g_autoptr (StewardProject) project = fixture_asked_project ();
  g_autoptr (StewardProject) other = fixture_new_project ("jincheng-2022");
  g_autoptr (StewardProject) elsewhere = fixture_new_project ("datong-2025");
  g_autoptr (StewardSectionForm) form = fixture_ask (project);
  g_autoptr (GError) error = NULL;

  g_assert_null (steward_section_merge_new (project, form, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
  g_clear_error (&error);
  fixture_answer (form, tick_filing);
  g_assert_null (steward_section_merge_new (other, form, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "虚构项目"));
  g_clear_error (&error);
  g_assert_true (steward_project_set_id (elsewhere, form->project));
  g_assert_null (steward_section_merge_new (elsewhere, form, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
}

/* Chance -------------------------------------------------------------- */

static const char *const boxes[] = { FILING, PROPOSAL, PAPER, "jc.s1.box.item.feasibility", "jc.s1.box.item.approval" };

static void
change_at_random (StewardProject *project,
                  GRand          *random,
                  const char     *by)
{
  for (int n = g_rand_int_range (random, 0, 8); n > 0; n--)
    {
      const char *box = boxes[g_rand_int_range (random, 0, G_N_ELEMENTS (boxes))];
      GPtrArray *rows = steward_project_get_rows (project);
      g_autofree char *text = g_strdup_printf ("%s%d", g_rand_boolean (random) ? by : "", g_rand_int_range (random, 0, 4));

      switch (g_rand_int_range (random, 0, 6))
        {
        case 0:
          steward_project_clear_tick (project, box);
          break;
        case 1:
          steward_project_add_rows (project, BLANK, text, by);
          break;
        case 2:
          if (rows->len > 0)
            steward_project_set_row_text (project, ((StewardRow *) rows->pdata[g_rand_int_range (random, 0, rows->len)])->id,
                                          g_rand_boolean (random) ? text : "");
          break;
        case 3:
          steward_project_set_text (project, POINTS, g_rand_boolean (random) ? text : "");
          break;
        default:
          steward_project_set_tick (project, box, g_rand_boolean (random), by, NULL);
          break;
        }
    }
}

static GVariant *
value_at (StewardProject   *project,
          StewardPieceKind  kind,
          const char       *key)
{
  return steward_project_get_piece (project, kind, key);
}

static gboolean
says_the_same (StewardPieceKind  kind,
               GVariant         *one,
               GVariant         *other)
{
  g_autofree char *a = steward_section_value_text (kind, one);
  g_autofree char *b = steward_section_value_text (kind, other);

  return g_str_equal (a, b);
}

/* What @side decided since @base stands in @result, or in a line that is open. */
static void
assert_decision (StewardProject            *base,
                 StewardProject            *side,
                 StewardProject            *result,
                 const StewardSectionMerge *merge,
                 StewardPieceKind           kind,
                 const char                *key)
{
  g_autoptr (GVariant) before = value_at (base, kind, key);
  g_autoptr (GVariant) decided = value_at (side, kind, key);
  g_autoptr (GVariant) now = value_at (result, kind, key);
  const StewardSectionLine *line = find_line (merge, key);

  if (says_the_same (kind, before, decided) || says_the_same (kind, now, decided))
    return;
  g_assert_nonnull (line);
  g_assert_cmpuint (line->verdict, ==, STEWARD_SECTION_CONFLICT);
  g_assert_true (says_the_same (kind, line->ours, decided) || says_the_same (kind, line->theirs, decided));
}

static guint
count_text (StewardProject *project,
            const char     *text)
{
  GPtrArray *rows = steward_project_get_rows (project);
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    n += g_str_equal (((StewardRow *) rows->pdata[i])->text, text);
  return n;
}

/* A row typed on either side is there by its words, or its line is open. */
static void
assert_rows (StewardProject            *base,
             StewardProject            *side,
             StewardProject            *result,
             const StewardSectionMerge *merge)
{
  GPtrArray *rows = steward_project_get_rows (side);

  for (guint i = 0; i < rows->len; i++)
    {
      const StewardRow *row = rows->pdata[i];
      gboolean told = count_text (result, row->text) > 0;

      if (steward_project_find_row (base, row->id) != NULL
          && g_str_equal (steward_project_find_row (base, row->id)->text, row->text))
        continue;
      for (guint l = 0; l < merge->lines->len && !told; l++)
        {
          const StewardSectionLine *line = merge->lines->pdata[l];
          g_autofree char *ours = steward_section_value_text (line->kind, line->ours);
          g_autofree char *theirs = steward_section_value_text (line->kind, line->theirs);

          told = line->verdict == STEWARD_SECTION_CONFLICT
                 && (g_str_equal (ours, row->text) || g_str_equal (theirs, row->text));
        }
      g_assert_true (told);
    }
}

static void
merge_at_random (GRand *random)
{
  g_autoptr (StewardProject) base = fixture_asked_project ();
  g_autoptr (StewardProject) ours = NULL, theirs = NULL, result = NULL;
  g_autoptr (StewardSectionForm) form = NULL;
  g_autoptr (StewardSectionMerge) merge = NULL;
  g_autoptr (GError) error = NULL;

  change_at_random (base, random, "甲");
  ours = steward_project_duplicate (base);
  form = fixture_ask (base);
  theirs = steward_section_form_open (form, steward_project_get_pack (base));
  change_at_random (theirs, random, "乙");
  change_at_random (ours, random, "丙");
  steward_section_form_answer (form, theirs, "乙", NULL);
  merge = steward_section_merge_new (ours, form, &error);
  g_assert_no_error (error);
  steward_section_merge_prefer (merge, g_rand_boolean (random) ? STEWARD_SECTION_THEIRS : STEWARD_SECTION_OURS);
  result = steward_project_duplicate (ours);
  g_assert_cmpint (steward_section_merge_apply (merge, result, &error), >=, 0);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      assert_decision (base, ours, result, merge, STEWARD_PIECE_TICK, boxes[i]);
      assert_decision (base, theirs, result, merge, STEWARD_PIECE_TICK, boxes[i]);
    }
  assert_decision (base, ours, result, merge, STEWARD_PIECE_TEXT, POINTS);
  assert_decision (base, theirs, result, merge, STEWARD_PIECE_TEXT, POINTS);
  assert_rows (base, ours, result, merge);
  assert_rows (base, theirs, result, merge);
  /* What was not asked for is left alone. */
  g_assert_true (steward_project_is_ticked (result, ELSEWHERE));
}

static void
test_no_decision_is_ever_lost (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20260812);
#ifdef __SANITIZE_ADDRESS__
  int rounds = 25;
#else
  int rounds = 150;
#endif

  for (int i = 0; i < rounds; i++)
    merge_at_random (random);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/section-merge/one-box-three-sides", test_one_box_three_sides);
  g_test_add_func ("/section-merge/rows-of-both-sides-stay", test_rows_of_both_sides_stay);
  g_test_add_func ("/section-merge/a-row-with-a-case-stays", test_a_row_with_a_case_stays);
  g_test_add_func ("/section-merge/texts-may-stand-below-each-other", test_texts_may_stand_below_each_other);
  g_test_add_func ("/section-merge/an-answer-for-an-older-form", test_an_answer_for_an_older_form);
  g_test_add_func ("/section-merge/who-ticked-and-when-is-told", test_who_ticked_and_when_is_told);
  g_test_add_func ("/section-merge/a-stray-answer-is-refused", test_a_stray_answer_is_refused);
  g_test_add_func ("/section-merge/no-decision-is-ever-lost", test_no_decision_is_ever_lost);
  return g_test_run ();
}
