/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-case-outlook.h"

#include <glib/gi18n-lib.h>

#include "steward-case-edit.h"
#include "steward-finding-text.h"

/* Nobody reads more before typing on. */
#define MAX_LINES 5

static char *
describe (const GPtrArray *findings,
          const char      *item)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len && i < MAX_LINES; i++)
    {
      const StewardFinding *finding = g_ptr_array_index (findings, i);

      if (i == 0)
        g_string_append (text, _("Recorded like this, the checks find:"));
      g_string_append_c (text, '\n');
      /* What it does to other items is said with their names. */
      if (g_str_equal (finding->row, item))
        /* Translators: error or warning, and what is wrong. */
        g_string_append_printf (text, _("%s: %s"), steward_finding_get_word (finding), finding->text);
      else
        /* Translators: error or warning, what it is about, and what is wrong. */
        g_string_append_printf (text, _("%s, %s: %s"), steward_finding_get_word (finding), finding->name, finding->text);
    }
  if (findings->len > MAX_LINES)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("and %u more", "and %u more", findings->len - MAX_LINES),
                              findings->len - MAX_LINES);
    }

  return g_string_free (text, FALSE);
}

void
steward_case_outlook_tell (StewardCaseEntry *entry,
                           StewardSession   *session,
                           const char       *item)
{
  const StewardSchedule *schedule;
  g_autoptr (StewardCase) current = NULL;
  g_autoptr (StewardCase) changed = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (STEWARD_IS_CASE_ENTRY (entry));
  g_return_if_fail (STEWARD_IS_SESSION (session));
  g_return_if_fail (item != NULL);

  schedule = steward_session_get_schedule (session);
  if (schedule != NULL && steward_session_get_findings (session) != NULL && steward_case_entry_is_possible (entry))
    {
      current = steward_case_edit_begin (session, item);
      changed = steward_case_entry_get_case (entry, current);
      findings = steward_check_foresee (schedule, steward_session_get_findings (session), changed, NULL);
    }
  text = findings != NULL ? describe (findings, item) : g_strdup ("");
  steward_case_entry_set_outlook (entry, text);
}
