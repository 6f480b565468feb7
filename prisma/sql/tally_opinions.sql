CREATE OR REPLACE FUNCTION public.tally_opinions()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO "day_tally" AS t ("figure", "locale", "day", "who", "what", "gone", "backend", "count")
    SELECT 'opinion', "locale", "day", "source", "said" || '>' || "truth", false, pg_backend_pid(), count(*)
    FROM "fresh" GROUP BY 2, 3, 4, 5
    ON CONFLICT ("figure", "locale", "day", "who", "what", "gone", "backend") DO UPDATE SET "count" = t."count" + excluded."count";
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO "day_tally" AS t ("figure", "locale", "day", "who", "what", "gone", "backend", "count")
    SELECT 'opinion', "locale", "day", "source", "said" || '>' || "truth", false, pg_backend_pid(), sum("one") FROM (
      SELECT "locale", "day", "source", "said", "truth", 1 AS "one" FROM "fresh"
      UNION ALL SELECT "locale", "day", "source", "said", "truth", -1 FROM "gone") s
    GROUP BY 2, 3, 4, 5 HAVING sum("one") <> 0
    ON CONFLICT ("figure", "locale", "day", "who", "what", "gone", "backend") DO UPDATE SET "count" = t."count" + excluded."count";
  ELSE
    INSERT INTO "day_tally" AS t ("figure", "locale", "day", "who", "what", "gone", "backend", "count")
    SELECT 'opinion', "locale", "day", "source", "said" || '>' || "truth", "side"."gone", pg_backend_pid(), sum("side"."one")
    FROM "gone" CROSS JOIN (VALUES (false, -1), (true, 1)) AS "side" ("gone", "one")
    GROUP BY 2, 3, 4, 5, 6
    ON CONFLICT ("figure", "locale", "day", "who", "what", "gone", "backend") DO UPDATE SET "count" = t."count" + excluded."count";
  END IF;
  RETURN NULL;
END $function$;
