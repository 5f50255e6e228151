-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: add
INSERT INTO "agenda" ("project", "position", "kind", "row", "name", "due", "yellow_from", "red_from",
                      "paused", "provisional")
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- name: clear
DELETE FROM "agenda" WHERE "project" = $1;
