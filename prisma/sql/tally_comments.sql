CREATE OR REPLACE FUNCTION public.tally_comments()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    DELETE FROM "hour_tally";
    DELETE FROM "day_tally";
    RETURN NULL;
  END IF;
  IF TG_OP = 'INSERT' THEN
    INSERT INTO "hour_tally" AS t ("locale", "at", "gone", "backend", "pending", "approved", "spam", "trash")
    SELECT "locale", date_trunc('hour', "sent_at", 'UTC'), false, pg_backend_pid(),
      count(*) FILTER (WHERE "status" = 'pending'), count(*) FILTER (WHERE "status" = 'approved'),
      count(*) FILTER (WHERE "status" = 'spam'), count(*) FILTER (WHERE "status" = 'trash')
    FROM "fresh" WHERE "staff_id" IS NULL GROUP BY 1, 2
    ON CONFLICT ("locale", "at", "gone", "backend") DO UPDATE SET "pending" = t."pending" + excluded."pending",
      "approved" = t."approved" + excluded."approved", "spam" = t."spam" + excluded."spam", "trash" = t."trash" + excluded."trash";
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO "hour_tally" AS t ("locale", "at", "gone", "backend", "pending", "approved", "spam", "trash")
    SELECT "locale", "at", false, pg_backend_pid(), "pending", "approved", "spam", "trash" FROM (
      SELECT "locale", date_trunc('hour', "sent_at", 'UTC') AS "at",
        coalesce(sum("one") FILTER (WHERE "status" = 'pending'), 0) AS "pending",
        coalesce(sum("one") FILTER (WHERE "status" = 'approved'), 0) AS "approved",
        coalesce(sum("one") FILTER (WHERE "status" = 'spam'), 0) AS "spam",
        coalesce(sum("one") FILTER (WHERE "status" = 'trash'), 0) AS "trash"
      FROM (SELECT "locale", "sent_at", "status", "staff_id", 1 AS "one" FROM "fresh"
        UNION ALL SELECT "locale", "sent_at", "status", "staff_id", -1 FROM "gone") s
      WHERE "staff_id" IS NULL GROUP BY 1, 2) AS "moved"
    WHERE ("pending", "approved", "spam", "trash") <> (0, 0, 0, 0)
    ON CONFLICT ("locale", "at", "gone", "backend") DO UPDATE SET "pending" = t."pending" + excluded."pending",
      "approved" = t."approved" + excluded."approved", "spam" = t."spam" + excluded."spam", "trash" = t."trash" + excluded."trash";
  ELSE
    INSERT INTO "hour_tally" AS t ("locale", "at", "gone", "backend", "pending", "approved", "spam", "trash")
    SELECT "locale", date_trunc('hour', "sent_at", 'UTC'), "side"."gone", pg_backend_pid(),
      coalesce(sum("side"."one") FILTER (WHERE "status" = 'pending'), 0),
      coalesce(sum("side"."one") FILTER (WHERE "status" = 'approved'), 0),
      coalesce(sum("side"."one") FILTER (WHERE "status" = 'spam'), 0),
      coalesce(sum("side"."one") FILTER (WHERE "status" = 'trash'), 0)
    FROM "gone" CROSS JOIN (VALUES (false, -1), (true, 1)) AS "side" ("gone", "one")
    WHERE "staff_id" IS NULL GROUP BY 1, 2, 3
    ON CONFLICT ("locale", "at", "gone", "backend") DO UPDATE SET "pending" = t."pending" + excluded."pending",
      "approved" = t."approved" + excluded."approved", "spam" = t."spam" + excluded."spam", "trash" = t."trash" + excluded."trash";
  END IF;
  RETURN NULL;
END $function$;
