-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: put
INSERT INTO "meetings" ("project", "key", "day", "title", "place", "attendance", "opinions", "minutes")
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT ("project", "key") DO UPDATE
SET "day" = EXCLUDED."day",
    "title" = EXCLUDED."title",
    "place" = EXCLUDED."place",
    "attendance" = EXCLUDED."attendance",
    "opinions" = EXCLUDED."opinions",
    "minutes" = EXCLUDED."minutes";

-- name: remove
DELETE FROM "meetings" WHERE "project" = $1 AND "key" = $2;

-- name: read
SELECT "key", "day", "title", "place", "attendance", "opinions", "minutes"
FROM "meetings" WHERE "project" = $1 ORDER BY LENGTH ("key"), "key";
