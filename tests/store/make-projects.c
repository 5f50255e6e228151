/* SPDX-License-Identifier: GPL-3.0-or-later */
/* make-projects COUNT SEED FILE: a database of fictional projects of all
 * packs, the same for the same numbers, written through the one door. */
#include <locale.h>
#include <stdlib.h>

#include "steward-database.h"
#include "story.h"

#define N_PLOTS 64      /* per pack */
#define BATCH   500

typedef struct
{
  StewardPack      *pack;
  StewardChangeSet *plots[N_PLOTS];
} Shelf;

static void
shelf_free (gpointer data)
{
  Shelf *shelf = data;

  for (guint i = 0; i < N_PLOTS; i++)
    steward_change_set_free (shelf->plots[i]);
  steward_pack_unref (shelf->pack);
  g_free (shelf);
}

/* Making a project up takes longer than storing it, so a few are made up and
 * retold. */
static GPtrArray *
make_shelves (GRand   *random,
              GError **error)
{
  GPtrArray *shelves = g_ptr_array_new_with_free_func (shelf_free);
  g_auto(GStrv) ids = steward_pack_library_list ();
  StewardDay today = steward_day_today ();

  for (char **id = ids; *id != NULL; id++)
    {
      g_autoptr(StewardPack) pack = steward_pack_library_load (*id, error);
      Shelf *shelf;

      if (pack == NULL)
        {
          g_ptr_array_unref (shelves);
          return NULL;
        }
      if (steward_pack_get_parts (pack)->len == 0)
        continue;               /* only adds to others */
      shelf = g_new0 (Shelf, 1);
      shelf->pack = g_steal_pointer (&pack);
      for (guint i = 0; i < N_PLOTS; i++)
        {
          g_autoptr(StewardProject) project = story_project_new (shelf->pack, random, today);

          shelf->plots[i] = steward_change_set_create (project, story_steward (i), "虚构：新建项目");
        }
      g_ptr_array_add (shelves, shelf);
    }
  return shelves;
}

static gboolean
make_projects (StewardDatabase  *database,
               guint             count,
               GRand            *random,
               GError          **error)
{
  g_autoptr(GPtrArray) shelves = make_shelves (random, error);

  for (guint made = 0; shelves != NULL && made < count;)
    {
      g_autoptr(GPtrArray) sets = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_change_set_free);

      for (guint i = 0; i < BATCH && made < count; i++, made++)
        {
          Shelf *shelf = shelves->pdata[g_rand_int_range (random, 0, shelves->len)];

          g_ptr_array_add (sets, story_retell (shelf->plots[g_rand_int_range (random, 0, N_PLOTS)],
                                               shelf->pack, random));
        }
      if (steward_database_apply_all (database, sets, error) == 0)
        return FALSE;
    }
  return shelves != NULL;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(StewardDatabase) database = NULL;
  g_autoptr(GRand) random = NULL;
  g_autoptr(GFile) file = NULL;

  setlocale (LC_ALL, "");
  if (argc != 4)
    {
      g_printerr ("usage: make-projects COUNT SEED FILE\n");
      return 2;
    }
  random = g_rand_new_with_seed (strtoul (argv[2], NULL, 10));
  file = g_file_new_for_commandline_arg (argv[3]);
  database = steward_database_open (file, STEWARD_OPEN_CREATE, &error);
  if (database == NULL || !make_projects (database, strtoul (argv[1], NULL, 10), random, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  return 0;
}
