-- SPDX-License-Identifier: GPL-3.0-or-later

-- With the hash of the change that made it what it is.
-- name: find
SELECT p."number", p."version", p."pack", p."pack_version", p."pack_sha256", p."state", l."hash"
FROM "projects" p LEFT JOIN "log" l ON l."sequence" = p."version"
WHERE p."id" = $1;

-- name: add
INSERT INTO "projects" ("number", "id", "version", "pack", "pack_version", "pack_sha256", "state")
VALUES ($1, $2, $3, $4, $5, $6, $7);

-- name: update
UPDATE "projects"
SET "version" = $2, "pack" = $3, "pack_version" = $4, "pack_sha256" = $5, "state" = $6
WHERE "number" = $1;

-- name: remove
DELETE FROM "projects" WHERE "number" = $1;

-- The id after another one.
-- name: next
SELECT "id" FROM "projects" WHERE "id" > $1 ORDER BY "id" LIMIT 1;

-- The last log entry that a project knows of.
-- name: last
SELECT MAX("version") FROM "projects";

-- name: by_version
SELECT "number" FROM "projects" ORDER BY "version" DESC;
