/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-letter-private.h"

#include <string.h>

#define SIZE 16.0
/* 28 letters of 16 points are 2 mm wider than the type area. */
#define TRACKING -0.22
#define TITLE_SIZE 22.0
#define TITLE_PITCH (1.25 * STEWARD_LETTER_LINE)
/* A seal of 42 mm; office and date stand a little below its middle. */
#define SEAL STEWARD_MM (42)
#define SEAL_BEFORE (0.5 * STEWARD_LETTER_LINE)
#define DATE_INSET 4.0
#define SIGN_LINES 5.0
#define CELL_SIZE 12.0
#define CELL_PITCH 20.0
#define ROW_HEIGHT 28.0
#define AFTER_TABLE 8.0
/* Two who sign side by side. */
#define PAIR_GAP (1.5 * STEWARD_LETTER_LINE)
#define PAIR_HEIGHT (4.5 * STEWARD_LETTER_LINE)
/* The slip that is signed and sent back. */
#define RECEIPT_LABEL_WIDTH 150.0
#define RECEIPT_ROW 34.0
#define RECEIPT_SIGN_ROW 104.0
#define RECEIPT_FIELD_WIDTH 170.0

static const StewardTextStyle body_style = {
  .face = STEWARD_FACE_BODY, .size = SIZE, .pitch = STEWARD_LETTER_LINE, .indent = 2, .tracking = TRACKING,
};

static const StewardTextStyle flush_style = {
  .face = STEWARD_FACE_BODY, .size = SIZE, .pitch = STEWARD_LETTER_LINE, .tracking = TRACKING,
};

static const StewardTextStyle heading_style = {
  .face = STEWARD_FACE_HEAD, .size = SIZE, .pitch = STEWARD_LETTER_LINE, .indent = 2, .tracking = TRACKING,
  .tag = "H2", .keep_with_next = TRUE,
};

static const StewardTextStyle title_style = {
  .face = STEWARD_FACE_TITLE, .size = TITLE_SIZE, .pitch = TITLE_PITCH, .align = STEWARD_ALIGN_CENTER, .tag = "H1",
};

static const StewardTextStyle number_style = {
  .face = STEWARD_FACE_BODY, .size = SIZE, .pitch = STEWARD_LETTER_LINE, .align = STEWARD_ALIGN_END,
};

static const StewardTextStyle cell_style = {
  .face = STEWARD_FACE_BODY, .size = CELL_SIZE, .pitch = CELL_PITCH,
};

static const StewardTextStyle cell_center_style = {
  .face = STEWARD_FACE_BODY, .size = CELL_SIZE, .pitch = CELL_PITCH, .align = STEWARD_ALIGN_CENTER,
};

static const StewardTextStyle cell_head_style = {
  .face = STEWARD_FACE_HEAD, .size = CELL_SIZE, .pitch = CELL_PITCH, .align = STEWARD_ALIGN_CENTER,
};

static const StewardTextStyle band_style = {
  .face = STEWARD_FACE_HEAD, .size = CELL_SIZE, .pitch = CELL_PITCH,
};

static void
add_wording (StewardForm            *self,
             const StewardTextStyle *style,
             const char             *wording)
{
  g_autoptr (StewardText) text = steward_text_new (style);

  steward_form_fill_known (self, text, wording);
  steward_flow_add_text (self->flow, text);
}

/* The lines below it stay on the grid of the page whatever its size is. */
static void
add_title (StewardForm *self)
{
  const char *title = steward_form_get_wording (self, "title");
  g_autoptr (StewardText) text = steward_text_new (&title_style);
  g_autoptr (StewardParagraph) measured = NULL;
  double height, room;

  steward_text_add (text, title);
  measured = steward_paragraph_new (text, steward_flow_get_fonts (self->flow), steward_flow_get_width (self->flow));
  height = steward_paragraph_get_n_lines (measured) * TITLE_PITCH;
  room = STEWARD_LETTER_LINE * (1 + (int) (height / STEWARD_LETTER_LINE)) - height;
  steward_flow_advance (self->flow, room / 2);
  steward_flow_add_outline (self->flow, 0, title);
  steward_flow_add_text (self->flow, text);
  steward_flow_advance (self->flow, room / 2);
}

void
steward_letter_begin (StewardForm *self)
{
  const char *number = steward_form_get_wording (self, "number");
  const char *to = steward_form_get_wording (self, "to");

  if (*number != '\0')
    {
      add_wording (self, &number_style, number);
      steward_flow_advance (self->flow, STEWARD_LETTER_LINE);
    }
  add_title (self);
  steward_flow_advance (self->flow, STEWARD_LETTER_LINE);
  if (*to != '\0')
    add_wording (self, &flush_style, to);
}

void
steward_letter_add (StewardForm *self,
                    const char  *wording)
{
  if (*wording != '\0')
    add_wording (self, &body_style, wording);
}

void
steward_letter_add_all (StewardForm *self,
                        const char  *key)
{
  const char *const *lines = steward_form_get_wordings (self, key);

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    steward_letter_add (self, lines[i]);
  if (lines == NULL)
    steward_letter_add (self, steward_form_get_wording (self, key));
}

void
steward_letter_add_heading (StewardForm *self,
                            const char  *key)
{
  const char *heading = steward_form_get_wording (self, key);

  if (*heading == '\0')
    return;
  /* With two lines of what follows, or with the head and a row of a table. */
  steward_flow_need (self->flow, 3.5 * STEWARD_LETTER_LINE);
  steward_flow_add_outline (self->flow, 1, heading);
  add_wording (self, &heading_style, heading);
}

void
steward_letter_add_centered (StewardForm *self,
                             const char  *key)
{
  StewardTextStyle style = flush_style;

  style.align = STEWARD_ALIGN_CENTER;
  style.after = STEWARD_LETTER_LINE;
  add_wording (self, &style, steward_form_get_wording (self, key));
}

void
steward_letter_add_typed (StewardForm *self,
                          const char  *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      steward_flow_add_plain (self->flow, &body_style, lines[i]);
}

void
steward_letter_add_labelled (StewardForm *self,
                             const char  *label,
                             const char  *text)
{
  StewardTextStyle style = flush_style;
  g_autoptr (StewardText) line = NULL;

  style.indent = -2 - (double) g_utf8_strlen (label, -1);
  line = steward_text_new (&style);
  steward_text_add (line, "　　");
  steward_text_add_styled (line, label, STEWARD_FACE_HEAD, 0);
  steward_text_add (line, text);
  steward_flow_add_text (self->flow, line);
}

/* What follows @number and its mark in @line; NULL when it does not begin so. */
static const char *
skip_number (const char *line,
             guint       number)
{
  static const char *const marks[] = { ".", "．", "、" };
  g_autofree char *digits = g_strdup_printf ("%u", number);

  for (guint i = 0; g_str_has_prefix (line, digits) && i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (line + strlen (digits), marks[i]))
      {
        const char *rest = line + strlen (digits) + strlen (marks[i]);

        return g_ascii_isdigit (*rest) ? NULL : rest;
      }
  return NULL;
}

/* Who pastes a list that is numbered already gets no second numbers. */
static void
drop_numbers (char **points)
{
  for (guint i = 0; points[i] != NULL; i++)
    if (skip_number (points[i], i + 1) == NULL)
      return;
  for (guint i = 0; points[i] != NULL; i++)
    {
      char *rest = g_strdup (skip_number (points[i], i + 1));

      g_free (points[i]);
      points[i] = g_strstrip (rest);
    }
}

char **
steward_letter_split_points (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);
  char **points;

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_strv_builder_add (builder, lines[i]);
  points = g_strv_builder_end (builder);
  drop_numbers (points);
  return points;
}

void
steward_letter_add_points (StewardForm       *self,
                           const char        *line_key,
                           const char        *blank,
                           const char *const *points,
                           const char        *empty_key)
{
  const char *line = steward_form_get_wording (self, line_key);

  for (guint i = 0; points != NULL && points[i] != NULL; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      steward_form_set_blank (self, "number", number);
      steward_form_set_blank (self, blank, points[i]);
      steward_letter_add (self, line);
    }
  steward_form_set_blank (self, blank, "");
  if (points == NULL || points[0] == NULL)
    steward_letter_add_all (self, empty_key);
}

void
steward_letter_add_attachment (StewardForm *self,
                               const char  *name)
{
  StewardTextStyle style = flush_style;
  g_autoptr (StewardText) text = NULL;

  /* Two letters free, and three for `附件：`; further lines below the name. */
  style.indent = -5;
  text = steward_text_new (&style);
  steward_text_add (text, "　　附件：");
  steward_text_add (text, name);
  steward_flow_advance (self->flow, STEWARD_LETTER_LINE);
  steward_flow_add_text (self->flow, text);
}

static double
measure (StewardForm       *self,
         const StewardText *text)
{
  g_autoptr (StewardParagraph) paragraph =
    steward_paragraph_new (text, steward_flow_get_fonts (self->flow), steward_flow_get_width (self->flow));

  return steward_paragraph_get_line_width (paragraph, 0);
}

/* The office stands above the middle of the date; a name that is too long for
 * that ends where the date does. */
static void
add_office (StewardForm *self,
            const char  *name,
            double       middle)
{
  StewardTextStyle style = number_style;
  g_autoptr (StewardText) draft = steward_text_new (&style);
  g_autoptr (StewardText) text = NULL;
  double width;

  steward_form_fill_known (self, draft, name);
  width = measure (self, draft);
  style.inset_end = middle - width / 2 > 0 ? (middle - width / 2) / SIZE : DATE_INSET / 2;
  text = steward_text_new (&style);
  steward_form_fill_known (self, text, name);
  steward_flow_add_text (self->flow, text);
}

void
steward_letter_sign (StewardForm *self,
                     const char  *name,
                     const char  *field)
{
  StewardTextStyle style = number_style;
  g_autoptr (StewardText) date = NULL;
  g_autofree char *label = steward_form_expand (self, name);
  const char *contact = steward_form_get_wording (self, "contact");
  double top, right, middle;

  style.inset_end = DATE_INSET;
  date = steward_text_new (&style);
  steward_form_fill_known (self, date, steward_form_get_wording (self, "date_line"));
  steward_flow_need (self->flow, (SIGN_LINES + (*contact != '\0')) * STEWARD_LETTER_LINE);
  top = steward_flow_get_y (self->flow) + SEAL_BEFORE;
  right = steward_flow_get_left (self->flow) + steward_flow_get_width (self->flow);
  middle = DATE_INSET * SIZE + measure (self, date) / 2;
  steward_flow_advance (self->flow, 2 * STEWARD_LETTER_LINE);
  add_office (self, name, middle);
  steward_flow_add_text (self->flow, date);
  steward_pages_add_field (steward_flow_get_pages (self->flow), field, label, right - middle - SEAL / 2, top,
                           SEAL, SEAL);
  steward_flow_advance (self->flow, STEWARD_LETTER_LINE);
  steward_letter_add (self, contact);
}

void
steward_letter_add_close (StewardForm *self,
                          const char  *key)
{
  const char *const *lines = steward_form_get_wordings (self, key);
  guint n = lines != NULL ? g_strv_length ((char **) lines) : 0;

  for (guint i = 0; i < n; i++)
    {
      /* No page has the office and the date alone. */
      if (i + 1 == n)
        steward_flow_need (self->flow, (SIGN_LINES + 3) * STEWARD_LETTER_LINE);
      steward_letter_add (self, lines[i]);
    }
}

static StewardText *
add_receipt_row (StewardTable           *table,
                 double                  height,
                 const char             *label,
                 const StewardTextStyle *style)
{
  StewardCell *head, *body;

  steward_table_add_row (table, height)->whole = TRUE;
  head = steward_table_add_cell (table, 0, 1, 1);
  head->head = TRUE;
  head->middle = TRUE;
  steward_cell_add_plain (head, &cell_center_style, label);
  body = steward_table_add_cell (table, 1, 1, 1);
  body->middle = TRUE;
  return steward_cell_add (body, style);
}

static double
get_table_height (StewardTable *table,
                  StewardFonts *fonts)
{
  double height = 0;

  steward_table_measure (table, fonts);
  for (guint i = 0; i < table->rows->len; i++)
    height += ((const StewardTableRow *) g_ptr_array_index (table->rows, i))->height;
  return height;
}

void
steward_letter_add_receipt (StewardForm *self,
                            const char  *to,
                            const char  *field)
{
  const double widths[] = { RECEIPT_LABEL_WIDTH, steward_flow_get_width (self->flow) - RECEIPT_LABEL_WIDTH };
  g_autoptr (StewardTable) table = steward_table_new (widths, G_N_ELEMENTS (widths));
  StewardTextStyle title = heading_style;
  double right = steward_flow_get_left (self->flow) + steward_flow_get_width (self->flow);
  StewardText *text;

  title.indent = 0;
  title.align = STEWARD_ALIGN_CENTER;
  text = add_receipt_row (table, RECEIPT_ROW, steward_form_get_wording (self, "receipt_paper"), &cell_style);
  steward_text_add (text, steward_form_get_wording (self, "title"));
  text = add_receipt_row (table, RECEIPT_ROW, steward_form_get_wording (self, "receipt_to"), &cell_style);
  steward_form_fill_known (self, text, to);
  text = add_receipt_row (table, RECEIPT_SIGN_ROW, steward_form_get_wording (self, "receipt_sign"), &cell_style);
  steward_text_add (text, steward_form_get_wording (self, "receipt"));
  steward_text_add (text, "\n\n\n");
  steward_form_fill_date (self, text, steward_form_get_wording (self, "receipt_date"));
  steward_flow_need (self->flow, 2 * STEWARD_LETTER_LINE
                                   + get_table_height (table, steward_flow_get_fonts (self->flow)));
  steward_flow_advance (self->flow, STEWARD_LETTER_LINE);
  add_wording (self, &title, steward_form_get_wording (self, "receipt_heading"));
  steward_flow_add_table (self->flow, table);
  steward_pages_add_field (steward_flow_get_pages (self->flow), field, steward_form_get_wording (self, "receipt_sign"),
                           right - RECEIPT_FIELD_WIDTH, steward_flow_get_y (self->flow) - RECEIPT_SIGN_ROW,
                           RECEIPT_FIELD_WIDTH, RECEIPT_SIGN_ROW);
}

/* Lines of @wording from @x on, @width wide; gives the height. */
static double
place_lines (StewardForm *self,
             const char  *wording,
             double       x,
             double       y,
             double       width)
{
  StewardTextStyle style = flush_style;
  g_autoptr (StewardText) text = steward_text_new (&style);
  g_autoptr (StewardParagraph) paragraph = NULL;
  StewardPages *pages = steward_flow_get_pages (self->flow);
  guint n;

  steward_form_fill_date (self, text, wording);
  paragraph = steward_paragraph_new (text, steward_flow_get_fonts (self->flow), width);
  n = steward_paragraph_get_n_lines (paragraph);
  steward_pages_begin (pages, "P");
  for (guint i = 0; i < n; i++)
    steward_pages_add_line (pages, paragraph, i, x, y + i * STEWARD_LETTER_LINE);
  steward_pages_end (pages, "P");
  return n * STEWARD_LETTER_LINE;
}

/* One of two who sign side by side: a line to sign, room for a seal, a date. */
static void
place_signer (StewardForm *self,
              const char  *key,
              const char  *field,
              double       x,
              double       width)
{
  const char *wording = steward_form_get_wording (self, key);
  double top = steward_flow_get_y (self->flow);
  double line = place_lines (self, wording, x, top, width);

  place_lines (self, steward_form_get_wording (self, "pair_date"), x, top + line + PAIR_GAP, width);
  steward_pages_add_field (steward_flow_get_pages (self->flow), field, wording, x + width / 2 - SEAL / 2,
                           top, SEAL, SEAL);
}

void
steward_letter_sign_pair (StewardForm *self,
                          const char  *left_key,
                          const char  *left_field,
                          const char  *right_key,
                          const char  *right_field)
{
  double left = steward_flow_get_left (self->flow);
  double width = steward_flow_get_width (self->flow) / 2;

  steward_flow_need (self->flow, PAIR_HEIGHT + STEWARD_LETTER_LINE);
  steward_flow_advance (self->flow, STEWARD_LETTER_LINE);
  place_signer (self, left_key, left_field, left, width);
  place_signer (self, right_key, right_field, left + width, width);
  steward_flow_advance (self->flow, PAIR_HEIGHT);
}

void
steward_letter_end (StewardForm *self)
{
  steward_letter_sign (self, steward_form_get_wording (self, "sign_agency"), "agency");
  if (*steward_form_get_wording (self, "receipt") != '\0')
    steward_letter_add_receipt (self, "{unit_name}", "unit");
}

/* Tables ---------------------------------------------------------------- */

StewardTable *
steward_letter_table_new (StewardForm  *self,
                          const char   *key,
                          const double *shares,
                          guint         n_columns)
{
  g_autofree double *widths = g_new (double, n_columns);
  double total = 0;
  StewardTableRow *head;
  StewardTable *table;

  for (guint i = 0; i < n_columns; i++)
    total += shares[i];
  for (guint i = 0; i < n_columns; i++)
    widths[i] = steward_flow_get_width (self->flow) * shares[i] / total;
  table = steward_table_new (widths, n_columns);
  head = steward_table_add_row (table, ROW_HEIGHT);
  head->head = TRUE;
  head->keep_with_next = TRUE;
  for (guint i = 0; i < n_columns; i++)
    {
      StewardCell *cell = steward_table_add_cell (table, i, 1, 1);

      cell->head = TRUE;
      cell->middle = TRUE;
      steward_cell_add_plain (cell, &cell_head_style, steward_form_get_line (self, key, i));
    }
  return table;
}

void
steward_letter_table_add (StewardTable      *table,
                          const char *const *values,
                          guint              centered)
{
  steward_table_add_row (table, ROW_HEIGHT)->whole = TRUE;
  for (guint i = 0; i < table->columns->len; i++)
    {
      StewardCell *cell = steward_table_add_cell (table, i, 1, 1);

      cell->middle = TRUE;
      steward_cell_add_plain (cell, centered & (1u << i) ? &cell_center_style : &cell_style, values[i]);
    }
}

void
steward_letter_table_add_band (StewardTable *table,
                               const char   *text)
{
  StewardTableRow *row = steward_table_add_row (table, ROW_HEIGHT);
  StewardCell *cell = steward_table_add_cell (table, 0, table->columns->len, 1);

  row->keep_with_next = TRUE;
  cell->head = TRUE;
  cell->middle = TRUE;
  steward_cell_add_plain (cell, &band_style, text);
}

void
steward_letter_add_block_note (StewardForm     *self,
                               const GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    if (((const StewardPlanItem *) g_ptr_array_index (items, i))->block_limit)
      {
        steward_letter_add_all (self, "block_note");
        return;
      }
}

void
steward_letter_place_table (StewardForm  *self,
                            StewardTable *table)
{
  steward_flow_add_table (self->flow, table);
  steward_flow_advance (self->flow, AFTER_TABLE);
}

/* Words ----------------------------------------------------------------- */

const char *
steward_letter_get_level (const StewardForm *self,
                          StewardLevel       level)
{
  g_autofree char *key = NULL;

  if (level == STEWARD_LEVEL_UNKNOWN)
    return "";
  key = g_strconcat ("level_", steward_level_to_word (level), NULL);
  return steward_form_get_wording (self, key);
}

char *
steward_letter_get_office (const StewardForm     *self,
                           const StewardPlanItem *item)
{
  const char *level = steward_letter_get_level (self, item->level);

  return g_strdup_printf ("%s%s%s", level, *level != '\0' && *item->bureau != '\0' ? "\n" : "", item->bureau);
}

char *
steward_letter_get_limit (StewardForm           *self,
                          const StewardPlanItem *item)
{
  g_autofree char *days = g_strdup_printf ("%d", item->limit);

  if (item->limit < 0)
    return g_strdup (steward_form_get_wording (self, "unknown"));
  if (item->limit == 0)
    return g_strdup (steward_form_get_wording (self, "instant"));
  steward_form_set_blank (self, "days", days);
  return steward_form_expand (self, steward_form_get_wording (self, item->block_limit ? "block_limit" : "limit"));
}

const char *
steward_letter_get_material_form (const StewardForm   *self,
                                  StewardMaterialForm  form)
{
  g_autofree char *word = g_strdelimit (g_strdup (steward_material_form_to_word (form)), "-", '_');
  g_autofree char *key = g_strconcat ("material_", word, NULL);

  /* Nothing in a table says that nothing is stated. */
  if (form == STEWARD_FORM_NOT_STATED)
    return "";
  return steward_form_get_wording (self, key);
}

char *
steward_letter_format_day (StewardDay day)
{
  int year, month, mday;

  if (day == STEWARD_DAY_NONE)
    return g_strdup ("");
  steward_day_to_ymd (day, &year, &month, &mday);
  return g_strdup_printf ("%d年%d月%d日", year, month, mday);
}

char *
steward_letter_join_items (GPtrArray          *items,
                           const StewardStage *stage)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const StewardPlanItem *item = g_ptr_array_index (items, i);

      if (stage == NULL || item->stage == stage)
        g_string_append_printf (names, "%s%s", names->len > 0 ? "、" : "", item->short_name);
    }
  return g_string_free (names, FALSE);
}

char *
steward_letter_chop (const char *text)
{
  static const char *const marks[] = { "。", "；", "，", "、", "：", ";", ",", ".", " " };
  g_autofree char *rest = g_strdup (text);
  guint i = 0;

  while (i < G_N_ELEMENTS (marks))
    if (g_str_has_suffix (rest, marks[i]))
      {
        rest[strlen (rest) - strlen (marks[i])] = '\0';
        i = 0;
      }
    else
      {
        i++;
      }
  return g_steal_pointer (&rest);
}
