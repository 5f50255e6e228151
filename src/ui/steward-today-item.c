/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-today-item.h"

#include <glib/gi18n-lib.h>

struct _StewardTodayItem
{
  GObject               parent_instance;

  StewardTodayKind      kind;
  StewardAgendaSection  section;
  guint                 n_lines;
  StewardAgendaLine    *line;
};

G_DEFINE_FINAL_TYPE (StewardTodayItem, steward_today_item, G_TYPE_OBJECT)

const char *
steward_today_section_name (StewardAgendaSection section)
{
  switch (section)
    {
    case STEWARD_SECTION_LATE:     return _("Late");
    case STEWARD_SECTION_DUE:      return _("Due today");
    case STEWARD_SECTION_WAITING:  return _("Waiting for me");
    case STEWARD_SECTION_SOON:     return _("Due in the next seven days");
    case STEWARD_SECTION_PROMISED: return _("Promised by the project unit");
    case STEWARD_N_SECTIONS:
    default:                       g_return_val_if_reached ("");
    }
}

static StewardTodayItem *
item_new (StewardTodayKind     kind,
          StewardAgendaSection section)
{
  StewardTodayItem *self = g_object_new (STEWARD_TYPE_TODAY_ITEM, NULL);

  self->kind = kind;
  self->section = section;
  return self;
}

StewardTodayItem *
steward_today_item_new_heading (StewardAgendaSection section,
                                guint                n_lines)
{
  StewardTodayItem *self = item_new (STEWARD_TODAY_HEADING, section);

  self->n_lines = n_lines;
  return self;
}

StewardTodayItem *
steward_today_item_new_line (StewardAgendaSection  section,
                             StewardAgendaLine    *line)
{
  StewardTodayItem *self = item_new (STEWARD_TODAY_LINE, section);

  self->line = line;
  return self;
}

StewardTodayItem *
steward_today_item_new_more (StewardAgendaSection section,
                             guint                n_lines)
{
  StewardTodayItem *self = item_new (STEWARD_TODAY_MORE, section);

  self->n_lines = n_lines;
  return self;
}

StewardTodayKind
steward_today_item_get_kind (StewardTodayItem *self)
{
  g_return_val_if_fail (STEWARD_IS_TODAY_ITEM (self), STEWARD_TODAY_HEADING);

  return self->kind;
}

StewardAgendaSection
steward_today_item_get_section (StewardTodayItem *self)
{
  g_return_val_if_fail (STEWARD_IS_TODAY_ITEM (self), STEWARD_SECTION_LATE);

  return self->section;
}

guint
steward_today_item_get_n_lines (StewardTodayItem *self)
{
  g_return_val_if_fail (STEWARD_IS_TODAY_ITEM (self), 0);

  return self->n_lines;
}

const StewardAgendaLine *
steward_today_item_get_line (StewardTodayItem *self)
{
  g_return_val_if_fail (STEWARD_IS_TODAY_ITEM (self), NULL);

  return self->line;
}

static gboolean
is_same_line (const StewardAgendaLine *line,
              const StewardAgendaLine *other)
{
  return line->kind == other->kind && line->due == other->due && line->light == other->light
         && line->provisional == other->provisional && line->stale_since == other->stale_since
         && g_str_equal (line->project, other->project)
         && g_str_equal (line->row, other->row) && g_str_equal (line->name, other->name)
         && g_str_equal (line->project_name, other->project_name) && g_str_equal (line->steward, other->steward);
}

gboolean
steward_today_item_is_same (StewardTodayItem *self,
                            StewardTodayItem *other)
{
  g_return_val_if_fail (STEWARD_IS_TODAY_ITEM (self), FALSE);
  g_return_val_if_fail (STEWARD_IS_TODAY_ITEM (other), FALSE);

  if (self->kind != other->kind || self->section != other->section)
    return FALSE;
  /* After asking for more the cursor shall be on the first of them, and not
   * follow the line that offers still more. */
  if (self->kind == STEWARD_TODAY_MORE)
    return self->n_lines == other->n_lines;
  return self->line == NULL || is_same_line (self->line, other->line);
}

gboolean
steward_today_item_equal (StewardTodayItem *self,
                          StewardTodayItem *other)
{
  return steward_today_item_is_same (self, other) && self->n_lines == other->n_lines;
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
