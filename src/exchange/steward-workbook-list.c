/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-workbook-private.h"
#include "steward-workbook-words-private.h"

#define FORM "service_plan"

/* The four columns of the official list, and what else is known of an item. */
enum
{
  COLUMN_NUMBER, COLUMN_STAGE, COLUMN_ITEM, COLUMN_LEVEL, COLUMN_BUREAU, COLUMN_LANE, COLUMN_LIMIT, COLUMN_MODE,
  COLUMN_START, COLUMN_FINISH, COLUMN_ACCEPTED, COLUMN_DECIDED, COLUMN_DUE, COLUMN_LIGHT, COLUMN_SPECIAL,
  COLUMN_FEES, N_COLUMNS
};

enum { MATERIAL_NUMBER, MATERIAL_STAGE, MATERIAL_NAME, MATERIAL_FORM, MATERIAL_USED_IN, MATERIAL_STAGES, N_MATERIALS };

static const char * const lanes[] = W_LANES;
static const char * const modes[] = W_MODES;
static const char * const lights[] = W_LIGHTS;
static const char * const forms[] = W_FORMS;

static const char *
get_level (const StewardPack *pack,
           StewardLevel       level)
{
  g_autofree char *key = g_strconcat ("level_", steward_level_to_word (level), NULL);

  return steward_workbook_word (pack, FORM, key);
}

/* The item as the official list words it: with whose power it is, and with
 * the mark of what no notice of the city names. */
static char *
word_item (const StewardPack     *pack,
           const StewardPlanItem *item)
{
  const char *level = get_level (pack, item->level);
  GString *line = g_string_new (*level != '\0' ? steward_workbook_word (pack, FORM, "item_line") : "{item}");

  g_string_replace (line, "{level}", level, 0);
  g_string_replace (line, "{item}", item->name, 1);
  if (item->supplement)
    g_string_append_printf (line, "〔%s〕", steward_workbook_word (pack, "assessment", "supplement_label"));
  return g_string_free (line, FALSE);
}

/* Whether @day, which was reckoned and not entered, may still move. */
static gboolean
is_provisional (const StewardSchedule *schedule,
                StewardDay             day)
{
  return day != STEWARD_DAY_NONE && steward_calendar_is_provisional (schedule->calendar, day);
}

static gboolean
is_due_provisional (const StewardScheduleRow *line)
{
  return line->answer.due != STEWARD_DAY_NONE && line->answer.provisional;
}

static gboolean
has_provisional (const StewardSchedule *schedule)
{
  for (guint i = 0; i < schedule->stages->len; i++)
    {
      const StewardScheduleStage *stage = g_ptr_array_index (schedule->stages, i);

      for (guint k = 0; k < stage->rows->len; k++)
        {
          const StewardScheduleRow *line = g_ptr_array_index (stage->rows, k);

          if (line->kind == STEWARD_ROW_ITEM &&
              (is_provisional (schedule, line->planned_start) || is_provisional (schedule, line->planned_finish) ||
               is_due_provisional (line)))
            return TRUE;
        }
    }
  return FALSE;
}

static void
put_item (StewardWorkbook          *book,
          lxw_worksheet            *sheet,
          guint                     row,
          const StewardSchedule    *schedule,
          const StewardScheduleRow *line)
{
  const StewardPack *pack = schedule->plan->pack;
  const StewardPlanItem *item = line->item;
  g_autofree char *name = word_item (pack, item);

  steward_workbook_put_text (book, sheet, row, COLUMN_ITEM, STEWARD_CELL_TEXT, name);
  steward_workbook_put_text (book, sheet, row, COLUMN_LEVEL, STEWARD_CELL_CENTER, get_level (pack, item->level));
  steward_workbook_put_text (book, sheet, row, COLUMN_BUREAU, STEWARD_CELL_TEXT, item->bureau);
  steward_workbook_put_text (book, sheet, row, COLUMN_LANE, STEWARD_CELL_CENTER, lanes[item->lane]);
  if (item->limit >= 0)
    steward_workbook_put_number (book, sheet, row, COLUMN_LIMIT, item->limit);
  else
    steward_workbook_put_text (book, sheet, row, COLUMN_LIMIT, STEWARD_CELL_CENTER, NULL);
  steward_workbook_put_text (book, sheet, row, COLUMN_MODE, STEWARD_CELL_CENTER, modes[item->mode]);
  steward_workbook_put_day (book, sheet, row, COLUMN_START, line->planned_start,
                            is_provisional (schedule, line->planned_start));
  steward_workbook_put_day (book, sheet, row, COLUMN_FINISH, line->planned_finish,
                            is_provisional (schedule, line->planned_finish));
  steward_workbook_put_day (book, sheet, row, COLUMN_ACCEPTED, line->accepted, FALSE);
  steward_workbook_put_day (book, sheet, row, COLUMN_DECIDED, line->decided, FALSE);
  steward_workbook_put_day (book, sheet, row, COLUMN_DUE, line->answer.due, is_due_provisional (line));
  steward_workbook_put_text (book, sheet, row, COLUMN_LIGHT, STEWARD_CELL_CENTER, lights[line->answer.light]);
}

/* The items of a stage; @row moves below them. */
static void
put_stage (StewardWorkbook            *book,
           lxw_worksheet              *sheet,
           guint                      *row,
           guint                      *number,
           const StewardSchedule      *schedule,
           const StewardPlanStage     *planned,
           const StewardScheduleStage *stage)
{
  guint first = *row;

  for (guint i = 0; i < stage->rows->len; i++)
    {
      const StewardScheduleRow *line = g_ptr_array_index (stage->rows, i);

      if (line->kind != STEWARD_ROW_ITEM)
        continue;
      steward_workbook_put_number (book, sheet, *row, COLUMN_NUMBER, ++*number);
      steward_workbook_put_text (book, sheet, *row, COLUMN_STAGE, STEWARD_CELL_CENTER, stage->stage->plan_name);
      put_item (book, sheet, *row, schedule, line);
      *row += 1;
    }
  if (*row == first)
    {
      for (guint i = 0; i < N_COLUMNS; i++)
        steward_workbook_put_text (book, sheet, *row, i, STEWARD_CELL_CENTER,
                                   i == COLUMN_STAGE ? stage->stage->plan_name : NULL);
      *row += 1;
    }
  steward_workbook_put_tall (book, sheet, first, *row - first, COLUMN_SPECIAL, planned->special_steps);
  steward_workbook_put_tall (book, sheet, first, *row - first, COLUMN_FEES, planned->fees);
}

static void
put_items (StewardWorkbook       *book,
           const StewardSchedule *schedule,
           const char            *note)
{
  const StewardPack *pack = schedule->plan->pack;
  const StewardColumn columns[N_COLUMNS] = {
    [COLUMN_NUMBER] = { steward_workbook_heading (pack, "ledger", 0), 5 },
    [COLUMN_STAGE] = { steward_workbook_heading (pack, FORM, 0), 14 },
    [COLUMN_ITEM] = { steward_workbook_heading (pack, FORM, 1), 34 },
    [COLUMN_LEVEL] = { W_LEVEL, 7 },
    [COLUMN_BUREAU] = { W_BUREAU, 18 },
    [COLUMN_LANE] = { W_LANE, 9 },
    [COLUMN_LIMIT] = { W_LIMIT, 8 },
    [COLUMN_MODE] = { W_MODE, 9 },
    [COLUMN_START] = { W_START, 11 },
    [COLUMN_FINISH] = { W_FINISH, 11 },
    [COLUMN_ACCEPTED] = { W_ACCEPTED, 11 },
    [COLUMN_DECIDED] = { W_DECIDED, 11 },
    [COLUMN_DUE] = { W_DUE, 11 },
    [COLUMN_LIGHT] = { W_LIGHT, 9 },
    [COLUMN_SPECIAL] = { steward_workbook_heading (pack, FORM, 2), 18 },
    [COLUMN_FEES] = { steward_workbook_heading (pack, FORM, 3), 18 },
  };
  const char *title = steward_workbook_word (pack, FORM, "items_label");
  g_autofree char *marked = g_strconcat (note, has_provisional (schedule) ? "　" W_PROVISIONAL : "", NULL);
  lxw_worksheet *sheet = steward_workbook_add_sheet (book, title, title, marked, columns, N_COLUMNS, TRUE);
  guint row = STEWARD_WORKBOOK_FIRST_ROW;
  guint number = 0;

  for (guint i = 0; i < schedule->stages->len; i++)
    put_stage (book, sheet, &row, &number, schedule, g_ptr_array_index (schedule->plan->stages, i),
               g_ptr_array_index (schedule->stages, i));
}

static void
append_word (GString    *words,
             const char *word)
{
  if (words->len > 0)
    g_string_append (words, W_AND);
  g_string_append (words, word);
}

static void
put_material (StewardWorkbook           *book,
              lxw_worksheet             *sheet,
              guint                      index,
              const StewardPack         *pack,
              const StewardPlanMaterial *material)
{
  g_autoptr (GString) name = g_string_new (material->name);
  g_autoptr (GString) items = g_string_new (NULL);
  g_autoptr (GString) stages = g_string_new (NULL);
  guint row = STEWARD_WORKBOOK_FIRST_ROW + index;

  if (material->supplement)
    g_string_append_printf (name, "〔%s〕", steward_workbook_word (pack, "assessment", "supplement_label"));
  for (guint i = 0; i < material->used_in->len; i++)
    {
      const StewardPlanItem *item = g_ptr_array_index (material->used_in, i);

      if (item->part == 0)
        append_word (items, item->base_name);
    }
  for (guint i = 0; i < material->stages->len; i++)
    append_word (stages, ((const StewardStage *) g_ptr_array_index (material->stages, i))->plan_name);
  steward_workbook_put_number (book, sheet, row, MATERIAL_NUMBER, index + 1);
  steward_workbook_put_text (book, sheet, row, MATERIAL_STAGE, STEWARD_CELL_CENTER, material->first_stage->plan_name);
  steward_workbook_put_text (book, sheet, row, MATERIAL_NAME, STEWARD_CELL_TEXT, name->str);
  steward_workbook_put_text (book, sheet, row, MATERIAL_FORM, STEWARD_CELL_CENTER, forms[material->form]);
  steward_workbook_put_text (book, sheet, row, MATERIAL_USED_IN, STEWARD_CELL_TEXT, items->str);
  steward_workbook_put_text (book, sheet, row, MATERIAL_STAGES, STEWARD_CELL_TEXT, stages->str);
}

static void
put_materials (StewardWorkbook       *book,
               const StewardSchedule *schedule,
               const char            *note)
{
  const StewardPack *pack = schedule->plan->pack;
  const StewardColumn columns[N_MATERIALS] = {
    [MATERIAL_NUMBER] = { steward_workbook_heading (pack, "ledger", 0), 5 },
    [MATERIAL_STAGE] = { steward_workbook_heading (pack, FORM, 0), 16 },
    [MATERIAL_NAME] = { W_MATERIALS, 44 },
    [MATERIAL_FORM] = { W_FORM, 16 },
    [MATERIAL_USED_IN] = { W_USED_IN, 44 },
    [MATERIAL_STAGES] = { W_USED_STAGES, 24 },
  };
  GPtrArray *materials = schedule->plan->materials;
  lxw_worksheet *sheet = steward_workbook_add_sheet (book, W_MATERIALS, W_MATERIALS, note, columns, N_MATERIALS, TRUE);

  for (guint i = 0; i < materials->len; i++)
    put_material (book, sheet, i, pack, g_ptr_array_index (materials, i));
}

GBytes *
steward_workbook_of_list (const StewardSchedule  *schedule,
                          GError                **error)
{
  const StewardPlan *plan;
  StewardWorkbook book;
  g_autofree char *note = NULL;
  g_autofree char *day = NULL;

  g_return_val_if_fail (schedule != NULL, NULL);

  plan = schedule->plan;
  day = steward_day_format (schedule->as_of);
  note = g_strdup_printf ("%s：%s　%s：%s\n%s：%s　%s%s", steward_workbook_word (plan->pack, FORM, "project_name_label"),
                          steward_project_get_fact (plan->project, STEWARD_FACT_NAME),
                          steward_workbook_word (plan->pack, FORM, "unit_label"),
                          steward_project_get_fact (plan->project, STEWARD_FACT_UNIT),
                          steward_workbook_word (plan->pack, FORM, "steward_label"),
                          steward_project_get_fact (plan->project, STEWARD_FACT_STEWARD), W_AS_OF, day);
  if (!steward_workbook_open (&book, steward_workbook_word (plan->pack, FORM, "items_label"), schedule->as_of, error))
    return NULL;
  put_items (&book, schedule, note);
  put_materials (&book, schedule, note);
  return steward_workbook_finish (&book, error);
}
