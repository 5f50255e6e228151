/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-presentation-private.h"

#include <glib/gi18n-lib.h>

#include "steward-item-opinions.h"
#include "steward-ui-text.h"

/* What the parties of a meeting say of single items, each of those that it is
 * competent for. */

static const char *
find_name (StewardPresentation *self,
           const char          *item)
{
  GPtrArray *turns = steward_presentation_get_turns (self);

  for (guint i = 0; i < turns->len; i++)
    {
      const StewardTurn *turn = g_ptr_array_index (turns, i);

      if (g_strcmp0 (turn->item, item) == 0)
        return turn->name;
    }

  return NULL;
}

static gboolean
simply_agrees (const StewardOpinion *opinion,
               const char           *party)
{
  return g_str_equal (opinion->bureau, party) && opinion->verdict == STEWARD_OPINION_AGREE && *opinion->text == '\0';
}

guint
steward_presentation_count_agreed (StewardPresentation *self,
                                   const char          *party)
{
  const GPtrArray *opinions;
  guint agreed = 0;

  g_return_val_if_fail (STEWARD_IS_PRESENTATION (self), 0);
  g_return_val_if_fail (party != NULL, 0);

  opinions = steward_presentation_get_opinions (self);
  for (guint i = 0; i < opinions->len; i++)
    agreed += simply_agrees (g_ptr_array_index (opinions, i), party);

  return agreed;
}

/* What was said of items that are in the plan no more comes last. */
char *
steward_presentation_describe_items (StewardPresentation *self,
                                     const char          *party)
{
  g_autoptr (GPtrArray) lines = NULL;
  const GPtrArray *opinions;

  g_return_val_if_fail (STEWARD_IS_PRESENTATION (self), NULL);
  g_return_val_if_fail (party != NULL, NULL);

  opinions = steward_presentation_get_opinions (self);
  lines = g_ptr_array_new_with_free_func (g_free);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < opinions->len; i++)
      {
        const StewardOpinion *opinion = g_ptr_array_index (opinions, i);
        const char *name = find_name (self, opinion->about);

        if (g_str_equal (opinion->bureau, party) && !simply_agrees (opinion, party) && (name != NULL) == (pass == 0))
          g_ptr_array_add (lines, steward_ui_join (name != NULL ? name : opinion->about,
                                                   steward_ui_verdict_name (opinion->verdict), opinion->text, NULL));
      }
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

const StewardOpinion *
steward_presentation_get_item_opinion (StewardPresentation *self,
                                       const char          *party,
                                       const char          *item)
{
  g_return_val_if_fail (STEWARD_IS_PRESENTATION (self), NULL);
  g_return_val_if_fail (party != NULL && item != NULL, NULL);

  return steward_item_opinions_find (steward_presentation_get_opinions (self), party, item);
}

void
steward_presentation_set_item_opinion (StewardPresentation   *self,
                                       const char            *party,
                                       const char            *item,
                                       StewardOpinionVerdict  verdict,
                                       const char            *text)
{
  StewardVoice *voice;

  g_return_if_fail (STEWARD_IS_PRESENTATION (self));
  g_return_if_fail (party != NULL && item != NULL && *item != '\0' && text != NULL);

  voice = steward_presentation_find_voice (self, party);
  g_return_if_fail (voice != NULL);
  if (!steward_item_opinions_put (steward_presentation_get_opinions (self), party, item, verdict, text))
    return;
  if (verdict != STEWARD_OPINION_NONE || *text != '\0')
    steward_voice_speak (voice);
  steward_presentation_write_meeting (self);
}

void
steward_presentation_weigh_item (StewardPresentation   *self,
                                 const char            *item,
                                 StewardOpinionVerdict *verdict,
                                 guint                 *said,
                                 guint                 *asked)
{
  GPtrArray *turns;

  g_return_if_fail (STEWARD_IS_PRESENTATION (self));
  g_return_if_fail (item != NULL && verdict != NULL && said != NULL && asked != NULL);

  turns = steward_presentation_get_turns (self);
  *verdict = STEWARD_OPINION_NONE;
  *said = *asked = 0;
  for (guint i = 0; i < turns->len; i++)
    {
      const StewardTurn *turn = g_ptr_array_index (turns, i);
      const StewardOpinion *opinion;

      if (g_strcmp0 (turn->item, item) != 0)
        continue;
      opinion = steward_presentation_get_item_opinion (self, turn->voice->id, item);
      (*asked)++;
      if (opinion == NULL || opinion->verdict == STEWARD_OPINION_NONE)
        continue;
      (*said)++;
      *verdict = MAX (*verdict, opinion->verdict);
    }
}

char *
steward_presentation_describe_item (StewardPresentation *self,
                                    const char          *item)
{
  StewardOpinionVerdict verdict;
  guint said, asked;

  g_return_val_if_fail (STEWARD_IS_PRESENTATION (self), NULL);
  g_return_val_if_fail (item != NULL, NULL);

  steward_presentation_weigh_item (self, item, &verdict, &said, &asked);
  if (said == 0)
    return g_strdup ("");
  if (asked == 1)
    return g_strdup (steward_ui_verdict_name (verdict));

  return g_strdup_printf ("%s %u/%u", steward_ui_verdict_name (verdict), said, asked);
}

static void
add_attendance (StewardPresentation *self,
                GPtrArray           *lines)
{
  guint n[STEWARD_N_PRESENCES] = { 0 }, heard = 0;
  GPtrArray *voices = steward_presentation_get_voices (self);

  for (guint i = 0; i < voices->len; i++)
    {
      const StewardVoice *voice = g_ptr_array_index (voices, i);

      heard += voice->heard;
      n[voice->presence] += voice->heard;
    }
  if (heard > 0)
    /* Translators: how many parties were at the meeting. */
    g_ptr_array_add (lines, g_strdup_printf (_("Present %u, excused %u, absent %u, not noted %u"),
                                             n[STEWARD_PRESENCE_PRESENT], n[STEWARD_PRESENCE_EXCUSED],
                                             n[STEWARD_PRESENCE_ABSENT], voices->len - heard));
}

/* Of what was said, whatever it was about. */
static void
add_opinions (StewardPresentation *self,
              GPtrArray           *lines)
{
  guint n[STEWARD_N_OPINIONS] = { 0 };
  GPtrArray *turns = steward_presentation_get_turns (self);
  guint place = lines->len;

  for (guint i = 0; i < turns->len; i++)
    {
      const StewardTurn *turn = g_ptr_array_index (turns, i);
      const StewardOpinion *opinion = turn->item != NULL
                                      ? steward_presentation_get_item_opinion (self, turn->voice->id, turn->item) : NULL;
      StewardOpinionVerdict verdict = opinion != NULL ? opinion->verdict : STEWARD_OPINION_NONE;
      const char *words = opinion != NULL ? opinion->text : "";

      if (turn->item == NULL)
        {
          verdict = turn->voice->verdict;
          words = turn->voice->text;
        }
      n[verdict]++;
      if (verdict == STEWARD_OPINION_CONDITIONS || verdict == STEWARD_OPINION_DISAGREE || *words != '\0')
        g_ptr_array_add (lines, steward_ui_join (turn->voice->name, turn->name != NULL ? turn->name : _("Whole project"),
                                                 steward_ui_verdict_name (verdict), words, NULL));
    }
  if (n[STEWARD_OPINION_AGREE] + n[STEWARD_OPINION_CONDITIONS] + n[STEWARD_OPINION_DISAGREE] > 0)
    g_ptr_array_insert (lines, place,
                        /* Translators: how often something was said. */
                        g_strdup_printf (_("Opinions: %u agree, %u with conditions, %u do not agree"),
                                         n[STEWARD_OPINION_AGREE], n[STEWARD_OPINION_CONDITIONS],
                                         n[STEWARD_OPINION_DISAGREE]));
}

GPtrArray *
steward_presentation_list_voices (StewardPresentation *self)
{
  GPtrArray *lines;

  g_return_val_if_fail (STEWARD_IS_PRESENTATION (self), NULL);

  lines = g_ptr_array_new_with_free_func (g_free);
  add_attendance (self, lines);
  add_opinions (self, lines);

  return lines;
}
