-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: put
INSERT INTO "closings" ("project", "key", "position", "finished_on", "handed_over")
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT ("project", "key") DO UPDATE
SET "position" = EXCLUDED."position",
    "finished_on" = EXCLUDED."finished_on",
    "handed_over" = EXCLUDED."handed_over";

-- name: remove
DELETE FROM "closings" WHERE "project" = $1 AND "key" = $2;

-- name: read
SELECT "key", "position", "finished_on", "handed_over"
FROM "closings" WHERE "project" = $1 ORDER BY "position", "key";
