-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: put
INSERT INTO "cases" ("project", "key", "position", "item", "segment", "number", "mode", "level",
                     "bureau", "limit", "extension", "extension_by", "extension_reason", "planned_start",
                     "delivered", "verified")
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
ON CONFLICT ("project", "key") DO UPDATE
SET "position" = EXCLUDED."position",
    "item" = EXCLUDED."item",
    "segment" = EXCLUDED."segment",
    "number" = EXCLUDED."number",
    "mode" = EXCLUDED."mode",
    "level" = EXCLUDED."level",
    "bureau" = EXCLUDED."bureau",
    "limit" = EXCLUDED."limit",
    "extension" = EXCLUDED."extension",
    "extension_by" = EXCLUDED."extension_by",
    "extension_reason" = EXCLUDED."extension_reason",
    "planned_start" = EXCLUDED."planned_start",
    "delivered" = EXCLUDED."delivered",
    "verified" = EXCLUDED."verified";

-- name: remove
DELETE FROM "cases" WHERE "project" = $1 AND "key" = $2;

-- name: read
SELECT "key", "position", "item", "segment", "number", "mode", "level", "bureau", "limit",
       "extension", "extension_by", "extension_reason", "planned_start", "delivered", "verified"
FROM "cases" WHERE "project" = $1 ORDER BY "position", "key";
