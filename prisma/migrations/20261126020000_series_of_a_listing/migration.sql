-- The series of what is listed, so that counting the chapters of all series reads one index and no table.
ALTER TABLE "edition_listing" ADD COLUMN "series_id" UUID;
UPDATE "edition_listing" l SET "series_id" = c."series_id"
FROM "edition" e JOIN "chapter" c ON c."id" = e."chapter_id" WHERE e."id" = l."edition_id";
ALTER TABLE "edition_listing" ALTER COLUMN "series_id" SET NOT NULL;
CREATE INDEX "edition_listing_by_series" ON "edition_listing" ("locale", "series_id", "publish_at");

CREATE OR REPLACE FUNCTION "list_edition"("id" UUID) RETURNS void LANGUAGE sql AS $$
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
$$;

CREATE OR REPLACE FUNCTION "keep_facets"() RETURNS trigger LANGUAGE plpgsql AS $$
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
END $$;

-- How many editions are listed in each month (UTC), scheduled ones too: all but this month need not be counted.
CREATE TABLE "listing_month" (
    "locale" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "editions" INTEGER NOT NULL,

    CONSTRAINT "listing_month_pkey" PRIMARY KEY ("locale", "month")
);

CREATE FUNCTION "month_of"("at" TIMESTAMPTZ) RETURNS DATE LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT date_trunc('month', "at" AT TIME ZONE 'UTC')::date
$$;

CREATE FUNCTION "keep_months"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- In one order, so that two who change the same months wait for each other and do not stand in each other's way.
  INSERT INTO "listing_month"
  SELECT "locale", "month", sum("step") FROM (
    SELECT OLD."locale", "month_of"(OLD."publish_at"), -1 WHERE TG_OP <> 'INSERT'
    UNION ALL
    SELECT NEW."locale", "month_of"(NEW."publish_at"), 1 WHERE TG_OP <> 'DELETE') AS steps("locale", "month", "step")
  GROUP BY "locale", "month" HAVING sum("step") <> 0 ORDER BY "locale", "month"
  ON CONFLICT ("locale", "month") DO UPDATE SET "editions" = "listing_month"."editions" + excluded."editions";
  RETURN NULL;
END $$;
CREATE TRIGGER "month_is_counted" AFTER INSERT OR DELETE OR UPDATE OF "locale", "publish_at" ON "edition_listing"
  FOR EACH ROW EXECUTE FUNCTION "keep_months"();

INSERT INTO "listing_month"
SELECT "locale", "month_of"("publish_at"), count(*) FROM "edition_listing" GROUP BY 1, 2;
