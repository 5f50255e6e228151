/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-finding-text.h"

#include <glib/gi18n-lib.h>

#include "steward-ui-text.h"

const char *
steward_finding_get_word (const StewardFinding *finding)
{
  g_return_val_if_fail (finding != NULL, "");

  if (finding->reason != NULL)
    return _("Acknowledged");

  switch (finding->severity)
    {
    case STEWARD_SEVERITY_ERROR:   return _("Error");
    case STEWARD_SEVERITY_WARNING: return _("Warning");
    case STEWARD_SEVERITY_NOTE:    return C_("finding", "Note");
    case STEWARD_SEVERITY_OFF:
    default:                       g_return_val_if_reached ("");
    }
}

GtkWidget *
steward_finding_sign_new (const StewardFinding *finding)
{
  const char *icon = "dialog-information-symbolic";
  const char *css_class = "finding-note";
  GtkWidget *sign;

  g_return_val_if_fail (finding != NULL, NULL);

  if (finding->reason != NULL)
    {
      icon = "object-select-symbolic";
      css_class = "finding-acknowledged";
    }
  else if (finding->severity == STEWARD_SEVERITY_ERROR)
    {
      icon = "dialog-error-symbolic";
      css_class = "finding-error";
    }
  else if (finding->severity == STEWARD_SEVERITY_WARNING)
    {
      icon = "dialog-warning-symbolic";
      css_class = "finding-warning";
    }
  sign = g_object_new (GTK_TYPE_IMAGE, "icon-name", icon,
                       "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (sign, css_class);

  return sign;
}

char *
steward_finding_get_rule (const StewardFinding *finding)
{
  const StewardSource *source;
  const StewardBasis *basis;
  g_autofree char *where = NULL;

  g_return_val_if_fail (finding != NULL, NULL);

  source = finding->source;
  if (source == NULL || source->basis == NULL)
    return g_strdup (finding->rule);

  basis = source->basis;
  where = g_strjoin (" ", basis->document != NULL ? basis->document : basis->title,
                     source->clause != NULL ? source->clause : NULL, NULL);
  if (source->quote == NULL || *source->quote == '\0')
    return steward_ui_join (finding->rule, where, NULL);
  /* Translators: a rule, where it stands, and the words quoted from there. */
  return g_strdup_printf (_("%s · %s: “%s”"), finding->rule, where, source->quote);
}

/* `2026-08-12 09:30` of an ISO 8601 time, which other programs may have
 * written otherwise. */
static char *
format_time (const char *at)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (at, NULL);

  return time != NULL ? g_date_time_format (time, "%Y-%m-%d %H:%M") : g_strdup (at);
}

char *
steward_finding_get_answer (const StewardFinding *finding)
{
  g_autofree char *at = NULL;
  g_autofree char *who = NULL;

  g_return_val_if_fail (finding != NULL, NULL);

  if (finding->reason == NULL)
    return NULL;

  at = format_time (finding->at);
  who = steward_ui_join (finding->by, at, NULL);
  /* Translators: the reason why a warning is left as it is; who, and when. */
  return *who != '\0' ? g_strdup_printf (_("%s (%s)"), finding->reason, who) : g_strdup (finding->reason);
}

char *
steward_findings_summarise (const GPtrArray *findings)
{
  StewardFindingTally tally;
  g_autofree char *errors = NULL;
  g_autofree char *warnings = NULL;
  g_autofree char *notes = NULL;
  g_autofree char *acknowledged = NULL;

  g_return_val_if_fail (findings != NULL, NULL);

  if (findings->len == 0)
    return g_strdup (_("nothing found"));

  tally = steward_findings_count (findings);
  errors = g_strdup_printf (ngettext ("%u error", "%u errors", tally.errors), tally.errors);
  warnings = g_strdup_printf (ngettext ("%u warning", "%u warnings", tally.warnings), tally.warnings);
  notes = g_strdup_printf (ngettext ("%u note", "%u notes", tally.notes), tally.notes);
  acknowledged = g_strdup_printf (ngettext ("%u acknowledged", "%u acknowledged", tally.acknowledged),
                                  tally.acknowledged);

  return steward_ui_join (errors, warnings, tally.notes > 0 ? notes : "", tally.acknowledged > 0 ? acknowledged : "",
                          NULL);
}

static void
append_finding (GString              *text,
                const StewardFinding *finding)
{
  g_autofree char *rule = steward_finding_get_rule (finding);
  g_autofree char *answer = steward_finding_get_answer (finding);

  g_string_append_printf (text, "\n%s  %s  [%s]\n", steward_finding_get_word (finding), finding->name,
                          steward_check_code_to_word (finding->code));
  g_string_append_printf (text, "    %s\n", finding->text);
  g_string_append_printf (text, _("    Rule: %s\n"), rule);
  g_string_append_printf (text, _("    Remedy: %s\n"), finding->remedy);
  if (answer != NULL)
    g_string_append_printf (text, _("    Acknowledged: %s\n"), answer);
}

char *
steward_findings_describe (const GPtrArray *findings,
                           const char      *project,
                           StewardDay       as_of)
{
  g_autoptr (GString) text = g_string_new (project);
  g_autofree char *day = steward_day_format (as_of);
  g_autofree char *summary = NULL;

  g_return_val_if_fail (findings != NULL, NULL);

  summary = steward_findings_summarise (findings);
  /* Translators: the day of the checks, and how many findings there are. */
  g_string_append_printf (text, _("\nChecks, %s: %s\n"), day, summary);
  for (guint i = 0; i < findings->len; i++)
    append_finding (text, g_ptr_array_index (findings, i));

  return g_string_free (g_steal_pointer (&text), FALSE);
}
