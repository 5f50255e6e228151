-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: put
INSERT INTO "materials" ("project", "key", "day", "note", "by")
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT ("project", "key") DO UPDATE
SET "day" = EXCLUDED."day",
    "note" = EXCLUDED."note",
    "by" = EXCLUDED."by";

-- name: remove
DELETE FROM "materials" WHERE "project" = $1 AND "key" = $2;

-- name: read
SELECT "key", "day", "note", "by"
FROM "materials" WHERE "project" = $1 ORDER BY "key";
