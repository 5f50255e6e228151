/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-form-private.h"

/* The grid: stage head, then two halves, cut further where the head row of
 * the form has its labels and values. */
enum { COLUMN_STAGE, COLUMN_LABEL, COLUMN_LEFT, COLUMN_HALF, COLUMN_SECOND, COLUMN_RIGHT, N_COLUMNS };

#define WIDTH_STAGE 32.0
#define WIDTH_LABEL 44.0
#define WIDTH_HALF 56.0
#define WIDTH_SECOND 54.0
#define HEAD_HEIGHT 28.0
#define TEXT_HEIGHT 46.0
/* Letters of the longest stage name that is set one letter per line. */
#define MOST_STACKED 30
/* More boxes than this in one group, typed rows included, do not run on. */
#define MOST_RUNNING 9

static const StewardTextStyle label_style = {
  .face = STEWARD_FACE_BODY, .size = 12, .pitch = 18, .align = STEWARD_ALIGN_CENTER,
};

static const StewardTextStyle value_style = {
  .face = STEWARD_FACE_FILLED, .size = 12, .pitch = 18, .align = STEWARD_ALIGN_CENTER,
};

static const StewardTextStyle stacked_style = {
  .face = STEWARD_FACE_BODY, .size = 13, .pitch = 18, .align = STEWARD_ALIGN_CENTER, .stacked = TRUE,
};

/* For a stage whose name is too long for one letter per line. */
static const StewardTextStyle crowded_style = {
  .face = STEWARD_FACE_BODY, .size = 9.5, .pitch = 13, .align = STEWARD_ALIGN_CENTER,
};

static const StewardTextStyle heading_style = {
  .face = STEWARD_FACE_HEAD, .size = 11, .pitch = 17, .keep_with_next = TRUE,
};

static const StewardTextStyle group_style = {
  .face = STEWARD_FACE_HEAD, .size = 10, .pitch = 16, .before = 3, .keep_with_next = TRUE,
};

static const StewardTextStyle box_style = {
  .face = STEWARD_FACE_BODY, .size = 10.5, .pitch = 15.5, .indent = -1.2,
};

static const StewardTextStyle running_style = {
  .face = STEWARD_FACE_BODY, .size = 10.5, .pitch = 16.5,
};

static const StewardTextStyle text_style = {
  .face = STEWARD_FACE_FILLED, .size = 10.5, .pitch = 16, .indent = 2,
};

/* Below the title of a form for one section. */
static const StewardTextStyle section_style = {
  .face = STEWARD_FACE_BODY, .size = 12, .pitch = 20, .align = STEWARD_ALIGN_CENTER,
};

static gboolean
is_set (const char *text)
{
  return text != NULL && *text != '\0';
}

/* Whether a box, or the text of a group, is on this form. */
static gboolean
is_wanted (const StewardForm *self,
           const char        *id)
{
  return self->part == NULL || steward_section_part_has (self->part, id);
}

static gboolean
has_group (const StewardForm  *self,
           const StewardGroup *group)
{
  if (group->text && is_wanted (self, group->id))
    return TRUE;
  for (guint i = 0; i < group->boxes->len; i++)
    if (is_wanted (self, ((const StewardBox *) g_ptr_array_index (group->boxes, i))->id))
      return TRUE;
  return FALSE;
}

static gboolean
has_section (const StewardForm *self,
             const StewardPart *part,
             guint              first,
             guint              end)
{
  for (guint i = first; i < end; i++)
    if (has_group (self, g_ptr_array_index (part->groups, i)))
      return TRUE;
  return FALSE;
}

static void
add_note (StewardText *text,
          const char  *note)
{
  if (note != NULL)
    steward_text_add_styled (text, note, STEWARD_FACE_BODY, 0);
}

static void
add_box_text (StewardCell *cell,
              StewardText *inline_text,
              gboolean     ticked,
              const char  *label,
              gboolean     typed)
{
  StewardText *text = inline_text != NULL ? inline_text : steward_cell_add (cell, &box_style);

  if (inline_text != NULL && !steward_text_is_empty (inline_text))
    steward_text_add (text, "　");
  steward_text_add_box (text, ticked);
  if (typed)
    steward_text_add_styled (text, label, STEWARD_FACE_FILLED, 0);
  else
    steward_text_add_styled (text, label, STEWARD_FACE_BODY, box_style.size);
}

/* A blank slot shows the rows typed into it, or stays open for the pen. */
static void
add_blank_box (StewardForm      *self,
               StewardCell      *cell,
               const StewardBox *box,
               StewardText      *inline_text)
{
  GPtrArray *rows = steward_project_get_rows (self->project);
  gboolean any = FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      const StewardRow *row = g_ptr_array_index (rows, i);

      if (!g_str_equal (row->box, box->id))
        continue;
      add_box_text (cell, inline_text, TRUE, row->text, TRUE);
      any = TRUE;
    }
  if (!any)
    add_box_text (cell, inline_text, FALSE, "", FALSE);
}

/* Boxes @first to @end of a group, excluding @end. */
static void
add_boxes (StewardForm        *self,
           StewardCell        *cell,
           const StewardGroup *group,
           guint               first,
           guint               end,
           StewardText        *inline_text)
{
  for (guint i = first; i < MIN (end, group->boxes->len); i++)
    {
      const StewardBox *box = g_ptr_array_index (group->boxes, i);

      if (!is_wanted (self, box->id))
        continue;
      if (box->kind == STEWARD_BOX_BLANK)
        add_blank_box (self, cell, box, inline_text);
      else
        add_box_text (cell, inline_text, steward_project_is_ticked (self->project, box->id),
                      box->label, FALSE);
    }
}

/* `一、各类申请（原件，加盖公章）`; a group without a title continues the one
 * before it. */
static void
add_group_title (StewardCell        *cell,
                 const StewardGroup *group)
{
  StewardText *text;

  if (!is_set (group->title))
    return;
  text = steward_cell_add (cell, &group_style);
  if (is_set (group->number))
    {
      steward_text_add (text, group->number);
      steward_text_add (text, "、");
    }
  steward_text_add (text, group->title);
  add_note (text, group->note);
}

static StewardText *
add_heading (StewardCell        *cell,
             const StewardGroup *group)
{
  StewardText *text = steward_cell_add (cell, &heading_style);

  if (is_set (group->heading_number))
    {
      steward_text_add (text, group->heading_number);
      steward_text_add (text, " ");
    }
  steward_text_add (text, group->heading);
  return text;
}

/* One past the last group below the heading of group @first. */
static guint
find_section_end (const StewardPart *part,
                  guint              first)
{
  guint end = first + 1;

  while (end < part->groups->len
         && !is_set (((const StewardGroup *) g_ptr_array_index (part->groups, end))->heading))
    end++;
  return end;
}

static gboolean
has_right_half (const StewardForm *self,
                const StewardPart *part,
                guint              first,
                guint              end)
{
  for (guint i = first; i < end; i++)
    {
      const StewardGroup *group = g_ptr_array_index (part->groups, i);

      if (group->right && has_group (self, group))
        return TRUE;
    }
  return FALSE;
}

/* Boxes of a group with what was typed into its blank slots. */
static guint
count_entries (const StewardForm  *self,
               const StewardGroup *group)
{
  GPtrArray *rows = steward_project_get_rows (self->project);
  guint n = group->boxes->len;

  for (guint i = 0; i < rows->len; i++)
    {
      const StewardBox *box =
        steward_pack_find_box (self->pack, ((const StewardRow *) g_ptr_array_index (rows, i))->box);

      if (box != NULL && box->group == group)
        n++;
    }
  return n;
}

static void
add_half (StewardForm       *self,
          StewardCell       *cell,
          const StewardPart *part,
          guint              first,
          guint              end,
          gboolean           right,
          gboolean           running)
{
  for (guint i = first; i < end; i++)
    {
      const StewardGroup *group = g_ptr_array_index (part->groups, i);

      if (group->right != right || !has_group (self, group))
        continue;
      add_group_title (cell, group);
      add_boxes (self, cell, group, 0, G_MAXUINT,
                 running && count_entries (self, group) <= MOST_RUNNING
                   ? steward_cell_add (cell, &running_style) : NULL);
    }
}

/* Special steps, fees, key points, optimisation: the whole width, heading
 * and boxes on the first line, what was typed below. */
static void
add_text_section (StewardForm        *self,
                  StewardTable       *table,
                  const StewardGroup *group)
{
  StewardCell *cell = steward_table_add_cell (table, COLUMN_LABEL, N_COLUMNS - 1, 1);
  StewardText *heading = add_heading (cell, group);
  const char *typed = steward_project_get_text (self->project, group->id);

  add_note (heading, group->note);
  add_boxes (self, cell, group, 0, G_MAXUINT, heading);
  if (is_set (typed) && is_wanted (self, group->id))
    steward_cell_add_plain (cell, &text_style, typed);
}

/* One long group stands in both halves, one below the other in each. */
static void
add_long_group (StewardForm        *self,
                StewardTable       *table,
                const StewardGroup *group)
{
  guint half = (group->boxes->len + 1) / 2;
  StewardCell *left = steward_table_add_cell (table, COLUMN_LABEL, 2, 1);
  StewardCell *right = steward_table_add_cell (table, COLUMN_HALF, 3, 1);

  if (is_set (group->heading))
    add_heading (left, group);
  add_group_title (left, group);
  add_boxes (self, left, group, 0, half, NULL);
  add_boxes (self, right, group, half, G_MAXUINT, NULL);
}

/* Boxes stand below each other in two halves, or run on as in the notice
 * where a section has no right half. */
static void
add_box_section (StewardForm       *self,
                 StewardTable      *table,
                 const StewardPart *part,
                 guint              first,
                 guint              end)
{
  const StewardGroup *group = g_ptr_array_index (part->groups, first);
  gboolean halves = has_right_half (self, part, first, end);
  StewardCell *cell;

  if (!halves && self->part == NULL && end == first + 1 && count_entries (self, group) > MOST_RUNNING)
    {
      add_long_group (self, table, group);
      return;
    }
  cell = steward_table_add_cell (table, COLUMN_LABEL, halves ? 2 : N_COLUMNS - 1, 1);
  if (is_set (group->heading))
    add_heading (cell, group);
  add_half (self, cell, part, first, end, FALSE, !halves);
  if (halves)
    add_half (self, steward_table_add_cell (table, COLUMN_HALF, 3, 1), part, first, end, TRUE, FALSE);
}

static guint
count_sections (const StewardForm *self,
                const StewardPart *part)
{
  guint n = 0;
  guint end;

  for (guint i = 0; i < part->groups->len; i = end)
    {
      end = find_section_end (part, i);
      n += has_section (self, part, i, end);
    }
  return n;
}

static void
add_supplement_row (StewardForm  *self,
                    StewardTable *table)
{
  StewardCell *cell = steward_table_add_cell (table, COLUMN_LABEL, N_COLUMNS - 1, 1);
  const char *banner = steward_pack_get_banner (self->pack);
  StewardText *text = steward_cell_add (cell, &heading_style);

  steward_text_add (text, steward_form_get_wording (self, "supplement_label"));
  if (is_set (banner))
    {
      steward_text_add (text, "　");
      steward_text_add_styled (text, banner, STEWARD_FACE_BODY, 10.5);
    }
}

static void
add_part (StewardForm       *self,
          StewardTable      *table,
          const StewardPart *part)
{
  guint n_sections = count_sections (self, part);
  guint n_rows = MAX (n_sections + (part->supplement ? 1 : 0), 1);
  StewardTableRow *row;
  StewardCell *head;

  if (self->part != NULL && n_sections == 0)
    return;
  row = steward_table_add_row (table, 0);
  head = steward_table_add_cell (table, COLUMN_STAGE, 1, n_rows);
  head->head = TRUE;
  head->middle = TRUE;
  head->outline = g_strdup (part->title);
  head->outline_level = 1;
  steward_cell_add_plain (head,
                          g_utf8_strlen (part->title, -1) > MOST_STACKED ? &crowded_style
                                                                         : &stacked_style,
                          part->title);
  if (part->supplement)
    {
      add_supplement_row (self, table);
      row->keep_with_next = TRUE;
      row = NULL;
    }
  for (guint i = 0; i < part->groups->len; )
    {
      const StewardGroup *group = g_ptr_array_index (part->groups, i);
      guint end = find_section_end (part, i);

      if (!has_section (self, part, i, end))
        {
          i = end;
          continue;
        }
      if (row == NULL)
        row = steward_table_add_row (table, 0);
      if (group->kind == STEWARD_GROUP_TEXT || group->kind == STEWARD_GROUP_FEES)
        {
          row->min_height = TEXT_HEIGHT;
          add_text_section (self, table, group);
        }
      else
        {
          add_box_section (self, table, part, i, end);
        }
      row = NULL;
      i = end;
    }
}

static void
add_head_row (StewardForm  *self,
              StewardTable *table)
{
  const struct
  {
    guint       column;
    guint       n_label;
    guint       n_value;
    const char *label;
    StewardFact fact;
  } pairs[] = {
    { COLUMN_STAGE, 2, 2, "project_name_label", STEWARD_FACT_NAME },
    { COLUMN_SECOND, 1, 1, "filled_by_label", STEWARD_FACT_FILLED_BY },
  };

  steward_table_add_row (table, HEAD_HEIGHT);
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      StewardCell *label = steward_table_add_cell (table, pairs[i].column, pairs[i].n_label, 1);
      StewardCell *value = steward_table_add_cell (table, pairs[i].column + pairs[i].n_label,
                                                   pairs[i].n_value, 1);

      label->head = TRUE;
      label->middle = TRUE;
      value->middle = TRUE;
      steward_cell_add_plain (label, &label_style, steward_form_get_wording (self, pairs[i].label));
      steward_cell_add_plain (value, &value_style, steward_form_get_fact (self, pairs[i].fact));
    }
}

void
steward_form_write_assessment (StewardForm *self)
{
  GPtrArray *parts = steward_pack_get_parts (self->pack);
  double half = (steward_flow_get_width (self->flow) - WIDTH_STAGE) / 2;
  const double widths[N_COLUMNS] = { WIDTH_STAGE, WIDTH_LABEL, half - WIDTH_LABEL,
                                     WIDTH_HALF, WIDTH_SECOND, half - WIDTH_HALF - WIDTH_SECOND };
  g_autoptr (StewardTable) table = steward_table_new (widths, N_COLUMNS);

  steward_form_write_title (self, &steward_style_title);
  if (self->section != NULL)
    steward_flow_add_plain (self->flow, &section_style, self->section->name);
  table->padding_x = 6;
  add_head_row (self, table);
  for (guint i = 0; i < parts->len; i++)
    add_part (self, table, g_ptr_array_index (parts, i));
  steward_flow_add_table (self->flow, table);
  steward_form_write_footnote (self, &steward_style_note);
}
