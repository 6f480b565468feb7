CREATE OR REPLACE FUNCTION public.count_at_desk()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE
  "changed" RECORD;
BEGIN
  IF TG_OP = 'INSERT' THEN
    FOR "changed" IN SELECT "state", count(*) AS "by" FROM "fresh" GROUP BY 1 ORDER BY 1 LOOP
      UPDATE "desk_edition_count" c SET "count" = c."count" + "changed"."by" WHERE c."state" = "changed"."state";
    END LOOP;
  ELSIF TG_OP = 'DELETE' THEN
    FOR "changed" IN SELECT "state", count(*) AS "by" FROM "gone" GROUP BY 1 ORDER BY 1 LOOP
      UPDATE "desk_edition_count" c SET "count" = c."count" - "changed"."by" WHERE c."state" = "changed"."state";
    END LOOP;
  ELSE
    FOR "changed" IN
      SELECT "state", sum("one") AS "by" FROM (
        SELECT "state", 1 AS "one" FROM "fresh" UNION ALL SELECT "state", -1 FROM "gone") s
      GROUP BY 1 HAVING sum("one") <> 0 ORDER BY 1
    LOOP
      UPDATE "desk_edition_count" c SET "count" = c."count" + "changed"."by" WHERE c."state" = "changed"."state";
    END LOOP;
  END IF;
  RETURN NULL;
END $function$;
