/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-ctl-store-private.h"

#include <glib/gi18n-lib.h>

#include "steward-csv.h"

/* Lines fetched at once, so that a long list needs little memory. */
#define LINES_AT_ONCE 1000

static const char * const sort_words[] = { "due", "name", "recent" };

static const char * const agenda_words[] = { "case", "timer", "promise", "ready", "silent", "delivery" };

/* The options of `list` and `search` as they are typed. */
typedef struct
{
  char  *search;
  char  *steward;
  char **lights;
  char  *stage;
  char  *pack;
  char **states;
  char  *sort;
  char  *as_of;
  int    limit;
} ListOptions;

static void
list_options_clear (ListOptions *self)
{
  g_free (self->search);
  g_free (self->steward);
  g_strfreev (self->lights);
  g_free (self->stage);
  g_free (self->pack);
  g_strfreev (self->states);
  g_free (self->sort);
  g_free (self->as_of);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ListOptions, list_options_clear)

static gboolean
parse_lights (char  **words,
              guint  *lights)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      int light = STEWARD_LIGHT_RED;

      while (light >= 0 && strcmp (words[i], steward_light_to_word (light)) != 0)
        light--;
      if (light < 0)
        {
          steward_ctl_complain (_("“%s” is not a light: expected not-started, done, done-late, green, paused, "
                                  "yellow or red."), words[i]);
          return FALSE;
        }
      *lights |= 1u << light;
    }
  return TRUE;
}

static gboolean
parse_states (char  **words,
              guint  *states)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      StewardState state;

      if (!steward_state_from_word (words[i], &state))
        {
          steward_ctl_complain (_("“%s” is not a state: expected open, suspended, closed or removed."), words[i]);
          return FALSE;
        }
      *states |= 1u << state;
    }
  return TRUE;
}

static gboolean
parse_sort (const char      *word,
            StewardListSort *sort)
{
  for (guint i = 0; i < G_N_ELEMENTS (sort_words); i++)
    if (word == NULL || strcmp (word, sort_words[i]) == 0)
      {
        *sort = i;
        return TRUE;
      }
  steward_ctl_complain (_("“%s” is not an order: expected due, name or recent."), word);
  return FALSE;
}

/* Borrows from @options. */
static gboolean
build_query (const ListOptions *options,
             StewardListQuery  *query)
{
  *query = (StewardListQuery) {
    .text = options->search,
    .steward = options->steward,
    .stage = options->stage,
    .pack = options->pack,
    .today = steward_day_today (),
  };
  return parse_lights (options->lights, &query->lights) && parse_states (options->states, &query->states) &&
         parse_sort (options->sort, &query->sort) && steward_ctl_parse_day ("--as-of", options->as_of, &query->today);
}

static void
print_line_json (const StewardProjectLine *line)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  steward_ctl_add_text (builder, "id", line->id);
  steward_ctl_add_integer (builder, "version", line->version);
  steward_ctl_add_text (builder, "name", line->name);
  steward_ctl_add_text (builder, "unit", line->unit);
  steward_ctl_add_text (builder, "code", line->code);
  steward_ctl_add_text (builder, "place", line->place);
  steward_ctl_add_text (builder, "steward", line->steward);
  steward_ctl_add_text (builder, "pack", line->pack);
  steward_ctl_add_text (builder, "stage", line->stage);
  steward_ctl_add_text (builder, "state", steward_state_to_word (line->state));
  steward_ctl_add_text (builder, "light", steward_light_to_word (line->light));
  steward_ctl_add_day (builder, "next_due", line->next_due);
  steward_ctl_add_text (builder, "next_row", line->next_row);
  steward_ctl_add_text (builder, "next_name", line->next_name);
  steward_ctl_add_boolean (builder, "provisional", line->provisional);
  json_builder_end_object (builder);
  steward_ctl_print_json (builder);
}

static void
print_line_csv (const StewardProjectLine *line)
{
  g_autoptr (GString) csv = g_string_new (NULL);
  g_autofree char *due = steward_day_format (line->next_due);
  const char *fields[] = {
    line->id, line->name, line->unit, line->code, line->place, line->steward, line->pack, line->stage,
    steward_state_to_word (line->state), steward_light_to_word (line->light), due, line->next_name,
    line->provisional ? "provisional" : "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (i > 0)
        g_string_append_c (csv, ',');
      steward_csv_append_text (csv, fields[i]);
    }
  steward_ctl_print ("%s\r\n", csv->str);
}

static void
print_line (const StewardProjectLine *line,
            StewardCtlFormat          format)
{
  g_autofree char *due = steward_day_format (line->next_due);

  if (format == STEWARD_CTL_JSON)
    print_line_json (line);
  else if (format == STEWARD_CTL_CSV)
    print_line_csv (line);
  else
    steward_ctl_print ("%s  %s  %-10s  %s%s%s%s\n", line->id, steward_light_to_glyph (line->light), due,
                       line->provisional ? "* " : "", line->name, *line->next_name ? " · " : "", line->next_name);
}

static gboolean
print_lines (StewardDatabase         *database,
             const StewardListQuery  *query,
             int                      limit,
             StewardCtlFormat         format,
             GError                 **error)
{
  g_autoptr (GArray) numbers = steward_database_find (database, query, error);
  gsize n;

  if (numbers == NULL)
    return FALSE;
  n = limit > 0 ? MIN ((guint) limit, numbers->len) : numbers->len;
  if (format == STEWARD_CTL_CSV)
    steward_ctl_print ("id,name,unit,code,place,steward,pack,stage,state,light,next_due,next_name,provisional\r\n");
  for (gsize start = 0; start < n; start += LINES_AT_ONCE)
    {
      g_autoptr (GPtrArray) lines = NULL;

      lines = steward_database_read_lines (database, &g_array_index (numbers, gint64, start),
                                           MIN (n - start, LINES_AT_ONCE), query->today, error);
      if (lines == NULL)
        return FALSE;
      /* A project that went since it was found is left out. */
      for (guint i = 0; i < lines->len; i++)
        if (lines->pdata[i] != NULL)
          print_line (lines->pdata[i], format);
    }
  return TRUE;
}

static StewardCtlStatus
list (const StewardCtlStore *store,
      const ListOptions     *options)
{
  g_autoptr (StewardDatabase) database = NULL;
  g_autoptr (GError) error = NULL;
  StewardListQuery query;

  if (!build_query (options, &query))
    return STEWARD_CTL_USAGE;
  database = steward_ctl_store_open (store, FALSE);
  if (database == NULL)
    return STEWARD_CTL_FAILED;
  if (print_lines (database, &query, options->limit, store->format, &error))
    return STEWARD_CTL_GOOD;
  steward_ctl_complain ("%s", error->message);
  return STEWARD_CTL_FAILED;
}

static StewardCtlStatus
run_list (const StewardCtlCommand  *command,
          int                       argc,
          char                    **argv)
{
  g_auto (StewardCtlStore) store = { NULL };
  g_auto (ListOptions) options = { NULL };
  const GOptionEntry entries[] = {
    { "search", 0, 0, G_OPTION_ARG_STRING, &options.search, N_("Words that must all be found"), N_("TEXT") },
    { "mine", 0, 0, G_OPTION_ARG_STRING, &options.steward, N_("Only projects of this steward"), N_("NAME") },
    { "light", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.lights, N_("Only with this light; may be repeated"),
      N_("LIGHT") },
    { "stage", 0, 0, G_OPTION_ARG_STRING, &options.stage, N_("Only in this stage"), N_("ID") },
    { "pack", 0, 0, G_OPTION_ARG_STRING, &options.pack, N_("Only by this policy pack"), N_("ID") },
    { "state", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.states,
      N_("Only in this state; may be repeated (default: all but removed)"), N_("STATE") },
    { "sort", 0, 0, G_OPTION_ARG_STRING, &options.sort, N_("due (default), name or recent"), N_("ORDER") },
    { "limit", 0, 0, G_OPTION_ARG_INT, &options.limit, N_("At most so many"), N_("N") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &options.as_of, N_("Day the lights are asked for (default: today)"),
      N_("DATE") },
    { NULL }
  };

  if (!steward_ctl_store_parse (&store, command, entries, TRUE, &argc, &argv, 0, 0))
    return STEWARD_CTL_USAGE;
  return list (&store, &options);
}

static StewardCtlStatus
run_search (const StewardCtlCommand  *command,
            int                       argc,
            char                    **argv)
{
  g_auto (StewardCtlStore) store = { NULL };
  g_auto (ListOptions) options = { NULL };
  const GOptionEntry entries[] = {
    { "limit", 0, 0, G_OPTION_ARG_INT, &options.limit, N_("At most so many"), N_("N") },
    { NULL }
  };

  if (!steward_ctl_store_parse (&store, command, entries, TRUE, &argc, &argv, 1, G_MAXINT - 1))
    return STEWARD_CTL_USAGE;
  options.search = g_strjoinv (" ", argv + 1);
  return list (&store, &options);
}

static void
print_agenda_line (const StewardAgendaLine *line,
                   StewardCtlFormat         format)
{
  g_autofree char *due = steward_day_format (line->due);
  g_autoptr (JsonBuilder) builder = NULL;

  if (format == STEWARD_CTL_TEXT)
    {
      steward_ctl_print ("%s  %-10s  %-7s  %s%s · %s\n", steward_light_to_glyph (line->light), due,
                         agenda_words[line->kind], line->provisional ? "* " : "", line->name, line->project_name);
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  steward_ctl_add_text (builder, "kind", agenda_words[line->kind]);
  steward_ctl_add_text (builder, "project", line->project);
  steward_ctl_add_text (builder, "project_name", line->project_name);
  steward_ctl_add_text (builder, "steward", line->steward);
  steward_ctl_add_text (builder, "row", line->row);
  steward_ctl_add_text (builder, "name", line->name);
  steward_ctl_add_day (builder, "due", line->due);
  steward_ctl_add_text (builder, "light", steward_light_to_word (line->light));
  steward_ctl_add_boolean (builder, "provisional", line->provisional);
  json_builder_end_object (builder);
  steward_ctl_print_json (builder);
}

static gboolean
print_agenda (StewardDatabase   *database,
              const char        *steward,
              StewardDay         today,
              StewardDay         until,
              StewardCtlFormat   format,
              GError           **error)
{
  g_autoptr (GPtrArray) lines = steward_database_read_agenda (database, steward, today, until, G_MAXINT, error);

  if (lines == NULL)
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    print_agenda_line (lines->pdata[i], format);
  return TRUE;
}

static StewardCtlStatus
run_today (const StewardCtlCommand  *command,
           int                       argc,
           char                    **argv)
{
  g_auto (StewardCtlStore) store = { NULL };
  g_autoptr (StewardDatabase) database = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *steward = NULL;
  g_autofree char *until_text = NULL;
  g_autofree char *as_of = NULL;
  const GOptionEntry entries[] = {
    { "mine", 0, 0, G_OPTION_ARG_STRING, &steward, N_("Only projects of this steward"), N_("NAME") },
    { "until", 0, 0, G_OPTION_ARG_STRING, &until_text, N_("Last day looked at (default: in a week)"), N_("DATE") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &as_of, N_("Day the lights are asked for (default: today)"), N_("DATE") },
    { NULL }
  };
  StewardDay today = steward_day_today (), until = STEWARD_DAY_NONE;

  if (!steward_ctl_store_parse (&store, command, entries, FALSE, &argc, &argv, 0, 0) ||
      !steward_ctl_parse_day ("--as-of", as_of, &today) || !steward_ctl_parse_day ("--until", until_text, &until))
    return STEWARD_CTL_USAGE;
  database = steward_ctl_store_open (&store, FALSE);
  if (database == NULL)
    return STEWARD_CTL_FAILED;
  if (until == STEWARD_DAY_NONE)
    until = today + 7;

  if (print_agenda (database, steward, today, until, store.format, &error))
    return STEWARD_CTL_GOOD;
  steward_ctl_complain ("%s", error->message);
  return STEWARD_CTL_FAILED;
}

const StewardCtlCommand steward_ctl_store_list = {
  "store list",
  "",
  N_("List the projects of the database with light and next due date."),
  N_("With JSON each project is one line. A date beyond the official calendars is marked\n"
     "by an asterisk, or “provisional”.\n"
     "\n"
     "Example:\n"
     "  stewardctl store list --light red --light yellow --format json"),
  run_list
};

const StewardCtlCommand steward_ctl_store_search = {
  "store search",
  "TEXT…",
  N_("Find projects by name, unit, code, place or pinyin initials."),
  N_("All words must be found.\n"
     "\n"
     "Example:\n"
     "  stewardctl store search ygsy"),
  run_search
};

const StewardCtlCommand steward_ctl_store_today = {
  "store today",
  "",
  N_("What is late, due or waiting, across projects."),
  N_("Each line has a kind: case (a bureau decides), timer (you have to act), promise (the\n"
     "unit owes something), ready (can be handed in since), silent (counts as accepted after),\n"
     "delivery (the result has to reach the unit).\n"
     "\n"
     "Example:\n"
     "  stewardctl store today --mine 李示例 --until 2026-08-31"),
  run_today
};
