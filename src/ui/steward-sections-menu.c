/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-sections-menu.h"

#include <glib/gi18n-lib.h>

#include "steward-adjustments.h"
#include "steward-compat.h"
#include "steward-error.h"
#include "steward-file.h"
#include "steward-gate.h"
#include "steward-paper.h"
#include "steward-section-file.h"
#include "steward-sections-dialog.h"
#include "steward-ui-text.h"

struct _StewardSectionsMenu
{
  AdwBin              parent_instance;

  GtkMenuButton      *button;
  GtkBox             *list;

  StewardSession     *session;
  StewardSections    *sections;
  char               *shown;      /* section whose part is shown, NULL for all */
  StewardSectionPart *part;       /* of it */
  GCancellable       *loading;
};

G_DEFINE_FINAL_TYPE (StewardSectionsMenu, steward_sections_menu, ADW_TYPE_BIN)

enum
{
  FILTER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static StewardProject *
get_project (StewardSectionsMenu *self)
{
  return steward_session_get_project (self->session);
}

static GtkWindow *
get_window (StewardSectionsMenu *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* NULL for a project that is kept nowhere. */
static StewardStore *
get_store (StewardSectionsMenu *self)
{
  StewardKeeper *keeper = self->session != NULL ? steward_session_get_keeper (self->session) : NULL;

  return keeper != NULL ? steward_keeper_get_store (keeper) : NULL;
}

/* Asking --------------------------------------------------------------- */

/* A section that is to be asked, while people choose a file. */
typedef struct
{
  StewardSectionsMenu *menu;
  char                *section;
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_object_unref (asking->menu);
  g_free (asking->section);
  g_free (asking);
}

static Asking *
asking_new (StewardSectionsMenu *self,
            const char          *section)
{
  Asking *asking = g_new0 (Asking, 1);

  asking->menu = g_object_ref (self);
  asking->section = g_strdup (section);
  return asking;
}

static void
target_chosen_cb (GFile    *file,
                  gpointer  user_data)
{
  Asking *asking = user_data;
  g_autoptr (GError) error = NULL;

  if (file == NULL || asking->menu->session == NULL)
    return;
  if (!steward_sections_menu_ask (asking->menu, asking->section, file, &error))
    steward_compat_tell (get_window (asking->menu), _("The Section Was Not Asked"), error->message);
}

static void
choose_target (StewardSectionsMenu *self,
               const char          *section)
{
  g_autoptr (GError) error = NULL;
  StewardSectionForm *form = steward_section_form_new (get_project (self), self->sections, section,
                                                       steward_session_get_actor (self->session), &error);
  g_autofree char *name = NULL;

  if (form == NULL)
    {
      steward_compat_tell (get_window (self), _("The Section Was Not Asked"), error->message);
      return;
    }
  name = steward_section_file_name (form);
  steward_section_form_free (form);
  steward_compat_choose_file (get_window (self), _("Save Request"), name, _("Requests to sections"),
                              STEWARD_REQUEST_SUFFIX + 1, target_chosen_cb, asking_new (self, section), asking_free);
}

static void
gate_answered_cb (const char *response,
                  gpointer    user_data)
{
  Asking *asking = user_data;

  if (g_str_equal (response, "ask") && asking->menu->session != NULL)
    choose_target (asking->menu, asking->section);
}

/* The notice wants some facts before sections are asked; people may know
 * better, but they are told. */
static gboolean
ask_about_gate (StewardSectionsMenu *self,
                const char          *section)
{
  const StewardResponse responses[] = { { "cancel", _("_Cancel") }, { "ask", _("_Ask Anyway") }, { NULL } };
  g_autoptr (StewardGate) gate = steward_gate_new (get_project (self), STEWARD_GATE_START);
  g_autoptr (GString) text = g_string_new (NULL);

  if (gate == NULL || gate->passed)
    return FALSE;
  for (guint i = 0; i < gate->lines->len; i++)
    {
      const StewardGateLine *line = g_ptr_array_index (gate->lines, i);

      if (line->state == STEWARD_GATE_OPEN || line->state == STEWARD_GATE_MISSING)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line->name);
    }
  steward_compat_ask (get_window (self), _("The Assessment Is Not Ready to Start"), text->str, NULL, responses,
                      gate_answered_cb, asking_new (self, section), asking_free);
  return TRUE;
}

static void
ask_cb (StewardSectionsMenu *self,
        GtkWidget           *button)
{
  const char *section = g_object_get_data (G_OBJECT (button), "section");

  gtk_menu_button_popdown (self->button);
  if (!ask_about_gate (self, section))
    choose_target (self, section);
}

/* The form on paper ---------------------------------------------------- */

static void
form_target_cb (GFile    *file,
                gpointer  user_data)
{
  Asking *asking = user_data;
  g_autoptr (GError) error = NULL;

  if (file == NULL || asking->menu->session == NULL)
    return;
  if (!steward_sections_menu_print (asking->menu, asking->section, file, &error))
    steward_compat_tell (get_window (asking->menu), _("The Form Was Not Made"), error->message);
}

static void
form_cb (StewardSectionsMenu *self,
         GtkWidget           *button)
{
  const char *section = g_object_get_data (G_OBJECT (button), "section");
  const StewardSection *found = steward_sections_find (self->sections, section);
  g_autofree char *name = NULL;

  gtk_menu_button_popdown (self->button);
  name = steward_ui_file_name (steward_session_get_title (self->session), found->name, "pdf");
  steward_compat_choose_file (get_window (self), _("Form for the Section"), name, _("PDF documents"), "pdf",
                              form_target_cb, asking_new (self, section), asking_free);
}

/* The list ------------------------------------------------------------- */

static void
only_cb (StewardSectionsMenu *self,
         GtkToggleButton     *button)
{
  const char *section = g_object_get_data (G_OBJECT (button), "section");

  if (gtk_toggle_button_get_active (button))
    steward_sections_menu_filter (self, section);
  else if (g_strcmp0 (self->shown, section) == 0)
    steward_sections_menu_filter (self, NULL);
}

static char *
describe_state (StewardSectionsMenu      *self,
                const char               *section,
                const StewardSectionPart *part)
{
  const StewardRequest *request = steward_project_get_request (get_project (self), section);
  guint n = part->boxes->len + part->groups->len;
  g_autofree char *size = g_strdup_printf (ngettext ("%u place", "%u places", n), n);
  g_autofree char *sent = request ? steward_day_format (request->sent) : NULL;
  g_autofree char *answered = request ? steward_day_format (request->answered) : NULL;
  g_autofree char *text = NULL;

  if (request == NULL)
    text = g_strdup (_("not asked yet"));
  else if (request->answered == STEWARD_DAY_NONE)
    text = g_strdup_printf (_("asked on %s"), sent);
  else
    text = g_strdup_printf (_("answered on %s by %s"), answered, request->answered_by);
  return steward_ui_join (size, text, NULL);
}

static GtkWidget *
row_button (StewardSectionsMenu *self,
            GtkWidget           *button,
            const char          *section,
            const char          *what,
            const char          *name)
{
  g_autofree char *label = g_strdup_printf (_("%s: %s"), what, name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "section", g_strdup (section), g_free);
  steward_ui_set_label (button, label);
  return button;
}

static void
add_row (StewardSectionsMenu  *self,
         const StewardSection *section)
{
  g_autoptr (StewardSectionPart) part = steward_sections_get_part (self->sections, section->id);
  GtkWidget *row, *texts, *only, *form, *ask;
  g_autofree char *state = NULL;
  g_autofree char *name = NULL;

  if (part->boxes->len + part->groups->len == 0)
    return;
  state = describe_state (self, section->id, part);
  name = steward_ui_join (section->name, section->officer, NULL);
  row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), steward_ui_label_new (name, NULL));
  gtk_box_append (GTK_BOX (texts), steward_ui_label_new (state, "caption"));
  only = row_button (self, gtk_toggle_button_new_with_label (_("Only These")), section->id, _("Only these boxes"),
                     section->name);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (only), g_strcmp0 (self->shown, section->id) == 0);
  g_signal_connect_object (only, "toggled", G_CALLBACK (only_cb), self, G_CONNECT_SWAPPED);
  ask = row_button (self, gtk_button_new_with_label (_("Ask…")), section->id, _("Ask"), section->name);
  g_signal_connect_object (ask, "clicked", G_CALLBACK (ask_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), texts);
  form = row_button (self, gtk_button_new_with_label (_("PDF…")), section->id, _("Form as PDF"), section->name);
  g_signal_connect_object (form, "clicked", G_CALLBACK (form_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), only);
  gtk_box_append (GTK_BOX (row), form);
  gtk_box_append (GTK_BOX (row), ask);
  gtk_box_append (self->list, row);
}

static void
saved_cb (StewardSectionsMenu *self)
{
  StewardSession *session = self->session != NULL ? g_object_ref (self->session) : NULL;

  steward_sections_menu_set_session (self, NULL);
  steward_sections_menu_set_session (self, session);
  g_clear_object (&session);
}

static void
edit_cb (StewardSectionsMenu *self)
{
  GtkWindow *dialog;

  gtk_menu_button_popdown (self->button);
  if (self->sections == NULL || get_store (self) == NULL)
    return;
  dialog = steward_sections_dialog_new (get_window (self), get_store (self), self->sections);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}

static void
add_footer (StewardSectionsMenu *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *open = gtk_button_new_with_mnemonic (_("_Open Answer…"));
  GtkWidget *edit = gtk_button_new_with_mnemonic (_("_Edit Sections…"));

  g_signal_connect_object (open, "clicked", G_CALLBACK (gtk_menu_button_popdown), self->button, G_CONNECT_SWAPPED);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (open), "win.open-answer");
  g_signal_connect_object (edit, "clicked", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_sensitive (edit, get_store (self) != NULL);
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), open);
  gtk_box_append (GTK_BOX (box), edit);
  gtk_box_append (self->list, box);
}

static void
show_popover_cb (StewardSectionsMenu *self)
{
  GPtrArray *list = self->sections != NULL ? steward_sections_list (self->sections) : NULL;

  steward_ui_clear (GTK_WIDGET (self->list));
  for (guint i = 0; list != NULL && i < list->len; i++)
    add_row (self, g_ptr_array_index (list, i));
  if (gtk_widget_get_first_child (GTK_WIDGET (self->list)) == NULL)
    {
      GtkWidget *label = steward_ui_label_new (_("Nobody said yet which section fills in which boxes. Assign them "
                                                 "under “Edit Sections”."), "dim-label");

      gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
      gtk_box_append (self->list, label);
    }
  add_footer (self);
}

/* Reading -------------------------------------------------------------- */

static gpointer
load_func (StewardDatabase  *database,
           gpointer          data,
           GCancellable     *cancellable,
           GError          **error)
{
  return steward_database_load_sections (database, data, error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (StewardSectionsMenu) self = user_data;
  g_autoptr (GError) error = NULL;
  StewardSections *sections = steward_store_run_finish (STEWARD_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED)
      || self->session == NULL)
    {
      g_clear_pointer (&sections, steward_sections_free);
      return;
    }
  /* A directory that cannot be read is as good as none; it stays as it is. */
  if (sections == NULL)
    sections = steward_sections_new (steward_project_get_pack (get_project (self)));
  g_clear_pointer (&self->sections, steward_sections_free);
  self->sections = sections;
  steward_sections_menu_update (self);
}

static void
load (StewardSectionsMenu *self)
{
  StewardPack *pack = steward_project_get_pack (get_project (self));

  if (get_store (self) == NULL)
    {
      self->sections = steward_sections_new (pack);
      return;
    }
  self->loading = g_cancellable_new ();
  steward_store_run_async (get_store (self), STEWARD_STORE_READ, load_func, steward_pack_ref (pack),
                           (GDestroyNotify) steward_pack_unref, (GDestroyNotify) steward_sections_free, self->loading,
                           loaded_cb, g_object_ref (self));
}

static void
forget (StewardSectionsMenu *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->sections, steward_sections_free);
  g_clear_pointer (&self->part, steward_section_part_free);
  g_clear_pointer (&self->shown, g_free);
  g_clear_object (&self->session);
}

static void
steward_sections_menu_dispose (GObject *object)
{
  forget (STEWARD_SECTIONS_MENU (object));

  G_OBJECT_CLASS (steward_sections_menu_parent_class)->dispose (object);
}

static void
steward_sections_menu_class_init (StewardSectionsMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = steward_sections_menu_dispose;
  signals[FILTER] = g_signal_new ("filter", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
steward_sections_menu_init (StewardSectionsMenu *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));
  gtk_widget_set_size_request (GTK_WIDGET (self->list), 360, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->list));
  gtk_menu_button_set_popover (self->button, popover);
  gtk_menu_button_set_use_underline (self->button, TRUE);
  gtk_menu_button_set_label (self->button, _("_Sections"));
  steward_ui_set_label (GTK_WIDGET (self->button), _("Sections"));
  g_signal_connect_object (popover, "show", G_CALLBACK (show_popover_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

void
steward_sections_menu_set_session (StewardSectionsMenu *self,
                                   StewardSession      *session)
{
  g_return_if_fail (STEWARD_IS_SECTIONS_MENU (self));
  g_return_if_fail (session == NULL || STEWARD_IS_SESSION (session));

  if (session == self->session)
    return;
  forget (self);
  if (session == NULL)
    return;
  self->session = g_object_ref (session);
  load (self);
  steward_sections_menu_update (self);
}

void
steward_sections_menu_update (StewardSectionsMenu *self)
{
  gboolean plain;
  g_autoptr (GPtrArray) requests = NULL;
  guint n_answered = 0;
  g_autofree char *text = NULL;

  g_return_if_fail (STEWARD_IS_SECTIONS_MENU (self));

  if (self->session == NULL)
    return;
  requests = steward_project_list_requests (get_project (self));
  for (guint i = 0; i < requests->len; i++)
    n_answered += ((const StewardRequest *) g_ptr_array_index (requests, i))->answered != STEWARD_DAY_NONE;
  if (self->shown != NULL && self->sections != NULL && steward_sections_find (self->sections, self->shown) != NULL)
    text = g_strdup_printf (_("Only: %s"), steward_sections_find (self->sections, self->shown)->name);
  else if (requests->len > 0)
    text = g_strdup_printf (_("Sections: %u of %u answered"), n_answered, requests->len);
  else
    text = g_strdup (_("Sections"));
  /* A section may have any name. */
  plain = g_str_equal (text, _("Sections"));
  gtk_menu_button_set_use_underline (self->button, plain);
  gtk_menu_button_set_label (self->button, plain ? _("_Sections") : text);
  steward_ui_set_label (GTK_WIDGET (self->button), text);
}

const StewardSections *
steward_sections_menu_get_sections (StewardSectionsMenu *self)
{
  g_return_val_if_fail (STEWARD_IS_SECTIONS_MENU (self), NULL);

  return self->sections;
}

const StewardSectionPart *
steward_sections_menu_get_part (StewardSectionsMenu *self)
{
  g_return_val_if_fail (STEWARD_IS_SECTIONS_MENU (self), NULL);

  return self->part;
}

void
steward_sections_menu_filter (StewardSectionsMenu *self,
                              const char          *section)
{
  g_autofree char *shown = g_strdup (section);

  g_return_if_fail (STEWARD_IS_SECTIONS_MENU (self));

  if (self->sections == NULL)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&shown);
  g_clear_pointer (&self->part, steward_section_part_free);
  if (self->shown != NULL)
    self->part = steward_sections_get_part (self->sections, self->shown);
  steward_sections_menu_update (self);
  g_signal_emit (self, signals[FILTER], 0);
}

gboolean
steward_sections_menu_ask (StewardSectionsMenu  *self,
                           const char           *section,
                           GFile                *file,
                           GError              **error)
{
  g_autoptr (StewardSectionForm) form = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (STEWARD_IS_SECTIONS_MENU (self), FALSE);
  g_return_val_if_fail (self->session != NULL && self->sections != NULL, FALSE);
  g_return_val_if_fail (section != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  form = steward_section_form_new (get_project (self), self->sections, section,
                                   steward_session_get_actor (self->session), error);
  if (form == NULL)
    return FALSE;
  bytes = steward_section_file_write (form);
  return steward_file_write (file, bytes, NULL, error)
         && steward_section_form_record (form, get_project (self), error);
}

gboolean
steward_sections_menu_print (StewardSectionsMenu  *self,
                             const char           *section,
                             GFile                *file,
                             GError              **error)
{
  const StewardSchedule *schedule;
  g_autoptr (GBytes) pdf = NULL;

  g_return_val_if_fail (STEWARD_IS_SECTIONS_MENU (self), FALSE);
  g_return_val_if_fail (self->session != NULL && self->sections != NULL, FALSE);
  g_return_val_if_fail (section != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  schedule = steward_session_get_schedule (self->session);
  if (schedule == NULL)
    {
      g_propagate_error (error, g_error_copy (steward_session_get_error (self->session)));
      return FALSE;
    }
  pdf = steward_paper_render_section (schedule, self->sections, section, NULL, error);
  return pdf != NULL && steward_file_write (file, pdf, NULL, error);
}
