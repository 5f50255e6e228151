/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draft-fixture.h"

#include <string.h>

#include "pack-fixture.h"

StewardPackDraft *
draft_fixture_new (void)
{
  g_autofree char *text = fixture_good_text ();
  g_autoptr(StewardPack) pack = fixture_read_good (text, NULL, NULL);

  return steward_pack_draft_new (pack);
}

void
draft_fixture_assert (StewardPackDraft *draft,
                      const char       *list,
                      const char       *id,
                      const char       *field,
                      const char       *expected)
{
  g_autofree char *text = steward_pack_draft_get_text (draft, list, id, field);

  g_assert_cmpstr (text, ==, expected);
}

void
draft_fixture_set (StewardPackDraft *draft,
                   const char       *list,
                   const char       *id,
                   const char       *field,
                   const char       *text)
{
  g_autoptr(GError) error = NULL;

  steward_pack_draft_set_text (draft, list, id, field, text, &error);
  g_assert_no_error (error);
}

char *
draft_fixture_to_text (StewardPackDraft *draft)
{
  g_autoptr(GBytes) bytes = steward_pack_draft_to_bytes (draft);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

gboolean
draft_fixture_has_problem (StewardPackDraft *draft,
                           const char       *list,
                           const char       *id,
                           const char       *field,
                           const char       *message)
{
  GPtrArray *problems = steward_pack_draft_get_problems (draft);

  for (guint i = 0; i < problems->len; i++)
    {
      const StewardPackDraftProblem *problem = problems->pdata[i];

      if (strstr (problem->message, message) != NULL && strcmp (problem->list, list) == 0 &&
          strcmp (problem->id, id) == 0 &&
          (g_str_has_prefix (problem->field, field) || g_str_has_prefix (field, problem->field)))
        return TRUE;
    }
  return FALSE;
}
