/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-project-file.h"

#include <stdlib.h>
#include <string.h>
#include <glib/gi18n-lib.h>

#include "steward-error.h"
#include "steward-json.h"
#include "steward-samples-resources.h"

#define RESOURCE_FOLDER "/io/github/xiangmuzhang/Steward/samples/"
#define SUFFIX          ".steward"

/* A static library drops the constructor that would register the samples,
 * so they are looked up in their own resource. */
static GBytes *
find_bytes (const char *id)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, id, SUFFIX, NULL);

  return g_resource_lookup_data (steward_samples_get_resource (), path, 0, NULL);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* What the list says of a sample stands in the sample itself. */
static StewardSample
describe (const char *file_name)
{
  g_autofree char *id = g_strndup (file_name, strlen (file_name) - strlen (SUFFIX));
  g_autoptr (GBytes) bytes = find_bytes (id);
  g_autoptr (StewardProblems) problems = steward_problems_new ();
  g_autoptr (StewardJson) json = steward_json_parse (bytes, file_name, problems);
  const StewardJsonNode *root, *pack, *facts;
  StewardSample sample;

  g_assert (json != NULL);

  root = steward_json_get_root (json);
  pack = steward_json_node_get_member (root, "pack");
  facts = steward_json_node_get_member (root, "facts");
  sample.id = g_intern_string (id);
  sample.pack = g_intern_string (steward_json_node_get_string (steward_json_node_get_member (pack, "id")));
  sample.title = g_intern_string (steward_json_node_get_string (steward_json_node_get_member (facts, "name")));
  return sample;
}

static StewardSample *
make_list (void)
{
  g_auto (GStrv) names = g_resource_enumerate_children (steward_samples_get_resource (), RESOURCE_FOLDER, 0, NULL);
  guint n = names ? g_strv_length (names) : 0;
  StewardSample *list = g_new0 (StewardSample, n + 1);

  qsort (names, n, sizeof (char *), compare_names);
  for (guint i = 0; i < n; i++)
    list[i] = describe (names[i]);
  return list;
}

const StewardSample *
steward_samples_list (void)
{
  static StewardSample *list;

  if (g_once_init_enter (&list))
    g_once_init_leave (&list, make_list ());
  return list;
}

StewardProject *
steward_sample_load (const char  *id,
                     GError     **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (StewardProblems) problems = NULL;
  StewardProject *project;

  g_return_val_if_fail (id != NULL, NULL);

  bytes = find_bytes (id);
  if (bytes == NULL)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN, _("There is no sample “%s”."), id);
      return NULL;
    }
  problems = steward_problems_new ();
  project = steward_project_file_read (bytes, id, NULL, problems);
  if (project == NULL)
    steward_problems_to_error (problems, STEWARD_ERROR_INVALID, error);
  return project;
}
