/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-json.h"
#include "steward-piece.h"
#include "steward-printer-private.h"
#include "steward-project-file.h"

G_BEGIN_DECLS

#define STEWARD_PROJECT_FILE_FORMAT  "steward-project"
#define STEWARD_PROJECT_FILE_VERSION 4

/* Readers of the longer parts of a project file. Each takes the root object
 * and puts what is good into @project, what is not into @problems. */
void steward_project_file_read_ticks   (const StewardJsonNode *root,
                                        StewardProject        *project,
                                        StewardProblems       *problems);
void steward_project_file_read_rows    (const StewardJsonNode *root,
                                        StewardProject        *project,
                                        StewardProblems       *problems);
void steward_project_file_read_cases   (const StewardJsonNode *root,
                                        StewardProject        *project,
                                        StewardProblems       *problems);
void steward_project_file_read_papers  (const StewardJsonNode *root,
                                        StewardProject        *project,
                                        StewardProblems       *problems);

void steward_project_file_read_decisions (const StewardJsonNode *root,
                                          StewardProject        *project,
                                          StewardProblems       *problems);
void steward_project_file_write_decisions (StewardPrinter       *out,
                                          StewardProject        *project);

void steward_project_file_read_records   (const StewardJsonNode *root,
                                          StewardProject        *project,
                                          StewardProblems       *problems);
void steward_project_file_write_records  (StewardPrinter        *out,
                                          StewardProject        *project);
/* Puts the piece in, or says at @node why it cannot be. Takes @value. */
void steward_project_file_put_piece      (StewardProject        *project,
                                          StewardPieceKind       kind,
                                          const char            *key,
                                          GVariant              *value,
                                          const StewardJsonNode *node,
                                          StewardProblems       *problems);

/* The date under @key, or NONE; anything else than a date is a problem. */
StewardDay steward_project_file_read_day (const StewardJsonNode *object,
                                          const char            *key,
                                          StewardJsonNeed        need,
                                          StewardProblems       *problems);
/* The array under @key, NULL when absent or longer than @max (a problem). */
const StewardJsonNode *steward_project_file_read_list (const StewardJsonNode *object,
                                                       const char            *key,
                                                       guint                  max,
                                                       StewardProblems       *problems);
/* The member `on`, required and boolean; else NULL and a problem. */
const StewardJsonNode *steward_project_file_read_on   (const StewardJsonNode *object,
                                                       StewardProblems       *problems);
/* TRUE when @node is an object; else it is a problem. */
gboolean   steward_project_file_is_object (const StewardJsonNode *node,
                                           StewardProblems       *problems);
/* TRUE when @item is an item of the pack or a row of an item group. */
gboolean   steward_project_file_knows_item (StewardProject *project,
                                            const char     *item);

G_END_DECLS
