-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: put
INSERT INTO "timers" ("project", "key", "timer", "subject", "from", "due", "done", "note")
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT ("project", "key") DO UPDATE
SET "timer" = EXCLUDED."timer",
    "subject" = EXCLUDED."subject",
    "from" = EXCLUDED."from",
    "due" = EXCLUDED."due",
    "done" = EXCLUDED."done",
    "note" = EXCLUDED."note";

-- name: remove
DELETE FROM "timers" WHERE "project" = $1 AND "key" = $2;

-- name: read
SELECT "key", "timer", "subject", "from", "due", "done", "note"
FROM "timers" WHERE "project" = $1 ORDER BY LENGTH ("key"), "key";
