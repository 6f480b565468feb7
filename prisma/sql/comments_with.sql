CREATE OR REPLACE FUNCTION public.comments_with(query tsquery, most integer)
 RETURNS integer
 LANGUAGE sql
 STABLE
 SET gin_fuzzy_search_limit TO '20000'
AS $function$
  SELECT count(*)::integer FROM (SELECT FROM "comment_words" WHERE "words" @@ "query" LIMIT "most") AS found
$function$;
