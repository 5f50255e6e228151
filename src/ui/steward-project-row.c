/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-project-row.h"

#include <glib/gi18n-lib.h>

#include "steward-due-text.h"
#include "steward-pinyin.h"
#include "steward-ui-text.h"

/* A hit further back than what is sure to be seen is moved forward; so many
 * characters stay before it. */
#define SEEN       12
#define SEEN_LARGE 6
#define CONTEXT    4
/* With letters this much larger than usual a name needs a second line. */
#define LARGE_LETTERS 1.4

struct _StewardProjectRow
{
  GtkWidget           parent_instance;

  GtkLabel           *light;
  GtkLabel           *title;
  GtkLabel           *subtitle;

  StewardCalendar    *calendar;
  StewardProjectItem *item;
  gulong              line_handler;
  StewardDay          today;
  char               *needle;
  guint               seen;       /* characters that are sure to be seen */
};

G_DEFINE_FINAL_TYPE (StewardProjectRow, steward_project_row, GTK_TYPE_WIDGET)

/* Marks @length characters from @start on. */
static void
mark (PangoAttrList *attributes,
      const char    *text,
      guint          start,
      guint          length)
{
  PangoAttribute *marks[] = {
    pango_attr_weight_new (PANGO_WEIGHT_BOLD),
    pango_attr_underline_new (PANGO_UNDERLINE_SINGLE),
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      marks[i]->start_index = g_utf8_offset_to_pointer (text, start) - text;
      marks[i]->end_index = g_utf8_offset_to_pointer (text, start + length) - text;
      pango_attr_list_insert (attributes, marks[i]);
    }
}

/* @text, or its end when a hit that stands far back would be cut off. */
static char *
cut_before (StewardProjectRow *self,
            const char        *text,
            guint              start,
            guint              length)
{
  if (start <= CONTEXT || start + length <= self->seen)
    return g_strdup (text);

  return g_strconcat ("…", g_utf8_offset_to_pointer (text, start - CONTEXT), NULL);
}

/* Shows @text and marks where each word of @needle stands in it; TRUE when any
 * does. */
static gboolean
set_marked (StewardProjectRow *self,
            GtkLabel          *label,
            const char        *text,
            const char        *needle)
{
  g_autofree char *folded = steward_search_fold (needle ? needle : "");
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  g_autoptr (PangoAttrList) attributes = NULL;
  g_autofree char *shown = NULL;
  guint start, length;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (!steward_search_find (shown != NULL ? shown : text, words[i], &start, &length))
        continue;
      if (shown == NULL)
        {
          shown = cut_before (self, text, start, length);
          attributes = pango_attr_list_new ();
          if (!steward_search_find (shown, words[i], &start, &length))
            continue;
        }
      mark (attributes, shown, start, length);
    }
  gtk_label_set_text (label, shown != NULL ? shown : text);
  gtk_label_set_attributes (label, attributes);
  return shown != NULL;
}

static char *
describe_next (StewardProjectRow        *self,
               const StewardProjectLine *line)
{
  g_autofree char *date = steward_due_date (self->today, line->next_due, line->provisional);
  g_autofree char *distance = steward_due_describe (self->calendar, self->today, line->next_due);

  if (line->state != STEWARD_STATE_OPEN)
    return g_strdup (steward_ui_state_name (line->state));
  if (line->next_due != STEWARD_DAY_NONE)
    return steward_ui_join (distance, line->next_name, date, NULL);
  return steward_ui_join (steward_ui_light_name (line->light), line->next_name, NULL);
}

/* What stands below the name: what is due, unless the search found the project
 * by something that would not be seen otherwise. */
static void
show_subtitle (StewardProjectRow        *self,
               const StewardProjectLine *line,
               const char               *next,
               gboolean                  found)
{
  const char *fields[] = { line->unit, line->code, line->place };

  for (guint i = 0; !found && i < G_N_ELEMENTS (fields); i++)
    if (set_marked (self, self->subtitle, fields[i], self->needle))
      return;
  set_marked (self, self->subtitle, next, NULL);
}

static void
update (StewardProjectRow *self)
{
  const StewardProjectLine *line = self->item ? steward_project_item_get_line (self->item) : NULL;
  const char *name;
  g_autofree char *next = NULL, *stale = NULL, *shown = NULL;
  g_autofree char *spoken = NULL;
  gboolean found;

  if (line == NULL)
    {
      /* Two lines of nothing keep the height of the list as it will be. */
      gtk_label_set_text (self->light, "");
      set_marked (self, self->title, " ", NULL);
      set_marked (self, self->subtitle, " ", NULL);
      return;
    }
  name = *line->name ? line->name : _("Project without a name");
  next = describe_next (self, line);
  steward_ui_set_light (self->light, line->light);
  found = set_marked (self, self->title, name, self->needle);
  stale = steward_due_stale (self->calendar, self->today,
                             line->state == STEWARD_STATE_OPEN ? line->stale_since : STEWARD_DAY_NONE);
  /* A word and no number: there is no room for more than what is due. */
  shown = steward_ui_join (*stale != '\0' ? _("not verified") : "", next, NULL);
  show_subtitle (self, line, shown, found);

  spoken = steward_ui_join (name, steward_ui_light_name (line->light), next, stale, NULL);
  steward_ui_set_label (GTK_WIDGET (self), spoken);
  /* What has the cursor is the item of the list around the row. */
  if (gtk_widget_get_parent (GTK_WIDGET (self)) != NULL)
    steward_ui_set_label (gtk_widget_get_parent (GTK_WIDGET (self)), spoken);
  steward_ui_set_tooltip (GTK_WIDGET (self), spoken);
}

static void
forget (StewardProjectRow *self)
{
  if (self->item != NULL)
    g_clear_signal_handler (&self->line_handler, self->item);
  g_clear_object (&self->item);
}

void
steward_project_row_bind (StewardProjectRow  *self,
                          StewardProjectItem *item)
{
  g_return_if_fail (STEWARD_IS_PROJECT_ROW (self));
  g_return_if_fail (item == NULL || STEWARD_IS_PROJECT_ITEM (item));

  forget (self);
  if (item != NULL)
    {
      self->item = g_object_ref (item);
      self->line_handler = g_signal_connect_object (item, "notify::line", G_CALLBACK (update), self,
                                                    G_CONNECT_SWAPPED);
    }
  update (self);
}

void
steward_project_row_set_view (StewardProjectRow *self,
                              StewardDay         today,
                              StewardCalendar   *calendar,
                              const char        *needle)
{
  g_return_if_fail (STEWARD_IS_PROJECT_ROW (self));
  g_return_if_fail (calendar != NULL);

  if (self->today == today && self->calendar == calendar && g_strcmp0 (self->needle, needle) == 0)
    return;
  g_free (self->needle);
  self->needle = g_strdup (needle);
  steward_calendar_ref (calendar);
  g_clear_pointer (&self->calendar, steward_calendar_unref);
  self->calendar = calendar;
  self->today = today;
  update (self);
}

static void
steward_project_row_dispose (GObject *object)
{
  StewardProjectRow *self = STEWARD_PROJECT_ROW (object);

  forget (self);
  g_clear_pointer (&self->needle, g_free);
  g_clear_pointer (&self->calendar, steward_calendar_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), STEWARD_TYPE_PROJECT_ROW);
  steward_ui_unparent_children (GTK_WIDGET (object));

  G_OBJECT_CLASS (steward_project_row_parent_class)->dispose (object);
}

static void
steward_project_row_class_init (StewardProjectRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steward_project_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/xiangmuzhang/Steward/steward-project-row.ui");
  gtk_widget_class_bind_template_child (widget_class, StewardProjectRow, light);
  gtk_widget_class_bind_template_child (widget_class, StewardProjectRow, title);
  gtk_widget_class_bind_template_child (widget_class, StewardProjectRow, subtitle);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
steward_project_row_init (StewardProjectRow *self)
{
  int dpi = 0;
  gboolean large;

  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  large = dpi > LARGE_LETTERS * 96 * PANGO_SCALE;
  self->seen = large ? SEEN_LARGE : SEEN;
  gtk_label_set_wrap (self->title, large);
  gtk_label_set_lines (self->title, large ? 2 : 1);
}

GtkWidget *
steward_project_row_new (void)
{
  return g_object_new (STEWARD_TYPE_PROJECT_ROW, NULL);
}
