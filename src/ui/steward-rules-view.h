/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-rules-field.h"

G_BEGIN_DECLS

/* Fills @form with the fields of an entry of @draft, of the pack itself when
 * @list is "". What belongs elsewhere can be read, but not changed. @edited is
 * connected, swapped, to each field. @draft outlives the fields. */
void  steward_rules_view_fill            (GtkBox                 *form,
                                          StewardPackDraft       *draft,
                                          const char             *list,
                                          const char             *id,
                                          GCallback               edited,
                                          GObject                *user);
/* What has to be known of an entry before it is changed: where it belongs, or
 * how it works, else its id. (transfer full) */
char *steward_rules_view_describe_place  (const StewardPackDraft *draft,
                                          const char             *list,
                                          const char             *id);

G_END_DECLS
