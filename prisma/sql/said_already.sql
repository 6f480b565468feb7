CREATE OR REPLACE FUNCTION public.said_already(given_chapter uuid, given_parent uuid, given_name text, given_email text, given_text text, but_for uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  SELECT (given_email <> '' OR "said"(given_name) NOT IN (
    '', 'anonymous', 'anon', 'nobody', 'guest', '匿名', '匿名希望', '名無し', '名無しさん', '名無しの権兵衛', 'ななし', 'ゲスト',
    'مجهول', 'مجهولة', 'زائر', 'زائرة', 'ضيف', 'ضيفة'
  )) AND EXISTS (
    SELECT FROM "comment" c
    WHERE lower(c."email") = lower(given_email) AND c."chapter_id" = given_chapter
      AND "left"(md5("said"(c."text")), 8) = "left"(md5("said"(given_text)), 8) AND "said"(c."text") = "said"(given_text)
      AND "said"(c."name") = "said"(given_name) AND c."parent_id" IS NOT DISTINCT FROM given_parent
      AND c."status" <> 'trash' AND c."id" IS DISTINCT FROM but_for
  )
$function$;
