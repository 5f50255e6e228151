/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-form-private.h"

/* Columns of the official table. Its two head rows and its stage rows are cut
 * at different places, so the grid is finer than any row: the label of the
 * list, stage, items, special steps (cut once for the head rows), fees. */
enum { COLUMN_LIST, COLUMN_STAGE, COLUMN_ITEMS, COLUMN_SPECIAL, COLUMN_FEES, COLUMN_REST, N_COLUMNS };

#define WIDTH_LIST 30.0
#define WIDTH_STAGE 62.0
#define WIDTH_ITEMS 202.0
#define WIDTH_SPECIAL 72.0
#define WIDTH_FEES 18.0

#define ROW_HEIGHT 34.0
#define STAGE_HEIGHT 58.0
#define TEXT_HEIGHT 54.0

static const StewardTextStyle label_style = {
  .face = STEWARD_FACE_BODY, .size = 12, .pitch = 18, .align = STEWARD_ALIGN_CENTER,
};

static const StewardTextStyle stacked_style = {
  .face = STEWARD_FACE_BODY, .size = 13, .pitch = 20, .align = STEWARD_ALIGN_CENTER, .stacked = TRUE,
};

static const StewardTextStyle value_style = {
  .face = STEWARD_FACE_FILLED, .size = 12, .pitch = 18, .align = STEWARD_ALIGN_CENTER,
};

static const StewardTextStyle text_style = {
  .face = STEWARD_FACE_FILLED, .size = 10.5, .pitch = 15,
};

static const StewardTextStyle line_style = {
  .face = STEWARD_FACE_FILLED, .size = 10.5, .pitch = 15, .indent = -1.3,
};

static const StewardTextStyle group_style = {
  .face = STEWARD_FACE_HEAD, .size = 10, .pitch = 15, .before = 2, .keep_with_next = TRUE,
};

static StewardCell *
add_label (StewardTable           *table,
           guint                   column,
           guint                   n_columns,
           guint                   n_rows,
           const StewardTextStyle *style,
           const char             *label)
{
  StewardCell *cell = steward_table_add_cell (table, column, n_columns, n_rows);

  cell->head = TRUE;
  cell->middle = TRUE;
  steward_cell_add_plain (cell, style, label);
  return cell;
}

/* A label at the left edge that is also a bookmark below the title. */
static void
add_outlined_label (StewardTable           *table,
                    guint                   n_columns,
                    guint                   n_rows,
                    const StewardTextStyle *style,
                    const char             *label)
{
  StewardCell *cell = add_label (table, COLUMN_LIST, n_columns, n_rows, style, label);

  cell->outline = g_strdup (label);
  cell->outline_level = 1;
}

static void
add_head_row (StewardTable *table,
              const char   *label,
              const char   *value,
              const char   *second_label,
              const char   *second_value)
{
  StewardCell *cell;

  g_autofree char *second_lines = g_strdelimit (g_strdup (second_label), " ", '\n');

  steward_table_add_row (table, ROW_HEIGHT);
  add_label (table, COLUMN_LIST, 2, 1, &label_style, label);
  cell = steward_table_add_cell (table, COLUMN_ITEMS, 1, 1);
  cell->middle = TRUE;
  steward_cell_add_plain (cell, &value_style, value);
  add_label (table, COLUMN_SPECIAL, 1, 1, &label_style, second_lines);
  cell = steward_table_add_cell (table, COLUMN_FEES, 2, 1);
  cell->middle = TRUE;
  steward_cell_add_plain (cell, &value_style, second_value);
}

/* Two facts in one cell, the second below the first when both are known. */
static char *
join_facts (const StewardForm *self,
            StewardFact        first,
            StewardFact        second)
{
  const char *a = steward_form_get_fact (self, first);
  const char *b = steward_form_get_fact (self, second);

  return g_strdup_printf ("%s%s%s", a, *a != '\0' && *b != '\0' ? "\n" : "", b);
}

/* Whose power it is to decide: the level as the form words it, or the bureau
 * where a notice names bureaus instead of levels. */
static const char *
get_authority (const StewardForm     *self,
               const StewardPlanItem *item)
{
  g_autofree char *key = g_strdup_printf ("level_%s", steward_level_to_word (item->level));

  if (item->level == STEWARD_LEVEL_UNKNOWN)
    return item->bureau != NULL ? item->bureau : "";
  return steward_form_get_wording (self, key);
}

static void
add_supplement_mark (const StewardForm *self,
                     StewardText       *text)
{
  const char *mark = steward_pack_get_wording (self->pack, "assessment", "supplement_label");
  g_autofree char *brackets = mark != NULL ? g_strdup_printf ("〔%s〕", mark) : NULL;

  steward_text_add_styled (text, brackets, STEWARD_FACE_HEAD, line_style.size - 1.5);
}

/* A stage the city's notice says nothing about is marked once. */
static gboolean
is_all_supplement (const StewardPlanStage *stage)
{
  for (guint i = 0; i < stage->items->len; i++)
    if (!((const StewardPlanItem *) g_ptr_array_index (stage->items, i))->supplement)
      return FALSE;
  for (guint i = 0; i < stage->materials->len; i++)
    if (!((const StewardPlanMaterial *) g_ptr_array_index (stage->materials, i))->supplement)
      return FALSE;
  return TRUE;
}

static void
add_items (StewardForm            *self,
           StewardCell            *cell,
           const StewardPlanStage *stage)
{
  gboolean all = is_all_supplement (stage);
  guint n = 0;

  if (all && stage->items->len > 0)
    add_supplement_mark (self, steward_cell_add (cell, &text_style));
  for (guint i = 0; i < stage->items->len; i++)
    {
      const StewardPlanItem *item = g_ptr_array_index (stage->items, i);
      const char *authority = get_authority (self, item);
      g_autofree char *number = NULL, *name = NULL, *line = NULL;
      StewardText *text;

      /* An item is listed once, with all its segments. */
      if (item->part > 0)
        continue;
      text = steward_cell_add (cell, &line_style);
      number = g_strdup_printf ("%u. ", ++n);
      name = steward_plan_name_item (self->plan, item);
      steward_form_set_blank (self, "item", name);
      steward_form_set_blank (self, "level", authority);
      line = *authority != '\0'
               ? steward_form_expand (self, steward_form_get_wording (self, "item_line"))
               : g_strdup (name);
      steward_text_add (text, number);
      steward_text_add (text, line);
      if (item->supplement && !all)
        add_supplement_mark (self, text);
    }
}

static void
add_stage_row (StewardForm            *self,
               StewardTable           *table,
               const StewardPlanStage *stage)
{
  StewardCell *cell;

  steward_table_add_row (table, STAGE_HEIGHT);
  add_label (table, COLUMN_STAGE, 1, 1, &label_style, stage->stage->plan_name);
  cell = steward_table_add_cell (table, COLUMN_ITEMS, 1, 1);
  cell->middle = TRUE;
  add_items (self, cell, stage);
  cell = steward_table_add_cell (table, COLUMN_SPECIAL, 2, 1);
  cell->middle = TRUE;
  steward_cell_add_plain (cell, &text_style, stage->special_steps);
  cell = steward_table_add_cell (table, COLUMN_REST, 1, 1);
  cell->middle = TRUE;
  steward_cell_add_plain (cell, &text_style, stage->fees);
}

static void
add_list (StewardForm  *self,
          StewardTable *table)
{
  GPtrArray *stages = self->plan->stages;
  const char *label = steward_form_get_wording (self, "items_label");
  StewardTableRow *row = steward_table_add_row (table, ROW_HEIGHT);

  row->keep_with_next = TRUE;
  add_outlined_label (table, 1, 1 + stages->len, &stacked_style, label);
  add_label (table, COLUMN_STAGE, 1, 1, &label_style, steward_form_get_line (self, "columns", 0));
  add_label (table, COLUMN_ITEMS, 1, 1, &label_style, steward_form_get_line (self, "columns", 1));
  add_label (table, COLUMN_SPECIAL, 2, 1, &label_style, steward_form_get_line (self, "columns", 2));
  add_label (table, COLUMN_REST, 1, 1, &label_style, steward_form_get_line (self, "columns", 3));
  for (guint i = 0; i < stages->len; i++)
    add_stage_row (self, table, g_ptr_array_index (stages, i));
}

/* Papers of one group of the assessment form below its heading, which says
 * in what form they are to be handed in. */
static void
add_materials (StewardForm            *self,
               StewardCell            *cell,
               const StewardPlanStage *stage)
{
  const StewardGroup *group = NULL;
  gboolean all = is_all_supplement (stage);

  if (all && stage->materials->len > 0)
    add_supplement_mark (self, steward_cell_add (cell, &text_style));
  for (guint i = 0; i < stage->materials->len; i++)
    {
      const StewardPlanMaterial *material = g_ptr_array_index (stage->materials, i);
      g_autofree char *number = g_strdup_printf ("%u. ", i + 1);
      StewardText *text;

      if (material->group != NULL && material->group != group && material->group->title != NULL
              && *material->group->title != '\0')
        {
          text = steward_cell_add_plain (cell, &group_style, material->group->title);
          steward_text_add (text, material->group->note);
        }
      group = material->group;
      text = steward_cell_add_plain (cell, &line_style, number);
      steward_text_add (text, material->name);
      if (material->supplement && !all)
        add_supplement_mark (self, text);
    }
}

static StewardCell *
add_wide_row (StewardTable *table,
              const char   *label)
{
  StewardCell *cell;

  steward_table_add_row (table, TEXT_HEIGHT);
  add_outlined_label (table, 2, 1, &label_style, label);
  cell = steward_table_add_cell (table, COLUMN_ITEMS, N_COLUMNS - COLUMN_ITEMS, 1);
  cell->middle = TRUE;
  return cell;
}

typedef const char *(*GetText) (const StewardPlanStage *stage);

static const char *
get_key_points (const StewardPlanStage *stage)
{
  return stage->key_points;
}

static const char *
get_optimisation (const StewardPlanStage *stage)
{
  return stage->optimisation;
}

/* The form has one box for all stages; each says which stage it is about. */
static void
add_stage_texts (StewardForm *self,
                 StewardCell *cell,
                 GetText      get_text)
{
  for (guint i = 0; i < self->plan->stages->len; i++)
    {
      const StewardPlanStage *stage = g_ptr_array_index (self->plan->stages, i);
      const char *text = get_text (stage);

      if (text == NULL || *text == '\0')
        continue;
      steward_cell_add_plain (cell, &group_style, stage->stage->plan_name);
      steward_cell_add_plain (cell, &text_style, text);
    }
}

void
steward_form_write_service_plan (StewardForm *self)
{
  double width = steward_flow_get_width (self->flow);
  const double widths[N_COLUMNS] = {
    WIDTH_LIST, WIDTH_STAGE, WIDTH_ITEMS, WIDTH_SPECIAL, WIDTH_FEES,
    width - WIDTH_LIST - WIDTH_STAGE - WIDTH_ITEMS - WIDTH_SPECIAL - WIDTH_FEES,
  };
  g_autoptr (StewardTable) table = steward_table_new (widths, N_COLUMNS);
  g_autofree char *contact = join_facts (self, STEWARD_FACT_CONTACT, STEWARD_FACT_PHONE);
  g_autofree char *steward = join_facts (self, STEWARD_FACT_AGENCY, STEWARD_FACT_STEWARD);

  steward_form_write_title (self, &steward_style_title);
  add_head_row (table, steward_form_get_wording (self, "project_name_label"),
                steward_form_get_fact (self, STEWARD_FACT_NAME),
                steward_form_get_wording (self, "unit_label"),
                steward_form_get_fact (self, STEWARD_FACT_UNIT));
  add_head_row (table, steward_form_get_wording (self, "contact_label"), contact,
                steward_form_get_wording (self, "steward_label"), steward);
  add_list (self, table);
  for (guint i = 0; i < self->plan->stages->len; i++)
    {
      const StewardPlanStage *stage = g_ptr_array_index (self->plan->stages, i);

      add_materials (self, add_wide_row (table, stage->stage->materials_name), stage);
    }
  add_stage_texts (self, add_wide_row (table, steward_form_get_wording (self, "key_points_label")),
                   get_key_points);
  add_stage_texts (self, add_wide_row (table, steward_form_get_wording (self, "optimisation_label")),
                   get_optimisation);
  steward_flow_add_table (self->flow, table);
  steward_form_write_footnote (self, &steward_style_note);
}
