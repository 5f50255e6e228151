/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-window-private.h"

#include <glib/gi18n-lib.h>

#include "steward-compat.h"
#include "steward-move-dialog.h"
#include "steward-pack-version.h"
#include "steward-rules-window.h"

/* Data of a session whose project follows other rules in the store by now. */
#define MOVED "steward-moved"

/* A project and the version that somebody left it without. (transfer full) */
static char *
make_key (StewardWindow *self,
          StewardPack   *pack)
{
  return g_strconcat (steward_project_get_id (steward_session_get_project (self->session)), " ",
                      steward_pack_get_sha256 (pack), NULL);
}

void
steward_window_look_for_rules (StewardWindow *self)
{
  StewardPack *pack;
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (StewardPack) newest = NULL;
  const StewardPackVersion *first;
  g_autofree char *key = NULL;

  g_clear_pointer (&self->newer, steward_pack_unref);
  if (self->session == NULL || steward_session_get_keeper (self->session) == NULL)
    return;
  pack = steward_project_get_pack (steward_session_get_project (self->session));
  versions = steward_pack_library_get_versions (steward_pack_get_id (pack));
  first = versions->len > 0 ? versions->pdata[0] : NULL;
  if (first == NULL || steward_pack_version_compare (first->version, steward_pack_get_version (pack)) <= 0)
    return;
  newest = steward_pack_library_load (steward_pack_get_id (pack), NULL);
  if (newest == NULL)
    return;
  key = make_key (self, newest);
  if (!g_hash_table_contains (self->passed_over, key))
    self->newer = g_steal_pointer (&newest);
}

static void
passed_over_cb (StewardWindow *self)
{
  if (self->newer == NULL || self->session == NULL)
    return;
  g_hash_table_add (self->passed_over, make_key (self, self->newer));
  g_clear_pointer (&self->newer, steward_pack_unref);
  steward_window_update_bar (self);
}

static void
move_rules_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  StewardWindow *self = STEWARD_WINDOW (widget);
  StewardMoveDialog *dialog;

  if (self->session == NULL || self->newer == NULL)
    return;
  steward_window_commit (self);
  dialog = steward_move_dialog_new (GTK_WINDOW (self), self->session, self->newer);
  g_signal_connect_object (dialog, "passed-over", G_CALLBACK (passed_over_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
saved_cb (StewardWindow *self)
{
  steward_window_look_for_rules (self);
  steward_window_update_bar (self);
}

/* The parameter names what is to be shown, `items permit`, or is "". */
static void
rules_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  StewardWindow *self = STEWARD_WINDOW (widget);
  const char *target = g_variant_get_string (parameter, NULL), *space = strchr (target, ' ');
  g_autofree char *list = space != NULL ? g_strndup (target, space - target) : NULL;
  StewardRulesWindow *rules;
  g_autoptr (StewardPack) pack = NULL;
  g_autoptr (GError) error = NULL;
  const char *id = NULL;

  if (self->session != NULL)
    id = steward_pack_get_id (steward_project_get_pack (steward_session_get_project (self->session)));
  if (id != NULL)
    pack = steward_pack_library_load (id, &error);
  if (error != NULL)
    {
      steward_compat_tell (GTK_WINDOW (self), _("These Rules Cannot Be Shown"), error->message);
      return;
    }
  rules = steward_rules_window_new (GTK_WINDOW (self), pack);
  g_signal_connect_object (rules, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  if (list != NULL)
    steward_rules_window_show (rules, list, space + 1);
  gtk_window_present (GTK_WINDOW (rules));
}

/* Takes the project in again where everything of ours is written. Its pages
 * show boxes of the rules before, so they begin anew. */
void
steward_window_take_moved (StewardWindow *self)
{
  for (guint i = self->sessions->len; i-- > 0;)
    {
      StewardSession *session = g_ptr_array_index (self->sessions, i);
      g_autofree char *id = NULL;

      if (g_object_get_data (G_OBJECT (session), MOVED) == NULL ||
          !steward_keeper_is_settled (steward_session_get_keeper (session)))
        continue;
      id = g_strdup (steward_project_get_id (steward_session_get_project (session)));
      if (session == self->session)
        {
          g_ptr_array_remove_index (self->sessions, i);
          steward_window_show_project (self, id, NULL);
        }
      else
        g_ptr_array_remove_index (self->sessions, i);
    }
}

void
steward_window_note_moved (StewardWindow *self,
                           StewardKeeper *keeper)
{
  for (guint i = 0; i < self->sessions->len; i++)
    {
      StewardSession *session = g_ptr_array_index (self->sessions, i);

      if (steward_session_get_keeper (session) == keeper)
        g_object_set_data (G_OBJECT (session), MOVED, GINT_TO_POINTER (1));
    }
  steward_keeper_flush (keeper);
  steward_window_take_moved (self);
}

void
steward_window_rules_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.rules", "s", rules_action);
  gtk_widget_class_install_action (widget_class, "win.move-rules", NULL, move_rules_action);
}
