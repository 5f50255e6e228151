/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-pdf-file-private.h"

G_BEGIN_DECLS

/**
 * StewardPdfFormField:
 * @name: the full name, parts joined by dots
 * @number: of the object, 0 when it is none of its own
 * @widget: number of the object that is seen on a page; @number mostly, 0 when
 *   there is none or more than one
 * @is_signature: a signature belongs here
 * @dictionary: the field (transfer none)
 * @value: what was filled in, or the signature; NULL while it is empty
 *   (transfer none)
 * @value_text: what positions in @value count in
 *
 * One field of a form that can be filled in.
 */
typedef struct
{
  char            *name;
  guint            number;
  guint            widget;
  gboolean         is_signature;
  StewardPdfValue *dictionary;
  StewardPdfValue *value;
  const guint8    *value_text;
} StewardPdfFormField;

/* All fields of the form, in its order; empty when there is no form.
 * (transfer full) */
GPtrArray           *steward_pdf_form_read (StewardPdfFile  *file,
                                            GError         **error);
/* The signature field @name, NULL when there is none. (transfer none) */
StewardPdfFormField *steward_pdf_form_find (GPtrArray       *fields,
                                            const char      *name);
/* Whether whoever certified the file forbade every change, further signatures
 * too. */
gboolean             steward_pdf_form_is_closed (StewardPdfFile *file);

G_END_DECLS
