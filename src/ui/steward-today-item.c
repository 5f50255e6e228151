/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-today-item.h"

#include <glib/gi18n-lib.h>

struct _StewardTodayItem
{
  GObject            parent_instance;

  StewardTodayGroup  group;
  guint              n_lines;
  StewardAgendaLine *line;
};

G_DEFINE_FINAL_TYPE (StewardTodayItem, steward_today_item, G_TYPE_OBJECT)

StewardTodayGroup
steward_today_group_for (const StewardAgendaLine *line,
                         StewardDay               today)
{
  /* The due day of a case that is ready is the day since when it could have
   * been handed in: waiting is not being late. */
  if (line->kind != STEWARD_AGENDA_READY && line->due != STEWARD_DAY_NONE)
    {
      if (line->due < today)
        return STEWARD_TODAY_LATE;
      if (line->due == today)
        return STEWARD_TODAY_DUE;
    }
  switch (line->kind)
    {
    case STEWARD_AGENDA_TIMER:
    case STEWARD_AGENDA_READY:
    case STEWARD_AGENDA_SILENT:
      return STEWARD_TODAY_WAITING;
    case STEWARD_AGENDA_PROMISE:
      return STEWARD_TODAY_PROMISED;
    case STEWARD_AGENDA_CASE:
    default:
      return STEWARD_TODAY_WEEK;
    }
}

const char *
steward_today_group_name (StewardTodayGroup group)
{
  switch (group)
    {
    case STEWARD_TODAY_LATE:     return _("Late");
    case STEWARD_TODAY_DUE:      return _("Due today");
    case STEWARD_TODAY_WAITING:  return _("Waiting for me");
    case STEWARD_TODAY_WEEK:     return _("Due in the next seven days");
    case STEWARD_TODAY_PROMISED: return _("Promised by the project unit");
    case STEWARD_N_TODAY_GROUPS:
    default:                     g_return_val_if_reached ("");
    }
}

StewardTodayItem *
steward_today_item_new_heading (StewardTodayGroup group,
                                guint             n_lines)
{
  StewardTodayItem *self = g_object_new (STEWARD_TYPE_TODAY_ITEM, NULL);

  self->group = group;
  self->n_lines = n_lines;
  return self;
}

StewardTodayItem *
steward_today_item_new_line (StewardTodayGroup  group,
                             StewardAgendaLine *line)
{
  StewardTodayItem *self = g_object_new (STEWARD_TYPE_TODAY_ITEM, NULL);

  self->group = group;
  self->line = line;
  return self;
}

StewardTodayGroup
steward_today_item_get_group (StewardTodayItem *self)
{
  return self->group;
}

guint
steward_today_item_get_n_lines (StewardTodayItem *self)
{
  return self->n_lines;
}

const StewardAgendaLine *
steward_today_item_get_line (StewardTodayItem *self)
{
  return self->line;
}

static void
steward_today_item_finalize (GObject *object)
{
  g_clear_pointer (&STEWARD_TODAY_ITEM (object)->line, steward_agenda_line_free);

  G_OBJECT_CLASS (steward_today_item_parent_class)->finalize (object);
}

static void
steward_today_item_class_init (StewardTodayItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = steward_today_item_finalize;
}

static void
steward_today_item_init (StewardTodayItem *self)
{
}
