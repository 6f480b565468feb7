CREATE OR REPLACE FUNCTION public.keep_months()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  -- In one order, so that two who change the same months wait for each other and do not stand in each other's way.
  INSERT INTO "listing_month" AS m ("locale", "month", "editions", "changed_at")
  SELECT "locale", "month", sum("step"), max("seen") FROM (
    SELECT OLD."locale", "month_of"(OLD."publish_at"), -1, CASE WHEN OLD."publish_at" <= now() THEN now() END
    WHERE TG_OP <> 'INSERT'
    UNION ALL
    SELECT NEW."locale", "month_of"(NEW."publish_at"), 1, CASE WHEN NEW."publish_at" <= now() THEN now() END
    WHERE TG_OP <> 'DELETE') AS steps("locale", "month", "step", "seen")
  GROUP BY "locale", "month" HAVING sum("step") <> 0 OR max("seen") IS NOT NULL ORDER BY "locale", "month"
  ON CONFLICT ("locale", "month") DO UPDATE
  SET "editions" = m."editions" + excluded."editions", "changed_at" = greatest(m."changed_at", excluded."changed_at");
  RETURN NULL;
END $function$;
