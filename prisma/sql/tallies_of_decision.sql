CREATE OR REPLACE FUNCTION public.tallies_of_decision(by_id uuid, rule text, undoes boolean, becomes comment_status, waited integer, held_by text, checked_by text)
 RETURNS TABLE(figure tally_figure, who text, what text)
 LANGUAGE sql
 STABLE
AS $function$
  SELECT 'decision'::"tally_figure", coalesce('person:' || "by_id", 'rule:' || "rule", 'rule:other'),
    CASE WHEN "undoes" THEN 'undone' ELSE "becomes"::text END
  UNION ALL
  SELECT "of"."figure", "of"."who", "wait_bucket"("waited")::text FROM (VALUES
    ('person_wait'::"tally_figure", 'person:' || "by_id"),
    ('rule_wait'::"tally_figure", 'rule:' || coalesce("held_by", 'none')),
    ('checker_wait'::"tally_figure", 'checker:' || coalesce("checked_by", 'none'))) AS "of" ("figure", "who")
  WHERE "waited" IS NOT NULL
$function$;
