/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * StewardProblem:
 * @origin: file or other name of the input, as the user gave it
 * @line: 1-based line, 0 when the input has no lines
 * @column: 1-based column in characters (not bytes), 0 when unknown
 * @path: where in the document, such as `items[3].limit`; "" for the root
 * @message: what is wrong and what was expected, a full sentence in the
 *   user's language
 *
 * One thing wrong with an input.
 */
typedef struct
{
  char  *origin;
  guint  line;
  guint  column;
  char  *path;
  char  *message;
} StewardProblem;

/**
 * StewardProblems:
 *
 * Everything wrong with one input, in the order found. Readers go on after
 * a problem so that the user sees all of them at once; after
 * %STEWARD_PROBLEMS_MAX they stop and say so.
 */
typedef struct _StewardProblems StewardProblems;

#define STEWARD_PROBLEMS_MAX 200

StewardProblems      *steward_problems_new        (void);
void                  steward_problems_free       (StewardProblems       *self);
void                  steward_problems_add        (StewardProblems       *self,
                                                   const char            *origin,
                                                   guint                  line,
                                                   guint                  column,
                                                   const char            *path,
                                                   const char            *format,
                                                   ...) G_GNUC_PRINTF (6, 7);
guint                 steward_problems_get_count  (const StewardProblems *self);
const StewardProblem *steward_problems_get        (const StewardProblems *self,
                                                   guint                  index);
/* One line per problem: `origin:line:column: path: message`. (transfer full) */
char                 *steward_problems_to_string  (const StewardProblems *self);
/* Sets @error (STEWARD_ERROR, @code, all lines) and returns FALSE when there
 * is any problem; returns TRUE when there is none. */
gboolean              steward_problems_to_error   (const StewardProblems *self,
                                                   int                    code,
                                                   GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardProblems, steward_problems_free)

G_END_DECLS
