-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: put
INSERT INTO "levers" ("project", "key", "on", "by", "at")
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT ("project", "key") DO UPDATE
SET "on" = EXCLUDED."on",
    "by" = EXCLUDED."by",
    "at" = EXCLUDED."at";

-- name: remove
DELETE FROM "levers" WHERE "project" = $1 AND "key" = $2;

-- name: read
SELECT "key", "on", "by", "at"
FROM "levers" WHERE "project" = $1 ORDER BY "key";
