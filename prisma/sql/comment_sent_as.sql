CREATE OR REPLACE FUNCTION public.comment_sent_as(given_key uuid)
 RETURNS TABLE(id uuid, chapter_id uuid, text text)
 LANGUAGE plpgsql
 STABLE ROWS 1
 SET enable_seqscan TO 'off'
AS $function$
#variable_conflict use_column
BEGIN
  RETURN QUERY SELECT c."id", c."chapter_id", c."text" FROM "comment" c WHERE c."submission_key" = given_key;
END $function$;
