/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A meeting: what the room sees, and what becomes of what is decided. */
#include <glib/gstdio.h>

#include "steward-flowchart-view.h"
#include "steward-meeting-draft.h"
#include "steward-paper-window.h"
#include "steward-papers.h"
#include "steward-piece.h"
#include "steward-presenter-window.h"
#include "steward-project-file.h"
#include "steward-slide-view.h"
#include "ui-desk.h"

typedef struct
{
  Desk                    desk;
  StewardSession         *session;
  StewardPresenterWindow *presenter;
  StewardProjectorWindow *projector;
} Fixture;

/* Behind the agenda and who came. */
#define FIRST_STAGE 2

/* @data: name of the sample, NULL for the usual one. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  desk_set_up (&fixture->desk, NULL);
  desk_import_sample (&fixture->desk, data != NULL ? data : "jincheng-factory");
  fixture->session = desk_get_session (&fixture->desk);
  desk_activate (&fixture->desk, "win.present");
  fixture->presenter = STEWARD_PRESENTER_WINDOW (fixture->desk.window->presenter);
  fixture->projector = steward_presenter_window_get_projector (fixture->presenter);
  ui_test_settle ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->desk.window->presenter != NULL)
    {
      gtk_window_destroy (GTK_WINDOW (fixture->projector));
      gtk_window_destroy (GTK_WINDOW (fixture->presenter));
    }
  desk_tear_down (&fixture->desk, NULL);
}

static StewardPresentation *
get_presentation (Fixture *fixture)
{
  return steward_presenter_window_get_presentation (fixture->presenter);
}

static void
act (Fixture    *fixture,
     const char *action,
     GVariant   *parameter)
{
  g_action_group_activate_action (steward_projector_window_get_actions (fixture->projector), action, parameter);
  ui_test_settle ();
}

static const StewardBox *
find_untouched (Fixture            *fixture,
                const StewardStage *stage)
{
  StewardProject *project = steward_session_get_project (fixture->session);
  GPtrArray *parts = steward_pack_get_parts (steward_project_get_pack (project));
  const StewardPart *part = g_ptr_array_index (parts, stage->number - 1);

  for (guint i = 0; i < part->groups->len; i++)
    {
      const StewardGroup *group = g_ptr_array_index (part->groups, i);

      for (guint j = 0; group->boxes != NULL && j < group->boxes->len; j++)
        {
          const StewardBox *box = g_ptr_array_index (group->boxes, j);

          if (box->item != NULL && steward_project_get_tick (project, box->id) == NULL)
            return box;
        }
    }
  g_assert_not_reached ();
}

static void
test_every_stage_is_a_slide (Fixture       *fixture,
                             gconstpointer  data)
{
  StewardPresentation *presentation = get_presentation (fixture);
  GPtrArray *slides = steward_presentation_get_slides (presentation);
  guint stages = 0;

  for (guint i = 0; i < slides->len; i++)
    {
      const StewardSlide *slide = g_ptr_array_index (slides, i);

      g_assert_cmpuint (steward_presentation_get_position (presentation), ==, i);
      g_assert_cmpstr (slide->title, !=, "");
      stages += slide->kind == STEWARD_SLIDE_STAGE;
      /* A stage may take several screens. */
      for (guint n = 0; n < 20 && i + 1 < slides->len && steward_presentation_get_position (presentation) == i; n++)
        act (fixture, "step", g_variant_new_int32 (1));
    }
  g_assert_cmpuint (stages, ==, 4);
  act (fixture, "step", g_variant_new_int32 (1));
  /* There is nothing behind the last one. */
  g_assert_cmpuint (steward_presentation_get_position (presentation), ==, slides->len - 1);
  act (fixture, "step", g_variant_new_int32 (-1000));
  g_assert_cmpuint (steward_presentation_get_position (presentation), ==, 0);
}

static void
test_the_room_sees_no_numbers_of_persons (Fixture       *fixture,
                                          gconstpointer  data)
{
  StewardProject *project = steward_session_get_project (steward_presentation_get_trial (get_presentation (fixture)));
  GtkWidget *slide = ui_test_find (GTK_WIDGET (fixture->projector), STEWARD_TYPE_SLIDE_VIEW);
  g_autofree char *masked = NULL, *shown = NULL;

  steward_project_set_fact (project, STEWARD_FACT_PHONE, "13812345678");
  ui_test_settle ();
  masked = ui_test_text (slide);
  g_assert_nonnull (strstr (masked, "138****5678"));
  g_assert_null (strstr (masked, "13812345678"));
  g_action_group_change_action_state (steward_projector_window_get_actions (fixture->projector), "masked",
                                      g_variant_new_boolean (FALSE));
  ui_test_settle ();
  shown = ui_test_text (slide);
  g_assert_nonnull (strstr (shown, "13812345678"));
}

/* Over all screens of the stage. */
static guint
count_boxes (StewardFlowchartView *view)
{
  guint n = 0;

  for (int screen = 1; screen <= steward_flowchart_view_count_screens (view); screen++)
    {
      steward_flowchart_view_set_screen (view, screen);
      n += steward_flowchart_view_get_n_boxes (view);
    }

  return n;
}

static void
test_ticking_changes_the_flowchart_and_not_the_project (Fixture       *fixture,
                                                        gconstpointer  data)
{
  StewardPresentation *presentation = get_presentation (fixture);
  const StewardSlide *slide = g_ptr_array_index (steward_presentation_get_slides (presentation), FIRST_STAGE);
  const StewardBox *box = find_untouched (fixture, slide->stage);
  GtkWidget *view;
  guint before;

  steward_presentation_move_to (presentation, FIRST_STAGE);
  ui_test_settle ();
  view = ui_test_find_mapped (GTK_WIDGET (fixture->projector), STEWARD_TYPE_FLOWCHART_VIEW);
  before = count_boxes (STEWARD_FLOWCHART_VIEW (view));
  g_assert_cmpuint (before, >, 0);
  steward_presentation_tick (presentation, box->id, TRUE);
  ui_test_settle ();
  g_assert_cmpuint (count_boxes (STEWARD_FLOWCHART_VIEW (view)), ==, before + 1);
  g_assert_null (steward_project_get_tick (steward_session_get_project (fixture->session), box->id));
}

static gboolean
meeting_is_over (gpointer data)
{
  Fixture *fixture = data;

  return fixture->desk.window->presenter == NULL && desk_is_settled (&fixture->desk);
}

static gboolean
nothing_is_left (gpointer data)
{
  StewardProject *project = steward_session_get_project (((Fixture *) data)->session);
  g_autoptr (GPtrArray) meetings = steward_project_list_meetings (project);

  return meetings->len == 0;
}

static gboolean
has_draft (gpointer data)
{
  return steward_meeting_draft_exists (steward_session_get_project (((Fixture *) data)->session));
}

typedef struct
{
  gboolean  done;
  GBytes   *bytes;
} Fetched;

static void
fetched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Fetched *fetched = user_data;

  fetched->bytes = steward_store_get_file_finish (STEWARD_STORE (source), result, NULL);
  fetched->done = TRUE;
}

static gboolean
is_fetched (gpointer data)
{
  return ((Fetched *) data)->done;
}

/* What the paper on record says. */
static char *
read_paper (Fixture    *fixture,
            const char *form)
{
  StewardProject *project = steward_session_get_project (fixture->session);
  g_autoptr (GPtrArray) documents = steward_project_list_documents (project);
  g_autofree char *path = g_build_filename (fixture->desk.folder, "paper.pdf", NULL);
  const char *argv[] = { "pdftotext", "-layout", path, "-", NULL };
  Fetched fetched = { FALSE, NULL };
  char *text = NULL;

  for (guint i = 0; i < documents->len; i++)
    {
      const StewardDocument *document = g_ptr_array_index (documents, i);

      if (!g_str_equal (document->form, form))
        continue;
      g_assert_cmpint (document->state, ==, STEWARD_DOCUMENT_MADE);
      g_assert_cmpstr (document->name, !=, "");
      steward_store_get_file_async (steward_keeper_get_store (steward_session_get_keeper (fixture->session)),
                                    document->sha256, NULL, fetched_cb, &fetched);
      ui_test_wait (is_fetched, &fetched);
    }
  g_assert_nonnull (fetched.bytes);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (fetched.bytes, NULL), g_bytes_get_size (fetched.bytes),
                                      NULL));
  g_bytes_unref (fetched.bytes);
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, NULL));
  g_unlink (path);

  return text;
}

/* The windows that show papers. */
static guint
close_papers (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint n = 0;

  for (guint i = g_list_model_get_n_items (windows); i-- > 0;)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (!STEWARD_IS_PAPER_WINDOW (window))
        continue;
      gtk_window_destroy (window);
      n++;
    }
  ui_test_settle ();

  return n;
}

/* All that was decided is one step back. */
static void
test_a_meeting_is_one_change (Fixture       *fixture,
                              gconstpointer  data)
{
  StewardPresentation *presentation = get_presentation (fixture);
  StewardProject *project = steward_session_get_project (fixture->session);
  GPtrArray *voices = steward_presentation_get_voices (presentation);
  const StewardSlide *slide = g_ptr_array_index (steward_presentation_get_slides (presentation), FIRST_STAGE + 1);
  const StewardBox *box = find_untouched (fixture, slide->stage);
  const char *party = ((const StewardVoice *) g_ptr_array_index (voices, 0))->id;
  g_autoptr (GPtrArray) meetings = NULL, documents = NULL;
  g_autofree char *opinion = NULL, *minutes = NULL;
  const StewardMeeting *meeting;

  steward_presentation_tick (presentation, box->id, TRUE);
  steward_presentation_set_verdict (presentation, party, STEWARD_OPINION_CONDITIONS);
  steward_presentation_set_text (presentation, party, "补充勘察报告后同意");
  gtk_text_buffer_set_text (steward_projector_window_get_minutes (fixture->projector), "会商记录（虚构）", -1);
  act (fixture, "leave", NULL);
  desk_answer ("record");
  ui_test_wait (meeting_is_over, fixture);
  g_assert_true (steward_project_is_ticked (project, box->id));
  meetings = steward_project_list_meetings (project);
  g_assert_cmpuint (meetings->len, ==, 1);
  meeting = g_ptr_array_index (meetings, 0);
  g_assert_cmpstr (meeting->minutes, ==, "会商记录（虚构）");
  g_assert_cmpuint (meeting->attendance->len, ==, 1);
  g_assert_cmpuint (meeting->opinions->len, ==, 1);
  /* It ends with its papers, on record and in sight. */
  opinion = read_paper (fixture, "opinion");
  g_assert_nonnull (strstr (opinion, "补充勘察报告后同意"));
  minutes = read_paper (fixture, "minutes");
  g_assert_nonnull (strstr (minutes, "会商记录（虚构）"));
  g_assert_cmpuint (close_papers (), ==, 2);
  desk_activate (&fixture->desk, "win.undo");
  ui_test_wait (nothing_is_left, fixture);
  g_assert_false (steward_project_is_ticked (project, box->id));
  /* Nobody signed the papers of a meeting that was taken back. */
  documents = steward_project_list_documents (project);
  g_assert_cmpuint (documents->len, ==, 0);
}

/* One key each: on to the next bureau, or into its words. */
static void
test_a_bureau_judges_an_item (Fixture       *fixture,
                              gconstpointer  data)
{
  StewardPresentation *presentation = get_presentation (fixture);
  g_autoptr (StewardPresentation) again = NULL;
  g_autofree char *id = NULL, *party = NULL, *name = NULL, *seen = NULL, *told = NULL, *opinion = NULL;
  g_autoptr (GPtrArray) meetings = NULL, lines = NULL;
  const StewardOpinion *said;
  guint turns, heard;

  /* Nobody is asked on the agenda. */
  g_assert_null (steward_presentation_get_turn (presentation));
  g_assert_false (steward_presentation_answer (presentation, STEWARD_OPINION_AGREE));
  steward_presentation_move_to (presentation, FIRST_STAGE);
  id = g_strdup (steward_presentation_get_turn (presentation)->item);
  party = g_strdup (steward_presentation_get_turn (presentation)->voice->id);
  name = g_strdup (steward_presentation_get_turn (presentation)->name);
  act (fixture, "answer", g_variant_new_int32 (STEWARD_OPINION_CONDITIONS));
  /* Words belong to it, so the turn stays. */
  g_assert_cmpstr (steward_presentation_get_turn (presentation)->item, ==, id);
  steward_presentation_set_item_opinion (presentation, party, id, STEWARD_OPINION_CONDITIONS, "补水保批复");
  seen = ui_test_text (GTK_WIDGET (fixture->projector));
  g_assert_nonnull (strstr (seen, name));
  /* The same key keeps the words, none takes all back. */
  act (fixture, "answer", g_variant_new_int32 (STEWARD_OPINION_DISAGREE));
  g_assert_cmpstr (steward_presentation_get_item_opinion (presentation, party, id)->text, ==, "补水保批复");
  act (fixture, "answer", g_variant_new_int32 (STEWARD_OPINION_NONE));
  g_assert_null (steward_presentation_get_item_opinion (presentation, party, id));
  steward_presentation_set_item_opinion (presentation, party, id, STEWARD_OPINION_CONDITIONS, "补水保批复");
  steward_presentation_finish_words (presentation);
  g_assert_cmpstr (steward_presentation_get_turn (presentation)->item, !=, id);
  steward_presentation_count_stage (presentation, steward_presentation_get_slide (presentation)->stage, &turns, &heard);
  g_assert_cmpuint (heard, ==, 1);
  told = steward_presentation_describe_items (presentation, party);
  g_assert_nonnull (strstr (told, name));
  lines = steward_presentation_list_voices (presentation);
  g_assert_nonnull (strstr (g_ptr_array_index (lines, lines->len - 1), "补水保批复"));
  /* After a power cut it is there, and apart from the whole project. */
  ui_test_wait (has_draft, fixture);
  again = steward_presentation_new (fixture->session);
  g_assert_true (steward_meeting_draft_resume (again, NULL));
  g_assert_cmpstr (steward_presentation_get_item_opinion (again, party, id)->text, ==, "补水保批复");
  for (guint i = 0; i < steward_presentation_get_voices (again)->len; i++)
    g_assert_cmpint (((StewardVoice *) g_ptr_array_index (steward_presentation_get_voices (again), i))->verdict, ==,
                     STEWARD_OPINION_NONE);
  act (fixture, "leave", NULL);
  desk_answer ("record");
  ui_test_wait (meeting_is_over, fixture);
  meetings = steward_project_list_meetings (steward_session_get_project (fixture->session));
  said = g_ptr_array_index (((StewardMeeting *) g_ptr_array_index (meetings, 0))->opinions, 0);
  g_assert_cmpstr (said->about, ==, id);
  opinion = read_paper (fixture, "opinion");
  g_assert_nonnull (strstr (opinion, "补水保批复"));
  close_papers ();
}

/* Two are competent for one item: both are asked, and both are on paper. */
static void
test_every_competent_bureau_is_heard (Fixture       *fixture,
                                      gconstpointer  data)
{
  StewardPresentation *presentation = get_presentation (fixture);
  g_autofree char *item = NULL, *said = NULL, *opinion = NULL, *minutes = NULL;
  g_autoptr (GHashTable) heard = g_hash_table_new (g_str_hash, g_str_equal);
  const StewardTurn *turn;
  StewardOpinionVerdict verdict;
  guint n, asked;

  /* The permit to build, by the district and by the approval bureau. */
  steward_presentation_move_to (presentation, FIRST_STAGE + 2);
  g_assert_true (steward_presentation_take_turn (presentation, "dt.s3.construction-permit", NULL));
  while ((turn = steward_presentation_get_turn (presentation)) != NULL && g_str_equal (turn->item, "dt.s3.construction-permit"))
    {
      g_hash_table_add (heard, (gpointer) turn->voice->name);
      g_assert_true (steward_presentation_judge (presentation, STEWARD_OPINION_CONDITIONS + g_hash_table_size (heard) - 1));
      steward_presentation_set_item_opinion (presentation, turn->voice->id, turn->item,
                                             STEWARD_OPINION_CONDITIONS + g_hash_table_size (heard) - 1,
                                             g_hash_table_size (heard) == 1 ? "先补证明" : "不宜同时办");
      steward_presentation_finish_words (presentation);
    }
  g_assert_cmpuint (g_hash_table_size (heard), ==, 2);
  steward_presentation_weigh_item (presentation, "dt.s3.construction-permit", &verdict, &n, &asked);
  g_assert_cmpint (verdict, ==, STEWARD_OPINION_DISAGREE);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (asked, ==, 2);
  said = steward_presentation_describe_item (presentation, "dt.s3.construction-permit");
  g_assert_nonnull (strstr (said, "2/2"));
  act (fixture, "leave", NULL);
  desk_answer ("record");
  ui_test_wait (meeting_is_over, fixture);
  opinion = read_paper (fixture, "opinion");
  minutes = read_paper (fixture, "minutes");
  g_assert_nonnull (strstr (opinion, "先补证明"));
  g_assert_nonnull (strstr (opinion, "不宜同时办"));
  g_assert_nonnull (strstr (minutes, "先补证明"));
  g_assert_nonnull (strstr (minutes, "不宜同时办"));
  close_papers ();
}

/* "Has anybody else something to say?" Who is not there does not agree. */
static void
test_the_rest_agrees_at_one_key (Fixture       *fixture,
                                 gconstpointer  data)
{
  StewardPresentation *presentation = get_presentation (fixture);
  GPtrArray *voices = steward_presentation_get_voices (presentation);
  const StewardVoice *away = NULL;
  g_autofree char *first = NULL;
  guint turns, heard, n = 0;

  act (fixture, "step", g_variant_new_int32 (1));
  g_assert_cmpint (steward_presentation_get_slide (presentation)->kind, ==, STEWARD_SLIDE_ATTENDANCE);
  first = g_strdup (steward_presentation_get_turn (presentation)->voice->id);
  act (fixture, "answer", g_variant_new_int32 (2));
  g_assert_cmpstr (steward_presentation_get_turn (presentation)->voice->id, !=, first);
  act (fixture, "rest", NULL);
  for (guint i = 0; i < voices->len; i++)
    {
      const StewardVoice *voice = g_ptr_array_index (voices, i);

      g_assert_true (voice->heard);
      g_assert_cmpint (voice->presence, ==,
                       g_str_equal (voice->id, first) ? STEWARD_PRESENCE_EXCUSED : STEWARD_PRESENCE_PRESENT);
      if (g_str_equal (voice->id, first))
        away = voice;
    }
  for (guint i = 0; i < 4; i++)
    {
      steward_presentation_move_to (presentation, FIRST_STAGE + i);
      act (fixture, "rest", NULL);
      steward_presentation_count_stage (presentation, steward_presentation_get_slide (presentation)->stage, &turns, &heard);
      g_assert_cmpuint (heard, <=, turns);
      n += heard;
    }
  g_assert_cmpuint (n, >, 10);
  for (guint i = 0; i < voices->len; i++)
    n -= steward_presentation_count_agreed (presentation, ((const StewardVoice *) g_ptr_array_index (voices, i))->id);
  g_assert_cmpuint (n, ==, 0);
  act (fixture, "opinions", NULL);
  act (fixture, "rest", NULL);
  g_assert_cmpint (away->verdict, ==, STEWARD_OPINION_NONE);
  g_assert_cmpuint (steward_presentation_answer_rest (presentation), ==, 0);
  /* It came after all. */
  g_assert_true (steward_presentation_take_turn (presentation, NULL, first));
  act (fixture, "presence", NULL);
  act (fixture, "presence", NULL);
  g_assert_cmpint (away->presence, ==, STEWARD_PRESENCE_PRESENT);
  steward_presentation_forget_presence (presentation, first);
  g_assert_false (away->heard);
}

/* The papers name who came and where; the room does not read it. */
static void
test_persons_stay_off_the_projector (Fixture       *fixture,
                                     gconstpointer  data)
{
  StewardPresentation *presentation = get_presentation (fixture);
  const char *party = ((const StewardVoice *) g_ptr_array_index (steward_presentation_get_voices (presentation), 0))->id;
  GPtrArray *slides = steward_presentation_get_slides (presentation);
  g_autofree char *minutes = NULL;

  steward_presentation_set_person (presentation, party, "虚构某");
  steward_presentation_set_place (presentation, "三楼会议室");
  steward_presentation_set_title (presentation, "联合预审会");
  g_assert_cmpstr (steward_presentation_get_place (presentation), ==, "三楼会议室");
  g_assert_cmpstr (steward_presentation_get_title (presentation), ==, "联合预审会");
  for (guint i = 0; i < slides->len; i++)
    {
      g_autofree char *seen = NULL;

      steward_presentation_move_to (presentation, i);
      ui_test_settle ();
      seen = ui_test_text (GTK_WIDGET (fixture->projector));
      g_assert_null (strstr (seen, "虚构某"));
      g_assert_null (strstr (gtk_window_get_title (GTK_WINDOW (fixture->projector)), "虚构"));
    }
  act (fixture, "leave", NULL);
  desk_answer ("record");
  ui_test_wait (meeting_is_over, fixture);
  minutes = read_paper (fixture, "minutes");
  g_assert_nonnull (strstr (minutes, "虚构某"));
  g_assert_nonnull (strstr (minutes, "三楼会议室"));
  g_assert_nonnull (strstr (minutes, "联合预审会"));
  close_papers ();
}

/* What is talked of is on the screen, whichever of the stage that is. */
static void
test_the_flowchart_follows_whose_turn_it_is (Fixture       *fixture,
                                             gconstpointer  data)
{
  StewardPresentation *presentation = get_presentation (fixture);
  GtkWidget *view;
  guint n = 0;

  steward_presentation_move_to (presentation, FIRST_STAGE);
  ui_test_settle ();
  view = ui_test_find_mapped (GTK_WIDGET (fixture->projector), STEWARD_TYPE_FLOWCHART_VIEW);
  do
    {
      const char *item = steward_presentation_get_turn (presentation)->item;

      ui_test_settle ();
      g_assert_true (steward_flowchart_view_shows (STEWARD_FLOWCHART_VIEW (view), item));
      g_assert_cmpstr (steward_canvas_get_selected (STEWARD_CANVAS (view)), ==, item);
      n++;
    }
  while (steward_presentation_step_turn (presentation, 1));
  g_assert_cmpuint (n, >, 1);
  g_assert_true (steward_presentation_step_turn (presentation, -1));
  g_assert_false (steward_flowchart_view_turn_to (STEWARD_FLOWCHART_VIEW (view), "gone"));
}

static void
test_what_somebody_else_changed_is_asked_for (Fixture       *fixture,
                                              gconstpointer  data)
{
  StewardPresentation *presentation = get_presentation (fixture);
  StewardProject *project = steward_session_get_project (fixture->session);
  const StewardSlide *slide = g_ptr_array_index (steward_presentation_get_slides (presentation), FIRST_STAGE);
  const StewardBox *box = find_untouched (fixture, slide->stage);
  g_autoptr (GPtrArray) none = steward_presentation_list_rivals (presentation), rivals = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  steward_presentation_tick (presentation, box->id, TRUE);
  steward_project_set_tick (project, box->id, FALSE, "另一科室", NULL);
  rivals = steward_presentation_list_rivals (presentation);
  g_assert_cmpuint (rivals->len, ==, 1);
  act (fixture, "leave", NULL);
  desk_answer ("record");
  ui_test_wait (meeting_is_over, fixture);
  /* The other's decision stays unless somebody says otherwise. */
  g_assert_false (steward_project_is_ticked (project, box->id));
  g_assert_cmpstr (steward_project_get_tick (project, box->id)->by, ==, "另一科室");
  g_assert_cmpuint (close_papers (), ==, 2);
}

static void
test_a_meeting_without_decisions_just_ends (Fixture       *fixture,
                                            gconstpointer  data)
{
  act (fixture, "leave", NULL);
  g_assert_null (desk_find_dialog ());
  g_assert_null (fixture->desk.window->presenter);
}

static void
test_escape_puts_things_away_first (Fixture       *fixture,
                                    gconstpointer  data)
{
  GActionGroup *actions = steward_projector_window_get_actions (fixture->projector);
  StewardPresentation *presentation = get_presentation (fixture);

  g_action_group_activate_action (actions, "black", NULL);
  g_assert_true (steward_presentation_is_black (presentation));
  act (fixture, "leave", NULL);
  g_assert_false (steward_presentation_is_black (presentation));
  g_assert_nonnull (fixture->desk.window->presenter);
}

static void
test_notes_stay_on_the_desk (Fixture       *fixture,
                             gconstpointer  data)
{
  StewardPresentation *presentation = get_presentation (fixture);
  g_autofree char *seen = NULL;

  steward_presentation_set_note (presentation, "只给自己看");
  act (fixture, "step", g_variant_new_int32 (1));
  act (fixture, "step", g_variant_new_int32 (-1));
  g_assert_cmpstr (steward_presentation_get_slide (presentation)->note, ==, "只给自己看");
  seen = ui_test_text (GTK_WIDGET (fixture->projector));
  g_assert_null (strstr (seen, "只给自己看"));
}

/* As after a power cut: what was said is there at the next start. */
static void
test_an_interrupted_meeting_goes_on (Fixture       *fixture,
                                     gconstpointer  data)
{
  StewardPresentation *presentation = get_presentation (fixture);
  const StewardSlide *slide = g_ptr_array_index (steward_presentation_get_slides (presentation), FIRST_STAGE);
  const StewardBox *box = find_untouched (fixture, slide->stage);
  g_autofree char *party =
    g_strdup (((const StewardVoice *) g_ptr_array_index (steward_presentation_get_voices (presentation), 0))->id);
  g_autoptr (StewardPresentation) again = NULL;
  g_autoptr (GError) error = NULL;
  const StewardVoice *voice;

  steward_presentation_tick (presentation, box->id, TRUE);
  steward_presentation_set_verdict (presentation, party, STEWARD_OPINION_DISAGREE);
  gtk_text_buffer_set_text (steward_projector_window_get_minutes (fixture->projector), "未完", -1);
  ui_test_wait (has_draft, fixture);
  again = steward_presentation_new (fixture->session);
  steward_meeting_draft_resume (again, &error);
  g_assert_no_error (error);
  voice = g_ptr_array_index (steward_presentation_get_voices (again), 0);
  g_assert_cmpint (voice->verdict, ==, STEWARD_OPINION_DISAGREE);
  g_assert_cmpstr (steward_presentation_get_minutes (again), ==, "未完");
  g_assert_true (steward_project_is_ticked (steward_session_get_project (steward_presentation_get_trial (again)),
                                            box->id));
  act (fixture, "leave", NULL);
  desk_answer ("discard");
  ui_test_wait (meeting_is_over, fixture);
  g_assert_false (has_draft (fixture));
}

static void
test_a_monitor_is_chosen_by_name (Fixture       *fixture,
                                  gconstpointer  data)
{
  GActionGroup *actions = steward_projector_window_get_actions (fixture->projector);
  GListModel *monitors = gdk_display_get_monitors (gdk_display_get_default ());
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, 0);
  g_autofree char *name = steward_projector_window_name_monitor (monitor);
  g_autoptr (GVariant) state = NULL;

  g_assert_nonnull (strstr (name, "1366 × 768"));
  g_action_group_change_action_state (actions, "project-on", g_variant_new_string (gdk_monitor_get_connector (monitor)));
  /* One that was unplugged changes nothing. */
  g_action_group_change_action_state (actions, "project-on", g_variant_new_string ("gone"));
  state = g_action_group_get_action_state (actions, "project-on");
  g_assert_cmpstr (g_variant_get_string (state, NULL), ==, gdk_monitor_get_connector (monitor));
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *state = g_dir_make_tmp ("steward-XXXXXX", NULL);
  g_autofree char *steward = g_build_filename (state, "steward", NULL);
  g_autofree char *meetings = g_build_filename (steward, "meetings", NULL);
  int status;

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  ui_test_init (&argc, &argv);
#define TEST(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
#define TEST_DATONG(path, test) g_test_add (path, Fixture, "datong-complex", set_up, test, tear_down)
  TEST ("/presentation/every-stage-is-a-slide", test_every_stage_is_a_slide);
  TEST ("/presentation/the-room-sees-no-numbers-of-persons", test_the_room_sees_no_numbers_of_persons);
  TEST ("/presentation/ticking-changes-the-flowchart-and-not-the-project",
        test_ticking_changes_the_flowchart_and_not_the_project);
  TEST ("/presentation/a-meeting-is-one-change", test_a_meeting_is_one_change);
  TEST ("/presentation/a-bureau-judges-an-item", test_a_bureau_judges_an_item);
  TEST ("/presentation/what-somebody-else-changed-is-asked-for", test_what_somebody_else_changed_is_asked_for);
  TEST ("/presentation/a-meeting-without-decisions-just-ends", test_a_meeting_without_decisions_just_ends);
  TEST ("/presentation/escape-puts-things-away-first", test_escape_puts_things_away_first);
  TEST ("/presentation/notes-stay-on-the-desk", test_notes_stay_on_the_desk);
  TEST ("/presentation/an-interrupted-meeting-goes-on", test_an_interrupted_meeting_goes_on);
  TEST_DATONG ("/presentation/every-competent-bureau-is-heard", test_every_competent_bureau_is_heard);
  TEST_DATONG ("/presentation/the-rest-agrees-at-one-key", test_the_rest_agrees_at_one_key);
  TEST ("/presentation/persons-stay-off-the-projector", test_persons_stay_off_the_projector);
  TEST_DATONG ("/presentation/the-flowchart-follows-whose-turn-it-is", test_the_flowchart_follows_whose_turn_it_is);
  TEST ("/presentation/a-monitor-is-chosen-by-name", test_a_monitor_is_chosen_by_name);
#undef TEST_DATONG
#undef TEST

  status = g_test_run ();
  g_rmdir (meetings);
  g_rmdir (steward);
  g_rmdir (state);

  return status;
}
