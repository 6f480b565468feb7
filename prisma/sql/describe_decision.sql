CREATE OR REPLACE FUNCTION public.describe_decision()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE
  "about" RECORD;
  "before" RECORD;
BEGIN
  NEW."locale" := NULL;
  NEW."waited" := NULL;
  NEW."held_by" := NULL;
  NEW."checked_by" := NULL;
  SELECT c."locale", c."sent_at", c."staff_id" INTO "about" FROM "comment" c WHERE c."id" = NEW."comment_id";
  IF NOT FOUND OR "about"."staff_id" IS NOT NULL THEN
    RETURN NEW;
  END IF;
  NEW."locale" := "about"."locale";
  IF NEW."by_id" IS NULL OR NEW."from_status" <> 'pending' THEN
    RETURN NEW;
  END IF;
  SELECT d."at", d."by_id" INTO "before" FROM "moderation_decision" d
  WHERE d."comment_id" = NEW."comment_id" ORDER BY d."at" DESC, d."id" DESC LIMIT 1;
  -- Whoever has put it back has not left it waiting for the first time.
  IF "before"."by_id" IS NOT NULL THEN
    RETURN NEW;
  END IF;
  NEW."waited" := least(2147483647,
    greatest(0, extract(epoch FROM NEW."at" - coalesce("before"."at", "about"."sent_at"))))::int;
  NEW."held_by" := "rule_that_holds"(NEW."comment_id");
  NEW."checked_by" := "checker_asked"(NEW."comment_id");
  RETURN NEW;
END $function$;
