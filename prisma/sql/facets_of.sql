CREATE OR REPLACE FUNCTION public.facets_of(id uuid)
 RETURNS text[]
 LANGUAGE sql
 STABLE
AS $function$
  SELECT array['in ' || e."locale", 'series ' || c."series_id"]
         || array(SELECT 'tag ' || et."tag_id" FROM "edition_tag" et WHERE et."edition_id" = e."id")
  FROM "edition" e JOIN "chapter" c ON c."id" = e."chapter_id" WHERE e."id" = "facets_of"."id"
$function$;
