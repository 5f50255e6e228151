-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: put
INSERT INTO "editions" ("project", "key", "day", "by", "at", "reason", "content", "paper", "notified")
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
ON CONFLICT ("project", "key") DO UPDATE
SET "day" = EXCLUDED."day",
    "by" = EXCLUDED."by",
    "at" = EXCLUDED."at",
    "reason" = EXCLUDED."reason",
    "content" = EXCLUDED."content",
    "paper" = EXCLUDED."paper",
    "notified" = EXCLUDED."notified";

-- name: remove
DELETE FROM "editions" WHERE "project" = $1 AND "key" = $2;

-- name: read
SELECT "key", "day", "by", "at", "reason", "content", "paper", "notified"
FROM "editions" WHERE "project" = $1 ORDER BY LENGTH ("key"), "key";
