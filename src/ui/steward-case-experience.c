/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-case-experience.h"

#include <glib/gi18n-lib.h>

#include "steward-experience.h"
#include "steward-ui-text.h"

struct _StewardCaseExperience
{
  GtkWidget     parent_instance;

  GtkWidget    *label;
  char         *item;       /* that was asked about */
  char         *bureau;     /* of the item */
  GCancellable *asking;
};

G_DEFINE_FINAL_TYPE (StewardCaseExperience, steward_case_experience, GTK_TYPE_WIDGET)

static void
stop_asking (StewardCaseExperience *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static void
set_text (StewardCaseExperience *self,
          const char            *text)
{
  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_widget_set_visible (GTK_WIDGET (self), *text != '\0');
}

static char *
describe (const StewardExperience *experience)
{
  if (experience->n == 1)
    return g_strdup_printf (ngettext ("Own experience: the one case decided so far took %d working day.",
                                      "Own experience: the one case decided so far took %d working days.",
                                      experience->median), experience->median);
  /* Translators: number of cases, then working days. */
  return g_strdup_printf (_("Own experience: of %u decided cases half took at most %d working days, four fifths at "
                            "most %d."), experience->n, experience->median, experience->percentile80);
}

static void
take_experience (StewardCaseExperience *self,
                 GPtrArray             *all)
{
  for (guint i = 0; i < all->len; i++)
    {
      const StewardExperience *experience = g_ptr_array_index (all, i);
      g_autofree char *text = NULL;

      if (!g_str_equal (experience->bureau, self->bureau))
        continue;
      text = describe (experience);
      set_text (self, text);
      return;
    }
  set_text (self, "");
}

static void
experience_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (StewardCaseExperience) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = steward_store_run_finish (STEWARD_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->asking);
  /* It is a hint: a database that fails says so where something is at stake. */
  if (all != NULL)
    take_experience (self, all);
}

static gpointer
read_func (StewardDatabase  *database,
           gpointer          data,
           GCancellable     *cancellable,
           GError          **error)
{
  return steward_database_read_experience (database, data, cancellable, error);
}

static void
steward_case_experience_dispose (GObject *object)
{
  StewardCaseExperience *self = STEWARD_CASE_EXPERIENCE (object);

  stop_asking (self);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->item, g_free);
  g_clear_pointer (&self->bureau, g_free);

  G_OBJECT_CLASS (steward_case_experience_parent_class)->dispose (object);
}

static void
steward_case_experience_class_init (StewardCaseExperienceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = steward_case_experience_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
steward_case_experience_init (StewardCaseExperience *self)
{
  self->label = steward_ui_label_new ("", "caption");
  gtk_widget_add_css_class (self->label, "dim-label");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
steward_case_experience_new (void)
{
  return g_object_new (STEWARD_TYPE_CASE_EXPERIENCE, NULL);
}

void
steward_case_experience_show (StewardCaseExperience    *self,
                              StewardSession           *session,
                              const StewardScheduleRow *row)
{
  StewardKeeper *keeper = session != NULL ? steward_session_get_keeper (session) : NULL;

  g_return_if_fail (STEWARD_IS_CASE_EXPERIENCE (self));

  stop_asking (self);
  if (keeper == NULL || row == NULL || row->item->item == NULL)
    {
      set_text (self, "");
      return;
    }

  /* The figures of another item must not stand here until the answer comes. */
  if (g_strcmp0 (self->item, row->item->item->id) != 0 || g_strcmp0 (self->bureau, row->item->bureau) != 0)
    set_text (self, "");
  g_free (self->item);
  self->item = g_strdup (row->item->item->id);
  g_free (self->bureau);
  self->bureau = g_strdup (row->item->bureau);
  self->asking = g_cancellable_new ();
  steward_store_run_async (steward_keeper_get_store (keeper), STEWARD_STORE_READ, read_func, g_strdup (row->item->item->id), g_free,
                           (GDestroyNotify) g_ptr_array_unref, self->asking, experience_cb, g_object_ref (self));
}

const char *
steward_case_experience_get_text (StewardCaseExperience *self)
{
  g_return_val_if_fail (STEWARD_IS_CASE_EXPERIENCE (self), "");

  return gtk_label_get_text (GTK_LABEL (self->label));
}
