-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: put
INSERT INTO "wordings" ("project", "key", "text", "result")
VALUES ($1, $2, $3, $4)
ON CONFLICT ("project", "key") DO UPDATE
SET "text" = EXCLUDED."text",
    "result" = EXCLUDED."result";

-- name: remove
DELETE FROM "wordings" WHERE "project" = $1 AND "key" = $2;

-- name: read
SELECT "key", "text", "result"
FROM "wordings" WHERE "project" = $1 ORDER BY "key";
