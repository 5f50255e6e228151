/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-ctl-private.h"

#include <glib/gi18n-lib.h>

#include "steward-error.h"
#include "steward-move.h"
#include "steward-pack-diff.h"
#include "steward-pack-version.h"
#include "steward-project-file.h"
#include "steward-shift.h"

typedef struct
{
  char             *to;
  char             *output;
  char             *date;
  gboolean          dry_run;
  StewardDay        as_of;
  StewardCtlFormat  format;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->to);
  g_free (options->output);
  g_free (options->date);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse (const StewardCtlCommand *command,
       Options                 *options,
       int                     *argc,
       char                  ***argv)
{
  g_autofree char *word = NULL;
  const GOptionEntry entries[] = {
    { "to", 0, 0, G_OPTION_ARG_STRING, &options->to, N_("Version to move to (the newest)"), N_("VERSION") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output, N_("File to write (FILE itself)"), N_("FILE") },
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &options->dry_run, N_("Only tell what would change"), NULL },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &options->date, N_("Day on which the project is looked at (today)"), N_("DATE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &word, N_("text (default) or json"), N_("FORMAT") },
    { NULL }
  };

  options->as_of = STEWARD_DAY_NONE;
  return steward_ctl_parse (command, entries, argc, argv, 1, 1) &&
         steward_ctl_parse_day ("--as-of", options->date, &options->as_of) &&
         steward_ctl_parse_format (word, STEWARD_CTL_TEXT, FALSE, &options->format);
}

/* What moves in the schedule, or NULL. (transfer full) */
static GPtrArray *
compute_shifts (const StewardMove  *move,
                StewardDay          as_of,
                GError            **error)
{
  g_autoptr(StewardCalendar) calendar = steward_calendar_new_official ();
  g_autoptr(StewardSchedule) before = steward_schedule_new (move->project, calendar, as_of, error);
  g_autoptr(StewardSchedule) after = NULL;

  if (before == NULL)
    return NULL;
  after = steward_schedule_new (move->moved, calendar, as_of, error);
  return after != NULL ? steward_shifts_new (before, after, move->ids) : NULL;
}

static char *
format_limit (int limit)
{
  return limit >= 0 ? g_strdup_printf ("%d", limit) : g_strdup ("–");
}

static void
print_shift (const StewardShift *shift)
{
  g_autofree char *limit_before = format_limit (shift->limit_before);
  g_autofree char *limit_after = format_limit (shift->limit_after);
  g_autofree char *before = steward_day_format (shift->finish_before);
  g_autofree char *after = steward_day_format (shift->finish_after);

  /* Translators: an item, its limit and its end before and after. */
  steward_ctl_print (_("  %s: limit %s → %s, ends %s → %s\n"), shift->name, limit_before, limit_after,
                     *before != '\0' ? before : "–", *after != '\0' ? after : "–");
}

static void
print_text (const StewardMove *move,
            GPtrArray         *differences,
            GPtrArray         *shifts)
{
  g_autofree char *text = steward_pack_diff_to_text (differences);

  steward_ctl_print ("%s", text);
  for (guint i = 0; i < move->notes->len; i++)
    {
      const StewardMoveNote *note = move->notes->pdata[i];

      steward_ctl_print ("%c %s\n", note->fate == STEWARD_MOVE_BLOCKED ? '!' : '*', note->text);
    }
  if (shifts->len > 0)
    steward_ctl_print ("%s\n", _("Limits and dates"));
  for (guint i = 0; i < shifts->len; i++)
    print_shift (shifts->pdata[i]);
}

static void
add_limit (JsonBuilder *builder,
           const char  *key,
           int          limit)
{
  json_builder_set_member_name (builder, key);
  if (limit >= 0)
    json_builder_add_int_value (builder, limit);
  else
    json_builder_add_null_value (builder);
}

static void
print_json (const StewardMove *move,
            GPtrArray         *differences,
            GPtrArray         *shifts)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  steward_ctl_add_text (builder, "from", steward_pack_get_version (steward_project_get_pack (move->project)));
  steward_ctl_add_text (builder, "to", steward_pack_get_version (steward_project_get_pack (move->moved)));
  steward_ctl_add_boolean (builder, "possible", steward_move_is_possible (move));
  steward_ctl_add_differences (builder, differences);
  json_builder_set_member_name (builder, "notes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < move->notes->len; i++)
    {
      const StewardMoveNote *note = move->notes->pdata[i];

      json_builder_begin_object (builder);
      steward_ctl_add_text (builder, "fate", steward_move_fate_to_word (note->fate));
      steward_ctl_add_text (builder, "kind", steward_piece_kind_to_word (note->kind));
      steward_ctl_add_text (builder, "key", note->key);
      steward_ctl_add_text (builder, "text", note->text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "shifts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < shifts->len; i++)
    {
      const StewardShift *shift = shifts->pdata[i];

      json_builder_begin_object (builder);
      steward_ctl_add_text (builder, "id", shift->id);
      steward_ctl_add_text (builder, "name", shift->name);
      add_limit (builder, "limit_before", shift->limit_before);
      add_limit (builder, "limit_after", shift->limit_after);
      steward_ctl_add_day (builder, "finish_before", shift->finish_before);
      steward_ctl_add_day (builder, "finish_after", shift->finish_after);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  steward_ctl_print_json (builder);
}

static StewardPack *
load_target (StewardProject  *project,
             const char      *version,
             GError         **error)
{
  const char *id = steward_pack_get_id (steward_project_get_pack (project));

  return version != NULL ? steward_ctl_load_pack_version (id, version, error) : steward_pack_library_load (id, error);
}

static gboolean
move_project (const char     *name,
              const Options  *options,
              GError        **error)
{
  g_autoptr(StewardProject) project = steward_ctl_load_project (name, error);
  g_autoptr(StewardPack) pack = project != NULL ? load_target (project, options->to, error) : NULL;
  g_autoptr(StewardMove) move = pack != NULL ? steward_move_new (project, pack) : NULL;
  g_autoptr(GPtrArray) shifts = move != NULL ? compute_shifts (move, options->as_of, error) : NULL;
  g_autoptr(GPtrArray) differences = NULL;
  g_autoptr(GFile) file = NULL;

  if (shifts == NULL)
    return FALSE;
  differences = steward_pack_diff_new (steward_project_get_pack (project), pack);
  if (options->format == STEWARD_CTL_JSON)
    print_json (move, differences, shifts);
  else
    print_text (move, differences, shifts);
  if (!steward_move_is_possible (move))
    {
      g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_INVALID,
                           _("The project was not moved: not everything in it has a place in the new rules."));
      return FALSE;
    }
  if (options->dry_run)
    return TRUE;
  file = g_file_new_for_commandline_arg (options->output != NULL ? options->output : name);
  return steward_project_file_save (move->moved, file, NULL, error);
}

static StewardCtlStatus
run_move (const StewardCtlCommand  *command,
          int                       argc,
          char                    **argv)
{
  g_auto(Options) options = { 0 };
  g_autoptr(GError) error = NULL;

  if (!parse (command, &options, &argc, &argv))
    return STEWARD_CTL_USAGE;
  if (strcmp (argv[1], "-") == 0 && options.output == NULL && !options.dry_run)
    {
      steward_ctl_complain_usage (command, _("A project from the standard input needs -o."));
      return STEWARD_CTL_USAGE;
    }
  if (move_project (argv[1], &options, &error))
    return STEWARD_CTL_GOOD;
  steward_ctl_complain ("%s", error->message);
  return STEWARD_CTL_FAILED;
}

const StewardCtlCommand steward_ctl_pack_move = {
  "pack move",
  "FILE",
  N_("Move a project file to another version of its policy pack."),
  N_("Tells what differs between the versions, what does not stay as it is in the project\n"
     "(“!” stands before what has no place; then nothing is moved), and which limits and\n"
     "dates change. What is ticked but gone from the rules stays as a typed row.\n"
     "\n"
     "Examples:\n"
     "  stewardctl pack move project.steward --dry-run\n"
     "  stewardctl pack move project.steward --to 2026.1 -o moved.steward"),
  run_move
};
