/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-project.h"

#include <math.h>
#include <string.h>
#include <glib/gi18n-lib.h>

#include "steward-fact-private.h"

typedef struct
{
  const char      *key;
  const char      *label;
  StewardFactKind  kind;
  gsize            max;
  gboolean         lines;      /* line breaks are kept */
} StewardFactInfo;

static const StewardFactInfo facts[STEWARD_N_FACTS] = {
  [STEWARD_FACT_NAME]        = { "name", "项目名称", STEWARD_FACT_TEXT, 200, FALSE },
  [STEWARD_FACT_CODE]        = { "code", "项目代码", STEWARD_FACT_PROJECT_CODE, 40, FALSE },
  [STEWARD_FACT_UNIT]        = { "unit", "项目单位", STEWARD_FACT_TEXT, 200, FALSE },
  [STEWARD_FACT_CREDIT_CODE] = { "credit_code", "统一社会信用代码", STEWARD_FACT_CREDIT, 40, FALSE },
  [STEWARD_FACT_CONTACT]     = { "contact", "联系人", STEWARD_FACT_TEXT, 100, FALSE },
  [STEWARD_FACT_PHONE]       = { "phone", "联系电话", STEWARD_FACT_PHONE_NUMBER, 100, FALSE },
  [STEWARD_FACT_STEWARD]     = { "steward", "项目长", STEWARD_FACT_TEXT, 100, FALSE },
  [STEWARD_FACT_AGENCY]      = { "agency", "代办机构", STEWARD_FACT_TEXT, 200, FALSE },
  [STEWARD_FACT_FILLED_BY]   = { "filled_by", "填表人", STEWARD_FACT_TEXT, 100, FALSE },
  [STEWARD_FACT_FILLED_ON]   = { "filled_on", "填表日期", STEWARD_FACT_DATE, 40, FALSE },
  [STEWARD_FACT_TYPE]        = { "type", "项目类型", STEWARD_FACT_TEXT, 200, FALSE },
  [STEWARD_FACT_PLACE]       = { "place", "建设地点", STEWARD_FACT_TEXT, 500, FALSE },
  [STEWARD_FACT_SCALE]       = { "scale", "建设规模", STEWARD_FACT_TEXT, STEWARD_TEXT_MAX_CHARS, TRUE },
  [STEWARD_FACT_CONTENT]     = { "content", "建设内容", STEWARD_FACT_TEXT, STEWARD_TEXT_MAX_CHARS, TRUE },
  [STEWARD_FACT_FUNDING]     = { "funding", "资金来源", STEWARD_FACT_TEXT, 500, FALSE },
  [STEWARD_FACT_INVESTMENT]  = { "investment", "总投资（万元）", STEWARD_FACT_NUMBER, 40, FALSE },
  [STEWARD_FACT_LAND]        = { "land", "用地情况", STEWARD_FACT_TEXT, STEWARD_TEXT_MAX_CHARS, TRUE },
  [STEWARD_FACT_PLOT]        = { "plot", "地块编号", STEWARD_FACT_TEXT, 100, FALSE },
  [STEWARD_FACT_NOTE]        = { "note", "备注", STEWARD_FACT_TEXT, STEWARD_TEXT_MAX_CHARS, TRUE },
  [STEWARD_FACT_START]       = { "start", "计划开始日期", STEWARD_FACT_DATE, 40, FALSE },
};

static const gunichar dashes[] = {
  0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0x2500, 0x30fc, 0xfe58, 0xfe63, 0xff0d
};

static gboolean
is_dash (gunichar c)
{
  for (gsize i = 0; i < G_N_ELEMENTS (dashes); i++)
    {
      if (dashes[i] == c)
        return TRUE;
    }
  return c == '-';
}

/* Characters nobody sees: they come with pasted cells and break searching. */
static gboolean
is_invisible (gunichar c)
{
  return (g_unichar_iscntrl (c) && c != '\n' && c != '\t' && c != '\r') ||
         (c >= 0x200b && c <= 0x200f) || c == 0x2060 || c == 0xfeff || c == 0xfffe;
}

static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x2028 || c == 0x2029 || c == 0x0085;
}

char *
steward_fact_fold (const char *text)
{
  GString *folded = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_space (c))
        {
          space = TRUE;
          continue;
        }
      if (is_invisible (c))
        continue;
      if (is_dash (c))
        c = '-';
      else if (c >= 0xff01 && c <= 0xff5e)
        c -= 0xfee0;
      if (space && folded->len > 0)
        g_string_append_c (folded, ' ');
      space = FALSE;
      g_string_append_unichar (folded, c);
    }
  return g_string_free (folded, FALSE);
}

/* A break between Chinese characters is a wrapped cell, not a word space. */
static void
append_break (GString    *text,
              const char *next,
              gboolean    lines,
              gboolean    had_break)
{
  gunichar before = 0, after = g_utf8_get_char (next);

  if (text->len == 0)
    return;
  before = g_utf8_get_char (g_utf8_prev_char (text->str + text->len));
  if (had_break && lines)
    g_string_append_c (text, '\n');
  else if (!had_break || (before < 0x2e80 && after < 0x2e80))
    g_string_append_c (text, ' ');
}

static char *
normalise_text (const char *typed,
                gboolean    lines)
{
  GString *text = g_string_new (NULL);
  gboolean space = FALSE, had_break = FALSE;

  for (const char *p = typed; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_space (c))
        {
          space = TRUE;
          had_break = had_break || c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029 || c == 0x0085;
          continue;
        }
      if (is_invisible (c))
        continue;
      if (space)
        append_break (text, p, lines, had_break);
      space = had_break = FALSE;
      g_string_append_unichar (text, c);
    }
  return g_string_free (text, FALSE);
}

static char *
normalise_date (StewardFact   fact,
                const char   *typed,
                char        **warning)
{
  g_autofree char *folded = steward_fact_fold (typed);
  StewardDay day;

  if (*folded == '\0')
    return g_steal_pointer (&folded);
  if (!steward_day_parse_typed (folded, &day))
    {
      *warning = g_strdup_printf (_("“%s” is not a date of the calendar."), folded);
      return g_steal_pointer (&folded);
    }
  if (fact == STEWARD_FACT_FILLED_ON && day > steward_day_today ())
    *warning = g_strdup (_("This date lies in the future."));
  return steward_day_format (day);
}

/* Factor from the unit written after an amount to 万元; 0 for other words. */
static double
amount_factor (const char *unit)
{
  static const struct { const char *word; double factor; } units[] = {
    { "", 1 }, { "万", 1 }, { "万元", 1 }, { "万元人民币", 1 }, { "亿", 10000 },
    { "亿元", 10000 }, { "亿元人民币", 10000 }, { "元", 0.0001 }, { "元人民币", 0.0001 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      if (strcmp (units[i].word, unit) == 0)
        return units[i].factor;
    }
  return 0;
}

static char *
format_amount (double amount)
{
  char *text = g_malloc (G_ASCII_DTOSTR_BUF_SIZE);
  char *end;

  g_ascii_formatd (text, G_ASCII_DTOSTR_BUF_SIZE, "%.6f", amount);
  end = text + strlen (text);
  while (end[-1] == '0')
    *--end = '\0';
  if (end[-1] == '.')
    end[-1] = '\0';
  return text;
}

static char *
normalise_number (const char  *typed,
                  char       **warning)
{
  g_autofree char *folded = steward_fact_fold (typed);
  g_autofree char *plain = NULL;
  char *rest = NULL;
  double amount, factor;

  if (*folded == '\0')
    return g_steal_pointer (&folded);
  plain = g_new0 (char, strlen (folded) + 1);
  for (gsize i = 0, n = 0; folded[i]; i++)
    {
      if (folded[i] != ',' && folded[i] != ' ')
        plain[n++] = folded[i];
    }
  amount = g_ascii_isdigit (*plain) ? g_ascii_strtod (plain, &rest) : 0;
  factor = rest ? amount_factor (rest) : 0;
  if (factor == 0 || !isfinite (amount) || amount * factor > 1e9)
    {
      *warning = g_strdup_printf (_("“%s” is not an amount of money in 10,000 yuan."), folded);
      return g_steal_pointer (&folded);
    }
  return format_amount (amount * factor);
}

/* Longer values are cut, and the warning says so. */
static char *
cut (char         *text,
     gsize         max,
     char        **warning)
{
  if (g_utf8_strlen (text, -1) <= (glong) max)
    return text;
  *g_utf8_offset_to_pointer (text, max) = '\0';
  g_strchomp (text);
  g_free (*warning);
  *warning = g_strdup_printf (ngettext ("Longer than %u character: the rest was cut off.",
                                        "Longer than %u characters: the rest was cut off.", max),
                              (guint) max);
  return text;
}

const char *
steward_fact_get_key (StewardFact fact)
{
  g_return_val_if_fail ((guint) fact < STEWARD_N_FACTS, NULL);

  return facts[fact].key;
}

gboolean
steward_fact_from_key (const char  *key,
                       StewardFact *fact)
{
  g_return_val_if_fail (key != NULL && fact != NULL, FALSE);

  for (guint i = 0; i < STEWARD_N_FACTS; i++)
    {
      if (strcmp (facts[i].key, key) == 0)
        {
          *fact = i;
          return TRUE;
        }
    }
  return FALSE;
}

StewardFactKind
steward_fact_get_kind (StewardFact fact)
{
  g_return_val_if_fail ((guint) fact < STEWARD_N_FACTS, STEWARD_FACT_TEXT);

  return facts[fact].kind;
}

gsize
steward_fact_get_max (StewardFact fact)
{
  g_return_val_if_fail ((guint) fact < STEWARD_N_FACTS, 0);

  return facts[fact].max;
}

const char *
steward_fact_get_label (StewardFact fact)
{
  g_return_val_if_fail ((guint) fact < STEWARD_N_FACTS, NULL);

  return facts[fact].label;
}

const char *
steward_fact_get_name (StewardFact fact)
{
  static const char * const labels[STEWARD_N_FACTS] = {
    [STEWARD_FACT_NAME] = N_("Project name"),
    [STEWARD_FACT_CODE] = N_("Project code"),
    [STEWARD_FACT_UNIT] = N_("Project unit"),
    [STEWARD_FACT_CREDIT_CODE] = N_("Unified credit code"),
    [STEWARD_FACT_CONTACT] = N_("Contact"),
    [STEWARD_FACT_PHONE] = N_("Phone"),
    [STEWARD_FACT_STEWARD] = N_("Steward"),
    [STEWARD_FACT_AGENCY] = N_("Service agency"),
    [STEWARD_FACT_FILLED_BY] = N_("Filled in by"),
    [STEWARD_FACT_FILLED_ON] = N_("Filled in on"),
    [STEWARD_FACT_TYPE] = N_("Project type"),
    [STEWARD_FACT_PLACE] = N_("Building site"),
    [STEWARD_FACT_SCALE] = N_("Scale"),
    [STEWARD_FACT_CONTENT] = N_("Content"),
    [STEWARD_FACT_FUNDING] = N_("Funding"),
    [STEWARD_FACT_INVESTMENT] = N_("Total investment (10,000 yuan)"),
    [STEWARD_FACT_LAND] = N_("Land"),
    [STEWARD_FACT_PLOT] = N_("Plot number"),
    [STEWARD_FACT_NOTE] = N_("Note"),
    [STEWARD_FACT_START] = N_("Planned start of the first stage"),
  };

  g_return_val_if_fail ((guint) fact < STEWARD_N_FACTS, "");

  return _(labels[fact]);
}

char *
steward_fact_normalise (StewardFact   fact,
                        const char   *typed,
                        char        **warning)
{
  g_autofree char *valid = NULL;
  char *ignored = NULL;
  char *text;

  g_return_val_if_fail ((guint) fact < STEWARD_N_FACTS, NULL);

  if (warning == NULL)
    warning = &ignored;
  *warning = NULL;
  valid = g_utf8_make_valid (typed ? typed : "", -1);
  switch (facts[fact].kind)
    {
    case STEWARD_FACT_DATE:
      text = normalise_date (fact, valid, warning);
      break;
    case STEWARD_FACT_NUMBER:
      text = normalise_number (valid, warning);
      break;
    case STEWARD_FACT_PHONE_NUMBER:
      text = steward_fact_normalise_phone (valid, warning);
      break;
    case STEWARD_FACT_PROJECT_CODE:
      text = steward_fact_normalise_project_code (valid, warning);
      break;
    case STEWARD_FACT_CREDIT:
      text = steward_fact_normalise_credit_code (valid, warning);
      break;
    case STEWARD_FACT_TEXT:
    default:
      text = normalise_text (valid, facts[fact].lines);
      break;
    }
  text = cut (text, facts[fact].max, warning);
  g_free (ignored);
  return text;
}
