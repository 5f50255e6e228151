/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-network-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "steward-csv.h"
#include "steward-day-json.h"

#define ID_MAX_CHARS 200

typedef enum
{
  CALENDAR_OFFICIAL,
  CALENDAR_WEEKDAYS,
  CALENDAR_EVERY_DAY
} CalendarWord;

static GArray *
read_dates (const StewardJsonNode *root,
            const char            *key,
            StewardProblems       *problems)
{
  const StewardJsonNode *array =
    steward_json_read_array (root, key, STEWARD_JSON_OPTIONAL, problems);
  guint length = array != NULL ? steward_json_node_get_length (array) : 0;
  GArray *days = g_array_new (FALSE, FALSE, sizeof (StewardDay));

  for (guint i = 0; i < length; i++)
    {
      StewardDay day = steward_day_read_node (steward_json_node_get_element (array, i), problems);

      if (day != STEWARD_DAY_NONE)
        g_array_append_val (days, day);
    }
  return days;
}

static StewardCalendar *
read_calendar (const StewardJsonNode *root,
               StewardProblems       *problems)
{
  static const char * const words[] = { "official", "weekdays", "every-day", NULL };
  g_autoptr(GArray) off = read_dates (root, "off", problems);
  g_autoptr(GArray) work = read_dates (root, "work", problems);
  g_autoptr(StewardCalendar) calendar = NULL;

  switch (steward_json_read_word (root, "calendar", STEWARD_JSON_OPTIONAL, words,
                                  CALENDAR_OFFICIAL, problems))
    {
    case CALENDAR_WEEKDAYS:
      calendar = steward_calendar_new_weekdays ();
      break;
    case CALENDAR_EVERY_DAY:
      calendar = steward_calendar_new_every_day ();
      break;
    case CALENDAR_OFFICIAL:
    default:
      calendar = steward_calendar_new_official ();
      break;
    }
  if (off->len == 0 && work->len == 0)
    return g_steal_pointer (&calendar);
  return steward_calendar_derive (calendar,
                                  (const StewardDay *) (gpointer) off->data, off->len,
                                  (const StewardDay *) (gpointer) work->data, work->len,
                                  NULL, NULL);
}

/* Adds one task; what is wrong with it is in @problems. */
static void
read_task (StewardNetwork        *network,
           const StewardJsonNode *node,
           StewardProblems       *problems)
{
  static const char * const keys[] = { "id", "days", "after", "not_before", "deadline", NULL };
  g_autoptr(GError) error = NULL;
  StewardDay not_before, deadline;
  const char *id;
  int days, task;

  steward_json_check_keys (node, keys, problems);
  id = steward_json_read_string (node, "id", STEWARD_JSON_REQUIRED, ID_MAX_CHARS, problems);
  days = steward_json_read_integer (node, "days", STEWARD_JSON_REQUIRED,
                                    0, STEWARD_NETWORK_MAX_DAYS, 0, problems);
  not_before = steward_day_read (node, "not_before", STEWARD_JSON_OPTIONAL, problems);
  deadline = steward_day_read (node, "deadline", STEWARD_JSON_OPTIONAL, problems);
  if (id == NULL)
    return;

  task = steward_network_add (network, id, days, &error);
  if (task < 0)
    {
      steward_json_node_complain (node, problems, "%s", error->message);
      return;
    }
  steward_network_set_not_before (network, task, not_before);
  steward_network_set_deadline (network, task, deadline);
}

static void
complain_unknown (const StewardJsonNode *node,
                  const char            *name,
                  StewardProblems       *problems)
{
  g_autofree char *shown = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1),
                                                           ID_MAX_CHARS));

  steward_json_node_complain (node, problems, _("There is no task “%s”."), shown);
}

static void
read_links (StewardNetwork        *network,
            const StewardJsonNode *node,
            StewardProblems       *problems)
{
  const StewardJsonNode *id = steward_json_node_get_member (node, "id");
  const StewardJsonNode *after;
  int successor = -1;
  guint length;

  /* What is no object was complained about when the tasks were added. */
  if (steward_json_node_get_kind (node) != STEWARD_JSON_OBJECT)
    return;

  after = steward_json_read_array (node, "after", STEWARD_JSON_OPTIONAL, problems);
  length = after != NULL ? steward_json_node_get_length (after) : 0;
  if (id != NULL && steward_json_node_get_string (id) != NULL)
    successor = steward_network_find (network, steward_json_node_get_string (id));

  for (guint i = 0; i < length; i++)
    {
      const StewardJsonNode *element = steward_json_node_get_element (after, i);
      const char *name = steward_json_node_get_string (element);
      int predecessor = name != NULL ? steward_network_find (network, name) : -1;

      if (name == NULL)
        steward_json_node_complain (element, problems, _("Expected the id of a task."));
      else if (predecessor < 0)
        complain_unknown (element, name, problems);
      else if (predecessor == successor)
        steward_json_node_complain (element, problems, _("A task cannot come after itself."));
      else if (successor >= 0)
        steward_network_link (network, predecessor, successor);
    }
}

static void
read_tasks (StewardNetwork        *network,
            const StewardJsonNode *tasks,
            StewardProblems       *problems)
{
  guint length = tasks != NULL ? steward_json_node_get_length (tasks) : 0;

  if (length > STEWARD_NETWORK_MAX_TASKS)
    {
      steward_json_node_complain (tasks, problems,
                                  _("The list has %u entries; at most %u are allowed."),
                                  length, STEWARD_NETWORK_MAX_TASKS);
      return;
    }
  for (guint i = 0; i < length; i++)
    read_task (network, steward_json_node_get_element (tasks, i), problems);
  for (guint i = 0; i < length; i++)
    read_links (network, steward_json_node_get_element (tasks, i), problems);
}

StewardNetwork *
steward_network_file_read (GBytes          *bytes,
                           const char      *origin,
                           StewardProblems *problems)
{
  static const char * const keys[] = { "start", "calendar", "off", "work", "tasks", NULL };
  g_autoptr(StewardCalendar) calendar = NULL;
  g_autoptr(StewardNetwork) network = NULL;
  g_autoptr(StewardJson) document = NULL;
  const StewardJsonNode *root;
  StewardDay start;
  guint n_before;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (problems != NULL, NULL);

  n_before = steward_problems_get_count (problems);
  document = steward_json_parse (bytes, origin, problems);
  if (document == NULL)
    return NULL;

  root = steward_json_get_root (document);
  steward_json_check_keys (root, keys, problems);
  start = steward_day_read (root, "start", STEWARD_JSON_REQUIRED, problems);
  calendar = read_calendar (root, problems);
  /* A wrong start is reported; the tasks are read against any other. */
  network = steward_network_new (calendar, start != STEWARD_DAY_NONE ? start : 0);
  read_tasks (network, steward_json_read_array (root, "tasks", STEWARD_JSON_REQUIRED, problems),
              problems);
  return steward_problems_get_count (problems) == n_before ? g_steal_pointer (&network) : NULL;
}

/* Moves behind the string that begins at @at. */
static const char *
skip_string (const char *at,
             const char *end)
{
  for (at++; at < end && *at != '"'; at++)
    if (*at == '\\')
      at++;
  return MIN (at + 1, end);
}

/* A look, not a reading: a network that is broken further down is still a
 * network, and its reader says what is wrong with it. */
gboolean
steward_network_file_probe (GBytes *bytes)
{
  static const char key[] = "\"tasks\"";
  const char *at, *end;
  gsize size;
  int depth = 0;

  g_return_val_if_fail (bytes != NULL, FALSE);

  at = g_bytes_get_data (bytes, &size);
  end = at + size;
  while (at < end)
    {
      const char *string = at;

      if (*at != '"')
        {
          depth += (*at == '{' || *at == '[') - (*at == '}' || *at == ']');
          at++;
          continue;
        }
      at = skip_string (at, end);
      if (depth != 1 || (gsize) (at - string) != strlen (key) ||
          memcmp (string, key, strlen (key)) != 0)
        continue;
      while (at < end && g_ascii_isspace (*at))
        at++;
      if (at < end && *at == ':')
        return TRUE;
    }
  return FALSE;
}

/* The dates of one task, owned by the caller of each. */
typedef struct
{
  const StewardTaskResult *result;
  const char              *id;
  const char              *binding;
  char                    *start;
  char                    *finish;
} Line;

static Line
make_line (const StewardNetwork *network,
           int                   task)
{
  const StewardTaskResult *result = steward_network_get_result (network, task);
  Line line = { result, steward_network_get_id (network, task), NULL, NULL, NULL };

  if (result->binding >= 0)
    line.binding = steward_network_get_id (network, result->binding);
  line.start =
    steward_day_format (steward_network_offset_to_day (network, result->early_start));
  line.finish =
    steward_day_format (steward_network_offset_to_day (network, result->early_finish));
  return line;
}

static void
clear_line (Line *line)
{
  g_free (line->start);
  g_free (line->finish);
}

static gboolean
is_provisional (const StewardNetwork *network)
{
  StewardCalendar *calendar = steward_network_get_calendar (network);
  guint length = steward_network_get_length (network);

  if (steward_calendar_is_provisional (calendar, steward_network_offset_to_day (network, 0)))
    return TRUE;
  for (guint i = 0; i < length; i++)
    {
      const StewardTaskResult *result = steward_network_get_result (network, i);
      StewardDay finish = steward_network_offset_to_day (network, result->early_finish);

      if (steward_calendar_is_provisional (calendar, finish))
        return TRUE;
    }
  return FALSE;
}

static void
append_task_json (GString              *json,
                  const StewardNetwork *network,
                  int                   task)
{
  Line line = make_line (network, task);
  const StewardTaskResult *result = line.result;

  g_string_append (json, "{\"id\":");
  steward_json_append_string (json, line.id);
  g_string_append_printf (json,
                          ",\"start\":\"%s\",\"finish\":\"%s\""
                          ",\"early_start\":%d,\"early_finish\":%d"
                          ",\"late_start\":%d,\"late_finish\":%d"
                          ",\"total_float\":%d,\"free_float\":%d"
                          ",\"critical\":%s,\"binding\":",
                          line.start, line.finish,
                          result->early_start, result->early_finish,
                          result->late_start, result->late_finish,
                          result->total_float, result->free_float,
                          result->critical ? "true" : "false");
  steward_json_append_string (json, line.binding);
  g_string_append_c (json, '}');
  clear_line (&line);
}

char *
steward_network_file_to_json (const StewardNetwork *network)
{
  g_autofree char *start = NULL;
  g_autofree char *finish = NULL;
  GString *json;
  guint length;
  int total;

  g_return_val_if_fail (network != NULL, NULL);

  total = steward_network_get_total (network);
  start = steward_day_format (steward_network_offset_to_day (network, 0));
  finish = steward_day_format (steward_network_offset_to_day (network, total));
  json = g_string_new (NULL);
  g_string_append_printf (json,
                          "{\"days\":%d,\"start\":\"%s\",\"finish\":\"%s\""
                          ",\"provisional\":%s,\"tasks\":[",
                          total, start, finish, is_provisional (network) ? "true" : "false");
  length = steward_network_get_length (network);
  for (guint i = 0; i < length; i++)
    {
      if (i > 0)
        g_string_append_c (json, ',');
      append_task_json (json, network, i);
    }
  g_string_append (json, "]}");
  return g_string_free (json, FALSE);
}

char *
steward_network_file_to_csv (const StewardNetwork *network)
{
  GString *csv;
  guint length;

  g_return_val_if_fail (network != NULL, NULL);

  csv = g_string_new ("id,start,finish,early_start,early_finish,late_start,late_finish,"
                      "total_float,free_float,critical,binding\n");
  length = steward_network_get_length (network);
  for (guint i = 0; i < length; i++)
    {
      Line line = make_line (network, i);
      const StewardTaskResult *result = line.result;

      steward_csv_append_text (csv, line.id);
      g_string_append_printf (csv, ",%s,%s,%d,%d,%d,%d,%d,%d,%s,",
                              line.start, line.finish,
                              result->early_start, result->early_finish,
                              result->late_start, result->late_finish,
                              result->total_float, result->free_float,
                              result->critical ? "true" : "false");
      steward_csv_append_text (csv, line.binding);
      g_string_append_c (csv, '\n');
      clear_line (&line);
    }
  return g_string_free (csv, FALSE);
}
