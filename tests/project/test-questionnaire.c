/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every suggestion of the bundled packs, answered so that it holds and so that
 * it does not. */
#include <string.h>

#include "project-fixture.h"
#include "steward-decisions.h"

static gboolean
is_among (GPtrArray  *hints,
          const char *box)
{
  for (guint i = 0; i < hints->len; i++)
    if (strcmp (((const StewardHint *) hints->pdata[i])->box->id, box) == 0)
      return TRUE;
  return FALSE;
}

/* What @question can be answered with: its choices, or around each number that
 * some condition compares it with. (transfer full) */
static GPtrArray *
list_answers (const StewardPack     *pack,
              const StewardQuestion *question)
{
  GPtrArray *answers = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *suggestions = steward_pack_get_suggestions (pack);

  for (guint i = 0; i < question->choices->len; i++)
    g_ptr_array_add (answers, g_strdup (((const StewardChoice *) question->choices->pdata[i])->value));
  if (question->kind == STEWARD_QUESTION_YES_NO)
    {
      g_ptr_array_add (answers, g_strdup ("yes"));
      g_ptr_array_add (answers, g_strdup ("no"));
    }
  for (guint i = 0; question->kind == STEWARD_QUESTION_NUMBER && i < suggestions->len; i++)
    {
      const StewardSuggestion *suggestion = suggestions->pdata[i];

      for (guint j = 0; j < suggestion->all->len; j++)
        {
          const StewardCondition *condition = suggestion->all->pdata[j];

          if (strcmp (condition->question, question->id) == 0)
            for (int step = -1; step <= 1; step++)
              g_ptr_array_add (answers, g_strdup_printf ("%.0f", condition->number + step));
        }
    }
  return answers;
}

/* Whether every condition of @suggestion about @question is fulfilled. */
static gboolean
agrees (StewardProject          *project,
        const StewardSuggestion *suggestion,
        const char              *question)
{
  for (guint i = 0; i < suggestion->all->len; i++)
    {
      const StewardCondition *condition = suggestion->all->pdata[i];

      if (strcmp (condition->question, question) == 0 && !steward_project_fulfils (project, condition, NULL))
        return FALSE;
    }
  return TRUE;
}

/* Answers the question so that @suggestion is fulfilled by it, or is not. */
static void
answer (StewardProject          *project,
        const StewardSuggestion *suggestion,
        const char              *id,
        gboolean                 wanted)
{
  StewardPack *pack = steward_project_get_pack (project);
  const StewardQuestion *question = steward_pack_find_question (pack, id);
  g_autoptr (GPtrArray) answers = list_answers (pack, question);

  for (guint i = 0; i < answers->len; i++)
    {
      steward_project_set_answer (project, id, answers->pdata[i]);
      if (agrees (project, suggestion, id) == wanted)
        return;
    }
  g_error ("“%s” cannot be answered so that it %s: %s", id, wanted ? "fits" : "does not fit", suggestion->reason);
}

static gboolean
names (const StewardSuggestion *suggestion,
       const char              *box)
{
  return g_strv_contains ((const char * const *) suggestion->boxes, box);
}

/* What the answers say of a box by themselves. */
typedef enum { CALLED_FOR, OPEN, CONTRADICTED } Voice;

static Voice
ask_answers (StewardProject *project,
             const char     *box)
{
  GPtrArray *suggestions = steward_pack_get_suggestions (steward_project_get_pack (project));
  Voice voice = CONTRADICTED;

  for (guint i = 0; i < suggestions->len; i++)
    {
      const StewardSuggestion *suggestion = suggestions->pdata[i];
      gboolean all = TRUE, against = FALSE;

      if (!names (suggestion, box))
        continue;
      for (guint j = 0; j < suggestion->all->len; j++)
        {
          gboolean answered, fulfilled = steward_project_fulfils (project, suggestion->all->pdata[j], &answered);

          all = all && fulfilled;
          against = against || (answered && !fulfilled);
        }
      if (all)
        return CALLED_FOR;
      if (!against)
        voice = OPEN;
    }
  return voice;
}

/* Papers hang on items as well, which nobody has decided about here. */
static gboolean
is_needed_by_an_item (const StewardPack *pack,
                      const StewardBox  *box)
{
  GPtrArray *items = steward_pack_get_items (pack);

  for (guint i = 0; box->kind == STEWARD_BOX_MATERIAL && i < items->len; i++)
    if (g_ptr_array_find (((const StewardItem *) items->pdata[i])->materials, box->material, NULL))
      return TRUE;
  return FALSE;
}

static void
check_contradicted (StewardProject          *project,
                    const StewardSuggestion *suggestion)
{
  g_autoptr (GPtrArray) hints = steward_project_get_hints (project), doubts = NULL;

  for (guint i = 0; suggestion->boxes[i] != NULL; i++)
    if (ask_answers (project, suggestion->boxes[i]) != CALLED_FOR)
      {
        g_assert_false (is_among (hints, suggestion->boxes[i]));
        fixture_tick (project, suggestion->boxes[i]);
      }
  doubts = steward_project_get_doubts (project);
  for (guint i = 0; suggestion->boxes[i] != NULL; i++)
    {
      const char *id = suggestion->boxes[i];
      const StewardBox *box = steward_pack_find_box (steward_project_get_pack (project), id);

      if (!is_needed_by_an_item (steward_project_get_pack (project), box))
        g_assert_true (is_among (doubts, id) == (ask_answers (project, id) == CONTRADICTED));
    }
}

/* @suggestion holds, and then each of its questions in turn speaks against it. */
static void
check_suggestion (const char              *pack,
                  guint                    place)
{
  g_autoptr (StewardProject) first = fixture_new_project (pack);
  const StewardSuggestion *suggestion = steward_pack_get_suggestions (steward_project_get_pack (first))->pdata[place];

  for (guint i = 0; i < suggestion->all->len; i++)
    {
      g_autoptr (StewardProject) project = fixture_new_project (pack);
      const StewardSuggestion *own = steward_pack_get_suggestions (steward_project_get_pack (project))->pdata[place];
      g_autoptr (GPtrArray) hints = NULL;

      for (guint j = 0; j < own->all->len; j++)
        answer (project, own, ((const StewardCondition *) own->all->pdata[j])->question, TRUE);
      hints = steward_project_get_hints (project);
      for (guint j = 0; own->boxes[j] != NULL; j++)
        g_assert_true (is_among (hints, own->boxes[j]));
      answer (project, own, ((const StewardCondition *) own->all->pdata[i])->question, FALSE);
      check_contradicted (project, own);
    }
}

static void
test_every_question_works_in_both_directions (gconstpointer data)
{
  const char *pack = data;
  g_autoptr (StewardProject) project = fixture_new_project (pack);
  guint n = steward_pack_get_suggestions (steward_project_get_pack (project))->len;

  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < n; i++)
    check_suggestion (pack, i);
}

int
main (int   argc,
      char *argv[])
{
  static const char * const packs[] = { "jincheng-2022", "datong-2025" };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (packs); i++)
    {
      g_autofree char *path = g_strdup_printf ("/questionnaire/every-question-works-in-both-directions/%s", packs[i]);

      g_test_add_data_func (path, packs[i], test_every_question_works_in_both_directions);
    }
  return g_test_run ();
}
