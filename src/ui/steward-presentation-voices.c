/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-presentation-private.h"

/* Who is at a meeting, and what each says of the whole project. */

void
steward_presentation_set_presence (StewardPresentation *self,
                                   const char          *party,
                                   StewardPresence      presence)
{
  StewardVoice *voice;

  g_return_if_fail (STEWARD_IS_PRESENTATION (self));
  g_return_if_fail (party != NULL);

  voice = steward_presentation_find_voice (self, party);
  g_return_if_fail (voice != NULL);
  voice->heard = TRUE;
  voice->presence = presence;
  steward_presentation_write_meeting (self);
}

void
steward_presentation_forget_presence (StewardPresentation *self,
                                      const char          *party)
{
  StewardVoice *voice;

  g_return_if_fail (STEWARD_IS_PRESENTATION (self));
  g_return_if_fail (party != NULL);

  voice = steward_presentation_find_voice (self, party);
  g_return_if_fail (voice != NULL);
  if (!voice->heard)
    return;
  voice->heard = FALSE;
  steward_presentation_write_meeting (self);
}

void
steward_presentation_set_person (StewardPresentation *self,
                                 const char          *party,
                                 const char          *person)
{
  StewardVoice *voice;

  g_return_if_fail (STEWARD_IS_PRESENTATION (self));
  g_return_if_fail (party != NULL && person != NULL);

  voice = steward_presentation_find_voice (self, party);
  g_return_if_fail (voice != NULL);
  if (g_str_equal (person, voice->person))
    return;
  /* Somebody may also be named who sends his excuses. */
  if (!voice->heard && *person != '\0')
    steward_voice_speak (voice);
  g_free (voice->person);
  voice->person = g_strdup (person);
  steward_presentation_write_meeting (self);
}

void
steward_voice_speak (StewardVoice *voice)
{
  voice->heard = TRUE;
  voice->presence = STEWARD_PRESENCE_PRESENT;
}

void
steward_presentation_set_verdict (StewardPresentation   *self,
                                  const char            *party,
                                  StewardOpinionVerdict  verdict)
{
  StewardVoice *voice;

  g_return_if_fail (STEWARD_IS_PRESENTATION (self));
  g_return_if_fail (party != NULL);

  voice = steward_presentation_find_voice (self, party);
  g_return_if_fail (voice != NULL);
  if (verdict != STEWARD_OPINION_NONE)
    steward_voice_speak (voice);
  voice->verdict = verdict;
  steward_presentation_write_meeting (self);
}

void
steward_presentation_set_text (StewardPresentation *self,
                               const char          *party,
                               const char          *text)
{
  StewardVoice *voice;

  g_return_if_fail (STEWARD_IS_PRESENTATION (self));
  g_return_if_fail (party != NULL);
  g_return_if_fail (text != NULL);

  voice = steward_presentation_find_voice (self, party);
  g_return_if_fail (voice != NULL);
  if (g_str_equal (text, voice->text))
    return;
  if (*text != '\0')
    steward_voice_speak (voice);
  g_free (voice->text);
  voice->text = g_strdup (text);
  steward_presentation_write_meeting (self);
}
