CREATE OR REPLACE FUNCTION public.list_edition(id uuid)
 RETURNS void
 LANGUAGE sql
AS $function$
  INSERT INTO "edition_listing"
    ("edition_id", "locale", "publish_at", "facets", "title", "plain", "title_words", "words", "series_id")
  SELECT e."id", e."locale", p."publish_at", "facets_of"(e."id"), w."title",
         CASE e."locale" WHEN 'ja' THEN w."plain" ELSE '' END,
         "search_words"(e."locale", w."title"), "search_words"(e."locale", w."plain"), c."series_id"
  FROM "publication" p
  JOIN "edition" e ON e."id" = p."edition_id"
  JOIN "chapter" c ON c."id" = e."chapter_id"
  JOIN "revision" r ON r."id" = p."revision_id"
  CROSS JOIN LATERAL (
    SELECT "search_plain"(r."title") AS "title",
           "search_plain"(r."title" || E'\n' || r."summary" || E'\n' || r."text") AS "plain") AS w
  WHERE p."edition_id" = "list_edition"."id"
  ON CONFLICT ("edition_id") DO UPDATE
  SET "publish_at" = excluded."publish_at", "facets" = excluded."facets", "title" = excluded."title",
      "plain" = excluded."plain", "title_words" = excluded."title_words", "words" = excluded."words",
      "series_id" = excluded."series_id"
$function$;
