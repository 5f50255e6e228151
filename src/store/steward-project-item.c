/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-project-item-private.h"

struct _StewardProjectItem
{
  GObject             parent_instance;
  gint64              number;
  StewardProjectLine *line;
};

enum { PROP_0, PROP_NUMBER, PROP_LINE, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (StewardProjectItem, steward_project_item, G_TYPE_OBJECT)

static void
steward_project_item_get_property (GObject    *object,
                                   guint       property_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  StewardProjectItem *self = STEWARD_PROJECT_ITEM (object);

  switch (property_id)
    {
    case PROP_NUMBER:
      g_value_set_int64 (value, self->number);
      break;
    case PROP_LINE:
      g_value_set_boxed (value, self->line);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
steward_project_item_finalize (GObject *object)
{
  StewardProjectItem *self = STEWARD_PROJECT_ITEM (object);

  g_clear_pointer (&self->line, steward_project_line_unref);

  G_OBJECT_CLASS (steward_project_item_parent_class)->finalize (object);
}

static void
steward_project_item_class_init (StewardProjectItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = steward_project_item_get_property;
  object_class->finalize = steward_project_item_finalize;

  properties[PROP_NUMBER] = g_param_spec_int64 ("number", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LINE] = g_param_spec_boxed ("line", NULL, NULL, STEWARD_TYPE_PROJECT_LINE,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
steward_project_item_init (StewardProjectItem *self)
{
}

StewardProjectItem *
steward_project_item_new (gint64 number)
{
  StewardProjectItem *self = g_object_new (STEWARD_TYPE_PROJECT_ITEM, NULL);

  self->number = number;
  return self;
}

gint64
steward_project_item_get_number (StewardProjectItem *self)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT_ITEM (self), 0);

  return self->number;
}

StewardProjectLine *
steward_project_item_get_line (StewardProjectItem *self)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT_ITEM (self), NULL);

  return self->line;
}

/* The version says nothing about what only time or a calendar changed, and
 * every change of a project gives it a new one: so texts are compared too, and
 * a line that looks the same is still put in place of the old one. */
static gboolean
looks_equal (const StewardProjectLine *a,
             const StewardProjectLine *b)
{
  return a->version == b->version && a->light == b->light && a->state == b->state
         && a->next_due == b->next_due && a->provisional == b->provisional
         && a->stale_since == b->stale_since
         && g_str_equal (a->stage, b->stage) && g_str_equal (a->next_row, b->next_row)
         && g_str_equal (a->next_name, b->next_name) && g_str_equal (a->id, b->id);
}

void
steward_project_item_set_line (StewardProjectItem *self,
                               StewardProjectLine *line)
{
  StewardProjectLine *old = self->line;
  gboolean equal = old != NULL && looks_equal (old, line);

  self->line = steward_project_line_ref (line);
  if (old != NULL)
    steward_project_line_unref (old);
  if (!equal)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LINE]);
}
