/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-network-private.h"

#include <glib/gi18n-lib.h>

#include "steward-error.h"

/* A circle through half a network would not fit on any screen. */
#define SHOWN_MAX 20

/* Sorts the links by one end into compressed rows, in the order they came. */
static void
compress (const StewardNetwork  *self,
          gboolean               by_successor,
          int                  **at,
          int                  **ends)
{
  guint n = self->tasks->len;
  guint m = self->links->len;
  const StewardLink *links = (const StewardLink *) (gpointer) self->links->data;
  int *next;

  g_free (*at);
  g_free (*ends);
  *at = g_new0 (int, n + 1);
  *ends = g_new (int, m);

  for (guint i = 0; i < m; i++)
    (*at)[(by_successor ? links[i].to : links[i].from) + 1]++;
  for (guint i = 0; i < n; i++)
    (*at)[i + 1] += (*at)[i];

  next = g_memdup2 (*at, (n + 1) * sizeof (int));
  for (guint i = 0; i < m; i++)
    {
      if (by_successor)
        (*ends)[next[links[i].to]++] = links[i].from;
      else
        (*ends)[next[links[i].from]++] = links[i].to;
    }
  g_free (next);
}

/* Every task that could not be ordered waits for another such one, so that
 * walking from one to the next one waits for must come round. */
static void
report_cycle (const StewardNetwork  *self,
              const int             *waiting,
              GError               **error)
{
  g_autofree int *seen = g_new0 (int, self->tasks->len);
  g_autoptr(GPtrArray) circle = g_ptr_array_new ();
  g_autoptr(GString) text = g_string_new (NULL);
  int task = 0;
  int first;
  guint shown;

  while (waiting[task] == 0)
    task++;
  for (int step = 1; seen[task] == 0; step++)
    {
      int link = self->before_at[task];

      seen[task] = step;
      while (waiting[self->before[link]] == 0)
        link++;
      task = self->before[link];
    }

  /* Walked from successor to predecessor: told the other way round. */
  first = task;
  do
    {
      int link = self->before_at[task];

      g_ptr_array_add (circle, g_ptr_array_index (self->ids, task));
      while (waiting[self->before[link]] == 0)
        link++;
      task = self->before[link];
    }
  while (task != first);

  g_string_append (text, g_ptr_array_index (circle, 0));
  shown = MIN (circle->len, SHOWN_MAX);
  for (guint i = 1; i < shown; i++)
    g_string_append_printf (text, " → %s",
                            (char *) g_ptr_array_index (circle, circle->len - i));
  if (shown < circle->len)
    g_string_append (text, " → …");
  g_string_append_printf (text, " → %s", (char *) g_ptr_array_index (circle, 0));
  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_CYCLE,
               ngettext ("The precedence of %u task runs in a circle: %s",
                         "The precedence of %u tasks runs in a circle: %s",
                         circle->len),
               circle->len, text->str);
}

gboolean
steward_network_sort (StewardNetwork  *self,
                      GError         **error)
{
  g_autofree int *waiting = NULL;
  int n = self->tasks->len;
  int n_ordered = 0;

  if (self->ordered)
    return TRUE;

  compress (self, TRUE, &self->before_at, &self->before);
  compress (self, FALSE, &self->after_at, &self->after);
  g_free (self->order);
  self->order = g_new (int, n);

  waiting = g_new (int, n);
  for (int i = 0; i < n; i++)
    {
      waiting[i] = self->before_at[i + 1] - self->before_at[i];
      if (waiting[i] == 0)
        self->order[n_ordered++] = i;
    }
  for (int i = 0; i < n_ordered; i++)
    {
      int task = self->order[i];

      for (int link = self->after_at[task]; link < self->after_at[task + 1]; link++)
        if (--waiting[self->after[link]] == 0)
          self->order[n_ordered++] = self->after[link];
    }

  if (n_ordered < n)
    {
      report_cycle (self, waiting, error);
      return FALSE;
    }
  self->ordered = TRUE;
  return TRUE;
}
