CREATE OR REPLACE FUNCTION public.search_loosely(asked tsquery)
 RETURNS tsquery
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  SELECT CASE WHEN querytree("asked") NOT IN ('', 'T') THEN (
    SELECT string_agg(CASE WHEN part[1] LIKE '<%' THEN '&' ELSE part[1] END, ' ' ORDER BY place)::tsquery
    -- A word in its quotes (with :* when it is a beginning), a phrase's <-> or <2>, or an operator.
    FROM regexp_matches(querytree("asked"), '(''(?:[^'']|'''')*''[:*]*|<(?:-|\d+)>|[&|()])', 'g')
      WITH ORDINALITY AS parts(part, place))
  END
$function$;
