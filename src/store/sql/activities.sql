-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: put
INSERT INTO "activities" ("project", "key", "start", "finish", "days")
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT ("project", "key") DO UPDATE
SET "start" = EXCLUDED."start",
    "finish" = EXCLUDED."finish",
    "days" = EXCLUDED."days";

-- name: remove
DELETE FROM "activities" WHERE "project" = $1 AND "key" = $2;

-- name: read
SELECT "key", "start", "finish", "days"
FROM "activities" WHERE "project" = $1 ORDER BY "key";
