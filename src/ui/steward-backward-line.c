/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-backward-line.h"

#include <glib/gi18n-lib.h>

#include "steward-backward-text.h"
#include "steward-ui-text.h"

struct _StewardBackwardLine
{
  GObject   parent_instance;

  char     *texts[STEWARD_BACKWARD_N_COLUMNS];
  char     *why;
  char     *description;
  gboolean  late;
};

G_DEFINE_FINAL_TYPE (StewardBackwardLine, steward_backward_line, G_TYPE_OBJECT)

static void
steward_backward_line_finalize (GObject *object)
{
  StewardBackwardLine *self = STEWARD_BACKWARD_LINE (object);

  for (guint i = 0; i < STEWARD_BACKWARD_N_COLUMNS; i++)
    g_free (self->texts[i]);
  g_free (self->why);
  g_free (self->description);

  G_OBJECT_CLASS (steward_backward_line_parent_class)->finalize (object);
}

static void
steward_backward_line_class_init (StewardBackwardLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = steward_backward_line_finalize;
}

static void
steward_backward_line_init (StewardBackwardLine *self)
{
}

static char *
format_day (StewardDay             day,
            const StewardCalendar *calendar)
{
  return steward_ui_date (day, day != STEWARD_DAY_NONE && steward_calendar_is_provisional (calendar, day));
}

static char *
format_slack (const StewardBackwardRow *row)
{
  if (row->slack < 0)
    return g_strdup_printf (ngettext ("✗ %d day too late", "✗ %d days too late", -row->slack), -row->slack);
  if (row->outside)
    return g_strdup (_("with its stage"));

  return g_strdup_printf (ngettext ("%d day", "%d days", row->slack), row->slack);
}

StewardBackwardLine *
steward_backward_line_new_row (const StewardBackwardRow *row,
                               const StewardCalendar    *calendar)
{
  StewardBackwardLine *self = g_object_new (STEWARD_TYPE_BACKWARD_LINE, NULL);

  g_return_val_if_fail (row != NULL && calendar != NULL, self);

  self->late = row->slack < 0;
  self->texts[STEWARD_BACKWARD_NAME] = g_strdup (row->row->name);
  self->texts[STEWARD_BACKWARD_START] = row->latest_start == STEWARD_DAY_NONE
                                          ? g_strdup (_("has begun"))
                                          : format_day (row->latest_start, calendar);
  self->texts[STEWARD_BACKWARD_FINISH] = format_day (row->latest_finish, calendar);
  self->texts[STEWARD_BACKWARD_SLACK] = format_slack (row);
  self->why = g_strdup (row->why_text);
  self->description = g_strdup_printf (_("%s: latest start %s, latest end %s, slack: %s"), row->row->name,
                                       self->texts[STEWARD_BACKWARD_START], self->texts[STEWARD_BACKWARD_FINISH],
                                       self->texts[STEWARD_BACKWARD_SLACK]);

  return self;
}

StewardBackwardLine *
steward_backward_line_new_paper (const StewardBackwardMaterial *material,
                                 const StewardCalendar         *calendar)
{
  StewardBackwardLine *self = g_object_new (STEWARD_TYPE_BACKWARD_LINE, NULL);
  g_autofree char *day = NULL;

  g_return_val_if_fail (material != NULL && calendar != NULL, self);

  day = format_day (material->latest, calendar);
  self->late = material->late;
  self->texts[STEWARD_BACKWARD_PAPER] = g_strdup (material->material->name);
  self->texts[STEWARD_BACKWARD_LATEST] = material->late ? g_strdup_printf (_("✗ %s, passed"), day)
                                                        : g_strdup (day);
  self->texts[STEWARD_BACKWARD_USES] = steward_backward_get_uses (material);
  self->why = g_strdup_printf (_("First needed for “%s”"), material->row->name);
  self->description = g_strdup_printf (_("%s: hand in by %s, used for %s"), self->texts[STEWARD_BACKWARD_PAPER],
                                       self->texts[STEWARD_BACKWARD_LATEST], self->texts[STEWARD_BACKWARD_USES]);

  return self;
}

const char *
steward_backward_line_get_text (StewardBackwardLine *self,
                                guint                column)
{
  g_return_val_if_fail (STEWARD_IS_BACKWARD_LINE (self), NULL);
  g_return_val_if_fail (column < STEWARD_BACKWARD_N_COLUMNS, NULL);

  return self->texts[column];
}

const char *
steward_backward_line_get_why (StewardBackwardLine *self)
{
  g_return_val_if_fail (STEWARD_IS_BACKWARD_LINE (self), NULL);

  return self->why;
}

gboolean
steward_backward_line_is_late (StewardBackwardLine *self)
{
  g_return_val_if_fail (STEWARD_IS_BACKWARD_LINE (self), FALSE);

  return self->late;
}

const char *
steward_backward_line_describe (StewardBackwardLine *self)
{
  g_return_val_if_fail (STEWARD_IS_BACKWARD_LINE (self), NULL);

  return self->description;
}

static guint
get_column (GtkListItemFactory *factory)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item)
{
  gtk_list_item_set_child (item, steward_ui_label_new (NULL, "numeric"));
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item)
{
  StewardBackwardLine *line = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  GtkWidget *cell = gtk_widget_get_parent (label);
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;
  guint column = get_column (factory);

  gtk_label_set_text (GTK_LABEL (label), line->texts[column]);
  if (line->late)
    gtk_widget_add_css_class (label, "error-text");
  else
    gtk_widget_remove_css_class (label, "error-text");

  /* GTK 4.8 names cells and rows after their classes otherwise. */
  if (cell != NULL)
    steward_ui_set_label (cell, line->texts[column]);
  if (row != NULL && column == 0)
    {
      steward_ui_set_label (row, line->description);
      steward_ui_set_tooltip (row, line->why);
    }
}

GListStore *
steward_backward_line_fill_view (GtkColumnView      *view,
                                 const char * const *titles,
                                 guint               wide)
{
  GListStore *lines = g_list_store_new (STEWARD_TYPE_BACKWARD_LINE);
  g_autoptr (GtkNoSelection) model = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (lines)));

  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), lines);

  for (guint i = 0; titles[i] != NULL; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;

      g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (i));
      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
      column = gtk_column_view_column_new (titles[i], factory);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_column_set_expand (column, i == 0 || i == wide);
      gtk_column_view_append_column (view, column);
    }
  gtk_column_view_set_model (view, GTK_SELECTION_MODEL (model));

  return lines;
}
