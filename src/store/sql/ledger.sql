-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: put
INSERT INTO "ledger" ("project", "key", "day", "kind", "text", "result")
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT ("project", "key") DO UPDATE
SET "day" = EXCLUDED."day",
    "kind" = EXCLUDED."kind",
    "text" = EXCLUDED."text",
    "result" = EXCLUDED."result";

-- name: remove
DELETE FROM "ledger" WHERE "project" = $1 AND "key" = $2;

-- name: read
SELECT "key", "day", "kind", "text", "result"
FROM "ledger" WHERE "project" = $1 ORDER BY LENGTH ("key"), "key";
