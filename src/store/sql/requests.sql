-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: put
INSERT INTO "requests" ("project", "key", "sent", "by", "answered", "answered_by", "note")
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT ("project", "key") DO UPDATE
SET "sent" = EXCLUDED."sent",
    "by" = EXCLUDED."by",
    "answered" = EXCLUDED."answered",
    "answered_by" = EXCLUDED."answered_by",
    "note" = EXCLUDED."note";

-- name: remove
DELETE FROM "requests" WHERE "project" = $1 AND "key" = $2;

-- name: read
SELECT "key", "sent", "by", "answered", "answered_by", "note"
FROM "requests" WHERE "project" = $1 ORDER BY "key";
