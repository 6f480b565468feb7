CREATE OR REPLACE FUNCTION public.keep_listing()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM "edition_listing" WHERE "edition_id" = OLD."edition_id";
  ELSIF NEW."withdrawn_at" IS NOT NULL THEN
    DELETE FROM "edition_listing" WHERE "edition_id" = NEW."edition_id";
  ELSE
    PERFORM "list_edition"(NEW."edition_id");
  END IF;
  RETURN NULL;
END $function$;
