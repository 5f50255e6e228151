/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-shared-credit.h"

#include "steward-listing-private.h"

static StewardSharedCredit *
read_credit (StewardStatement *statement)
{
  StewardSharedCredit *credit = g_new0 (StewardSharedCredit, 1);

  if (!steward_standing_from_word (steward_statement_get_text (statement, 0), &credit->standing))
    credit->standing = STEWARD_STANDING_UNKNOWN;
  credit->day = steward_listing_get_day (statement, 1);
  credit->project = steward_listing_get_text (statement, 2);
  credit->name = steward_listing_get_text (statement, 3);
  return credit;
}

StewardSharedCredit *
steward_database_find_credit (StewardDatabase  *self,
                              const char       *code,
                              const char       *project,
                              GError          **error)
{
  StewardStatement *statement;
  StewardSharedCredit *credit = NULL;

  g_return_val_if_fail (STEWARD_IS_DATABASE (self), NULL);
  g_return_val_if_fail (code != NULL && project != NULL, NULL);

  if (*code == '\0')
    return NULL;
  statement = steward_database_prepare (self, "credits", "shared", error);
  if (statement == NULL)
    return NULL;
  steward_statement_bind_text (statement, 1, code);
  steward_statement_bind_text (statement, 2, project);
  if (steward_statement_step (statement, error) == STEWARD_STEP_ROW)
    credit = read_credit (statement);
  steward_statement_reset (statement);
  return credit;
}
