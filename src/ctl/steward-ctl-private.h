/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "steward-ctl.h"
#include "steward-day.h"
#include "steward-problems.h"
#include "steward-schedule.h"

G_BEGIN_DECLS

/**
 * StewardCtlCommand:
 * @name: word on the command line; a second word follows a space
 * @arguments: what stands after the options in the usage line
 * @summary: one line, a msgid
 * @description: details and examples below the options, a msgid
 *
 * One row of the table of commands.
 */
typedef struct _StewardCtlCommand StewardCtlCommand;
struct _StewardCtlCommand
{
  const char        *name;
  const char        *arguments;
  const char        *summary;
  const char        *description;
  StewardCtlStatus (*run) (const StewardCtlCommand *command,
                           int                      argc,
                           char                   **argv);
};

typedef enum
{
  STEWARD_CTL_TEXT,
  STEWARD_CTL_JSON,
  STEWARD_CTL_CSV
} StewardCtlFormat;

/* A3 across, in points. */
#define STEWARD_CTL_A3_WIDTH  1190.55
#define STEWARD_CTL_A3_HEIGHT 841.89

extern const StewardCtlCommand steward_ctl_due;
extern const StewardCtlCommand steward_ctl_calendar_list;
extern const StewardCtlCommand steward_ctl_calendar_add;
extern const StewardCtlCommand steward_ctl_calendar_news;
extern const StewardCtlCommand steward_ctl_calendar_remove;
extern const StewardCtlCommand steward_ctl_pack_list;
extern const StewardCtlCommand steward_ctl_pack_show;
extern const StewardCtlCommand steward_ctl_pack_check;
extern const StewardCtlCommand steward_ctl_pack_versions;
extern const StewardCtlCommand steward_ctl_pack_diff;
extern const StewardCtlCommand steward_ctl_pack_move;
extern const StewardCtlCommand steward_ctl_sections_list;
extern const StewardCtlCommand steward_ctl_sections_export;
extern const StewardCtlCommand steward_ctl_sections_import;
extern const StewardCtlCommand steward_ctl_request_make;
extern const StewardCtlCommand steward_ctl_request_merge;
extern const StewardCtlCommand steward_ctl_new;
extern const StewardCtlCommand steward_ctl_validate;
extern const StewardCtlCommand steward_ctl_check;
extern const StewardCtlCommand steward_ctl_schedule;
extern const StewardCtlCommand steward_ctl_plan;
extern const StewardCtlCommand steward_ctl_plan_issue;
extern const StewardCtlCommand steward_ctl_plan_editions;
extern const StewardCtlCommand steward_ctl_plan_diff;
extern const StewardCtlCommand steward_ctl_form;
extern const StewardCtlCommand steward_ctl_form_list;
extern const StewardCtlCommand steward_ctl_table_list;
extern const StewardCtlCommand steward_ctl_table_ledger;
extern const StewardCtlCommand steward_ctl_archive_make;
extern const StewardCtlCommand steward_ctl_archive_verify;
extern const StewardCtlCommand steward_ctl_levers;
extern const StewardCtlCommand steward_ctl_item_list;
extern const StewardCtlCommand steward_ctl_item_add;
extern const StewardCtlCommand steward_ctl_item_remove;
extern const StewardCtlCommand steward_ctl_link_list;
extern const StewardCtlCommand steward_ctl_link_add;
extern const StewardCtlCommand steward_ctl_link_remove;
extern const StewardCtlCommand steward_ctl_backward;
extern const StewardCtlCommand steward_ctl_draw_flowchart;
extern const StewardCtlCommand steward_ctl_draw_timeline;
extern const StewardCtlCommand steward_ctl_draw_portfolio;
extern const StewardCtlCommand steward_ctl_scan_attach;
extern const StewardCtlCommand steward_ctl_sign;
extern const StewardCtlCommand steward_ctl_verify;
extern const StewardCtlCommand steward_ctl_store_init;
extern const StewardCtlCommand steward_ctl_store_import;
extern const StewardCtlCommand steward_ctl_store_export;
extern const StewardCtlCommand steward_ctl_store_list;
extern const StewardCtlCommand steward_ctl_store_search;
extern const StewardCtlCommand steward_ctl_store_today;
extern const StewardCtlCommand steward_ctl_store_experience;
extern const StewardCtlCommand steward_ctl_store_log;
extern const StewardCtlCommand steward_ctl_store_undo;
extern const StewardCtlCommand steward_ctl_store_state;
extern const StewardCtlCommand steward_ctl_store_verify;
extern const StewardCtlCommand steward_ctl_store_backup;
extern const StewardCtlCommand steward_ctl_store_backups;
extern const StewardCtlCommand steward_ctl_store_restore;

/* Parses the options of @command; what is left in @argv are its arguments,
 * of which there must be @min to @max. FALSE after a complaint. */
gboolean  steward_ctl_parse        (const StewardCtlCommand *command,
                                    const GOptionEntry      *entries,
                                    int                     *argc,
                                    char                  ***argv,
                                    int                      min,
                                    int                      max);
/* The same for options with a callback, which gets @data. */
gboolean  steward_ctl_parse_into   (gpointer                 data,
                                    const StewardCtlCommand *command,
                                    const GOptionEntry      *entries,
                                    int                     *argc,
                                    char                  ***argv,
                                    int                      min,
                                    int                      max);
/* Format named by @word, @fallback when it is NULL. FALSE after a complaint. */
gboolean  steward_ctl_parse_format (const char              *word,
                                    StewardCtlFormat         fallback,
                                    gboolean                 csv,
                                    StewardCtlFormat        *format);
/* Date given to @option; NULL leaves @day alone. FALSE after a complaint. */
gboolean  steward_ctl_parse_day    (const char              *option,
                                    const char              *text,
                                    StewardDay              *day);

/* Text goes out as UTF-8 whatever the locale: it is data. */
void      steward_ctl_print        (const char              *format,
                                    ...) G_GNUC_PRINTF (1, 2);
void      steward_ctl_complain     (const char              *format,
                                    ...) G_GNUC_PRINTF (1, 2);
/* A complaint about the command line, with a hint at --help. */
void      steward_ctl_complain_usage (const StewardCtlCommand *command,
                                    const char              *format,
                                    ...) G_GNUC_PRINTF (2, 3);
/* Prints what was built as one line and empties @builder. */
void      steward_ctl_print_json   (JsonBuilder             *builder);
/* Members of a JSON object. A text that is NULL is "", a day that is NONE is
 * null, and no list is an empty one. */
void      steward_ctl_add_text     (JsonBuilder             *builder,
                                    const char              *key,
                                    const char              *text);
void      steward_ctl_add_integer  (JsonBuilder             *builder,
                                    const char              *key,
                                    gint64                   value);
void      steward_ctl_add_boolean  (JsonBuilder             *builder,
                                    const char              *key,
                                    gboolean                 value);
void      steward_ctl_add_day      (JsonBuilder             *builder,
                                    const char              *key,
                                    StewardDay               day);
void      steward_ctl_add_texts    (JsonBuilder             *builder,
                                    const char              *key,
                                    const char * const      *texts);

/* The version of a pack that calls itself @version. (transfer full) */
StewardPack *steward_ctl_load_pack_version (const char      *id,
                                    const char              *version,
                                    GError                 **error);
/* Adds the member `differences`. (element-type StewardPackDiff) */
void      steward_ctl_add_differences (JsonBuilder          *builder,
                                    GPtrArray               *differences);

/* All of the file @name, or of the standard input when it is "-". @origin
 * (transfer full) names it in problems. */
GBytes   *steward_ctl_read         (const char              *name,
                                    gsize                    max_bytes,
                                    char                   **origin,
                                    GError                 **error);
/* The project in @bytes; a changed pack is told in passing. */
StewardProject *steward_ctl_read_project (GBytes            *bytes,
                                    const char              *origin,
                                    StewardProblems         *problems);
/* The project of the file @name, or of the standard input when it is "-"; all
 * its mistakes are in @error. (transfer full) */
StewardProject *steward_ctl_load_project (const char        *name,
                                    GError                 **error);
/* The schedule of the project file @name on @as_of (NONE: today).
 * (transfer full) */
StewardSchedule *steward_ctl_load_schedule (const char      *name,
                                    StewardDay               as_of,
                                    GError                 **error);
/* One file of the result, made in memory before anything is written. */
typedef struct
{
  char   *name;
  GBytes *bytes;
} StewardCtlOutput;

void      steward_ctl_output_free  (StewardCtlOutput        *output);
/* Takes @bytes; FALSE when there are none because making them failed. */
gboolean  steward_ctl_add_output   (GPtrArray               *outputs,
                                    const char              *stem,
                                    const char              *suffix,
                                    GBytes                  *bytes);
/* Everything is written under another name on the same disk first, so that a
 * full disk changes nothing. A new folder then appears whole; in an existing
 * one the files are replaced and other files are left alone. */
gboolean  steward_ctl_write_folder (const char              *folder,
                                    GPtrArray               *outputs,
                                    GError                 **error);
/* Most papers lack the same fonts; each is worth one line. @told holds the
 * lines that were printed. */
void      steward_ctl_tell_notes   (GHashTable              *told,
                                    const char              *notes);
/* Gives a freshly drawn PDF (taken; NULL when drawing failed) its language.
 * (transfer full) */
GBytes   *steward_ctl_finish_drawing (GBytes                 *pdf,
                                    GError                 **error);
/* Says what was found in @name: problems on the standard error, and one line
 * of JSON where that is asked for. Gives the exit status. */
StewardCtlStatus steward_ctl_report (const char             *name,
                                    const StewardProblems   *problems,
                                    StewardCtlFormat         format);

G_END_DECLS
