-- SPDX-License-Identifier: GPL-3.0-or-later
-- Links of the steward's own between what a plan has: the key names both ends.

CREATE TABLE "links" (
  "project" INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"     TEXT NOT NULL,
  "by"      TEXT NOT NULL,
  "at"      TEXT NOT NULL,
  "note"    TEXT NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;
