/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-day.h"

#include "steward-day-private.h"

#define FIRST_YEAR 1949
#define LAST_YEAR  2199

static gboolean
is_leap (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int
month_length (int year,
              int month)
{
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return month == 2 && is_leap (year) ? 29 : lengths[month - 1];
}

/* Years are counted from March, so that the leap day is the last of a year
 * and every month begins at a fixed place: (153 m + 2) / 5. */
StewardDay
steward_day_from_ymd (int year,
                      int month,
                      int day)
{
  int y, m;

  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 ||
      day < 1 || day > month_length (year, month) || (year == FIRST_YEAR && month < 10))
    return STEWARD_DAY_NONE;

  y = month <= 2 ? year - 1 : year;
  m = month <= 2 ? month + 9 : month - 3;
  return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1 - 719468;
}

void
steward_day_to_ymd (StewardDay  day,
                    int        *year,
                    int        *month,
                    int        *mday)
{
  int z, era, doe, yoe, doy, m;

  g_return_if_fail (day != STEWARD_DAY_NONE);

  z = day + 719468;
  era = (z >= 0 ? z : z - 146096) / 146097;
  doe = z - era * 146097;
  yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  m = (5 * doy + 2) / 153;

  if (year != NULL)
    *year = yoe + era * 400 + (m >= 10 ? 1 : 0);
  if (month != NULL)
    *month = m < 10 ? m + 3 : m - 9;
  if (mday != NULL)
    *mday = doy - (153 * m + 2) / 5 + 1;
}

gboolean
steward_day_take_digits (const char **at,
                         int          min,
                         int          max,
                         int         *number)
{
  int n = 0;

  for (*number = 0; n < max && g_ascii_isdigit (**at); n++, (*at)++)
    *number = *number * 10 + g_ascii_digit_value (**at);
  return n >= min;
}

static gboolean
take (const char **at,
      char         c)
{
  if (**at != c)
    return FALSE;
  (*at)++;
  return TRUE;
}

static gboolean
finish (int         year,
        int         month,
        int         mday,
        StewardDay *day)
{
  StewardDay parsed = steward_day_from_ymd (year, month, mday);

  if (parsed == STEWARD_DAY_NONE)
    return FALSE;
  *day = parsed;
  return TRUE;
}

gboolean
steward_day_parse (const char *text,
                   StewardDay *day)
{
  int year, month, mday;

  g_return_val_if_fail (day != NULL, FALSE);

  return text != NULL &&
         steward_day_take_digits (&text, 4, 4, &year) && take (&text, '-') &&
         steward_day_take_digits (&text, 2, 2, &month) && take (&text, '-') &&
         steward_day_take_digits (&text, 2, 2, &mday) && *text == '\0' &&
         finish (year, month, mday, day);
}

/* The ASCII character that @c stands for in a date, 0 when it has no
 * business there. */
static char
fold (gunichar c)
{
  static const struct
  {
    gunichar from;
    char     to;
  } folds[] = {
    { '-', '-' }, { '.', '-' }, { '/', '-' },
    { 0xff0d, '-' }, { 0xff0e, '-' }, { 0xff0f, '-' },  /* full-width - . / */
    { 0x2010, '-' }, { 0x2011, '-' }, { 0x2012, '-' }, { 0x2013, '-' },
    { 0x2014, '-' }, { 0x2015, '-' }, { 0x2212, '-' },  /* dashes, minus */
    { 0x3002, '-' },                                    /* 。 */
    { 0x5e74, 'Y' }, { 0x6708, 'M' }, { 0x65e5, 'D' }, { 0x53f7, 'D' },  /* 年 月 日 号 */
    { ' ', ' ' }, { '\t', ' ' }, { 0xa0, ' ' }, { 0x3000, ' ' },
  };

  if (c < 128 && g_ascii_isdigit (c))
    return c;
  if (c >= 0xff10 && c <= 0xff19)
    return '0' + (c - 0xff10);
  for (gsize i = 0; i < G_N_ELEMENTS (folds); i++)
    if (folds[i].from == c)
      return folds[i].to;
  return 0;
}

/* Folds @text into digits and separators; spaces go, except between digits,
 * where they leave no date. */
gboolean
steward_day_fold (const char *text,
                  char       *folded,
                  gsize       size)
{
  gboolean space = FALSE;
  gsize n = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      char c = fold (g_utf8_get_char (text));

      if (c == ' ')
        {
          space = TRUE;
          continue;
        }
      if (c == 0 || n + 1 >= size)
        return FALSE;
      if (space && n > 0 && g_ascii_isdigit (c) && g_ascii_isdigit (folded[n - 1]))
        return FALSE;
      folded[n++] = c;
      space = FALSE;
    }
  folded[n] = '\0';
  return TRUE;
}

gboolean
steward_day_parse_typed (const char *text,
                         StewardDay *day)
{
  char folded[STEWARD_DAY_FOLDED];
  const char *at = folded;
  int year, month, mday;

  g_return_val_if_fail (day != NULL, FALSE);

  if (text == NULL || !g_utf8_validate (text, -1, NULL) ||
      !steward_day_fold (text, folded, sizeof folded) || !steward_day_take_digits (&at, 4, 4, &year))
    return FALSE;

  if (take (&at, '-'))
    {
      if (!steward_day_take_digits (&at, 1, 2, &month) || !take (&at, '-') ||
          !steward_day_take_digits (&at, 1, 2, &mday))
        return FALSE;
    }
  else if (take (&at, 'Y'))
    {
      if (!steward_day_take_digits (&at, 1, 2, &month) || !take (&at, 'M') ||
          !steward_day_take_digits (&at, 1, 2, &mday))
        return FALSE;
      take (&at, 'D');
    }
  else if (!steward_day_take_digits (&at, 2, 2, &month) || !steward_day_take_digits (&at, 2, 2, &mday))
    return FALSE;
  return *at == '\0' && finish (year, month, mday, day);
}

char *
steward_day_format (StewardDay day)
{
  int year, month, mday;

  if (day == STEWARD_DAY_NONE)
    return g_strdup ("");
  steward_day_to_ymd (day, &year, &month, &mday);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, mday);
}

char *
steward_day_format_long (StewardDay day)
{
  int year, month, mday;

  if (day == STEWARD_DAY_NONE)
    return g_strdup ("");
  steward_day_to_ymd (day, &year, &month, &mday);
  return g_strdup_printf ("%d年%d月%d日", year, month, mday);
}

int
steward_day_get_weekday (StewardDay day)
{
  int rest;

  g_return_val_if_fail (day != STEWARD_DAY_NONE, 1);

  /* 1970-01-01 was a Thursday. */
  rest = (day + 3) % 7;
  return (rest < 0 ? rest + 7 : rest) + 1;
}

StewardDay
steward_day_today (void)
{
  g_autoptr(GDateTime) now = NULL;
  StewardDay day;

  if (steward_day_parse (g_getenv ("STEWARD_TODAY"), &day))
    return day;

  now = g_date_time_new_now_local ();
  return steward_day_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now),
                               g_date_time_get_day_of_month (now));
}
