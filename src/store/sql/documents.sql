-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: put
INSERT INTO "documents" ("project", "key", "form", "subject", "title", "state", "day", "sha256", "name", "of", "by", "at", "signatures")
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
ON CONFLICT ("project", "key") DO UPDATE
SET "form" = EXCLUDED."form",
    "subject" = EXCLUDED."subject",
    "title" = EXCLUDED."title",
    "state" = EXCLUDED."state",
    "day" = EXCLUDED."day",
    "sha256" = EXCLUDED."sha256",
    "name" = EXCLUDED."name",
    "of" = EXCLUDED."of",
    "by" = EXCLUDED."by",
    "at" = EXCLUDED."at",
    "signatures" = EXCLUDED."signatures";

-- name: remove
DELETE FROM "documents" WHERE "project" = $1 AND "key" = $2;

-- name: read
SELECT "key", "form", "subject", "title", "state", "day", "sha256", "name", "of", "by", "at", "signatures"
FROM "documents" WHERE "project" = $1 ORDER BY "key";
