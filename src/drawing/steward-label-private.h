/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-schedule.h"

G_BEGIN_DECLS

/* Texts both drawings show, so that they never say different things. All
 * are (transfer full) unless const. */

/* Name of the project, "" when unknown. */
const char *steward_label_project     (const StewardSchedule      *schedule);
/* `并联审批流程图 · 依据 … · 截至 …` */
char       *steward_label_subtitle    (const StewardSchedule      *schedule,
                                      const char                 *kind);
/* `34 工作日`, `至少 11 工作日` when some limit is unknown */
char       *steward_label_total       (const StewardSchedule      *schedule);
/* `已用 17 · 剩余 17 · 预计 2027-11-09（暂定）` */
char       *steward_label_summary     (const StewardSchedule      *schedule);
/* `一 立项用地许可阶段` */
char       *steward_label_stage       (const StewardScheduleStage *stage);
/* `一`, or the figure of a number that has none */
char       *steward_label_numeral     (int                         number);
/* `8 工作日`, or that nobody gave one */
char       *steward_label_budget      (const StewardScheduleStage *stage);
/* `已用 2 / 6`, `未开始` */
char       *steward_label_used        (const StewardScheduleStage *stage);
/* What the limit of a row says today: `7 天`, `剩 1 天`, `超 2 天`, `即办`.
 * @shared: also when the limit is the shared deadline of its block. */
char       *steward_label_limit       (const StewardScheduleRow   *row,
                                      gboolean                    shared);
/* `8-03 → 8-12`, with an asterisk when provisional */
char       *steward_label_dates       (const StewardScheduleRow   *row);
/* Calendar time of an activity: `约 14 个月`, `约 20 天` */
char       *steward_label_length      (StewardDay                  start,
                                      StewardDay                  finish);
/* Bureaus without the word that all of them share. */
char       *steward_label_bureau      (const char                 *bureau);
/* The same, without the name of the region that all bureaus of a notice share;
 * @region: may be NULL. */
char       *steward_label_local_bureau (const char                 *bureau,
                                        const char                 *region);
/* The first of them, "" when there is none. */
char       *steward_label_first_bureau (const char                 *bureau);
/* `8-03` */
char       *steward_label_day         (StewardDay                  day);
const char *steward_label_level       (StewardLevel                level);
const char *steward_label_level_name  (StewardLevel                level);
const char *steward_label_light       (StewardLight                light);
const char *steward_label_lane        (StewardLane                 lane);
const char *steward_label_row_name    (const StewardScheduleRow   *row);
gboolean    steward_label_row_faded   (const StewardScheduleRow   *row);
/* A full sentence for screen readers and tool-tips. */
char       *steward_label_describe    (const StewardScheduleRow   *row);

G_END_DECLS
