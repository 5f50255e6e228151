/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-today-row.h"

#include <glib/gi18n-lib.h>

#include "steward-due-text.h"
#include "steward-ui-text.h"

struct _StewardTodayRow
{
  GtkWidget         parent_instance;

  GtkLabel         *light;
  GtkLabel         *title;
  GtkLabel         *subtitle;
  GtkWidget        *due_box;
  GtkLabel         *due;
  GtkLabel         *date;

  StewardTodayItem *item;
};

G_DEFINE_FINAL_TYPE (StewardTodayRow, steward_today_row, GTK_TYPE_WIDGET)

/* What has the cursor is the item of the list around the row. */
static void
set_spoken (StewardTodayRow *self,
            const char      *text)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));

  steward_ui_set_label (GTK_WIDGET (self), text);
  if (item != NULL)
    steward_ui_set_label (item, text);
}

/* A heading or a note has one text and nothing else. */
static void
show_text (StewardTodayRow *self,
           const char      *text,
           gboolean         heading)
{
  gtk_widget_set_visible (GTK_WIDGET (self->light), !heading);
  gtk_label_set_text (self->light, "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), FALSE);
  gtk_widget_set_visible (self->due_box, FALSE);
  gtk_label_set_text (self->title, text);
  if (heading)
    gtk_widget_add_css_class (GTK_WIDGET (self), "today-heading");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "today-heading");
  set_spoken (self, text);
}

static void
show_heading (StewardTodayRow *self)
{
  g_autofree char *text = NULL;

  /* Translators: a section of Today, and how many lines it has. */
  text = g_strdup_printf (_("%s (%u)"), steward_today_section_name (steward_today_item_get_section (self->item)),
                          steward_today_item_get_n_lines (self->item));
  show_text (self, text, TRUE);
}

static void
show_more (StewardTodayRow *self)
{
  guint n = steward_today_item_get_n_lines (self->item);
  g_autofree char *text = g_strdup_printf (ngettext ("Show %u more", "Show %u more", n), n);

  show_text (self, text, FALSE);
}

/* When it is due, in words. */
static char *
describe_due (const StewardAgendaLine *line,
              const StewardCalendar   *calendar,
              StewardDay               today)
{
  if (line->kind == STEWARD_AGENDA_READY)
    return g_strdup (_("can be handed in"));
  if (line->kind == STEWARD_AGENDA_SILENT)
    return g_strdup (_("counts as accepted"));
  if (line->kind == STEWARD_AGENDA_DELIVERY)
    {
      g_autofree char *due = steward_due_describe (calendar, today, line->due);

      /* Translators: when the result of a case has to be delivered. */
      return g_strdup_printf (_("deliver: %s"), due);
    }
  if (line->due == STEWARD_DAY_NONE)
    return g_strdup (steward_ui_light_name (line->light));
  return steward_due_describe (calendar, today, line->due);
}

static char *
describe_date (const StewardAgendaLine *line,
               StewardDay               today)
{
  g_autofree char *date = steward_due_date (today, line->due, line->provisional);

  if (*date == '\0')
    return g_steal_pointer (&date);
  if (line->kind == STEWARD_AGENDA_READY)
    return g_strdup_printf (_("since %s"), date);
  if (line->kind == STEWARD_AGENDA_SILENT)
    return g_strdup_printf (_("after %s"), date);
  return g_steal_pointer (&date);
}

static void
show_line (StewardTodayRow         *self,
           const StewardAgendaLine *line,
           const StewardCalendar   *calendar,
           StewardDay               today)
{
  g_autofree char *due = describe_due (line, calendar, today);
  g_autofree char *date = describe_date (line, today);
  const char *name = *line->project_name != '\0' ? line->project_name : _("Project without a name");
  g_autofree char *stale = steward_due_stale (calendar, today, line->stale_since);
  g_autofree char *project = steward_ui_join (name, line->steward, stale, NULL);
  g_autofree char *spoken = NULL;

  gtk_widget_remove_css_class (GTK_WIDGET (self), "today-heading");
  gtk_widget_set_visible (GTK_WIDGET (self->light), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), TRUE);
  gtk_widget_set_visible (self->due_box, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->date), *date != '\0');
  steward_ui_set_light (self->light, line->light);
  gtk_label_set_text (self->title, line->name);
  gtk_label_set_text (self->subtitle, project);
  gtk_label_set_text (self->due, due);
  gtk_label_set_text (self->date, date);
  spoken = steward_ui_join (line->name, project, due, date, steward_ui_light_name (line->light), NULL);
  set_spoken (self, spoken);
}

void
steward_today_row_show (StewardTodayRow       *self,
                        StewardTodayItem      *item,
                        const StewardCalendar *calendar,
                        StewardDay             today)
{
  g_return_if_fail (STEWARD_IS_TODAY_ROW (self));
  g_return_if_fail (STEWARD_IS_TODAY_ITEM (item));

  g_set_object (&self->item, item);
  switch (steward_today_item_get_kind (item))
    {
    case STEWARD_TODAY_HEADING:
      show_heading (self);
      break;
    case STEWARD_TODAY_MORE:
      show_more (self);
      break;
    case STEWARD_TODAY_LINE:
    default:
      show_line (self, steward_today_item_get_line (item), calendar, today);
      break;
    }
}

StewardTodayItem *
steward_today_row_get_item (StewardTodayRow *self)
{
  g_return_val_if_fail (STEWARD_IS_TODAY_ROW (self), NULL);

  return self->item;
}

static void
steward_today_row_dispose (GObject *object)
{
  g_clear_object (&STEWARD_TODAY_ROW (object)->item);
  gtk_widget_dispose_template (GTK_WIDGET (object), STEWARD_TYPE_TODAY_ROW);
  steward_ui_unparent_children (GTK_WIDGET (object));

  G_OBJECT_CLASS (steward_today_row_parent_class)->dispose (object);
}

static void
steward_today_row_class_init (StewardTodayRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steward_today_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/xiangmuzhang/Steward/steward-today-row.ui");
  gtk_widget_class_bind_template_child (widget_class, StewardTodayRow, light);
  gtk_widget_class_bind_template_child (widget_class, StewardTodayRow, title);
  gtk_widget_class_bind_template_child (widget_class, StewardTodayRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, StewardTodayRow, due_box);
  gtk_widget_class_bind_template_child (widget_class, StewardTodayRow, due);
  gtk_widget_class_bind_template_child (widget_class, StewardTodayRow, date);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
steward_today_row_init (StewardTodayRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
steward_today_row_new (void)
{
  return g_object_new (STEWARD_TYPE_TODAY_ROW, NULL);
}
