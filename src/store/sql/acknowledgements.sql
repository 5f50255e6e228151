-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: put
INSERT INTO "acknowledgements" ("project", "key", "reason", "by", "at")
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT ("project", "key") DO UPDATE
SET "reason" = EXCLUDED."reason",
    "by" = EXCLUDED."by",
    "at" = EXCLUDED."at";

-- name: remove
DELETE FROM "acknowledgements" WHERE "project" = $1 AND "key" = $2;

-- name: read
SELECT "key", "reason", "by", "at"
FROM "acknowledgements" WHERE "project" = $1 ORDER BY "key";
