CREATE OR REPLACE FUNCTION public.search_query(locale text, plain text)
 RETURNS tsquery
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  SELECT CASE "locale"
    WHEN 'ja' THEN (
      SELECT coalesce(string_agg(quote_literal(gram) || CASE WHEN length(gram) = 1 THEN ':*' ELSE '' END, ' & '), '')::tsquery
      FROM regexp_split_to_table("plain", '\s+') AS word
      CROSS JOIN LATERAL unnest("search_grams"(word)) AS gram
      WHERE length(gram) > 1 OR length(word) = 1
    )
    WHEN 'ar' THEN websearch_to_tsquery('pg_catalog.arabic'::regconfig, "search_bare"("plain"))
    ELSE websearch_to_tsquery('pg_catalog.english'::regconfig, "plain")
  END
$function$;
