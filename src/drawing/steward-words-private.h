/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/*
 * The generic Chinese words of the drawings, all in one table. A drawing is
 * a paper: it is always in Chinese, whatever the language of the interface.
 * What belongs to a city (names of items, stages, bureaus) comes from the
 * schedule. Words that end in _F are formats.
 */

/* Titles. */
#define W_FLOWCHART        "并联审批流程图"
#define W_TIMELINE         "办理进度"
#define W_BASIS_F          "依据 %s"
#define W_AS_OF_F          "截至 %s"
#define W_DISCLAIMER       "系项目长工作记录，审批结果以审批系统为准"
#define W_SEPARATOR        " · "
#define W_PROVISIONAL      "（暂定）"
#define W_PROVISIONAL_WORD "暂定"

/* Numbers. */
#define W_WORKING_DAYS     "工作日"
#define W_WORKING_DAYS_F   "%d 工作日"
#define W_AT_LEAST         "至少 "
#define W_WITHIN_F         "%d 工作日内"
#define W_DAYS_F           "%d 天"
#define W_LEFT_F           "剩 %d 天"
#define W_OVER_F           "超 %d 天"
#define W_LATE             "超期"
#define W_TOOK_F           "用 %d 天"
#define W_TOOK_LATE_F      "超期 %d 天"
#define W_TOOK_NONE        "当日办结"
#define W_SAME_DAY         "即办"
#define W_DUE_TODAY        "今天到期"
#define W_PAUSED           "暂停"
#define W_LIMIT_MISSING    "时限待填"
#define W_USED_F           "已用 %d"
#define W_LEFT_SHORT_F     "剩余 %d"
#define W_OVER_SHORT_F     "超出 %d"
#define W_USED_OF_F        "已用 %d / %d"
#define W_EXPECTED_F       "预计 %s"
#define W_NOT_STARTED      "未开始"
#define W_FLOAT_F          "可缓 %d 天"
#define W_PAUSE_F          "%s 不计时 %d 天"
#define W_PAUSE_OPEN_F     "%s 不计时"
#define W_SPECIAL          "特别程序"
#define W_AFTER_F          "接 %s"

#define W_MONTHS_F         "约 %d 个月"
#define W_ABOUT_DAYS_F     "约 %d 天"

/* Lanes. */
#define W_MAIN             "主流程"
#define W_PARALLEL         "并联"
#define W_JOINT            "联合验收"
#define W_SELF             "自主验收"
#define W_UTILITY          "市政公用"
#define W_AFTER            "后续"
#define W_OTHER            "其他事项"
#define W_TOGETHER_F       "同时办 %d 天"
#define W_IN_STAGE         "阶段内"
#define W_WITHIN_STAGE     "阶段内同步"
#define W_NO_ITEMS         "本阶段无事项"
#define W_BEGIN            "开始"

/* Said of every bureau, so it is left out where space is short. */
#define W_BUREAU_SUFFIX    "部门"
#define W_BUREAU_AND       "、"
#define W_BUREAU_OR        "或"
#define W_OPEN_BRACKET     "（"
#define W_CLOSE_BRACKET    "）"

/* What no line may begin with, and what belongs to the word behind it. */
#define W_NOT_FIRST        "、，。；：·"
#define W_OPENING          "（(〔《“"
#define W_CLOSING          "）)〕》”"

/* Levels, one character each: nation, province, city, county, town, zone. */
#define W_LEVEL_CHARACTERS { "", "国", "省", "市", "县", "乡", "区" }
#define W_LEVEL_NAMES      { "", "国家级", "省级", "市级", "县级", "乡镇级", "开发区" }

/* Lights in the order of StewardLight. */
#define W_LIGHTS           { "未开始", "办结", "超期办结", "正常", "暂停计时", "临期", "超期" }

/* Marks. */
#define W_COMMITMENT       "承"
#define W_COMMITMENT_LONG  "告知承诺"
#define W_DEFERRAL         "容"
#define W_DEFERRAL_LONG    "容缺受理"
#define W_SUPPLEMENT       "补"
#define W_SUPPLEMENT_LONG  "补充事项，待科室确认"
#define W_CRITICAL         "关键线路"
#define W_PROVISIONAL_MARK "*"
#define W_PROVISIONAL_LONG "日期暂定"
#define W_FORK             "并联起止"
#define W_OWN_LINK         "项目长设的先后"

/* Calendar. */
#define W_WEEKDAYS         { "", "一", "二", "三", "四", "五", "六", "日" }
#define W_REST             "休"
#define W_MAKE_UP          "班"
#define W_TODAY            "今天"
#define W_AS_OF            "截至"
#define W_YEAR_F           "%d 年"
#define W_LONGEST_YEAR     "2028 年*"
#define W_MONTH_F          "%d 月"
#define W_YEAR_MONTH_F     "%d 年 %d 月"
#define W_QUARTER_F        "%d 季度"

/* Legend of the timeline. */
#define W_NOT_COUNTED      "不计时"
#define W_ORIGINAL_PLAN    "原计划"
#define W_PLAN             "计划"
#define W_START_DAY        "起算日"
#define W_REST_DAYS        "非工作日"
#define W_BASELINE         "基线"
#define W_EDITION_F        "第 %u 版"
#define W_DUE              "到期日"
#define W_FLOAT            "机动时间"
#define W_NODE             "时限节点"
#define W_HOLIDAY          "法定休假"
#define W_MADE_UP          "调休上班"

/* Days of the legal clock, one by one. */
#define W_ACCEPTED         "受理"
#define W_DECIDED          "办结"
#define W_DUE_SHORT        "到期"
#define W_COUNTED          "计入的第几日"
#define W_NOT_ACCEPTED_YET "尚未受理，时限未起算"
#define W_ACCEPTED_ON_F    "%s 受理"
#define W_EXTENDED_F       "延长 %d 工作日"
#define W_DUE_ON_F         "%s 到期%s"
#define W_FROM_TO_F        "%s 至 %s"
#define W_SOURCE_F         "（%s）"
#define W_HOLIDAY_NOTE_F   "%s放假，不计"
#define W_MAKE_UP_NOTE_F   "%s调休上班，是工作日"
#define W_PAUSE_NOTE_F     "%s，暂停 %d 工作日，不计"
#define W_PROVISIONAL_NOTE "官方放假安排未公布，日期暂定"
#define W_SUM_COUNTED_F    "计入 %d 日"
#define W_SUM_PAUSED_F     "暂停 %d 工作日"
#define W_SUM_REST_F       "周末 %d 日"
#define W_SUM_HOLIDAYS_F   "放假 %d 日"

/* Groups of rows. */
#define W_ITEMS_F          "%u 项"
#define W_NO_BUREAU        "其他"

/* Many projects. */
#define W_PORTFOLIO        "项目进度总览"
#define W_PROJECTS         "项目"
#define W_PROJECTS_F       "%u 个项目"
#define W_LOAD             "各部门每周工作量"
#define W_LOAD_UNIT        "工作日 / 周"
#define W_LOAD_KEY         "每周工作量：高为占本部门最多一周之比，色深为各部门之比"
#define W_PAST_LOAD        "已过的周"
#define W_MOST_LOAD_F      "最多 %d"
#define W_DAYS_OF_F        "%d/%d"

/* Numbers of stages. */
#define W_NUMERALS         { "", "一", "二", "三", "四", "五", "六", "七", "八", "九" }

/* Pages. */
#define W_SCREEN_F         "%s（%d/%d）"
#define W_PAGE_F           "第 %d / %d 页"
#define W_PLACE_F          "第 %d 行第 %d 列"
#define W_OVERLAP          "浅色处与邻页重复，对齐虚线拼接"
#define W_CONTINUED_F      "%s（续）"

/* Sentences for screen readers. */
#define W_COMMA            "，"
#define W_STOP             "。"
#define W_LIMIT_SENTENCE_F "时限 %d 工作日"
