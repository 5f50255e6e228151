/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A character that no font has, U+10FFFC: of those that have a name some font
 * will have one sooner or later. */
#define RARE "\xf4\x8f\xbf\xbc"

/* Writes @pdf to a file of its own in the test's temporary folder.
 * (transfer full) */
char     *steward_test_pdf_save      (GBytes      *pdf,
                                      const char  *name);
/* Output of a tool on the file; fails the test when the tool does. The
 * arguments end with NULL; "@" stands for the file. (transfer full) */
char     *steward_test_pdf_run       (const char  *path,
                                      ...) G_GNUC_NULL_TERMINATED;
/* What a reader copies out of the file: pdftotext in reading order, without
 * any white space. (transfer full) */
char     *steward_test_pdf_text      (const char  *path);
/* @text without white space. (transfer full) */
char     *steward_test_squeeze       (const char  *text);
guint     steward_test_count         (const char  *text,
                                      const char  *part);
guint     steward_test_pdf_n_pages   (const char  *path);
/* Sound, tagged, in Chinese, all fonts embedded and readable. */
void      steward_test_pdf_assert_good (const char *path);

G_END_DECLS
