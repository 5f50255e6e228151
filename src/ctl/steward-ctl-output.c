/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-ctl-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "steward-error.h"
#include "steward-file.h"
#include "steward-pdf-finalise.h"

void
steward_ctl_output_free (StewardCtlOutput *output)
{
  g_free (output->name);
  g_bytes_unref (output->bytes);
  g_free (output);
}

gboolean
steward_ctl_add_output (GPtrArray  *outputs,
                        const char *stem,
                        const char *suffix,
                        GBytes     *bytes)
{
  StewardCtlOutput *output;

  if (bytes == NULL)
    return FALSE;
  output = g_new0 (StewardCtlOutput, 1);
  output->name = g_strconcat (stem, suffix, NULL);
  output->bytes = bytes;
  g_ptr_array_add (outputs, output);
  return TRUE;
}

GBytes *
steward_ctl_finish_drawing (GBytes  *pdf,
                            GError **error)
{
  g_autoptr(GBytes) drawn = pdf;

  return drawn != NULL ? steward_pdf_finalise (drawn, "zh-CN", NULL, 0, error) : NULL;
}

void
steward_ctl_tell_notes (GHashTable *told,
                        const char *notes)
{
  g_auto(GStrv) lines = g_strsplit (notes != NULL ? notes : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && g_hash_table_add (told, g_strdup (lines[i])))
      steward_ctl_complain (_("note: %s"), lines[i]);
}

static gboolean
fail_to_write (const char  *path,
               int          code,
               GError     **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_WRITE, _("“%s” could not be written: %s"), shown, g_strerror (code));
  return FALSE;
}

static void
remove_folder (const char *folder,
               GPtrArray  *outputs)
{
  for (guint i = 0; i < outputs->len; i++)
    {
      const StewardCtlOutput *output = g_ptr_array_index (outputs, i);
      g_autofree char *path = g_build_filename (folder, output->name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static gboolean
write_into (const char  *folder,
            GPtrArray   *outputs,
            GError     **error)
{
  for (guint i = 0; i < outputs->len; i++)
    {
      const StewardCtlOutput *output = g_ptr_array_index (outputs, i);
      g_autofree char *path = g_build_filename (folder, output->name, NULL);
      g_autoptr(GFile) file = g_file_new_for_path (path);

      if (!steward_file_write (file, output->bytes, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/* Moves what was written in @draft into @folder, where each file takes the
 * place of an older one. */
static gboolean
move_files (const char  *draft,
            const char  *folder,
            GPtrArray   *outputs,
            GError     **error)
{
  for (guint i = 0; i < outputs->len; i++)
    {
      const StewardCtlOutput *output = g_ptr_array_index (outputs, i);
      g_autofree char *from = g_build_filename (draft, output->name, NULL);
      g_autofree char *to = g_build_filename (folder, output->name, NULL);

      if (g_rename (from, to) != 0)
        return fail_to_write (to, errno, error);
    }
  return TRUE;
}

gboolean
steward_ctl_write_folder (const char  *folder,
                          GPtrArray   *outputs,
                          GError     **error)
{
  g_autofree char *absolute = g_canonicalize_filename (folder, NULL);
  g_autofree char *parent = g_path_get_dirname (absolute);
  gboolean exists = g_file_test (absolute, G_FILE_TEST_IS_DIR);
  g_autofree char *draft = g_strconcat (absolute, exists ? "/.draft.XXXXXX" : ".XXXXXX", NULL);
  gboolean written;

  if (!exists && g_file_test (absolute, G_FILE_TEST_EXISTS))
    return fail_to_write (folder, ENOTDIR, error);
  if (g_mkdir_with_parents (parent, 0777) != 0 || g_mkdtemp_full (draft, 0777) == NULL)
    return fail_to_write (folder, errno, error);

  written = write_into (draft, outputs, error);
  if (written && exists)
    written = move_files (draft, absolute, outputs, error);
  else if (written && g_rename (draft, absolute) != 0)
    written = fail_to_write (folder, errno, error);
  if (!written || exists)
    remove_folder (draft, outputs);
  return written;
}
