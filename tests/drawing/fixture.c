/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

struct _Fixture
{
  StewardSchedule       schedule;
  GPtrArray            *owned;       /* freed with the fixture */
  StewardScheduleStage *stage;
  StewardBlock         *block;
  StewardDay            block_start;
  StewardDay            next;        /* where the next block may begin */
  StewardScheduleRow   *last;
};

static gpointer
own (Fixture  *self,
     gpointer  pointer)
{
  g_ptr_array_add (self->owned, pointer);
  return pointer;
}

#define OWN(self, type) ((type *) own (self, g_new0 (type, 1)))

Fixture *
fixture_new (StewardDay start,
             StewardDay as_of)
{
  Fixture *self = g_new0 (Fixture, 1);

  self->owned = g_ptr_array_new_with_free_func (g_free);
  self->schedule.calendar = steward_calendar_new_official ();
  self->schedule.as_of = as_of;
  self->schedule.start = start;
  self->schedule.finish = start;
  self->schedule.stages = g_ptr_array_new ();
  self->schedule.rows = g_ptr_array_new ();
  self->next = start;
  return self;
}

void
fixture_free (Fixture *self)
{
  for (guint i = 0; i < self->schedule.stages->len; i++)
    {
      StewardScheduleStage *stage = g_ptr_array_index (self->schedule.stages, i);

      g_ptr_array_unref (stage->rows);
    }
  g_ptr_array_unref (self->schedule.stages);
  g_ptr_array_unref (self->schedule.rows);
  steward_calendar_unref (self->schedule.calendar);
  g_ptr_array_unref (self->owned);
  g_free (self);
}

void
fixture_add_stage (Fixture    *self,
                   int         number,
                   const char *name,
                   int         limit)
{
  StewardStage *stage = OWN (self, StewardStage);

  stage->id = own (self, g_strdup_printf ("s%d", number));
  stage->number = number;
  stage->name = own (self, g_strdup (name));
  stage->limit = limit;
  self->stage = OWN (self, StewardScheduleStage);
  self->stage->stage = stage;
  self->stage->budget = limit;
  self->stage->start = self->stage->finish = self->next;
  self->stage->rows = g_ptr_array_new ();
  g_ptr_array_add (self->schedule.stages, self->stage);
  self->schedule.approval_days += MAX (0, limit);
  self->block = NULL;
  self->block_start = self->next;
}

void
fixture_add_block (Fixture     *self,
                   StewardLane  lane,
                   int          limit,
                   gboolean     after)
{
  StewardBlock *block = OWN (self, StewardBlock);

  block->id = own (self, g_strdup_printf ("b%u", self->owned->len));
  block->stage = self->stage->stage;
  block->lane = lane;
  block->limit = limit;
  block->after = own (self, g_new0 (char *, 2));
  block->within_stage = lane == STEWARD_LANE_UTILITY;
  if (self->block != NULL)
    {
      if (after)
        {
          block->after[0] = self->block->id;
          self->block_start = self->next;
        }
      else
        block->after[0] = self->block->after[0];
    }
  self->block = block;
}

void
fixture_close_block (Fixture *self)
{
  self->block = NULL;
}

static StewardScheduleRow *
add_row (Fixture                *self,
         StewardScheduleRowKind  kind,
         const char             *name,
         StewardDay              start,
         int                     days)
{
  StewardScheduleRow *row = OWN (self, StewardScheduleRow);

  row->kind = kind;
  row->stage = self->stage->stage;
  row->id = own (self, g_strdup_printf ("r%u", self->schedule.rows->len));
  row->name = own (self, g_strdup (name));
  row->planned_start = row->start = start;
  row->planned_finish = row->finish = steward_calendar_add (self->schedule.calendar, start, days);
  row->accepted = row->decided = STEWARD_DAY_NONE;
  row->limit = days;
  row->answer.due = STEWARD_DAY_NONE;
  row->provisional = steward_calendar_is_provisional (self->schedule.calendar, row->finish);
  self->schedule.provisional |= row->provisional;
  self->schedule.finish = MAX (self->schedule.finish, row->finish);
  g_ptr_array_add (self->schedule.rows, row);
  return row;
}

static void
handle_case (Fixture            *self,
             StewardScheduleRow *row,
             const FixtureItem  *item,
             int                 limit)
{
  StewardClockQuestion question = { .from = self->block_start + item->accepted, .days = MAX (0, limit),
                                    .finished = STEWARD_DAY_NONE, .as_of = self->schedule.as_of,
                                    .thresholds = STEWARD_THRESHOLDS_DEFAULT };

  row->accepted = row->start = question.from;
  if (item->decided >= 0)
    row->decided = question.finished = self->block_start + MAX (item->accepted, item->decided);
  if (item->pause_to > 0)
    {
      row->pauses = OWN (self, StewardPause);
      row->pauses[0] = (StewardPause) { self->block_start + item->pause_from, self->block_start + item->pause_to,
                                        "专家评审" };
      row->n_pauses = 1;
    }
  question.pauses = row->pauses;
  question.n_pauses = row->n_pauses;
  row->answer = steward_clock_ask (self->schedule.calendar, &question);
  if (row->decided != STEWARD_DAY_NONE)
    row->finish = row->decided;
  else
    row->finish = MAX (row->answer.due != STEWARD_DAY_NONE ? row->answer.due : row->start, row->start);
  self->stage->used = MAX (self->stage->used, steward_calendar_count (self->schedule.calendar, self->stage->start,
                                                                      MIN (row->finish, self->schedule.as_of)));
  self->stage->used = CLAMP (self->stage->used, 0, MAX (0, self->stage->budget));
}

void
fixture_add_item (Fixture           *self,
                  const FixtureItem *from)
{
  StewardPlanItem *item = OWN (self, StewardPlanItem);
  int limit = from->limit;
  StewardScheduleRow *row;

  if (limit < 0 && self->block != NULL)
    limit = self->block->limit;
  row = add_row (self, STEWARD_ROW_ITEM, from->name, self->block_start, MAX (0, limit));
  item->id = row->id;
  item->stage = self->stage->stage;
  item->block = self->block;
  item->name = item->short_name = row->name;
  item->lane = self->block != NULL ? self->block->lane : STEWARD_LANE_PARALLEL;
  item->level = from->level;
  item->mode = from->mode;
  item->limit = limit;
  item->block_limit = from->limit < 0 && self->block != NULL;
  item->bureau = own (self, g_strdup (from->bureau));
  item->supplement = from->supplement;
  row->item = item;
  row->limit = limit;
  row->limit_unknown = limit < 0 && item->lane != STEWARD_LANE_UTILITY;
  row->critical = from->critical;
  row->total_float = from->critical ? 0 : 2;
  if (self->last != NULL && from->critical)
    {
      row->why = self->last->id;
      row->why_text = own (self, g_strdup_printf ("在“%s”之后。", self->last->name));
    }
  if (from->accepted >= 0)
    handle_case (self, row, from, limit);
  g_ptr_array_add (self->stage->rows, row);
  self->stage->light = steward_light_worse (self->stage->light, row->answer.light);
  self->stage->finish = MAX (self->stage->finish, row->finish);
  self->schedule.finish = MAX (self->schedule.finish, row->finish);
  self->next = MAX (self->next, row->finish);
  if (from->critical)
    self->last = row;
}

void
fixture_add_activity (Fixture    *self,
                      const char *name,
                      int         days)
{
  StewardScheduleRow *row = add_row (self, STEWARD_ROW_ACTIVITY, name, self->next, days);

  row->critical = TRUE;
  g_ptr_array_add (self->stage->rows, row);
  self->next = row->finish;
  self->last = row;
}

void
fixture_add_node (Fixture    *self,
                  const char *name,
                  int         days)
{
  StewardScheduleRow *row = add_row (self, STEWARD_ROW_NODE, name, self->stage->finish, days);

  row->start = row->finish;
  g_ptr_array_add (self->stage->rows, row);
}

StewardSchedule *
fixture_get (Fixture *self)
{
  self->schedule.used = 0;
  for (guint i = 0; i < self->schedule.stages->len; i++)
    self->schedule.used += ((StewardScheduleStage *) g_ptr_array_index (self->schedule.stages, i))->used;
  return &self->schedule;
}

#define ITEM(...) fixture_add_item (self, &(FixtureItem) { __VA_ARGS__ })
#define COUNTY .level = STEWARD_LEVEL_COUNTY
#define CITY .level = STEWARD_LEVEL_CITY
#define ZONE .level = STEWARD_LEVEL_ZONE
#define OPEN .accepted = -1, .decided = -1
#define SHARED .limit = -1, .critical = TRUE

static void
add_first_stages (Fixture *self)
{
  fixture_add_stage (self, 1, "立项用地许可阶段", 8);
  fixture_add_block (self, STEWARD_LANE_MAIN, 1, FALSE);
  ITEM ("项目备案", "行政审批部门", CITY, SHARED, .accepted = 0, .decided = 1);
  fixture_add_block (self, STEWARD_LANE_PARALLEL, 7, TRUE);
  ITEM ("用地规划许可证", "规划部门、行政审批部门", CITY, SHARED, .accepted = 0, .decided = 7);
  ITEM ("环境影响评价", "生态环境部门", CITY, SHARED, .accepted = 0, .decided = 21, .pause_from = 3, .pause_to = 15);
  ITEM ("节能审查", "行政审批部门", CITY, SHARED, .accepted = 0, .decided = 6, .mode = STEWARD_MODE_DEFERRAL);
  ITEM ("水土保持方案", "行政审批部门", CITY, SHARED, .accepted = 0, .decided = 12);
  ITEM ("洪水影响评价", "行政审批部门", CITY, SHARED, .accepted = 0, .decided = 9);
  fixture_add_stage (self, 2, "工程建设许可阶段", 7);
  fixture_add_block (self, STEWARD_LANE_PARALLEL, 4, FALSE);
  ITEM ("防空地下室报建", "属地行政审批部门", COUNTY, SHARED, .accepted = 0, .decided = 4);
  ITEM ("防雷设计审核", "行政审批部门", CITY, SHARED, .accepted = 0, .decided = 2, .mode = STEWARD_MODE_COMMITMENT);
  fixture_add_block (self, STEWARD_LANE_MAIN, 3, TRUE);
  ITEM ("工程规划许可证", "行政审批部门", CITY, SHARED, .accepted = 0, .decided = 3);
}

static void
add_last_stages (Fixture *self)
{
  fixture_add_stage (self, 3, "施工许可阶段", 6);
  fixture_add_block (self, STEWARD_LANE_PARALLEL, 3, FALSE);
  ITEM ("消防设计审查", "属地住建部门", COUNTY, SHARED, .accepted = 0, .decided = -1);
  ITEM ("配套费", "住建部门", CITY, SHARED, .accepted = 1, .decided = -1);
  fixture_add_block (self, STEWARD_LANE_MAIN, 3, TRUE);
  ITEM ("质量监督注册", "属地住建部门、行政审批部门", ZONE, SHARED, OPEN);
  ITEM ("安全监督备案", "属地住建部门、行政审批部门", ZONE, SHARED, OPEN);
  ITEM ("施工许可", "属地住建部门、行政审批部门", ZONE, SHARED, OPEN);
  fixture_add_block (self, STEWARD_LANE_UTILITY, -1, FALSE);
  ITEM ("供水", "供水单位", .limit = -1, OPEN);
  ITEM ("供电", "供电单位", .limit = -1, OPEN);
  ITEM ("燃气", "燃气单位", .limit = -1, OPEN);
  ITEM ("供热", "供热单位", .limit = -1, OPEN);
  ITEM ("通讯", "通讯单位", .limit = -1, OPEN);
  fixture_add_activity (self, "施工", 290);
  fixture_add_stage (self, 4, "竣工验收阶段", 13);
  fixture_add_block (self, STEWARD_LANE_JOINT, 12, FALSE);
  ITEM ("消防验收", "属地住建部门", COUNTY, SHARED, OPEN);
  ITEM ("城建档案验收", "属地住建部门", COUNTY, SHARED, OPEN);
  ITEM ("人防竣工备案", "行政审批部门", CITY, SHARED, OPEN);
  ITEM ("竣工认可证", "行政审批部门", CITY, SHARED, OPEN);
  ITEM ("防雷装置验收", "行政审批部门", CITY, SHARED, OPEN);
  fixture_add_block (self, STEWARD_LANE_SELF, 8, FALSE);
  ITEM ("水保方案验收", "水务部门", CITY, .limit = -1, OPEN);
  ITEM ("节能验收备案", "行政审批部门", CITY, .limit = -1, OPEN);
  fixture_add_block (self, STEWARD_LANE_MAIN, 1, TRUE);
  ITEM ("竣工验收备案", "行政审批部门", CITY, SHARED, OPEN);
  fixture_add_node (self, "办结单", 0);
  fixture_add_node (self, "工作建议表", 3);
}

Fixture *
fixture_new_complex (void)
{
  Fixture *self = fixture_new (steward_day_from_ymd (2026, 7, 1), steward_day_from_ymd (2026, 8, 7));

  add_first_stages (self);
  add_last_stages (self);
  return self;
}

Fixture *
fixture_new_factory (void)
{
  Fixture *self = fixture_new (steward_day_from_ymd (2026, 4, 24), steward_day_from_ymd (2026, 5, 14));

  fixture_add_stage (self, 1, "立项用地规划许可阶段", -1);
  ITEM ("企业投资项目备案", "行政审批服务管理局", CITY, .limit = 0, .accepted = 0, .decided = 0);
  ITEM ("建设项目用地预审与选址意见书核发", "规划和自然资源局", CITY, .limit = -1, .accepted = 0, .decided = 12);
  fixture_add_stage (self, 2, "工程建设许可阶段", -1);
  ITEM ("建设项目环境影响评价文件审批", "生态环境局", CITY, .limit = 7, .accepted = 0, .decided = 25,
        .pause_from = 3, .pause_to = 18, .critical = TRUE);
  ITEM ("生产建设项目水土保持方案审批", "行政审批服务管理局", ZONE, .limit = 0, .accepted = 0, .decided = 0,
        .mode = STEWARD_MODE_COMMITMENT);
  ITEM ("应建防空地下室的民用建筑项目报建审批", "国防动员办公室", CITY, .limit = 4, OPEN);
  fixture_add_node (self, "推送开发区", 1);
  fixture_add_stage (self, 3, "施工许可阶段", -1);
  ITEM ("建筑工程施工许可证核发", "住房和城乡建设局", ZONE, .limit = -1, OPEN, .supplement = TRUE);
  fixture_add_stage (self, 4, "竣工验收阶段", -1);
  return self;
}

Fixture *
fixture_new_random (guint32 seed,
                    int     most)
{
  static const char * const pieces[] = { "建设", "工程", "消防", "验收备案", "规划许可证", "防雷装置", "用地",
                                         "A-12 地块", "水土保持方案", "、", "评审审批" };
  static const char * const bureaus[] = { "行政审批部门", "规划部门或行政审批部门", "", "水务部门", "属地住建部门、人防部门",
                                          "牵头部门（住建或行政审批）" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  Fixture *self = fixture_new (steward_day_from_ymd (2026, 1, 5) + g_rand_int_range (rand, 0, 300),
                               steward_day_from_ymd (2026, 6, 1));
  int n_stages = g_rand_int_range (rand, 1, 6);

  for (int s = 1; s <= n_stages; s++)
    {
      int n = g_rand_int_range (rand, 0, most + 1);
      gboolean blocks = g_rand_boolean (rand);

      fixture_add_stage (self, s, s % 2 ? "立项用地许可阶段" : "一个名称相当长的阶段名称", g_rand_int_range (rand, -1, 30));
      for (int i = 0; i < n; i++)
        {
          g_autoptr (GString) name = g_string_new ("事项");
          int length = g_rand_int_range (rand, 0, 9);

          if (blocks && (i == 0 || g_rand_int_range (rand, 0, 4) == 0))
            fixture_add_block (self, g_rand_int_range (rand, 0, 6), g_rand_int_range (rand, -1, 20), g_rand_boolean (rand));
          for (int k = 0; k < length; k++)
            g_string_append (name, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
          ITEM (name->str, bureaus[(7 * i + s) % G_N_ELEMENTS (bureaus)], .level = g_rand_int_range (rand, 0, 7),
                .limit = g_rand_int_range (rand, -1, 20), .accepted = g_rand_int_range (rand, -1, 5),
                .decided = g_rand_int_range (rand, -1, 2) * 6, .mode = g_rand_int_range (rand, 0, 3),
                .supplement = g_rand_int_range (rand, 0, 5) == 0, .critical = g_rand_boolean (rand),
                .pause_from = 1, .pause_to = g_rand_int_range (rand, 0, 2) * 9);
        }
      if (g_rand_int_range (rand, 0, 3) == 0)
        fixture_add_activity (self, "施工期", g_rand_int_range (rand, 1, 400));
      if (g_rand_boolean (rand))
        fixture_add_node (self, "办结单", g_rand_int_range (rand, 0, 4));
    }
  return self;
}
