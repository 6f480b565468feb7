CREATE OR REPLACE FUNCTION public.rule_that_holds(of_comment uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  SELECT s."rule" FROM "screening_step" s
  WHERE s."comment_id" = "of_comment" AND s."verdict" IN ('trash', 'spam', 'hold', 'unknown')
  ORDER BY CASE s."verdict" WHEN 'trash' THEN 0 WHEN 'spam' THEN 1 ELSE 2 END, s."place" LIMIT 1
$function$;
