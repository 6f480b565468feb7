CREATE OR REPLACE FUNCTION public.refuse_change_but_forgetting()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE
  "erasable" constant text[] := '{before,after,reason}';
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF NOT EXISTS (SELECT FROM "comment" c WHERE c."id" = OLD."comment_id") THEN
      RETURN OLD;
    END IF;
  ELSIF to_jsonb(NEW) - "erasable" = to_jsonb(OLD) - "erasable"
    AND (to_jsonb(NEW)->'before' IN ('null'::jsonb, to_jsonb(OLD)->'before'))
    AND (to_jsonb(NEW)->'after' IN ('null'::jsonb, to_jsonb(OLD)->'after'))
    AND (to_jsonb(NEW)->'reason' IN ('null'::jsonb, to_jsonb(OLD)->'reason')) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $function$;
