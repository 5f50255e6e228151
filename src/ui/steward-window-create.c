/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-window-private.h"

#include <glib/gi18n-lib.h>

#include "steward-clone-window.h"
#include "steward-compat.h"
#include "steward-overview-page.h"

static StewardApplication *
get_application (StewardWindow *self)
{
  return STEWARD_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
}

/* A project that is being written for the first time. */
typedef struct
{
  StewardWindow  *window;
  StewardProject *project;
} Creation;

static void
created_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Creation *creation = user_data;
  StewardWindow *self = creation->window;
  g_autoptr (GError) error = NULL;
  gint64 version = steward_store_apply_finish (STEWARD_STORE (source), result, &error);

  if (version <= 0)
    {
      steward_compat_tell (GTK_WINDOW (self), _("No Project Was Made"), error->message);
    }
  else if (self->store == STEWARD_STORE (source))
    {
      steward_window_show_session (self, steward_window_adopt (self, creation->project, version));
      steward_window_remember (self, steward_project_get_id (creation->project));
      steward_window_show_page (self, "overview");
      /* The first thing to tell is the name. */
      steward_overview_page_edit (STEWARD_OVERVIEW_PAGE (steward_window_get_page (self, "overview")),
                                  STEWARD_FACT_NAME);
    }

  g_object_unref (creation->window);
  g_object_unref (creation->project);
  g_free (creation);
}

/* Writes @project, which has no id yet, as one change that is called @label. */
static void
create (StewardWindow  *self,
        StewardProject *project,
        const char     *label)
{
  GSettings *settings = steward_application_get_settings (get_application (self));
  g_autofree char *person = steward_application_dup_person (get_application (self));
  g_autofree char *id = g_uuid_string_random ();
  Creation *creation = g_new0 (Creation, 1);

  creation->window = g_object_ref (self);
  creation->project = g_object_ref (project);
  steward_project_set_id (project, id);
  if (settings != NULL)
    {
      g_autofree char *name = g_settings_get_string (settings, "steward-name");

      steward_project_set_fact (project, STEWARD_FACT_STEWARD, name);
    }
  steward_store_apply_async (self->store, steward_change_set_create (project, person, label), created_cb, creation);
}

static void
new_project_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  g_autoptr (StewardPack) pack = NULL;
  g_autoptr (StewardProject) project = NULL;
  g_autoptr (GError) error = NULL;

  pack = steward_pack_library_load (g_variant_get_string (parameter, NULL), &error);
  if (pack == NULL)
    {
      steward_compat_tell (GTK_WINDOW (widget), _("The Policy Pack Cannot Be Read"), error->message);
      return;
    }
  project = steward_project_new (pack);
  create (STEWARD_WINDOW (widget), project, _("New project"));
}

static void
clone_cb (StewardWindow  *self,
          StewardProject *project,
          const char     *source)
{
  g_autofree char *label = g_strdup_printf (_("New project like %s"), source);

  create (self, project, label);
}

/* What is still being typed belongs to what is taken over. */
static void
new_like_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  StewardWindow *self = STEWARD_WINDOW (widget);
  g_autofree char *person = steward_application_dup_person (get_application (self));
  GtkWindow *window;

  steward_window_commit (self);
  steward_window_settle (self);
  window = steward_clone_window_new (GTK_WINDOW (self), self->store,
                                     self->session != NULL
                                     ? steward_project_get_id (steward_session_get_project (self->session)) : NULL,
                                     person);
  g_signal_connect_object (window, "create", G_CALLBACK (clone_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (window);
}

/* A project follows the rules of a city: packs that only supplement others
 * have no assessment form of their own. */
static gboolean
has_form (StewardPack *pack)
{
  GPtrArray *parts = steward_pack_get_parts (pack);

  for (guint i = 0; i < parts->len; i++)
    {
      const StewardPart *part = g_ptr_array_index (parts, i);

      if (!part->supplement)
        return TRUE;
    }

  return FALSE;
}

static void
create_pack_menu_cb (GtkMenuButton *button,
                     gpointer       user_data)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenu) like = g_menu_new ();
  g_auto (GStrv) ids = steward_pack_library_list ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (StewardPack) pack = steward_pack_library_load (ids[i], NULL);
      g_autoptr (GMenuItem) item = NULL;

      if (pack == NULL || !has_form (pack))
        continue;
      item = g_menu_item_new (steward_pack_get_title (pack), NULL);
      g_menu_item_set_action_and_target (item, "win.new-project", "s", ids[i]);
      g_menu_append_item (section, item);
    }

  g_menu_append_section (menu, _("New Project by the Rules of"), G_MENU_MODEL (section));
  g_menu_append (like, _("New Project _Like Another…"), "win.new-like");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (like));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
choose_pack_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  gtk_menu_button_popup (STEWARD_WINDOW (widget)->new_button);
}

void
steward_window_create_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.new-project", "s", new_project_action);
  gtk_widget_class_install_action (widget_class, "win.new-like", NULL, new_like_action);
  gtk_widget_class_install_action (widget_class, "win.choose-pack", NULL, choose_pack_action);
}

void
steward_window_create_init (StewardWindow *self)
{
  gtk_menu_button_set_create_popup_func (self->new_button, create_pack_menu_cb, NULL, NULL);
}
