/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-presentation-private.h"

#include "steward-item-opinions.h"
#include "steward-ui-text.h"

/* What the parties of a meeting say of single items, each of the one that
 * decides it. */

static StewardProject *
get_decided (StewardPresentation *self)
{
  return steward_session_get_project (steward_presentation_get_trial (self));
}

const char *
steward_presentation_find_party (StewardPresentation *self,
                                 const char          *item)
{
  const StewardVoice *voice;

  g_return_val_if_fail (STEWARD_IS_PRESENTATION (self), NULL);
  g_return_val_if_fail (item != NULL, NULL);

  voice = steward_presentation_find_decider (self, item);

  return voice != NULL ? voice->id : NULL;
}

const char *
steward_presentation_get_party_name (StewardPresentation *self,
                                     const char          *party)
{
  const StewardVoice *voice;

  g_return_val_if_fail (STEWARD_IS_PRESENTATION (self), NULL);
  g_return_val_if_fail (party != NULL, NULL);

  voice = steward_presentation_find_voice (self, party);

  return voice != NULL ? voice->name : party;
}

char *
steward_presentation_describe_items (StewardPresentation *self,
                                     const char          *party)
{
  g_autoptr (StewardPlan) plan = NULL;
  g_autoptr (GPtrArray) opinions = g_ptr_array_new_with_free_func (g_free);
  GString *text;

  g_return_val_if_fail (STEWARD_IS_PRESENTATION (self), NULL);
  g_return_val_if_fail (party != NULL, NULL);

  if (steward_presentation_get_opinions (self)->len == 0)
    return g_strdup ("");

  text = g_string_new (NULL);
  plan = steward_plan_new (get_decided (self));
  steward_item_opinions_list (steward_presentation_get_opinions (self), plan, opinions);
  for (guint i = 0; i < opinions->len; i++)
    {
      const StewardOpinion *opinion = g_ptr_array_index (opinions, i);
      const StewardPlanItem *item = steward_plan_find_item (plan, opinion->about);
      g_autofree char *line = NULL;

      if (!g_str_equal (opinion->bureau, party))
        continue;
      line = steward_ui_join (item != NULL ? item->base_short_name : opinion->about,
                              steward_ui_verdict_name (opinion->verdict), opinion->text, NULL);
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
    }

  return g_string_free (text, FALSE);
}

const StewardOpinion *
steward_presentation_get_item_opinion (StewardPresentation *self,
                                       const char          *party,
                                       const char          *item)
{
  g_return_val_if_fail (STEWARD_IS_PRESENTATION (self), NULL);

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

gboolean
steward_presentation_judge_item (StewardPresentation   *self,
                                 const char            *item,
                                 StewardOpinionVerdict  verdict)
{
  const StewardOpinion *opinion;
  const char *party;

  g_return_val_if_fail (STEWARD_IS_PRESENTATION (self), FALSE);
  g_return_val_if_fail (item != NULL, FALSE);

  party = steward_presentation_find_party (self, item);
  if (party == NULL)
    return FALSE;

  opinion = steward_item_opinions_find (steward_presentation_get_opinions (self), party, item);
  /* Without a verdict there is nothing to explain. */
  steward_presentation_set_item_opinion (self, party, item, verdict,
                                         opinion != NULL && verdict != STEWARD_OPINION_NONE ? opinion->text : "");

  return TRUE;
}
