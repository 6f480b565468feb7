-- How many comments stand in each status, kept and not counted. Each backend counts in rows of its own, so that no two
-- comments wait for each other and no two decisions for each other in a circle; the sum is the count.
CREATE TABLE "comment_count" (
  "status" "comment_status" NOT NULL,
  "backend" INTEGER NOT NULL,
  "count" INTEGER NOT NULL,

  CONSTRAINT "comment_count_pkey" PRIMARY KEY ("status", "backend")
);

CREATE FUNCTION "count_comments"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO "comment_count" AS c ("status", "backend", "count")
    SELECT "status", pg_backend_pid(), count(*) FROM "fresh" GROUP BY 1
    ON CONFLICT ("status", "backend") DO UPDATE SET "count" = c."count" + excluded."count";
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO "comment_count" AS c ("status", "backend", "count")
    SELECT "status", pg_backend_pid(), -count(*) FROM "gone" GROUP BY 1
    ON CONFLICT ("status", "backend") DO UPDATE SET "count" = c."count" + excluded."count";
  ELSIF TG_OP = 'TRUNCATE' THEN
    DELETE FROM "comment_count";
  ELSE
    INSERT INTO "comment_count" AS c ("status", "backend", "count")
    SELECT "status", pg_backend_pid(), sum("one") FROM (
      SELECT "status", 1 AS "one" FROM "fresh" UNION ALL SELECT "status", -1 FROM "gone") s
    GROUP BY 1 HAVING sum("one") <> 0
    ON CONFLICT ("status", "backend") DO UPDATE SET "count" = c."count" + excluded."count";
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "comment_counts_new" AFTER INSERT ON "comment"
  REFERENCING NEW TABLE AS "fresh" FOR EACH STATEMENT EXECUTE FUNCTION "count_comments"();
CREATE TRIGGER "comment_counts_changed" AFTER UPDATE ON "comment"
  REFERENCING OLD TABLE AS "gone" NEW TABLE AS "fresh" FOR EACH STATEMENT EXECUTE FUNCTION "count_comments"();
CREATE TRIGGER "comment_counts_gone" AFTER DELETE ON "comment"
  REFERENCING OLD TABLE AS "gone" FOR EACH STATEMENT EXECUTE FUNCTION "count_comments"();
CREATE TRIGGER "comment_counts_nothing" AFTER TRUNCATE ON "comment"
  FOR EACH STATEMENT EXECUTE FUNCTION "count_comments"();

INSERT INTO "comment_count" ("status", "backend", "count") SELECT "status", 0, count(*) FROM "comment" GROUP BY 1;
