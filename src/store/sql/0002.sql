-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the case page and the checks keep: who extended a limit and why, the
-- written notice and the proof of an event, acknowledged checks, levers, and
-- the credit record of the enterprise.

ALTER TABLE "cases" ADD COLUMN "extension_by" TEXT NOT NULL DEFAULT '';
ALTER TABLE "cases" ADD COLUMN "extension_reason" TEXT NOT NULL DEFAULT '';
ALTER TABLE "events" ADD COLUMN "written" TEXT NOT NULL DEFAULT '';
ALTER TABLE "events" ADD COLUMN "proof" TEXT NOT NULL DEFAULT '';

CREATE TABLE "acknowledgements" (
  "project" INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"     TEXT NOT NULL,
  "reason"  TEXT NOT NULL,
  "by"      TEXT NOT NULL,
  "at"      TEXT NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;

CREATE TABLE "levers" (
  "project" INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"     TEXT NOT NULL,
  "on"      INTEGER NOT NULL,
  "by"      TEXT NOT NULL,
  "at"      TEXT NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;

CREATE TABLE "credits" (
  "project"  INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"      TEXT NOT NULL,
  "standing" TEXT NOT NULL,
  "day"      TEXT NOT NULL,
  "note"     TEXT NOT NULL,
  "by"       TEXT NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;
