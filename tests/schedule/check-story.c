/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-story.h"

#include <stdlib.h>
#include <string.h>

#include "schedule-fixture.h"
#include "steward-decisions.h"

StewardDay
story_day (const char *day)
{
  g_autofree char *text = g_strdup_printf ("2026-%.5s", day);

  return fixture_day (text);
}

static void
put_closing (StewardProject *project,
             const char     *stage,
             const char     *day)
{
  char *nothing[] = { NULL };
  StewardClosing closing = { .stage = (char *) stage, .finished_on = story_day (day), .handed_over = nothing };

  steward_project_put_closing (project, &closing);
}

static void
put_event (StewardCase *handled,
           const char  *word)
{
  const char *at = strchr (word, '@') + 1, *kind = strchr (word, ':');
  StewardEvent event = {
    .status = atoi (word),
    .day = story_day (at),
    .actor = (char *) "",
    .kind = (char *) (kind ? kind + 1 : ""),
    .note = (char *) "",
    .written = strchr (word, '/') ? story_day (at) : STEWARD_DAY_NONE,
    .proof = (char *) "",
  };

  steward_case_put_event (handled, &event);
}

static void
set_text (char       **place,
          const char  *text)
{
  g_free (*place);
  *place = g_strdup (text);
}

/* FALSE when @word is none of a case. */
static gboolean
take_word (StewardCase *handled,
           const char  *word)
{
  const char *value = strchr (word, '=') ? strchr (word, '=') + 1 : NULL;

  if (g_ascii_isdigit (*word) && strchr (word, '@'))
    put_event (handled, word);
  else if (g_str_has_prefix (word, "m="))
    handled->mode = *value == 'd' ? STEWARD_MODE_DEFERRAL : STEWARD_MODE_COMMITMENT;
  else if (g_str_has_prefix (word, "n="))
    handled->limit = atoi (value);
  else if (g_str_has_prefix (word, "l="))
    g_assert_true (steward_level_from_word (value, &handled->level));
  else if (g_str_has_prefix (word, "del="))
    handled->delivered = story_day (value);
  else if (g_str_has_prefix (word, "ver="))
    handled->verified = story_day (value);
  else if (g_str_has_prefix (word, "x="))
    handled->extension = atoi (value);
  else if (g_str_has_prefix (word, "by="))
    set_text (&handled->extension_by, value);
  else if (g_str_has_prefix (word, "why="))
    set_text (&handled->extension_reason, value);
  else if (g_str_has_prefix (word, "no="))
    set_text (&handled->number, value);
  else
    return FALSE;
  return TRUE;
}

static void
finish_case (StewardProject *project,
             StewardCase   **handled)
{
  if (*handled)
    steward_project_put_case (project, *handled);
  g_clear_pointer (handled, steward_case_free);
}

void
story_fill (StewardProject *project,
            const char     *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  StewardCase *handled = NULL;

  for (guint i = 0; words[i] && *words[i]; i++)
    {
      char *word = words[i], *equals = strchr (word, '=');

      if (handled && take_word (handled, word))
        continue;
      finish_case (project, &handled);
      if (*word == '@')
        {
          put_closing (project, word + 1, words[i + 1]);
          i++;
        }
      else if (*word == '+' || *word == '~')
        {
          steward_project_set_lever (project, word + 1, NULL, *word == '+', "", NULL);
        }
      else if (g_str_has_suffix (word, "!"))
        {
          word[strlen (word) - 1] = '\0';
          steward_project_set_tick (project, word, TRUE, "科室", "");
        }
      else if (equals)
        {
          *equals = '\0';
          steward_project_add_rows (project, word, equals + 1, "科室");
        }
      else
        {
          if (*word != '-')
            fixture_tick_item (project, word);
          handled = steward_case_new (word, word + (*word == '-'));
          set_text (&handled->number, "虚构-1");
        }
    }
  finish_case (project, &handled);
}
