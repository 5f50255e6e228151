/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-presentation-private.h"

#include <glib/gi18n-lib.h>

#include "steward-change-set.h"
#include "steward-item-opinions.h"

struct _StewardPresentation
{
  GObject          parent_instance;

  StewardSession  *session;
  StewardSession  *trial;
  StewardProject  *start;        /* the project when the meeting began */
  GPtrArray       *slides;
  GPtrArray       *voices;
  GPtrArray       *opinions;     /* of single items */
  GPtrArray       *turns;        /* who says something of what, in order */
  StewardTurn     *turn;         /* borrowed; NULL: nobody's */
  char            *title;        /* of the meeting */
  char            *place;
  char            *minutes;
  guint            meeting;      /* its number in the trial, 0 before anything was said */
  guint            position;
  gboolean         black;
  gboolean         masked;
  gint64           started;
};

enum { MOVED, CHANGED, TURNED, WORDS_WANTED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StewardPresentation, steward_presentation, G_TYPE_OBJECT)

static void
slide_free (gpointer data)
{
  StewardSlide *slide = data;

  g_free (slide->title);
  g_free (slide->note);
  g_free (slide);
}

static void
voice_free (gpointer data)
{
  StewardVoice *voice = data;

  g_free (voice->id);
  g_free (voice->name);
  g_free (voice->person);
  g_free (voice->text);
  g_free (voice);
}

static void
add_slide (StewardPresentation *self,
           StewardSlideKind     kind,
           const StewardStage  *stage,
           const char          *title)
{
  StewardSlide *slide = g_new0 (StewardSlide, 1);

  slide->kind = kind;
  slide->stage = stage;
  slide->title = g_strdup (title);
  slide->note = g_strdup ("");
  g_ptr_array_add (self->slides, slide);
}

static void
list_slides (StewardPresentation *self)
{
  GPtrArray *stages = steward_pack_get_stages (steward_project_get_pack (self->start));

  add_slide (self, STEWARD_SLIDE_AGENDA, NULL, _("Agenda"));
  add_slide (self, STEWARD_SLIDE_ATTENDANCE, NULL, _("Attendance"));
  for (guint i = 0; i < stages->len; i++)
    {
      const StewardStage *stage = g_ptr_array_index (stages, i);

      add_slide (self, STEWARD_SLIDE_STAGE, stage, stage->name);
    }
  add_slide (self, STEWARD_SLIDE_OPINIONS, NULL, _("Opinions"));
  add_slide (self, STEWARD_SLIDE_DECISIONS, NULL, _("Decisions"));
}

StewardVoice *
steward_presentation_find_voice (StewardPresentation *self,
                                 const char          *party)
{
  for (guint i = 0; i < self->voices->len; i++)
    {
      StewardVoice *voice = g_ptr_array_index (self->voices, i);

      if (g_str_equal (voice->id, party))
        return voice;
    }

  return NULL;
}

static StewardTurn *
find_turn (StewardPresentation *self,
           const char          *item,
           const StewardVoice  *voice)
{
  for (guint i = 0; i < self->turns->len; i++)
    {
      StewardTurn *turn = g_ptr_array_index (self->turns, i);

      if (turn->voice == voice && g_strcmp0 (turn->item, item) == 0)
        return turn;
    }

  return NULL;
}

/* The turn goes on to be the one it was, unless its item is in the plan no
 * more; then it is the next one's. */
static void
update_turns (StewardPresentation *self,
              const StewardPlan   *plan,
              const GPtrArray     *parties)
{
  g_autofree char *item = self->turn != NULL ? g_strdup (self->turn->item) : NULL;
  const StewardVoice *voice = self->turn != NULL ? self->turn->voice : NULL;

  g_ptr_array_set_size (self->turns, 0);
  steward_turns_add (self->turns, plan, parties, self->voices);
  self->turn = voice != NULL ? find_turn (self, item, voice) : NULL;
  if (self->turn == NULL)
    self->turn = steward_turns_find_open (self);
}

/* Who has to be heard now; an item that was ticked in the meeting may bring
 * another bureau, and nobody who said something is forgotten. */
static void
update_voices (StewardPresentation *self)
{
  g_autoptr (StewardPlan) plan = steward_plan_new (steward_session_get_project (self->trial));
  g_autoptr (GPtrArray) parties = steward_plan_list_parties (plan);

  for (guint i = 0; i < parties->len; i++)
    {
      const StewardParty *party = g_ptr_array_index (parties, i);
      StewardVoice *voice;

      if (steward_presentation_find_voice (self, party->id) != NULL)
        continue;
      voice = g_new0 (StewardVoice, 1);
      voice->id = g_strdup (party->id);
      voice->name = g_strdup (party->name);
      voice->person = g_strdup ("");
      voice->text = g_strdup ("");
      g_ptr_array_add (self->voices, voice);
    }
  update_turns (self, plan, parties);
}

static void
trial_changed_cb (StewardPresentation *self)
{
  update_voices (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
steward_presentation_dispose (GObject *object)
{
  StewardPresentation *self = STEWARD_PRESENTATION (object);

  g_clear_object (&self->trial);
  g_clear_object (&self->start);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (steward_presentation_parent_class)->dispose (object);
}

static void
steward_presentation_finalize (GObject *object)
{
  StewardPresentation *self = STEWARD_PRESENTATION (object);

  g_ptr_array_unref (self->slides);
  g_ptr_array_unref (self->voices);
  g_ptr_array_unref (self->opinions);
  g_ptr_array_unref (self->turns);
  g_free (self->title);
  g_free (self->place);
  g_free (self->minutes);

  G_OBJECT_CLASS (steward_presentation_parent_class)->finalize (object);
}

static void
steward_presentation_class_init (StewardPresentationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = steward_presentation_dispose;
  object_class->finalize = steward_presentation_finalize;

  signals[MOVED] =
    g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TURNED] =
    g_signal_new ("turned", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[WORDS_WANTED] =
    g_signal_new ("words-wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
steward_presentation_init (StewardPresentation *self)
{
  self->slides = g_ptr_array_new_with_free_func (slide_free);
  self->voices = g_ptr_array_new_with_free_func (voice_free);
  self->opinions = steward_item_opinions_new ();
  self->turns = steward_turns_new ();
  self->title = g_strdup (_("Consultation"));
  self->place = g_strdup ("");
  self->minutes = g_strdup ("");
  self->masked = TRUE;
  self->started = g_get_monotonic_time ();
}

StewardPresentation *
steward_presentation_new (StewardSession *session)
{
  StewardPresentation *self;

  g_return_val_if_fail (STEWARD_IS_SESSION (session), NULL);

  self = g_object_new (STEWARD_TYPE_PRESENTATION, NULL);
  self->session = g_object_ref (session);
  self->trial = steward_session_new_trial (session);
  self->start = steward_project_duplicate (steward_session_get_project (session));
  list_slides (self);
  update_voices (self);
  g_signal_connect_object (self->trial, "schedule-changed", G_CALLBACK (trial_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

StewardSession *
steward_presentation_get_session (StewardPresentation *self)
{
  g_return_val_if_fail (STEWARD_IS_PRESENTATION (self), NULL);

  return self->session;
}

StewardSession *
steward_presentation_get_trial (StewardPresentation *self)
{
  g_return_val_if_fail (STEWARD_IS_PRESENTATION (self), NULL);

  return self->trial;
}

GPtrArray *
steward_presentation_get_slides (StewardPresentation *self)
{
  g_return_val_if_fail (STEWARD_IS_PRESENTATION (self), NULL);

  return self->slides;
}

guint
steward_presentation_get_position (StewardPresentation *self)
{
  g_return_val_if_fail (STEWARD_IS_PRESENTATION (self), 0);

  return self->position;
}

const StewardSlide *
steward_presentation_get_slide (StewardPresentation *self)
{
  g_return_val_if_fail (STEWARD_IS_PRESENTATION (self), NULL);

  return g_ptr_array_index (self->slides, self->position);
}

void
steward_presentation_move_to (StewardPresentation *self,
                              int                  position)
{
  guint place;

  g_return_if_fail (STEWARD_IS_PRESENTATION (self));

  place = CLAMP (position, 0, (int) self->slides->len - 1);
  if (place == self->position && !self->black)
    return;

  if (place != self->position)
    self->turn = NULL;
  self->position = place;
  self->black = FALSE;
  if (self->turn == NULL)
    self->turn = steward_turns_find_open (self);
  g_signal_emit (self, signals[MOVED], 0);
}

void
steward_presentation_set_note (StewardPresentation *self,
                               const char          *note)
{
  StewardSlide *slide;

  g_return_if_fail (STEWARD_IS_PRESENTATION (self));
  g_return_if_fail (note != NULL);

  slide = g_ptr_array_index (self->slides, self->position);
  g_free (slide->note);
  slide->note = g_strdup (note);
}

gboolean
steward_presentation_is_black (StewardPresentation *self)
{
  g_return_val_if_fail (STEWARD_IS_PRESENTATION (self), FALSE);

  return self->black;
}

void
steward_presentation_set_black (StewardPresentation *self,
                                gboolean             black)
{
  g_return_if_fail (STEWARD_IS_PRESENTATION (self));

  if (self->black == !!black)
    return;

  self->black = !!black;
  g_signal_emit (self, signals[MOVED], 0);
}

gboolean
steward_presentation_is_masked (StewardPresentation *self)
{
  g_return_val_if_fail (STEWARD_IS_PRESENTATION (self), TRUE);

  return self->masked;
}

void
steward_presentation_set_masked (StewardPresentation *self,
                                 gboolean             masked)
{
  g_return_if_fail (STEWARD_IS_PRESENTATION (self));

  if (self->masked == !!masked)
    return;

  self->masked = !!masked;
  g_signal_emit (self, signals[CHANGED], 0);
}

int
steward_presentation_get_elapsed (StewardPresentation *self)
{
  g_return_val_if_fail (STEWARD_IS_PRESENTATION (self), 0);

  return (g_get_monotonic_time () - self->started) / G_USEC_PER_SEC;
}

GPtrArray *
steward_presentation_get_voices (StewardPresentation *self)
{
  g_return_val_if_fail (STEWARD_IS_PRESENTATION (self), NULL);

  return self->voices;
}

static void
attendance_free (gpointer data)
{
  g_free (data);
}

static void
add_voice (StewardMeeting     *meeting,
           const StewardVoice *voice)
{
  if (voice->heard)
    {
      StewardAttendance *attendance = g_new0 (StewardAttendance, 1);

      *attendance = (StewardAttendance) { voice->id, voice->presence, voice->person };
      g_ptr_array_add (meeting->attendance, attendance);
    }
  if (voice->verdict != STEWARD_OPINION_NONE || *voice->text != '\0')
    {
      StewardOpinion *opinion = g_new0 (StewardOpinion, 1);

      *opinion = (StewardOpinion) { voice->id, (char *) "", voice->verdict, voice->text };
      g_ptr_array_add (meeting->opinions, opinion);
    }
}

void
steward_presentation_write_meeting (StewardPresentation *self)
{
  StewardProject *project = steward_session_get_project (self->trial);
  g_autoptr (GPtrArray) attendance = g_ptr_array_new_with_free_func (attendance_free);
  g_autoptr (GPtrArray) opinions = g_ptr_array_new_with_free_func (attendance_free);
  g_autoptr (GError) error = NULL;
  StewardMeeting meeting = { (char *) "", self->meeting, steward_day_today (), self->title, self->place,
                             attendance, opinions, self->minutes };
  g_autoptr (StewardPlan) plan = steward_plan_new (project);
  guint number;

  for (guint i = 0; i < self->voices->len; i++)
    add_voice (&meeting, g_ptr_array_index (self->voices, i));
  steward_item_opinions_list (self->opinions, plan, opinions);
  number = steward_project_put_meeting (project, &meeting, &error);
  if (number == 0)
    g_warning ("The meeting cannot be written: %s", error->message);
  else
    self->meeting = number;
}

guint
steward_presentation_get_meeting (StewardPresentation *self)
{
  return self->meeting;
}

GPtrArray *
steward_presentation_get_turns (StewardPresentation *self)
{
  return self->turns;
}

const StewardTurn *
steward_presentation_get_turn (StewardPresentation *self)
{
  g_return_val_if_fail (STEWARD_IS_PRESENTATION (self), NULL);

  return self->turn;
}

void
steward_presentation_set_turn (StewardPresentation *self,
                               StewardTurn         *turn)
{
  if (turn == self->turn)
    return;

  self->turn = turn;
  g_signal_emit (self, signals[TURNED], 0);
}

GPtrArray *
steward_presentation_get_opinions (StewardPresentation *self)
{
  return self->opinions;
}

static void
put_words (StewardPresentation  *self,
           char                **place,
           const char           *words)
{
  if (g_str_equal (words, *place))
    return;

  g_free (*place);
  *place = g_strdup (words);
  steward_presentation_write_meeting (self);
}

const char *
steward_presentation_get_minutes (StewardPresentation *self)
{
  g_return_val_if_fail (STEWARD_IS_PRESENTATION (self), "");

  return self->minutes;
}

void
steward_presentation_set_minutes (StewardPresentation *self,
                                  const char          *minutes)
{
  g_return_if_fail (STEWARD_IS_PRESENTATION (self));
  g_return_if_fail (minutes != NULL);

  put_words (self, &self->minutes, minutes);
}

const char *
steward_presentation_get_title (StewardPresentation *self)
{
  g_return_val_if_fail (STEWARD_IS_PRESENTATION (self), "");

  return self->title;
}

void
steward_presentation_set_title (StewardPresentation *self,
                                const char          *title)
{
  g_return_if_fail (STEWARD_IS_PRESENTATION (self));
  g_return_if_fail (title != NULL);

  put_words (self, &self->title, title);
}

const char *
steward_presentation_get_place (StewardPresentation *self)
{
  g_return_val_if_fail (STEWARD_IS_PRESENTATION (self), "");

  return self->place;
}

void
steward_presentation_set_place (StewardPresentation *self,
                                const char          *place)
{
  g_return_if_fail (STEWARD_IS_PRESENTATION (self));
  g_return_if_fail (place != NULL);

  put_words (self, &self->place, place);
}

void
steward_presentation_tick (StewardPresentation *self,
                           const char          *box,
                           gboolean             on)
{
  StewardProject *project;

  g_return_if_fail (STEWARD_IS_PRESENTATION (self));
  g_return_if_fail (box != NULL);

  project = steward_session_get_project (self->trial);
  if (steward_project_is_ticked (project, box) != !!on)
    steward_project_set_tick (project, box, on, steward_session_get_actor (self->session), NULL);
}

StewardProject *
steward_presentation_get_start (StewardPresentation *self)
{
  g_return_val_if_fail (STEWARD_IS_PRESENTATION (self), NULL);

  return self->start;
}

/* The meeting of the trial that was not there at the start. */
static const StewardMeeting *
find_held (StewardProject *start,
           StewardProject *trial)
{
  g_autoptr (GPtrArray) meetings = steward_project_list_meetings (trial);

  for (guint i = 0; i < meetings->len; i++)
    {
      const StewardMeeting *meeting = g_ptr_array_index (meetings, i);

      if (steward_project_get_meeting (start, meeting->number) == NULL)
        return meeting;
    }

  return NULL;
}

static void
read_meeting (StewardPresentation  *self,
              const StewardMeeting *meeting)
{
  for (guint i = 0; i < meeting->attendance->len; i++)
    {
      const StewardAttendance *attendance = g_ptr_array_index (meeting->attendance, i);
      StewardVoice *voice = steward_presentation_find_voice (self, attendance->bureau);

      if (voice == NULL)
        continue;
      voice->heard = TRUE;
      voice->presence = attendance->presence;
      g_free (voice->person);
      voice->person = g_strdup (attendance->person);
    }
  for (guint i = 0; i < meeting->opinions->len; i++)
    {
      const StewardOpinion *opinion = g_ptr_array_index (meeting->opinions, i);
      StewardVoice *voice = steward_presentation_find_voice (self, opinion->bureau);

      if (voice == NULL)
        continue;
      if (*opinion->about != '\0')
        {
          steward_item_opinions_put (self->opinions, opinion->bureau, opinion->about, opinion->verdict, opinion->text);
          continue;
        }
      voice->verdict = opinion->verdict;
      g_free (voice->text);
      voice->text = g_strdup (opinion->text);
    }
  g_free (self->title);
  self->title = g_strdup (meeting->title);
  g_free (self->place);
  self->place = g_strdup (meeting->place);
  g_free (self->minutes);
  self->minutes = g_strdup (meeting->minutes);
  self->meeting = meeting->number;
}

gboolean
steward_presentation_resume (StewardPresentation  *self,
                             StewardProject       *start,
                             StewardProject       *trial,
                             GError              **error)
{
  g_autoptr (StewardChangeSet) decided = NULL;
  const StewardMeeting *meeting;
  StewardProject *project;

  g_return_val_if_fail (STEWARD_IS_PRESENTATION (self), FALSE);
  g_return_val_if_fail (STEWARD_IS_PROJECT (start), FALSE);
  g_return_val_if_fail (STEWARD_IS_PROJECT (trial), FALSE);

  project = steward_session_get_project (self->trial);
  decided = steward_change_set_compare (project, trial, "", "", 0);
  if (!steward_changes_apply (decided->changes, FALSE, project, error))
    return FALSE;

  g_set_object (&self->start, start);
  update_voices (self);
  meeting = find_held (start, project);
  if (meeting != NULL)
    read_meeting (self, meeting);

  return TRUE;
}
