/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "draft-fixture.h"
#include "steward-error.h"
#include "user-packs.h"

/* What has no id is named by its place; lists inside an entry grow and shrink. */
static void
test_parts_of_entries (void)
{
  g_autoptr(StewardPackDraft) draft = draft_fixture_new ();
  g_auto(GStrv) ids = steward_pack_draft_list (draft, "suggestions"), fewer = NULL;
  JsonObject *entry = json_object_new ();
  g_autoptr(JsonNode) condition = json_from_string ("{\"question\":\"shelter\",\"op\":\"is\",\"value\":\"no\"}", NULL);
  StewardPackDraftOrigin origin;
  const StewardSuggestion *suggestion;
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (g_strv_length (ids), ==, 2);
  g_assert_cmpstr (ids[1], ==, "own/2");
  g_assert_cmpuint (steward_pack_draft_count (draft, "suggestions", "own/1", "all"), ==, 2);
  g_assert_true (steward_pack_draft_set (draft, "suggestions", "own/1", "all.2", json_node_copy (condition), &error));
  g_assert_cmpuint (steward_pack_draft_count (draft, "suggestions", "own/1", "all"), ==, 3);
  draft_fixture_assert (draft, "suggestions", "own/1", "all.2.value", "no");
  g_assert_true (steward_pack_draft_set (draft, "suggestions", "own/1", "all.0", NULL, &error));
  draft_fixture_assert (draft, "suggestions", "own/1", "all.0.question", "area");
  suggestion = steward_pack_get_suggestions (steward_pack_draft_get_pack (draft))->pdata[0];
  g_assert_cmpuint (suggestion->all->len, ==, 2);
  g_assert_cmpstr (steward_pack_find_question (steward_pack_draft_get_pack (draft), "area")->text, ==, "建筑面积");
  g_assert_null (steward_pack_find_question (steward_pack_draft_get_pack (draft), "moon"));
  g_assert_cmpstr (((const StewardCondition *) suggestion->all->pdata[1])->value, ==, "no");

  /* Without its last condition it is none; the place says which. */
  g_assert_true (steward_pack_draft_set (draft, "suggestions", "own/2", "all.0", NULL, &error));
  g_assert_true (draft_fixture_has_problem (draft, "suggestions", "own/2", "", "at least one condition"));
  g_assert_true (steward_pack_draft_remove (draft, "suggestions", "own/2", &error));
  g_assert_cmpuint (steward_pack_draft_get_problems (draft)->len, ==, 0);

  json_object_set_array_member (entry, "all", json_array_new ());
  json_array_add_element (json_object_get_array_member (entry, "all"), g_steal_pointer (&condition));
  json_object_set_array_member (entry, "boxes", json_array_new ());
  json_array_add_string_element (json_object_get_array_member (entry, "boxes"), "b.fee");
  json_object_set_string_member (entry, "reason", "新增");
  g_assert_true (steward_pack_draft_add (draft, "suggestions", entry, &error));
  g_assert_cmpuint (steward_pack_draft_get_problems (draft)->len, ==, 0);
  draft_fixture_assert (draft, "suggestions", "own/2", "reason", "新增");
  g_assert_true (steward_pack_draft_get_origin (draft, "suggestions", "own/2", &origin));
  g_assert_cmpint (origin, ==, STEWARD_DRAFT_OWN);
  fewer = steward_pack_draft_list (draft, "suggestions");
  g_assert_cmpuint (g_strv_length (fewer), ==, 2);
}

/* Checks and wordings that no pack names are there with what the program does. */
static void
test_what_the_program_does_by_itself (void)
{
  g_autoptr(StewardPackDraft) draft = draft_fixture_new ();
  g_auto(GStrv) checks = steward_pack_draft_list (draft, "checks");
  g_auto(GStrv) forms = steward_pack_draft_list (draft, "forms");
  g_autofree char *before = draft_fixture_to_text (draft), *after = NULL;
  StewardPackDraftOrigin origin;
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (g_strv_length (checks), ==, STEWARD_N_CHECKS);
  g_assert_true (steward_pack_draft_get_origin (draft, "checks", "over-limit", &origin));
  g_assert_cmpint (origin, ==, STEWARD_DRAFT_PROGRAM);
  draft_fixture_assert (draft, "checks", "over-limit", "severity", "error");
  draft_fixture_set (draft, "checks", "over-limit", "severity", "note");
  g_assert_cmpint (steward_pack_find_check (steward_pack_draft_get_pack (draft), STEWARD_CHECK_OVER_LIMIT)->severity,
                   ==, STEWARD_SEVERITY_NOTE);
  g_assert_true (steward_pack_draft_remove (draft, "checks", "over-limit", &error));
  draft_fixture_assert (draft, "checks", "over-limit", "severity", "error");

  g_assert_true (g_strv_contains ((const char * const *) forms, "closing"));
  g_assert_true (g_strv_contains ((const char * const *) forms, "notice"));
  g_assert_true (steward_pack_draft_get_origin (draft, "forms", "closing", &origin));
  g_assert_cmpint (origin, ==, STEWARD_DRAFT_OWN);
  g_assert_true (steward_pack_draft_get_origin (draft, "forms", "notice", &origin));
  g_assert_cmpint (origin, ==, STEWARD_DRAFT_PROGRAM);
  draft_fixture_set (draft, "forms", "notice", "items_heading", "完");
  g_assert_cmpstr (steward_pack_get_wording (steward_pack_draft_get_pack (draft), "notice", "items_heading"), ==, "完");
  g_assert_true (steward_pack_draft_get_origin (draft, "forms", "notice", &origin));
  g_assert_cmpint (origin, ==, STEWARD_DRAFT_REPLACED);
  g_assert_true (steward_pack_draft_remove (draft, "forms", "notice", &error));
  after = draft_fixture_to_text (draft);
  g_assert_cmpstr (after, ==, before);
  /* There is no other closing form to give way to. */
  g_assert_false (steward_pack_draft_remove (draft, "forms", "closing", &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
}

/* A pack of a county that says only what differs from its city. */
static StewardPackDraft *
new_county (void)
{
  g_autoptr(StewardPack) city = steward_pack_library_load ("datong-2025", NULL);
  g_autoptr(GError) error = NULL;
  StewardPackDraft *draft = steward_pack_draft_new_based_on (city, "my-county", "某县规则", "某县", "140299", &error);

  g_assert_no_error (error);
  return draft;
}

static void
test_a_county_says_only_what_differs (void)
{
  g_autoptr(StewardPackDraft) draft = new_county ();
  StewardPackDraftOrigin origin;
  g_auto(GStrv) ids = steward_pack_draft_list (draft, "items");
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (g_strv_length (ids), ==, 27);
  g_assert_true (steward_pack_draft_get_origin (draft, "items", ids[0], &origin));
  g_assert_cmpint (origin, ==, STEWARD_DRAFT_INHERITED);
  g_assert_false (steward_pack_draft_remove (draft, "items", ids[0], &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);

  /* Suggestions of the city have no ids that a county could name. */
  g_assert_true (steward_pack_draft_get_origin (draft, "suggestions", "below/1", &origin));
  g_assert_cmpint (origin, ==, STEWARD_DRAFT_BELOW);
  g_clear_error (&error);
  g_assert_false (steward_pack_draft_set_text (draft, "suggestions", "below/1", "reason", "x", &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
  g_assert_true (steward_pack_draft_get_origin (draft, "forms", "entrustment", &origin));
  g_assert_cmpint (origin, ==, STEWARD_DRAFT_INHERITED);

  draft_fixture_set (draft, "items", ids[0], "limit", "2");
  steward_pack_draft_get_origin (draft, "items", ids[0], &origin);
  g_assert_cmpint (origin, ==, STEWARD_DRAFT_REPLACED);
  g_assert_cmpint (steward_pack_find_item (steward_pack_draft_get_pack (draft), ids[0])->limit, ==, 2);
  g_assert_cmpint (steward_pack_get_level (steward_pack_draft_get_pack (draft)), ==, STEWARD_LEVEL_COUNTY);
  text = draft_fixture_to_text (draft);
  g_assert_cmpuint (strlen (text), <, 2000);

  /* Taken out, it gives way to what the city says. */
  g_clear_error (&error);
  g_assert_true (steward_pack_draft_remove (draft, "items", ids[0], &error));
  steward_pack_draft_get_origin (draft, "items", ids[0], &origin);
  g_assert_cmpint (origin, ==, STEWARD_DRAFT_INHERITED);
  g_assert_cmpint (steward_pack_find_item (steward_pack_draft_get_pack (draft), ids[0])->limit, ==, -1);
}

static void
test_new_packs_are_refused (void)
{
  static const struct { const char *id; const char *code; const char *message; } cases[] = {
    { "My County", "", "not an id" }, { "datong-2025", "", "already" }, { "new-one", "14", "six digits" }
  };
  g_autoptr(StewardPack) city = steward_pack_library_load ("datong-2025", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (steward_pack_draft_new_based_on (city, cases[i].id, "t", "某县", cases[i].code, &error));
      g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, cases[i].message));
    }
}

int
main (int   argc,
      char *argv[])
{
  int status;

  user_packs_set_up ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pack-draft/parts-of-entries", test_parts_of_entries);
  g_test_add_func ("/pack-draft/what-the-program-does-by-itself", test_what_the_program_does_by_itself);
  g_test_add_func ("/pack-draft/a-county-says-only-what-differs", test_a_county_says_only_what_differs);
  g_test_add_func ("/pack-draft/new-packs-are-refused", test_new_packs_are_refused);
  status = g_test_run ();
  user_packs_tear_down ();
  return status;
}
