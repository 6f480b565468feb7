CREATE OR REPLACE FUNCTION public.keep_month_of_slug()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  UPDATE "listing_month" m SET "changed_at" = now()
  FROM "edition_listing" l
  WHERE l."edition_id" = NEW."id" AND l."publish_at" <= now()
    AND m."locale" = l."locale" AND m."month" = "month_of"(l."publish_at");
  RETURN NULL;
END $function$;
