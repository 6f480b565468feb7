CREATE OR REPLACE FUNCTION public.keep_unchecked_of_verdicts()
 RETURNS trigger
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
AS $function$
BEGIN
  IF TG_OP = 'INSERT' THEN
    DELETE FROM "unchecked_comment" u USING "fresh" f WHERE u."comment_id" = f."comment_id" AND f."settles";
  ELSE
    INSERT INTO "unchecked_comment" ("comment_id", "sent_at")
    SELECT DISTINCT c."id", c."sent_at" FROM "gone" g JOIN "comment" c ON c."id" = g."comment_id"
    WHERE c."status" = 'pending'
      AND NOT EXISTS (SELECT FROM "spam_verdict" v WHERE v."comment_id" = c."id" AND v."settles")
    ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $function$;
