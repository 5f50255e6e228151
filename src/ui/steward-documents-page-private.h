/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-documents-page.h"
#include "steward-paper-preview.h"
#include "steward-paper-view.h"

G_BEGIN_DECLS

/* The parts of the page's class: list and preview; and what is done with the
 * paper that is shown. */

struct _StewardDocumentsPage
{
  StewardPage          parent_instance;

  GtkListBox          *papers;
  GtkStack            *stack;
  AdwStatusPage       *failure;
  StewardPaperView    *view;
  GtkLabel            *title;
  GtkLabel            *notes;
  GtkWidget           *notes_button;
  GtkWidget           *save_button;
  GtkWidget           *sign_button;
  GtkWidget           *record_button;
  GtkWidget           *scan_button;
  GtkSpinner          *spinner;
  GtkWidget           *words;         /* the card the paper asks for, or NULL */
  StewardPaperKind     words_kind;

  GPtrArray           *entries;       /* StewardPaperEntry, as listed */
  GHashTable          *previews;      /* StewardPaperPreview by kind and subject */
  GCancellable        *cancellable;   /* of the one paper being drawn */
  StewardPaperKind     kind;
  char                *subject;
  double               zoom;
  double               shown_scale;
};

StewardSession      *steward_documents_get_session   (StewardDocumentsPage *self);
StewardProject      *steward_documents_get_project   (StewardDocumentsPage *self);
StewardPack         *steward_documents_get_pack      (StewardDocumentsPage *self);
GtkWindow           *steward_documents_get_window    (StewardDocumentsPage *self);
void                 steward_documents_toast         (StewardDocumentsPage *self,
                                                      const char           *text);
/* What is shown is what can be signed, printed and kept; NULL meanwhile. */
StewardPaperPreview *steward_documents_get_shown     (StewardDocumentsPage *self);
/* The title of the paper and of what it is about. (transfer full) */
char                *steward_documents_dup_title     (StewardDocumentsPage *self);
/* What it is called as a file. (transfer full) */
char                *steward_documents_dup_file_name (StewardDocumentsPage *self);

/* What the list says of the paper that is shown, or NULL. */
const StewardPaperEntry *
                     steward_documents_get_entry     (StewardDocumentsPage *self);

/* steward-documents-pick.c */
void                 steward_documents_pick_init     (StewardDocumentsPage *self);
/* Picks nothing but the paper that is shown. */
void                 steward_documents_pick_current  (StewardDocumentsPage *self);
/* The focus left the list. */
void                 steward_documents_pick_left     (StewardDocumentsPage *self);
/* After the rows were made anew. (element-type StewardPaperEntry) */
void                 steward_documents_pick_again    (StewardDocumentsPage *self,
                                                      GPtrArray            *picked);
/* Whether there are several. */
gboolean             steward_documents_has_picked    (StewardDocumentsPage *self);
/* In the order of the list. (transfer container) (element-type StewardPaperEntry) */
GPtrArray           *steward_documents_list_picked   (StewardDocumentsPage *self);
/* Signs them in one go. @settings: (nullable) */
void                 steward_documents_sign_picked   (StewardDocumentsPage *self,
                                                      GSettings            *settings);

/* steward-documents-record.c */
void                 steward_documents_install_actions (GtkWidgetClass     *widget_class);
void                 steward_documents_record_init   (StewardDocumentsPage *self);
void                 steward_documents_sign_cb       (StewardDocumentsPage *self);
void                 steward_documents_record_cb     (StewardDocumentsPage *self);
void                 steward_documents_attach_cb     (StewardDocumentsPage *self);
void                 steward_documents_scan_cb       (StewardDocumentsPage *self);
/* Prints the paper that is shown, and puts it on record as printed. */
void                 steward_documents_print         (StewardDocumentsPage *self);

G_END_DECLS
