-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: put
INSERT INTO "edits" ("project", "key", "text", "by", "at")
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT ("project", "key") DO UPDATE
SET "text" = EXCLUDED."text",
    "by" = EXCLUDED."by",
    "at" = EXCLUDED."at";

-- name: remove
DELETE FROM "edits" WHERE "project" = $1 AND "key" = $2;

-- name: read
SELECT "key", "text", "by", "at"
FROM "edits" WHERE "project" = $1 ORDER BY "key";
