CREATE OR REPLACE FUNCTION public.list_at_desk(editions uuid[])
 RETURNS void
 LANGUAGE sql
AS $function$
  INSERT INTO "desk_edition" ("edition_id", "chapter_id", "locale", "state", "publish_at", "waiting", "folded", "saved_at")
  SELECT e."id", e."chapter_id", e."locale", s."state", CASE WHEN s."state" = 'out' THEN p."publish_at" END,
    s."state" <> 'out' OR p."revision_id" <> r."id",
    "search_plain"(concat_ws(' ', r."title", (
      SELECT string_agg(t."title", ' ' ORDER BY t."locale") FROM "series_title" t WHERE t."series_id" = c."series_id"))),
    r."at"
  FROM "edition" e
  JOIN "chapter" c ON c."id" = e."chapter_id"
  JOIN LATERAL (
    SELECT n."id", n."title", n."at" FROM "revision" n WHERE n."edition_id" = e."id" ORDER BY n."number" DESC LIMIT 1) r
    ON true
  LEFT JOIN "publication" p ON p."edition_id" = e."id"
  CROSS JOIN LATERAL (SELECT CASE
    WHEN p."edition_id" IS NULL OR p."withdrawn_at" < p."publish_at" THEN 'draft'
    WHEN p."withdrawn_at" IS NOT NULL THEN 'withdrawn'
    ELSE 'out' END::"desk_state" AS "state") s
  WHERE e."id" = ANY ("editions")
  ON CONFLICT ("edition_id") DO UPDATE SET
    "state" = excluded."state", "publish_at" = excluded."publish_at", "waiting" = excluded."waiting",
    "folded" = excluded."folded", "saved_at" = excluded."saved_at"
$function$;
