/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-day-entry.h"

#include <stdlib.h>
#include <string.h>

#include "steward-day-private.h"

/* Nobody counts further by heart. */
#define MOST_WORKING_DAYS 999

static gboolean
exists (StewardDay day)
{
  int year, month, mday;

  steward_day_to_ymd (day, &year, &month, &mday);
  return steward_day_from_ymd (year, month, mday) == day;
}

static gboolean
parse_word (const char *text,
            StewardDay  today,
            StewardDay *day)
{
  static const struct
  {
    const char *word;
    int         distance;
  } words[] = {
    { ".", 0 }, { "。", 0 }, { "．", 0 }, { "0", 0 }, { "０", 0 },
    { "今天", 0 }, { "今日", 0 }, { "今", 0 }, { "today", 0 },
    { "昨天", -1 }, { "昨日", -1 }, { "昨", -1 }, { "yesterday", -1 },
    { "前天", -2 },
    { "明天", 1 }, { "明日", 1 }, { "tomorrow", 1 },
    { "后天", 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_ascii_strcasecmp (text, words[i].word) != 0 || !exists (today + words[i].distance))
        continue;
      *day = today + words[i].distance;
      return TRUE;
    }
  return FALSE;
}

/* The sign at the beginning of @text: −1, 1, or 0 when there is none. */
static int
take_sign (const char **text)
{
  static const struct
  {
    gunichar character;
    int      sign;
  } signs[] = {
    { '-', -1 }, { 0xff0d, -1 }, { 0x2212, -1 }, { 0x2013, -1 }, { 0x2014, -1 }, { '+', 1 }, { 0xff0b, 1 },
  };
  gunichar first = g_utf8_get_char (*text);

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      if (signs[i].character != first)
        continue;
      *text = g_utf8_next_char (*text);
      return signs[i].sign;
    }
  return 0;
}

static gboolean
parse_distance (const char            *folded,
                int                    sign,
                const StewardCalendar *calendar,
                StewardDay             today,
                StewardDay            *day)
{
  StewardDay found;
  int days;

  if (!steward_day_take_digits (&folded, 1, 3, &days) || *folded != '\0' || days > MOST_WORKING_DAYS)
    return FALSE;
  found = steward_calendar_add (calendar, today, sign * days);
  if (found == STEWARD_DAY_NONE)
    return FALSE;
  *day = found;
  return TRUE;
}

/* Keeps @candidate when it is nearer to @today; of two equally near ones the
 * earlier comes first and stays. */
static void
keep_nearest (StewardDay *day,
              StewardDay  candidate,
              StewardDay  today)
{
  if (candidate == STEWARD_DAY_NONE)
    return;
  if (*day == STEWARD_DAY_NONE || abs (candidate - today) < abs (*day - today))
    *day = candidate;
}

static StewardDay
nearest_in_year (int        month,
                 int        mday,
                 StewardDay today)
{
  StewardDay found = STEWARD_DAY_NONE;
  int year, this_month, this_day;

  steward_day_to_ymd (today, &year, &this_month, &this_day);
  /* Eight years cover the leap days around 2100. */
  for (int i = -8; i <= 8; i++)
    keep_nearest (&found, steward_day_from_ymd (year + i, month, mday), today);
  return found;
}

static StewardDay
nearest_in_month (int        mday,
                  StewardDay today)
{
  StewardDay found = STEWARD_DAY_NONE;
  int year, month, this_day;

  steward_day_to_ymd (today, &year, &month, &this_day);
  for (int i = -1; i <= 1; i++)
    {
      int months = year * 12 + month - 1 + i;

      keep_nearest (&found, steward_day_from_ymd (months / 12, months % 12 + 1, mday), today);
    }
  return found;
}

/* `8-12`, `8M12D`, `0812`, `12`, `12D`. */
static StewardDay
parse_short (const char *folded,
             StewardDay  today)
{
  const char *at = folded;
  int month, mday;

  if (strlen (folded) == 4 && steward_day_take_digits (&at, 2, 2, &month) &&
      steward_day_take_digits (&at, 2, 2, &mday))
    return nearest_in_year (month, mday, today);

  at = folded;
  if (!steward_day_take_digits (&at, 1, 2, &month))
    return STEWARD_DAY_NONE;
  if (*at == '\0' || g_str_equal (at, "D"))
    return nearest_in_month (month, today);
  if (*at != '-' && *at != 'M')
    return STEWARD_DAY_NONE;
  at++;
  if (!steward_day_take_digits (&at, 1, 2, &mday) || (*at != '\0' && !g_str_equal (at, "D")))
    return STEWARD_DAY_NONE;
  return nearest_in_year (month, mday, today);
}

gboolean
steward_day_parse_entry (const char            *text,
                         const StewardCalendar *calendar,
                         StewardDay             today,
                         StewardDay            *day)
{
  g_autofree char *typed = NULL;
  const char *rest;
  char folded[STEWARD_DAY_FOLDED];
  StewardDay found;
  int sign;

  g_return_val_if_fail (calendar != NULL && day != NULL, FALSE);
  g_return_val_if_fail (today != STEWARD_DAY_NONE, FALSE);

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return FALSE;
  typed = g_strstrip (g_strdup (text));
  if (parse_word (typed, today, day) || steward_day_parse_typed (typed, day))
    return TRUE;

  rest = typed;
  sign = take_sign (&rest);
  if (!steward_day_fold (rest, folded, sizeof folded))
    return FALSE;
  if (sign != 0)
    return parse_distance (folded, sign, calendar, today, day);
  found = parse_short (folded, today);
  if (found == STEWARD_DAY_NONE)
    return FALSE;
  *day = found;
  return TRUE;
}
