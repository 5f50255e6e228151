/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Full-width letters, digits and signs to half width, every kind of dash to
 * `-`, white space of any kind to one space; trimmed. (transfer full) */
char *steward_fact_fold                   (const char  *text);
/* The normal forms of codes and phones; each takes any text, keeps what it
 * does not understand, and says in @warning what looks wrong. (transfer full) */
char *steward_fact_normalise_project_code (const char  *typed,
                                           char       **warning);
char *steward_fact_normalise_credit_code  (const char  *typed,
                                           char       **warning);
char *steward_fact_normalise_phone        (const char  *typed,
                                           char       **warning);

G_END_DECLS
