CREATE OR REPLACE FUNCTION public.said_key(chapter uuid, parent uuid, name text, email text, words text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  SELECT "left"(md5(
    chapter::text || coalesce(parent::text, '-') || lower(email) || E'\n' || public."said"(name) || E'\n' || public."said"(words)
  ), 12)
$function$;
