CREATE OR REPLACE FUNCTION public.search_words(locale text, plain text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  SELECT CASE "locale"
    WHEN 'ja' THEN array_to_tsvector("search_grams"(left("plain", 100000)))
    WHEN 'ar' THEN to_tsvector('pg_catalog.arabic'::regconfig, "search_bare"(left("plain", 100000)))
    ELSE to_tsvector('pg_catalog.english'::regconfig, left("plain", 100000))
  END
$function$;
