/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-index-paper.h"

#include "steward-form-private.h"

/* Generic Chinese words of the index, which no form of a city has. */
#define W_TITLE   "项目档案目录"
#define W_HEADS   { "序号", "题名", "文件", "字节", "SHA-256" }
#define W_PROJECT "项目名称："
#define W_CODE    "项目代码："
#define W_AS_OF   "截至："

#define N_COLUMNS 5
#define ROW_HEIGHT 30.0
/* A hash in two lines, the same break on every row. */
#define HALF_HASH 32

static const char *const state_words[STEWARD_N_DOCUMENT_STATES] = {
  [STEWARD_DOCUMENT_MADE] = "已生成",    [STEWARD_DOCUMENT_PRINTED] = "已打印",   [STEWARD_DOCUMENT_SENT] = "已送达",
  [STEWARD_DOCUMENT_SIGNED] = "已签署",  [STEWARD_DOCUMENT_SCANNED] = "扫描件",   [STEWARD_DOCUMENT_DECLINED] = "已谢绝",
  [STEWARD_DOCUMENT_REPLACED] = "已作废",
};

static const StewardTextStyle head_style = {
  .face = STEWARD_FACE_HEAD, .size = 11, .pitch = 17, .align = STEWARD_ALIGN_CENTER,
};

static const StewardTextStyle center_style = {
  .face = STEWARD_FACE_FILLED, .size = 10, .pitch = 15, .align = STEWARD_ALIGN_CENTER,
};

static const StewardTextStyle text_style = {
  .face = STEWARD_FACE_FILLED, .size = 10, .pitch = 15,
};

static const StewardTextStyle hash_style = {
  .face = STEWARD_FACE_FILLED, .size = 8, .pitch = 12,
};

const char *
steward_index_paper_get_state (StewardDocumentState state)
{
  g_return_val_if_fail (state < STEWARD_N_DOCUMENT_STATES, NULL);

  return state_words[state];
}

static void
add_cell (StewardTable           *table,
          guint                   column,
          gboolean                head,
          const StewardTextStyle *style,
          const char             *text)
{
  StewardCell *cell = steward_table_add_cell (table, column, 1, 1);

  cell->head = head;
  cell->middle = TRUE;
  steward_cell_add_plain (cell, style, text);
}

static void
add_line (StewardTable           *table,
          gsize                   number,
          const StewardIndexLine *line)
{
  g_autofree char *number_text = g_strdup_printf ("%" G_GSIZE_FORMAT, number);
  g_autofree char *size = g_strdup_printf ("%" G_GSIZE_FORMAT, line->size);
  g_autofree char *hash = g_strdup_printf ("%.*s\n%s", HALF_HASH, line->sha256, line->sha256 + HALF_HASH);

  steward_table_add_row (table, ROW_HEIGHT);
  add_cell (table, 0, FALSE, &center_style, number_text);
  add_cell (table, 1, FALSE, &text_style, line->title);
  add_cell (table, 2, FALSE, &text_style, line->name);
  add_cell (table, 3, FALSE, &center_style, size);
  add_cell (table, 4, FALSE, &hash_style, hash);
}

static void
write_head (StewardFlow           *flow,
            const StewardSchedule *schedule,
            const char            *as_of)
{
  StewardProject *project = schedule->plan->project;
  g_autofree char *name = g_strconcat (W_PROJECT, steward_project_get_fact (project, STEWARD_FACT_NAME), NULL);
  g_autofree char *code = g_strconcat (W_CODE, steward_project_get_fact (project, STEWARD_FACT_CODE), NULL);
  g_autofree char *day = g_strconcat (W_AS_OF, as_of, NULL);

  steward_flow_add_outline (flow, 0, W_TITLE);
  steward_flow_add_plain (flow, &steward_style_title, W_TITLE);
  steward_flow_add_plain (flow, &text_style, name);
  steward_flow_add_plain (flow, &text_style, code);
  steward_flow_add_plain (flow, &text_style, day);
  steward_flow_advance (flow, 6);
}

GBytes *
steward_index_paper_render (const StewardSchedule   *schedule,
                            const StewardIndexLine  *lines,
                            gsize                    n_lines,
                            GError                 **error)
{
  static const char *const heads[N_COLUMNS] = W_HEADS;
  g_autoptr (StewardFonts) fonts = steward_fonts_new ();
  g_autoptr (StewardFlow) flow = steward_flow_new (fonts, &STEWARD_SHEET_DENSE);
  g_autoptr (StewardTable) table = NULL;
  g_autofree char *as_of = NULL;
  StewardPaperInfo info = { .title = W_TITLE };
  double width = steward_flow_get_width (flow);
  const double widths[N_COLUMNS] = { 36, width - 36 - 112 - 52 - 164, 112, 52, 164 };

  g_return_val_if_fail (schedule != NULL && (lines != NULL || n_lines == 0), NULL);

  as_of = steward_day_format (schedule->as_of);
  info.author = steward_project_get_fact (schedule->plan->project, STEWARD_FACT_AGENCY);
  info.subject = steward_project_get_fact (schedule->plan->project, STEWARD_FACT_CODE);
  info.as_of = as_of;
  table = steward_table_new (widths, N_COLUMNS);
  write_head (flow, schedule, as_of);
  steward_table_add_row (table, ROW_HEIGHT)->head = TRUE;
  for (guint i = 0; i < N_COLUMNS; i++)
    add_cell (table, i, TRUE, &head_style, heads[i]);
  for (gsize i = 0; i < n_lines; i++)
    add_line (table, i + 1, &lines[i]);
  steward_flow_add_table (flow, table);
  return steward_pages_to_pdf (steward_flow_get_pages (flow), fonts, &info, error);
}
