/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-archive-private.h"

#include <glib/gi18n-lib.h>

#include "steward-csv.h"
#include "steward-error.h"
#include "steward-index-paper.h"
#include "steward-paper.h"
#include "steward-printer-private.h"
#include "steward-project-file.h"

static const char * const place_words[STEWARD_N_PLACES] = {
  "entrustment", "assessment", "plan", "minutes", "notice", "commitment", "ledger", "certificate", "closing",
  "suggestion", "log", "other", "index",
};

const char *
steward_archive_place_to_word (StewardArchivePlace place)
{
  g_return_val_if_fail (place < STEWARD_N_PLACES, NULL);

  return place_words[place];
}

gboolean
steward_archive_place_from_word (const char          *word,
                                 StewardArchivePlace *place)
{
  for (guint i = 0; word != NULL && i < STEWARD_PLACE_INDEX; i++)
    if (strcmp (place_words[i], word) == 0)
      {
        *place = i;
        return TRUE;
      }
  return FALSE;
}

gboolean
steward_archive_name_is_safe (const char *name)
{
  gsize length = strlen (name);

  if (length == 0 || length > STEWARD_ARCHIVE_NAME_MAX || !g_utf8_validate (name, length, NULL))
    return FALSE;
  if (name[0] == '.' || name[0] == ' ' || name[length - 1] == '.' || name[length - 1] == ' ')
    return FALSE;
  for (const char *c = name; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_iscntrl (g_utf8_get_char (c)) || strchr ("/\\:*?\"<>|", *c) != NULL)
      return FALSE;
  return TRUE;
}

/* @name as a name that is safe with a number in front of it. */
static char *
make_safe (const char *name)
{
  g_autofree char *base = g_path_get_basename (name);
  g_autofree char *shown = g_filename_display_name (base);
  GString *safe = g_string_new (NULL);
  const char *c = shown;

  /* The end says what kind of file it is. */
  while (strlen (c) > STEWARD_ARCHIVE_NAME_MAX / 2)
    c = g_utf8_next_char (c);
  for (; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (g_unichar_iscntrl (letter) || (letter < 0x80 && strchr ("/\\:*?\"<>| ", letter) != NULL))
        letter = '_';
      g_string_append_unichar (safe, letter);
    }
  if (safe->len > 0 && safe->str[safe->len - 1] == '.')
    safe->str[safe->len - 1] = '_';
  return g_string_free (safe, FALSE);
}

StewardArchiveFile *
steward_archive_file_new (const char          *name,
                          StewardArchivePlace  place,
                          GBytes              *bytes)
{
  StewardArchiveFile *self;

  g_return_val_if_fail (name != NULL && bytes != NULL, NULL);

  self = g_new0 (StewardArchiveFile, 1);
  self->name = make_safe (name);
  self->title = g_strdup (self->name);
  self->place = place;
  self->bytes = g_bytes_ref (bytes);
  return self;
}

static StewardArchivePlace
find_place (const char *form)
{
  static const struct
  {
    const char          *form;
    StewardArchivePlace  place;
  } places[] = {
    { "entrustment", STEWARD_PLACE_ENTRUSTMENT }, { "assessment", STEWARD_PLACE_ASSESSMENT },
    { "service_plan", STEWARD_PLACE_PLAN }, { "parallel_plan", STEWARD_PLACE_PLAN },
    { "minutes", STEWARD_PLACE_MINUTES }, { "opinion", STEWARD_PLACE_MINUTES },
    { "commitment", STEWARD_PLACE_COMMITMENT }, { "deferral", STEWARD_PLACE_COMMITMENT },
    { "hand_over", STEWARD_PLACE_CERTIFICATE },
    { "ledger", STEWARD_PLACE_LEDGER }, { "closing", STEWARD_PLACE_CLOSING },
    { "suggestion", STEWARD_PLACE_SUGGESTION }, { "scan", STEWARD_PLACE_OTHER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (places[i].form, form))
      return places[i].place;
  /* All other papers tell somebody something. */
  return STEWARD_PLACE_NOTICE;
}

static StewardArchiveFile *
file_of_document (const StewardDocument *document,
                  GBytes                *bytes)
{
  StewardArchiveFile *file;
  const char *word = steward_document_state_to_word (document->state);
  g_autofree char *day = NULL;
  g_autofree char *name = NULL;

  day = document->day != STEWARD_DAY_NONE ? steward_day_format (document->day) : g_strdup ("");
  name = g_strdup_printf ("%s-%s-%s.pdf", document->form, word, day);
  file = steward_archive_file_new (name, find_place (document->form), bytes);
  g_free (file->title);
  file->title = g_strdup_printf ("%s　%s %s", document->title, steward_index_paper_get_state (document->state), day);
  /* A scan has no text to be searched, and another file takes the place of what
   * was replaced. */
  if (document->state <= STEWARD_DOCUMENT_SIGNED)
    {
      file->form = g_strdup (document->form);
      file->subject = g_strdup (document->subject);
    }
  return file;
}

GPtrArray *
steward_archive_collect (StewardProject        *project,
                         StewardArchiveReader   reader,
                         gpointer               data,
                         GError               **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_archive_file_free);
  g_autoptr (GPtrArray) documents = NULL;

  g_return_val_if_fail (STEWARD_IS_PROJECT (project), NULL);
  g_return_val_if_fail (reader != NULL, NULL);

  documents = steward_project_list_documents (project);
  for (guint i = 0; i < documents->len; i++)
    {
      const StewardDocument *document = documents->pdata[i];
      g_autoptr (GBytes) bytes = NULL;

      if (*document->sha256 == '\0')
        continue;
      bytes = reader (document->sha256, data, error);
      if (bytes == NULL)
        {
          g_prefix_error (error, "%s: ", document->title);
          return NULL;
        }
      g_ptr_array_add (files, file_of_document (document, bytes));
    }
  return g_steal_pointer (&files);
}

void
steward_archive_file_free (StewardArchiveFile *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->title);
  g_free (self->form);
  g_free (self->subject);
  g_bytes_unref (self->bytes);
  g_free (self);
}

/* Takes @bytes and @title; FALSE when there are no bytes because making them
 * failed. */
static gboolean
add_file (GPtrArray           *files,
          const char          *name,
          char                *title,
          StewardArchivePlace  place,
          GBytes              *bytes)
{
  StewardArchiveFile *file;

  if (bytes == NULL)
    {
      g_free (title);
      return FALSE;
    }
  file = steward_archive_file_new (name, place, bytes);
  g_bytes_unref (bytes);
  g_free (file->title);
  file->title = title;
  g_ptr_array_add (files, file);
  return TRUE;
}

static gboolean
is_attached (GPtrArray               *attached,
             const StewardPaperEntry *entry)
{
  for (guint i = 0; attached != NULL && i < attached->len; i++)
    {
      const StewardArchiveFile *file = g_ptr_array_index (attached, i);

      if (g_strcmp0 (file->form, steward_paper_get_form (entry->kind)) == 0 &&
          g_strcmp0 (file->subject, entry->subject) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Stages are told apart by their numbers, other subjects as they are. */
static char *
make_name (const StewardPaperEntry *entry,
           StewardPack             *pack)
{
  const char *stem = steward_paper_get_stem (entry->kind);
  const StewardStage *stage = steward_pack_find_stage (pack, entry->subject);

  if (stage != NULL)
    return g_strdup_printf ("%s-%d.pdf", stem, stage->number);
  return *entry->subject != '\0' ? g_strdup_printf ("%s-%s.pdf", stem, entry->subject) : g_strconcat (stem, ".pdf", NULL);
}

static gboolean
add_paper (GPtrArray                *files,
           const StewardSchedule    *schedule,
           const StewardPaperEntry  *entry,
           GString                  *notes,
           GError                  **error)
{
  StewardPack *pack = schedule->plan->pack;
  const char *title = steward_paper_get_title (entry->kind, pack);
  g_autofree char *name = make_name (entry, pack);
  g_autofree char *found = NULL;
  char *shown = *entry->about != '\0' ? g_strdup_printf ("%s　%s", title, entry->about) : g_strdup (title);
  GBytes *bytes = steward_paper_render (entry->kind, schedule, entry->subject, &found, error);

  if (found != NULL)
    g_string_append_printf (notes, "%s\n", found);
  return add_file (files, name, shown, find_place (steward_paper_get_form (entry->kind)), bytes);
}

/* What is due or was recorded without its file; and what every project has. */
static gboolean
belongs (const StewardPaperEntry *entry)
{
  switch (entry->kind)
    {
    case STEWARD_PAPER_ASSESSMENT:
    case STEWARD_PAPER_SERVICE_PLAN:
    case STEWARD_PAPER_ENTRUSTMENT:
    case STEWARD_PAPER_LEDGER:
      return TRUE;
    case STEWARD_PAPER_CLOSING:
      return entry->recorded;
    default:
      return entry->due || entry->recorded;
    }
}

static gboolean
add_papers (GPtrArray              *files,
            const StewardSchedule  *schedule,
            GPtrArray              *attached,
            GString                *notes,
            GError                **error)
{
  StewardProject *project = schedule->plan->project;
  g_autoptr (GPtrArray) entries = steward_paper_list (schedule);

  for (guint i = 0; i < entries->len; i++)
    {
      const StewardPaperEntry *entry = g_ptr_array_index (entries, i);

      if (belongs (entry) && !is_attached (attached, entry) && !add_paper (files, schedule, entry, notes, error))
        return FALSE;
    }
  return add_file (files, "project.steward", g_strdup (steward_project_get_fact (project, STEWARD_FACT_NAME)),
                   STEWARD_PLACE_LOG, steward_project_file_write (project));
}

/* The files in archive order, a running number in front of each name; what
 * was made stands before what was attached to the same place. */
static GPtrArray *
put_in_order (GPtrArray *files,
              GPtrArray *attached)
{
  GPtrArray *ordered = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_archive_file_free);
  GPtrArray *sources[] = { files, attached };

  for (guint place = 0; place < STEWARD_PLACE_INDEX; place++)
    for (guint s = 0; s < G_N_ELEMENTS (sources); s++)
      for (guint i = 0; sources[s] != NULL && i < sources[s]->len; i++)
        {
          const StewardArchiveFile *file = g_ptr_array_index (sources[s], i);
          g_autofree char *name = g_strdup_printf ("%03u-%s", ordered->len + 1, file->name);

          if (file->place == place)
            add_file (ordered, name, g_strdup (file->title), place, g_bytes_ref (file->bytes));
        }
  return ordered;
}

static void
append_csv (GString                  *csv,
            const StewardArchiveFile *file,
            const char               *sha256)
{
  steward_csv_append_text (csv, place_words[file->place]);
  g_string_append_c (csv, ',');
  steward_csv_append_text (csv, file->title);
  g_string_append_c (csv, ',');
  steward_csv_append_text (csv, file->name);
  g_string_append_printf (csv, ",%" G_GSIZE_FORMAT ",%s\r\n", g_bytes_get_size (file->bytes), sha256);
}

/* For people: the papers, without the index itself. */
static gboolean
add_readable_index (GPtrArray              *files,
                    const StewardSchedule  *schedule,
                    GError                **error)
{
  /* Without the mark, spreadsheets take UTF-8 for something else. */
  GString *csv = g_string_new ("\xef\xbb\xbfplace,title,file,size,sha256\r\n");
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (StewardIndexLine));
  g_autoptr (GPtrArray) hashes = g_ptr_array_new_with_free_func (g_free);
  GBytes *pdf;

  for (guint i = 0; i < files->len; i++)
    {
      const StewardArchiveFile *file = g_ptr_array_index (files, i);
      char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, file->bytes);
      const StewardIndexLine line = { file->title, file->name, g_bytes_get_size (file->bytes), sha256 };

      g_ptr_array_add (hashes, sha256);
      g_array_append_val (lines, line);
      append_csv (csv, file, sha256);
    }
  add_file (files, "index.csv", g_strdup ("index.csv"), STEWARD_PLACE_INDEX, g_string_free_to_bytes (csv));
  pdf = steward_index_paper_render (schedule, (const StewardIndexLine *) lines->data, lines->len, error);
  return add_file (files, "index.pdf", g_strdup ("index.pdf"), STEWARD_PLACE_INDEX, pdf);
}

/* For the verifier: every file but this one. */
static void
add_index (GPtrArray             *files,
           const StewardSchedule *schedule)
{
  StewardPrinter out = { .text = g_string_new (NULL), .pretty = TRUE };
  GBytes *bytes;

  steward_printer_open (&out, NULL, '{');
  steward_printer_string (&out, "format", STEWARD_ARCHIVE_FORMAT);
  steward_printer_integer (&out, "format_version", STEWARD_ARCHIVE_VERSION);
  steward_printer_day (&out, "as_of", schedule->as_of);
  steward_printer_string (&out, "project", steward_project_get_fact (schedule->plan->project, STEWARD_FACT_NAME));
  steward_printer_string (&out, "code", steward_project_get_fact (schedule->plan->project, STEWARD_FACT_CODE));
  steward_printer_open (&out, "files", '[');
  for (guint i = 0; i < files->len; i++)
    {
      const StewardArchiveFile *file = g_ptr_array_index (files, i);
      g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, file->bytes);

      steward_printer_open (&out, NULL, '{');
      steward_printer_string (&out, "name", file->name);
      steward_printer_string (&out, "title", file->title);
      steward_printer_string (&out, "place", place_words[file->place]);
      steward_printer_integer (&out, "size", g_bytes_get_size (file->bytes));
      steward_printer_string (&out, "sha256", sha256);
      steward_printer_close (&out, '}');
    }
  steward_printer_close (&out, ']');
  steward_printer_close (&out, '}');
  g_string_append_c (out.text, '\n');
  bytes = g_string_free_to_bytes (out.text);
  add_file (files, STEWARD_ARCHIVE_INDEX, g_strdup (STEWARD_ARCHIVE_INDEX), STEWARD_PLACE_INDEX, bytes);
  /* First, so that a reader of a stream knows what is to come. */
  g_ptr_array_insert (files, 0, g_ptr_array_steal_index (files, files->len - 1));
}

/* What could not be verified afterwards is not made. */
static gboolean
is_within_limits (GPtrArray  *files,
                  GError    **error)
{
  gint64 total = 0;

  for (guint i = 0; i < files->len; i++)
    total += g_bytes_get_size (((const StewardArchiveFile *) g_ptr_array_index (files, i))->bytes);
  if (files->len + 3 <= STEWARD_ARCHIVE_MAX_FILES && total <= STEWARD_ARCHIVE_MAX_BYTES / 2)
    return TRUE;
  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_LIMIT,
               _("An archive can hold %d files and %d MB; this one would be larger."), STEWARD_ARCHIVE_MAX_FILES - 3,
               (int) (STEWARD_ARCHIVE_MAX_BYTES / 2 / 1024 / 1024));
  return FALSE;
}

GPtrArray *
steward_archive_compose (const StewardSchedule  *schedule,
                         GPtrArray              *attached,
                         char                  **notes,
                         GError                **error)
{
  g_autoptr (GPtrArray) papers = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_archive_file_free);
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GString) told = g_string_new (NULL);

  g_return_val_if_fail (schedule != NULL, NULL);

  if (!add_papers (papers, schedule, attached, told, error))
    return NULL;
  files = put_in_order (papers, attached);
  if (!is_within_limits (files, error) || !add_readable_index (files, schedule, error))
    return NULL;
  add_index (files, schedule);
  if (notes != NULL)
    *notes = g_strdup (told->str);
  return g_steal_pointer (&files);
}
