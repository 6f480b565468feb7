CREATE OR REPLACE FUNCTION public.keep_facets()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE
  changed UUID[];
BEGIN
  IF TG_TABLE_NAME = 'chapter' THEN
    changed := array(SELECT "id" FROM "edition" WHERE "chapter_id" = NEW."id");
    UPDATE "edition_listing" SET "series_id" = NEW."series_id" WHERE "edition_id" = ANY (changed);
  ELSIF TG_OP = 'DELETE' THEN
    changed := array[OLD."edition_id"];
  ELSE
    changed := array[NEW."edition_id"];
  END IF;
  UPDATE "edition_listing" SET "facets" = "facets_of"("edition_id") WHERE "edition_id" = ANY (changed);
  RETURN NULL;
END $function$;
