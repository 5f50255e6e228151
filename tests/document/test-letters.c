/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The letters and lists without an official layout: their text for the sample
 * projects, and the layout of GB/T 9704—2012 measured on the page. */
#include <stdlib.h>
#include <string.h>

#include "steward-adjustments.h"
#include "steward-edition.h"
#include "steward-error.h"
#include "steward-papers.h"
#include "steward-project-file.h"
#include "steward-test-paper.h"
#include "steward-test-pdf.h"

#define MM(points) ((points) * 25.4 / 72)
#define PITCH (225.0 / 22)

/* One word as pdftotext places it, millimetres. */
typedef struct
{
  guint  page;
  double x0, y0, x1, y1;
  char  *text;
} Word;

static void
word_free (gpointer data)
{
  g_free (((Word *) data)->text);
  g_free (data);
}

static double
get_attribute (const char *line,
               const char *name)
{
  const char *found = strstr (line, name);

  g_assert_nonnull (found);
  return MM (g_ascii_strtod (found + strlen (name) + 2, NULL));
}

/* (element-type Word) */
static GPtrArray *
read_words (const char *path)
{
  g_autofree char *xml = steward_test_pdf_run (path, "pdftotext", "-bbox", "@", "-", NULL);
  g_auto (GStrv) lines = g_strsplit (xml, "\n", -1);
  GPtrArray *words = g_ptr_array_new_with_free_func (word_free);
  guint page = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *start = strstr (lines[i], "\">");
      Word *word;

      if (strstr (lines[i], "<page ") != NULL)
        page++;
      if (strstr (lines[i], "<word ") == NULL)
        continue;
      word = g_new0 (Word, 1);
      word->page = page;
      word->x0 = get_attribute (lines[i], "xMin");
      word->x1 = get_attribute (lines[i], "xMax");
      word->y0 = get_attribute (lines[i], "yMin");
      word->y1 = get_attribute (lines[i], "yMax");
      word->text = g_strndup (start + 2, strstr (start, "</word>") - start - 2);
      g_ptr_array_add (words, word);
    }
  return words;
}

/* The @nth word on @page that begins with @text. */
static const Word *
find_word (GPtrArray  *words,
           guint       page,
           const char *text,
           guint       nth)
{
  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = g_ptr_array_index (words, i);

      if (word->page == page && g_str_has_prefix (word->text, text) && nth-- == 0)
        return word;
    }
  g_error ("“%s” is not on page %u", text, page);
  return NULL;
}

static double
get_middle (const Word *word)
{
  return (word->y0 + word->y1) / 2;
}

static StewardProject *
new_project (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardPack) pack = steward_pack_library_load ("jincheng-2022", &error);

  g_assert_no_error (error);
  return steward_project_new (pack);
}

/* A letter that is nothing but text for three pages. */
static GPtrArray *
render_long_letter (void)
{
  g_autoptr (StewardProject) project = new_project ();
  g_autoptr (StewardSchedule) schedule = NULL;
  g_autoptr (GString) content = g_string_new (NULL);
  g_autofree char *path = NULL;

  for (guint i = 0; i < 1150; i++)
    g_string_append (content, "测");
  steward_project_set_fact (project, STEWARD_FACT_UNIT, "虚构一二公司");
  steward_project_set_fact (project, STEWARD_FACT_AGENCY, "虚构市局");
  steward_project_set_fact (project, STEWARD_FACT_CONTENT, content->str);
  schedule = steward_test_schedule (project);
  path = steward_test_paper_render (STEWARD_PAPER_POLICY, schedule, "measured", NULL);
  return read_words (path);
}

/* 156 × 225 mm, 37 mm from above and 28 mm from the left, 22 lines of 28. */
static void
test_type_area (void)
{
  g_autoptr (GPtrArray) words = render_long_letter ();

  for (guint line = 0; line < 22; line++)
    {
      const Word *word = find_word (words, 2, "测", line);

      g_assert_cmpint (g_utf8_strlen (word->text, -1), ==, 28);
      g_assert_cmpfloat_with_epsilon (word->x0, 28, 0.3);
      g_assert_cmpfloat_with_epsilon (word->x1, 28 + 156, 0.3);
      g_assert_cmpfloat_with_epsilon (get_middle (word) - get_middle (find_word (words, 2, "测", 0)), line * PITCH, 0.1);
    }
  g_assert_cmpfloat_with_epsilon (get_middle (find_word (words, 2, "测", 0)), 37 + PITCH / 2, 1.5);
  g_assert_cmpfloat_with_epsilon (get_middle (find_word (words, 2, "测", 21)), 37 + 225 - PITCH / 2, 1.5);
}

static void
test_head (void)
{
  g_autoptr (GPtrArray) words = render_long_letter ();
  const Word *number = find_word (words, 1, "号", 0);
  const Word *title = find_word (words, 1, "项目不符合政策告知书", 0);
  const Word *to = find_word (words, 1, "虚构一二公司：", 0);
  const Word *first = find_word (words, 1, "你单位", 0);

  g_assert_cmpfloat_with_epsilon (number->x1, 28 + 156, 0.3);
  g_assert_cmpfloat_with_epsilon ((title->x0 + title->x1) / 2, 28 + 156 / 2.0, 0.3);
  /* 10 letters of 22 points. */
  g_assert_cmpfloat_with_epsilon (title->x1 - title->x0, MM (220), 0.5);
  g_assert_cmpfloat_with_epsilon (to->x0, 28, 0.3);
  g_assert_cmpfloat_with_epsilon (first->x0, 28 + 2 * MM (16), 0.5);
  /* One line is free below the title, and all stand on the lines of the page. */
  g_assert_cmpfloat (get_middle (to) - get_middle (title), >, 1.8 * PITCH);
  g_assert_cmpfloat_with_epsilon (get_middle (first) - get_middle (to), PITCH, 0.1);
  g_assert_cmpfloat_with_epsilon ((get_middle (to) - get_middle (number)) / PITCH,
                                  (int) ((get_middle (to) - get_middle (number)) / PITCH + 0.5), 0.05);
}

/* The date four letters from the right, the office above its middle. */
static void
test_office_and_date (void)
{
  g_autoptr (GPtrArray) words = render_long_letter ();
  const Word *office = find_word (words, 3, "虚构市局", 0);
  const Word *date = find_word (words, 3, "2026年8月12日", 0);

  g_assert_cmpfloat_with_epsilon (date->x1, 28 + 156 - 4 * MM (16), 0.3);
  g_assert_cmpfloat_with_epsilon ((office->x0 + office->x1) / 2, (date->x0 + date->x1) / 2, 0.3);
  g_assert_cmpfloat_with_epsilon (get_middle (date) - get_middle (office), PITCH, 0.1);
}

/* The place for the seal: 42 mm, over office and date, which stand a little
 * below its middle. */
static void
test_seal (void)
{
  g_autoptr (StewardProject) project = new_project ();
  g_autoptr (StewardSchedule) schedule = NULL;
  g_autofree char *path = NULL;
  g_autofree char *json = NULL;
  g_autoptr (GPtrArray) words = NULL;
  const Word *office, *date;
  double rect[4];
  char *next;
  guint page;

  steward_project_set_fact (project, STEWARD_FACT_AGENCY, "虚构市局");
  schedule = steward_test_schedule (project);
  path = steward_test_paper_render (STEWARD_PAPER_PARALLEL_PLAN, schedule, "seal", NULL);
  json = steward_test_pdf_run (path, "qpdf", "--json", "@", NULL);
  next = strstr (json, "\"/Rect\": [");
  g_assert_nonnull (next);
  next += strlen ("\"/Rect\": [");
  for (guint i = 0; i < G_N_ELEMENTS (rect); i++)
    {
      rect[i] = MM (g_ascii_strtod (next, &next));
      next += strspn (next, ", \n");
    }
  words = read_words (path);
  page = steward_test_pdf_n_pages (path);
  office = find_word (words, page, "虚构市局", 0);
  date = find_word (words, page, "2026年8月12日", 0);
  g_assert_cmpfloat_with_epsilon (rect[2] - rect[0], 42, 0.1);
  g_assert_cmpfloat_with_epsilon (rect[3] - rect[1], 42, 0.1);
  g_assert_cmpfloat_with_epsilon ((rect[0] + rect[2]) / 2, (date->x0 + date->x1) / 2, 0.3);
  /* From below in the file, from above here. */
  g_assert_cmpfloat (297 - rect[3], <, get_middle (office) - PITCH);
  g_assert_cmpfloat (297 - rect[1], >, get_middle (date) + PITCH / 2);
  g_assert_cmpfloat ((get_middle (office) + get_middle (date)) / 2, >, 297 - (rect[1] + rect[3]) / 2);
}

/* 7 mm below the type area, one letter inside of its outer edge. */
static void
test_page_numbers (void)
{
  g_autoptr (GPtrArray) words = render_long_letter ();
  const Word *odd = find_word (words, 1, "—", 1);
  const Word *even = find_word (words, 2, "—", 0);

  find_word (words, 1, "1", 0);
  find_word (words, 2, "2", 0);
  g_assert_cmpfloat_with_epsilon (odd->x1, 28 + 156 - MM (14), 0.3);
  g_assert_cmpfloat_with_epsilon (even->x0, 28 + MM (14), 0.3);
  g_assert_cmpfloat_with_epsilon (get_middle (odd), 37 + 225 + 7, 1.5);
}

/* Whatever the list offers beside the official forms. */
static void
test_sample (gconstpointer sample)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardProject) project = steward_sample_load (sample, &error);
  g_autoptr (StewardSchedule) schedule = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  guint n = 0;

  g_assert_no_error (error);
  schedule = steward_test_schedule (project);
  entries = steward_paper_list (schedule);
  for (guint i = 0; i < entries->len; i++)
    {
      const StewardPaperEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *path = NULL;
      g_autofree char *name = NULL;

      /* The list of materials of a stage is a part of that of the project. */
      if (entry->kind < STEWARD_N_OFFICIAL_PAPERS || (entry->kind == STEWARD_PAPER_MATERIALS && *entry->subject != '\0'))
        continue;
      path = steward_test_paper_render_about (entry->kind, schedule, entry->subject, sample, NULL);
      name = g_path_get_basename (path);
      *strrchr (name, '.') = '\0';
      steward_test_paper_compare (name, path);
      n++;
    }
  g_assert_cmpuint (n, >=, 8);
}

/* Every letter about something that a sample does not have. */
static void
test_full_project (void)
{
  g_autoptr (StewardProject) project = steward_test_full_project ("虚构某单位", "第一条要求。\n第二条要求。");
  g_autoptr (StewardSchedule) schedule = steward_test_schedule (project);

  for (guint kind = STEWARD_N_OFFICIAL_PAPERS; kind < STEWARD_N_PAPERS; kind++)
    {
      g_autofree char *path =
        steward_test_paper_render_about (kind, schedule, steward_test_full_subject (kind), "full", NULL);
      g_autofree char *name = g_strconcat ("full-", steward_paper_get_stem (kind), NULL);

      steward_test_paper_compare (name, path);
    }
}

/* How often the text that somebody wrote stands on each paper. */
static const guint n_texts[STEWARD_N_PAPERS] = {
  [STEWARD_PAPER_ASSESSMENT] = 3,
  [STEWARD_PAPER_SERVICE_PLAN] = 3,
  [STEWARD_PAPER_LEDGER] = 8,
  [STEWARD_PAPER_NOTICE] = 2,
  [STEWARD_PAPER_CHANGE] = 1,
  [STEWARD_PAPER_OPINION] = 3,
  [STEWARD_PAPER_MINUTES] = 4,
  [STEWARD_PAPER_CORRECTION] = 1,
  [STEWARD_PAPER_SUSPENSION] = 1,
  [STEWARD_PAPER_RESUMPTION] = 2,
  [STEWARD_PAPER_POLICY] = 1,
};

/* No word leaves the margins of its page. */
static void
assert_inside (const char *path)
{
  g_autoptr (GPtrArray) words = read_words (path);

  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = g_ptr_array_index (words, i);

      if (word->x0 < 19.5 || word->x1 > 210 - 19.5 || word->y0 < 19 || word->y1 > 297 - 10)
        g_error ("%s page %u: “%s” at %.1f–%.1f × %.1f–%.1f mm", path, word->page, word->text, word->x0, word->x1,
                 word->y0, word->y1);
    }
}

/* A name of 100 letters and texts of 3,000 on all papers: everything is there
 * and nothing is cut. */
static void
test_long_words (void)
{
  g_autoptr (GString) name = g_string_new ("长");
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (StewardProject) project = NULL;
  g_autoptr (StewardSchedule) schedule = NULL;
  guint n_sentences = 0;

  for (guint i = 1; i < STEWARD_NAME_MAX_CHARS; i++)
    g_string_append (name, i % 10 == 0 ? "（" : i % 10 == 9 ? "）" : "名");
  while (g_utf8_strlen (text->str, -1) < STEWARD_TEXT_MAX_CHARS - 20)
    g_string_append_printf (text, "这是第%u句，逾期不办。", ++n_sentences);
  project = steward_test_full_project (name->str, text->str);
  schedule = steward_test_schedule (project);
  for (guint kind = 0; kind < STEWARD_N_PAPERS; kind++)
    {
      g_autofree char *path =
        steward_test_paper_render_about (kind, schedule, steward_test_full_subject (kind), "brim", NULL);
      g_autofree char *all = steward_test_pdf_text (path);

      g_assert_cmpuint (steward_test_count (all, "长"), >=, 1);
      g_assert_cmpuint (steward_test_count (all, "句"), ==, n_texts[kind] * n_sentences);
      assert_inside (path);
    }
}

static void
assert_all_there (const char *path,
                  const char *format)
{
  g_autofree char *text = steward_test_pdf_text (path);
  g_auto (GStrv) parts = g_strsplit (format, "%u", 2);

  for (guint i = 1; i <= 300; i++)
    {
      g_autofree char *wanted = g_strdup_printf ("%s%u%s", parts[0], i, parts[1]);

      if (strstr (text, wanted) == NULL)
        g_error ("“%s” is not in %s", wanted, path);
    }
  assert_inside (path);
}

/* 300 materials, 300 papers handed over: all are listed. */
static void
test_many_things (void)
{
  g_autoptr (StewardProject) project = steward_test_full_project ("虚构某单位", "要求。");
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) papers = NULL;
  g_autoptr (StewardSchedule) schedule = NULL;
  char stage[] = "dt.s1";
  StewardClosing closing = { stage, steward_day_from_ymd (2026, 3, 30), NULL, 0 };
  static const struct { StewardPaperKind kind; const char *format; } wanted[] = {
    { STEWARD_PAPER_NOTICE, "增加材料第%u份书" },   { STEWARD_PAPER_MATERIALS, "增加材料第%u份书" },
    { STEWARD_PAPER_HAND_OVER, "移交证照第%u号证" }, { STEWARD_PAPER_CLOSING, "移交证照第%u号证" },
    { STEWARD_PAPER_CHANGE, "增加材料第%u份书" },
  };

  for (guint i = 1; i <= 300; i++)
    {
      g_autofree char *paper = g_strdup_printf ("移交证照第%u号证", i);

      g_string_append_printf (rows, "增加材料第%u份书\n", i);
      g_strv_builder_add (builder, paper);
    }
  papers = g_strv_builder_end (builder);
  closing.handed_over = papers;
  steward_project_add_rows (project, "dt.s1.box.mat-main-blank", rows->str, "试验");
  steward_project_put_closing (project, &closing);
  steward_test_issue (project, 30, "试验");
  schedule = steward_test_schedule (project);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autofree char *path =
        steward_test_paper_render_about (wanted[i].kind, schedule, wanted[i].kind == STEWARD_PAPER_CHANGE ? "3" : "dt.s1",
                                         "many", NULL);

      assert_all_there (path, wanted[i].format);
    }
}

/* Rare characters are on all papers, or the one that no font has is named. */
static void
test_rare_words (void)
{
  g_autoptr (StewardProject) project = steward_test_full_project ("虚构𠮷" RARE "公司", "要求𠮷。");
  g_autoptr (StewardSchedule) schedule = steward_test_schedule (project);

  for (guint kind = 0; kind < STEWARD_N_PAPERS; kind++)
    {
      g_autofree char *notes = NULL;
      g_autofree char *path =
        steward_test_paper_render_about (kind, schedule, steward_test_full_subject (kind), "rare-full", &notes);
      g_autofree char *all = steward_test_pdf_text (path);

      g_assert_nonnull (strstr (all, "虚构𠮷" RARE "公司"));
      g_assert_nonnull (strstr (notes, "U+10FFFC " RARE));
      g_assert_null (strstr (notes, "U+20BB7"));
    }
}

static void
add_receipt (StewardProject *project,
             const char     *material)
{
  char none[] = "";
  const StewardReceipt receipt = { (char *) material, steward_day_from_ymd (2026, 3, 3), none, none };
  g_autoptr (GError) error = NULL;

  steward_project_put_receipt (project, &receipt, &error);
  g_assert_no_error (error);
}

static char *
render_deferral (StewardProject *project)
{
  g_autoptr (StewardSchedule) schedule = steward_test_schedule (project);
  g_autofree char *path = steward_test_paper_render_about (STEWARD_PAPER_DEFERRAL, schedule, "c1", "deferred", NULL);

  return steward_test_pdf_text (path);
}

/* What follows later is for the unit to say, until some papers are there. */
static void
test_deferral_names_what_is_missing (void)
{
  static const char *const boxes[] = { "jc.s1.box.app.filing-request", "jc.s1.box.app.filing-form-jincheng",
                                       "jc.s1.box.oth.filing-truth-letter" };
  g_autoptr (StewardProject) project = new_project ();
  const StewardPack *pack = steward_project_get_pack (project);
  g_autoptr (StewardCase) handled = steward_case_new ("c1", "jc.s1.item.filing");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  steward_project_set_tick (project, steward_pack_find_item_box (pack, "jc.s1.item.filing")->id, TRUE, "试验",
                            "2026-03-01T09:00:00");
  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    steward_project_set_tick (project, boxes[i], TRUE, "试验", "2026-03-01T09:00:00");
  handled->mode = STEWARD_MODE_DEFERRAL;
  steward_project_put_case (project, handled);
  before = render_deferral (project);
  g_assert_null (strstr (before, "企业申请备案的文件"));
  g_assert_nonnull (strstr (before, "1.2.我单位郑重承诺"));

  add_receipt (project, "jc.s1.app.filing-request");
  after = render_deferral (project);
  g_assert_null (strstr (after, "企业申请备案的文件"));
  g_assert_nonnull (strstr (after, "1.晋城市企业投资项目备案表2.企业备案申报材料真实性承诺函(原件)我单位郑重承诺"));
}

/* The ground in the words of the notice, with one full stop; what it needs a
 * reminder for says when that was. */
static void
test_suspension_names_its_ground (void)
{
  static const struct { StewardEntrustmentKind kind; int day; const char *ground; const char *note; } steps[] = {
    { STEWARD_ENTRUSTMENT_STEP_DRAFTED, 1, "", "" },
    { STEWARD_ENTRUSTMENT_STEP_SIGNED, 2, "", "" },
    { STEWARD_ENTRUSTMENT_STEP_REMINDED, 9, "", "" },
    { STEWARD_ENTRUSTMENT_STEP_SUSPENDED, 16, "jc.ground.late-after-reminder", "规费材料未交" },
    { STEWARD_ENTRUSTMENT_STEP_RESUMED, 20, "", "" },
  };
  g_autoptr (StewardProject) project = new_project ();
  g_autoptr (StewardSchedule) schedule = NULL;
  g_autofree char *suspended = NULL, *suspended_text = NULL;
  g_autofree char *resumed = NULL, *resumed_text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      char none[] = "";
      const StewardEntrustmentStep step = { .day = steward_day_from_ymd (2026, 3, steps[i].day), .kind = steps[i].kind,
                                            .ground = (char *) steps[i].ground, .note = (char *) steps[i].note,
                                            .by = none, .document = none };
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (steward_project_put_step (project, &step, &error), ==, i + 1);
      g_assert_no_error (error);
    }
  schedule = steward_test_schedule (project);
  suspended = steward_test_paper_render_about (STEWARD_PAPER_SUSPENSION, schedule, "4", "ground", NULL);
  suspended_text = steward_test_pdf_text (suspended);
  g_assert_nonnull (strstr (suspended_text, "项目长催促后仍未提交。具体情况：规费材料未交"));
  g_assert_nonnull (strstr (suspended_text, "此前已于2026年3月9日催促。"));
  g_assert_nonnull (strstr (suspended_text, "自2026年3月16日起中止"));
  resumed = steward_test_paper_render_about (STEWARD_PAPER_RESUMPTION, schedule, "5", "ground", NULL);
  resumed_text = steward_test_pdf_text (resumed);
  g_assert_nonnull (strstr (resumed_text, "项目长催促后仍未提交”，我单位自2026年3月16日起中止"));
  g_assert_nonnull (strstr (resumed_text, "自2026年3月20日起恢复"));
}

/* A number that is none, or of something else. */
static void
test_wrong_subjects (void)
{
  static const struct { StewardPaperKind kind; const char *subject; } wrong[] = {
    { STEWARD_PAPER_OPINION, "2" },     { STEWARD_PAPER_MINUTES, "first" }, { STEWARD_PAPER_SUSPENSION, "5" },
    { STEWARD_PAPER_RESUMPTION, "4" },  { STEWARD_PAPER_SUSPENSION, "-1" }, { STEWARD_PAPER_DEFERRAL, "c9" },
    { STEWARD_PAPER_CHANGE, "3" },      { STEWARD_PAPER_NOTICE, "dt.s9" },  { STEWARD_PAPER_POLICY, "dt.s1" },
    { STEWARD_PAPER_CHANGE, "2-1" },    { STEWARD_PAPER_CHANGE, "1-3" },    { STEWARD_PAPER_CHANGE, "1-1" },
    { STEWARD_PAPER_CHANGE, "-2" },     { STEWARD_PAPER_CHANGE, "1-" },     { STEWARD_PAPER_CHANGE, "1-2-2" },
  };
  g_autoptr (StewardProject) project = steward_test_full_project ("虚构某单位", "要求。");
  g_autoptr (StewardSchedule) schedule = steward_test_schedule (project);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (steward_paper_render (wrong[i].kind, schedule, wrong[i].subject, NULL, &error));
      g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_RENDER);
      g_assert_nonnull (strstr (error->message, wrong[i].subject));
    }
}

/* A paper that is kept is no longer missing, unless it was declined. */
static void
test_kept_papers_are_recorded (void)
{
  g_autoptr (StewardProject) project = steward_test_full_project ("虚构某单位", "要求。");
  char id[] = "11111111-2222-4333-8444-555555555555", form[] = "notice", stage[] = "dt.s1", none[] = "";
  StewardDocument kept = { .id = id, .form = form, .subject = stage, .title = none, .state = STEWARD_DOCUMENT_DECLINED,
                           .day = steward_day_from_ymd (2026, 3, 2), .sha256 = none, .name = none, .of = none, .by = none };

  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (StewardSchedule) schedule = NULL;
      g_autoptr (GPtrArray) entries = NULL;
      guint n = 0;

      steward_project_put_document (project, &kept, &error);
      g_assert_no_error (error);
      schedule = steward_test_schedule (project);
      entries = steward_paper_list (schedule);
      for (guint i = 0; i < entries->len; i++)
        {
          const StewardPaperEntry *entry = g_ptr_array_index (entries, i);

          if (entry->kind != STEWARD_PAPER_NOTICE)
            continue;
          g_assert_true (entry->due);
          g_assert_true (entry->recorded == (round == 1));
          n++;
        }
      g_assert_cmpuint (n, ==, 1);
      kept.state = STEWARD_DOCUMENT_PRINTED;
    }
}

/* Reasons are numbered, once; a single one needs no number, and what was typed
 * is never taken for a blank. */
static void
test_policy_says_why (void)
{
  static const struct { const char *reasons, *there, *other; } cases[] = {
    { "位于禁建区\n\n超出用地标准", "1.位于禁建区", "2.超出用地标准" },
    { "1、位于禁建区\n2、超出用地标准", "1.位于禁建区", "2.超出用地标准" },
    { "1.5倍于标准\n位于{item}禁建区", "1.1.5倍于标准", "2.位于{item}禁建区" },
    { "位于禁建区。", "位于禁建区。", "要求：" },
    { NULL, "1.", "3." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StewardProject) project = new_project ();
      g_autoptr (StewardSchedule) schedule = NULL;
      g_autoptr (GPtrArray) entries = NULL;
      g_autofree char *path = NULL;
      g_autofree char *text = NULL;

      if (cases[i].reasons != NULL)
        g_assert_true (steward_project_put_edit (project, STEWARD_EDIT_POLICY, STEWARD_EDIT_REASONS, cases[i].reasons,
                                                 "王", NULL, NULL));
      schedule = steward_test_schedule (project);
      path = steward_test_paper_render (STEWARD_PAPER_POLICY, schedule, "why", NULL);
      text = steward_test_pdf_text (path);
      if (strstr (text, cases[i].there) == NULL || strstr (text, cases[i].other) == NULL)
        g_error ("reasons %u give: %s", i, text);
      g_assert_true ((strstr (text, "1.位于禁建区。") == NULL) || i != 3);
      entries = steward_paper_list (schedule);
      for (guint j = 0; j < entries->len; j++)
        {
          const StewardPaperEntry *entry = g_ptr_array_index (entries, j);

          g_assert_true (entry->kind != STEWARD_PAPER_POLICY || entry->due == (cases[i].reasons != NULL));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letters/28-by-22-letters-in-the-type-area", test_type_area);
  g_test_add_func ("/letters/number-title-and-recipient", test_head);
  g_test_add_func ("/letters/office-and-date", test_office_and_date);
  g_test_add_func ("/letters/seal", test_seal);
  g_test_add_func ("/letters/page-numbers", test_page_numbers);
  g_test_add_func ("/letters/every-letter-of-a-full-project", test_full_project);
  g_test_add_func ("/letters/long-words-are-complete-and-inside", test_long_words);
  g_test_add_func ("/letters/many-things-are-all-listed", test_many_things);
  g_test_add_func ("/letters/rare-characters-are-kept-or-named", test_rare_words);
  g_test_add_func ("/letters/deferral-names-what-is-missing", test_deferral_names_what_is_missing);
  g_test_add_func ("/letters/suspension-names-its-ground", test_suspension_names_its_ground);
  g_test_add_func ("/letters/policy-says-why", test_policy_says_why);
  g_test_add_func ("/letters/wrong-subjects-are-errors", test_wrong_subjects);
  g_test_add_func ("/letters/kept-papers-are-recorded", test_kept_papers_are_recorded);
  g_test_add_data_func ("/letters/sample/jincheng-school", "jincheng-school", test_sample);
  g_test_add_data_func ("/letters/sample/datong-complex", "datong-complex", test_sample);
  return g_test_run ();
}
