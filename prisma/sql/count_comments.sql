CREATE OR REPLACE FUNCTION public.count_comments()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO "comment_count" AS c ("status", "backend", "count")
    SELECT "status", pg_backend_pid(), count(*) FROM "fresh" GROUP BY 1
    ON CONFLICT ("status", "backend") DO UPDATE SET "count" = c."count" + excluded."count";
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO "comment_count" AS c ("status", "backend", "count")
    SELECT "status", pg_backend_pid(), -count(*) FROM "gone" GROUP BY 1
    ON CONFLICT ("status", "backend") DO UPDATE SET "count" = c."count" + excluded."count";
  ELSIF TG_OP = 'TRUNCATE' THEN
    DELETE FROM "comment_count";
  ELSE
    INSERT INTO "comment_count" AS c ("status", "backend", "count")
    SELECT "status", pg_backend_pid(), sum("one") FROM (
      SELECT "status", 1 AS "one" FROM "fresh" UNION ALL SELECT "status", -1 FROM "gone") s
    GROUP BY 1 HAVING sum("one") <> 0
    ON CONFLICT ("status", "backend") DO UPDATE SET "count" = c."count" + excluded."count";
  END IF;
  RETURN NULL;
END $function$;
