-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: put
INSERT INTO "entrustments" ("project", "key", "stages", "items", "signed_on")
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT ("project", "key") DO UPDATE
SET "stages" = EXCLUDED."stages",
    "items" = EXCLUDED."items",
    "signed_on" = EXCLUDED."signed_on";

-- name: remove
DELETE FROM "entrustments" WHERE "project" = $1 AND "key" = $2;

-- name: read
SELECT "key", "stages", "items", "signed_on"
FROM "entrustments" WHERE "project" = $1 ORDER BY "key";
