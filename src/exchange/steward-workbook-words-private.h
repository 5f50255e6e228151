/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/*
 * The generic Chinese words of the tables, all in one place, for what the
 * official forms have no heading for. A table is a paper: it is always in
 * Chinese. Names and headings of a city come from the pack.
 */

#define W_LEVEL        "层级"
#define W_BUREAU       "审批部门"
#define W_LANE         "流程"
#define W_LIMIT        "时限（工作日）"
#define W_MODE         "受理方式"
#define W_START        "计划开始"
#define W_FINISH       "计划办结"
#define W_ACCEPTED     "受理"
#define W_DECIDED      "办结"
#define W_DUE          "到期"
#define W_LIGHT        "状态"
#define W_MATERIALS    "申报材料"
#define W_FORM         "形式"
#define W_USED_IN      "用于事项"
#define W_USED_STAGES  "用于阶段"
#define W_AS_OF        "截至 "
#define W_PROVISIONAL  "* 日期暂定：官方放假安排未公布"
#define W_AND          "、"

/* In the order of StewardLane, StewardMode, StewardLight, StewardMaterialForm. */
#define W_LANES        { "主流程", "并联", "联合验收", "自主验收", "市政公用", "后续" }
#define W_MODES        { "正常", "容缺受理", "告知承诺" }
#define W_LIGHTS       { "未开始", "办结", "超期办结", "正常", "暂停计时", "临期", "超期" }
#define W_FORMS        { "", "原件（加盖公章）", "原件", "复印件", "复印件（本部门核发的除外）" }
