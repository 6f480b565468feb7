-- AlterTable
ALTER TABLE "publication" ADD COLUMN "gone_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "ranking_fact" (
    "id" UUID NOT NULL,
    "chapter_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "country" TEXT,
    "service" TEXT NOT NULL,
    "source_url" TEXT NOT NULL,
    "as_of" DATE NOT NULL,

    CONSTRAINT "ranking_fact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "edition_reads" (
    "edition_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "reads" INTEGER NOT NULL,

    CONSTRAINT "edition_reads_pkey" PRIMARY KEY ("edition_id","day")
);

-- CreateIndex
CREATE INDEX "ranking_fact_as_of_idx" ON "ranking_fact"("as_of");

-- CreateIndex
CREATE UNIQUE INDEX "ranking_fact_chapter_id_kind_subject_service_country_as_of_key" ON "ranking_fact"("chapter_id", "kind", "subject", "service", "country", "as_of") NULLS NOT DISTINCT;

-- CreateIndex
CREATE INDEX "edition_reads_day_idx" ON "edition_reads"("day");

-- AddForeignKey
ALTER TABLE "ranking_fact" ADD CONSTRAINT "ranking_fact_chapter_id_fkey" FOREIGN KEY ("chapter_id") REFERENCES "chapter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edition_reads" ADD CONSTRAINT "edition_reads_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Only what is withdrawn can be gone for good.
ALTER TABLE "publication"
  ADD CONSTRAINT "publication_gone_is_withdrawn" CHECK ("gone_at" IS NULL OR "withdrawn_at" IS NOT NULL);
ALTER TABLE "ranking_fact"
  ADD CONSTRAINT "ranking_fact_kind" CHECK ("kind" IN ('hashtag', 'search')),
  ADD CONSTRAINT "ranking_fact_place" CHECK ("place" BETWEEN 1 AND 1000000),
  ADD CONSTRAINT "ranking_fact_country" CHECK ("country" ~ '^[A-Z]{2}$'),
  ADD CONSTRAINT "ranking_fact_subject" CHECK (char_length("subject") BETWEEN 1 AND 200),
  ADD CONSTRAINT "ranking_fact_service" CHECK (char_length("service") BETWEEN 1 AND 80),
  ADD CONSTRAINT "ranking_fact_source" CHECK ("source_url" ~ '^https?://' AND char_length("source_url") <= 2000);

-- Lists and search ------------------------------------------------------------------------------------------
-- What is not withdrawn, by language and time, with its words prepared for searching. Kept by triggers, so that
-- whoever publishes (the desk, an import, a test) is listed. It may hold what is only scheduled: outlets read
-- it together with published_edition.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Words as they are compared: one width, one case, no Arabic vowel signs and no tatweel.
CREATE FUNCTION "search_plain"("words" TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT lower(regexp_replace(normalize("words", NFKC), '[\u0640\u064B-\u065F\u0670]', '', 'g'))
$$;

-- Japanese is written without spaces: every two characters that stand together are one thing to find, and so
-- is the last one of a run. Words in other letters are kept whole.
CREATE FUNCTION "search_grams"("plain" TEXT) RETURNS TEXT[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT gram), '{}')
  FROM regexp_matches("plain",
         '([\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+)|([0-9a-z\u00df-\u024f\u0370-\u052f\u0620-\u06ff]+)',
         'g') AS found(parts)
  CROSS JOIN LATERAL (
    SELECT substr(parts[1], place, 2) AS gram FROM generate_series(1, length(parts[1])) AS place
    UNION ALL SELECT left(parts[2], 60) WHERE parts[2] IS NOT NULL
  ) AS grams
$$;

-- Text in a language as what is indexed of it. A very long text is found by its first part: a tsvector is limited.
CREATE FUNCTION "search_words"("locale" TEXT, "plain" TEXT) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE "locale"
    WHEN 'ja' THEN array_to_tsvector("search_grams"(left("plain", 100000)))
    WHEN 'ar' THEN to_tsvector('pg_catalog.arabic'::regconfig, left("plain", 100000))
    ELSE to_tsvector('pg_catalog.english'::regconfig, left("plain", 100000))
  END
$$;

-- What somebody asks for. Japanese: every pair of characters, and a lone character as the beginning of a pair.
CREATE FUNCTION "search_query"("locale" TEXT, "plain" TEXT) RETURNS tsquery
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE "locale"
    WHEN 'ja' THEN (
      SELECT coalesce(string_agg(quote_literal(gram) || CASE WHEN length(gram) = 1 THEN ':*' ELSE '' END, ' & '), '')::tsquery
      FROM regexp_split_to_table("plain", '\s+') AS word
      CROSS JOIN LATERAL unnest("search_grams"(word)) AS gram
      WHERE length(gram) > 1 OR length(word) = 1
    )
    WHEN 'ar' THEN websearch_to_tsquery('pg_catalog.arabic'::regconfig, "plain")
    ELSE websearch_to_tsquery('pg_catalog.english'::regconfig, "plain")
  END
$$;

CREATE TABLE "edition_listing" (
    "edition_id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "publish_at" TIMESTAMPTZ(3) NOT NULL,
    -- By what a search may be narrowed: 'in ja', 'series <id>', 'tag <id>'. One index finds words and these together.
    "facets" TEXT[] NOT NULL,
    "title" TEXT NOT NULL,
    -- The whole of it where words are looked up by pairs of characters, which is in Japanese.
    "plain" TEXT NOT NULL,
    "title_words" tsvector NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "edition_listing_pkey" PRIMARY KEY ("edition_id"),
    CONSTRAINT "edition_listing_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE
);
CREATE INDEX "edition_listing_by_time" ON "edition_listing" ("locale", "publish_at", "edition_id");
CREATE INDEX "edition_listing_title_words" ON "edition_listing" USING gin ("title_words", "facets");
CREATE INDEX "edition_listing_words" ON "edition_listing" USING gin ("words", "facets");
CREATE INDEX "edition_listing_title" ON "edition_listing" USING gin ("title" gin_trgm_ops);
CREATE INDEX "edition_slug_like" ON "edition" USING gin ("slug" gin_trgm_ops);

CREATE FUNCTION "facets_of"("id" UUID) RETURNS TEXT[] LANGUAGE sql STABLE AS $$
  SELECT array['in ' || e."locale", 'series ' || c."series_id"]
         || array(SELECT 'tag ' || et."tag_id" FROM "edition_tag" et WHERE et."edition_id" = e."id")
  FROM "edition" e JOIN "chapter" c ON c."id" = e."chapter_id" WHERE e."id" = "facets_of"."id"
$$;

CREATE FUNCTION "list_edition"("id" UUID) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "edition_listing"
  SELECT e."id", e."locale", p."publish_at", "facets_of"(e."id"), w."title",
         CASE e."locale" WHEN 'ja' THEN w."plain" ELSE '' END,
         "search_words"(e."locale", w."title"), "search_words"(e."locale", w."plain")
  FROM "publication" p
  JOIN "edition" e ON e."id" = p."edition_id"
  JOIN "revision" r ON r."id" = p."revision_id"
  CROSS JOIN LATERAL (
    SELECT "search_plain"(r."title") AS "title",
           "search_plain"(r."title" || E'\n' || r."summary" || E'\n' || r."text") AS "plain") AS w
  WHERE p."edition_id" = "list_edition"."id"
  ON CONFLICT ("edition_id") DO UPDATE
  SET "publish_at" = excluded."publish_at", "facets" = excluded."facets", "title" = excluded."title",
      "plain" = excluded."plain", "title_words" = excluded."title_words", "words" = excluded."words"
$$;

CREATE FUNCTION "keep_listing"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM "edition_listing" WHERE "edition_id" = OLD."edition_id";
  ELSIF NEW."withdrawn_at" IS NOT NULL THEN
    DELETE FROM "edition_listing" WHERE "edition_id" = NEW."edition_id";
  ELSE
    PERFORM "list_edition"(NEW."edition_id");
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "publication_is_listed" AFTER INSERT OR UPDATE OR DELETE ON "publication"
  FOR EACH ROW EXECUTE FUNCTION "keep_listing"();

CREATE FUNCTION "keep_facets"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed UUID[];
BEGIN
  IF TG_TABLE_NAME = 'chapter' THEN
    changed := array(SELECT "id" FROM "edition" WHERE "chapter_id" = NEW."id");
  ELSIF TG_OP = 'DELETE' THEN
    changed := array[OLD."edition_id"];
  ELSE
    changed := array[NEW."edition_id"];
  END IF;
  UPDATE "edition_listing" SET "facets" = "facets_of"("edition_id") WHERE "edition_id" = ANY (changed);
  RETURN NULL;
END $$;
CREATE TRIGGER "tag_is_listed" AFTER INSERT OR DELETE ON "edition_tag"
  FOR EACH ROW EXECUTE FUNCTION "keep_facets"();
CREATE TRIGGER "series_is_listed" AFTER UPDATE OF "series_id" ON "chapter"
  FOR EACH ROW EXECUTE FUNCTION "keep_facets"();

SELECT "list_edition"("edition_id") FROM "publication" WHERE "withdrawn_at" IS NULL;
