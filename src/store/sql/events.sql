-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: put
INSERT INTO "events" ("project", "key", "position", "status", "day", "actor", "kind", "note", "written", "proof")
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- The events of a case from a position on.
-- name: remove
DELETE FROM "events" WHERE "project" = $1 AND "key" = $2 AND "position" >= $3;

-- name: read
SELECT "key", "position", "status", "day", "actor", "kind", "note", "written", "proof"
FROM "events" WHERE "project" = $1 ORDER BY "key", "position";
