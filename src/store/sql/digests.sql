-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: put
INSERT INTO "digests" ("project", "calendar", "valid_until", "pack", "state", "name", "initials", "unit",
                       "code", "place", "steward", "stage", "next_row", "next_name", "next_due",
                       "provisional", "base_light", "yellow_from", "red_from")
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
ON CONFLICT ("project") DO UPDATE
SET "calendar" = EXCLUDED."calendar",
    "valid_until" = EXCLUDED."valid_until",
    "pack" = EXCLUDED."pack",
    "state" = EXCLUDED."state",
    "name" = EXCLUDED."name",
    "initials" = EXCLUDED."initials",
    "unit" = EXCLUDED."unit",
    "code" = EXCLUDED."code",
    "place" = EXCLUDED."place",
    "steward" = EXCLUDED."steward",
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

-- The projects that filters and orders are about, in two parts, so that those
-- with nothing due come last and both follow an index.
-- name: dated
SELECT "project", "state",
       CASE WHEN "red_from" > '' AND "red_from" <= $1 THEN 6
            WHEN "yellow_from" > '' AND "yellow_from" <= $1 THEN 5
            ELSE "base_light" END,
       "steward", "pack", "stage"
FROM "digests" WHERE "next_due" > '' ORDER BY "next_due", "initials", "project";

-- name: undated
SELECT "project", "state",
       CASE WHEN "red_from" > '' AND "red_from" <= $1 THEN 6
            WHEN "yellow_from" > '' AND "yellow_from" <= $1 THEN 5
            ELSE "base_light" END,
       "steward", "pack", "stage"
FROM "digests" WHERE "next_due" = '' ORDER BY "next_due", "initials", "project";

-- name: by_name
SELECT "project" FROM "digests" ORDER BY "initials", "project";

-- Changes whenever anything in lists may have changed.
-- name: stamp
SELECT coalesce((SELECT max("sequence") FROM "log"), 0),
       coalesce((SELECT "hash" FROM "log" ORDER BY "sequence" DESC LIMIT 1), ''),
       coalesce((SELECT "value" FROM "settings" WHERE "key" = 'refreshed'), '');

-- As "dated" and "undated", of one project, with what it is ordered by.
-- name: entry
SELECT d."project", d."state",
       CASE WHEN d."red_from" > '' AND d."red_from" <= $1 THEN 6
            WHEN d."yellow_from" > '' AND d."yellow_from" <= $1 THEN 5
            ELSE d."base_light" END,
       d."steward", d."pack", d."stage", d."next_due", d."initials"
FROM "projects" p JOIN "digests" d ON d."project" = p."number"
WHERE p."id" = $2;

-- name: place
SELECT "next_due", "initials" FROM "digests" WHERE "project" = $1;

-- name: line
SELECT p."number", p."id", p."version", d."name", d."unit", d."code", d."place", d."steward", d."pack",
       d."stage", d."state",
       CASE WHEN d."red_from" > '' AND d."red_from" <= $1 THEN 6
            WHEN d."yellow_from" > '' AND d."yellow_from" <= $1 THEN 5
            ELSE d."base_light" END,
       d."next_row", d."next_name", d."next_due", d."provisional",
       (SELECT min(a."due") FROM "agenda" a
        WHERE a."project" = p."number" AND a."kind" = 6 AND a."red_from" > '' AND a."red_from" <= $1)
FROM "projects" p JOIN "digests" d ON d."project" = p."number"
WHERE p."number" = $2;

-- name: expired
SELECT p."id" FROM "digests" d JOIN "projects" p ON p."number" = d."project"
WHERE d."valid_until" > '' AND d."valid_until" < $1 LIMIT $2;

-- name: calendar_before
SELECT p."id" FROM "digests" d JOIN "projects" p ON p."number" = d."project"
WHERE d."calendar" < $1 LIMIT $2;

-- name: calendar_after
SELECT p."id" FROM "digests" d JOIN "projects" p ON p."number" = d."project"
WHERE d."calendar" > $1 LIMIT $2;

-- name: pass_over
UPDATE "digests" SET "calendar" = $2, "valid_until" = '' WHERE "project" = $1;
