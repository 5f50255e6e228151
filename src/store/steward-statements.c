/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-statements-private.h"

#include <string.h>

#include "steward-store-resources.h"

#define FOLDER "/io/github/xiangmuzhang/Steward/store/"
#define NAME_MARK "-- name:"

struct _StewardStatements
{
  GHashTable *texts;   /* "table/name" → SQL */
};

static char *
read_file (const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr(GBytes) bytes = g_resource_lookup_data (steward_store_get_resource (), path,
                                                    G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize size;
  const char *data;

  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &size);
  return g_strndup (data, size);
}

static void
add_statement (StewardStatements *self,
               const char        *table,
               const char        *name,
               GString           *text)
{
  if (name == NULL)
    return;

  g_strstrip (text->str);
  if (!g_hash_table_insert (self->texts, g_strdup_printf ("%s/%s", table, name), g_strdup (text->str)))
    g_error ("%s.sql names “%s” twice", table, name);
}

/* Lines that are only a comment are left out, so that the text that the
 * database sees is the statement and nothing else. */
static void
read_statements (StewardStatements *self,
                 const char        *table,
                 const char        *content)
{
  g_auto(GStrv) lines = g_strsplit (content, "\n", -1);
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *name = NULL;

  for (char **line = lines; *line != NULL; line++)
    {
      if (g_str_has_prefix (*line, NAME_MARK))
        {
          add_statement (self, table, name, text);
          g_free (name);
          name = g_strstrip (g_strdup (*line + strlen (NAME_MARK)));
          g_string_truncate (text, 0);
        }
      else if (!g_str_has_prefix (*line, "--"))
        {
          g_string_append (text, *line);
          g_string_append_c (text, '\n');
        }
    }
  add_statement (self, table, name, text);
}

StewardStatements *
steward_statements_new (void)
{
  StewardStatements *self = g_new0 (StewardStatements, 1);
  g_auto(GStrv) names = g_resource_enumerate_children (steward_store_get_resource (), FOLDER,
                                                       G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (names != NULL);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (char **name = names; *name != NULL; name++)
    {
      g_autofree char *content = read_file (*name);
      g_autofree char *table = g_strndup (*name, strcspn (*name, "."));

      if (!g_ascii_isdigit (table[0]))
        read_statements (self, table, content);
    }
  return self;
}

void
steward_statements_free (StewardStatements *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->texts);
  g_free (self);
}

const char *
steward_statements_get (StewardStatements *self,
                        const char        *table,
                        const char        *name)
{
  g_autofree char *key = g_strdup_printf ("%s/%s", table, name);
  const char *text = g_hash_table_lookup (self->texts, key);

  if (text == NULL)
    g_error ("there is no statement “%s” in %s.sql", name, table);
  return text;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
steward_statements_list (StewardStatements *self)
{
  GPtrArray *names = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->texts);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (names, key);
  g_ptr_array_sort (names, compare_names);
  return names;
}

char *
steward_statements_migration (guint number)
{
  g_autofree char *name = g_strdup_printf ("%04u.sql", number);

  return read_file (name);
}
