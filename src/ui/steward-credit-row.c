/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-credit-row.h"

#include <glib/gi18n-lib.h>

#include "steward-standing.h"
#include "steward-ui-text.h"

struct _StewardCreditRow
{
  AdwComboRow     parent_instance;

  StewardSession *session;
  gboolean        filling;
};

G_DEFINE_FINAL_TYPE (StewardCreditRow, steward_credit_row, ADW_TYPE_COMBO_ROW)

static const char *
name_standing (StewardStanding standing)
{
  switch (standing)
    {
    case STEWARD_STANDING_GOOD:
      return _("No breach on record");
    case STEWARD_STANDING_BREACH:
      return _("A breach, not repaired");
    case STEWARD_STANDING_REPAIRED:
      return _("A breach, repaired");
    case STEWARD_STANDING_UNKNOWN:
    case STEWARD_N_STANDINGS:
    default:
      return _("Not looked up");
    }
}

/* The day of the look, or of the breach, is today until somebody knows better. */
static void
selected_cb (StewardCreditRow *self)
{
  const StewardSchedule *schedule;
  StewardCredit value = { .note = (char *) "" };

  if (self->filling || self->session == NULL)
    return;

  schedule = steward_session_get_schedule (self->session);
  value.standing = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  value.day = schedule != NULL ? schedule->as_of : steward_day_today ();
  value.by = (char *) steward_session_get_actor (self->session);
  steward_session_flush (self->session);
  steward_project_set_credit (steward_session_get_project (self->session), &value);
  steward_session_flush (self->session);
}

static void
steward_credit_row_dispose (GObject *object)
{
  g_clear_object (&STEWARD_CREDIT_ROW (object)->session);

  G_OBJECT_CLASS (steward_credit_row_parent_class)->dispose (object);
}

static void
steward_credit_row_class_init (StewardCreditRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = steward_credit_row_dispose;
}

static void
steward_credit_row_init (StewardCreditRow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->filling = TRUE;
  for (int i = 0; i < STEWARD_N_STANDINGS; i++)
    gtk_string_list_append (names, name_standing (i));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("Credit record of the enterprise"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (names));
  self->filling = FALSE;
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
}

void
steward_credit_row_show (StewardCreditRow *self,
                         StewardSession   *session)
{
  const StewardCredit *credit;
  const StewardSharedCredit *shared;
  g_autofree char *own = NULL, *day = NULL, *other = NULL, *text = NULL;

  g_return_if_fail (STEWARD_IS_CREDIT_ROW (self));

  g_set_object (&self->session, session);
  if (session == NULL)
    return;

  credit = steward_project_get_credit (steward_session_get_project (session));
  shared = steward_project_get_shared_credit (steward_session_get_project (session));
  own = credit->standing != STEWARD_STANDING_UNKNOWN ? steward_day_format (credit->day) : g_strdup ("");
  day = shared != NULL ? steward_day_format (shared->day) : NULL;
  if (shared != NULL)
    /* Translators: another project of the same enterprise, its record, its day. */
    other = g_strdup_printf (_("“%s” records: %s %s"), shared->name, name_standing (shared->standing), day);
  text = steward_ui_join (own, other != NULL ? other : "", NULL);
  self->filling = TRUE;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), credit->standing);
  self->filling = FALSE;
}
