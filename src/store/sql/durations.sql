-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: add
INSERT INTO "durations" ("project", "position", "item", "name", "bureau", "limit", "used")
VALUES ($1, $2, $3, $4, $5, $6, $7);

-- name: clear
DELETE FROM "durations" WHERE "project" = $1;

-- In groups, within a group the shortest first.
-- name: all
SELECT "item", "bureau", "name", "limit", "used" FROM "durations" ORDER BY "item", "bureau", "used";

-- name: of_item
SELECT "item", "bureau", "name", "limit", "used" FROM "durations" WHERE "item" = $1
ORDER BY "item", "bureau", "used";
