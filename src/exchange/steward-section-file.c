/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-section-file.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "steward-error.h"
#include "steward-file.h"
#include "steward-project-file-private.h"

#define REQUEST "steward-request"
#define ANSWER  "steward-answer"
#define VERSION 1

static const char *const root_keys[] = {
  "format", "format_version", "pack", "project", "facts", "answers", "section", "sent", "sent_by", "places", "base",
  "answered_by", "answered_at", "note", "answer", NULL
};

static const char *const place_kinds[] = { "box", "slot", "text", NULL };

/* The string under @key in the place of @text; "" when there is none. */
static void
take (char                  **text,
      const StewardJsonNode  *object,
      const char             *key,
      StewardJsonNeed         need,
      gsize                   max,
      StewardProblems        *problems)
{
  const char *found = steward_json_read_string (object, key, need, max, problems);

  if (found == NULL)
    return;
  if (need == STEWARD_JSON_REQUIRED && *found == '\0')
    steward_json_node_complain (steward_json_node_get_member (object, key), problems, _("This must not be empty."));
  g_free (*text);
  *text = g_strdup (found);
}

static void
add_piece (GPtrArray        *pieces,
           StewardPieceKind  kind,
           const char       *key,
           GVariant         *value)
{
  StewardPiece *piece = g_new0 (StewardPiece, 1);

  piece->kind = kind;
  piece->key = g_strdup (key);
  piece->value = g_variant_ref_sink (value);
  g_ptr_array_add (pieces, piece);
}

/* Facts and answers: texts under keys that the project judges later. */
static void
read_texts (GPtrArray             *pieces,
            StewardPieceKind       kind,
            const StewardJsonNode *root,
            const char            *key,
            gsize                  max,
            StewardProblems       *problems)
{
  const StewardJsonNode *object = steward_json_read_object (root, key, STEWARD_JSON_OPTIONAL, problems);

  for (guint i = 0; object && i < steward_json_node_get_length (object); i++)
    {
      const char *name = steward_json_node_get_key (object, i);
      const char *value = steward_json_read_string (object, name, STEWARD_JSON_OPTIONAL, max, problems);

      if (value != NULL && *value != '\0')
        add_piece (pieces, kind, name, g_variant_new_string (value));
    }
}

static void
read_place (StewardSectionForm    *form,
            const StewardJsonNode *node,
            GHashTable            *ids,
            StewardProblems       *problems)
{
  static const char *const keys[] = { "id", "label", "kind", "stands_for", "same_as", NULL };
  StewardSectionPlace *place;
  int kind;

  if (!steward_project_file_is_object (node, problems))
    return;
  steward_json_check_keys (node, keys, problems);
  place = g_new0 (StewardSectionPlace, 1);
  place->id = g_strdup ("");
  place->label = g_strdup ("");
  place->stands_for = g_strdup ("");
  place->same_as = g_strdup ("");
  take (&place->id, node, "id", STEWARD_JSON_REQUIRED, STEWARD_NAME_MAX_CHARS, problems);
  take (&place->label, node, "label", STEWARD_JSON_REQUIRED, 500, problems);
  take (&place->stands_for, node, "stands_for", STEWARD_JSON_OPTIONAL, STEWARD_NAME_MAX_CHARS, problems);
  take (&place->same_as, node, "same_as", STEWARD_JSON_OPTIONAL, STEWARD_NAME_MAX_CHARS, problems);
  kind = steward_json_read_word (node, "kind", STEWARD_JSON_REQUIRED, place_kinds, 0, problems);
  place->blank = kind == 1;
  place->text = kind == 2;
  if (!g_hash_table_add (ids, place->id))
    steward_json_node_complain (node, problems, _("“%s” stands here twice."), place->id);
  g_ptr_array_add (form->places, place);
}

static void
read_places (StewardSectionForm    *form,
             const StewardJsonNode *root,
             StewardProblems       *problems)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  const StewardJsonNode *list = steward_project_file_read_list (root, "places", STEWARD_SECTION_FILE_MAX_PLACES,
                                                                problems);

  for (guint i = 0; list && i < steward_json_node_get_length (list); i++)
    read_place (form, steward_json_node_get_element (list, i), ids, problems);
  if (form->places->len == 0 && steward_problems_get_count (problems) == 0)
    steward_json_node_complain (root, problems, _("Nothing is asked: `places` is empty."));
}

/* What is decided about the places, of which @node holds one. */
typedef struct
{
  GHashTable      *places;    /* id → StewardSectionPlace */
  GPtrArray       *pieces;
  StewardProblems *problems;
} State;

static gboolean
is_asked (const State           *state,
          const StewardJsonNode *node,
          const char            *id,
          gboolean               blank,
          gboolean               text)
{
  const StewardSectionPlace *place = g_hash_table_lookup (state->places, id);

  if (place != NULL && place->blank == blank && place->text == text)
    return TRUE;
  steward_json_node_complain (node, state->problems, _("“%s” is not one of the places that are asked for."), id);
  return FALSE;
}

static void
read_tick (State                 *state,
           const StewardJsonNode *node,
           const char            *id)
{
  static const char *const keys[] = { "on", "by", "at", NULL };
  const StewardJsonNode *on;
  const char *by, *at;

  if (!steward_project_file_is_object (node, state->problems))
    return;
  steward_json_check_keys (node, keys, state->problems);
  by = steward_json_read_string (node, "by", STEWARD_JSON_OPTIONAL, STEWARD_NAME_MAX_CHARS, state->problems);
  at = steward_json_read_string (node, "at", STEWARD_JSON_OPTIONAL, STEWARD_TIME_MAX_CHARS, state->problems);
  on = steward_project_file_read_on (node, state->problems);
  if (is_asked (state, node, id, FALSE, FALSE) && on != NULL)
    add_piece (state->pieces, STEWARD_PIECE_TICK, id,
               g_variant_new ("(bss)", steward_json_node_get_boolean (on), by ? by : "", at ? at : ""));
}

static void
read_row (State                 *state,
          const StewardJsonNode *node,
          GHashTable            *ids)
{
  static const char *const keys[] = { "id", "box", "text", "by", "at", "limit", NULL };
  StewardProblems *problems = state->problems;
  const char *id, *box, *text, *by, *at;
  int limit;

  if (!steward_project_file_is_object (node, problems))
    return;
  steward_json_check_keys (node, keys, problems);
  id = steward_json_read_string (node, "id", STEWARD_JSON_REQUIRED, STEWARD_ROW_ID_MAX_CHARS, problems);
  box = steward_json_read_string (node, "box", STEWARD_JSON_REQUIRED, STEWARD_NAME_MAX_CHARS, problems);
  text = steward_json_read_string (node, "text", STEWARD_JSON_REQUIRED, STEWARD_TEXT_MAX_CHARS, problems);
  by = steward_json_read_string (node, "by", STEWARD_JSON_OPTIONAL, STEWARD_NAME_MAX_CHARS, problems);
  at = steward_json_read_string (node, "at", STEWARD_JSON_OPTIONAL, STEWARD_TIME_MAX_CHARS, problems);
  limit = steward_json_read_integer (node, "limit", STEWARD_JSON_OPTIONAL, 0, STEWARD_MAX_DAYS, -1, problems);
  if (id == NULL || box == NULL || text == NULL || !is_asked (state, node, box, TRUE, FALSE))
    return;
  if (*text == '\0')
    steward_json_node_complain (steward_json_node_get_member (node, "text"), problems, _("A row cannot be empty."));
  else if (!steward_row_id_fits (id, box))
    steward_json_node_complain (steward_json_node_get_member (node, "id"), problems,
                                _("The id of this row must be “%s#” and a number from 1."), box);
  else if (!g_hash_table_add (ids, (gpointer) id))
    steward_json_node_complain (steward_json_node_get_member (node, "id"), problems,
                                _("There are two rows “%s”."), id);
  else
    add_piece (state->pieces, STEWARD_PIECE_ROW, id,
               g_variant_new ("(ussssi)", state->pieces->len + 1, box, text, by ? by : "", at ? at : "", limit));
}

static void
read_state (StewardSectionForm    *form,
            GPtrArray             *pieces,
            const StewardJsonNode *object,
            StewardProblems       *problems)
{
  static const char *const keys[] = { "ticks", "rows", "texts", NULL };
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  State state = { places, pieces, problems };
  const StewardJsonNode *ticks = steward_json_read_object (object, "ticks", STEWARD_JSON_OPTIONAL, problems);
  const StewardJsonNode *texts = steward_json_read_object (object, "texts", STEWARD_JSON_OPTIONAL, problems);
  const StewardJsonNode *rows = object ? steward_project_file_read_list (object, "rows", STEWARD_SECTION_FILE_MAX_PLACES,
                                                                       problems)
                                       : NULL;

  steward_json_check_keys (object, keys, problems);
  for (guint i = 0; i < form->places->len; i++)
    g_hash_table_insert (places, ((StewardSectionPlace *) form->places->pdata[i])->id, form->places->pdata[i]);
  for (guint i = 0; ticks && i < steward_json_node_get_length (ticks); i++)
    read_tick (&state, steward_json_node_get_element (ticks, i), steward_json_node_get_key (ticks, i));
  for (guint i = 0; rows && i < steward_json_node_get_length (rows); i++)
    read_row (&state, steward_json_node_get_element (rows, i), ids);
  for (guint i = 0; texts && i < steward_json_node_get_length (texts); i++)
    {
      const char *id = steward_json_node_get_key (texts, i);
      const char *text = steward_json_read_string (texts, id, STEWARD_JSON_REQUIRED, STEWARD_TEXT_MAX_CHARS, problems);

      if (is_asked (&state, steward_json_node_get_element (texts, i), id, FALSE, TRUE) && text && *text)
        add_piece (pieces, STEWARD_PIECE_TEXT, id, g_variant_new_string (text));
    }
}

/* FALSE when it is no such file at all; then nothing more is worth reading. */
static gboolean
check_format (const StewardJsonNode *root,
              gboolean              *is_answer,
              StewardProblems       *problems)
{
  const StewardJsonNode *node;
  const char *format;
  gint64 version;

  if (!steward_project_file_is_object (root, problems))
    return FALSE;
  node = steward_json_node_get_member (root, "format");
  format = node ? steward_json_node_get_string (node) : NULL;
  *is_answer = g_strcmp0 (format, ANSWER) == 0;
  if (!*is_answer && g_strcmp0 (format, REQUEST) != 0)
    {
      steward_json_node_complain (node ? node : root, problems,
                                  _("This is no request and no answer of a section: `format` must be “%s” or “%s”."),
                                  REQUEST, ANSWER);
      return FALSE;
    }
  version = steward_json_read_integer (root, "format_version", STEWARD_JSON_REQUIRED, 1, G_MAXINT, 0, problems);
  if (version > VERSION)
    steward_json_node_complain (steward_json_node_get_member (root, "format_version"), problems,
                                _("The file was written by a newer version of this program."));
  return version == VERSION;
}

static void
read_head (StewardSectionForm    *form,
           const StewardJsonNode *root,
           StewardProblems       *problems)
{
  static const char *const pack_keys[] = { "id", "version", "sha256", NULL };
  static const char *const project_keys[] = { "id", "name", NULL };
  static const char *const section_keys[] = { "id", "name", "officer", NULL };
  const StewardJsonNode *pack = steward_json_read_object (root, "pack", STEWARD_JSON_REQUIRED, problems);
  const StewardJsonNode *project = steward_json_read_object (root, "project", STEWARD_JSON_REQUIRED, problems);
  const StewardJsonNode *section = steward_json_read_object (root, "section", STEWARD_JSON_REQUIRED, problems);
  StewardDay sent;

  steward_json_check_keys (pack, pack_keys, problems);
  take (&form->pack, pack, "id", STEWARD_JSON_REQUIRED, STEWARD_NAME_MAX_CHARS, problems);
  take (&form->version, pack, "version", STEWARD_JSON_REQUIRED, STEWARD_NAME_MAX_CHARS, problems);
  take (&form->sha256, pack, "sha256", STEWARD_JSON_REQUIRED, 64, problems);
  steward_json_check_keys (project, project_keys, problems);
  take (&form->project, project, "id", STEWARD_JSON_REQUIRED, STEWARD_NAME_MAX_CHARS, problems);
  take (&form->name, project, "name", STEWARD_JSON_OPTIONAL, 500, problems);
  if (project && *form->project && !g_uuid_string_is_valid (form->project))
    steward_json_node_complain (project, problems, _("Expected a UUID in lower case."));
  steward_json_check_keys (section, section_keys, problems);
  take (&form->section, section, "id", STEWARD_JSON_REQUIRED, STEWARD_NAME_MAX_CHARS, problems);
  take (&form->section_name, section, "name", STEWARD_JSON_REQUIRED, STEWARD_NAME_MAX_CHARS, problems);
  take (&form->officer, section, "officer", STEWARD_JSON_OPTIONAL, STEWARD_NAME_MAX_CHARS, problems);
  sent = steward_project_file_read_day (root, "sent", STEWARD_JSON_REQUIRED, problems);
  g_free (form->sent);
  form->sent = steward_day_format (sent);
  take (&form->sent_by, root, "sent_by", STEWARD_JSON_OPTIONAL, STEWARD_NAME_MAX_CHARS, problems);
}

static void
read_answer (StewardSectionForm    *form,
             const StewardJsonNode *root,
             StewardProblems       *problems)
{
  take (&form->answered_by, root, "answered_by", STEWARD_JSON_REQUIRED, STEWARD_NAME_MAX_CHARS, problems);
  take (&form->answered_at, root, "answered_at", STEWARD_JSON_REQUIRED, STEWARD_TIME_MAX_CHARS, problems);
  take (&form->note, root, "note", STEWARD_JSON_OPTIONAL, STEWARD_TEXT_MAX_CHARS, problems);
  form->answer = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_piece_free);
  read_state (form, form->answer, steward_json_read_object (root, "answer", STEWARD_JSON_REQUIRED, problems), problems);
}

static StewardSectionForm *
read_root (const StewardJsonNode *root,
           StewardProblems       *problems)
{
  g_autoptr (StewardSectionForm) form = steward_section_form_alloc ();
  gboolean is_answer;

  if (!check_format (root, &is_answer, problems))
    return NULL;
  steward_json_check_keys (root, root_keys, problems);
  read_head (form, root, problems);
  read_texts (form->about, STEWARD_PIECE_FACT, root, "facts", STEWARD_TEXT_MAX_CHARS, problems);
  read_texts (form->about, STEWARD_PIECE_ANSWER, root, "answers", STEWARD_ANSWER_MAX_CHARS, problems);
  read_places (form, root, problems);
  read_state (form, form->base, steward_json_read_object (root, "base", STEWARD_JSON_OPTIONAL, problems), problems);
  if (is_answer)
    read_answer (form, root, problems);
  else if (steward_json_node_get_member (root, "answer") != NULL)
    steward_json_node_complain (steward_json_node_get_member (root, "answer"), problems,
                                _("A request has no answer yet: `format` must be “%s”."), ANSWER);
  return steward_problems_get_count (problems) == 0 ? g_steal_pointer (&form) : NULL;
}

StewardSectionForm *
steward_section_file_read (GBytes          *bytes,
                           const char      *origin,
                           StewardProblems *problems)
{
  g_autoptr (StewardJson) json = NULL;

  g_return_val_if_fail (bytes != NULL && origin != NULL && problems != NULL, NULL);
  g_return_val_if_fail (steward_problems_get_count (problems) == 0, NULL);

  if (g_bytes_get_size (bytes) > STEWARD_SECTION_FILE_MAX_BYTES)
    {
      steward_problems_add (problems, origin, 0, 0, "", _("The file is larger than %d bytes, the most that is read."),
                            STEWARD_SECTION_FILE_MAX_BYTES);
      return NULL;
    }
  json = steward_json_parse (bytes, origin, problems);
  return json ? read_root (steward_json_get_root (json), problems) : NULL;
}

StewardSectionForm *
steward_section_file_load (GFile         *file,
                           GCancellable  *cancellable,
                           GError       **error)
{
  g_autoptr (StewardProblems) problems = steward_problems_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *origin = NULL;
  StewardSectionForm *form;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  bytes = steward_file_read (file, STEWARD_SECTION_FILE_MAX_BYTES, cancellable, error);
  if (bytes == NULL)
    return NULL;
  origin = g_file_get_parse_name (file);
  form = steward_section_file_read (bytes, origin, problems);
  if (form == NULL)
    steward_problems_to_error (problems, STEWARD_ERROR_INVALID, error);
  return form;
}
