/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-time-bar.h"

#include <glib/gi18n-lib.h>

#include "steward-ui-text.h"

#define N_PARTS 4
#define SPACING 4

typedef struct
{
  int         days;
  const char *name;
  const char *glyph;       /* looks as the style class does */
  const char *css_class;
} Part;

struct _StewardTimeBar
{
  GtkWidget  parent_instance;

  GtkWidget *parts[N_PARTS];
  GtkWidget *legend;
  int        days[N_PARTS];
};

G_DEFINE_FINAL_TYPE (StewardTimeBar, steward_time_bar, GTK_TYPE_WIDGET)

static void
list_parts (const StewardStageTime *time,
            Part                    parts[N_PARTS])
{
  parts[0] = (Part) { time->bureau, _("bureaus"), "■", "time-bureau" };
  parts[1] = (Part) { time->paused, _("paused"), "▨", "time-paused" };
  parts[2] = (Part) { time->unit, _("project unit"), "□", "time-unit" };
  parts[3] = (Part) { time->waiting, _("waiting for acceptance"), "▤", "time-waiting" };
}

static int
count_days (const StewardStageTime *time)
{
  return time->bureau + time->paused + time->unit + time->waiting;
}

static int
bar_height (StewardTimeBar *self)
{
  int height = 0;

  for (guint i = 0; i < N_PARTS; i++)
    {
      int minimum;

      gtk_widget_measure (self->parts[i], GTK_ORIENTATION_VERTICAL, -1, &minimum, NULL, NULL, NULL);
      height = MAX (height, minimum);
    }

  return height;
}

static GtkSizeRequestMode
steward_time_bar_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
steward_time_bar_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  StewardTimeBar *self = STEWARD_TIME_BAR (widget);

  gtk_widget_measure (self->legend, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum += bar_height (self) + SPACING;
      *natural += bar_height (self) + SPACING;
    }
}

/* A day that was is seen, be the stage ever so long: no part is thinner than
 * its pattern needs. */
static void
place_parts (StewardTimeBar *self,
             int             width,
             int             height)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int spare = width;
  int total = 0;
  int x = 0;

  for (guint i = 0; i < N_PARTS; i++)
    {
      int least = 0;

      total += self->days[i];
      if (self->days[i] > 0)
        gtk_widget_measure (self->parts[i], GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      spare -= least;
    }

  for (guint i = 0; i < N_PARTS; i++)
    {
      GtkAllocation place = { x, 0, 0, height };

      if (self->days[i] == 0)
        continue;
      gtk_widget_measure (self->parts[i], GTK_ORIENTATION_HORIZONTAL, -1, &place.width, NULL, NULL, NULL);
      place.width += MAX (spare, 0) * self->days[i] / total;
      x += place.width;
      if (rtl)
        place.x = width - x;
      gtk_widget_size_allocate (self->parts[i], &place, -1);
    }
}

static void
steward_time_bar_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  StewardTimeBar *self = STEWARD_TIME_BAR (widget);
  int bar = bar_height (self);
  GtkAllocation legend = { 0, bar + SPACING, width, MAX (0, height - bar - SPACING) };

  place_parts (self, width, bar);
  gtk_widget_size_allocate (self->legend, &legend, -1);
}

static void
steward_time_bar_dispose (GObject *object)
{
  StewardTimeBar *self = STEWARD_TIME_BAR (object);

  for (guint i = 0; i < N_PARTS; i++)
    g_clear_pointer (&self->parts[i], gtk_widget_unparent);
  g_clear_pointer (&self->legend, gtk_widget_unparent);

  G_OBJECT_CLASS (steward_time_bar_parent_class)->dispose (object);
}

static void
steward_time_bar_class_init (StewardTimeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steward_time_bar_dispose;
  widget_class->get_request_mode = steward_time_bar_get_request_mode;
  widget_class->measure = steward_time_bar_measure;
  widget_class->size_allocate = steward_time_bar_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "timebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
steward_time_bar_init (StewardTimeBar *self)
{
}

char *
steward_time_bar_describe (const StewardStageTime *time)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *days = NULL;
  Part parts[N_PARTS];

  g_return_val_if_fail (time != NULL, NULL);

  if (count_days (time) == 0)
    return g_strdup ("");

  list_parts (time, parts);
  for (guint i = 0; i < N_PARTS; i++)
    {
      if (parts[i].days > 0)
        g_string_append_printf (text, "%s%s %d", text->len > 0 ? " · " : "", parts[i].name, parts[i].days);
    }
  days = steward_ui_days (count_days (time));

  /* Translators: whose time a stage was: "27 working days: bureaus 12, …" */
  return g_strdup_printf (_("%s: %s"), days, text->str);
}

static char *
write_legend (const Part parts[N_PARTS])
{
  g_autoptr (GString) text = g_string_new (_("Working days:"));

  /* A no-break space keeps pattern, name and number together. */
  for (guint i = 0; i < N_PARTS; i++)
    {
      if (parts[i].days > 0)
        g_string_append_printf (text, "  %s\302\240%s\302\240%d", parts[i].glyph, parts[i].name, parts[i].days);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

GtkWidget *
steward_time_bar_new (const StewardStageTime *time)
{
  StewardTimeBar *self;
  g_autofree char *legend = NULL;
  g_autofree char *name = NULL;
  g_autofree char *from = NULL;
  g_autofree char *upto = NULL;
  g_autofree char *tooltip = NULL;
  Part parts[N_PARTS];

  g_return_val_if_fail (time != NULL, NULL);

  if (count_days (time) == 0)
    return NULL;

  self = g_object_new (STEWARD_TYPE_TIME_BAR, NULL);
  list_parts (time, parts);
  for (guint i = 0; i < N_PARTS; i++)
    {
      self->days[i] = parts[i].days;
      self->parts[i] = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
      gtk_widget_add_css_class (self->parts[i], parts[i].css_class);
      gtk_widget_set_visible (self->parts[i], parts[i].days > 0);
      gtk_widget_set_parent (self->parts[i], GTK_WIDGET (self));
    }
  legend = write_legend (parts);
  self->legend = steward_ui_label_new (legend, "dim-label");
  /* It may take two lines: the cards stand in two columns where they can. */
  gtk_label_set_max_width_chars (GTK_LABEL (self->legend), 24);
  gtk_widget_add_css_class (self->legend, "caption");
  gtk_widget_set_parent (self->legend, GTK_WIDGET (self));

  name = steward_time_bar_describe (time);
  steward_ui_set_label (GTK_WIDGET (self), name);
  steward_ui_set_label (self->legend, name);
  from = steward_day_format (time->from);
  upto = steward_day_format (time->upto);
  /* Translators: two dates. */
  tooltip = g_strdup_printf (_("The working days after %s, up to %s"), from, upto);
  steward_ui_set_tooltip (GTK_WIDGET (self), tooltip);

  return GTK_WIDGET (self);
}
