-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: add
INSERT INTO "undone" ("sequence", "project", "by") VALUES ($1, $2, $3);

-- name: remove
DELETE FROM "undone" WHERE "sequence" = $1;

-- The last undo with no other change of its project after it.
-- name: redo
SELECT u."by" FROM "undone" u
WHERE NOT EXISTS (SELECT 1 FROM "log" l
                  WHERE l."project" = u."project" AND l."sequence" > u."by" AND l."undoes" IS NULL)
ORDER BY u."by" DESC LIMIT 1;

-- name: redo-of-project
SELECT u."by" FROM "undone" u
WHERE u."project" = $1
  AND NOT EXISTS (SELECT 1 FROM "log" l
                  WHERE l."project" = u."project" AND l."sequence" > u."by" AND l."undoes" IS NULL)
ORDER BY u."by" DESC LIMIT 1;

-- name: read
SELECT "sequence", "by" FROM "undone" WHERE "project" = $1 ORDER BY "sequence";
