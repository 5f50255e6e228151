/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-schedule-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "steward-error.h"
#include "steward-network-private.h"

#define START_SUFFIX ":start"

/* A chain longer than this fits on no line. */
#define SHOWN_MAX 12

/* What the pack alone demands, and the links that were found good so far. */
typedef struct
{
  const StewardSchedule *schedule;
  StewardNetwork        *network;
  GHashTable            *more;      /* task + 1 → GArray of tasks that wait for it */
} Search;

static void
search_clear (Search *self)
{
  g_clear_pointer (&self->network, steward_network_free);
  g_clear_pointer (&self->more, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

void
steward_schedule_link_free (StewardScheduleLink *self)
{
  g_free (self->from);
  g_free (self->to);
  g_free (self->text);
  g_free (self);
}

static gboolean
search_init (Search                *self,
             const StewardSchedule *schedule,
             GError               **error)
{
  self->schedule = schedule;
  self->network = steward_schedule_build_network (schedule, STEWARD_PASS_RULES, schedule->as_of, error);
  self->more = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  return self->network != NULL;
}

static int
find_task (const Search *self,
           const char   *row)
{
  return steward_network_find (self->network, row);
}

static void
add_more (Search     *self,
          const char *from,
          const char *to)
{
  gpointer key = GINT_TO_POINTER (find_task (self, from) + 1);
  GArray *tasks = g_hash_table_lookup (self->more, key);
  int task = find_task (self, to);

  if (tasks == NULL)
    {
      tasks = g_array_new (FALSE, FALSE, sizeof (int));
      g_hash_table_insert (self->more, key, tasks);
    }
  g_array_append_val (tasks, task);
}

static void
reach (GArray *open,
       int    *parents,
       int     at,
       int     next)
{
  if (parents[next] != -1)
    return;
  parents[next] = at;
  g_array_append_val (open, next);
}

/* The tasks on the way from @from to @to, both included; NULL when there is
 * none. With @counting, only over what holds dates, and by the pack alone. */
static GArray *
find_path (const Search *self,
           int           from,
           int           to,
           gboolean      counting)
{
  const StewardNetwork *network = self->network;
  guint n = steward_network_get_length (network);
  g_autofree int *parents = g_new (int, n);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (int));
  GArray *path;

  for (guint i = 0; i < n; i++)
    parents[i] = -1;
  parents[from] = from;
  g_array_append_val (open, from);
  for (guint i = 0; i < open->len && parents[to] == -1; i++)
    {
      int at = g_array_index (open, int, i);
      const GArray *more = counting ? NULL : g_hash_table_lookup (self->more, GINT_TO_POINTER (at + 1));

      for (int link = network->after_at[at]; link < network->after_at[at + 1]; link++)
        {
          if (!counting || steward_link_counts (network, at, network->after[link]))
            reach (open, parents, at, network->after[link]);
        }
      for (guint j = 0; more && j < more->len; j++)
        reach (open, parents, at, g_array_index (more, int, j));
    }
  if (parents[to] == -1)
    return NULL;
  path = g_array_new (FALSE, FALSE, sizeof (int));
  for (int at = to; at != from; at = parents[at])
    g_array_prepend_val (path, at);
  g_array_prepend_val (path, from);
  return path;
}

/* A row, or the stage or block that a milestone stands for. (transfer full) */
static char *
name_task (const Search *self,
           int           task)
{
  const char *id = steward_network_get_id (self->network, task);
  const StewardScheduleRow *row = steward_schedule_find_row (self->schedule, id);
  StewardPack *pack = self->schedule->plan->pack;
  g_autofree char *frame = g_str_has_suffix (id, START_SUFFIX) ? g_strndup (id, strlen (id) - strlen (START_SUFFIX))
                                                               : g_strdup (id);
  const StewardStage *stage = steward_pack_find_stage (pack, frame);
  const StewardBlock *block = steward_pack_find_block (pack, frame);

  return g_strdup (row ? row->name : stage ? stage->name : block ? block->name : id);
}

/* "a → b → a": the names on the way, each place once. (transfer full) */
static char *
name_path (const Search *self,
           const GArray *path,
           gboolean      closed)
{
  GString *text = g_string_new (NULL);
  g_autofree char *first = NULL, *last = NULL;
  guint n_shown = 0;

  for (guint i = 0; i < path->len; i++)
    {
      char *name = name_task (self, g_array_index (path, int, i));

      if (g_strcmp0 (name, last) != 0 && n_shown++ < SHOWN_MAX)
        g_string_append_printf (text, "%s“%s”", text->len > 0 ? " → " : "", name);
      else if (n_shown == SHOWN_MAX + 1)
        g_string_append (text, " → …");
      g_free (last);
      last = name;
      if (first == NULL)
        first = g_strdup (name);
    }
  if (closed)
    g_string_append_printf (text, " → “%s”", first);
  return g_string_free (text, FALSE);
}

/* The rows that the end @id stands for; none when it is not in the plan.
 * (transfer container) (element-type StewardScheduleRow) */
static GPtrArray *
find_rows (const StewardSchedule *self,
           const char            *id)
{
  const char *slash = strchr (id, '/');
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < self->rows->len; i++)
    {
      const StewardScheduleRow *row = self->rows->pdata[i];
      const StewardPlanItem *item = row->item;
      gboolean named;

      if (row->kind == STEWARD_ROW_ACTIVITY)
        named = strcmp (row->id, id) == 0;
      else if (row->kind != STEWARD_ROW_ITEM)
        continue;
      else if (slash)
        named = item->case_ && strcmp (item->case_->id, slash + 1) == 0 && steward_own_link_end_is_of (id, item->base);
      else
        named = strcmp (item->base, id) == 0;
      if (named)
        g_ptr_array_add (rows, (gpointer) row);
    }
  return rows;
}

/* Segments of the same name go with each other, where the pack pairs them and
 * both items have them; then no other pair is linked. */
static gboolean
is_pair (const StewardSchedule    *self,
         const StewardScheduleRow *from,
         const StewardScheduleRow *to,
         GPtrArray                *all_from)
{
  if (from == to)
    return FALSE;
  if (from->item == NULL || to->item == NULL || *to->item->segment == '\0' ||
      !steward_pack_get_setting (self->plan->pack, "segments-pair", 0))
    return TRUE;
  for (guint i = 0; i < all_from->len; i++)
    {
      const StewardScheduleRow *row = all_from->pdata[i];

      if (strcmp (row->item->segment, to->item->segment) == 0)
        return row == from;
    }
  return TRUE;
}

/* What lasts as long as its stage: who waits for it waits for the stage. */
static const StewardScheduleRow *
find_endless (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const StewardScheduleRow *row = rows->pdata[i];

      if (row->item && steward_plan_item_fills_stage (row->item))
        return row;
    }
  return NULL;
}

static gboolean
refuse_end (const StewardSchedule  *self,
            const char             *id,
            GError                **error)
{
  const StewardScheduleRow *row = steward_schedule_find_row (self, id);
  const StewardItem *item = steward_pack_find_item (self->plan->pack, id);

  if (row && row->kind == STEWARD_ROW_NODE)
    g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN,
                 _("“%s” is a time limit that runs by itself; it cannot be linked."), row->name);
  else
    g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN, _("“%s” is not in the plan."), item ? item->name : id);
  return FALSE;
}

/* FALSE when one of the pairs would close a circle. */
static gboolean
check_circle (const Search  *self,
              GPtrArray     *from,
              GPtrArray     *to,
              GError       **error)
{
  for (guint i = 0; i < from->len; i++)
    {
      for (guint j = 0; j < to->len; j++)
        {
          const StewardScheduleRow *first = from->pdata[i], *second = to->pdata[j];
          g_autoptr (GArray) path = NULL;
          g_autofree char *chain = NULL;

          if (!is_pair (self->schedule, first, second, from))
            continue;
          path = find_path (self, find_task (self, second->id), find_task (self, first->id), FALSE);
          if (path == NULL)
            continue;
          chain = name_path (self, path, TRUE);
          g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_CYCLE,
                       _("“%s” cannot wait for “%s”, as that waits for it: %s."), second->name, first->name, chain);
          return FALSE;
        }
    }
  return TRUE;
}

/* The rows of both ends, checked for all but what other links say. */
static gboolean
find_ends (const StewardSchedule  *self,
           const char             *from,
           const char             *to,
           GPtrArray             **from_rows,
           GPtrArray             **to_rows,
           GError                **error)
{
  const StewardScheduleRow *endless;

  *from_rows = find_rows (self, from);
  *to_rows = find_rows (self, to);
  if ((*from_rows)->len == 0)
    return refuse_end (self, from, error);
  if ((*to_rows)->len == 0)
    return refuse_end (self, to, error);
  endless = find_endless (*from_rows);
  if (endless == NULL)
    return TRUE;
  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID,
               _("“%s” has no limit of its own and lasts as long as its stage; nothing can wait for it."), endless->name);
  return FALSE;
}

/* Who linked them, when and why. (transfer full) */
static char *
describe_own (const StewardOwnLink *own)
{
  g_autofree char *day = g_strndup (own->at, 10);
  g_autofree char *who = *own->by ? g_strdup_printf (_("%s linked them on %s"), own->by, day)
                                  : g_strdup_printf (_("the steward linked them on %s"), day);

  return *own->note ? g_strdup_printf (_("%s: %s"), who, own->note) : g_steal_pointer (&who);
}

static void
add_own (StewardSchedule      *self,
         const StewardOwnLink *own,
         const char           *from,
         const char           *to,
         char                 *text,
         gboolean              rests)
{
  StewardScheduleLink *link = g_new0 (StewardScheduleLink, 1);

  link->from = g_strdup (from);
  link->to = g_strdup (to);
  link->own = own;
  link->rests = rests;
  link->text = text;
  g_ptr_array_add (self->own_links, link);
}

static void
judge_link (StewardSchedule      *self,
            Search               *search,
            const StewardOwnLink *own)
{
  g_autofree char *from = NULL, *to = NULL;
  g_autoptr (GPtrArray) from_rows = NULL, to_rows = NULL;
  g_autoptr (GError) error = NULL;

  if (!steward_own_link_split (own->id, &from, &to))
    return;
  if (!find_ends (self, from, to, &from_rows, &to_rows, &error) ||
      !check_circle (search, from_rows, to_rows, &error))
    {
      add_own (self, own, from, to, g_strdup (error->message), TRUE);
      return;
    }
  for (guint i = 0; i < from_rows->len; i++)
    {
      for (guint j = 0; j < to_rows->len; j++)
        {
          const StewardScheduleRow *first = from_rows->pdata[i], *second = to_rows->pdata[j];

          if (!is_pair (self, first, second, from_rows))
            continue;
          add_own (self, own, first->id, second->id, describe_own (own), FALSE);
          add_more (search, first->id, second->id);
        }
    }
}

static int
compare_age (gconstpointer a,
             gconstpointer b)
{
  const StewardOwnLink *first = *(const StewardOwnLink *const *) a, *second = *(const StewardOwnLink *const *) b;
  int order = strcmp (first->at, second->at);

  return order != 0 ? order : strcmp (first->id, second->id);
}

/* What two people linked at the same time, or before the plan was another, may
 * come round together: then the younger one rests. */
gboolean
steward_schedule_judge_links (StewardSchedule  *self,
                              GError          **error)
{
  g_autoptr (GPtrArray) links = steward_project_list_own_links (self->plan->project);
  g_auto (Search) search = { NULL };

  if (links->len == 0)
    return TRUE;
  if (!search_init (&search, self, error))
    return FALSE;
  g_ptr_array_sort (links, compare_age);
  for (guint i = 0; i < links->len; i++)
    judge_link (self, &search, links->pdata[i]);
  return TRUE;
}

static const StewardScheduleLink *
find_own_link (const StewardSchedule *self,
               const char            *from,
               const char            *to)
{
  for (guint i = 0; i < self->own_links->len; i++)
    {
      const StewardScheduleLink *link = self->own_links->pdata[i];

      if (!link->rests && strcmp (link->from, from) == 0 && strcmp (link->to, to) == 0)
        return link;
    }
  return NULL;
}

/* The way on which the pack itself lets each of @to wait for each of @from;
 * NULL when it does not. (transfer full) */
static char *
find_rule (const Search *self,
           GPtrArray    *from,
           GPtrArray    *to)
{
  g_autofree char *chain = NULL;

  for (guint i = 0; i < from->len; i++)
    {
      for (guint j = 0; j < to->len; j++)
        {
          const StewardScheduleRow *first = from->pdata[i], *second = to->pdata[j];
          g_autoptr (GArray) path = NULL;

          if (!is_pair (self->schedule, first, second, from))
            continue;
          path = find_path (self, find_task (self, first->id), find_task (self, second->id), TRUE);
          if (path == NULL)
            return NULL;
          if (chain == NULL)
            chain = name_path (self, path, FALSE);
        }
    }
  return g_steal_pointer (&chain);
}

static const char *
get_name (GPtrArray *rows)
{
  const StewardScheduleRow *row = rows->pdata[0];

  return rows->len > 1 && row->item ? row->item->base_name : row->name;
}

gboolean
steward_schedule_check_link (const StewardSchedule  *self,
                             const char             *from,
                             const char             *to,
                             GError                **error)
{
  g_autoptr (GPtrArray) from_rows = NULL, to_rows = NULL;
  g_auto (Search) search = { NULL };
  g_autofree char *chain = NULL;
  const StewardOwnLink *own;

  g_return_val_if_fail (self != NULL && from != NULL && to != NULL, FALSE);

  if (!find_ends (self, from, to, &from_rows, &to_rows, error) || !search_init (&search, self, error))
    return FALSE;
  if (strcmp (from, to) == 0)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID, _("“%s” cannot wait for itself."), get_name (to_rows));
      return FALSE;
    }
  own = steward_project_get_own_link (self->plan->project, from, to);
  chain = own ? describe_own (own) : NULL;
  if (own)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID, _("“%s” waits for “%s” already: %s."),
                   get_name (to_rows), get_name (from_rows), chain);
      return FALSE;
    }
  chain = find_rule (&search, from_rows, to_rows);
  if (chain)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID, _("“%s” waits for “%s” already, by the rules: %s."),
                   get_name (to_rows), get_name (from_rows), chain);
      return FALSE;
    }
  for (guint i = 0; i < self->own_links->len; i++)
    {
      const StewardScheduleLink *link = self->own_links->pdata[i];

      if (!link->rests)
        add_more (&search, link->from, link->to);
    }
  return check_circle (&search, from_rows, to_rows, error);
}

const StewardOwnLink *
steward_schedule_find_removable (const StewardSchedule  *self,
                                 const char             *from,
                                 const char             *to,
                                 GError                **error)
{
  g_autoptr (GPtrArray) from_rows = NULL, to_rows = NULL;
  g_auto (Search) search = { NULL };
  g_autofree char *chain = NULL;
  const StewardScheduleLink *link;
  const StewardOwnLink *own;

  g_return_val_if_fail (self != NULL && from != NULL && to != NULL, NULL);

  own = steward_project_get_own_link (self->plan->project, from, to);
  link = own ? NULL : find_own_link (self, from, to);
  if (own || link)
    return own ? own : link->own;
  from_rows = find_rows (self, from);
  to_rows = find_rows (self, to);
  if (from_rows->len > 0 && to_rows->len > 0)
    {
      if (!search_init (&search, self, error))
        return NULL;
      chain = find_rule (&search, from_rows, to_rows);
    }
  if (chain)
    g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID,
                 _("The rules demand that “%s” waits for “%s” (%s); only links of your own can be removed."),
                 get_name (to_rows), get_name (from_rows), chain);
  else
    g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN, _("There is no link from “%s” to “%s”."),
                 from_rows->len > 0 ? get_name (from_rows) : from, to_rows->len > 0 ? get_name (to_rows) : to);
  return NULL;
}
