-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: all
SELECT "lines" FROM "search" ORDER BY "block";

-- name: get
SELECT "lines" FROM "search" WHERE "block" = $1;

-- name: put
INSERT INTO "search" ("block", "lines") VALUES ($1, $2)
ON CONFLICT ("block") DO UPDATE SET "lines" = excluded."lines";

-- name: remove
DELETE FROM "search" WHERE "block" = $1;
