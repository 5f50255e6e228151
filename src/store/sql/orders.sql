-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: put
INSERT INTO "orders" ("project", "key", "value")
VALUES ($1, $2, $3)
ON CONFLICT ("project", "key") DO UPDATE
SET "value" = EXCLUDED."value";

-- name: remove
DELETE FROM "orders" WHERE "project" = $1 AND "key" = $2;

-- name: read
SELECT "key", "value"
FROM "orders" WHERE "project" = $1 ORDER BY "key";
