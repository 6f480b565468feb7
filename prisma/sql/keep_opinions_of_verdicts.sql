CREATE OR REPLACE FUNCTION public.keep_opinions_of_verdicts()
 RETURNS trigger
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
AS $function$
BEGIN
  INSERT INTO "comment_opinion" AS o ("comment_id", "source", "said", "truth", "day", "locale")
  SELECT v."comment_id", v."source", v."said", "truth_about"(v."comment_id"), (c."sent_at" AT TIME ZONE 'UTC')::date, c."locale"
  FROM (
    SELECT DISTINCT ON ("comment_id", "checker") "comment_id", 'checker:' || "checker" AS "source",
      CASE WHEN "verdict" = 'discard' THEN 'spam' ELSE "verdict"::text END AS "said"
    FROM "fresh" ORDER BY "comment_id", "checker", "verdict" = 'unknown', "at" DESC, "id" DESC) v
  JOIN "comment" c ON c."id" = v."comment_id"
  WHERE c."staff_id" IS NULL
  ON CONFLICT ("comment_id", "source") DO UPDATE SET "said" = excluded."said"
  WHERE excluded."said" NOT IN ('unknown', o."said");
  RETURN NULL;
END $function$;
