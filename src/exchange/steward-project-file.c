/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-project-file-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "steward-error.h"
#include "steward-file.h"
#include "steward-pack-version.h"

static const char *const root_keys[] = {
  "format", "format_version", "pack", "id", "state", "facts", "answers", "ticks", "rows", "texts", "cases",
  "activities", "entrustment", "closings", "ledger", "suggestion", "acknowledgements", "levers", "credit",
  "materials", "order", "edits", "editions", "requests", "documents", "steps", "meetings", "timers", "wordings",
  "links", NULL
};

StewardDay
steward_project_file_read_day (const StewardJsonNode *object,
                               const char            *key,
                               StewardJsonNeed        need,
                               StewardProblems       *problems)
{
  const char *text = steward_json_read_string (object, key, need, STEWARD_TIME_MAX_CHARS, problems);
  StewardDay day;

  if (text == NULL)
    return STEWARD_DAY_NONE;
  if (steward_day_parse (text, &day))
    return day;
  steward_json_node_complain (steward_json_node_get_member (object, key), problems,
                              _("“%s” is not a date; expected YYYY-MM-DD, a day that exists."), text);
  return STEWARD_DAY_NONE;
}

const StewardJsonNode *
steward_project_file_read_list (const StewardJsonNode *object,
                                const char            *key,
                                guint                  max,
                                StewardProblems       *problems)
{
  const StewardJsonNode *list = steward_json_read_array (object, key, STEWARD_JSON_OPTIONAL, problems);

  if (list == NULL || steward_json_node_get_length (list) <= max)
    return list;
  steward_json_node_complain (list, problems, _("%u entries; at most %u are read."),
                              steward_json_node_get_length (list), max);
  return NULL;
}

gboolean
steward_project_file_is_object (const StewardJsonNode *node,
                                StewardProblems       *problems)
{
  if (steward_json_node_get_kind (node) == STEWARD_JSON_OBJECT)
    return TRUE;
  steward_json_node_complain (node, problems, _("Expected an object."));
  return FALSE;
}

gboolean
steward_project_file_knows_item (StewardProject *project,
                                 const char     *item)
{
  StewardPack *pack = steward_project_get_pack (project);
  const StewardRow *row;

  if (steward_pack_find_item (pack, item))
    return TRUE;
  row = steward_project_find_row (project, item);
  return row && steward_pack_find_box (pack, row->box)->group->kind == STEWARD_GROUP_ITEMS;
}

static gboolean
check_format (const StewardJsonNode *root,
              StewardProblems       *problems)
{
  const StewardJsonNode *format;
  gint64 version = 0;

  if (!steward_project_file_is_object (root, problems))
    return FALSE;
  format = steward_json_node_get_member (root, "format");
  if (format == NULL || g_strcmp0 (steward_json_node_get_string (format), STEWARD_PROJECT_FILE_FORMAT) != 0)
    {
      steward_json_node_complain (format ? format : root, problems,
                                  _("This is not a project file: `format` must be “%s”."),
                                  STEWARD_PROJECT_FILE_FORMAT);
      return FALSE;
    }
  version = steward_json_read_integer (root, "format_version", STEWARD_JSON_REQUIRED, 1, G_MAXINT, 0, problems);
  if (version > STEWARD_PROJECT_FILE_VERSION)
    steward_json_node_complain (steward_json_node_get_member (root, "format_version"), problems,
                                _("The file was written by a newer version of this program."));
  return version > 0 && version <= STEWARD_PROJECT_FILE_VERSION;
}

static gboolean
is_sha256 (const char *text)
{
  return strlen (text) == 64 && strspn (text, "0123456789abcdef") == 64;
}

/* The pack the file names, from the library; NULL with a problem. */
static StewardPack *
read_pack (const StewardJsonNode *root,
           gboolean              *changed,
           StewardProblems       *problems)
{
  static const char *const keys[] = { "id", "version", "sha256", NULL };
  const StewardJsonNode *object = steward_json_read_object (root, "pack", STEWARD_JSON_REQUIRED, problems);
  const char *id, *sha256;
  g_autoptr (GError) error = NULL;
  StewardPack *pack;

  steward_json_check_keys (object, keys, problems);
  steward_json_read_string (object, "version", STEWARD_JSON_REQUIRED, STEWARD_NAME_MAX_CHARS, problems);
  sha256 = steward_json_read_string (object, "sha256", STEWARD_JSON_OPTIONAL, 64, problems);
  if (sha256 && !is_sha256 (sha256))
    steward_json_node_complain (steward_json_node_get_member (object, "sha256"), problems,
                                _("Expected 64 hexadecimal digits in lower case."));
  id = steward_json_read_string (object, "id", STEWARD_JSON_REQUIRED, STEWARD_NAME_MAX_CHARS, problems);
  if (id == NULL)
    return NULL;
  pack = steward_pack_library_load_version (id, sha256, NULL, &error);
  if (pack == NULL)
    {
      steward_json_node_complain (steward_json_node_get_member (object, "id"), problems,
                                  _("The policy pack “%s” cannot be used: %s"), id, error->message);
      return NULL;
    }
  *changed = sha256 && strcmp (sha256, steward_pack_get_sha256 (pack)) != 0;
  return pack;
}

static void
read_record (const StewardJsonNode *root,
             StewardProject        *project,
             StewardProblems       *problems)
{
  const char *const states[] = { steward_state_to_word (STEWARD_STATE_OPEN),
                                 steward_state_to_word (STEWARD_STATE_SUSPENDED),
                                 steward_state_to_word (STEWARD_STATE_CLOSED),
                                 steward_state_to_word (STEWARD_STATE_REMOVED), NULL };
  const char *id = steward_json_read_string (root, "id", STEWARD_JSON_OPTIONAL, STEWARD_NAME_MAX_CHARS, problems);

  steward_project_set_state (project, steward_json_read_word (root, "state", STEWARD_JSON_OPTIONAL, states,
                                                              STEWARD_STATE_OPEN, problems));
  if (id && (!steward_project_set_id (project, id) || strcmp (steward_project_get_id (project), id) != 0))
    steward_json_node_complain (steward_json_node_get_member (root, "id"), problems,
                                _("Expected a UUID in lower case."));
}

static void
read_facts (const StewardJsonNode *root,
            StewardProject        *project,
            StewardProblems       *problems)
{
  const StewardJsonNode *facts = steward_json_read_object (root, "facts", STEWARD_JSON_OPTIONAL, problems);
  const char *keys[STEWARD_N_FACTS + 1] = { NULL };

  for (guint i = 0; i < STEWARD_N_FACTS; i++)
    keys[i] = steward_fact_get_key (i);
  steward_json_check_keys (facts, keys, problems);
  for (guint i = 0; i < STEWARD_N_FACTS; i++)
    {
      const char *value = steward_json_read_string (facts, keys[i], STEWARD_JSON_OPTIONAL,
                                                    steward_fact_get_max (i), problems);

      if (value)
        steward_project_set_fact (project, i, value);
    }
}

static gboolean
has_question (StewardProject *project,
              const char     *id)
{
  GPtrArray *questions = steward_pack_get_questions (steward_project_get_pack (project));

  for (guint i = 0; i < questions->len; i++)
    {
      if (strcmp (((StewardQuestion *) questions->pdata[i])->id, id) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
read_answers (const StewardJsonNode *root,
              StewardProject        *project,
              StewardProblems       *problems)
{
  const StewardJsonNode *answers = steward_json_read_object (root, "answers", STEWARD_JSON_OPTIONAL, problems);

  for (guint i = 0; answers && i < steward_json_node_get_length (answers); i++)
    {
      const char *key = steward_json_node_get_key (answers, i);
      const char *value = steward_json_read_string (answers, key, STEWARD_JSON_OPTIONAL,
                                                    STEWARD_ANSWER_MAX_CHARS, problems);

      if (!has_question (project, key))
        steward_json_node_complain (steward_json_node_get_member (answers, key), problems,
                                    _("The pack has no question “%s”."), key);
      else if (value)
        steward_project_set_answer (project, key, value);
    }
}

static void
read_texts (const StewardJsonNode *root,
            StewardProject        *project,
            StewardProblems       *problems)
{
  const StewardJsonNode *texts = steward_json_read_object (root, "texts", STEWARD_JSON_OPTIONAL, problems);

  for (guint i = 0; texts && i < steward_json_node_get_length (texts); i++)
    {
      const char *key = steward_json_node_get_key (texts, i);
      const char *value = steward_json_read_string (texts, key, STEWARD_JSON_OPTIONAL,
                                                    STEWARD_TEXT_MAX_CHARS, problems);
      const StewardGroup *group = steward_pack_find_group (steward_project_get_pack (project), key);

      if (group == NULL || !group->text)
        steward_json_node_complain (steward_json_node_get_member (texts, key), problems,
                                    _("The form has no text box “%s”."), key);
      else if (value)
        steward_project_set_text (project, key, value);
    }
}

static StewardProject *
read_root (const StewardJsonNode *root,
           gboolean              *pack_changed,
           StewardProblems       *problems)
{
  g_autoptr (StewardPack) pack = NULL;
  g_autoptr (StewardProject) project = NULL;
  gboolean changed = FALSE;

  if (!check_format (root, problems))
    return NULL;
  steward_json_check_keys (root, root_keys, problems);
  pack = read_pack (root, &changed, problems);
  if (pack == NULL)
    return NULL;
  project = steward_project_new (pack);
  read_record (root, project, problems);
  read_facts (root, project, problems);
  read_answers (root, project, problems);
  steward_project_file_read_ticks (root, project, problems);
  steward_project_file_read_rows (root, project, problems);
  read_texts (root, project, problems);
  steward_project_file_read_cases (root, project, problems);
  steward_project_file_read_papers (root, project, problems);
  steward_project_file_read_decisions (root, project, problems);
  steward_project_file_read_records (root, project, problems);
  if (steward_problems_get_count (problems) > 0)
    return NULL;
  if (pack_changed)
    *pack_changed = changed;
  return g_steal_pointer (&project);
}

StewardProject *
steward_project_file_read (GBytes          *bytes,
                           const char      *origin,
                           gboolean        *pack_changed,
                           StewardProblems *problems)
{
  g_autoptr (StewardJson) json = NULL;

  g_return_val_if_fail (bytes != NULL && origin != NULL && problems != NULL, NULL);
  g_return_val_if_fail (steward_problems_get_count (problems) == 0, NULL);

  if (pack_changed)
    *pack_changed = FALSE;
  if (g_bytes_get_size (bytes) > STEWARD_PROJECT_FILE_MAX_BYTES)
    {
      steward_problems_add (problems, origin, 0, 0, "",
                            _("The file is larger than %d bytes, the most that is read."),
                            STEWARD_PROJECT_FILE_MAX_BYTES);
      return NULL;
    }
  json = steward_json_parse (bytes, origin, problems);
  if (json == NULL)
    return NULL;
  return read_root (steward_json_get_root (json), pack_changed, problems);
}

StewardProject *
steward_project_file_load (GFile         *file,
                           GCancellable  *cancellable,
                           GError       **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (StewardProblems) problems = NULL;
  g_autofree char *origin = NULL;
  StewardProject *project;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  bytes = steward_file_read (file, STEWARD_PROJECT_FILE_MAX_BYTES, cancellable, error);
  if (bytes == NULL)
    return NULL;
  origin = g_file_get_parse_name (file);
  problems = steward_problems_new ();
  project = steward_project_file_read (bytes, origin, NULL, problems);
  if (project == NULL)
    steward_problems_to_error (problems, STEWARD_ERROR_INVALID, error);
  return project;
}
