/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-rules-field.h"

G_BEGIN_DECLS

/* Word @i of a field whose values are words of the pack format, and what people
 * call it, which may be NULL; FALSE after the last, and for other kinds. */
gboolean steward_rules_get_word (StewardRulesFieldKind   kind,
                                 guint                   i,
                                 const char            **word,
                                 const char            **name);

G_END_DECLS
