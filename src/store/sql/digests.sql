-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: put
INSERT INTO "digests" ("project", "calendar", "valid_until", "name", "unit", "code", "place",
                       "steward", "search", "stage", "next_row", "next_name", "next_due",
                       "provisional", "base_light", "yellow_from", "red_from")
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
ON CONFLICT ("project") DO UPDATE
SET "calendar" = EXCLUDED."calendar",
    "valid_until" = EXCLUDED."valid_until",
    "name" = EXCLUDED."name",
    "unit" = EXCLUDED."unit",
    "code" = EXCLUDED."code",
    "place" = EXCLUDED."place",
    "steward" = EXCLUDED."steward",
    "search" = EXCLUDED."search",
    "stage" = EXCLUDED."stage",
    "next_row" = EXCLUDED."next_row",
    "next_name" = EXCLUDED."next_name",
    "next_due" = EXCLUDED."next_due",
    "provisional" = EXCLUDED."provisional",
    "base_light" = EXCLUDED."base_light",
    "yellow_from" = EXCLUDED."yellow_from",
    "red_from" = EXCLUDED."red_from";

-- name: remove
DELETE FROM "digests" WHERE "project" = $1;
