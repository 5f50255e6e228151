/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-ctl-private.h"

#include <glib/gi18n-lib.h>

#include "steward-error.h"
#include "steward-pack-diff.h"
#include "steward-pack-version.h"

#define PACK_MAX_BYTES (4 * 1024 * 1024)

static gboolean
parse (const StewardCtlCommand *command,
       int                     *argc,
       char                  ***argv,
       int                      n,
       StewardCtlFormat        *format)
{
  g_autofree char *word = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &word, N_("text (default) or json"), N_("FORMAT") },
    { NULL }
  };

  return steward_ctl_parse (command, entries, argc, argv, n, n) &&
         steward_ctl_parse_format (word, STEWARD_CTL_TEXT, FALSE, format);
}

StewardPack *
steward_ctl_load_pack_version (const char  *id,
                               const char  *version,
                               GError     **error)
{
  g_autoptr(GPtrArray) versions = steward_pack_library_get_versions (id);

  for (guint i = 0; i < versions->len; i++)
    {
      const StewardPackVersion *found = versions->pdata[i];

      if (strcmp (found->version, version) == 0)
        return steward_pack_library_load_version (id, found->sha256, NULL, error);
    }
  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN, _("There is no version %s of the pack “%s”."), version, id);
  return NULL;
}

/* `ID` for the newest version, `ID@VERSION`, or a file. */
static StewardPack *
load (const char  *name,
      GError     **error)
{
  g_autofree char *origin = NULL, *id = NULL;
  g_autoptr(StewardProblems) problems = NULL;
  g_autoptr(GBytes) bytes = NULL;
  const char *mark = strchr (name, '@');
  StewardPack *pack;

  if (strchr (name, G_DIR_SEPARATOR) == NULL && !g_str_has_suffix (name, ".json"))
    {
      id = mark != NULL ? g_strndup (name, mark - name) : g_strdup (name);
      return mark != NULL ? steward_ctl_load_pack_version (id, mark + 1, error) : steward_pack_library_load (id, error);
    }
  bytes = steward_ctl_read (name, PACK_MAX_BYTES, &origin, error);
  if (bytes == NULL)
    return NULL;
  problems = steward_problems_new ();
  pack = steward_pack_read (bytes, origin, NULL, NULL, problems);
  steward_problems_to_error (problems, STEWARD_ERROR_INVALID, error);
  return pack;
}

static void
print_version (JsonBuilder              *builder,
               const StewardPackVersion *version,
               StewardCtlFormat          format)
{
  if (format == STEWARD_CTL_TEXT)
    {
      steward_ctl_print ("%s  %s  %s\n", version->version, version->sha256,
                         version->bundled ? _("bundled") : version->origin);
      return;
    }
  json_builder_begin_object (builder);
  steward_ctl_add_text (builder, "id", version->id);
  steward_ctl_add_text (builder, "version", version->version);
  steward_ctl_add_text (builder, "sha256", version->sha256);
  steward_ctl_add_boolean (builder, "bundled", version->bundled);
  steward_ctl_add_text (builder, "file", version->bundled ? "" : version->origin);
  json_builder_end_object (builder);
}

static StewardCtlStatus
run_versions (const StewardCtlCommand  *command,
              int                       argc,
              char                    **argv)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(GPtrArray) versions = NULL;
  StewardCtlFormat format;

  if (!parse (command, &argc, &argv, 1, &format))
    return STEWARD_CTL_USAGE;

  versions = steward_pack_library_get_versions (argv[1]);
  if (versions->len == 0)
    {
      steward_ctl_complain (_("There is no pack with the id “%s”."), argv[1]);
      return STEWARD_CTL_FAILED;
    }
  json_builder_begin_array (builder);
  for (guint i = 0; i < versions->len; i++)
    print_version (builder, versions->pdata[i], format);
  json_builder_end_array (builder);
  if (format == STEWARD_CTL_JSON)
    steward_ctl_print_json (builder);
  return STEWARD_CTL_GOOD;
}

static void
add_pack (JsonBuilder *builder,
          const char  *key,
          StewardPack *pack)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_object (builder);
  steward_ctl_add_text (builder, "id", steward_pack_get_id (pack));
  steward_ctl_add_text (builder, "version", steward_pack_get_version (pack));
  steward_ctl_add_text (builder, "sha256", steward_pack_get_sha256 (pack));
  json_builder_end_object (builder);
}

/* Null for what is not there, which is not the same as an empty text. */
static void
add_value (JsonBuilder *builder,
           const char  *key,
           const char  *value)
{
  json_builder_set_member_name (builder, key);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

void
steward_ctl_add_differences (JsonBuilder *builder,
                             GPtrArray   *differences)
{
  json_builder_set_member_name (builder, "differences");
  json_builder_begin_array (builder);
  for (guint i = 0; i < differences->len; i++)
    {
      const StewardPackDiff *diff = differences->pdata[i];

      json_builder_begin_object (builder);
      steward_ctl_add_text (builder, "change", steward_pack_diff_kind_to_word (diff->kind));
      steward_ctl_add_text (builder, "list", diff->list);
      steward_ctl_add_text (builder, "id", diff->id);
      steward_ctl_add_text (builder, "name", diff->name);
      json_builder_set_member_name (builder, "fields");
      json_builder_begin_array (builder);
      for (guint j = 0; j < diff->fields->len; j++)
        {
          const StewardPackDiffField *field = diff->fields->pdata[j];

          json_builder_begin_object (builder);
          steward_ctl_add_text (builder, "field", field->field);
          add_value (builder, "before", field->before);
          add_value (builder, "after", field->after);
          json_builder_end_object (builder);
        }
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static StewardCtlStatus
run_diff (const StewardCtlCommand  *command,
          int                       argc,
          char                    **argv)
{
  g_autoptr(StewardPack) before = NULL, after = NULL;
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(GPtrArray) differences = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  StewardCtlFormat format;

  if (!parse (command, &argc, &argv, 2, &format))
    return STEWARD_CTL_USAGE;

  before = load (argv[1], &error);
  if (before != NULL)
    after = load (argv[2], &error);
  if (after == NULL)
    {
      steward_ctl_complain ("%s", error->message);
      return STEWARD_CTL_FAILED;
    }
  differences = steward_pack_diff_new (before, after);
  if (format == STEWARD_CTL_TEXT)
    {
      text = steward_pack_diff_to_text (differences);
      steward_ctl_print ("%s", text);
      return STEWARD_CTL_GOOD;
    }
  json_builder_begin_object (builder);
  add_pack (builder, "before", before);
  add_pack (builder, "after", after);
  steward_ctl_add_differences (builder, differences);
  json_builder_end_object (builder);
  steward_ctl_print_json (builder);
  return STEWARD_CTL_GOOD;
}

const StewardCtlCommand steward_ctl_pack_versions = {
  "pack versions",
  "ID",
  N_("List the versions of a policy pack that are at hand, newest first."),
  N_("New projects begin with the newest. A project keeps the version it recorded as\n"
     "long as that is at hand, until it is moved.\n"
     "\n"
     "Example:\n"
     "  stewardctl pack versions datong-2025"),
  run_versions
};

const StewardCtlCommand steward_ctl_pack_diff = {
  "pack diff",
  "A B",
  N_("Show what differs between two policy packs or versions of one."),
  N_("A and B are ids (the newest version), ID@VERSION, or files. “+” is new in B, “-” is\n"
     "gone, “*” is changed, with the values before and after below. Nothing is printed\n"
     "when both say the same.\n"
     "\n"
     "Examples:\n"
     "  stewardctl pack diff datong-2025@2025.1 datong-2025\n"
     "  stewardctl pack diff datong-2025 ./my-county.json --format json"),
  run_diff
};
