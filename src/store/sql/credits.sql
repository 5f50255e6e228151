-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: put
INSERT INTO "credits" ("project", "key", "standing", "day", "note", "by")
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT ("project", "key") DO UPDATE
SET "standing" = EXCLUDED."standing",
    "day" = EXCLUDED."day",
    "note" = EXCLUDED."note",
    "by" = EXCLUDED."by";

-- name: remove
DELETE FROM "credits" WHERE "project" = $1 AND "key" = $2;

-- name: read
SELECT "key", "standing", "day", "note", "by"
FROM "credits" WHERE "project" = $1 ORDER BY "key";

-- What other projects of the same enterprise say: the records are few, so they
-- come first.
-- name: shared
SELECT c."standing", c."day", p."id", d."name"
FROM "credits" c
JOIN "facts" f ON f."project" = c."project" AND f."key" = 'credit_code' AND f."value" = $1
JOIN "projects" p ON p."number" = c."project"
JOIN "digests" d ON d."project" = c."project"
WHERE p."id" <> $2 AND p."state" <> 'removed'
ORDER BY c."day" DESC, CASE c."standing" WHEN 'breach' THEN 0 ELSE 1 END, p."id"
LIMIT 1;
