/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steward-session.h"

G_BEGIN_DECLS

/**
 * StewardTextField:
 *
 * A text box of the assessment form with its limit of %STEWARD_TEXT_MAX_CHARS.
 */
#define STEWARD_TYPE_TEXT_FIELD (steward_text_field_get_type ())

G_DECLARE_FINAL_TYPE (StewardTextField, steward_text_field, STEWARD, TEXT_FIELD, GtkWidget)

/* @name: what the text box is called by screen readers. */
GtkWidget *steward_text_field_new    (StewardSession     *session,
                                      const StewardGroup *group,
                                      const char         *name);
void       steward_text_field_update (StewardTextField   *self);
/* Whether @needle (as of steward_search_fold()) is in the text; with "" whether
 * there is any. */
gboolean   steward_text_field_matches (StewardTextField  *self,
                                       const char        *needle);
/* Keeps @buffer of @field within %STEWARD_TEXT_MAX_CHARS. */
void       steward_text_field_limit  (GtkTextBuffer      *buffer,
                                      GtkWidget          *field);
/* What it stands for. */
const StewardGroup *steward_text_field_get_group (StewardTextField *self);

G_END_DECLS
