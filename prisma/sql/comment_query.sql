CREATE OR REPLACE FUNCTION public.comment_query(words text)
 RETURNS tsquery
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  SELECT coalesce(string_agg(
    quote_literal(gram) || CASE WHEN gram ~ '^[0-9a-z\u00df-\u024f\u0370-\u052f\u0620-\u06ff]{3}' OR length(gram) = 1 AND length(word) = 1
      THEN ':*' ELSE '' END, ' & '), '')::tsquery
  FROM regexp_split_to_table(public."search_bare"(public."search_plain"("words")), '\s+') AS word
  CROSS JOIN LATERAL unnest(public."search_grams"(word)) AS gram
  WHERE length(gram) > 1 OR length(word) = 1 OR gram ~ '^[0-9a-z]'
$function$;
