-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: get
SELECT "value" FROM "settings" WHERE "key" = $1;

-- name: set
INSERT INTO "settings" ("key", "value") VALUES ($1, $2)
ON CONFLICT ("key") DO UPDATE SET "value" = excluded."value";

-- name: count
INSERT INTO "settings" ("key", "value") VALUES ($1, '1')
ON CONFLICT ("key") DO UPDATE SET "value" = CAST (CAST ("settings"."value" AS INTEGER) + 1 AS TEXT);
