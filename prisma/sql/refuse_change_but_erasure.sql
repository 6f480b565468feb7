CREATE OR REPLACE FUNCTION public.refuse_change_but_erasure()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE
  "erasable" constant text[] := '{reason,why,why_parameters}';
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - "erasable" = to_jsonb(OLD) - "erasable"
    AND (NEW."reason" IS NULL OR NEW."reason" IS NOT DISTINCT FROM OLD."reason")
    AND (NEW."why" IS NULL OR NEW."why" IS NOT DISTINCT FROM OLD."why" AND NEW."why_parameters" = OLD."why_parameters") THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT FROM "comment" c WHERE c."id" = OLD."comment_id") THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $function$;
