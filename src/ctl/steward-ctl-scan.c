/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-ctl-store-private.h"

#include <glib/gi18n-lib.h>

#include "steward-error.h"
#include "steward-file.h"
#include "steward-paper-follow.h"
#include "steward-paper.h"
#include "steward-scan.h"

/* What a scan is attached to. */
typedef struct
{
  char             *paper;
  char             *subject;
  char             *date;
  StewardPaperKind  kind;
  StewardDay        day;
} Attaching;

/* (element-type StewardScanSource) */
static GPtrArray *
read_scans (char    **names,
            int       n,
            GError  **error)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_scan_source_free);

  for (int i = 0; i < n; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (names[i]);
      g_autofree char *name = g_filename_display_basename (names[i]);
      g_autoptr (GBytes) bytes = steward_file_read (file, STEWARD_SCAN_MAX_BYTES, NULL, error);

      if (bytes == NULL)
        return NULL;
      g_ptr_array_add (sources, steward_scan_source_new (name, bytes));
    }
  return steward_scan_gather (sources, NULL, error);
}

/* The document that was printed and now came back. */
static const char *
find_printed (StewardProject *project,
              const char     *form,
              const char     *subject)
{
  g_autoptr (GPtrArray) documents = steward_project_list_documents (project);

  for (guint i = documents->len; i-- > 0;)
    {
      const StewardDocument *document = documents->pdata[i];

      if (g_str_equal (document->form, form) && g_str_equal (document->subject, subject)
          && document->state <= STEWARD_DOCUMENT_SENT)
        return document->id;
    }
  return "";
}

static gboolean
put_scan (StewardDatabase          *database,
          StewardProject           *project,
          const Attaching          *attaching,
          const StewardScanSource  *scan,
          const char               *actor,
          GString                  *told,
          GError                  **error)
{
  const char *form = steward_paper_get_form (attaching->kind);
  const char *subject = attaching->subject != NULL ? attaching->subject : "";
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *sha256 = steward_database_put_file (database, scan->bytes, error);
  const StewardDocument document = {
    .id = id, .form = (char *) form, .subject = (char *) subject,
    .title = (char *) steward_paper_get_title (attaching->kind, steward_project_get_pack (project)),
    .state = STEWARD_DOCUMENT_SCANNED, .day = attaching->day, .sha256 = sha256, .name = scan->name,
    .of = (char *) find_printed (project, form, subject), .by = (char *) actor,
  };

  if (sha256 == NULL || !steward_project_put_document (project, &document, error))
    return FALSE;
  steward_paper_follow (project, steward_project_get_document (project, id));
  g_string_append_printf (told, "%s  %s  %s\n", id, sha256, scan->name);
  return TRUE;
}

/* The files first: what is on record is always there. */
static gboolean
attach (StewardDatabase  *database,
        const char       *id,
        const Attaching  *attaching,
        GPtrArray        *scans,
        const char       *actor,
        GError          **error)
{
  gint64 version;
  g_autoptr (StewardProject) before = steward_database_load_project (database, id, &version, error);
  g_autoptr (StewardProject) after = before != NULL ? steward_project_duplicate (before) : NULL;
  g_autoptr (StewardChangeSet) set = NULL;
  g_autoptr (GString) told = g_string_new (NULL);

  if (after == NULL)
    return FALSE;
  for (guint i = 0; i < scans->len; i++)
    if (!put_scan (database, after, attaching, scans->pdata[i], actor, told, error))
      return FALSE;
  set = steward_change_set_compare (before, after, actor, _("Attach Scan"), version);
  if (steward_database_apply (database, set, error) <= 0)
    return FALSE;
  steward_ctl_print ("%s", told->str);
  return TRUE;
}

static gboolean
check_words (const StewardCtlCommand *command,
             Attaching               *attaching)
{
  attaching->day = steward_day_today ();
  if (attaching->paper == NULL || !steward_paper_from_stem (attaching->paper, &attaching->kind))
    {
      steward_ctl_complain_usage (command, _("--paper names no paper."));
      return FALSE;
    }
  return steward_ctl_parse_day ("--date", attaching->date, &attaching->day);
}

static StewardCtlStatus
run_attach (const StewardCtlCommand  *command,
            int                       argc,
            char                    **argv)
{
  g_auto (StewardCtlStore) store = { NULL };
  Attaching attaching = { NULL };
  const GOptionEntry entries[] = {
    { "paper", 0, 0, G_OPTION_ARG_STRING, &attaching.paper, N_("The paper that was scanned, such as entrustment"),
      N_("PAPER") },
    { "subject", 0, 0, G_OPTION_ARG_STRING, &attaching.subject, N_("Stage or case that it is about"), N_("ID") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &attaching.date, N_("Day on which it was signed (today)"), N_("DATE") },
    { NULL }
  };
  g_autoptr (StewardDatabase) database = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) scans = NULL;
  g_autoptr (GError) error = NULL;
  StewardCtlStatus status = STEWARD_CTL_USAGE;

  if (steward_ctl_store_parse (&store, command, entries, FALSE, &argc, &argv, 2, G_MAXINT - 1)
      && check_words (command, &attaching))
    {
      status = STEWARD_CTL_FAILED;
      database = steward_ctl_store_open (&store, FALSE);
      id = database != NULL ? steward_ctl_store_resolve (database, argv[1]) : NULL;
      scans = id != NULL ? read_scans (argv + 2, argc - 2, &error) : NULL;
      if (scans != NULL && attach (database, id, &attaching, scans, store.actor, &error))
        status = STEWARD_CTL_GOOD;
      else if (error != NULL)
        steward_ctl_complain ("%s", error->message);
    }
  g_free (attaching.paper);
  g_free (attaching.subject);
  g_free (attaching.date);
  return status;
}

const StewardCtlCommand steward_ctl_scan_attach = {
  "scan attach",
  "PROJECT SCAN… --paper PAPER",
  N_("Attach what came back on paper to a project of the database."),
  N_("A scan is a PDF, or JPEG and PNG pictures, which together become one PDF with a\n"
     "page each, turned upright and unchanged otherwise. All are taken or none. PAPER\n"
     "is the paper that was signed: entrustment, closing and so on. An entrustment is\n"
     "in force from the day of its signature.\n"
     "\n"
     "Prints the id, the SHA-256 and the name of each document.\n"
     "\n"
     "Example:\n"
     "  stewardctl scan attach PROJECT page1.jpg page2.jpg --paper entrustment --date 2026-08-11"),
  run_attach
};
