/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-label-private.h"

#include "steward-words-private.h"

static const char * const level_characters[] = W_LEVEL_CHARACTERS;
static const char * const level_names[] = W_LEVEL_NAMES;
static const char * const lights[] = W_LIGHTS;
static const char * const numerals[] = W_NUMERALS;

const char *
steward_label_project (const StewardSchedule *schedule)
{
  if (schedule->plan == NULL || schedule->plan->project == NULL)
    return "";
  return steward_project_get_fact (schedule->plan->project, STEWARD_FACT_NAME);
}

char *
steward_label_subtitle (const StewardSchedule *schedule,
                       const char            *kind)
{
  g_autoptr (GString) text = g_string_new (kind);

  if (schedule->plan != NULL && schedule->plan->pack != NULL)
    {
      GPtrArray *bases = steward_pack_get_bases (schedule->plan->pack);
      const StewardBasis *basis = bases->len > 0 ? g_ptr_array_index (bases, 0) : NULL;

      if (basis != NULL && basis->document != NULL)
        {
          g_string_append (text, W_SEPARATOR);
          g_string_append_printf (text, W_BASIS_F, basis->document);
        }
    }
  if (schedule->as_of != STEWARD_DAY_NONE)
    {
      g_autofree char *day = steward_day_format (schedule->as_of);

      g_string_append (text, W_SEPARATOR);
      g_string_append_printf (text, W_AS_OF_F, day);
    }
  return g_strdup (text->str);
}

char *
steward_label_total (const StewardSchedule *schedule)
{
  gboolean unknown = FALSE;
  g_autofree char *days = g_strdup_printf (W_WORKING_DAYS_F, schedule->approval_days);

  for (guint i = 0; i < schedule->rows->len; i++)
    unknown |= ((const StewardScheduleRow *) g_ptr_array_index (schedule->rows, i))->limit_unknown;
  if (unknown && schedule->approval_days == 0)
    return g_strdup (W_LIMIT_MISSING);
  return g_strconcat (unknown ? W_AT_LEAST : "", days, NULL);
}

char *
steward_label_summary (const StewardSchedule *schedule)
{
  int left = schedule->approval_days - schedule->used;
  g_autofree char *finish = steward_day_format (schedule->finish);
  g_autoptr (GString) text = g_string_new (NULL);

  if (schedule->approval_days > 0)
    {
      g_string_append_printf (text, W_USED_F, schedule->used);
      g_string_append (text, W_SEPARATOR);
      g_string_append_printf (text, left >= 0 ? W_LEFT_SHORT_F : W_OVER_SHORT_F, ABS (left));
      g_string_append (text, W_SEPARATOR);
    }
  g_string_append_printf (text, W_EXPECTED_F, finish);
  if (schedule->provisional)
    g_string_append (text, W_PROVISIONAL);
  return g_strdup (text->str);
}

char *
steward_label_stage (const StewardScheduleStage *stage)
{
  int number = stage->stage->number;

  if (number < 1 || number >= (int) G_N_ELEMENTS (numerals))
    return g_strdup (stage->stage->name);
  return g_strdup_printf ("%s %s", numerals[number], stage->stage->name);
}

char *
steward_label_numeral (int number)
{
  if (number < 1 || number >= (int) G_N_ELEMENTS (numerals))
    return g_strdup_printf ("%d", number);
  return g_strdup (numerals[number]);
}

char *
steward_label_budget (const StewardScheduleStage *stage)
{
  if (stage->budget < 0)
    return g_strdup (W_LIMIT_MISSING);
  return g_strdup_printf (W_WORKING_DAYS_F, stage->budget);
}

char *
steward_label_used (const StewardScheduleStage *stage)
{
  if (stage->light == STEWARD_LIGHT_NOT_STARTED && stage->used == 0)
    return g_strdup (W_NOT_STARTED);
  if (stage->budget < 0)
    return g_strdup_printf (W_USED_F " " W_WORKING_DAYS, stage->used);
  return g_strdup_printf (W_USED_OF_F, stage->used, stage->budget);
}

static char *
limit_of_waiting (const StewardScheduleRow *row,
                  gboolean                  shared)
{
  if (row->limit < 0 && row->item != NULL && row->item->block != NULL && row->item->block->within_stage)
    return g_strdup (W_IN_STAGE);
  if (row->limit_unknown || row->limit < 0)
    return g_strdup (W_LIMIT_MISSING);
  if (row->kind == STEWARD_ROW_ITEM && row->item->block_limit && !shared)
    return g_strdup ("");
  return row->limit == 0 ? g_strdup (W_SAME_DAY) : g_strdup_printf (W_DAYS_F, row->limit);
}

char *
steward_label_limit (const StewardScheduleRow *row,
                    gboolean                  shared)
{
  const StewardClockAnswer *answer = &row->answer;
  gboolean unknown = row->limit_unknown || row->limit < 0;

  switch (answer->light)
    {
    case STEWARD_LIGHT_DONE:
      return answer->used == 0 ? g_strdup (W_TOOK_NONE) : g_strdup_printf (W_TOOK_F, answer->used);
    case STEWARD_LIGHT_DONE_LATE:
      /* On a rest day after the due day it is late by no working day. */
      return answer->remaining == 0 ? g_strdup (W_LATE) : g_strdup_printf (W_TOOK_LATE_F, -answer->remaining);
    case STEWARD_LIGHT_PAUSED:
      return g_strdup (W_PAUSED);
    case STEWARD_LIGHT_GREEN:
    case STEWARD_LIGHT_YELLOW:
      if (unknown)
        return limit_of_waiting (row, shared);
      return answer->remaining == 0 ? g_strdup (W_DUE_TODAY) : g_strdup_printf (W_LEFT_F, answer->remaining);
    case STEWARD_LIGHT_RED:
      if (unknown)
        return limit_of_waiting (row, shared);
      return answer->remaining == 0 ? g_strdup (W_LATE) : g_strdup_printf (W_OVER_F, -answer->remaining);
    case STEWARD_LIGHT_NOT_STARTED:
    default:
      return limit_of_waiting (row, shared);
    }
}

char *
steward_label_day (StewardDay day)
{
  int year, month, mday;

  steward_day_to_ymd (day, &year, &month, &mday);
  return g_strdup_printf ("%d-%02d", month, mday);
}

char *
steward_label_dates (const StewardScheduleRow *row)
{
  g_autofree char *start = steward_label_day (row->start);
  g_autofree char *finish = steward_label_day (row->finish);
  const char *mark = row->provisional ? W_PROVISIONAL_MARK : "";

  if (row->start == row->finish)
    return g_strconcat (start, mark, NULL);
  return g_strconcat (start, " → ", finish, mark, NULL);
}

char *
steward_label_length (StewardDay start,
                      StewardDay finish)
{
  int days = finish - start;

  if (days < 45)
    return g_strdup_printf (W_ABOUT_DAYS_F, days);
  return g_strdup_printf (W_MONTHS_F, (int) (days / 30.44 + 0.5));
}

/* TRUE when a name of a bureau ends at @at. */
static gboolean
ends_name (const char *at)
{
  return *at == '\0' || g_str_has_prefix (at, W_BUREAU_AND) || g_str_has_prefix (at, W_BUREAU_OR);
}

char *
steward_label_bureau (const char *bureau)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const gsize length = strlen (W_BUREAU_SUFFIX);

  for (const char *c = bureau != NULL ? bureau : ""; *c != '\0';)
    {
      if (text->len > 0 && g_str_has_prefix (c, W_BUREAU_SUFFIX) && ends_name (c + length))
        {
          c += length;
          continue;
        }
      g_string_append_len (text, c, g_utf8_next_char (c) - c);
      c = g_utf8_next_char (c);
    }
  return g_strdup (text->str);
}

char *
steward_label_local_bureau (const char *bureau,
                            const char *region)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gsize length = region != NULL ? strlen (region) : 0;
  gboolean first = TRUE;

  for (const char *c = bureau != NULL ? bureau : ""; *c != '\0';)
    {
      if (first && length > 0 && g_str_has_prefix (c, region) && !ends_name (c + length))
        c += length;
      first = ends_name (c);
      g_string_append_len (text, c, g_utf8_next_char (c) - c);
      c = g_utf8_next_char (c);
    }
  return g_strdup (text->str);
}

char *
steward_label_first_bureau (const char *bureau)
{
  const char *c = bureau != NULL ? bureau : "";
  const char *end = c;
  g_autofree char *first = NULL;
  int depth = 0;

  /* What stands in brackets belongs to the name before them. */
  while (*end != '\0' && (depth > 0 || (!g_str_has_prefix (end, W_BUREAU_AND) && !g_str_has_prefix (end, W_BUREAU_OR))))
    {
      depth += g_str_has_prefix (end, W_OPEN_BRACKET) - g_str_has_prefix (end, W_CLOSE_BRACKET);
      end = g_utf8_next_char (end);
    }
  first = g_strndup (c, end - c);
  return steward_label_bureau (first);
}

const char *
steward_label_level (StewardLevel level)
{
  return level >= 0 && level < (int) G_N_ELEMENTS (level_characters) ? level_characters[level] : "";
}

const char *
steward_label_level_name (StewardLevel level)
{
  return level >= 0 && level < (int) G_N_ELEMENTS (level_names) ? level_names[level] : "";
}

const char *
steward_label_light (StewardLight light)
{
  g_return_val_if_fail (light >= 0 && light < (int) G_N_ELEMENTS (lights), "");

  return lights[light];
}

const char *
steward_label_lane (StewardLane lane)
{
  switch (lane)
    {
    case STEWARD_LANE_MAIN:
      return W_MAIN;
    case STEWARD_LANE_PARALLEL:
      return W_PARALLEL;
    case STEWARD_LANE_JOINT:
      return W_JOINT;
    case STEWARD_LANE_SELF:
      return W_SELF;
    case STEWARD_LANE_UTILITY:
      return W_UTILITY;
    case STEWARD_LANE_AFTER:
    default:
      return W_AFTER;
    }
}

const char *
steward_label_row_name (const StewardScheduleRow *row)
{
  if (row->item != NULL && row->item->short_name != NULL && *row->item->short_name != '\0')
    return row->item->short_name;
  return row->name;
}

/* A case that fell away is still on the list, but asks for nothing more. */
gboolean
steward_label_row_faded (const StewardScheduleRow *row)
{
  const StewardCase *case_ = row->item != NULL ? row->item->case_ : NULL;
  const StewardEvent *last;

  if (case_ == NULL || case_->events == NULL || case_->events->len == 0)
    return FALSE;
  last = g_ptr_array_index (case_->events, case_->events->len - 1);
  switch (last->status)
    {
    case STEWARD_CASE_WITHDRAWN:
    case STEWARD_CASE_NOT_ACCEPTED:
    case STEWARD_CASE_REFUSED:
    case STEWARD_CASE_NOT_GRANTED:
    case STEWARD_CASE_REVOKED_APPLICATION:
    case STEWARD_CASE_REVOKED:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
add_part (GString    *text,
          const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, W_COMMA);
  g_string_append (text, part);
}

static void
describe_item (GString               *text,
               const StewardPlanItem *item)
{
  add_part (text, steward_label_lane (item->lane));
  add_part (text, item->bureau);
  add_part (text, steward_label_level_name (item->level));
  if (item->mode == STEWARD_MODE_COMMITMENT)
    add_part (text, W_COMMITMENT_LONG);
  if (item->mode == STEWARD_MODE_DEFERRAL)
    add_part (text, W_DEFERRAL_LONG);
  if (item->supplement)
    add_part (text, W_SUPPLEMENT_LONG);
}

char *
steward_label_describe (const StewardScheduleRow *row)
{
  g_autoptr (GString) text = g_string_new (row->name);
  g_autofree char *dates = steward_label_dates (row);

  if (row->stage != NULL)
    add_part (text, row->stage->name);
  if (row->item != NULL)
    {
      g_autofree char *now = steward_label_limit (row, FALSE);

      describe_item (text, row->item);
      if (row->limit_unknown || row->limit < 0)
        add_part (text, W_LIMIT_MISSING);
      else
        {
          g_autofree char *limit = g_strdup_printf (W_LIMIT_SENTENCE_F, row->limit);

          add_part (text, limit);
        }
      add_part (text, steward_label_light (row->answer.light));
      if (row->answer.light != STEWARD_LIGHT_NOT_STARTED && row->answer.light != STEWARD_LIGHT_PAUSED)
        add_part (text, now);
    }
  add_part (text, dates);
  if (row->critical)
    add_part (text, W_CRITICAL);
  g_string_append (text, W_STOP);
  return g_strdup (text->str);
}
