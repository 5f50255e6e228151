/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-plan-row.h"

#include <glib/gi18n-lib.h>

#include "steward-ui-text.h"

GtkWidget *
steward_plan_list_new (const char *label)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  steward_ui_set_label (list, label);

  return list;
}

GtkWidget *
steward_plan_row_new (GtkWidget  *light,
                      const char *title,
                      const char *subtitle)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  if (light != NULL)
    {
      /* Signs differ in width, and the names beside them stand in line. */
      gtk_label_set_width_chars (GTK_LABEL (light), 3);
      gtk_box_append (GTK_BOX (box), light);
    }
  gtk_box_append (GTK_BOX (texts), steward_ui_label_new (title, NULL));
  if (*subtitle != '\0')
    {
      GtkWidget *label = steward_ui_label_new (subtitle, "caption");

      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (texts), label);
    }
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_widget_add_css_class (box, "plan-row");

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);

  return row;
}

void
steward_plan_row_append (GtkWidget *row,
                         GtkWidget *suffix)
{
  gtk_widget_set_valign (suffix, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row))), suffix);
}

GtkWidget *
steward_plan_figure_new (const char *text,
                         const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 1.0f);
  gtk_widget_add_css_class (label, "numeric");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

GtkWidget *
steward_plan_figures_new (const char *first,
                          const char *second)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), steward_plan_figure_new (first, NULL));
  if (*second != '\0')
    {
      GtkWidget *label = steward_plan_figure_new (second, "caption");

      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (box), label);
    }

  return box;
}

char *
steward_plan_used_text (const StewardPlanMaterial *material)
{
  g_autoptr (GString) names = g_string_new (NULL);

  g_return_val_if_fail (material != NULL, NULL);

  for (guint i = 0; i < material->used_in->len; i++)
    {
      const StewardPlanItem *item = g_ptr_array_index (material->used_in, i);

      /* An item with several cases is named once. */
      if (item->part == 0)
        g_string_append_printf (names, "%s%s", names->len > 0 ? "、" : "", item->base_short_name);
    }
  if (names->len == 0)
    return g_strdup ("");

  /* Translators: the items that need a material. */
  return g_strdup_printf (_("for %s"), names->str);
}

void
steward_plan_row_set_key (GtkWidget  *row,
                          const char *key)
{
  g_object_set_data_full (G_OBJECT (row), "plan-key", g_strdup (key), g_free);
}

const char *
steward_plan_row_get_key (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "plan-key");
}

static void
collect_rows (GtkWidget *widget,
              GPtrArray *rows)
{
  if (steward_plan_row_get_key (widget) != NULL)
    {
      g_ptr_array_add (rows, widget);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_rows (child, rows);
}

char *
steward_plan_rows_find_focus (GtkWidget *container,
                              guint     *place)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  collect_rows (container, rows);
  for (guint i = 0; i < rows->len; i++)
    if ((gtk_widget_get_state_flags (rows->pdata[i]) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
      {
        *place = i;
        return g_strdup (steward_plan_row_get_key (rows->pdata[i]));
      }

  return NULL;
}

void
steward_plan_rows_focus (GtkWidget  *container,
                         const char *key,
                         guint       place)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  GtkWidget *row = NULL;

  collect_rows (container, rows);
  for (guint i = 0; i < rows->len && row == NULL; i++)
    if (g_strcmp0 (steward_plan_row_get_key (rows->pdata[i]), key) == 0)
      row = rows->pdata[i];
  if (row == NULL && rows->len > 0)
    row = rows->pdata[MIN (place, rows->len - 1)];
  if (row != NULL)
    gtk_widget_grab_focus (row);
}
