-- Sitemaps of chapters are by month: one index for months of all languages (and feeds of all), and of each month when
-- what readers can find in it has last changed. Null: nothing has but by the clock. What comes due by the clock is
-- told by its own time.
CREATE INDEX "edition_listing_of_all" ON "edition_listing" ("publish_at", "edition_id");
ALTER TABLE "listing_month" ADD COLUMN "changed_at" TIMESTAMPTZ(3);
UPDATE "listing_month" m SET "changed_at" = t."at"
FROM (SELECT "locale", "month_of"("published_at") AS "month", max(greatest("published_at", "revised_at")) AS "at"
      FROM "published_edition" GROUP BY 1, 2) AS t
WHERE m."locale" = t."locale" AND m."month" = t."month";

CREATE OR REPLACE FUNCTION "keep_months"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- In one order, so that two who change the same months wait for each other and do not stand in each other's way.
  INSERT INTO "listing_month" AS m ("locale", "month", "editions", "changed_at")
  SELECT "locale", "month", sum("step"), max("seen") FROM (
    SELECT OLD."locale", "month_of"(OLD."publish_at"), -1, CASE WHEN OLD."publish_at" <= now() THEN now() END
    WHERE TG_OP <> 'INSERT'
    UNION ALL
    SELECT NEW."locale", "month_of"(NEW."publish_at"), 1, CASE WHEN NEW."publish_at" <= now() THEN now() END
    WHERE TG_OP <> 'DELETE') AS steps("locale", "month", "step", "seen")
  GROUP BY "locale", "month" HAVING sum("step") <> 0 OR max("seen") IS NOT NULL ORDER BY "locale", "month"
  ON CONFLICT ("locale", "month") DO UPDATE
  SET "editions" = m."editions" + excluded."editions", "changed_at" = greatest(m."changed_at", excluded."changed_at");
  RETURN NULL;
END $$;

-- An address is not in the listing, but it is what a sitemap is made of.
CREATE FUNCTION "keep_month_of_slug"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "listing_month" m SET "changed_at" = now()
  FROM "edition_listing" l
  WHERE l."edition_id" = NEW."id" AND l."publish_at" <= now()
    AND m."locale" = l."locale" AND m."month" = "month_of"(l."publish_at");
  RETURN NULL;
END $$;
CREATE TRIGGER "slug_changes_month" AFTER UPDATE OF "slug" ON "edition"
  FOR EACH ROW WHEN (OLD."slug" <> NEW."slug") EXECUTE FUNCTION "keep_month_of_slug"();
