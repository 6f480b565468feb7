CREATE OR REPLACE FUNCTION public.keep_months()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  -- In one order, so that two who change the same months wait for each other and do not stand in each other's way.
  INSERT INTO "listing_month"
  SELECT "locale", "month", sum("step") FROM (
    SELECT OLD."locale", "month_of"(OLD."publish_at"), -1 WHERE TG_OP <> 'INSERT'
    UNION ALL
    SELECT NEW."locale", "month_of"(NEW."publish_at"), 1 WHERE TG_OP <> 'DELETE') AS steps("locale", "month", "step")
  GROUP BY "locale", "month" HAVING sum("step") <> 0 ORDER BY "locale", "month"
  ON CONFLICT ("locale", "month") DO UPDATE SET "editions" = "listing_month"."editions" + excluded."editions";
  RETURN NULL;
END $function$;
