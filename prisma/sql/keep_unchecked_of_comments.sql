CREATE OR REPLACE FUNCTION public.keep_unchecked_of_comments()
 RETURNS trigger
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
AS $function$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO "unchecked_comment" ("comment_id", "sent_at")
    SELECT "id", "sent_at" FROM "fresh" WHERE "status" = 'pending';
  ELSE
    DELETE FROM "unchecked_comment" u USING "fresh" f WHERE u."comment_id" = f."id" AND f."status" <> 'pending';
    INSERT INTO "unchecked_comment" ("comment_id", "sent_at")
    SELECT f."id", f."sent_at" FROM "fresh" f JOIN "gone" g ON g."id" = f."id"
    WHERE f."status" = 'pending' AND g."status" <> 'pending'
      AND NOT EXISTS (SELECT FROM "spam_verdict" v WHERE v."comment_id" = f."id" AND v."settles")
    ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $function$;
