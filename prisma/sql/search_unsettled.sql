CREATE OR REPLACE FUNCTION public.search_unsettled(plain text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  SELECT array(
    SELECT word FROM regexp_split_to_table("plain", '\s+') AS word
    WHERE word !~ '^([\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]{1,2})?$')
$function$;
