/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-schedule-entry.h"

#include <glib/gi18n-lib.h>

#include "steward-ui-text.h"

struct _StewardScheduleEntry
{
  GObject       parent_instance;

  char         *id;
  char         *texts[STEWARD_N_COLUMNS];
  StewardLight  light;
};

G_DEFINE_FINAL_TYPE (StewardScheduleEntry, steward_schedule_entry, G_TYPE_OBJECT)

static void
steward_schedule_entry_finalize (GObject *object)
{
  StewardScheduleEntry *self = STEWARD_SCHEDULE_ENTRY (object);

  g_free (self->id);
  for (guint i = 0; i < STEWARD_N_COLUMNS; i++)
    g_free (self->texts[i]);

  G_OBJECT_CLASS (steward_schedule_entry_parent_class)->finalize (object);
}

static void
steward_schedule_entry_class_init (StewardScheduleEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = steward_schedule_entry_finalize;
}

static void
steward_schedule_entry_init (StewardScheduleEntry *self)
{
}

static char *
used_text (const StewardScheduleRow *row)
{
  if (row->kind != STEWARD_ROW_ITEM)
    return g_strdup ("");
  if (row->limit_unknown || row->limit < 0)
    return g_strdup_printf ("%d / –", row->answer.used);

  return g_strdup_printf ("%d / %d", row->answer.used, row->limit);
}

StewardScheduleEntry *
steward_schedule_entry_new (const StewardScheduleRow *row)
{
  StewardScheduleEntry *self;

  g_return_val_if_fail (row != NULL, NULL);

  self = g_object_new (STEWARD_TYPE_SCHEDULE_ENTRY, NULL);
  self->id = g_strdup (row->id);
  self->light = row->answer.light;
  self->texts[STEWARD_COLUMN_STATE] = steward_ui_row_state (row);
  self->texts[STEWARD_COLUMN_NAME] = g_strdup (row->name);
  self->texts[STEWARD_COLUMN_BUREAU] = steward_ui_bureau (row->item);
  self->texts[STEWARD_COLUMN_START] = steward_ui_date (row->start, FALSE);
  self->texts[STEWARD_COLUMN_FINISH] = steward_ui_date (row->finish, row->provisional);
  self->texts[STEWARD_COLUMN_DUE] = steward_ui_date (row->answer.due, row->answer.provisional);
  self->texts[STEWARD_COLUMN_USED] = used_text (row);
  self->texts[STEWARD_COLUMN_REMAINING] = steward_ui_remaining (&row->answer);

  return self;
}

const char *
steward_schedule_entry_get_id (StewardScheduleEntry *self)
{
  g_return_val_if_fail (STEWARD_IS_SCHEDULE_ENTRY (self), NULL);

  return self->id;
}

const char *
steward_schedule_entry_get_text (StewardScheduleEntry  *self,
                                 StewardScheduleColumn  column)
{
  g_return_val_if_fail (STEWARD_IS_SCHEDULE_ENTRY (self), NULL);
  g_return_val_if_fail (column < STEWARD_N_COLUMNS, NULL);

  return self->texts[column];
}

StewardLight
steward_schedule_entry_get_light (StewardScheduleEntry *self)
{
  g_return_val_if_fail (STEWARD_IS_SCHEDULE_ENTRY (self), STEWARD_LIGHT_NOT_STARTED);

  return self->light;
}

const char *
steward_schedule_column_title (StewardScheduleColumn column)
{
  static const char * const titles[STEWARD_N_COLUMNS] = {
    [STEWARD_COLUMN_STATE] = N_("State"),
    [STEWARD_COLUMN_NAME] = N_("Item"),
    [STEWARD_COLUMN_BUREAU] = N_("Bureau"),
    [STEWARD_COLUMN_START] = N_("Start"),
    [STEWARD_COLUMN_FINISH] = N_("Finish"),
    [STEWARD_COLUMN_DUE] = N_("Due"),
    [STEWARD_COLUMN_USED] = N_("Used / Limit"),
    [STEWARD_COLUMN_REMAINING] = N_("Remaining"),
  };

  g_return_val_if_fail (column < STEWARD_N_COLUMNS, "");

  return _(titles[column]);
}
