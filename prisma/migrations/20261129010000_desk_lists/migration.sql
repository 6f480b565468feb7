-- What the desk lists of editions, kept so that no view of it grows with the tables: the newest saved first, by state,
-- language and words of the title or the series.
CREATE TYPE "desk_state" AS ENUM ('draft', 'out', 'withdrawn');

CREATE TABLE "desk_edition" (
  "edition_id" UUID NOT NULL,
  "chapter_id" UUID NOT NULL,
  "locale" TEXT NOT NULL,
  "state" "desk_state" NOT NULL,
  "publish_at" TIMESTAMPTZ(3),
  "waiting" BOOLEAN NOT NULL,
  "folded" TEXT NOT NULL,
  "saved_at" TIMESTAMPTZ(3) NOT NULL,

  CONSTRAINT "desk_edition_pkey" PRIMARY KEY ("edition_id"),
  CONSTRAINT "desk_edition_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "desk_edition_chapter_id_idx" ON "desk_edition" ("chapter_id");
CREATE INDEX "desk_edition_saved" ON "desk_edition" ("saved_at" DESC, "edition_id" DESC);
CREATE INDEX "desk_edition_state" ON "desk_edition" ("state", "saved_at" DESC, "edition_id" DESC);
CREATE INDEX "desk_edition_locale" ON "desk_edition" ("locale", "state", "saved_at" DESC, "edition_id" DESC);
CREATE INDEX "desk_edition_waiting" ON "desk_edition" ("saved_at" DESC, "edition_id" DESC) WHERE "waiting";
CREATE INDEX "desk_edition_scheduled" ON "desk_edition" ("publish_at") WHERE "state" = 'out';
CREATE INDEX "desk_edition_words" ON "desk_edition" USING gin ("folded" gin_trgm_ops);

CREATE TABLE "desk_edition_count" (
  "state" "desk_state" NOT NULL,
  "count" INTEGER NOT NULL DEFAULT 0,

  CONSTRAINT "desk_edition_count_pkey" PRIMARY KEY ("state")
);
INSERT INTO "desk_edition_count" ("state") SELECT unnest(enum_range(NULL::"desk_state"));

-- Lists these editions as they are now. One whose publication was called off before its time was never out: a draft.
CREATE FUNCTION "list_at_desk"("editions" UUID[]) RETURNS VOID LANGUAGE sql AS $$
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
$$;

-- Once for each statement: a chapter that is saved costs one row, a hundred thousand that are brought cost one statement.
CREATE FUNCTION "keep_desk_of_new"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "list_at_desk"(array_agg(DISTINCT "edition_id")) FROM "fresh";
  RETURN NULL;
END $$;
CREATE FUNCTION "keep_desk_of_old"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "list_at_desk"(array_agg(DISTINCT "edition_id")) FROM "gone";
  RETURN NULL;
END $$;
CREATE TRIGGER "revision_is_at_desk" AFTER INSERT ON "revision"
  REFERENCING NEW TABLE AS "fresh" FOR EACH STATEMENT EXECUTE FUNCTION "keep_desk_of_new"();
CREATE TRIGGER "publication_is_at_desk" AFTER INSERT ON "publication"
  REFERENCING NEW TABLE AS "fresh" FOR EACH STATEMENT EXECUTE FUNCTION "keep_desk_of_new"();
CREATE TRIGGER "publication_changes_at_desk" AFTER UPDATE ON "publication"
  REFERENCING NEW TABLE AS "fresh" FOR EACH STATEMENT EXECUTE FUNCTION "keep_desk_of_new"();
CREATE TRIGGER "publication_leaves_desk" AFTER DELETE ON "publication"
  REFERENCING OLD TABLE AS "gone" FOR EACH STATEMENT EXECUTE FUNCTION "keep_desk_of_old"();

-- The words of a series are words of its chapters.
CREATE FUNCTION "keep_desk_of_series"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "list_at_desk"(array_agg(e."id"))
  FROM "edition" e JOIN "chapter" c ON c."id" = e."chapter_id"
  WHERE c."series_id" IN (SELECT "series_id" FROM "fresh");
  RETURN NULL;
END $$;
CREATE TRIGGER "series_title_is_at_desk" AFTER INSERT ON "series_title"
  REFERENCING NEW TABLE AS "fresh" FOR EACH STATEMENT EXECUTE FUNCTION "keep_desk_of_series"();
CREATE TRIGGER "series_title_changes_at_desk" AFTER UPDATE ON "series_title"
  REFERENCING NEW TABLE AS "fresh" FOR EACH STATEMENT EXECUTE FUNCTION "keep_desk_of_series"();

-- Counts are kept. In the order of the states, so that two never wait for each other in a circle.
CREATE FUNCTION "count_at_desk"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
DECLARE
  "changed" RECORD;
BEGIN
  IF TG_OP = 'INSERT' THEN
    FOR "changed" IN SELECT "state", count(*) AS "by" FROM "fresh" GROUP BY 1 ORDER BY 1 LOOP
      UPDATE "desk_edition_count" c SET "count" = c."count" + "changed"."by" WHERE c."state" = "changed"."state";
    END LOOP;
  ELSIF TG_OP = 'DELETE' THEN
    FOR "changed" IN SELECT "state", count(*) AS "by" FROM "gone" GROUP BY 1 ORDER BY 1 LOOP
      UPDATE "desk_edition_count" c SET "count" = c."count" - "changed"."by" WHERE c."state" = "changed"."state";
    END LOOP;
  ELSE
    FOR "changed" IN
      SELECT "state", sum("one") AS "by" FROM (
        SELECT "state", 1 AS "one" FROM "fresh" UNION ALL SELECT "state", -1 FROM "gone") s
      GROUP BY 1 HAVING sum("one") <> 0 ORDER BY 1
    LOOP
      UPDATE "desk_edition_count" c SET "count" = c."count" + "changed"."by" WHERE c."state" = "changed"."state";
    END LOOP;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "desk_edition_counts_new" AFTER INSERT ON "desk_edition"
  REFERENCING NEW TABLE AS "fresh" FOR EACH STATEMENT EXECUTE FUNCTION "count_at_desk"();
CREATE TRIGGER "desk_edition_counts_changed" AFTER UPDATE ON "desk_edition"
  REFERENCING OLD TABLE AS "gone" NEW TABLE AS "fresh" FOR EACH STATEMENT EXECUTE FUNCTION "count_at_desk"();
CREATE TRIGGER "desk_edition_counts_gone" AFTER DELETE ON "desk_edition"
  REFERENCING OLD TABLE AS "gone" FOR EACH STATEMENT EXECUTE FUNCTION "count_at_desk"();

SELECT "list_at_desk"(array_agg("id")) FROM "edition";
ANALYZE "desk_edition";
