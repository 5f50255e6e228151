/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each object of a document is for, so that a change can be named to
 * people. Damaged parts are passed over: what is found here decides what a
 * change is called, never whether it is one. */
#include "steward-pdf-changes-private.h"
#include "steward-pdf-form-private.h"

#define MAX_LEVELS 32

typedef struct
{
  StewardPdfFile *file;
  GArray         *roles;
  GQueue         *waiting;      /* numbers of objects whose parts are not seen yet */
  guint           n_pages;
} Walk;

static StewardPdfRole *
get_role (Walk  *walk,
          guint  number)
{
  if (number >= STEWARD_PDF_MAX_OBJECTS)
    return NULL;
  if (number >= walk->roles->len)
    g_array_set_size (walk->roles, number + 1);
  return &g_array_index (walk->roles, StewardPdfRole, number);
}

static gboolean
claim (Walk                 *walk,
       const StewardPdfValue *value,
       StewardPdfChangeKind  kind,
       guint                 page)
{
  StewardPdfRole *role;

  if (value == NULL || value->kind != STEWARD_PDF_REFERENCE)
    return FALSE;
  role = get_role (walk, value->number);
  if (role == NULL || role->known)
    return FALSE;
  *role = (StewardPdfRole) { TRUE, kind, page };
  return TRUE;
}

/* All objects that @value refers to, directly or inside, take a role and wait. */
static void
claim_inside (Walk                  *walk,
              const StewardPdfValue *value,
              StewardPdfChangeKind   kind,
              guint                  page)
{
  if (value == NULL)
    return;
  if (claim (walk, value, kind, page))
    g_queue_push_tail (walk->waiting, GUINT_TO_POINTER (value->number));
  if (value->kind == STEWARD_PDF_ARRAY || value->kind == STEWARD_PDF_DICTIONARY)
    for (guint i = 0; i < value->items->len; i++)
      claim_inside (walk, value->items->pdata[i], kind, page);
}

static void
claim_all (Walk                  *walk,
           const StewardPdfValue *value,
           StewardPdfChangeKind   kind,
           guint                  page)
{
  claim_inside (walk, value, kind, page);
  while (!g_queue_is_empty (walk->waiting))
    {
      guint number = GPOINTER_TO_UINT (g_queue_pop_head (walk->waiting));
      const StewardPdfObject *object = steward_pdf_file_get_object (walk->file, number, NULL);

      if (object != NULL)
        claim_inside (walk, object->value, kind, page);
    }
}

/* The objects of the tree themselves first, so that what refers back to a
 * page from elsewhere does not give it another role. */
static void
find_pages (Walk            *walk,
            StewardPdfValue *reference,
            GPtrArray       *pages,
            guint            level)
{
  StewardPdfValue *node = steward_pdf_file_resolve (walk->file, reference, NULL);
  StewardPdfValue *kids = steward_pdf_file_get (walk->file, node, "Kids", NULL);

  if (level > MAX_LEVELS || node == NULL)
    return;
  if (!claim (walk, reference, STEWARD_PDF_CHANGE_PAGE, kids != NULL ? 0 : pages->len + 1))
    return;
  if (kids == NULL)
    g_ptr_array_add (pages, node);
  for (guint i = 0; i < steward_pdf_value_length (kids); i++)
    find_pages (walk, kids->items->pdata[i], pages, level + 1);
}

static void
claim_fields (Walk *walk)
{
  g_autoptr (GPtrArray) fields = steward_pdf_form_read (walk->file, NULL);

  for (guint i = 0; fields != NULL && i < fields->len; i++)
    {
      const StewardPdfFormField *field = fields->pdata[i];
      StewardPdfChangeKind kind = field->is_signature ? STEWARD_PDF_CHANGE_SIGNATURE : STEWARD_PDF_CHANGE_FORM;
      const guint numbers[] = { field->number, field->widget };

      for (guint j = 0; j < G_N_ELEMENTS (numbers); j++)
        {
          StewardPdfRole *role = numbers[j] != 0 ? get_role (walk, numbers[j]) : NULL;

          if (role != NULL && !role->known)
            *role = (StewardPdfRole) { TRUE, kind, 0 };
        }
      claim_all (walk, field->dictionary, kind, 0);
    }
}

static void
claim_page (Walk            *walk,
            StewardPdfValue *page,
            guint            number)
{
  claim_all (walk, steward_pdf_value_get (page, "Contents"), STEWARD_PDF_CHANGE_CONTENT, number);
  claim_all (walk, steward_pdf_value_get (page, "Annots"), STEWARD_PDF_CHANGE_ANNOTATION, number);
  claim_all (walk, page, STEWARD_PDF_CHANGE_PAGE, number);
}

GArray *
steward_pdf_roles_find (StewardPdfFile *file)
{
  g_autoptr (GQueue) waiting = g_queue_new ();
  g_autoptr (GPtrArray) pages = g_ptr_array_new ();
  Walk walk = { file, g_array_new (FALSE, TRUE, sizeof (StewardPdfRole)), waiting, 0 };
  StewardPdfValue *root = steward_pdf_value_get (file->trailer, "Root");
  StewardPdfValue *catalog = steward_pdf_file_resolve (file, root, NULL);

  claim (&walk, root, STEWARD_PDF_CHANGE_DOCUMENT, 0);
  find_pages (&walk, steward_pdf_value_get (catalog, "Pages"), pages, 0);
  claim_fields (&walk);
  for (guint i = 0; i < pages->len; i++)
    claim_page (&walk, pages->pdata[i], i + 1);
  claim_all (&walk, steward_pdf_value_get (catalog, "AcroForm"), STEWARD_PDF_CHANGE_FORM, 0);
  claim_all (&walk, steward_pdf_value_get (file->trailer, "Info"), STEWARD_PDF_CHANGE_INFORMATION, 0);
  claim_all (&walk, steward_pdf_value_get (catalog, "Metadata"), STEWARD_PDF_CHANGE_INFORMATION, 0);
  claim_all (&walk, catalog, STEWARD_PDF_CHANGE_OBJECT, 0);
  return walk.roles;
}
