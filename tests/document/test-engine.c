/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page engine by itself, with no form and no pack. */
#include <string.h>

#include "steward-error.h"
#include "steward-flow-private.h"
#include "steward-test-pdf.h"

static const StewardTextStyle body = { .face = STEWARD_FACE_BODY, .size = 16, .pitch = 28.95, .indent = 2 };
static const StewardTextStyle small = { .face = STEWARD_FACE_FILLED, .size = 10.5, .pitch = 15.5 };
static const StewardTextStyle stacked = { .face = STEWARD_FACE_BODY, .size = 12, .pitch = 17,
                                          .align = STEWARD_ALIGN_CENTER, .stacked = TRUE };
static const StewardPaperInfo info = { .title = "试验", .as_of = "2026-08-12" };

typedef struct
{
  StewardFonts *fonts;
  StewardFlow  *flow;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->fonts = steward_fonts_new ();
  fixture->flow = steward_flow_new (fixture->fonts, &STEWARD_SHEET_OFFICIAL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  steward_flow_free (fixture->flow);
  steward_fonts_free (fixture->fonts);
}

static char *
save (Fixture    *fixture,
      const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf =
    steward_pages_to_pdf (steward_flow_get_pages (fixture->flow), fixture->fonts, &info, &error);

  g_assert_no_error (error);
  return steward_test_pdf_save (pdf, name);
}

static guint
count_lines (Fixture    *fixture,
             const char *value,
             double      letters)
{
  g_autoptr (StewardText) text = steward_text_new (&body);
  g_autoptr (StewardParagraph) paragraph = NULL;

  steward_text_add (text, "委托");
  steward_text_add_blank (text, value, letters);
  steward_text_add (text, "办理");
  paragraph = steward_paragraph_new (text, fixture->fonts, steward_flow_get_width (fixture->flow));
  return steward_paragraph_get_n_lines (paragraph);
}

/* 27 letters fit a line of 156 mm; two are indent, four are words. */
static void
test_blank (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *long_value = g_strnfill (300, 'x');

  g_assert_cmpuint (count_lines (fixture, "", 10), ==, 1);
  g_assert_cmpuint (count_lines (fixture, NULL, 20), ==, 1);
  g_assert_cmpuint (count_lines (fixture, "", 40), ==, 2);
  g_assert_cmpuint (count_lines (fixture, "某某公司", 20), ==, 1);
  g_assert_cmpuint (count_lines (fixture, "某某公司", 40), ==, 2);
  g_assert_cmpuint (count_lines (fixture, long_value, 5), >, 5);
}

static void
test_text_comes_back (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (StewardText) text = steward_text_new (&body);
  g_autofree char *path = NULL;
  g_autofree char *read = NULL;

  steward_text_add_box (text, TRUE);
  steward_text_add (text, "企业投资项目备案");
  steward_text_add_box (text, FALSE);
  steward_text_add (text, "项目核准，用地面积 12,000 ㎡；“双控”目标𠮷");
  steward_text_add_blank (text, "", 6);
  steward_text_add (text, "由");
  steward_text_add_blank (text, "某某公司", 6);
  steward_text_add (text, "办理");
  steward_flow_add_text (fixture->flow, text);
  path = save (fixture, "engine-text.pdf");
  steward_test_pdf_assert_good (path);
  read = steward_test_pdf_text (path);
  g_assert_true (g_str_has_prefix (read, "☑企业投资项目备案☐项目核准，用地面积12,000㎡；“双控”目标𠮷由某某公司办理第1页共1页"));
}

/* No Debian font has the 64-stroke character. */
static void
test_missing_glyph (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *notes = NULL;
  g_autofree char *path = NULL;
  g_autofree char *read = NULL;

  steward_flow_add_plain (fixture->flow, &body, "虚构" RARE "公司与" RARE "集团");
  path = save (fixture, "engine-missing.pdf");
  notes = steward_fonts_get_notes (fixture->fonts);
  g_assert_nonnull (strstr (notes, "U+10FFFC"));
  g_assert_nonnull (strstr (notes, RARE));
  g_assert_cmpuint (steward_test_count (notes, "U+10FFFC"), ==, 1);
  read = steward_test_pdf_text (path);
  g_assert_nonnull (strstr (read, "虚构" RARE "公司与" RARE "集团"));
  steward_test_pdf_assert_good (path);
}

static void
test_bad_text (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autofree char *read = NULL;

  steward_flow_add_plain (fixture->flow, &body, "甲\x01乙\xef\xbb\xbf丙\xe2\x80\xae丁\t戊\r\n己\xff庚\xef\xbf\xbc辛");
  path = save (fixture, "engine-bad-text.pdf");
  steward_test_pdf_assert_good (path);
  read = steward_test_pdf_text (path);
  g_assert_true (g_str_has_prefix (read, "甲乙丙丁戊己\357\277\275庚辛第"));
}

static void
add_numbered_rows (StewardTable *table,
                   guint         n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *number = g_strdup_printf ("行%u。", i + 1);

      steward_table_add_row (table, 30);
      steward_cell_add_plain (steward_table_add_cell (table, 0, 1, 1), &small, number);
      steward_cell_add_plain (steward_table_add_cell (table, 1, 1, 1), &small, "内容");
    }
}

static void
test_repeated_heads (Fixture       *fixture,
                     gconstpointer  data)
{
  const double widths[] = { 100, 342 };
  g_autoptr (StewardTable) table = steward_table_new (widths, 2);
  g_autofree char *path = NULL;
  g_autofree char *read = NULL;
  g_autofree char *structure = NULL;
  guint n_pages;

  steward_table_add_row (table, 30)->head = TRUE;
  for (guint i = 0; i < 2; i++)
    {
      StewardCell *cell = steward_table_add_cell (table, i, 1, 1);

      cell->head = TRUE;
      steward_cell_add_plain (cell, &small, i == 0 ? "表头序号" : "表头内容");
    }
  add_numbered_rows (table, 300);
  steward_flow_add_table (fixture->flow, table);
  path = save (fixture, "engine-heads.pdf");
  steward_test_pdf_assert_good (path);
  n_pages = steward_test_pdf_n_pages (path);
  read = steward_test_pdf_text (path);
  /* 225 mm hold a head and 20 rows of 30 points. */
  g_assert_cmpuint (n_pages, ==, 15);
  g_assert_cmpuint (steward_test_count (read, "表头序号"), ==, n_pages);
  for (guint i = 1; i <= 300; i++)
    {
      g_autofree char *number = g_strdup_printf ("行%u。", i);

      g_assert_cmpuint (steward_test_count (read, number), ==, 1);
    }
  g_assert_nonnull (strstr (read, "第15页共15页"));
  structure = steward_test_pdf_run (path, "pdfinfo", "-struct", "@", NULL);
  g_assert_cmpuint (steward_test_count (structure, "Table"), ==, 1);
  g_assert_cmpuint (steward_test_count (structure, "TR"), ==, 300 + n_pages);
}

/* A cell of several pages beside a vertical head over two rows: nothing of
 * it gets lost or said twice, and the head stands on each of its pages. */
static void
test_broken_row (Fixture       *fixture,
                 gconstpointer  data)
{
  const double widths[] = { 30, 412 };
  g_autoptr (StewardTable) table = steward_table_new (widths, 2);
  StewardCell *head, *cell;
  g_autofree char *path = NULL;
  g_autofree char *read = NULL;

  steward_table_add_row (table, 40);
  head = steward_table_add_cell (table, 0, 1, 2);
  head->head = TRUE;
  head->middle = TRUE;
  steward_cell_add_plain (head, &stacked, "阶段（一）");
  cell = steward_table_add_cell (table, 1, 1, 1);
  for (guint i = 0; i < 120; i++)
    {
      g_autofree char *line = g_strdup_printf ("句%u。", i + 1);

      steward_cell_add_plain (cell, &small, line);
    }
  steward_table_add_row (table, 110);
  steward_cell_add_plain (steward_table_add_cell (table, 1, 1, 1), &small, "末行");
  steward_flow_add_table (fixture->flow, table);
  path = save (fixture, "engine-broken-row.pdf");
  steward_test_pdf_assert_good (path);
  read = steward_test_pdf_text (path);
  for (guint i = 1; i <= 120; i++)
    {
      g_autofree char *line = g_strdup_printf ("句%u。", i);

      g_assert_cmpuint (steward_test_count (read, line), ==, 1);
    }
  g_assert_cmpuint (steward_test_pdf_n_pages (path), ==, 4);
  g_assert_cmpuint (steward_test_count (read, "阶段（一）"), ==, 4);
  g_assert_cmpuint (steward_test_count (read, "末行"), ==, 1);
}

/* Words that are wider than their column, in a column of one letter. */
static void
test_narrow_column (Fixture       *fixture,
                    gconstpointer  data)
{
  const double widths[] = { 12, 430 };
  g_autoptr (StewardTable) table = steward_table_new (widths, 2);
  g_autofree char *path = NULL;
  g_autofree char *read = NULL;

  steward_table_add_row (table, 20);
  steward_cell_add_plain (steward_table_add_cell (table, 0, 1, 1), &small, "Extraordinarily窄");
  steward_cell_add_plain (steward_table_add_cell (table, 1, 1, 1), &small, "宽");
  steward_flow_add_table (fixture->flow, table);
  path = save (fixture, "engine-narrow.pdf");
  steward_test_pdf_assert_good (path);
  read = steward_test_pdf_text (path);
  g_assert_nonnull (strstr (read, "Extraordinarily窄"));
}

/* Whatever was drawn in between. */
static void
test_same_facts_same_bytes (void)
{
  GBytes *pdfs[3] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (pdfs); i++)
    {
      g_autoptr (StewardFonts) fonts = steward_fonts_new ();
      g_autoptr (StewardFlow) flow = steward_flow_new (fonts, &STEWARD_SHEET_OFFICIAL);

      steward_flow_add_outline (flow, 0, "标题");
      steward_flow_add_plain (flow, &body, i == 1 ? "另外一些字" : "同样的内容");
      pdfs[i] = steward_pages_to_pdf (steward_flow_get_pages (flow), fonts, &info, NULL);
    }
  g_assert_true (g_bytes_equal (pdfs[0], pdfs[2]));
  for (guint i = 0; i < G_N_ELEMENTS (pdfs); i++)
    g_bytes_unref (pdfs[i]);
}

/* The one thing that fails here is a mistake in a form: it must not leave a
 * broken file behind. */
static void
test_unknown_tag (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;

  steward_pages_begin (steward_flow_get_pages (fixture->flow), "P");
  steward_pages_end (steward_flow_get_pages (fixture->flow), "Table");
  pdf = steward_pages_to_pdf (steward_flow_get_pages (fixture->flow), fixture->fonts, &info, &error);
  g_assert_null (pdf);
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_RENDER);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/engine/blanks-keep-their-width-and-wrap", test_blank);
  ADD ("/engine/text-comes-back-out-of-the-pdf", test_text_comes_back);
  ADD ("/engine/missing-glyph-is-named", test_missing_glyph);
  ADD ("/engine/control-characters-never-reach-the-page", test_bad_text);
  ADD ("/engine/heads-are-repeated-on-each-page", test_repeated_heads);
  ADD ("/engine/tall-rows-break-beside-their-head", test_broken_row);
  ADD ("/engine/narrow-columns-lose-nothing", test_narrow_column);
  ADD ("/engine/wrong-structure-is-an-error", test_unknown_tag);
#undef ADD
  g_test_add_func ("/engine/same-facts-give-the-same-bytes", test_same_facts_same_bytes);
  return g_test_run ();
}
