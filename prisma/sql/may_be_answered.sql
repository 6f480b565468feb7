CREATE OR REPLACE FUNCTION public.may_be_answered(given_parent uuid, given_chapter uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
 SET enable_seqscan TO 'off'
AS $function$
BEGIN
  RETURN given_parent IS NULL OR EXISTS (
    SELECT FROM "comment" c WHERE c."id" = given_parent AND c."chapter_id" = given_chapter AND c."status" = 'approved');
END $function$;
