-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: add
INSERT INTO "agenda" ("project", "position", "kind", "steward", "row", "name", "due", "yellow_from",
                      "red_from", "paused", "provisional")
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

-- name: clear
DELETE FROM "agenda" WHERE "project" = $1;

-- What Today shows. Kinds 1, 3, 4 and 5 wait for the steward, 2 is a promise, and
-- 6 is no line but the day since which a case is marked as not verified; see
-- StewardAgendaKind. Of all stewards or of one, with a day or without.
-- name: dated
SELECT a."kind", p."id", d."name", a."steward", a."row", a."name", a."due",
       CASE WHEN a."red_from" > '' AND a."red_from" <= $1 THEN 6
            WHEN a."yellow_from" > '' AND a."yellow_from" <= $1 THEN 5
            WHEN a."paused" <> 0 THEN 4
            WHEN a."kind" = 3 THEN 0
            ELSE 3 END,
       a."provisional",
       (SELECT s."due" FROM "agenda" s
        WHERE s."project" = a."project" AND s."kind" = 6 AND s."row" = a."row"
          AND s."red_from" > '' AND s."red_from" <= $1)
FROM "agenda" a
JOIN "projects" p ON p."number" = a."project"
JOIN "digests" d ON d."project" = a."project"
WHERE a."kind" <> 6 AND a."due" > '' AND (a."due" <= $3 OR a."kind" IN (1, 3, 4, 5))
ORDER BY a."due", a."project", a."position" LIMIT $2;

-- name: undated
SELECT a."kind", p."id", d."name", a."steward", a."row", a."name", a."due",
       CASE WHEN a."red_from" > '' AND a."red_from" <= $1 THEN 6
            WHEN a."yellow_from" > '' AND a."yellow_from" <= $1 THEN 5
            WHEN a."paused" <> 0 THEN 4
            WHEN a."kind" = 3 THEN 0
            ELSE 3 END,
       a."provisional",
       (SELECT s."due" FROM "agenda" s
        WHERE s."project" = a."project" AND s."kind" = 6 AND s."row" = a."row"
          AND s."red_from" > '' AND s."red_from" <= $1)
FROM "agenda" a
JOIN "projects" p ON p."number" = a."project"
JOIN "digests" d ON d."project" = a."project"
WHERE a."due" = '' AND a."kind" IN (1, 2, 3, 4, 5)
ORDER BY a."project", a."position" LIMIT $2;

-- name: dated_of
SELECT a."kind", p."id", d."name", a."steward", a."row", a."name", a."due",
       CASE WHEN a."red_from" > '' AND a."red_from" <= $1 THEN 6
            WHEN a."yellow_from" > '' AND a."yellow_from" <= $1 THEN 5
            WHEN a."paused" <> 0 THEN 4
            WHEN a."kind" = 3 THEN 0
            ELSE 3 END,
       a."provisional",
       (SELECT s."due" FROM "agenda" s
        WHERE s."project" = a."project" AND s."kind" = 6 AND s."row" = a."row"
          AND s."red_from" > '' AND s."red_from" <= $1)
FROM "agenda" a
JOIN "projects" p ON p."number" = a."project"
JOIN "digests" d ON d."project" = a."project"
WHERE a."steward" = $3 AND a."kind" <> 6 AND a."due" > '' AND (a."due" <= $4 OR a."kind" IN (1, 3, 4, 5))
ORDER BY a."due", a."project", a."position" LIMIT $2;

-- name: undated_of
SELECT a."kind", p."id", d."name", a."steward", a."row", a."name", a."due",
       CASE WHEN a."red_from" > '' AND a."red_from" <= $1 THEN 6
            WHEN a."yellow_from" > '' AND a."yellow_from" <= $1 THEN 5
            WHEN a."paused" <> 0 THEN 4
            WHEN a."kind" = 3 THEN 0
            ELSE 3 END,
       a."provisional",
       (SELECT s."due" FROM "agenda" s
        WHERE s."project" = a."project" AND s."kind" = 6 AND s."row" = a."row"
          AND s."red_from" > '' AND s."red_from" <= $1)
FROM "agenda" a
JOIN "projects" p ON p."number" = a."project"
JOIN "digests" d ON d."project" = a."project"
WHERE a."steward" = $3 AND a."due" = '' AND a."kind" IN (1, 2, 3, 4, 5)
ORDER BY a."project", a."position" LIMIT $2;

-- Sections of Today, see StewardAgendaSection. A case that can be handed in
-- waits since its day and is never late.
-- Ranges of days that an index counts, and nothing to be sorted.
-- name: sections
SELECT 0, count(*) FROM "agenda" WHERE "due" > '' AND "due" < $1 AND "kind" NOT IN (3, 6)
UNION ALL
SELECT 1, count(*) FROM "agenda" WHERE "due" = $1 AND "kind" NOT IN (3, 6)
UNION ALL
SELECT 2, (SELECT count(*) FROM "agenda" WHERE "due" > $1 AND "kind" IN (1, 3, 4, 5))
          + (SELECT count(*) FROM "agenda" WHERE "due" = '' AND "kind" IN (1, 3, 4, 5))
          + (SELECT count(*) FROM "agenda" WHERE "due" > '' AND "due" <= $1 AND "kind" = 3)
UNION ALL
SELECT 4, (SELECT count(*) FROM "agenda" WHERE "due" > $1 AND "due" <= $2 AND "kind" = 2)
          + (SELECT count(*) FROM "agenda" WHERE "due" = '' AND "kind" = 2)
UNION ALL
SELECT 3, count(*) FROM "agenda" WHERE "due" > $1 AND "due" <= $2 AND "kind" NOT IN (1, 2, 3, 4, 5, 6);

-- name: sections_of
SELECT CASE WHEN "kind" <> 3 AND "due" > '' AND "due" < $1 THEN 0
            WHEN "kind" <> 3 AND "due" = $1 THEN 1
            WHEN "kind" IN (1, 3, 4, 5) THEN 2
            WHEN "kind" = 2 THEN 4
            ELSE 3 END AS "section", count(*)
FROM "agenda"
WHERE "steward" = $3 AND "kind" <> 6 AND ("due" <= $2 OR "kind" IN (1, 3, 4, 5)) AND ("due" > '' OR "kind" IN (1, 2, 3, 4, 5))
GROUP BY "section";

-- name: section
SELECT a."kind", p."id", d."name", a."steward", a."row", a."name", a."due",
       CASE WHEN a."red_from" > '' AND a."red_from" <= $1 THEN 6
            WHEN a."yellow_from" > '' AND a."yellow_from" <= $1 THEN 5
            WHEN a."paused" <> 0 THEN 4
            WHEN a."kind" = 3 THEN 0
            ELSE 3 END,
       a."provisional",
       (SELECT s."due" FROM "agenda" s
        WHERE s."project" = a."project" AND s."kind" = 6 AND s."row" = a."row"
          AND s."red_from" > '' AND s."red_from" <= $1)
FROM (SELECT * FROM "agenda"
      WHERE "kind" <> 6 AND "due" >= $3 AND "due" <= $4 AND ("due" <= $2 OR "kind" IN (1, 3, 4, 5)) AND ("due" > '' OR "kind" IN (1, 2, 3, 4, 5))
        AND CASE WHEN "kind" <> 3 AND "due" > '' AND "due" < $1 THEN 0
            WHEN "kind" <> 3 AND "due" = $1 THEN 1
            WHEN "kind" IN (1, 3, 4, 5) THEN 2
            WHEN "kind" = 2 THEN 4
            ELSE 3 END = $5
      ORDER BY "due", "project", "position" LIMIT $6) a
JOIN "projects" p ON p."number" = a."project"
JOIN "digests" d ON d."project" = a."project"
ORDER BY a."due", a."project", a."position";

-- name: section_of
SELECT a."kind", p."id", d."name", a."steward", a."row", a."name", a."due",
       CASE WHEN a."red_from" > '' AND a."red_from" <= $1 THEN 6
            WHEN a."yellow_from" > '' AND a."yellow_from" <= $1 THEN 5
            WHEN a."paused" <> 0 THEN 4
            WHEN a."kind" = 3 THEN 0
            ELSE 3 END,
       a."provisional",
       (SELECT s."due" FROM "agenda" s
        WHERE s."project" = a."project" AND s."kind" = 6 AND s."row" = a."row"
          AND s."red_from" > '' AND s."red_from" <= $1)
FROM (SELECT * FROM "agenda"
      WHERE "steward" = $7 AND "kind" <> 6 AND "due" >= $3 AND "due" <= $4 AND ("due" <= $2 OR "kind" IN (1, 3, 4, 5)) AND ("due" > '' OR "kind" IN (1, 2, 3, 4, 5))
        AND CASE WHEN "kind" <> 3 AND "due" > '' AND "due" < $1 THEN 0
            WHEN "kind" <> 3 AND "due" = $1 THEN 1
            WHEN "kind" IN (1, 3, 4, 5) THEN 2
            WHEN "kind" = 2 THEN 4
            ELSE 3 END = $5
      ORDER BY "due", "project", "position" LIMIT $6) a
JOIN "projects" p ON p."number" = a."project"
JOIN "digests" d ON d."project" = a."project"
ORDER BY a."due", a."project", a."position";

-- What is red, latest first: what turned red since somebody looked comes first.
-- name: red
SELECT a."kind", p."id", d."name", a."steward", a."row", a."name", a."due", 6, a."provisional",
       (SELECT s."due" FROM "agenda" s
        WHERE s."project" = a."project" AND s."kind" = 6 AND s."row" = a."row"
          AND s."red_from" > '' AND s."red_from" <= $1)
FROM "agenda" a
JOIN "projects" p ON p."number" = a."project"
JOIN "digests" d ON d."project" = a."project"
WHERE a."kind" <> 6 AND a."due" > '' AND a."due" <= $1 AND a."red_from" > '' AND a."red_from" <= $1
ORDER BY a."due" DESC, a."project", a."position" LIMIT $2;

-- name: red_of
SELECT a."kind", p."id", d."name", a."steward", a."row", a."name", a."due", 6, a."provisional",
       (SELECT s."due" FROM "agenda" s
        WHERE s."project" = a."project" AND s."kind" = 6 AND s."row" = a."row"
          AND s."red_from" > '' AND s."red_from" <= $1)
FROM "agenda" a
JOIN "projects" p ON p."number" = a."project"
JOIN "digests" d ON d."project" = a."project"
WHERE a."steward" = $3 AND a."kind" <> 6 AND a."due" > '' AND a."due" <= $1 AND a."red_from" > '' AND a."red_from" <= $1
ORDER BY a."due" DESC, a."project", a."position" LIMIT $2;
