/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "signature-fixture.h"
#include "steward-documents-page.h"
#include "steward-file.h"
#include "steward-papers.h"
#include "ui-desk.h"

G_BEGIN_DECLS

/* What the tests of papers in the window share. */

/* Made and freed by the program. */
extern TestKeys         *papers_keys;
/* The paper that the test is about. */
extern StewardPaperKind  papers_kind;

/* A child of the template of @widget. */
GtkWidget *papers_get_child       (GtkWidget  *widget,
                                   const char *name);
/* The first window of that type, or NULL. */
GtkWidget *papers_find_window     (GType       type);
/* Waits until there is such a window, or none any more. */
void       papers_wait_for        (GType       type);
void       papers_wait_until_gone (GType       type);
/* For ui_test_wait(): the page shows its paper. */
gboolean   papers_is_drawn        (gpointer    page);
/* The page of documents of a sample, with the paper drawn. */
GtkWidget *papers_open_page       (Desk       *desk);
/* What is on record of the paper, newest first. (transfer container)
 * (element-type StewardDocument) */
GPtrArray *papers_list            (Desk       *desk);
/* Waits until so many are on record, and on the disk. */
void       papers_wait_versions   (Desk       *desk,
                                   guint       n);
/* Presses a button of a template. */
void       papers_press           (GtkWidget  *widget,
                                   const char *name);
/* The file in the database. (transfer full) */
GBytes    *papers_read_stored     (Desk       *desk,
                                   const char *sha256);
/* Fills in the dialog that asks for a signature, and waits until it is gone. */
void       papers_sign_in_window  (GBytes     *pkcs12);

G_END_DECLS
