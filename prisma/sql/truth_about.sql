CREATE OR REPLACE FUNCTION public.truth_about(of_comment uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  SELECT coalesce((
    SELECT CASE WHEN d."to_status" = 'pending' THEN 'none' ELSE d."to_status"::text END
    FROM "moderation_decision" d WHERE d."comment_id" = "of_comment" AND d."by_id" IS NOT NULL
    ORDER BY d."at" DESC, d."id" DESC LIMIT 1), 'none')
$function$;
