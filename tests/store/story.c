/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "story.h"

#include "steward-piece.h"
#include "steward-plan.h"

#define PICK(words) (words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))])

static const char *const towns[] = { "云岭市", "汾源市", "滨江市", "石门市", "长河市", "东关市", "南泽市", "北屏市" };
static const char *const districts[] = { "经济技术开发区", "高新区", "城东区", "城西区", "新港区", "平川县", "青山县", "临湖镇" };
static const char *const roads[] = { "创业大道", "迎宾路", "工业一街", "纬三路", "滨河东路", "银杏街", "大同街", "学府路" };
static const char *const trades[] = { "新材料", "机械", "置业", "能源", "食品", "医药", "物流", "建设", "水务", "教育", "纺织", "电子" };
static const char *const works[] = {
  "标准厂房", "污水处理厂", "商业综合体", "职业技术学院实训楼", "人民医院门诊楼", "光伏发电站", "智慧物流园",
  "老旧小区改造工程", "生物医药中试基地", "大数据中心", "冷链仓储中心", "铝材加工生产线", "农贸市场", "养老服务中心",
  "城市道路改造工程", "幼儿园", "垃圾焚烧发电厂", "酒店及会议中心", "公共租赁住房", "供热管网"
};
static const char *const turns[] = { "新建项目", "扩建项目", "改造项目", "一期项目", "二期项目", "迁建项目" };
static const char *const signs[] = {
  "华", "盛", "宏", "远", "恒", "泰", "鼎", "立", "信", "达", "昌", "隆", "瑞", "祥", "博", "雅", "新", "科", "天", "成",
  "海", "润", "金", "辉", "福", "源", "晟", "嘉", "诚", "通", "正", "和", "凯", "龙", "明", "洋"
};
static const char *const surnames[] = { "甲", "乙", "丙", "丁", "戊", "己", "庚", "辛" };
static const char *const given[] = { "示例", "样本", "虚构", "演示", "假名" };
static const char *const kinds[] = { "咨询解答", "会商", "现场踏勘", "材料预审" };

const char *
story_steward (guint i)
{
  static char names[STORY_N_STEWARDS][32];

  G_STATIC_ASSERT (G_N_ELEMENTS (surnames) * G_N_ELEMENTS (given) == STORY_N_STEWARDS);
  i %= STORY_N_STEWARDS;
  if (names[i][0] == '\0')
    g_snprintf (names[i], sizeof names[i], "%s%s", surnames[i % G_N_ELEMENTS (surnames)],
                given[i / G_N_ELEMENTS (surnames)]);
  return names[i];
}

char *
story_uuid (GRand *random)
{
  guint32 a = g_rand_int (random), b = g_rand_int (random), c = g_rand_int (random), d = g_rand_int (random);

  return g_strdup_printf ("%08x-%04x-4%03x-%04x-%04x%08x", a, b >> 16, b & 0xfff,
                          0x8000 | (c & 0x3fff), c >> 16, d);
}

static void
set_fact (StewardProject *project,
          StewardFact     fact,
          char           *value)
{
  steward_project_set_fact (project, fact, value);
  g_free (value);
}

void
story_tell_facts (StewardProject *project,
                  GRand          *random)
{
  const char *town = PICK (towns), *district = PICK (districts), *work = PICK (works);
  g_autofree char *mark = g_strconcat (PICK (signs), PICK (signs), PICK (signs), NULL);

  set_fact (project, STEWARD_FACT_NAME,
            g_strdup_printf ("虚构%s%s%d号%s%s", g_rand_boolean (random) ? mark : town, district,
                             g_rand_int_range (random, 1, 400), work, PICK (turns)));
  set_fact (project, STEWARD_FACT_UNIT, g_strdup_printf ("虚构%s%s有限公司", mark, PICK (trades)));
  set_fact (project, STEWARD_FACT_CODE,
            g_strdup_printf ("%02d%02d-%06d-%02d-%02d-%06d", g_rand_int_range (random, 22, 27),
                             g_rand_int_range (random, 1, 13), g_rand_int_range (random, 990100, 990200),
                             g_rand_int_range (random, 1, 90), g_rand_int_range (random, 1, 6),
                             g_rand_int_range (random, 0, 1000000)));
  set_fact (project, STEWARD_FACT_PLACE,
            g_strdup_printf ("虚构%s%s%s%d号", town, district, PICK (roads), g_rand_int_range (random, 1, 600)));
  steward_project_set_fact (project, STEWARD_FACT_STEWARD,
                            story_steward (g_rand_int_range (random, 0, STORY_N_STEWARDS)));
  set_fact (project, STEWARD_FACT_INVESTMENT, g_strdup_printf ("%d", g_rand_int_range (random, 100, 200000)));
  set_fact (project, STEWARD_FACT_CONTENT,
            g_strdup_printf ("虚构：%s，建筑面积 %d ㎡", work, g_rand_int_range (random, 500, 90000)));
}

/* About half of the rows of the form, and some of their papers. */
static void
tick_boxes (StewardProject *project,
            StewardPack    *pack,
            GRand          *random,
            StewardDay      day)
{
  GPtrArray *parts = steward_pack_get_parts (pack);
  g_autofree char *date = steward_day_format (day);
  g_autofree char *at = g_strconcat (date, "T09:30:00+08:00", NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      GPtrArray *groups = ((StewardPart *) parts->pdata[i])->groups;

      for (guint k = 0; k < groups->len; k++)
        {
          GPtrArray *boxes = ((StewardGroup *) groups->pdata[k])->boxes;

          for (guint m = 0; m < boxes->len; m++)
            {
              const StewardBox *box = boxes->pdata[m];
              double share = box->kind == STEWARD_BOX_ITEM ? 0.5 : box->kind == STEWARD_BOX_MATERIAL ? 0.1 : 0;

              if (g_rand_double (random) < share)
                steward_project_set_tick (project, box->id, TRUE, "综合窗口", at);
            }
        }
    }
}

/* One case from its receipt on, as far as @today lets it, with a promised
 * limit where nobody gave one. The day it ended, or %STEWARD_DAY_NONE. */
static StewardDay
tell_case (StewardCase *told,
           GRand       *random,
           int          limit,
           StewardDay   day,
           StewardDay   today)
{
  StewardDay accepted = day + g_rand_int_range (random, 0, 4), decided;
  double luck = g_rand_double (random);

  if (limit < 0)
    limit = told->limit = g_rand_int_range (random, 3, 21);
  decided = accepted + MAX (limit, 1) + g_rand_int_range (random, -2, 12);

  steward_case_add_event (told, STEWARD_CASE_RECEIVED, day, "综合窗口", "", "");
  if (accepted > today || luck < 0.005)
    return STEWARD_DAY_NONE;
  steward_case_add_event (told, STEWARD_CASE_ACCEPTED, accepted, "审批部门", "", "");
  if (luck < 0.15)
    {
      StewardDay starts = accepted + 1, ends = starts + g_rand_int_range (random, 3, 30);

      if (starts > today)
        return STEWARD_DAY_NONE;
      steward_case_add_event (told, STEWARD_CASE_PROCEDURE_STARTS, starts, "审批部门", "专家评审", "");
      if (ends > today)
        return STEWARD_DAY_NONE;
      steward_case_add_event (told, STEWARD_CASE_PROCEDURE_ENDS, ends, "审批部门", "专家评审", "");
      decided = MAX (decided + ends - starts, ends);
    }
  decided = MAX (decided, accepted);
  if (decided > today || luck > 0.995)
    return STEWARD_DAY_NONE;
  steward_case_add_event (told, luck > 0.92 ? STEWARD_CASE_GRANTED_DEFERRED : STEWARD_CASE_GRANTED, decided,
                          "审批部门", "", "");
  return decided;
}

/* Stage after stage: the next begins some time after all cases of one. */
static void
tell_cases (StewardProject *project,
            GRand          *random,
            StewardDay      start,
            StewardDay      today)
{
  g_autoptr(StewardPlan) plan = steward_plan_new (project);
  const StewardStage *stage = NULL;
  g_autoptr(GPtrArray) cases = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_case_free);
  StewardDay day = start, last = start;
  gboolean ended = TRUE;

  for (guint i = 0; i < plan->items->len; i++)
    {
      const StewardPlanItem *item = plan->items->pdata[i];
      g_autofree char *id = g_strdup_printf ("c%02u", i + 1);
      StewardCase *told;
      StewardDay end;

      if (item->stage != stage)
        {
          if (!ended)
            break;
          day = last + (stage != NULL ? g_rand_int_range (random, 1, 60) : 0);
          stage = item->stage;
        }
      if (day > today)
        break;
      told = steward_case_new (id, item->id);
      g_ptr_array_add (cases, told);
      end = tell_case (told, random, item->limit, MIN (day + g_rand_int_range (random, 0, 8), today), today);
      ended = ended && end != STEWARD_DAY_NONE;
      if (end != STEWARD_DAY_NONE)
        last = MAX (last, end);
    }
  for (guint i = 0; i < cases->len; i++)
    steward_project_put_case (project, cases->pdata[i]);
}

StewardProject *
story_project_new (StewardPack *pack,
                   GRand       *random,
                   StewardDay   today)
{
  StewardProject *project = steward_project_new (pack);
  StewardDay start = today - g_rand_int_range (random, 0, 500);
  StewardLedgerEntry entry = { start, (char *) PICK (kinds), (char *) "虚构项目，首次沟通。", (char *) "" };
  double luck = g_rand_double (random);

  story_tell_facts (project, random);
  set_fact (project, STEWARD_FACT_START, steward_day_format (start));
  tick_boxes (project, pack, random, start);
  steward_project_add_ledger_entry (project, &entry);
  tell_cases (project, random, start, today);
  if (luck < 0.2)
    steward_project_set_state (project, luck < 0.05 ? STEWARD_STATE_SUSPENDED
                                        : luck < 0.18 ? STEWARD_STATE_CLOSED : STEWARD_STATE_REMOVED);
  return project;
}

StewardChangeSet *
story_retell (const StewardChangeSet *plot,
              StewardPack            *pack,
              GRand                  *random)
{
  g_autoptr(StewardProject) teller = steward_project_new (pack);
  g_autofree char *id = story_uuid (random);
  StewardChangeSet *set = steward_change_set_new (id, plot->actor, plot->label, 0);

  story_tell_facts (teller, random);
  for (guint i = 0; i < plot->changes->len; i++)
    {
      const StewardPieceChange *change = plot->changes->pdata[i];
      g_autoptr(GVariant) told = change->kind == STEWARD_PIECE_FACT
                                 ? steward_project_get_piece (teller, change->kind, change->key) : NULL;

      steward_change_set_add (set, change->kind, change->key, NULL, told != NULL ? told : change->after);
    }
  return set;
}

void
story_add_projects (StewardDatabase *database,
                    GRand           *random,
                    guint            n,
                    StewardDay       today)
{
  g_autoptr(GPtrArray) sets = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_change_set_free);
  g_auto(GStrv) packs = steward_pack_library_list ();
  guint n_packs = g_strv_length (packs);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(StewardPack) pack = steward_pack_library_load (packs[i % n_packs], &error);
      g_autoptr(StewardProject) project = NULL;
      g_autofree char *id = story_uuid (random);

      g_assert_no_error (error);
      project = story_project_new (pack, random, today);
      g_assert_true (steward_project_set_id (project, id));
      g_ptr_array_add (sets, steward_change_set_create (project, "王", "虚构"));
    }
  g_assert_cmpint (steward_database_apply_all (database, sets, &error), >, 0);
  g_assert_no_error (error);
}
