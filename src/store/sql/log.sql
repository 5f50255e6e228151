-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: last
SELECT "sequence", "at", "hash" FROM "log" ORDER BY "sequence" DESC LIMIT 1;

-- name: add
INSERT INTO "log" ("sequence", "at", "project", "actor", "label", "undoes", "changes", "hash")
VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- name: get
SELECT "sequence", "at", "project", "actor", "label", "undoes", "changes", "hash"
FROM "log" WHERE "sequence" = $1;

-- name: oldest
SELECT "sequence", "at", "project", "actor", "label", "undoes", "changes", "hash"
FROM "log" WHERE "sequence" > $1 ORDER BY "sequence" LIMIT $2;

-- name: newest
SELECT "sequence", "at", "project", "actor", "label", "undoes", "changes", "hash"
FROM "log" WHERE "sequence" > $1 ORDER BY "sequence" DESC LIMIT $2;

-- name: oldest-of-project
SELECT "sequence", "at", "project", "actor", "label", "undoes", "changes", "hash"
FROM "log" WHERE "sequence" > $1 AND "project" = $2 ORDER BY "sequence" LIMIT $3;

-- name: newest-of-project
SELECT "sequence", "at", "project", "actor", "label", "undoes", "changes", "hash"
FROM "log" WHERE "sequence" > $1 AND "project" = $2 ORDER BY "sequence" DESC LIMIT $3;

-- The project after another one.
-- name: next-project
SELECT "project" FROM "log" WHERE "project" > $1 ORDER BY "project" LIMIT 1;

-- The newest change of a project that is neither an undo nor taken back by one.
-- name: undo
SELECT l."sequence", l."at", l."project", l."actor", l."label", l."undoes", l."changes", l."hash"
FROM "log" l
WHERE l."undoes" IS NULL AND l."project" <> ''
  AND NOT EXISTS (SELECT 1 FROM "undone" u WHERE u."sequence" = l."sequence")
ORDER BY l."sequence" DESC LIMIT 1;

-- name: undo-of-project
SELECT l."sequence", l."at", l."project", l."actor", l."label", l."undoes", l."changes", l."hash"
FROM "log" l
WHERE l."project" = $1 AND l."undoes" IS NULL
  AND NOT EXISTS (SELECT 1 FROM "undone" u WHERE u."sequence" = l."sequence")
ORDER BY l."sequence" DESC LIMIT 1;

-- name: projects-after
SELECT DISTINCT "project" FROM "log" WHERE "sequence" > $1 LIMIT $2;
