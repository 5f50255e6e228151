/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-papers.h"

#include <string.h>

#include "steward-record-private.h"

const StewardReceipt *
steward_project_get_receipt (StewardProject *self,
                             const char     *material)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);
  g_return_val_if_fail (material != NULL, NULL);

  return steward_record_lookup (self, STEWARD_PIECE_MATERIAL, material);
}

GPtrArray *
steward_project_list_receipts (StewardProject *self)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);

  return steward_record_list (self, STEWARD_PIECE_MATERIAL);
}

gboolean
steward_project_put_receipt (StewardProject         *self,
                             const StewardReceipt  *value,
                             GError               **error)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT (self), FALSE);
  g_return_val_if_fail (value != NULL && value->id != NULL, FALSE);

  return steward_record_store (self, STEWARD_PIECE_MATERIAL, value->id, value, error);
}

void
steward_project_remove_receipt (StewardProject *self,
                                const char     *material)
{
  g_return_if_fail (STEWARD_IS_PROJECT (self));
  g_return_if_fail (material != NULL);

  steward_record_remove (self, STEWARD_PIECE_MATERIAL, material);
}

const StewardDocument *
steward_project_get_document (StewardProject *self,
                              const char     *id)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return steward_record_lookup (self, STEWARD_PIECE_DOCUMENT, id);
}

/* How many copies it is away from what was drawn first; a circle, which only a
 * damaged file can hold, ends somewhere. */
static guint
count_originals (StewardProject        *self,
                 const StewardDocument *document)
{
  guint n = 0;

  for (; n < STEWARD_LIST_MAX && *document->of != '\0'; n++)
    {
      document = steward_record_lookup (self, STEWARD_PIECE_DOCUMENT, document->of);
      if (document == NULL)
        break;
    }

  return n;
}

/* Times are seconds: of one moment, what is a copy of another comes after it. */
static int
compare_times (gconstpointer a,
               gconstpointer b,
               gpointer      project)
{
  const StewardDocument *document = *(const StewardDocument *const *) a, *other = *(const StewardDocument *const *) b;
  int order = strcmp (document->at, other->at);
  guint n, n_other;

  if (order != 0)
    return order;

  n = count_originals (project, document);
  n_other = count_originals (project, other);

  return n != n_other ? (n > n_other) - (n < n_other) : strcmp (document->id, other->id);
}

GPtrArray *
steward_project_list_documents (StewardProject *self)
{
  GPtrArray *list;

  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);

  list = steward_record_list (self, STEWARD_PIECE_DOCUMENT);
  g_ptr_array_sort_with_data (list, compare_times, self);
  return list;
}

gboolean
steward_project_put_document (StewardProject          *self,
                              const StewardDocument  *value,
                              GError                **error)
{
  g_autofree char *now = NULL;
  StewardDocument stamped;

  g_return_val_if_fail (STEWARD_IS_PROJECT (self), FALSE);
  g_return_val_if_fail (value != NULL && value->id != NULL, FALSE);
  g_return_val_if_fail ((guint) value->state < STEWARD_N_DOCUMENT_STATES, FALSE);

  stamped = *value;
  stamped.at = now = steward_project_time_or_now (value->at);
  return steward_record_store (self, STEWARD_PIECE_DOCUMENT, value->id, &stamped, error);
}

void
steward_project_remove_document (StewardProject *self,
                                 const char     *id)
{
  g_return_if_fail (STEWARD_IS_PROJECT (self));
  g_return_if_fail (id != NULL);

  steward_record_remove (self, STEWARD_PIECE_DOCUMENT, id);
}

const StewardEntrustmentStep *
steward_project_get_step (StewardProject *self,
                          guint           number)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);

  key = g_strdup_printf ("%u", number);
  return steward_record_lookup (self, STEWARD_PIECE_STEP, key);
}

GPtrArray *
steward_project_list_steps (StewardProject *self)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);

  return steward_record_list (self, STEWARD_PIECE_STEP);
}

guint
steward_project_put_step (StewardProject                 *self,
                          const StewardEntrustmentStep  *value,
                          GError                       **error)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT (self), 0);
  g_return_val_if_fail (value != NULL && (guint) value->kind < STEWARD_N_ENTRUSTMENT_STEPS, 0);

  return steward_record_store_numbered (self, STEWARD_PIECE_STEP, value->number, value, error);
}

void
steward_project_remove_step (StewardProject *self,
                             guint           number)
{
  g_return_if_fail (STEWARD_IS_PROJECT (self));

  steward_record_remove_numbered (self, STEWARD_PIECE_STEP, number);
}
