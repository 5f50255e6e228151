-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: put
INSERT INTO "rows" ("project", "key", "position", "box", "text", "by", "at", "limit")
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT ("project", "key") DO UPDATE
SET "position" = EXCLUDED."position",
    "box" = EXCLUDED."box",
    "text" = EXCLUDED."text",
    "by" = EXCLUDED."by",
    "at" = EXCLUDED."at",
    "limit" = EXCLUDED."limit";

-- name: remove
DELETE FROM "rows" WHERE "project" = $1 AND "key" = $2;

-- name: read
SELECT "key", "position", "box", "text", "by", "at", "limit"
FROM "rows" WHERE "project" = $1 ORDER BY "position", "key";
