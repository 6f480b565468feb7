CREATE OR REPLACE FUNCTION public.checker_asked(of_comment uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  SELECT v."checker" FROM "spam_verdict" v WHERE v."comment_id" = "of_comment" ORDER BY v."at" DESC, v."id" DESC LIMIT 1
$function$;
