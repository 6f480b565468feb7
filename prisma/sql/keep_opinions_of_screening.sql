CREATE OR REPLACE FUNCTION public.keep_opinions_of_screening()
 RETURNS trigger
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
AS $function$
BEGIN
  INSERT INTO "comment_opinion" AS o ("comment_id", "source", "said", "truth", "day", "locale")
  SELECT DISTINCT ON (f."comment_id", f."rule") f."comment_id", 'rule:' || f."rule", "said", "truth_about"(f."comment_id"),
    (c."sent_at" AT TIME ZONE 'UTC')::date, c."locale"
  FROM "fresh" f CROSS JOIN LATERAL "opinion_in_step"(f."rule", f."verdict", f."why") AS "said"
  JOIN "comment" c ON c."id" = f."comment_id"
  WHERE "said" IS NOT NULL AND c."staff_id" IS NULL
  ORDER BY f."comment_id", f."rule", f."place"
  ON CONFLICT ("comment_id", "source") DO UPDATE SET "said" = excluded."said" WHERE excluded."said" <> o."said";
  -- Looked at anew, some have nothing to say any more.
  UPDATE "comment_opinion" o SET "said" = 'nothing'
  WHERE o."comment_id" IN (SELECT "comment_id" FROM "fresh") AND o."source" LIKE 'rule:%' AND o."said" <> 'nothing'
    AND NOT EXISTS (SELECT FROM "fresh" f WHERE f."comment_id" = o."comment_id" AND 'rule:' || f."rule" = o."source"
      AND "opinion_in_step"(f."rule", f."verdict", f."why") IS NOT NULL);
  RETURN NULL;
END $function$;
