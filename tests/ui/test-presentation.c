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

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  desk_set_up (&fixture->desk, NULL);
  desk_import_sample (&fixture->desk, "jincheng-factory");
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
  const StewardSlide *slide = g_ptr_array_index (steward_presentation_get_slides (presentation), 1);
  const StewardBox *box = find_untouched (fixture, slide->stage);
  GtkWidget *view;
  guint before;

  act (fixture, "step", g_variant_new_int32 (1));
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
  const StewardSlide *slide = g_ptr_array_index (steward_presentation_get_slides (presentation), 2);
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

static const StewardPlanItem *
find_item (StewardPresentation *presentation,
           StewardSchedule     *schedule)
{
  for (guint i = 0; i < schedule->plan->items->len; i++)
    {
      const StewardPlanItem *item = g_ptr_array_index (schedule->plan->items, i);

      if (steward_presentation_find_party (presentation, item->base) != NULL && item->stage->number == 1)
        return item;
    }
  g_assert_not_reached ();
}

/* One key, on the box of the flowchart or in the list of the items. */
static void
test_a_bureau_judges_an_item (Fixture       *fixture,
                              gconstpointer  data)
{
  StewardPresentation *presentation = get_presentation (fixture);
  StewardSchedule *schedule = (StewardSchedule *) steward_session_get_schedule (steward_presentation_get_trial (presentation));
  const StewardPlanItem *item = find_item (presentation, schedule);
  g_autofree char *id = g_strdup (item->base), *name = g_strdup (item->base_short_name);
  const char *party = steward_presentation_find_party (presentation, id);
  g_autoptr (StewardPresentation) again = NULL;
  g_autofree char *seen = NULL, *told = NULL, *opinion = NULL;
  const StewardOpinion *said;
  g_autoptr (GPtrArray) meetings = NULL;
  GtkWidget *view;

  act (fixture, "judge", g_variant_new_int32 (STEWARD_OPINION_CONDITIONS));
  g_assert_null (steward_presentation_get_item_opinion (presentation, party, id));
  act (fixture, "step", g_variant_new_int32 (1));
  view = ui_test_find_mapped (GTK_WIDGET (fixture->projector), STEWARD_TYPE_FLOWCHART_VIEW);
  steward_canvas_set_selected (STEWARD_CANVAS (view), id);
  act (fixture, "judge", g_variant_new_int32 (STEWARD_OPINION_CONDITIONS));
  said = steward_presentation_get_item_opinion (presentation, party, id);
  g_assert_cmpint (said->verdict, ==, STEWARD_OPINION_CONDITIONS);
  steward_presentation_set_item_opinion (presentation, party, id, said->verdict, "补水保批复");
  ui_test_settle ();
  seen = ui_test_text (gtk_widget_get_parent (gtk_widget_get_parent (view)));
  g_assert_nonnull (strstr (seen, "补水保批复"));
  /* The same key keeps the words, none takes all back. */
  act (fixture, "judge", g_variant_new_int32 (STEWARD_OPINION_DISAGREE));
  g_assert_cmpstr (steward_presentation_get_item_opinion (presentation, party, id)->text, ==, "补水保批复");
  act (fixture, "judge", g_variant_new_int32 (STEWARD_OPINION_NONE));
  g_assert_null (steward_presentation_get_item_opinion (presentation, party, id));
  g_assert_true (steward_presentation_judge_item (presentation, id, STEWARD_OPINION_CONDITIONS));
  steward_presentation_set_item_opinion (presentation, party, id, STEWARD_OPINION_CONDITIONS, "补水保批复");
  g_assert_false (steward_presentation_judge_item (presentation, "gone", STEWARD_OPINION_AGREE));
  told = steward_presentation_describe_items (presentation, party);
  g_assert_nonnull (strstr (told, name));
  g_assert_cmpstr (steward_presentation_get_party_name (presentation, party), !=, "");
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

static void
test_what_somebody_else_changed_is_asked_for (Fixture       *fixture,
                                              gconstpointer  data)
{
  StewardPresentation *presentation = get_presentation (fixture);
  StewardProject *project = steward_session_get_project (fixture->session);
  const StewardSlide *slide = g_ptr_array_index (steward_presentation_get_slides (presentation), 1);
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
  const StewardSlide *slide = g_ptr_array_index (steward_presentation_get_slides (presentation), 1);
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
#undef TEST

  status = g_test_run ();
  g_rmdir (meetings);
  g_rmdir (steward);
  g_rmdir (state);

  return status;
}
