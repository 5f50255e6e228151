/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-ctl-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "steward-calendar-year.h"
#include "steward-error.h"
#include "steward-moved.h"
#include "steward-official-news.h"

/* The options of `calendar add` as they are typed. */
typedef struct
{
  int        year;
  char      *notice;
  char      *date;
  char     **off;
  char     **work;
  gboolean   dry_run;
} AddOptions;

static void
add_options_clear (AddOptions *self)
{
  g_free (self->notice);
  g_free (self->date);
  g_strfreev (self->off);
  g_strfreev (self->work);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AddOptions, add_options_clear)

/* `A`, `A..B`, either with `=NAME`. */
static gboolean
take_off (StewardCalendarYear *year,
          const char          *text)
{
  g_auto (GStrv) named = g_strsplit (text, "=", 2);
  g_auto (GStrv) ends = g_strsplit (named[0] ? named[0] : "", "..", 2);
  StewardDay first = STEWARD_DAY_NONE, last = STEWARD_DAY_NONE;

  if (!steward_ctl_parse_day ("--off", ends[0] ? ends[0] : "", &first) ||
      !steward_ctl_parse_day ("--off", ends[0] && ends[1] ? ends[1] : ends[0], &last))
    return FALSE;
  steward_calendar_year_take_off (year, named[0] && named[1] ? named[1] : _("Day off"), first, last);
  return TRUE;
}

static gboolean
take_options (StewardCalendarYear *year,
              const AddOptions    *options)
{
  for (char **text = options->off; text && *text; text++)
    if (!take_off (year, *text))
      return FALSE;
  for (char **text = options->work; text && *text; text++)
    {
      StewardDay day = STEWARD_DAY_NONE;

      if (!steward_ctl_parse_day ("--work", *text, &day))
        return FALSE;
      steward_calendar_year_work (year, day);
    }
  return TRUE;
}

/* The years of the database with the one of the command line: from a calendar
 * file as it is, or put together. NULL after a complaint. */
static char *
make_years (const AddOptions *options,
            const char       *path,
            const char       *others)
{
  g_autoptr (StewardCalendarYear) year = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *origin = NULL;
  g_autoptr (GBytes) kept = *others ? g_bytes_new (others, strlen (others)) : NULL;
  g_autoptr (GError) error = NULL;
  StewardDay date = steward_day_today ();
  char *years = NULL;

  if (!steward_ctl_parse_day ("--date", options->date, &date))
    return NULL;
  if (path)
    bytes = steward_ctl_read (path, STEWARD_ICS_MAX_BYTES, &origin, &error);
  if (error)
    {
      steward_ctl_complain ("%s", error->message);
      return NULL;
    }
  if (bytes && !g_str_has_suffix (path, ".ics"))
    return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  year = steward_calendar_year_new (options->year, options->notice, date);
  if (!take_options (year, options))
    return NULL;
  if (bytes == NULL || steward_calendar_year_read_ics (year, bytes, origin, &error))
    years = steward_calendar_year_to_file (year, kept, &error);
  if (years == NULL)
    steward_ctl_complain ("%s", error->message);
  return years;
}

static void
print_moved (const StewardMoved *moved,
             StewardCtlFormat    format)
{
  g_autofree char *before = steward_day_format (moved->before);
  g_autofree char *after = steward_day_format (moved->after);
  g_autoptr (JsonBuilder) builder = NULL;

  if (format == STEWARD_CTL_TEXT)
    {
      steward_ctl_print ("%s%s → %s%s  %s · %s\n", before, moved->before_provisional ? "*" : "", after,
                         moved->after_provisional ? "*" : "", moved->project_name, moved->name);
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  steward_ctl_add_text (builder, "project", moved->project);
  steward_ctl_add_text (builder, "project_name", moved->project_name);
  steward_ctl_add_text (builder, "row", moved->row);
  steward_ctl_add_text (builder, "name", moved->name);
  steward_ctl_add_day (builder, "before", moved->before);
  steward_ctl_add_day (builder, "after", moved->after);
  steward_ctl_add_boolean (builder, "before_provisional", moved->before_provisional);
  steward_ctl_add_boolean (builder, "after_provisional", moved->after_provisional);
  json_builder_end_object (builder);
  steward_ctl_print_json (builder);
}

static StewardCalendar *
read_years (const char  *years,
            const char  *origin,
            GError     **error)
{
  g_autoptr (StewardCalendar) official = steward_calendar_new_official ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (years, strlen (years));

  if (*years == '\0')
    return g_steal_pointer (&official);
  return steward_calendar_extend (official, bytes, origin, error);
}

static void
print_all_moved (GPtrArray        *moved,
                 GPtrArray        *skipped,
                 StewardCtlFormat  format)
{
  for (guint i = 0; i < skipped->len; i++)
    steward_ctl_complain (_("This project was passed over: %s"), (const char *) skipped->pdata[i]);
  for (guint i = 0; i < moved->len; i++)
    print_moved (moved->pdata[i], format);
}

static gboolean
refresh (StewardDatabase  *database,
         GError          **error)
{
  int n;

  do
    n = steward_database_refresh (database, steward_day_today (), 500, error);
  while (n > 0);
  return n == 0;
}

/* What this desk is about to do to the years of a database. */
typedef struct
{
  const char       *actor;
  StewardCtlFormat  format;
  gboolean          dry_run;
} Manner;

static gboolean
replace_years (StewardDatabase  *database,
               const char       *expected,
               const char       *years,
               const char       *origin,
               const Manner     *manner,
               GError          **error)
{
  g_autoptr (StewardCalendar) after = read_years (years, origin, error);
  g_autoptr (GPtrArray) moved = NULL, skipped = g_ptr_array_new_with_free_func (g_free);

  if (after == NULL)
    return FALSE;
  moved = steward_database_list_moved (database, NULL, after, steward_day_today (), skipped, NULL, NULL, NULL, error);
  if (moved == NULL ||
      (!manner->dry_run && !steward_database_set_years (database, expected, years, manner->actor, error)))
    return FALSE;
  print_all_moved (moved, skipped, manner->format);
  return manner->dry_run || refresh (database, error);
}

/* A calendar file replaces whatever there is. */
static gboolean
add_years (StewardDatabase   *database,
           const char        *path,
           const AddOptions  *options,
           const Manner      *manner,
           GError           **error)
{
  g_autofree char *others = steward_database_get_years (database, error);
  g_autofree char *years = others ? make_years (options, path, others) : NULL;

  return years && replace_years (database, options->year != 0 ? others : NULL, years,
                                 path ? path : options->notice, manner, error);
}

static gboolean
check_options (const AddOptions *options,
               const char       *path)
{
  gboolean is_file = path && !g_str_has_suffix (path, ".ics");
  gboolean by_hand = options->off || options->work;

  if (is_file && !by_hand && options->year == 0 && options->notice == NULL)
    return TRUE;
  if (!is_file && (path || by_hand) && options->year >= 1950 && options->year <= 2199 && options->notice)
    return TRUE;
  steward_ctl_complain (_("Expected a calendar file, or --year and --notice with an .ics file, --off or --work."));
  return FALSE;
}

static StewardCtlStatus
run_add (const StewardCtlCommand  *command,
         int                       argc,
         char                    **argv)
{
  g_auto (StewardCtlStore) store = { NULL };
  g_auto (AddOptions) options = { 0 };
  g_autoptr (StewardDatabase) database = NULL;
  g_autoptr (GError) error = NULL;
  const char *path;
  Manner manner;
  gboolean added;
  const GOptionEntry entries[] = {
    { "year", 0, 0, G_OPTION_ARG_INT, &options.year, N_("The year of an .ics file or of the days"), N_("YEAR") },
    { "notice", 0, 0, G_OPTION_ARG_STRING, &options.notice, N_("Number of the notice"), N_("NUMBER") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &options.date, N_("Day of the notice (today)"), N_("DATE") },
    { "off", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.off, N_("Days off; may be repeated"), N_("A[..B][=NAME]") },
    { "work", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.work, N_("A weekend day that is worked; may be repeated"),
      N_("DATE") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run, N_("Only tell which dates would move"), NULL },
    { NULL }
  };

  if (!steward_ctl_store_parse (&store, command, entries, FALSE, &argc, &argv, 0, 1))
    return STEWARD_CTL_USAGE;
  path = argc > 1 ? argv[1] : NULL;
  if (!check_options (&options, path))
    return STEWARD_CTL_USAGE;
  database = steward_ctl_store_open (&store, FALSE);
  if (database == NULL)
    return STEWARD_CTL_FAILED;
  manner = (Manner) { store.actor, store.format, options.dry_run };
  added = add_years (database, path, &options, &manner, &error);
  if (g_error_matches (error, STEWARD_ERROR, STEWARD_ERROR_CONFLICT))
    {
      g_clear_error (&error);
      added = add_years (database, path, &options, &manner, &error);
    }
  if (added)
    return STEWARD_CTL_GOOD;
  if (error)
    steward_ctl_complain ("%s", error->message);
  return STEWARD_CTL_FAILED;
}

static gboolean
remove_year (StewardDatabase  *database,
             const char       *text,
             const Manner     *manner,
             GError          **error)
{
  g_autofree char *others = steward_database_get_years (database, error);
  g_autoptr (GBytes) bytes = others ? g_bytes_new (others, strlen (others)) : NULL;
  g_autofree char *years = NULL;
  gint64 year;

  if (bytes == NULL || !g_ascii_string_to_signed (text, 10, 1950, 2199, &year, error))
    return FALSE;
  years = steward_calendar_year_remove (bytes, (int) year, error);
  return years && replace_years (database, others, years, text, manner, error);
}

/* The work of a command on a database, with the word behind it or NULL. */
typedef gboolean (*YearsFunc) (StewardDatabase  *database,
                               const char       *word,
                               const Manner     *manner,
                               GError          **error);

static StewardCtlStatus
run_years (const StewardCtlCommand  *command,
           int                       argc,
           char                    **argv,
           int                       n_words,
           YearsFunc                 func)
{
  g_auto (StewardCtlStore) store = { NULL };
  g_autoptr (StewardDatabase) database = NULL;
  g_autoptr (GError) error = NULL;
  Manner manner = { NULL, STEWARD_CTL_TEXT, FALSE };
  const GOptionEntry entries[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &manner.dry_run, N_("Only tell which dates would move"), NULL },
    { NULL }
  };

  if (!steward_ctl_store_parse (&store, command, entries, FALSE, &argc, &argv, n_words, n_words))
    return STEWARD_CTL_USAGE;
  manner.actor = store.actor;
  manner.format = store.format;
  database = steward_ctl_store_open (&store, FALSE);
  if (database == NULL)
    return STEWARD_CTL_FAILED;
  if (func (database, n_words > 0 ? argv[1] : NULL, &manner, &error))
    return STEWARD_CTL_GOOD;
  if (error)
    steward_ctl_complain ("%s", error->message);
  return STEWARD_CTL_FAILED;
}

static StewardCtlStatus
run_remove (const StewardCtlCommand  *command,
            int                       argc,
            char                    **argv)
{
  return run_years (command, argc, argv, 1, remove_year);
}

static void
print_change (const StewardYearChange *change,
              const StewardCalendar   *after,
              StewardCtlFormat         format)
{
  static const char * const kinds[] = { "added", "changed", "removed" };
  g_autofree char *text = steward_year_change_describe (change, after);
  g_autoptr (JsonBuilder) builder = NULL;

  if (format == STEWARD_CTL_TEXT)
    {
      steward_ctl_print ("%s\n", text);
      if (change->covered)
        steward_ctl_print (_("  The year that was added to this database takes its place; “calendar remove %d” gives "
                             "it back.\n"), change->year);
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  steward_ctl_add_integer (builder, "year", change->year);
  steward_ctl_add_text (builder, "change", kinds[change->kind]);
  steward_ctl_add_boolean (builder, "covered", change->covered);
  json_builder_end_object (builder);
  steward_ctl_print_json (builder);
}

static gboolean
tell_news (StewardDatabase  *database,
           const char       *word,
           const Manner     *manner,
           GError          **error)
{
  g_autoptr (GError) wrong = NULL;
  g_autoptr (StewardOfficialNews) news = steward_database_find_official_news (database, &wrong);
  g_autoptr (StewardCalendar) official = steward_calendar_new_official ();
  g_autoptr (GPtrArray) moved = NULL, skipped = g_ptr_array_new_with_free_func (g_free);

  if (wrong)
    {
      g_propagate_error (error, g_steal_pointer (&wrong));
      return FALSE;
    }
  if (news == NULL)
    return TRUE;
  moved = steward_database_list_moved (database, news->before, news->after, steward_day_today (), skipped, NULL, NULL,
                                       NULL, error);
  if (moved == NULL)
    return FALSE;
  for (guint i = 0; i < news->changes->len; i++)
    print_change (&g_array_index (news->changes, StewardYearChange, i), official, manner->format);
  print_all_moved (moved, skipped, manner->format);
  return manner->dry_run || steward_database_accept_official (database, manner->actor, error);
}

static StewardCtlStatus
run_news (const StewardCtlCommand  *command,
          int                       argc,
          char                    **argv)
{
  return run_years (command, argc, argv, 0, tell_news);
}

static void
print_year (const StewardCalendar *calendar,
            int                    year,
            StewardCtlFormat       format)
{
  StewardDay first = steward_day_from_ymd (year, 1, 1), last = steward_day_from_ymd (year, 12, 31);
  int n = steward_calendar_count (calendar, first - 1, last);
  const char *source = NULL;
  g_autoptr (JsonBuilder) builder = NULL;

  for (StewardDay day = first; day <= last && source == NULL; day++)
    steward_calendar_describe (calendar, day, NULL, &source);
  if (format == STEWARD_CTL_TEXT)
    {
      steward_ctl_print ("%d  %d  %s\n", year, n, source ? source : "");
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  steward_ctl_add_integer (builder, "year", year);
  steward_ctl_add_integer (builder, "working_days", n);
  steward_ctl_add_text (builder, "notice", source ? source : "");
  json_builder_end_object (builder);
  steward_ctl_print_json (builder);
}

static StewardCtlStatus
run_list (const StewardCtlCommand  *command,
          int                       argc,
          char                    **argv)
{
  g_auto (StewardCtlStore) store = { NULL };
  g_autoptr (StewardDatabase) database = NULL;
  g_autoptr (StewardCalendar) calendar = NULL;
  g_autoptr (GError) error = NULL;
  int first, last;

  if (!steward_ctl_store_parse (&store, command, NULL, FALSE, &argc, &argv, 0, 0))
    return STEWARD_CTL_USAGE;
  database = steward_ctl_store_open (&store, FALSE);
  if (database == NULL)
    return STEWARD_CTL_FAILED;
  calendar = steward_database_load_calendar (database, &error);
  if (calendar == NULL)
    {
      steward_ctl_complain ("%s", error->message);
      return STEWARD_CTL_FAILED;
    }
  steward_calendar_get_years (calendar, &first, &last);
  for (int year = first; year <= last; year++)
    if (!steward_calendar_is_provisional (calendar, steward_day_from_ymd (year, 7, 1)))
      print_year (calendar, year, store.format);
  return STEWARD_CTL_GOOD;
}

const StewardCtlCommand steward_ctl_calendar_list = {
  "calendar list",
  "",
  N_("List the years with an official calendar, with their working days."),
  N_("Example:\n"
     "  stewardctl calendar list"),
  run_list
};

const StewardCtlCommand steward_ctl_calendar_add = {
  "calendar add",
  "[FILE]",
  N_("Add a year to the calendar of the database, and tell which dates moved."),
  N_("FILE is an .ics file with the holidays of the year, or a calendar file, which then\n"
     "replaces all years that were added before. A year takes the place of the official one:\n"
     "name all its days off.\n"
     "\n"
     "Examples:\n"
     "  stewardctl calendar add --year 2027 --notice NUMBER holidays.ics --dry-run\n"
     "  stewardctl calendar add --year 2027 --notice NUMBER \\\n"
     "    --off 2027-01-01..2027-01-03=元旦 --work 2027-01-09"),
  run_add
};

const StewardCtlCommand steward_ctl_calendar_remove = {
  "calendar remove",
  "YEAR",
  N_("Take out a year that was added to the calendar, and tell which dates moved."),
  N_("Years that come with the program stay: an added one that took their place gives it back.\n"
     "\n"
     "Example:\n"
     "  stewardctl calendar remove 2027 --dry-run"),
  run_remove
};

const StewardCtlCommand steward_ctl_calendar_news = {
  "calendar news",
  "",
  N_("Tell which official years a new release of the program brought, and which dates moved."),
  N_("Told once for each database, here or in the window; with --dry-run it will be told\n"
     "again. Nothing is printed when there is nothing new.\n"
     "\n"
     "Example:\n"
     "  stewardctl calendar news --format json"),
  run_news
};
