/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-pdf-form-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_FIELDS 10000
#define MAX_LEVELS 16

/* What a field passes on to those below it. */
typedef struct
{
  const char      *name;        /* NULL above the first */
  gboolean         is_signature;
  StewardPdfValue *value;
  const guint8    *value_text;
  guint            level;
} Above;

typedef struct
{
  StewardPdfFile *file;
  GPtrArray      *fields;
  GHashTable     *seen;         /* numbers of objects */
} Walk;

static void
field_free (StewardPdfFormField *field)
{
  g_free (field->name);
  g_free (field);
}

static gboolean walk_field (Walk            *walk,
                            StewardPdfValue *reference,
                            const guint8    *text,
                            const Above     *above,
                            GError         **error);

/* The value of a field with the text it stands in. */
static gboolean
find_value (StewardPdfFile   *file,
            StewardPdfValue  *dictionary,
            Above            *here,
            const guint8     *text,
            GError          **error)
{
  StewardPdfValue *value = steward_pdf_value_get (dictionary, "V");
  GError *problem = NULL;

  if (value == NULL)
    return TRUE;
  here->value = steward_pdf_file_resolve (file, value, &problem);
  here->value_text = text;
  if (problem != NULL)
    {
      g_propagate_error (error, problem);
      return FALSE;
    }
  if (value->kind == STEWARD_PDF_REFERENCE && here->value != NULL)
    here->value_text = steward_pdf_file_get_object (file, value->number, NULL)->text;
  return TRUE;
}

/* Kids with a name are fields; without one they are where the field is seen. */
static gboolean
has_fields_below (Walk             *walk,
                  StewardPdfValue  *kids,
                  GError          **error)
{
  for (guint i = 0; i < steward_pdf_value_length (kids); i++)
    {
      GError *problem = NULL;
      StewardPdfValue *kid = steward_pdf_file_resolve (walk->file, steward_pdf_value_at (kids, i), &problem);

      if (problem != NULL)
        {
          g_propagate_error (error, problem);
          return FALSE;
        }
      if (steward_pdf_value_get (kid, "T") != NULL)
        return TRUE;
    }
  return FALSE;
}

static guint
find_widget (StewardPdfValue *kids,
             guint            number)
{
  StewardPdfValue *only = steward_pdf_value_at (kids, 0);

  if (steward_pdf_value_length (kids) == 0)
    return number;
  return steward_pdf_value_length (kids) == 1 && only->kind == STEWARD_PDF_REFERENCE ? only->number : 0;
}

static void
add_field (Walk            *walk,
           StewardPdfValue *dictionary,
           StewardPdfValue *kids,
           guint            number,
           const Above     *here)
{
  StewardPdfFormField *field = g_new0 (StewardPdfFormField, 1);

  field->name = g_strdup (here->name != NULL ? here->name : "");
  field->number = number;
  field->widget = find_widget (kids, number);
  field->is_signature = here->is_signature;
  field->dictionary = dictionary;
  field->value = here->value;
  field->value_text = here->value_text;
  g_ptr_array_add (walk->fields, field);
}

static gboolean
walk_dictionary (Walk             *walk,
                 StewardPdfValue  *dictionary,
                 guint             number,
                 const guint8     *text,
                 const Above      *above,
                 GError          **error)
{
  Above here = *above;
  GError *problem = NULL;
  StewardPdfValue *kids = steward_pdf_file_get (walk->file, dictionary, "Kids", &problem);
  StewardPdfValue *type = steward_pdf_value_get (dictionary, "FT");
  g_autofree char *part = steward_pdf_value_decode (steward_pdf_file_get (walk->file, dictionary, "T", NULL));
  g_autofree char *name = above->name != NULL && part != NULL ? g_strconcat (above->name, ".", part, NULL)
                                                              : g_strdup (part != NULL ? part : above->name);
  gboolean deeper = problem == NULL && has_fields_below (walk, kids, &problem);

  here.name = name;
  here.level++;
  if (type != NULL)
    here.is_signature = steward_pdf_value_is_name (type, "Sig");
  if (problem != NULL || !find_value (walk->file, dictionary, &here, text, &problem))
    {
      g_propagate_error (error, problem);
      return FALSE;
    }
  if (!deeper)
    {
      add_field (walk, dictionary, kids, number, &here);
      return TRUE;
    }
  for (guint i = 0; i < kids->items->len; i++)
    if (!walk_field (walk, kids->items->pdata[i], text, &here, error))
      return FALSE;
  return TRUE;
}

static gboolean
walk_field (Walk             *walk,
            StewardPdfValue  *reference,
            const guint8     *text,
            const Above      *above,
            GError          **error)
{
  guint number = reference->kind == STEWARD_PDF_REFERENCE ? reference->number : 0;
  GError *problem = NULL;
  StewardPdfValue *dictionary = steward_pdf_file_resolve (walk->file, reference, &problem);

  if (problem != NULL)
    {
      g_propagate_error (error, problem);
      return FALSE;
    }
  if (dictionary == NULL || dictionary->kind != STEWARD_PDF_DICTIONARY)
    return TRUE;
  if (above->level >= MAX_LEVELS || walk->fields->len >= MAX_FIELDS ||
      (number != 0 && !g_hash_table_add (walk->seen, GUINT_TO_POINTER (number))))
    {
      steward_pdf_fail_at (error, N_("its form goes in a circle or is too large"), walk->file->startxref);
      return FALSE;
    }
  if (number != 0)
    text = steward_pdf_file_get_object (walk->file, number, NULL)->text;
  return walk_dictionary (walk, dictionary, number, text, above, error);
}

GPtrArray *
steward_pdf_form_read (StewardPdfFile  *file,
                       GError         **error)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func ((GDestroyNotify) field_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Walk walk = { file, fields, seen };
  const Above above = { NULL };
  GError *problem = NULL;
  StewardPdfValue *catalog = steward_pdf_file_get (file, file->trailer, "Root", &problem);
  StewardPdfValue *form = problem == NULL ? steward_pdf_file_get (file, catalog, "AcroForm", &problem) : NULL;
  StewardPdfValue *list = problem == NULL ? steward_pdf_file_get (file, form, "Fields", &problem) : NULL;

  if (problem == NULL && (catalog == NULL || catalog->kind != STEWARD_PDF_DICTIONARY))
    steward_pdf_fail_at (&problem, N_("it has no catalog"), file->startxref);
  for (guint i = 0; problem == NULL && i < steward_pdf_value_length (list); i++)
    walk_field (&walk, list->items->pdata[i], NULL, &above, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, problem);
      return NULL;
    }
  return g_steal_pointer (&fields);
}

StewardPdfFormField *
steward_pdf_form_find (GPtrArray  *fields,
                       const char *name)
{
  for (guint i = 0; i < fields->len; i++)
    {
      StewardPdfFormField *field = fields->pdata[i];

      if (field->is_signature && strcmp (field->name, name) == 0)
        return field;
    }
  return NULL;
}

gboolean
steward_pdf_form_is_closed (StewardPdfFile *file)
{
  StewardPdfValue *catalog = steward_pdf_file_get (file, file->trailer, "Root", NULL);
  StewardPdfValue *rights = steward_pdf_file_get (file, catalog, "Perms", NULL);
  StewardPdfValue *signature = steward_pdf_file_get (file, rights, "DocMDP", NULL);
  StewardPdfValue *list = steward_pdf_file_get (file, signature, "Reference", NULL);
  StewardPdfValue *first = steward_pdf_file_resolve (file, steward_pdf_value_at (list, 0), NULL);
  StewardPdfValue *settings = steward_pdf_file_get (file, first, "TransformParams", NULL);
  StewardPdfValue *level = steward_pdf_file_get (file, settings, "P", NULL);

  return level != NULL && level->kind == STEWARD_PDF_INTEGER && level->integer == 1;
}
