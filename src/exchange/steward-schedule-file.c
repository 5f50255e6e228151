/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-plan-file.h"

#include "steward-csv.h"
#include "steward-printer-private.h"

static const char *const kind_words[] = { "item", "activity", "node" };

/* Days are told as in a solved bare network too: as the number of working
 * days from the start; a rest day has the number of the next working day. */
typedef struct
{
  int early_start;
  int early_finish;
  int late_start;
  int late_finish;
} Offsets;

static int
offset_of (const StewardSchedule *schedule,
           StewardDay             day)
{
  if (day <= schedule->start)
    return 0;
  return steward_calendar_count (schedule->calendar, schedule->start, day - 1) + 1;
}

static Offsets
find_offsets (const StewardSchedule    *schedule,
              const StewardScheduleRow *row)
{
  Offsets offsets;

  offsets.early_start = offset_of (schedule, row->start);
  offsets.early_finish = offset_of (schedule, row->finish);
  offsets.late_start = offsets.early_start + row->total_float;
  offsets.late_finish = offsets.early_finish + row->total_float;
  return offsets;
}

static void
print_task (StewardPrinter           *out,
            const StewardSchedule    *schedule,
            const StewardScheduleRow *row)
{
  Offsets offsets = find_offsets (schedule, row);

  steward_printer_open (out, NULL, '{');
  steward_printer_string (out, "id", row->id);
  steward_printer_string (out, "name", row->name);
  steward_printer_string (out, "kind", kind_words[row->kind]);
  steward_printer_string (out, "stage", row->stage ? row->stage->id : NULL);
  steward_printer_day (out, "start", row->start);
  steward_printer_day (out, "finish", row->finish);
  steward_printer_integer (out, "early_start", offsets.early_start);
  steward_printer_integer (out, "early_finish", offsets.early_finish);
  steward_printer_integer (out, "late_start", offsets.late_start);
  steward_printer_integer (out, "late_finish", offsets.late_finish);
  steward_printer_integer (out, "total_float", row->total_float);
  steward_printer_integer (out, "free_float", row->free_float);
  steward_printer_boolean (out, "critical", row->critical);
  steward_printer_string (out, "binding", row->why);
  steward_printer_day (out, "due", row->answer.due);
  steward_printer_integer (out, "used", row->answer.used);
  if (row->limit >= 0)
    steward_printer_integer (out, "remaining", row->answer.remaining);
  else
    steward_printer_string (out, "remaining", NULL);
  steward_printer_string (out, "light", steward_light_to_word (row->answer.light));
  steward_printer_close (out, '}');
}

char *
steward_schedule_file_to_json (const StewardSchedule *schedule)
{
  StewardPrinter printer = { .pretty = FALSE };
  StewardPrinter *out = &printer;

  g_return_val_if_fail (schedule != NULL, NULL);

  printer.text = g_string_new (NULL);
  steward_printer_open (out, NULL, '{');
  steward_printer_integer (out, "days", offset_of (schedule, schedule->finish));
  steward_printer_day (out, "start", schedule->start);
  steward_printer_day (out, "finish", schedule->finish);
  steward_printer_boolean (out, "provisional", schedule->provisional);
  steward_printer_day (out, "as_of", schedule->as_of);
  steward_printer_integer (out, "approval_days", schedule->approval_days);
  steward_printer_integer (out, "used", schedule->used);
  steward_printer_string (out, "light", steward_light_to_word (schedule->light));
  steward_printer_open (out, "tasks", '[');
  for (guint i = 0; i < schedule->rows->len; i++)
    print_task (out, schedule, schedule->rows->pdata[i]);
  steward_printer_close (out, ']');
  steward_printer_close (out, '}');
  return g_string_free (printer.text, FALSE);
}

static void
append_day (GString    *csv,
            StewardDay  day)
{
  g_autofree char *text = steward_day_format (day);

  g_string_append_c (csv, ',');
  g_string_append (csv, text);
}

char *
steward_schedule_file_to_csv (const StewardSchedule *schedule)
{
  GString *csv;

  g_return_val_if_fail (schedule != NULL, NULL);

  csv = g_string_new ("id,name,kind,stage,start,finish,early_start,early_finish,late_start,late_finish,"
                      "total_float,free_float,critical,binding,due,used,remaining,light\n");
  for (guint i = 0; i < schedule->rows->len; i++)
    {
      const StewardScheduleRow *row = schedule->rows->pdata[i];
      Offsets offsets = find_offsets (schedule, row);

      steward_csv_append_text (csv, row->id);
      g_string_append_c (csv, ',');
      steward_csv_append_text (csv, row->name);
      g_string_append_printf (csv, ",%s,", kind_words[row->kind]);
      steward_csv_append_text (csv, row->stage ? row->stage->id : NULL);
      append_day (csv, row->start);
      append_day (csv, row->finish);
      g_string_append_printf (csv, ",%d,%d,%d,%d,%d,%d,%s,", offsets.early_start, offsets.early_finish,
                              offsets.late_start, offsets.late_finish, row->total_float, row->free_float,
                              row->critical ? "true" : "false");
      steward_csv_append_text (csv, row->why);
      append_day (csv, row->answer.due);
      g_string_append_printf (csv, ",%d,", row->answer.used);
      if (row->limit >= 0)
        g_string_append_printf (csv, "%d", row->answer.remaining);
      g_string_append_printf (csv, ",%s\n", steward_light_to_word (row->answer.light));
    }
  return g_string_free (csv, FALSE);
}
