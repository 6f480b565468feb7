CREATE OR REPLACE FUNCTION public.keep_comment_words()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  INSERT INTO "comment_words" ("comment_id", "words")
  VALUES (NEW."id", "words_of_comment"(NEW."name", NEW."email", NEW."url", NEW."text"))
  ON CONFLICT ("comment_id") DO UPDATE SET "words" = excluded."words";
  RETURN NULL;
END $function$;
