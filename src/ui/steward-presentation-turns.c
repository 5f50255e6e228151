/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-presentation-private.h"

#include "steward-item-opinions.h"
#include "steward-answer-buttons.h"

/* Whose turn it is to say something, and of what: each party that is competent
 * for an item, item by item through the stage that is shown; on the slides of
 * the whole project each party once. */

static void
turn_free (gpointer data)
{
  StewardTurn *turn = data;

  g_free (turn->item);
  g_free (turn->name);
  g_free (turn);
}

GPtrArray *
steward_turns_new (void)
{
  return g_ptr_array_new_with_free_func (turn_free);
}

static void
add_turn (GPtrArray             *turns,
          const StewardPlanItem *item,
          StewardVoice          *voice)
{
  StewardTurn *turn = g_new0 (StewardTurn, 1);

  if (item != NULL)
    {
      turn->item = g_strdup (item->base);
      turn->name = g_strdup (item->base_short_name);
      turn->stage = item->stage;
    }
  turn->voice = voice;
  g_ptr_array_add (turns, turn);
}

static gboolean
decides (const StewardParty    *party,
         const StewardPlanItem *item)
{
  for (guint i = 0; i < party->items->len; i++)
    if (g_str_equal (((const StewardPlanItem *) g_ptr_array_index (party->items, i))->base, item->base))
      return TRUE;

  return FALSE;
}

static StewardVoice *
find_voice (GPtrArray          *voices,
            const StewardParty *party)
{
  for (guint i = 0; i < voices->len; i++)
    {
      StewardVoice *voice = g_ptr_array_index (voices, i);

      if (g_str_equal (voice->id, party->id))
        return voice;
    }

  return NULL;
}

/* Where the list names no bureau for an item, its section speaks. */
static void
add_turns_of (GPtrArray             *turns,
              const StewardPlan     *plan,
              const StewardPlanItem *item,
              const GPtrArray       *parties,
              GPtrArray             *voices)
{
  guint before = turns->len;

  for (guint pass = 0; pass < 2 && turns->len == before; pass++)
    for (guint i = 0; i < parties->len; i++)
      {
        const StewardParty *party = g_ptr_array_index (parties, i);
        gboolean bureau = steward_pack_get_bureau_name (plan->pack, party->id) != NULL;

        if (bureau == (pass == 0) && decides (party, item))
          add_turn (turns, item, find_voice (voices, party));
      }
}

void
steward_turns_add (GPtrArray         *turns,
                   const StewardPlan *plan,
                   const GPtrArray   *parties,
                   GPtrArray         *voices)
{
  for (guint i = 0; i < plan->items->len; i++)
    {
      const StewardPlanItem *item = g_ptr_array_index (plan->items, i);

      if (item->part == 0)
        add_turns_of (turns, plan, item, parties, voices);
    }
  for (guint i = 0; i < voices->len; i++)
    add_turn (turns, NULL, g_ptr_array_index (voices, i));
}

static gboolean
is_on_slide (const StewardTurn  *turn,
             const StewardSlide *slide)
{
  switch (slide->kind)
    {
    case STEWARD_SLIDE_STAGE:
      return turn->item != NULL && turn->stage == slide->stage;
    case STEWARD_SLIDE_ATTENDANCE:
    case STEWARD_SLIDE_OPINIONS:
      return turn->item == NULL;
    default:
      return FALSE;
    }
}

/* Those of the slide that is shown. (transfer container) */
static GPtrArray *
list_shown (StewardPresentation *self)
{
  const StewardSlide *slide = steward_presentation_get_slide (self);
  GPtrArray *turns = steward_presentation_get_turns (self);
  GPtrArray *shown = g_ptr_array_new ();

  for (guint i = 0; i < turns->len; i++)
    if (is_on_slide (g_ptr_array_index (turns, i), slide))
      g_ptr_array_add (shown, g_ptr_array_index (turns, i));

  return shown;
}

static gboolean
is_away (const StewardVoice *voice)
{
  return voice->heard && voice->presence != STEWARD_PRESENCE_PRESENT;
}

/* Nothing was said yet, by somebody who can. */
static gboolean
is_open (StewardPresentation *self,
         const StewardTurn   *turn)
{
  const StewardOpinion *opinion;

  if (steward_presentation_get_slide (self)->kind == STEWARD_SLIDE_ATTENDANCE)
    return !turn->voice->heard;
  if (is_away (turn->voice))
    return FALSE;
  if (turn->item == NULL)
    return turn->voice->verdict == STEWARD_OPINION_NONE;

  opinion = steward_presentation_get_item_opinion (self, turn->voice->id, turn->item);

  return opinion == NULL || opinion->verdict == STEWARD_OPINION_NONE;
}

/* From @from on. */
static StewardTurn *
find_open_from (StewardPresentation *self,
                GPtrArray           *shown,
                guint                from)
{
  for (guint i = from; i < shown->len; i++)
    if (is_open (self, g_ptr_array_index (shown, i)))
      return g_ptr_array_index (shown, i);

  return NULL;
}

StewardTurn *
steward_turns_find_open (StewardPresentation *self)
{
  g_autoptr (GPtrArray) shown = list_shown (self);
  StewardTurn *open = find_open_from (self, shown, 0);

  if (open != NULL || shown->len == 0)
    return open;

  return g_ptr_array_index (shown, 0);
}

/* Over what was said already; in the end to what was left out. */
static void
go_on (StewardPresentation *self)
{
  g_autoptr (GPtrArray) shown = list_shown (self);
  StewardTurn *next = NULL;
  guint place;

  if (g_ptr_array_find (shown, steward_presentation_get_turn (self), &place))
    next = find_open_from (self, shown, place + 1);
  if (next == NULL)
    next = find_open_from (self, shown, 0);
  if (next != NULL)
    steward_presentation_set_turn (self, next);
}

gboolean
steward_presentation_step_turn (StewardPresentation *self,
                                int                  direction)
{
  g_autoptr (GPtrArray) shown = NULL;
  guint place;

  g_return_val_if_fail (STEWARD_IS_PRESENTATION (self), FALSE);
  g_return_val_if_fail (direction == 1 || direction == -1, FALSE);

  shown = list_shown (self);
  if (!g_ptr_array_find (shown, steward_presentation_get_turn (self), &place)
      || (direction < 0 && place == 0) || (direction > 0 && place + 1 == shown->len))
    return FALSE;

  steward_presentation_set_turn (self, g_ptr_array_index (shown, place + direction));

  return TRUE;
}

/* Of several that it could be the first that is open. */
gboolean
steward_presentation_take_turn (StewardPresentation *self,
                                const char          *item,
                                const char          *party)
{
  g_autoptr (GPtrArray) shown = NULL, wanted = NULL;
  StewardTurn *open;

  g_return_val_if_fail (STEWARD_IS_PRESENTATION (self), FALSE);

  shown = list_shown (self);
  wanted = g_ptr_array_new ();
  for (guint i = 0; i < shown->len; i++)
    {
      StewardTurn *turn = g_ptr_array_index (shown, i);

      if (g_strcmp0 (turn->item, item) == 0 && (party == NULL || g_str_equal (turn->voice->id, party)))
        g_ptr_array_add (wanted, turn);
    }
  /* It is there already, whoever of the item it is. */
  if (wanted->len == 0 || g_ptr_array_find (wanted, steward_presentation_get_turn (self), NULL))
    return wanted->len > 0;

  open = find_open_from (self, wanted, 0);
  steward_presentation_set_turn (self, open != NULL ? open : g_ptr_array_index (wanted, 0));

  return TRUE;
}

gboolean
steward_presentation_judge (StewardPresentation   *self,
                            StewardOpinionVerdict  verdict)
{
  const StewardTurn *turn;
  const StewardOpinion *opinion;

  g_return_val_if_fail (STEWARD_IS_PRESENTATION (self), FALSE);
  g_return_val_if_fail (verdict < STEWARD_N_OPINIONS, FALSE);

  turn = steward_presentation_get_turn (self);
  if (turn == NULL)
    return FALSE;

  if (steward_presentation_get_slide (self)->kind == STEWARD_SLIDE_ATTENDANCE)
    {
      if (verdict != STEWARD_OPINION_NONE)
        steward_presentation_set_presence (self, turn->voice->id, steward_answer_buttons_to_presence (verdict));
      else
        steward_presentation_forget_presence (self, turn->voice->id);
    }
  else if (turn->item != NULL)
    {
      opinion = steward_presentation_get_item_opinion (self, turn->voice->id, turn->item);
      /* Without a verdict there is nothing to explain. */
      steward_presentation_set_item_opinion (self, turn->voice->id, turn->item, verdict,
                                             opinion != NULL && verdict != STEWARD_OPINION_NONE ? opinion->text : "");
    }
  else
    {
      steward_presentation_set_verdict (self, turn->voice->id, verdict);
    }

  return TRUE;
}

gboolean
steward_presentation_answer (StewardPresentation   *self,
                             StewardOpinionVerdict  verdict)
{
  gboolean attendance;

  g_return_val_if_fail (STEWARD_IS_PRESENTATION (self), FALSE);

  if (!steward_presentation_judge (self, verdict))
    return FALSE;

  attendance = steward_presentation_get_slide (self)->kind == STEWARD_SLIDE_ATTENDANCE;
  if (verdict == STEWARD_OPINION_AGREE || (attendance && verdict != STEWARD_OPINION_NONE))
    go_on (self);
  else if (verdict != STEWARD_OPINION_NONE)
    g_signal_emit_by_name (self, "words-wanted");

  return TRUE;
}

void
steward_presentation_finish_words (StewardPresentation *self)
{
  g_return_if_fail (STEWARD_IS_PRESENTATION (self));

  go_on (self);
}

/* "Has anybody else something to say?" */
guint
steward_presentation_answer_rest (StewardPresentation *self)
{
  g_autoptr (GPtrArray) shown = NULL;
  gboolean attendance;
  guint n = 0;

  g_return_val_if_fail (STEWARD_IS_PRESENTATION (self), 0);

  shown = list_shown (self);
  attendance = steward_presentation_get_slide (self)->kind == STEWARD_SLIDE_ATTENDANCE;
  for (guint i = 0; i < shown->len; i++)
    {
      StewardTurn *turn = g_ptr_array_index (shown, i);

      if (!is_open (self, turn))
        continue;
      steward_voice_speak (turn->voice);
      if (!attendance && turn->item == NULL)
        turn->voice->verdict = STEWARD_OPINION_AGREE;
      else if (!attendance)
        steward_item_opinions_put (steward_presentation_get_opinions (self), turn->voice->id, turn->item,
                                   STEWARD_OPINION_AGREE, "");
      n++;
    }
  if (n > 0)
    steward_presentation_write_meeting (self);

  return n;
}

void
steward_presentation_count_stage (StewardPresentation *self,
                                  const StewardStage  *stage,
                                  guint               *turns,
                                  guint               *said)
{
  GPtrArray *all;

  g_return_if_fail (STEWARD_IS_PRESENTATION (self));
  g_return_if_fail (turns != NULL && said != NULL);

  all = steward_presentation_get_turns (self);
  *turns = *said = 0;
  for (guint i = 0; i < all->len; i++)
    {
      const StewardTurn *turn = g_ptr_array_index (all, i);
      const StewardOpinion *opinion;

      if (turn->item == NULL || turn->stage != stage)
        continue;
      opinion = steward_presentation_get_item_opinion (self, turn->voice->id, turn->item);
      (*turns)++;
      *said += opinion != NULL && opinion->verdict != STEWARD_OPINION_NONE;
    }
}
