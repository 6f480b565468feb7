CREATE OR REPLACE FUNCTION public.keep_comment_words()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE
  found tsvector := "words_of_comment"(NEW."name", NEW."email", NEW."url", NEW."text");
BEGIN
  -- Of what has been erased nothing is left here either.
  IF length(found) = 0 THEN
    DELETE FROM "comment_words" WHERE "comment_id" = NEW."id";
  ELSE
    INSERT INTO "comment_words" ("comment_id", "words") VALUES (NEW."id", found)
    ON CONFLICT ("comment_id") DO UPDATE SET "words" = excluded."words";
  END IF;
  RETURN NULL;
END $function$;
