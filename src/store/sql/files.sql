-- SPDX-License-Identifier: GPL-3.0-or-later

-- The same bytes again change nothing.
-- name: add
INSERT INTO "files" ("sha256", "size", "bytes") VALUES ($1, $2, $3)
ON CONFLICT ("sha256") DO NOTHING;

-- name: get
SELECT "size", "bytes" FROM "files" WHERE "sha256" = $1;

-- The file after another one.
-- name: next
SELECT "sha256" FROM "files" WHERE "sha256" > $1 ORDER BY "sha256" LIMIT 1;
