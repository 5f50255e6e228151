-- SPDX-License-Identifier: GPL-3.0-or-later
-- The first layout of the database. Never edited once released: later changes
-- are files with the next number. Names of columns are those of
-- steward_piece_kind_get_names(). Days are ISO text, '' for none, so that they
-- sort as they are; booleans are 0 and 1; what a file may hold is limited
-- where it is read, not here.

CREATE TABLE "settings" (
  "key"   TEXT NOT NULL PRIMARY KEY,
  "value" TEXT NOT NULL
) STRICT;

-- Append-only: every change of everything below, each row with the hash of the
-- one before.
CREATE TABLE "log" (
  "sequence" INTEGER NOT NULL PRIMARY KEY,
  "at"       TEXT NOT NULL,
  "project"  TEXT NOT NULL,
  "actor"    TEXT NOT NULL,
  "label"    TEXT NOT NULL,
  "undoes"   INTEGER REFERENCES "log" ("sequence"),
  "changes"  TEXT NOT NULL,
  "hash"     TEXT NOT NULL
) STRICT;
CREATE INDEX "log_by_project" ON "log" ("project", "sequence");

-- Entries that were taken back, and by which entry; redo takes a row out.
CREATE TABLE "undone" (
  "sequence" INTEGER NOT NULL PRIMARY KEY REFERENCES "log" ("sequence"),
  "project"  TEXT NOT NULL,
  "by"       INTEGER NOT NULL REFERENCES "log" ("sequence")
) STRICT;
CREATE INDEX "undone_by_project" ON "undone" ("project", "by");

-- "version" is the sequence of the last change.
CREATE TABLE "projects" (
  "number"       INTEGER NOT NULL PRIMARY KEY,
  "id"           TEXT NOT NULL UNIQUE,
  "version"      INTEGER NOT NULL REFERENCES "log" ("sequence"),
  "pack"         TEXT NOT NULL,
  "pack_version" TEXT NOT NULL,
  "pack_sha256"  TEXT NOT NULL,
  "state"        TEXT NOT NULL
) STRICT;
CREATE INDEX "projects_by_version" ON "projects" ("version");

CREATE TABLE "facts" (
  "project" INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"     TEXT NOT NULL,
  "value"   TEXT NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;

CREATE TABLE "answers" (
  "project" INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"     TEXT NOT NULL,
  "value"   TEXT NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;

CREATE TABLE "ticks" (
  "project" INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"     TEXT NOT NULL,
  "on"      INTEGER NOT NULL,
  "by"      TEXT NOT NULL,
  "at"      TEXT NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;

CREATE TABLE "rows" (
  "project"  INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"      TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "box"      TEXT NOT NULL,
  "text"     TEXT NOT NULL,
  "by"       TEXT NOT NULL,
  "at"       TEXT NOT NULL,
  "limit"    INTEGER NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;

CREATE TABLE "texts" (
  "project" INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"     TEXT NOT NULL,
  "value"   TEXT NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;

CREATE TABLE "cases" (
  "project"       INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"           TEXT NOT NULL,
  "position"      INTEGER NOT NULL,
  "item"          TEXT NOT NULL,
  "segment"       TEXT NOT NULL,
  "number"        TEXT NOT NULL,
  "mode"          INTEGER NOT NULL,
  "level"         INTEGER NOT NULL,
  "bureau"        TEXT NOT NULL,
  "limit"         INTEGER NOT NULL,
  "extension"     INTEGER NOT NULL,
  "planned_start" TEXT NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;

CREATE TABLE "events" (
  "project"  INTEGER NOT NULL,
  "key"      TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "status"   INTEGER NOT NULL,
  "day"      TEXT NOT NULL,
  "actor"    TEXT NOT NULL,
  "kind"     TEXT NOT NULL,
  "note"     TEXT NOT NULL,
  PRIMARY KEY ("project", "key", "position"),
  FOREIGN KEY ("project", "key") REFERENCES "cases" ("project", "key")
) STRICT;

CREATE TABLE "activities" (
  "project" INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"     TEXT NOT NULL,
  "start"   TEXT NOT NULL,
  "finish"  TEXT NOT NULL,
  "days"    INTEGER NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;

-- Lists of ids and of papers are JSON arrays of text.
CREATE TABLE "entrustments" (
  "project"   INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"       TEXT NOT NULL,
  "stages"    TEXT NOT NULL,
  "items"     TEXT NOT NULL,
  "signed_on" TEXT NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;

CREATE TABLE "closings" (
  "project"     INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"         TEXT NOT NULL,
  "position"    INTEGER NOT NULL,
  "finished_on" TEXT NOT NULL,
  "handed_over" TEXT NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;

CREATE TABLE "ledger" (
  "project" INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"     TEXT NOT NULL,
  "day"     TEXT NOT NULL,
  "kind"    TEXT NOT NULL,
  "text"    TEXT NOT NULL,
  "result"  TEXT NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;

CREATE TABLE "suggestions" (
  "project" INTEGER NOT NULL REFERENCES "projects" ("number"),
  "key"     TEXT NOT NULL,
  "value"   TEXT NOT NULL,
  PRIMARY KEY ("project", "key")
) STRICT;

-- Below is nothing that could not be computed from above: what lists over many
-- projects show and search, made anew with every change of a project.
CREATE TABLE "digests" (
  "project"     INTEGER NOT NULL PRIMARY KEY REFERENCES "projects" ("number"),
  "calendar"    TEXT NOT NULL,
  "valid_until" TEXT NOT NULL,
  "pack"        TEXT NOT NULL,
  "state"       INTEGER NOT NULL,
  "name"        TEXT NOT NULL,
  "initials"    TEXT NOT NULL,
  "unit"        TEXT NOT NULL,
  "code"        TEXT NOT NULL,
  "place"       TEXT NOT NULL,
  "steward"     TEXT NOT NULL,
  "stage"       TEXT NOT NULL,
  "next_row"    TEXT NOT NULL,
  "next_name"   TEXT NOT NULL,
  "next_due"    TEXT NOT NULL,
  "provisional" INTEGER NOT NULL,
  "base_light"  INTEGER NOT NULL,
  "yellow_from" TEXT NOT NULL,
  "red_from"    TEXT NOT NULL
) STRICT;
CREATE INDEX "digests_by_valid_until" ON "digests" ("valid_until");
CREATE INDEX "digests_by_calendar" ON "digests" ("calendar");
CREATE INDEX "digests_by_initials" ON "digests" ("initials", "project");
-- With all that filters ask, so that the whole list is read from it.
CREATE INDEX "digests_by_due" ON "digests" ("next_due", "initials", "project", "state", "base_light",
  "yellow_from", "red_from", "steward", "pack", "stage");

-- Only of projects that are open. "steward" is that of the project.
CREATE TABLE "agenda" (
  "project"     INTEGER NOT NULL REFERENCES "projects" ("number"),
  "position"    INTEGER NOT NULL,
  "kind"        INTEGER NOT NULL,
  "steward"     TEXT NOT NULL,
  "row"         TEXT NOT NULL,
  "name"        TEXT NOT NULL,
  "due"         TEXT NOT NULL,
  "yellow_from" TEXT NOT NULL,
  "red_from"    TEXT NOT NULL,
  "paused"      INTEGER NOT NULL,
  "provisional" INTEGER NOT NULL,
  PRIMARY KEY ("project", "position")
) STRICT;
CREATE INDEX "agenda_by_due" ON "agenda" ("due", "project", "position", "kind");
CREATE INDEX "agenda_by_steward" ON "agenda" ("steward", "due", "project", "position", "kind");

-- The texts that are searched, a line for each project, many lines in one row:
-- what a search has to look through is read in few large pieces.
CREATE TABLE "search" (
  "block" INTEGER NOT NULL PRIMARY KEY,
  "lines" TEXT NOT NULL
) STRICT;
