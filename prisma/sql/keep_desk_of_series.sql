CREATE OR REPLACE FUNCTION public.keep_desk_of_series()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM "list_at_desk"(array_agg(e."id"))
  FROM "edition" e JOIN "chapter" c ON c."id" = e."chapter_id"
  WHERE c."series_id" IN (SELECT "series_id" FROM "fresh");
  RETURN NULL;
END $function$;
