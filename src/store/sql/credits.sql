-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: put
INSERT INTO "credits" ("project", "key", "standing", "day", "note", "by")
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT ("project", "key") DO UPDATE
SET "standing" = EXCLUDED."standing",
    "day" = EXCLUDED."day",
    "note" = EXCLUDED."note",
    "by" = EXCLUDED."by";

-- name: remove
DELETE FROM "credits" WHERE "project" = $1 AND "key" = $2;

-- name: read
SELECT "key", "standing", "day", "note", "by"
FROM "credits" WHERE "project" = $1 ORDER BY "key";
