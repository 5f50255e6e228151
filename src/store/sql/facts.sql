-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: put
INSERT INTO "facts" ("project", "key", "value")
VALUES ($1, $2, $3)
ON CONFLICT ("project", "key") DO UPDATE
SET "value" = EXCLUDED."value";

-- name: remove
DELETE FROM "facts" WHERE "project" = $1 AND "key" = $2;

-- name: read
SELECT "key", "value"
FROM "facts" WHERE "project" = $1 ORDER BY "key";
