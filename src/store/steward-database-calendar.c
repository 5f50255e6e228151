/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-database-parts-private.h"

#include <glib/gi18n-lib.h>

#include "steward-error.h"
#include "steward-year-change.h"

/* Years that users added, as the text of a calendar file. */
#define YEARS "calendar"

/* Another one whenever a digest says more than before, so that those which an
 * earlier program made are made again. */
#define DIGEST_EDITION "stale "

static StewardCalendar *
read_calendar (const char  *years,
               GError     **error)
{
  g_autoptr(StewardCalendar) official = steward_calendar_new_official ();
  g_autoptr(GBytes) bytes = NULL;

  if (*years == '\0')
    return g_steal_pointer (&official);
  bytes = g_bytes_new_static (years, strlen (years));
  return steward_calendar_extend (official, bytes, YEARS, error);
}

/* Years that were damaged, or written by something else, must not keep anybody
 * from the projects: the official ones hold then, and it is told. */
static StewardCalendar *
read_calendar_or_official (const char  *years,
                           char       **problem)
{
  g_autoptr(GError) error = NULL;
  StewardCalendar *calendar = read_calendar (years, &error);

  if (calendar != NULL)
    return calendar;
  *problem = g_strdup_printf (_("The years that were added to the calendar cannot be read, so only the official ones "
                                "count (%s). Add them again, or restore a backup."), error->message);
  return steward_calendar_new_official ();
}

gboolean
steward_database_sync_calendar (StewardDatabase  *self,
                                GError          **error)
{
  g_autofree char *years = steward_database_get_years (self, error);
  g_autofree char *problem = NULL;
  g_autofree char *fingerprint = NULL;
  StewardCalendar *calendar;

  if (years == NULL)
    return FALSE;
  if (self->calendar != NULL && strcmp (years, self->years) == 0)
    return TRUE;
  calendar = read_calendar_or_official (years, &problem);
  g_clear_pointer (&self->calendar, steward_calendar_unref);
  g_free (self->years);
  g_free (self->calendar_problem);
  g_free (self->fingerprint);
  self->calendar_problem = g_steal_pointer (&problem);
  self->calendar = calendar;
  self->years = g_steal_pointer (&years);
  fingerprint = steward_calendar_get_fingerprint (calendar);
  self->fingerprint = g_strconcat (DIGEST_EDITION, fingerprint, NULL);
  return TRUE;
}

StewardCalendar *
steward_database_load_calendar (StewardDatabase  *self,
                                GError          **error)
{
  g_return_val_if_fail (STEWARD_IS_DATABASE (self), NULL);

  return steward_database_sync_calendar (self, error) ? steward_calendar_ref (self->calendar) : NULL;
}

const char *
steward_database_get_calendar_problem (StewardDatabase *self)
{
  g_return_val_if_fail (STEWARD_IS_DATABASE (self), NULL);

  return steward_database_sync_calendar (self, NULL) ? self->calendar_problem : NULL;
}

char *
steward_database_get_years (StewardDatabase  *self,
                            GError          **error)
{
  return steward_database_get_setting (self, YEARS, error);
}

gboolean
steward_database_log_years (StewardDatabase        *self,
                            GArray                 *changes,
                            const StewardCalendar  *after,
                            const char             *actor,
                            GError                **error)
{
  for (guint i = 0; i < changes->len; i++)
    {
      g_autoptr (StewardLogEntry) entry = g_new0 (StewardLogEntry, 1);

      entry->project = g_strdup (STEWARD_LOG_NO_PROJECT);
      entry->actor = g_strdup (actor);
      entry->label = steward_year_change_describe (&g_array_index (changes, StewardYearChange, i), after);
      entry->changes = g_strdup ("[]");
      if (!steward_database_append_log (self, entry, error))
        return FALSE;
    }
  return TRUE;
}

typedef struct
{
  StewardYearsFunc  func;
  gpointer          data;
  const char       *actor;
} YearsChange;

static gboolean
change_years (StewardDatabase  *self,
              gpointer          data,
              GError          **error)
{
  const YearsChange *change = data;
  g_autofree char *stored = steward_database_get_years (self, error);
  g_autofree char *years = stored != NULL ? change->func (stored, change->data, error) : NULL;
  g_autofree char *problem = NULL;
  g_autoptr (StewardCalendar) before = NULL, after = years != NULL ? read_calendar (years, error) : NULL;
  g_autoptr (GArray) changes = NULL;

  if (after == NULL)
    return FALSE;
  before = read_calendar_or_official (stored, &problem);
  changes = steward_year_changes_compare (before, after);
  return steward_database_write_setting (self, YEARS, years, error) &&
         steward_database_log_years (self, changes, after, change->actor, error);
}

gboolean
steward_database_change_years (StewardDatabase   *self,
                               StewardYearsFunc   func,
                               gpointer           data,
                               const char        *actor,
                               GError           **error)
{
  YearsChange change = { func, data, actor };

  g_return_val_if_fail (STEWARD_IS_DATABASE (self), FALSE);
  g_return_val_if_fail (func != NULL && actor != NULL, FALSE);

  return steward_database_transact (self, change_years, &change, error);
}

typedef struct
{
  const char *expected;
  const char *years;
} Replacement;

static char *
replace_expected (const char  *stored,
                  gpointer     data,
                  GError     **error)
{
  const Replacement *replacement = data;

  if (replacement->expected == NULL || strcmp (stored, replacement->expected) == 0)
    return g_strdup (replacement->years);
  g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_CONFLICT,
                       _("Somebody else changed the years of the calendar meanwhile. Nothing was changed."));
  return NULL;
}

gboolean
steward_database_set_years (StewardDatabase  *self,
                            const char       *expected,
                            const char       *years,
                            const char       *actor,
                            GError          **error)
{
  Replacement replacement = { expected, years };

  g_return_val_if_fail (years != NULL, FALSE);

  return steward_database_change_years (self, replace_expected, &replacement, actor, error);
}
