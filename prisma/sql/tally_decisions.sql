CREATE OR REPLACE FUNCTION public.tally_decisions()
 RETURNS trigger
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
AS $function$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO "hour_tally" AS t ("locale", "at", "gone", "backend", "decided")
    SELECT "locale", date_trunc('hour', "at", 'UTC'), false, pg_backend_pid(), count(*)
    FROM "fresh" WHERE "locale" IS NOT NULL AND "by_id" IS NOT NULL GROUP BY 1, 2
    ON CONFLICT ("locale", "at", "gone", "backend") DO UPDATE SET "decided" = t."decided" + excluded."decided";
    INSERT INTO "day_tally" AS t ("figure", "locale", "day", "who", "what", "gone", "backend", "count")
    SELECT c."figure", f."locale", (f."at" AT TIME ZONE 'UTC')::date, c."who", c."what", false, pg_backend_pid(), count(*)
    FROM "fresh" f CROSS JOIN LATERAL "tallies_of_decision"(
      f."by_id", f."rule", f."undoes", f."to_status", f."waited", f."held_by", f."checked_by") c
    WHERE f."locale" IS NOT NULL GROUP BY 1, 2, 3, 4, 5
    ON CONFLICT ("figure", "locale", "day", "who", "what", "gone", "backend") DO UPDATE SET "count" = t."count" + excluded."count";
    UPDATE "comment_opinion" o SET "truth" = n."truth"
    FROM (SELECT DISTINCT "comment_id", "truth_about"("comment_id") AS "truth" FROM "fresh" WHERE "by_id" IS NOT NULL) n
    WHERE o."comment_id" = n."comment_id" AND o."truth" <> n."truth";
  ELSE
    INSERT INTO "hour_tally" AS t ("locale", "at", "gone", "backend", "decided")
    SELECT "locale", date_trunc('hour', "at", 'UTC'), "side"."gone", pg_backend_pid(), sum("side"."one")
    FROM "gone" CROSS JOIN (VALUES (false, -1), (true, 1)) AS "side" ("gone", "one")
    WHERE "locale" IS NOT NULL AND "by_id" IS NOT NULL GROUP BY 1, 2, 3
    ON CONFLICT ("locale", "at", "gone", "backend") DO UPDATE SET "decided" = t."decided" + excluded."decided";
    INSERT INTO "day_tally" AS t ("figure", "locale", "day", "who", "what", "gone", "backend", "count")
    SELECT c."figure", g."locale", (g."at" AT TIME ZONE 'UTC')::date, c."who", c."what", "side"."gone", pg_backend_pid(),
      sum("side"."one")
    FROM "gone" g CROSS JOIN LATERAL "tallies_of_decision"(
      g."by_id", g."rule", g."undoes", g."to_status", g."waited", g."held_by", g."checked_by") c
    CROSS JOIN (VALUES (false, -1), (true, 1)) AS "side" ("gone", "one")
    WHERE g."locale" IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6
    ON CONFLICT ("figure", "locale", "day", "who", "what", "gone", "backend") DO UPDATE SET "count" = t."count" + excluded."count";
  END IF;
  RETURN NULL;
END $function$;
