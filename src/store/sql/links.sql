-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: put
INSERT INTO "links" ("project", "key", "by", "at", "note")
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT ("project", "key") DO UPDATE
SET "by" = EXCLUDED."by",
    "at" = EXCLUDED."at",
    "note" = EXCLUDED."note";

-- name: remove
DELETE FROM "links" WHERE "project" = $1 AND "key" = $2;

-- name: read
SELECT "key", "by", "at", "note"
FROM "links" WHERE "project" = $1 ORDER BY "key";
