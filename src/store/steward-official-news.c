/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-official-news.h"

#include <string.h>

#include "steward-database-parts-private.h"

/* The official years that were accepted last, as a calendar file. */
#define ACCEPTED "official-calendar"

void
steward_official_news_free (StewardOfficialNews *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->before, steward_calendar_unref);
  g_clear_pointer (&self->after, steward_calendar_unref);
  g_clear_pointer (&self->changes, g_array_unref);
  g_free (self);
}

/* NULL for a database that never knew any, and for what cannot be read, which
 * nothing can be compared with. */
static StewardCalendar *
read_calendar (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return *text != '\0' ? steward_calendar_new_from_bytes (bytes, ACCEPTED, NULL) : NULL;
}

/* Years that users added take the place of official ones. */
static void
mark_covered (GArray                *changes,
              const StewardCalendar *added)
{
  for (guint i = 0; added && i < changes->len; i++)
    {
      StewardYearChange *change = &g_array_index (changes, StewardYearChange, i);

      change->covered = !steward_calendar_is_provisional (added, steward_day_from_ymd (change->year, 1, 1));
    }
}

/* A year that somebody added by hand and that came out just like that is no
 * news. */
static void
drop_known (GArray                *changes,
            const StewardCalendar *official,
            const StewardCalendar *added)
{
  for (guint i = changes->len; i-- > 0;)
    {
      const StewardYearChange *change = &g_array_index (changes, StewardYearChange, i);

      if (change->covered && steward_year_is_equal (official, added, change->year))
        g_array_remove_index (changes, i);
    }
}

/* An older program beside a newer one does not know the last years; what it
 * accepted would be news to the other again and again. */
static gboolean
is_older (GArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      if (g_array_index (changes, StewardYearChange, i).kind == STEWARD_YEAR_REMOVED)
        return TRUE;
    }
  return FALSE;
}

static StewardCalendar *
extend (StewardCalendar  *official,
        const char       *years,
        GError          **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (years, strlen (years));

  return *years != '\0' ? steward_calendar_extend (official, bytes, ACCEPTED, error)
                        : steward_calendar_ref (official);
}

static char *
get_own (void)
{
  g_autoptr (GBytes) bytes = steward_calendar_load_official ();

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* NULL with @older FALSE and without an error when what this program has can
 * be accepted silently. */
static StewardOfficialNews *
compare (StewardDatabase  *self,
         const char       *accepted,
         gboolean         *older,
         GError          **error)
{
  g_autoptr (StewardOfficialNews) news = g_new0 (StewardOfficialNews, 1);
  g_autoptr (StewardCalendar) official = steward_calendar_new_official ();
  g_autoptr (StewardCalendar) former = read_calendar (accepted);
  g_autoptr (StewardCalendar) added = NULL;
  g_autofree char *years = NULL;

  *older = FALSE;
  if (former == NULL)
    return NULL;
  news->changes = steward_year_changes_compare (former, official);
  *older = is_older (news->changes);
  if (*older || news->changes->len == 0)
    return NULL;
  news->after = steward_database_load_calendar (self, error);
  years = news->after ? steward_database_get_years (self, error) : NULL;
  if (years == NULL)
    return NULL;
  added = read_calendar (years);
  mark_covered (news->changes, added);
  drop_known (news->changes, official, added);
  /* Years that cannot be read hold for neither side. */
  news->before = extend (former, added ? years : "", error);
  return news->before && news->changes->len > 0 ? g_steal_pointer (&news) : NULL;
}

StewardOfficialNews *
steward_database_find_official_news (StewardDatabase  *self,
                                     GError          **error)
{
  g_autofree char *accepted = NULL, *own = NULL;
  StewardOfficialNews *news;
  g_autoptr (GError) wrong = NULL;
  gboolean older;

  g_return_val_if_fail (STEWARD_IS_DATABASE (self), NULL);

  accepted = steward_database_get_setting (self, ACCEPTED, error);
  own = get_own ();
  if (accepted == NULL || strcmp (accepted, own) == 0)
    return NULL;
  news = compare (self, accepted, &older, &wrong);
  if (news == NULL && wrong == NULL && !older)
    steward_database_set_setting (self, ACCEPTED, own, &wrong);
  if (wrong)
    g_propagate_error (error, g_steal_pointer (&wrong));
  return news;
}

typedef struct
{
  const StewardOfficialNews *news;
  const char                *actor;
} Acceptance;

static gboolean
accept (StewardDatabase  *self,
        gpointer          data,
        GError          **error)
{
  const Acceptance *acceptance = data;
  g_autofree char *own = get_own ();

  return steward_database_write_setting (self, ACCEPTED, own, error) &&
         steward_database_log_years (self, acceptance->news->changes, acceptance->news->after, acceptance->actor,
                                     error);
}

gboolean
steward_database_accept_official (StewardDatabase  *self,
                                  const char       *actor,
                                  GError          **error)
{
  g_autoptr (StewardOfficialNews) news = NULL;
  g_autoptr (GError) wrong = NULL;
  Acceptance acceptance = { NULL, actor };

  g_return_val_if_fail (STEWARD_IS_DATABASE (self), FALSE);
  g_return_val_if_fail (actor != NULL, FALSE);

  news = steward_database_find_official_news (self, &wrong);
  if (wrong)
    {
      g_propagate_error (error, g_steal_pointer (&wrong));
      return FALSE;
    }
  acceptance.news = news;
  return news == NULL || steward_database_transact (self, accept, &acceptance, error);
}
