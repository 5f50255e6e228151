-- SPDX-License-Identifier: GPL-3.0-or-later
-- What happens around the plan: papers handed in, order and wording of the
-- steward's own, issued editions, requests to sections, documents, the steps of
-- the entrustment, meetings, timers, wording of the ledger, and the files that
-- documents are kept in. Lists of entries are JSON arrays of arrays of text.

ALTER TABLE "cases" ADD COLUMN "delivered" TEXT NOT NULL DEFAULT '';
ALTER TABLE "cases" ADD COLUMN "verified" TEXT NOT NULL DEFAULT '';

CREATE TABLE "materials" (
  "project" INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"     TEXT NOT NULL,
  "day"     TEXT NOT NULL,
  "note"    TEXT NOT NULL,
  "by"      TEXT NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;

CREATE TABLE "orders" (
  "project" INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"     TEXT NOT NULL,
  "value"   TEXT NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;

CREATE TABLE "edits" (
  "project" INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"     TEXT NOT NULL,
  "text"    TEXT NOT NULL,
  "by"      TEXT NOT NULL,
  "at"      TEXT NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;

CREATE TABLE "editions" (
  "project"  INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"      TEXT NOT NULL,
  "day"      TEXT NOT NULL,
  "by"       TEXT NOT NULL,
  "at"       TEXT NOT NULL,
  "reason"   TEXT NOT NULL,
  "content"  TEXT NOT NULL,
  "paper"    TEXT NOT NULL,
  "notified" TEXT NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;

CREATE TABLE "requests" (
  "project"     INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"         TEXT NOT NULL,
  "sent"        TEXT NOT NULL,
  "by"          TEXT NOT NULL,
  "answered"    TEXT NOT NULL,
  "answered_by" TEXT NOT NULL,
  "note"        TEXT NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;

CREATE TABLE "documents" (
  "project"    INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"        TEXT NOT NULL,
  "form"       TEXT NOT NULL,
  "subject"    TEXT NOT NULL,
  "title"      TEXT NOT NULL,
  "state"      TEXT NOT NULL,
  "day"        TEXT NOT NULL,
  "sha256"     TEXT NOT NULL,
  "name"       TEXT NOT NULL,
  "of"         TEXT NOT NULL,
  "by"         TEXT NOT NULL,
  "at"         TEXT NOT NULL,
  "signatures" TEXT NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;

CREATE TABLE "steps" (
  "project"  INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"      TEXT NOT NULL,
  "day"      TEXT NOT NULL,
  "kind"     TEXT NOT NULL,
  "ground"   TEXT NOT NULL,
  "note"     TEXT NOT NULL,
  "by"       TEXT NOT NULL,
  "document" TEXT NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;

CREATE TABLE "meetings" (
  "project"    INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"        TEXT NOT NULL,
  "day"        TEXT NOT NULL,
  "title"      TEXT NOT NULL,
  "place"      TEXT NOT NULL,
  "attendance" TEXT NOT NULL,
  "opinions"   TEXT NOT NULL,
  "minutes"    TEXT NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;

CREATE TABLE "timers" (
  "project" INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"     TEXT NOT NULL,
  "timer"   TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "from"    TEXT NOT NULL,
  "due"     TEXT NOT NULL,
  "done"    TEXT NOT NULL,
  "note"    TEXT NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;

CREATE TABLE "wordings" (
  "project" INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"     TEXT NOT NULL,
  "text"    TEXT NOT NULL,
  "result"  TEXT NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;

-- Named by what they hold, so that the same bytes are kept once.
CREATE TABLE "files" (
  "sha256" TEXT NOT NULL PRIMARY KEY,
  "size"   INTEGER NOT NULL,
  "bytes"  BLOB NOT NULL
) STRICT;
