/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-archive-private.h"

#include <glib/gi18n-lib.h>

#include "steward-error.h"
#include "steward-file.h"
#include "steward-json.h"

#define BLOCK 65536
#define HASH_LENGTH 64

static void
entry_free (StewardArchiveEntry *entry)
{
  g_free (entry->sha256);
  g_free (entry);
}

static void
finding_free (StewardArchiveFinding *finding)
{
  g_free (finding->name);
  g_free (finding->message);
  g_free (finding);
}

void
steward_archive_report_free (StewardArchiveReport *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->findings);
  g_free (self->index_sha256);
  g_free (self);
}

/* Takes @message. Hostile names must not steer a terminal. */
static void
find (StewardArchiveCheck *self,
      const char          *kind,
      const char          *name,
      char                *message)
{
  StewardArchiveFinding *finding = g_new0 (StewardArchiveFinding, 1);
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *escaped = g_strescape (valid, NULL);

  finding->kind = kind;
  finding->name = steward_archive_name_is_safe (name) ? g_strdup (name) : g_steal_pointer (&escaped);
  finding->message = message;
  g_ptr_array_add (self->report->findings, finding);
}

static gboolean
is_hash (const char *text)
{
  return text != NULL && strlen (text) == HASH_LENGTH && strspn (text, "0123456789abcdef") == HASH_LENGTH;
}

static void
read_entry (StewardArchiveCheck   *self,
            const StewardJsonNode *node,
            gint64                *total,
            StewardProblems       *problems)
{
  const char *name = steward_json_read_string (node, "name", STEWARD_JSON_REQUIRED, 0, problems);
  const char *sha256 = steward_json_read_string (node, "sha256", STEWARD_JSON_REQUIRED, HASH_LENGTH, problems);
  StewardArchiveEntry *entry;
  gint64 size = steward_json_read_integer (node, "size", STEWARD_JSON_REQUIRED, 0, STEWARD_ARCHIVE_MAX_FILE_BYTES, -1,
                                           problems);

  if (name == NULL || sha256 == NULL || size < 0)
    return;
  if (!is_hash (sha256))
    steward_json_node_complain (steward_json_node_get_member (node, "sha256"), problems,
                                _("This is no SHA-256: 64 digits 0–9, a–f are expected."));
  else if (!steward_archive_name_is_safe (name) || strcmp (name, STEWARD_ARCHIVE_INDEX) == 0)
    steward_json_node_complain (steward_json_node_get_member (node, "name"), problems,
                                _("This name cannot stand in an archive."));
  else if (g_hash_table_contains (self->entries, name))
    steward_json_node_complain (steward_json_node_get_member (node, "name"), problems,
                                _("This name stands twice in the index."));
  else
    {
      entry = g_new0 (StewardArchiveEntry, 1);
      entry->size = size;
      entry->sha256 = g_strdup (sha256);
      *total += size;
      g_hash_table_insert (self->entries, g_strdup (name), entry);
    }
}

static void
read_entries (StewardArchiveCheck   *self,
              const StewardJsonNode *root,
              StewardProblems       *problems)
{
  static const char * const formats[] = { STEWARD_ARCHIVE_FORMAT, NULL };
  const StewardJsonNode *files;
  gint64 total = 0;

  steward_json_read_word (root, "format", STEWARD_JSON_REQUIRED, formats, 0, problems);
  steward_json_read_integer (root, "format_version", STEWARD_JSON_REQUIRED, 1, STEWARD_ARCHIVE_VERSION, 1, problems);
  files = steward_json_read_array (root, "files", STEWARD_JSON_REQUIRED, problems);
  if (files != NULL && steward_json_node_get_length (files) > STEWARD_ARCHIVE_MAX_FILES)
    steward_json_node_complain (files, problems, _("There are more than %d files."), STEWARD_ARCHIVE_MAX_FILES);
  else
    for (guint i = 0; files != NULL && i < steward_json_node_get_length (files); i++)
      read_entry (self, steward_json_node_get_element (files, i), &total, problems);
  if (total > STEWARD_ARCHIVE_MAX_BYTES)
    steward_json_node_complain (files, problems, _("Together the files are too large."));
}

gboolean
steward_archive_check_index (StewardArchiveCheck  *self,
                             GBytes               *bytes,
                             GError              **error)
{
  g_autoptr (StewardProblems) problems = steward_problems_new ();
  g_autoptr (StewardJson) json = steward_json_parse (bytes, STEWARD_ARCHIVE_INDEX, problems);

  if (json != NULL)
    read_entries (self, steward_json_get_root (json), problems);
  self->report->index_sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  return steward_problems_to_error (problems, STEWARD_ERROR_INVALID, error);
}

/* Reads at most one byte more than @entry has: a bomb is not defused by
 * letting it go off. */
static void
compare (StewardArchiveCheck       *self,
         const char                *name,
         const StewardArchiveEntry *entry,
         StewardArchiveRead         read,
         gpointer                   source)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GError) error = NULL;
  g_autofree guint8 *block = g_malloc (BLOCK);
  gint64 size = 0;
  gssize length = 0;

  while (size <= entry->size && (length = read (source, block, MIN (BLOCK, entry->size - size + 1), &error)) > 0)
    {
      g_checksum_update (checksum, block, length);
      size += length;
    }
  if (length < 0)
    find (self, "changed", name, g_strdup_printf (_("“%s” is damaged: %s"), name, error->message));
  else if (size > entry->size)
    find (self, "changed", name, g_strdup_printf (_("“%s” is longer than it was."), name));
  else if (size < entry->size)
    find (self, "changed", name, g_strdup_printf (_("“%s” is shorter than it was."), name));
  else if (strcmp (g_checksum_get_string (checksum), entry->sha256) != 0)
    find (self, "changed", name, g_strdup_printf (_("“%s” was changed: its SHA-256 is another one."), name));
  else
    self->report->n_files++;
}

void
steward_archive_check_file (StewardArchiveCheck *self,
                            const char          *name,
                            gboolean             plain,
                            StewardArchiveRead   read,
                            gpointer             source)
{
  StewardArchiveEntry *entry = g_hash_table_lookup (self->entries, name);

  if (!steward_archive_name_is_safe (name))
    find (self, "unsafe", name, g_strdup (_("The name of a file leads out of the archive or is not allowed.")));
  else if (!plain)
    find (self, "unsafe", name, g_strdup_printf (_("“%s” is no plain file."), name));
  else if (entry == NULL)
    find (self, "extra", name, g_strdup_printf (_("“%s” does not stand in the index."), name));
  else if (entry->seen)
    find (self, "duplicate", name, g_strdup_printf (_("“%s” is there twice."), name));
  else
    {
      entry->seen = TRUE;
      /* The index was read whole already, or there would be no entries. */
      if (entry->sha256 != NULL)
        compare (self, name, entry, read, source);
    }
}

static gssize
read_stream (gpointer   source,
             void      *buffer,
             gsize      size,
             GError   **error)
{
  return g_input_stream_read (source, buffer, size, NULL, error);
}

static void
check_child (StewardArchiveCheck *self,
             GFile               *folder,
             GFileInfo           *info)
{
  g_autoptr (GFile) child = g_file_get_child (folder, g_file_info_get_name (info));
  gboolean plain = g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR;
  g_autoptr (GFileInputStream) stream = NULL;

  if (plain)
    stream = g_file_read (child, NULL, NULL);
  steward_archive_check_file (self, g_file_info_get_name (info), stream != NULL, read_stream, stream);
}

static gboolean
check_folder (StewardArchiveCheck  *self,
              GFile                *folder,
              GError              **error)
{
  g_autoptr (GFile) file = g_file_get_child (folder, STEWARD_ARCHIVE_INDEX);
  g_autoptr (GBytes) index = steward_file_read (file, STEWARD_ARCHIVE_MAX_INDEX_BYTES, NULL, error);
  g_autoptr (GFileEnumerator) children = NULL;
  GFileInfo *info;

  if (index == NULL || !steward_archive_check_index (self, index, error))
    return FALSE;
  children = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                        G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, error);
  while (children != NULL && g_file_enumerator_iterate (children, &info, NULL, NULL, error) && info != NULL)
    check_child (self, folder, info);
  return children != NULL && (error == NULL || *error == NULL);
}

static int
by_name (gconstpointer a,
         gconstpointer b)
{
  return strcmp ((*(StewardArchiveFinding * const *) a)->name, (*(StewardArchiveFinding * const *) b)->name);
}

static void
find_missing (StewardArchiveCheck *self)
{
  GHashTableIter iter;
  gpointer name, entry;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, &name, &entry))
    if (!((StewardArchiveEntry *) entry)->seen)
      find (self, "missing", name, g_strdup_printf (_("“%s” is missing."), (char *) name));
  g_ptr_array_sort (self->report->findings, by_name);
}

StewardArchiveReport *
steward_archive_verify (GFile   *file,
                        GError **error)
{
  g_autoptr (StewardArchiveReport) report = NULL;
  g_autoptr (GHashTable) entries = NULL;
  g_autoptr (GError) cause = NULL;
  g_autofree char *path = NULL;
  StewardArchiveCheck check;
  StewardArchiveEntry *index;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  path = g_file_get_path (file);
  report = g_new0 (StewardArchiveReport, 1);
  report->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) finding_free);
  entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) entry_free);
  check = (StewardArchiveCheck) { entries, report };
  index = g_new0 (StewardArchiveEntry, 1);
  g_hash_table_insert (entries, g_strdup (STEWARD_ARCHIVE_INDEX), index);
  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY)
    check_folder (&check, file, &cause);
  else
    steward_archive_check_zip (&check, path != NULL ? path : "", &cause);
  if (cause != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return NULL;
    }
  find_missing (&check);
  return g_steal_pointer (&report);
}
