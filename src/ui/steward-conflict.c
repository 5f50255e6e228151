/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-conflict.h"

#include <glib/gi18n-lib.h>

#include "steward-compat.h"
#include "steward-ui-text.h"

/* A value as people read it. */
static char *
describe_value (StewardPieceKind  kind,
                GVariant         *value)
{
  if (value == NULL)
    return g_strdup (_("nothing"));

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return g_variant_dup_string (value, NULL);

  if (kind == STEWARD_PIECE_TICK)
    {
      const char *by;
      gboolean on;

      g_variant_get (value, "(b&s&s)", &on, &by, NULL);
      return steward_ui_join (on ? _("ticked") : _("not ticked"), by, NULL);
    }

  if (kind == STEWARD_PIECE_ROW)
    {
      const char *text;

      g_variant_get (value, "(u&s&s&s&si)", NULL, NULL, &text, NULL, NULL, NULL);
      return g_strdup (text);
    }

  {
    g_autoptr (JsonNode) node = steward_piece_to_json (kind, value);

    return json_to_string (node, TRUE);
  }
}

static void
add_value (GtkBox           *box,
           const char       *whose,
           StewardPieceKind  kind,
           GVariant         *value)
{
  g_autofree char *text = describe_value (kind, value);
  GtkWidget *label = steward_ui_label_new (text, NULL);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_box_append (box, steward_ui_label_new (whose, "dim-label"));
  gtk_box_append (box, label);
}

static GtkWidget *
list_conflicts (StewardSession *session,
                GPtrArray      *conflicts)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  for (guint i = 0; i < conflicts->len; i++)
    {
      const StewardConflict *conflict = g_ptr_array_index (conflicts, i);
      g_autoptr (StewardChangeSet) set = steward_change_set_new ("", "", "", 0);
      g_autofree char *title = NULL;

      steward_change_set_add (set, conflict->kind, conflict->key, conflict->theirs, conflict->mine);
      title = steward_changes_describe (set->changes, steward_session_get_project (session));
      gtk_box_append (GTK_BOX (box), steward_ui_label_new (title, "heading"));
      add_value (GTK_BOX (box), _("Yours"), conflict->kind, conflict->mine);
      add_value (GTK_BOX (box), _("The other’s"), conflict->kind, conflict->theirs);
    }

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);

  return scroller;
}

static void
answered_cb (const char *response,
             gpointer    user_data)
{
  StewardKeeper *keeper = steward_session_get_keeper (user_data);

  if (!g_str_equal (response, "later"))
    steward_keeper_resolve (keeper, g_str_equal (response, "mine"));
}

void
steward_conflict_ask (GtkWindow      *parent,
                      StewardSession *session)
{
  const StewardResponse responses[] = {
    { "later", _("_Later") },
    { "theirs", _("Keep the _Other’s") },
    { "mine", _("Use _Mine") },
    { NULL }
  };
  StewardKeeper *keeper;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (STEWARD_IS_SESSION (session));

  keeper = steward_session_get_keeper (session);
  steward_compat_ask (parent, _("Changed by Somebody Else Too"),
                      _("The project shows the other’s value now. Yours is kept here until you choose."),
                      list_conflicts (session, steward_keeper_get_conflicts (keeper)), responses,
                      answered_cb, g_object_ref (session), g_object_unref);
}
