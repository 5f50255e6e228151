/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which section fills in which box, and the directory that users change. */
#include "project-fixture.h"
#include "steward-error.h"
#include "steward-sections.h"

/* A pack without a mistake in which a section has two of the items. */
static StewardSections *
good_sections (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "catalog", "good.json", NULL);
  g_autoptr (StewardProblems) problems = steward_problems_new ();
  g_autoptr (StewardPack) pack = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *text = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  bytes = g_bytes_new_take (text, length);
  pack = steward_pack_read (bytes, "good.json", NULL, NULL, problems);
  g_assert_nonnull (pack);
  return steward_sections_new (pack);
}

static StewardSections *
bundled_sections (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardPack) pack = steward_pack_library_load ("jincheng-2022", &error);

  g_assert_no_error (error);
  return steward_sections_new (pack);
}

static char *
join (GPtrArray *ids)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", (const char *) ids->pdata[i]);
  return g_string_free (text, FALSE);
}

static void
assert_box (const StewardSections *sections,
            const char            *id,
            const char            *expected)
{
  const StewardBox *box = steward_pack_find_box (steward_sections_get_pack (sections), id);
  g_autoptr (GPtrArray) ids = NULL;
  g_autofree char *text = NULL;

  g_assert_nonnull (box);
  ids = steward_sections_of_box (sections, box);
  text = join (ids);
  g_assert_cmpstr (text, ==, expected);
}

static void
assert_text (const StewardSections *sections,
             const char            *id,
             const char            *expected)
{
  const StewardGroup *group = steward_pack_find_group (steward_sections_get_pack (sections), id);
  g_autoptr (GPtrArray) ids = steward_sections_of_text (sections, group);
  g_autofree char *text = join (ids);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_the_pack_says_it (void)
{
  g_autoptr (StewardSections) sections = good_sections ();
  static const char *const boxes[] = { "b.filing", "b.permit", "b.blank", "b.form", "b.report", "b.fee" };

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    assert_box (sections, boxes[i], "projects");
  assert_text (sections, "g.fees", "projects");
  assert_text (sections, "g.points", "projects");
}

static void
test_the_nearer_goes_before_the_wider (void)
{
  g_autoptr (StewardSections) sections = good_sections ();
  const char *water = steward_sections_add (sections, " 水务科\n", "");
  const char *fire = steward_sections_add (sections, "消防科", "");

  g_assert_cmpstr (water, ==, "section.1");
  g_assert_cmpstr (steward_sections_find (sections, water)->name, ==, "水务科");
  g_assert_true (steward_sections_assign (sections, "g.items", water));
  assert_box (sections, "b.filing", "section.1");
  assert_box (sections, "b.blank", "section.1");
  /* The papers follow the items, the texts those of the stage. */
  assert_box (sections, "b.form", "section.1");
  assert_text (sections, "g.points", "section.1");

  g_assert_true (steward_sections_assign (sections, "b.filing", fire));
  assert_box (sections, "b.filing", "section.2");
  assert_box (sections, "b.permit", "section.1");
  assert_box (sections, "b.blank", "section.1");
  assert_box (sections, "b.report", "section.2");
  assert_text (sections, "g.points", "section.1 section.2");
  g_assert_true (steward_sections_assign (sections, "g.points", "projects"));
  assert_text (sections, "g.points", "projects");

  g_assert_true (steward_sections_assign (sections, "g.items", NULL));
  assert_box (sections, "b.permit", "projects");
  assert_box (sections, "b.blank", "projects section.2");
}

static void
test_what_nobody_has_goes_to_the_rest (void)
{
  g_autoptr (StewardSections) sections = bundled_sections ();
  StewardPack *pack = steward_sections_get_pack (sections);
  g_autoptr (StewardSectionPart) nobody = steward_sections_get_part (sections, NULL);
  guint n_boxes = nobody->boxes->len, n_groups = nobody->groups->len;

  /* The notice names the sections, but not which one has which item. */
  g_assert_cmpuint (n_boxes, >, 114);
  g_assert_cmpuint (n_groups, ==, 16);
  assert_box (sections, "jc.s1.box.item.filing", "");
  g_assert_true (steward_sections_set_rest (sections, "jc.sec.management"));
  g_assert_cmpstr (steward_sections_get_rest (sections), ==, "jc.sec.management");
  g_assert_true (steward_sections_assign (sections, "jc.s1.items.city", "jc.sec.approval-1"));
  assert_box (sections, "jc.s1.box.item.filing", "jc.sec.approval-1");
  assert_box (sections, "jc.s1.box.app.filing-request", "jc.sec.approval-1");
  assert_box (sections, "jc.s2.box.item.eia", "jc.sec.management");
  assert_text (sections, "jc.s1.text.key-points", "jc.sec.approval-1");
  assert_text (sections, "jc.s2.text.key-points", "jc.sec.management");

  {
    g_autoptr (StewardSectionPart) one = steward_sections_get_part (sections, "jc.sec.approval-1");
    g_autoptr (StewardSectionPart) rest = steward_sections_get_part (sections, "jc.sec.management");
    g_autoptr (StewardSectionPart) left = steward_sections_get_part (sections, NULL);

    g_assert_cmpuint (left->boxes->len + left->groups->len, ==, 0);
    g_assert_cmpuint (one->groups->len + rest->groups->len, ==, n_groups);
    g_assert_cmpuint (one->boxes->len + rest->boxes->len, ==, n_boxes);
    g_assert_true (steward_section_part_has (one, "jc.s1.box.item.filing"));
    g_assert_true (steward_section_part_has (one, "jc.s1.text.fees"));
    g_assert_false (steward_section_part_has (one, "jc.s2.box.item.eia"));
  }
  g_assert_nonnull (steward_pack_find_box (pack, "jc.s2.box.item.eia"));
}

static void
test_sections_come_and_go (void)
{
  g_autoptr (StewardSections) sections = good_sections ();
  const char *id = steward_sections_add (sections, "临时科", "甲");

  g_assert_null (steward_sections_add (sections, " \n", ""));
  g_assert_false (steward_sections_set (sections, id, "", "甲"));
  g_assert_false (steward_sections_set (sections, "nobody", "某科", ""));
  g_assert_true (steward_sections_set (sections, id, "专班", "乙"));
  g_assert_cmpstr (steward_sections_find (sections, id)->officer, ==, "乙");
  g_assert_false (steward_sections_assign (sections, "b.filing", "nobody"));
  g_assert_false (steward_sections_set_rest (sections, "nobody"));
  g_assert_true (steward_sections_assign (sections, "b.filing", id));
  g_assert_true (steward_sections_set_rest (sections, id));
  g_assert_cmpuint (steward_sections_list (sections)->len, ==, 2);

  g_assert_false (steward_sections_remove (sections, "projects"));
  g_assert_true (steward_sections_remove (sections, "section.1"));
  g_assert_false (steward_sections_remove (sections, "section.1"));
  g_assert_null (steward_sections_get_assigned (sections, "b.filing"));
  g_assert_null (steward_sections_get_rest (sections));
  g_assert_cmpuint (steward_sections_list (sections)->len, ==, 1);
  assert_box (sections, "b.filing", "projects");
}

static void
test_a_directory_is_read_as_it_was_written (void)
{
  g_autoptr (StewardSections) sections = good_sections ();
  g_autoptr (StewardSections) again = NULL, copy = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL, *same = NULL, *third = NULL;

  g_assert_true (steward_sections_set (sections, "projects", "项目管理科", "虚构·甲"));
  g_assert_true (steward_sections_assign (sections, "b.fee", steward_sections_add (sections, "\"财务\"科", "")));
  g_assert_true (steward_sections_assign (sections, "gone.in.this.version", "projects"));
  g_assert_true (steward_sections_set_rest (sections, "projects"));
  text = steward_sections_write (sections);
  again = steward_sections_read (steward_sections_get_pack (sections), text, &error);
  g_assert_no_error (error);
  same = steward_sections_write (again);
  g_assert_cmpstr (same, ==, text);
  g_assert_true (steward_sections_find (again, "section.1")->added);
  g_assert_false (steward_sections_find (again, "projects")->added);
  assert_box (again, "b.fee", "section.1");
  copy = steward_sections_copy (again);
  g_assert_true (steward_sections_remove (again, "section.1"));
  third = steward_sections_write (copy);
  g_assert_cmpstr (third, ==, text);
}

static void
test_a_bad_directory_is_refused (void)
{
  static const struct
  {
    const char *text;
    const char *complaint;
  } bad[] = {
    { "[]", "Expected an object" },
    { "{", "sections:1:2" },
    { "{\"format\":\"x\",\"format_version\":1,\"pack\":\"good\"}", "steward-sections" },
    { "{\"format\":\"steward-sections\",\"format_version\":2,\"pack\":\"good\"}", "format_version" },
    { "{\"format\":\"steward-sections\",\"format_version\":1,\"pack\":\"other\"}", "pack" },
    { "{\"format\":\"steward-sections\",\"format_version\":1,\"pack\":\"good\",\"x\":1}", "x" },
    { "{\"format\":\"steward-sections\",\"format_version\":1,\"pack\":\"good\",\"sections\":[1]}", "sections[0]" },
    { "{\"format\":\"steward-sections\",\"format_version\":1,\"pack\":\"good\","
      "\"sections\":[{\"id\":\"a\",\"name\":\"\"}]}", "needs an id and a name" },
    { "{\"format\":\"steward-sections\",\"format_version\":1,\"pack\":\"good\",\"assigned\":{\"b\":\"none\"}}",
      "no section “none”" },
    { "{\"format\":\"steward-sections\",\"format_version\":1,\"pack\":\"good\",\"rest\":\"none\"}",
      "no section “none”" },
  };
  g_autoptr (StewardSections) sections = good_sections ();

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (steward_sections_read (steward_sections_get_pack (sections), bad[i].text, &error));
      g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
      if (strstr (error->message, bad[i].complaint) == NULL)
        g_error ("%s\ndoes not say “%s”", error->message, bad[i].complaint);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sections/the-pack-says-it", test_the_pack_says_it);
  g_test_add_func ("/sections/the-nearer-goes-before-the-wider", test_the_nearer_goes_before_the_wider);
  g_test_add_func ("/sections/what-nobody-has-goes-to-the-rest", test_what_nobody_has_goes_to_the_rest);
  g_test_add_func ("/sections/come-and-go", test_sections_come_and_go);
  g_test_add_func ("/sections/a-directory-is-read-as-it-was-written", test_a_directory_is_read_as_it_was_written);
  g_test_add_func ("/sections/a-bad-directory-is-refused", test_a_bad_directory_is_refused);
  return g_test_run ();
}
