-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: put
INSERT INTO "steps" ("project", "key", "day", "kind", "ground", "note", "by", "document")
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT ("project", "key") DO UPDATE
SET "day" = EXCLUDED."day",
    "kind" = EXCLUDED."kind",
    "ground" = EXCLUDED."ground",
    "note" = EXCLUDED."note",
    "by" = EXCLUDED."by",
    "document" = EXCLUDED."document";

-- name: remove
DELETE FROM "steps" WHERE "project" = $1 AND "key" = $2;

-- name: read
SELECT "key", "day", "kind", "ground", "note", "by", "document"
FROM "steps" WHERE "project" = $1 ORDER BY LENGTH ("key"), "key";
