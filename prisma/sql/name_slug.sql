CREATE OR REPLACE FUNCTION public.name_slug(name text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  SELECT CASE WHEN slug = '_' OR slug ~ '\.rsc$' OR char_length(slug) > 200 THEN '' ELSE slug END
  FROM trim(both '-.' FROM lower(regexp_replace(
         normalize("name", NFKC), '[\s\u0085\u1680\u2028\u2029\ufeff/?#%\\[:cntrl:]]+', '-', 'g'))) AS slug
$function$;
