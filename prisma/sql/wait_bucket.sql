CREATE OR REPLACE FUNCTION public.wait_bucket(seconds integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$
  SELECT CASE WHEN "seconds" < 10 THEN 0
    ELSE least(48, 1 + floor(2 * ln("seconds" / 10.0::float8) / ln(2.0::float8))::int) END
$function$;
