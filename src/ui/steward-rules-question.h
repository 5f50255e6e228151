/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * StewardRulesQuestion:
 * @heading, @body: what is asked, and what follows from it
 * @save: what the button says, with its mnemonic
 * @labels: of the lines to be typed, NULL-terminated
 * @extra: makes a row that stands below the first line, or NULL
 * @accept: does it; FALSE with an error when it cannot be done like that
 *
 * Several lines that are asked for at once, until they are accepted or the user
 * gives up: what was typed survives a refusal. All but @body and @user_data
 * outlive the question.
 */
typedef struct
{
  const char         *heading;
  char               *body;
  const char         *save;
  const char * const *labels;
  GtkWidget        *(*extra)  (gpointer             user_data);
  gboolean          (*accept) (const char * const  *texts,
                               gpointer             user_data,
                               GError             **error);
  gpointer            user_data;
  GDestroyNotify      destroy;
} StewardRulesQuestion;

/* Takes the body and the data of @question, and @texts, what the lines say at
 * first. */
void steward_rules_ask (GtkWindow                  *parent,
                        const StewardRulesQuestion *question,
                        char                      **texts);

G_END_DECLS
