/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-ctl-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "steward-error.h"
#include "steward-file.h"
#include "steward-project-file.h"

void
steward_ctl_print (const char *format,
                   ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  fputs (text, stdout);
}

void
steward_ctl_complain (const char *format,
                      ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_strchomp (text);
  fprintf (stderr, "%s\n", text);
}

void
steward_ctl_complain_usage (const StewardCtlCommand *command,
                            const char              *format,
                            ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  steward_ctl_complain ("stewardctl %s: %s", command->name, text);
  steward_ctl_complain (_("“stewardctl %s --help” tells how it is used."), command->name);
}

static GOptionContext *
create_context (const StewardCtlCommand *command,
                const GOptionEntry      *entries,
                gpointer                 data)
{
  GOptionContext *context = g_option_context_new (command->arguments);
  GOptionGroup *group = g_option_group_new (command->name, NULL, NULL, data, NULL);

  g_option_group_add_entries (group, entries);
  g_option_group_set_translation_domain (group, GETTEXT_PACKAGE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_main_group (context, group);
  g_option_context_set_summary (context, command->summary);
  g_option_context_set_description (context, command->description);
  return context;
}

gboolean
steward_ctl_parse (const StewardCtlCommand *command,
                   const GOptionEntry      *entries,
                   int                     *argc,
                   char                  ***argv,
                   int                      min,
                   int                      max)
{
  return steward_ctl_parse_into (NULL, command, entries, argc, argv, min, max);
}

gboolean
steward_ctl_parse_into (gpointer                 data,
                        const StewardCtlCommand *command,
                        const GOptionEntry      *entries,
                        int                     *argc,
                        char                  ***argv,
                        int                      min,
                        int                      max)
{
  g_autoptr(GOptionContext) context = create_context (command, entries, data);
  g_autoptr(GError) error = NULL;

  if (!g_option_context_parse (context, argc, argv, &error))
    {
      steward_ctl_complain_usage (command, "%s", error->message);
      return FALSE;
    }
  /* Options may be separated from files that start with a hyphen. */
  if (*argc > 1 && strcmp ((*argv)[1], "--") == 0)
    {
      (*argv)++;
      (*argc)--;
    }
  if (*argc - 1 < min)
    {
      steward_ctl_complain_usage (command, _("An argument is missing: %s"), command->arguments);
      return FALSE;
    }
  if (*argc - 1 > max)
    {
      steward_ctl_complain_usage (command, _("“%s” is too much."), (*argv)[max + 1]);
      return FALSE;
    }
  return TRUE;
}

gboolean
steward_ctl_parse_format (const char       *word,
                          StewardCtlFormat  fallback,
                          gboolean          csv,
                          StewardCtlFormat *format)
{
  static const char * const words[] = { "text", "json", "csv" };

  *format = fallback;
  if (word == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (word, words[i]) == 0 && (csv || i != STEWARD_CTL_CSV))
      {
        *format = i;
        return TRUE;
      }
  steward_ctl_complain (_("“%s” is not a format: expected %s."), word, csv ? "json, csv, text" : "text, json");
  return FALSE;
}

gboolean
steward_ctl_parse_day (const char *option,
                       const char *text,
                       StewardDay *day)
{
  if (text == NULL || steward_day_parse (text, day))
    return TRUE;

  steward_ctl_complain (_("“%s” (of %s) is not a date: expected YYYY-MM-DD."), text, option);
  return FALSE;
}

void
steward_ctl_print_json (JsonBuilder *builder)
{
  g_autoptr(JsonGenerator) generator = json_generator_new ();
  g_autoptr(JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = NULL;

  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, NULL);
  steward_ctl_print ("%s\n", text);
  json_builder_reset (builder);
}

void
steward_ctl_add_day (JsonBuilder *builder,
                     const char  *key,
                     StewardDay   day)
{
  g_autofree char *text = steward_day_format (day);

  json_builder_set_member_name (builder, key);
  if (day == STEWARD_DAY_NONE)
    json_builder_add_null_value (builder);
  else
    json_builder_add_string_value (builder, text);
}

void
steward_ctl_add_text (JsonBuilder *builder,
                      const char  *key,
                      const char  *text)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_string_value (builder, text != NULL ? text : "");
}

void
steward_ctl_add_integer (JsonBuilder *builder,
                         const char  *key,
                         gint64       value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_int_value (builder, value);
}

void
steward_ctl_add_boolean (JsonBuilder *builder,
                         const char  *key,
                         gboolean     value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_boolean_value (builder, value);
}

void
steward_ctl_add_texts (JsonBuilder        *builder,
                       const char         *key,
                       const char * const *texts)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    json_builder_add_string_value (builder, texts[i]);
  json_builder_end_array (builder);
}

static GBytes *
read_standard_input (gsize    max_bytes,
                     GError **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *buffer = g_malloc (64 * 1024);

  for (;;)
    {
      gsize n = fread (buffer, 1, 64 * 1024, stdin);

      if (ferror (stdin))
        {
          g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_READ, _("The standard input could not be read: %s"),
                       g_strerror (errno));
          return NULL;
        }
      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
      if (bytes->len + n > max_bytes)
        {
          g_autofree char *limit = g_format_size_full (max_bytes, G_FORMAT_SIZE_IEC_UNITS);

          g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_LIMIT, _("The standard input is larger than %s."), limit);
          return NULL;
        }
      g_byte_array_append (bytes, buffer, n);
    }
}

GBytes *
steward_ctl_read (const char  *name,
                  gsize        max_bytes,
                  char       **origin,
                  GError     **error)
{
  g_autoptr(GFile) file = NULL;

  if (strcmp (name, "-") == 0)
    {
      *origin = g_strdup (_("standard input"));
      return read_standard_input (max_bytes, error);
    }
  *origin = g_filename_display_name (name);
  file = g_file_new_for_commandline_arg (name);
  return steward_file_read (file, max_bytes, NULL, error);
}

static void
build_problem (JsonBuilder          *builder,
               const StewardProblem *problem)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "line");
  json_builder_add_int_value (builder, problem->line);
  json_builder_set_member_name (builder, "column");
  json_builder_add_int_value (builder, problem->column);
  json_builder_set_member_name (builder, "path");
  json_builder_add_string_value (builder, problem->path);
  json_builder_set_member_name (builder, "message");
  json_builder_add_string_value (builder, problem->message);
  json_builder_end_object (builder);
}

StewardCtlStatus
steward_ctl_report (const char            *name,
                    const StewardProblems *problems,
                    StewardCtlFormat       format)
{
  g_autofree char *shown = g_filename_display_name (name);
  guint n = steward_problems_get_count (problems);

  if (n > 0)
    {
      g_autofree char *lines = steward_problems_to_string (problems);

      steward_ctl_complain ("%s", lines);
    }
  if (format == STEWARD_CTL_JSON)
    {
      g_autoptr(JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "file");
      json_builder_add_string_value (builder, shown);
      json_builder_set_member_name (builder, "good");
      json_builder_add_boolean_value (builder, n == 0);
      json_builder_set_member_name (builder, "problems");
      json_builder_begin_array (builder);
      for (guint i = 0; i < n; i++)
        build_problem (builder, steward_problems_get (problems, i));
      json_builder_end_array (builder);
      json_builder_end_object (builder);
      steward_ctl_print_json (builder);
    }
  else if (n == 0)
    {
      steward_ctl_print (_("%s: no problems\n"), shown);
    }
  else
    {
      steward_ctl_print (ngettext ("%s: %u problem\n", "%s: %u problems\n", n), shown, n);
    }
  return n == 0 ? STEWARD_CTL_GOOD : STEWARD_CTL_FAILED;
}

StewardSchedule *
steward_ctl_load_schedule (const char  *name,
                           StewardDay   as_of,
                           GError     **error)
{
  g_autoptr(StewardProject) project = steward_ctl_load_project (name, error);
  g_autoptr(StewardCalendar) calendar = NULL;

  if (project == NULL)
    return NULL;
  calendar = steward_calendar_new_official ();
  return steward_schedule_new (project, calendar, as_of, error);
}
