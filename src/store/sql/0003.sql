-- SPDX-License-Identifier: GPL-3.0-or-later
-- How long decided items took, to learn from. "limit" is -1 when nobody gave
-- one; "used" are counted working days, without pauses.

CREATE TABLE "durations" (
  "project"  INTEGER NOT NULL REFERENCES "projects" ("number"),
  "position" INTEGER NOT NULL,
  "item"     TEXT NOT NULL,
  "name"     TEXT NOT NULL,
  "bureau"   TEXT NOT NULL,
  "limit"    INTEGER NOT NULL,
  "used"     INTEGER NOT NULL,
  PRIMARY KEY ("project", "position")
) STRICT;
CREATE INDEX "durations_by_item" ON "durations" ("item", "bureau", "used");

-- Durations are written with the digests, so these are computed again.
UPDATE "digests" SET "calendar" = '';
