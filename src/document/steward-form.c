/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-form-private.h"

#include <string.h>

#define BODY_SIZE 16.0
#define BODY_PITCH 28.95
/* Room for a seal of 42 mm beside the words of a signature line. */
#define SIGNATURE_WIDTH 150.0
#define SIGNATURE_HEIGHT 98.0
#define SIGNATURE_BEFORE 22.0

const StewardTextStyle steward_style_title = {
  .face = STEWARD_FACE_TITLE, .size = 22, .pitch = 33, .align = STEWARD_ALIGN_CENTER,
  .before = 6, .after = 16, .tag = "H1",
};

const StewardTextStyle steward_style_annex = {
  .face = STEWARD_FACE_HEAD, .size = 16, .pitch = BODY_PITCH,
};

const StewardTextStyle steward_style_body = {
  .face = STEWARD_FACE_BODY, .size = BODY_SIZE, .pitch = BODY_PITCH, .indent = 2,
};

const StewardTextStyle steward_style_note = {
  .face = STEWARD_FACE_BODY, .size = 10.5, .pitch = 17, .before = 8, .tag = "P",
};

/* Least length of a blank in letters, so that it can be filled by hand. */
static const struct
{
  const char *name;
  double      letters;
} blank_lengths[] = {
  { "project_name", 10 }, { "unit_name", 9 }, { "agency_name", 9 }, { "steward_name", 4 },
  { "project_code", 13 }, { "plot", 8 }, { "contact_name", 5 }, { "contact_phone", 7 },
  { "stages", 8 }, { "stage", 8 }, { "items", 16 }, { "year", 3 }, { "month", 2 }, { "day", 2 },
  { "item", 10 }, { "number", 2 }, { "agency_code", 4 }, { "steward_phone", 7 }, { "bureau", 9 },
  { "point", 24 }, { "material", 24 }, { "reason", 10 }, { "note", 20 }, { "ground", 20 }, { "content", 12 },
};

#define DEFAULT_BLANK_LENGTH 6.0

/* Blanks that every form may use. */
static const struct
{
  const char  *name;
  StewardFact  fact;
} fact_blanks[] = {
  { "project_name", STEWARD_FACT_NAME },   { "unit_name", STEWARD_FACT_UNIT },
  { "agency_name", STEWARD_FACT_AGENCY },  { "steward_name", STEWARD_FACT_STEWARD },
  { "project_code", STEWARD_FACT_CODE },   { "plot", STEWARD_FACT_PLOT },
  { "contact_name", STEWARD_FACT_CONTACT }, { "contact_phone", STEWARD_FACT_PHONE },
  { "type", STEWARD_FACT_TYPE },           { "place", STEWARD_FACT_PLACE },
  { "scale", STEWARD_FACT_SCALE },         { "content", STEWARD_FACT_CONTENT },
  { "funding", STEWARD_FACT_FUNDING },
};

/* Words that the letters share. */
#define COMMON_FORM "common"

const char *
steward_form_get_wording (const StewardForm *self,
                          const char        *key)
{
  const char *wording = steward_pack_get_wording (self->pack, self->name, key);

  if (wording == NULL && !self->official)
    wording = steward_pack_get_wording (self->pack, COMMON_FORM, key);
  return wording != NULL ? wording : "";
}

const char *const *
steward_form_get_wordings (const StewardForm *self,
                           const char        *key)
{
  return steward_pack_get_wordings (self->pack, self->name, key);
}

const char *
steward_form_get_line (const StewardForm *self,
                       const char        *key,
                       guint              index)
{
  const char *const *lines = steward_form_get_wordings (self, key);

  if (lines == NULL || index >= g_strv_length ((char **) lines))
    return "";
  return lines[index];
}

const char *
steward_form_get_fact (const StewardForm *self,
                       StewardFact        fact)
{
  return steward_project_get_fact (self->project, fact);
}

void
steward_form_set_blank (StewardForm *self,
                        const char  *name,
                        const char  *value)
{
  g_hash_table_insert (self->blanks, g_strdup (name), g_strdup (value));
}

void
steward_form_omit_blank (StewardForm *self,
                         const char  *name)
{
  g_hash_table_insert (self->blanks, g_strdup (name), NULL);
}

void
steward_form_set_or_omit (StewardForm *self,
                          const char  *name,
                          const char  *value)
{
  if (*value != '\0')
    steward_form_set_blank (self, name, value);
  else
    steward_form_omit_blank (self, name);
}

void
steward_form_set_date (StewardForm *self,
                       StewardDay   day)
{
  int year, month, mday;
  g_autofree char *year_text = NULL;
  g_autofree char *month_text = NULL;
  g_autofree char *day_text = NULL;

  if (day == STEWARD_DAY_NONE)
    return;
  steward_day_to_ymd (day, &year, &month, &mday);
  year_text = g_strdup_printf ("%d", year);
  month_text = g_strdup_printf ("%d", month);
  day_text = g_strdup_printf ("%d", mday);
  steward_form_set_blank (self, "year", year_text);
  steward_form_set_blank (self, "month", month_text);
  steward_form_set_blank (self, "day", day_text);
}

static const char *
get_blank (const StewardForm *self,
           const char        *name)
{
  const char *value = g_hash_table_lookup (self->blanks, name);

  if (value != NULL)
    return value;
  for (guint i = 0; i < G_N_ELEMENTS (fact_blanks); i++)
    if (g_str_equal (fact_blanks[i].name, name))
      return steward_form_get_fact (self, fact_blanks[i].fact);
  return "";
}

static double
get_blank_length (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (blank_lengths); i++)
    if (g_str_equal (blank_lengths[i].name, name))
      return blank_lengths[i].letters;
  return DEFAULT_BLANK_LENGTH;
}

/* Cuts @wording at its next blank: returns the text before it and sets @name,
 * or the whole rest and NULL. @wording moves on. */
static char *
cut_blank (const char **wording,
           char       **name)
{
  const char *open = strchr (*wording, '{');
  const char *close = open != NULL ? strchr (open, '}') : NULL;
  char *before;

  *name = NULL;
  if (close == NULL)
    {
      before = g_strdup (*wording);
      *wording += strlen (*wording);
      return before;
    }
  before = g_strndup (*wording, open - *wording);
  *name = g_strndup (open + 1, close - open - 1);
  *wording = close + 1;
  return before;
}

char *
steward_form_drop_overlap (const char *value,
                           const char *following)
{
  const char *end = following;
  gsize length = strlen (value);

  for (guint i = 0; i < 4 && *end != '\0'; i++)
    {
      gsize overlap;

      end = g_utf8_next_char (end);
      overlap = end - following;
      if (overlap < length && strncmp (value + length - overlap, following, overlap) == 0)
        return g_strndup (value, length - overlap);
    }
  return g_strdup (value);
}

void
steward_form_fill (const StewardForm *self,
                   StewardText       *text,
                   const char        *wording)
{
  while (*wording != '\0')
    {
      g_autofree char *name = NULL;
      g_autofree char *before = cut_blank (&wording, &name);

      steward_text_add (text, before);
      if (name != NULL)
        {
          g_autofree char *value = steward_form_drop_overlap (get_blank (self, name), wording);

          steward_text_add_blank (text, value, get_blank_length (name));
        }
    }
}

void
steward_form_fill_plain (const StewardForm *self,
                         StewardText       *text,
                         const char        *wording)
{
  while (*wording != '\0')
    {
      g_autofree char *name = NULL;
      g_autofree char *before = cut_blank (&wording, &name);

      steward_text_add (text, before);
      if (name != NULL)
        steward_text_add_styled (text, get_blank (self, name), STEWARD_FACE_FILLED, 0);
    }
}

void
steward_form_fill_known (const StewardForm *self,
                         StewardText       *text,
                         const char        *wording)
{
  while (*wording != '\0')
    {
      g_autofree char *name = NULL;
      g_autofree char *before = cut_blank (&wording, &name);
      const char *value = name != NULL ? get_blank (self, name) : NULL;

      steward_text_add (text, before);
      if (name != NULL && g_hash_table_lookup (self->blanks, name) == NULL && g_hash_table_contains (self->blanks, name))
        continue;
      if (name != NULL && *value == '\0')
        {
          steward_text_add_blank (text, NULL, get_blank_length (name));
        }
      else if (name != NULL)
        {
          g_autofree char *cut = steward_form_drop_overlap (value, wording);

          steward_text_add (text, cut);
        }
    }
}

char *
steward_form_expand (const StewardForm *self,
                     const char        *wording)
{
  GString *result = g_string_new (NULL);

  while (*wording != '\0')
    {
      g_autofree char *name = NULL;
      g_autofree char *before = cut_blank (&wording, &name);

      g_string_append (result, before);
      if (name != NULL)
        g_string_append (result, get_blank (self, name));
    }
  return g_string_free (result, FALSE);
}

void
steward_form_write_title (StewardForm            *self,
                          const StewardTextStyle *style)
{
  const char *annex = steward_form_get_wording (self, "annex");
  const char *title = steward_form_get_wording (self, "title");

  if (*annex != '\0')
    steward_flow_add_plain (self->flow, &steward_style_annex, annex);
  steward_flow_add_outline (self->flow, 0, title);
  steward_flow_add_plain (self->flow, style, title);
}

void
steward_form_write_footnote (StewardForm            *self,
                             const StewardTextStyle *style)
{
  const char *footnote = steward_form_get_wording (self, "footnote");

  if (*footnote != '\0')
    steward_flow_add_plain (self->flow, style, footnote);
}

/* A page with nothing but signatures on it could belong to any paper. */
void
steward_form_keep_signatures (StewardForm *self,
                              guint        n_signatures)
{
  steward_flow_need (self->flow, n_signatures * (SIGNATURE_BEFORE + SIGNATURE_HEIGHT) + 2 * BODY_PITCH);
}

void
steward_form_fill_date (const StewardForm *self,
                        StewardText       *text,
                        const char        *wording)
{
  while (*wording != '\0')
    {
      g_autofree char *name = NULL;
      g_autofree char *before = cut_blank (&wording, &name);

      steward_text_add (text, before);
      if (name != NULL)
        steward_text_add (text, "　　");
    }
}

void
steward_form_write_signature (StewardForm *self,
                              const char  *wording_key,
                              const char  *field)
{
  StewardTextStyle style = steward_style_body;
  g_autoptr (StewardText) line = NULL;
  g_autoptr (StewardText) date = NULL;
  const char *wording = steward_form_get_wording (self, wording_key);
  double top, right;

  steward_flow_need (self->flow, SIGNATURE_BEFORE + SIGNATURE_HEIGHT);
  steward_flow_advance (self->flow, SIGNATURE_BEFORE);
  top = steward_flow_get_y (self->flow);
  right = steward_flow_get_left (self->flow) + steward_flow_get_width (self->flow);
  style.indent = 0;
  style.align = STEWARD_ALIGN_END;
  style.inset_end = 8;
  line = steward_text_new (&style);
  steward_text_add (line, wording);
  steward_flow_add_text (self->flow, line);
  style.inset_end = 2;
  date = steward_text_new (&style);
  steward_form_fill_date (self, date, steward_form_get_wording (self, "date_line"));
  steward_flow_add_text (self->flow, date);
  steward_pages_add_field (steward_flow_get_pages (self->flow), field, wording,
                           right - SIGNATURE_WIDTH, top - SIGNATURE_BEFORE,
                           SIGNATURE_WIDTH, SIGNATURE_BEFORE + SIGNATURE_HEIGHT);
  steward_flow_advance (self->flow, SIGNATURE_HEIGHT - 2 * BODY_PITCH);
}
