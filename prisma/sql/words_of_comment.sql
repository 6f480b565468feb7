CREATE OR REPLACE FUNCTION public.words_of_comment(name text, email text, url text, text text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  SELECT array_to_tsvector(
    public."search_grams"(public."search_bare"(public."search_plain"("left"(
      concat_ws(' ', "name", "email", "url", "text"), 20000))))
    || array(
      SELECT DISTINCT ':' || regexp_replace(lower(found[1]), '^www\.', '')
      FROM regexp_matches(concat_ws(' ', "url", "text"), 'https?://([^\s/?#<>"@:]{1,253})', 'gi') AS links(found)))
$function$;
