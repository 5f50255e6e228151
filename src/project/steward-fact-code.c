/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-fact-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#define PROJECT_CODE_DIGITS 20
#define CREDIT_CODE_LENGTH 18

static const int code_parts[] = { 4, 6, 2, 2, 6 };
/* GB 32100-2015: digits and letters without I, O, S, V, Z. */
static const char credit_alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/* Folded, in capitals, without the characters in @drop. A code has no letter
 * O, so one that was typed is a zero. */
static char *
squeeze (const char *typed,
         const char *drop)
{
  g_autofree char *folded = steward_fact_fold (typed);
  GString *text = g_string_new (NULL);

  for (const char *p = folded; *p; p++)
    {
      char c = g_ascii_toupper (*p);

      if (strchr (drop, c) == NULL)
        g_string_append_c (text, c == 'O' ? '0' : c);
    }
  return g_string_free (text, FALSE);
}

static gboolean
all_digits (const char *text)
{
  return *text != '\0' && strspn (text, "0123456789") == strlen (text);
}

/* ISO 7064 MOD 11,10: the last digit against the first nineteen. */
static gboolean
check_mod_11_10 (const char *digits)
{
  int p = 10;

  for (int i = 0; i < PROJECT_CODE_DIGITS - 1; i++)
    {
      int s = (p + digits[i] - '0') % 10;

      p = ((s == 0 ? 10 : s) * 2) % 11;
    }
  return (p + digits[PROJECT_CODE_DIGITS - 1] - '0') % 10 == 1;
}

/* Since November 2020 a code begins with YYMM and ends in a check digit;
 * before, it began with the year. 2013 … 2020 cannot be a month. */
static gboolean
has_check_digit (const char *digits)
{
  int yymm = (digits[0] - '0') * 1000 + (digits[1] - '0') * 100 + (digits[2] - '0') * 10 + digits[3] - '0';

  return yymm >= 2011 && yymm % 100 >= 1 && yymm % 100 <= 12;
}

char *
steward_fact_normalise_project_code (const char  *typed,
                                     char       **warning)
{
  g_autofree char *digits = squeeze (typed, " -_./");
  GString *code;

  if (*digits == '\0')
    return g_steal_pointer (&digits);
  if (!all_digits (digits) || strlen (digits) != PROJECT_CODE_DIGITS)
    {
      *warning = g_strdup (_("A project code has 20 digits, such as 2101-140500-89-01-123456."));
      return steward_fact_fold (typed);
    }
  if (has_check_digit (digits) && !check_mod_11_10 (digits))
    *warning = g_strdup (_("The check digit of the project code does not fit: compare it with the filing certificate."));
  code = g_string_new (NULL);
  for (gsize i = 0, at = 0; i < G_N_ELEMENTS (code_parts); at += code_parts[i++])
    {
      if (i > 0)
        g_string_append_c (code, '-');
      g_string_append_len (code, digits + at, code_parts[i]);
    }
  return g_string_free (code, FALSE);
}

static gboolean
check_credit_code (const char *code)
{
  int sum = 0, weight = 1;

  for (int i = 0; i < CREDIT_CODE_LENGTH; i++)
    {
      const char *at = strchr (credit_alphabet, code[i]);

      if (at == NULL)
        return FALSE;
      if (i < CREDIT_CODE_LENGTH - 1)
        sum += weight * (int) (at - credit_alphabet);
      else
        return at - credit_alphabet == (31 - sum % 31) % 31;
      weight = weight * 3 % 31;
    }
  return FALSE;
}

char *
steward_fact_normalise_credit_code (const char  *typed,
                                    char       **warning)
{
  g_autofree char *code = squeeze (typed, " -");

  if (*code == '\0')
    return g_steal_pointer (&code);
  if (strlen (code) != CREDIT_CODE_LENGTH)
    {
      *warning = g_strdup (_("A unified social credit code has 18 characters."));
      return steward_fact_fold (typed);
    }
  if (!check_credit_code (code))
    *warning = g_strdup (_("The check character of the credit code does not fit: compare it with the business licence."));
  return g_steal_pointer (&code);
}

/* Digits of @text without punctuation, or NULL when it has anything else. An
 * extension goes to @extension, without its mark. */
static char *
phone_digits (const char  *text,
              char       **extension)
{
  static const char *const marks[] = { "转", "EXT.", "EXT", "X", "*", "#" };
  g_autofree char *upper = g_ascii_strup (text, -1);
  GString *digits;

  *extension = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      char *mark = strstr (upper, marks[i]);

      if (mark && mark > upper)
        {
          *extension = g_strstrip (g_strdup (mark + strlen (marks[i])));
          *mark = '\0';
          break;
        }
    }
  digits = g_string_new (NULL);
  for (const char *p = upper; *p; p++)
    {
      if (g_ascii_isdigit (*p))
        g_string_append_c (digits, *p);
      else if (strchr (" -()+.", *p) == NULL)
        {
          g_string_free (digits, TRUE);
          g_clear_pointer (extension, g_free);
          return NULL;
        }
    }
  return g_string_free (digits, FALSE);
}

/* Area codes of 010 and 02x have three digits, the others four. */
static char *
format_landline (const char *digits)
{
  int area = digits[1] <= '2' ? 3 : 4;
  gsize length = strlen (digits);

  if (length < (gsize) area + 7 || length > (gsize) area + 8)
    return NULL;
  return g_strdup_printf ("%.*s-%s", area, digits, digits + area);
}

/* `0356-2198000-801`: a third part after a hyphen is an extension. */
static void
split_hyphen_extension (char **digits,
                        char **extension,
                        const char *text)
{
  const char *last = strrchr (text, '-');
  gsize tail;

  if (*extension != NULL || last == NULL || **digits != '0')
    return;
  tail = strlen (last + 1);
  if (!all_digits (last + 1) || tail > 6 || strlen (*digits) < 10 + tail)
    return;
  *extension = g_strdup (last + 1);
  (*digits)[strlen (*digits) - tail] = '\0';
}

/* The normal form of one phone number, or NULL when it is none. */
static char *
format_phone (const char *text)
{
  g_autofree char *extension = NULL, *digits = NULL, *base = NULL;
  const char *plain;

  digits = phone_digits (text, &extension);
  if (digits == NULL || (extension && !all_digits (extension)))
    return NULL;
  split_hyphen_extension (&digits, &extension, text);
  plain = digits;
  if (g_str_has_prefix (plain, "0086"))
    plain += 4;
  else if (g_str_has_prefix (plain, "86") && strlen (plain) == 13)
    plain += 2;
  if (strlen (plain) == 11 && plain[0] == '1' && plain[1] >= '3')
    base = g_strdup (plain);
  else if (strlen (plain) == 10 && (g_str_has_prefix (plain, "400") || g_str_has_prefix (plain, "800")))
    base = g_strdup_printf ("%.3s-%.3s-%s", plain, plain + 3, plain + 6);
  else if (plain[0] == '0' && plain[1] >= '1')
    base = format_landline (plain);
  if (base == NULL)
    return NULL;
  return extension ? g_strconcat (base, "-", extension, NULL) : g_steal_pointer (&base);
}

/* Adds the numbers of one part of the cell: one number with spaces in it, or
 * several that only a space keeps apart. FALSE when some part is no number. */
static gboolean
add_phones (GPtrArray  *phones,
            const char *part)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  char *whole = format_phone (part);

  if (whole)
    {
      g_ptr_array_add (phones, whole);
      return TRUE;
    }
  words = g_strsplit (part, " ", -1);
  for (guint i = 0; words[i]; i++)
    {
      char *phone = format_phone (words[i]);

      if (phone == NULL)
        {
          g_ptr_array_add (phones, g_strdup (part));
          return FALSE;
        }
      g_ptr_array_add (found, phone);
    }
  g_ptr_array_extend_and_steal (phones, g_steal_pointer (&found));
  return TRUE;
}

char *
steward_fact_normalise_phone (const char  *typed,
                              char       **warning)
{
  g_autoptr (GPtrArray) phones = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GRegex) separator = g_regex_new ("\\s*[\\r\\n、,，;；/|]+\\s*", 0, 0, NULL);
  g_auto (GStrv) parts = g_regex_split (separator, typed, 0);
  gboolean good = TRUE;

  for (guint i = 0; parts[i]; i++)
    {
      g_autofree char *part = steward_fact_fold (parts[i]);

      if (*part != '\0' && !add_phones (phones, part))
        good = FALSE;
    }
  if (!good)
    *warning = g_strdup (_("This is not a mobile number of 11 digits or a number with its area code."));
  g_ptr_array_add (phones, NULL);
  return g_strjoinv ("、", (char **) phones->pdata);
}
