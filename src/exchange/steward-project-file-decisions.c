/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-project-file-private.h"

#include <glib/gi18n-lib.h>

#include "steward-decisions.h"

void
steward_project_file_put_piece (StewardProject        *project,
                                StewardPieceKind       kind,
                                const char            *key,
                                GVariant              *value,
                                const StewardJsonNode *node,
                                StewardProblems       *problems)
{
  g_autoptr (GError) error = NULL;

  if (!steward_project_set_piece (project, kind, key, value, &error))
    steward_json_node_complain (node, problems, "%s", error->message);
}

static const char *
read_text (const StewardJsonNode *object,
           const char            *key,
           gsize                  max,
           StewardProblems       *problems)
{
  const char *text = steward_json_read_string (object, key, STEWARD_JSON_OPTIONAL, max, problems);

  return text ? text : "";
}

static void
read_acknowledgement (const StewardJsonNode *node,
                      StewardProject        *project,
                      StewardProblems       *problems)
{
  static const char *const keys[] = { "check", "row", "reason", "by", "at", NULL };
  const char *check, *row, *reason, *by, *at;
  g_autofree char *key = NULL;

  if (!steward_project_file_is_object (node, problems))
    return;
  steward_json_check_keys (node, keys, problems);
  check = steward_json_read_string (node, "check", STEWARD_JSON_REQUIRED, STEWARD_NAME_MAX_CHARS, problems);
  row = read_text (node, "row", STEWARD_ROW_ID_MAX_CHARS - 1, problems);
  reason = steward_json_read_string (node, "reason", STEWARD_JSON_REQUIRED, STEWARD_TEXT_MAX_CHARS, problems);
  by = read_text (node, "by", STEWARD_NAME_MAX_CHARS, problems);
  at = read_text (node, "at", STEWARD_TIME_MAX_CHARS, problems);
  if (check == NULL || reason == NULL)
    return;
  key = steward_acknowledgement_make_key (check, row);
  if (steward_project_find_acknowledgement (project, check, row))
    steward_json_node_complain (node, problems, _("“%s” is acknowledged twice."), key);
  else
    steward_project_file_put_piece (project, STEWARD_PIECE_ACKNOWLEDGEMENT, key,
                                    g_variant_new ("(sss)", reason, by, at), node, problems);
}

static void
read_lever (const StewardJsonNode *node,
            const char            *key,
            StewardProject        *project,
            StewardProblems       *problems)
{
  static const char *const keys[] = { "on", "by", "at", NULL };
  const StewardJsonNode *on;
  const char *by, *at;

  if (!steward_project_file_is_object (node, problems))
    return;
  steward_json_check_keys (node, keys, problems);
  by = read_text (node, "by", STEWARD_NAME_MAX_CHARS, problems);
  at = read_text (node, "at", STEWARD_TIME_MAX_CHARS, problems);
  on = steward_project_file_read_on (node, problems);
  if (on)
    steward_project_file_put_piece (project, STEWARD_PIECE_LEVER, key,
                                    g_variant_new ("(bss)", steward_json_node_get_boolean (on), by, at), node,
                                    problems);
}

static void
read_credit (const StewardJsonNode *root,
             StewardProject        *project,
             StewardProblems       *problems)
{
  static const char *const keys[] = { "standing", "day", "note", "by", NULL };
  const StewardJsonNode *object = steward_json_read_object (root, "credit", STEWARD_JSON_OPTIONAL, problems);
  const char *standing, *note, *by;
  g_autofree char *day = NULL;

  if (object == NULL)
    return;
  steward_json_check_keys (object, keys, problems);
  standing = steward_json_read_string (object, "standing", STEWARD_JSON_REQUIRED, STEWARD_NAME_MAX_CHARS, problems);
  day = steward_day_format (steward_project_file_read_day (object, "day", STEWARD_JSON_OPTIONAL, problems));
  note = read_text (object, "note", STEWARD_TEXT_MAX_CHARS, problems);
  by = read_text (object, "by", STEWARD_NAME_MAX_CHARS, problems);
  if (standing)
    steward_project_file_put_piece (project, STEWARD_PIECE_CREDIT, "",
                                    g_variant_new ("(ssss)", standing, day, note, by), object, problems);
}

void
steward_project_file_read_decisions (const StewardJsonNode *root,
                                     StewardProject        *project,
                                     StewardProblems       *problems)
{
  const StewardJsonNode *list = steward_project_file_read_list (root, "acknowledgements",
                                                                STEWARD_PROJECT_MAX_DECISIONS, problems);
  const StewardJsonNode *levers = steward_json_read_object (root, "levers", STEWARD_JSON_OPTIONAL, problems);

  for (guint i = 0; list && i < steward_json_node_get_length (list); i++)
    read_acknowledgement (steward_json_node_get_element (list, i), project, problems);
  for (guint i = 0; levers && i < steward_json_node_get_length (levers); i++)
    {
      const StewardJsonNode *node = steward_json_node_get_element (levers, i);

      if (steward_json_node_get_kind (node) != STEWARD_JSON_NULL)
        read_lever (node, steward_json_node_get_key (levers, i), project, problems);
    }
  read_credit (root, project, problems);
}

static void
write_acknowledgements (StewardPrinter *out,
                        StewardProject *project)
{
  g_autoptr (GPtrArray) list = steward_project_list_acknowledgements (project);

  if (list->len == 0)
    return;
  steward_printer_open (out, "acknowledgements", '[');
  for (guint i = 0; i < list->len; i++)
    {
      const StewardAcknowledgement *value = list->pdata[i];

      steward_printer_open (out, NULL, '{');
      steward_printer_string (out, "check", value->check);
      steward_printer_optional (out, "row", value->row);
      steward_printer_string (out, "reason", value->reason);
      steward_printer_optional (out, "by", value->by);
      steward_printer_optional (out, "at", value->at);
      steward_printer_close (out, '}');
    }
  steward_printer_close (out, ']');
}

static void
write_levers (StewardPrinter *out,
              StewardProject *project)
{
  g_autoptr (GPtrArray) keys = steward_project_list_levers (project);

  if (keys->len == 0)
    return;
  steward_printer_open (out, "levers", '{');
  for (guint i = 0; i < keys->len; i++)
    {
      g_autoptr (GVariant) value = steward_project_get_piece (project, STEWARD_PIECE_LEVER, keys->pdata[i]);
      const char *by, *at;
      gboolean on;

      g_variant_get (value, "(b&s&s)", &on, &by, &at);
      steward_printer_open (out, keys->pdata[i], '{');
      steward_printer_boolean (out, "on", on);
      steward_printer_optional (out, "by", by);
      steward_printer_optional (out, "at", at);
      steward_printer_close (out, '}');
    }
  steward_printer_close (out, '}');
}

void
steward_project_file_write_decisions (StewardPrinter *out,
                                      StewardProject *project)
{
  const StewardCredit *credit = steward_project_get_credit (project);

  write_acknowledgements (out, project);
  write_levers (out, project);
  if (credit->standing == STEWARD_STANDING_UNKNOWN)
    return;
  steward_printer_open (out, "credit", '{');
  steward_printer_string (out, "standing", steward_standing_to_word (credit->standing));
  if (credit->day != STEWARD_DAY_NONE)
    steward_printer_day (out, "day", credit->day);
  steward_printer_optional (out, "note", credit->note);
  steward_printer_optional (out, "by", credit->by);
  steward_printer_close (out, '}');
}
