CREATE OR REPLACE FUNCTION public.search_grams(plain text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  SELECT coalesce(array_agg(DISTINCT gram), '{}')
  FROM regexp_matches("plain",
         '([\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+)|([0-9a-z\u00df-\u024f\u0370-\u052f\u0620-\u06ff]+)',
         'g') AS found(parts)
  CROSS JOIN LATERAL (
    SELECT substr(parts[1], place, 2) AS gram FROM generate_series(1, length(parts[1])) AS place
    UNION ALL SELECT left(parts[2], 60) WHERE parts[2] IS NOT NULL
  ) AS grams
$function$;
