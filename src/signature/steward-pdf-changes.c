/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was changed after a signature. Everything counts that is not known to
 * be harmless: harmless is an object that is the same as before, a new object
 * that nothing signed refers to, and the signing of a field that was empty. */
#include "steward-pdf-changes-private.h"

#include <string.h>

#include "steward-pdf-form-private.h"

/* Streams that were written again are looked at byte by byte, but not more
 * often than the file is long: streams that lie within each other would keep
 * us busy for hours. */
#define MAX_COMPARED_TIMES 4

typedef struct
{
  StewardPdfFile *then;
  StewardPdfFile *now;
  GArray         *changes;
  GPtrArray      *fields_then;
  GPtrArray      *fields_now;
  GArray         *roles;        /* made when the first one is asked for */
  gsize           compared;     /* bytes of streams that were looked at */
} Search;

/* A range of bytes that belongs to something. */
typedef struct
{
  gsize start;
  gsize end;
} Extent;

void
steward_pdf_changes_add (GArray               *changes,
                         StewardPdfChangeKind  kind,
                         guint                 page,
                         guint                 object)
{
  const StewardPdfChange change = { kind, page, object };

  if (changes->len >= STEWARD_PDF_MAX_CHANGES)
    return;
  for (guint i = 0; i < changes->len; i++)
    if (memcmp (&g_array_index (changes, StewardPdfChange, i), &change, sizeof change) == 0)
      return;
  g_array_append_val (changes, change);
}

static void
add_by_role (Search *search,
             guint   number)
{
  StewardPdfRole role = { FALSE, STEWARD_PDF_CHANGE_OBJECT, 0 };

  if (search->roles == NULL)
    search->roles = steward_pdf_roles_find (search->then);
  if (number < search->roles->len && g_array_index (search->roles, StewardPdfRole, number).known)
    role = g_array_index (search->roles, StewardPdfRole, number);
  steward_pdf_changes_add (search->changes, role.kind, role.page, number);
}

static int
compare_extents (gconstpointer a,
                 gconstpointer b)
{
  const Extent *one = a, *other = b;

  return one->start < other->start ? -1 : one->start > other->start;
}

/* FALSE when something there is not what the section says. */
static gboolean
add_extents (StewardPdfFile          *now,
             const StewardPdfSection *section,
             gsize                    from,
             GArray                  *extents)
{
  const Extent own = { section->start, section->end };

  g_array_append_val (extents, own);
  for (guint i = 0; i < section->places->len; i++)
    {
      const StewardPdfPlace *place = &g_array_index (section->places, StewardPdfPlace, i);
      g_autoptr (StewardPdfObject) object = NULL;

      if (place->kind != STEWARD_PDF_PLAIN || place->where < from)
        continue;
      object = steward_pdf_file_read_at (now, place, NULL);
      if (object == NULL)
        return FALSE;
      g_array_append_vals (extents, &(Extent) { object->start, object->end }, 1);
    }
  return TRUE;
}

/* Whether all bytes from @from on belong to @extents. What belongs to nothing
 * might be read by a program that looks for objects on its own. */
static gboolean
is_covered (StewardPdfFile *now,
            gsize           from,
            GArray         *extents)
{
  gsize at = from;

  g_array_sort (extents, compare_extents);
  for (guint i = 0; i <= extents->len; i++)
    {
      Extent next = i < extents->len ? g_array_index (extents, Extent, i) : (Extent) { now->end, now->end };

      for (; at < next.start; at++)
        if (!steward_pdf_is_white (now->data[at]))
          return FALSE;
      at = MAX (at, next.end);
    }
  return TRUE;
}

/* What was appended must be whole savings, one after the other, on top of
 * what was signed. */
static gboolean
is_chain (StewardPdfFile *then,
          StewardPdfFile *now)
{
  g_autoptr (GArray) extents = g_array_new (FALSE, FALSE, sizeof (Extent));

  for (guint i = 0; i < now->sections->len; i++)
    {
      const StewardPdfSection *section = now->sections->pdata[i];

      if (section->start == ((StewardPdfSection *) then->sections->pdata[0])->start)
        return is_covered (now, then->end, extents);
      if (section->start < then->end || section->is_hybrid || !add_extents (now, section, then->end, extents))
        return FALSE;
    }
  return FALSE;
}

static gboolean
same_place (const StewardPdfPlace *a,
            const StewardPdfPlace *b)
{
  return a != NULL && b != NULL && a->kind == b->kind && a->where == b->where && a->extra == b->extra;
}

/* A packed object is the same when its pack is, too. */
static gboolean
is_untouched (Search                *search,
              const StewardPdfPlace *was,
              const StewardPdfPlace *is)
{
  return same_place (was, is) &&
         (was->kind == STEWARD_PDF_PLAIN || same_place (steward_pdf_file_get_place (search->then, was->where),
                                                        steward_pdf_file_get_place (search->now, is->where)));
}

static gboolean
same_object (Search                 *search,
             const StewardPdfObject *a,
             const StewardPdfObject *b)
{
  if (a->is_stream != b->is_stream || !steward_pdf_value_equal (a->value, b->value))
    return FALSE;
  if (!a->is_stream)
    return TRUE;
  search->compared += a->stream_length;
  return a->stream_length == b->stream_length && search->compared / MAX_COMPARED_TIMES <= search->now->end &&
         memcmp (a->stream, b->stream, a->stream_length) == 0;
}

static gboolean
is_one_of (const char         *key,
           const char * const *keys)
{
  return g_strv_contains (keys, key);
}

/* Whether two dictionaries are the same but for @keys. */
static gboolean
same_but_for (const StewardPdfValue *a,
              const StewardPdfValue *b,
              const char * const    *keys)
{
  const StewardPdfValue *sides[] = { a, b };

  if (a == NULL || b == NULL || a->kind != STEWARD_PDF_DICTIONARY || b->kind != STEWARD_PDF_DICTIONARY)
    return FALSE;
  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < sides[side]->items->len; i += 2)
      {
        const char *key = ((StewardPdfValue *) sides[side]->items->pdata[i])->text;

        if (!is_one_of (key, keys) &&
            !steward_pdf_value_equal (steward_pdf_value_get (a, key), steward_pdf_value_get (b, key)))
          return FALSE;
      }
  return TRUE;
}

/* A field that was empty and is signed now. */
static gboolean
is_signing (Search                 *search,
            const StewardPdfObject *a,
            const StewardPdfObject *b)
{
  static const char * const field_keys[] = { "V", "AP", "M", NULL };
  static const char * const widget_keys[] = { "AP", "M", NULL };

  if (steward_pdf_form_is_closed (search->then))
    return FALSE;
  for (guint i = 0; i < search->fields_then->len; i++)
    {
      const StewardPdfFormField *field = search->fields_then->pdata[i];
      const StewardPdfFormField *signed_field;

      if (!field->is_signature || field->value != NULL || (field->number != a->number && field->widget != a->number))
        continue;
      signed_field = steward_pdf_form_find (search->fields_now, field->name);
      return signed_field != NULL && signed_field->number == field->number &&
             signed_field->value != NULL && signed_field->value->kind == STEWARD_PDF_DICTIONARY &&
             same_but_for (a->value, b->value, a->number == field->number ? field_keys : widget_keys);
    }
  return FALSE;
}

/* The form itself may learn that there are signatures in it. */
static gboolean
is_same_form (Search          *search,
              StewardPdfValue *a,
              StewardPdfValue *b)
{
  static const char * const keys[] = { "SigFlags", NULL };

  a = steward_pdf_file_resolve (search->then, a, NULL);
  b = steward_pdf_file_resolve (search->now, b, NULL);
  return same_but_for (a, b, keys);
}

static guint
reference_number (const StewardPdfValue *value)
{
  return value != NULL && value->kind == STEWARD_PDF_REFERENCE ? value->number : 0;
}

/* The catalog may gain what belongs to signatures. */
static gboolean
is_same_catalog (Search                *search,
                 const StewardPdfValue *a,
                 const StewardPdfValue *b)
{
  static const char * const keys[] = { "AcroForm", "Perms", "DSS", NULL };
  StewardPdfValue *form_then = steward_pdf_value_get (a, "AcroForm");
  StewardPdfValue *form_now = steward_pdf_value_get (b, "AcroForm");

  if (!same_but_for (a, b, keys))
    return FALSE;
  return steward_pdf_value_equal (form_then, form_now) || is_same_form (search, form_then, form_now);
}

/* Names a change of a page by the part of it that differs. */
static void
add_page_change (Search                 *search,
                 const StewardPdfObject *a,
                 const StewardPdfObject *b)
{
  static const char * const annotations[] = { "Annots", NULL };
  static const char * const contents[] = { "Contents", NULL };
  guint page = g_array_index (search->roles, StewardPdfRole, a->number).page;
  StewardPdfChangeKind kind = STEWARD_PDF_CHANGE_PAGE;

  if (same_but_for (a->value, b->value, annotations))
    kind = STEWARD_PDF_CHANGE_ANNOTATION;
  else if (same_but_for (a->value, b->value, contents))
    kind = STEWARD_PDF_CHANGE_CONTENT;
  steward_pdf_changes_add (search->changes, kind, page, a->number);
}

static void
compare_objects (Search                 *search,
                 const StewardPdfObject *a,
                 const StewardPdfObject *b)
{
  const StewardPdfValue *catalog = steward_pdf_file_get (search->then, search->then->trailer, "Root", NULL);

  if (same_object (search, a, b) || is_signing (search, a, b))
    return;
  if (!a->is_stream && !b->is_stream)
    {
      if (a->number == reference_number (steward_pdf_value_get (search->then->trailer, "Root")) &&
          is_same_catalog (search, a->value, b->value))
        return;
      if (a->number == reference_number (steward_pdf_value_get (catalog, "AcroForm")) &&
          is_same_form (search, a->value, b->value))
        return;
    }
  if (search->roles == NULL)
    search->roles = steward_pdf_roles_find (search->then);
  if (a->number < search->roles->len && !b->is_stream &&
      g_array_index (search->roles, StewardPdfRole, a->number).kind == STEWARD_PDF_CHANGE_PAGE &&
      g_array_index (search->roles, StewardPdfRole, a->number).page > 0)
    add_page_change (search, a, b);
  else
    add_by_role (search, a->number);
}

/* Numbers that what was signed refers to although nothing was there: an object
 * that appears at one of them later would appear in the signed pages. */
static void
add_missing (const StewardPdfValue *value,
             StewardPdfFile        *file,
             GHashTable            *missing)
{
  if (value->kind == STEWARD_PDF_REFERENCE && steward_pdf_file_get_place (file, value->number) == NULL)
    g_hash_table_add (missing, GUINT_TO_POINTER (value->number));
  if (value->kind == STEWARD_PDF_ARRAY || value->kind == STEWARD_PDF_DICTIONARY)
    for (guint i = 0; i < value->items->len; i++)
      add_missing (value->items->pdata[i], file, missing);
}

/* Every object that was signed has to be whole within what was signed. */
static GHashTable *
find_missing (StewardPdfFile  *then,
              GCancellable    *cancellable,
              GError         **error)
{
  g_autoptr (GHashTable) missing = g_hash_table_new (NULL, NULL);

  for (guint number = 0; number < then->places->len; number++)
    {
      GError *problem = NULL;
      const StewardPdfObject *object = steward_pdf_file_get_object (then, number, &problem);

      if (number % 1024 == 0)
        g_cancellable_set_error_if_cancelled (cancellable, problem == NULL ? &problem : NULL);
      if (problem != NULL)
        {
          g_propagate_error (error, problem);
          return NULL;
        }
      if (object != NULL)
        add_missing (object->value, then, missing);
    }
  return g_steal_pointer (&missing);
}

static gboolean
compare_number (Search      *search,
                GHashTable  *missing,
                guint        number,
                GError     **error)
{
  const StewardPdfPlace *was = steward_pdf_file_get_place (search->then, number);
  const StewardPdfPlace *is = steward_pdf_file_get_place (search->now, number);
  const StewardPdfObject *a, *b;

  if (was == NULL)
    {
      if (is != NULL && g_hash_table_contains (missing, GUINT_TO_POINTER (number)))
        add_by_role (search, number);
      return TRUE;
    }
  if (is == NULL)
    {
      add_by_role (search, number);
      return TRUE;
    }
  if (is_untouched (search, was, is))
    return TRUE;
  a = steward_pdf_file_get_object (search->then, number, error);
  b = a != NULL ? steward_pdf_file_get_object (search->now, number, error) : NULL;
  if (b == NULL)
    return FALSE;
  compare_objects (search, a, b);
  return TRUE;
}

static void
compare_trailers (Search *search)
{
  const StewardPdfValue *a = search->then->trailer, *b = search->now->trailer;

  if (!steward_pdf_value_equal (steward_pdf_value_get (a, "Root"), steward_pdf_value_get (b, "Root")))
    steward_pdf_changes_add (search->changes, STEWARD_PDF_CHANGE_DOCUMENT, 0, 0);
  if (!steward_pdf_value_equal (steward_pdf_value_get (a, "Info"), steward_pdf_value_get (b, "Info")))
    steward_pdf_changes_add (search->changes, STEWARD_PDF_CHANGE_INFORMATION, 0, 0);
}

gboolean
steward_pdf_changes_find (StewardPdfFile  *then,
                          StewardPdfFile  *now,
                          GArray          *changes,
                          GCancellable    *cancellable,
                          GError         **error)
{
  g_autoptr (GPtrArray) fields_then = NULL;
  g_autoptr (GPtrArray) fields_now = NULL;
  g_autoptr (GHashTable) missing = NULL;
  Search search = { then, now, changes };
  gboolean good = TRUE;

  if (then->end == now->end)
    return TRUE;
  if (!is_chain (then, now))
    steward_pdf_changes_add (changes, STEWARD_PDF_CHANGE_BYTES, 0, 0);
  fields_then = steward_pdf_form_read (then, error);
  fields_now = fields_then != NULL ? steward_pdf_form_read (now, error) : NULL;
  missing = fields_now != NULL ? find_missing (then, cancellable, error) : NULL;
  if (missing == NULL)
    return FALSE;
  search.fields_then = fields_then;
  search.fields_now = fields_now;
  compare_trailers (&search);
  for (guint number = 0; good && number < MAX (then->places->len, now->places->len) &&
                         changes->len < STEWARD_PDF_MAX_CHANGES; number++)
    good = compare_number (&search, missing, number, error);
  g_clear_pointer (&search.roles, g_array_unref);
  return good;
}
