CREATE OR REPLACE FUNCTION public.keep_desk_of_old()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM "list_at_desk"(array_agg(DISTINCT "edition_id")) FROM "gone";
  RETURN NULL;
END $function$;
