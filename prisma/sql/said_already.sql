CREATE OR REPLACE FUNCTION public.said_already(given_chapter uuid, given_parent uuid, given_name text, given_email text, given_text text, but_for uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
 SET enable_seqscan TO 'off'
AS $function$
BEGIN
  RETURN (given_email <> '' OR "said"(given_name) NOT IN (
    '', 'anonymous', 'anon', 'nobody', 'guest', '匿名', '匿名希望', '名無し', '名無しさん', '名無しの権兵衛', 'ななし', 'ゲスト',
    'مجهول', 'مجهولة', 'زائر', 'زائرة', 'ضيف', 'ضيفة'
  )) AND EXISTS (
    SELECT FROM (
      -- By its key alone (OFFSET keeps the rest out): no other index may look better in a small table.
      SELECT * FROM "comment"
      WHERE "said_key"("chapter_id", "parent_id", "name", "email", "text")
        = "said_key"(given_chapter, given_parent, given_name, given_email, given_text)
      OFFSET 0
    ) c
    WHERE c."chapter_id" = given_chapter AND c."parent_id" IS NOT DISTINCT FROM given_parent
      AND lower(c."email") = lower(given_email) AND "said"(c."name") = "said"(given_name)
      AND "said"(c."text") = "said"(given_text) AND c."status" <> 'trash' AND c."id" IS DISTINCT FROM but_for
  );
END $function$;
