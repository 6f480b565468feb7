CREATE OR REPLACE FUNCTION public.opinion_in_step(rule text, verdict rule_verdict, why text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  SELECT CASE
    WHEN "rule" = 'spam-verdict' THEN NULL
    WHEN "rule" = 'learning-filter' THEN
      CASE WHEN "why" <> 'learned' THEN NULL WHEN "verdict" = 'nothing' THEN 'ham' ELSE 'spam' END
    WHEN "verdict" IN ('sign', 'hold', 'spam', 'trash') THEN "verdict"::text END
$function$;
