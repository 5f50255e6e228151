/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-experience.h"

#include "steward-listing-private.h"

/* Rows read before somebody may have cancelled. */
#define ROWS_AT_ONCE 1000

/* The cases of one item at one bureau while they are read. */
typedef struct
{
  StewardExperience *experience;
  GArray            *used;      /* int, ascending */
  GArray            *limits;    /* int */
} Group;

void
steward_experience_free (StewardExperience *self)
{
  if (self == NULL)
    return;
  g_free (self->item);
  g_free (self->name);
  g_free (self->bureau);
  g_free (self);
}

static void
group_clear (Group *self)
{
  g_clear_pointer (&self->experience, steward_experience_free);
  g_array_unref (self->used);
  g_array_unref (self->limits);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Group, group_clear)

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* The smallest number of days that @percent of the ordered @days are not
 * above (nearest rank); -1 of none. */
static int
find_rank (const GArray *days,
           guint         percent)
{
  return days->len > 0 ? g_array_index (days, int, (days->len * percent + 99) / 100 - 1) : -1;
}

static void
group_finish (Group     *self,
              GPtrArray *all)
{
  if (self->experience == NULL)
    return;
  g_array_sort (self->limits, compare_days);
  self->experience->n = self->used->len;
  self->experience->median = find_rank (self->used, 50);
  self->experience->percentile80 = find_rank (self->used, 80);
  self->experience->promised = find_rank (self->limits, 50);
  g_ptr_array_add (all, g_steal_pointer (&self->experience));
  g_array_set_size (self->used, 0);
  g_array_set_size (self->limits, 0);
}

static void
group_add (Group            *self,
           StewardStatement *statement,
           GPtrArray        *all)
{
  const char *item = steward_statement_get_text (statement, 0);
  const char *bureau = steward_statement_get_text (statement, 1);
  int limit = CLAMP (steward_statement_get_integer (statement, 3), -1, STEWARD_MAX_DAYS);
  int used = CLAMP (steward_statement_get_integer (statement, 4), 0, G_MAXINT);

  if (self->experience && (g_strcmp0 (self->experience->item, item) != 0 ||
                           g_strcmp0 (self->experience->bureau, bureau) != 0))
    group_finish (self, all);
  if (self->experience == NULL)
    {
      self->experience = g_new0 (StewardExperience, 1);
      self->experience->item = g_strdup (item);
      self->experience->bureau = g_strdup (bureau);
      self->experience->name = g_strdup (steward_statement_get_text (statement, 2));
    }
  g_array_append_val (self->used, used);
  if (limit >= 0)
    g_array_append_val (self->limits, limit);
  self->experience->n_late += limit >= 0 && used > limit;
}

GPtrArray *
steward_database_read_experience (StewardDatabase  *self,
                                  const char       *item,
                                  GCancellable     *cancellable,
                                  GError          **error)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_experience_free);
  g_auto(Group) group = { NULL, g_array_new (FALSE, FALSE, sizeof (int)), g_array_new (FALSE, FALSE, sizeof (int)) };
  StewardStatement *statement;
  StewardStep step;
  guint n = 0;

  g_return_val_if_fail (STEWARD_IS_DATABASE (self), NULL);

  statement = steward_database_prepare (self, "durations", item ? "of_item" : "all", error);
  if (statement == NULL)
    return NULL;
  if (item)
    steward_statement_bind_text (statement, 1, item);
  while ((step = steward_statement_step (statement, error)) == STEWARD_STEP_ROW)
    {
      if (++n % ROWS_AT_ONCE == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        break;
      group_add (&group, statement, all);
    }
  steward_statement_reset (statement);
  if (step != STEWARD_STEP_DONE)
    return NULL;
  group_finish (&group, all);
  return g_steal_pointer (&all);
}
