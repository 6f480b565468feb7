-- What the desk's statistics show is kept and not counted: how many comments were sent in an hour and what has become of
-- them, who decided what, how long comments waited, and what people made of what rules and checkers had said. As with
-- "comment_count", each backend counts in rows of its own. What has happened is not less for being deleted later: it moves
-- to rows that say so ("gone"), so that the others can be compared with the tables at any time.

-- CreateEnum
CREATE TYPE "tally_figure" AS ENUM ('decision', 'person_wait', 'rule_wait', 'checker_wait', 'opinion');

-- AlterTable
ALTER TABLE "moderation_decision" ADD COLUMN     "checked_by" TEXT,
ADD COLUMN     "held_by" TEXT,
ADD COLUMN     "locale" TEXT,
ADD COLUMN     "waited" INTEGER;

-- CreateTable
CREATE TABLE "comment_opinion" (
    "comment_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "said" TEXT NOT NULL,
    "truth" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "locale" TEXT NOT NULL,

    CONSTRAINT "comment_opinion_pkey" PRIMARY KEY ("comment_id","source")
);

-- CreateTable
CREATE TABLE "hour_tally" (
    "locale" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "gone" BOOLEAN NOT NULL,
    "backend" INTEGER NOT NULL,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "approved" INTEGER NOT NULL DEFAULT 0,
    "spam" INTEGER NOT NULL DEFAULT 0,
    "trash" INTEGER NOT NULL DEFAULT 0,
    "decided" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "hour_tally_pkey" PRIMARY KEY ("locale","at","gone","backend")
);

-- CreateTable
CREATE TABLE "day_tally" (
    "figure" "tally_figure" NOT NULL,
    "locale" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "who" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "gone" BOOLEAN NOT NULL,
    "backend" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "day_tally_pkey" PRIMARY KEY ("figure","locale","day","who","what","gone","backend")
);

-- AddForeignKey
ALTER TABLE "comment_opinion" ADD CONSTRAINT "comment_opinion_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Between which times a comment had waited: up to ten seconds, and then steps of which each ends at 1.41 times its beginning.
-- Their middles (lib/moderation/statistics/rules.ts) are within 19 % of whatever is counted there.
CREATE FUNCTION "wait_bucket"("seconds" INTEGER) RETURNS INTEGER LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN "seconds" < 10 THEN 0
    ELSE least(48, 1 + floor(2 * ln("seconds" / 10.0::float8) / ln(2.0::float8))::int) END
$$;

-- What people have made of a comment: the last word of a person.
CREATE FUNCTION "truth_about"("of_comment" UUID) RETURNS TEXT LANGUAGE sql STABLE AS $$
  SELECT coalesce((
    SELECT CASE WHEN d."to_status" = 'pending' THEN 'none' ELSE d."to_status"::text END
    FROM "moderation_decision" d WHERE d."comment_id" = "of_comment" AND d."by_id" IS NOT NULL
    ORDER BY d."at" DESC, d."id" DESC LIMIT 1), 'none')
$$;

-- Which rule a comment waits for: as the outcome of screening has it, trash before spam, spam before waiting.
CREATE FUNCTION "rule_that_holds"("of_comment" UUID) RETURNS TEXT LANGUAGE sql STABLE AS $$
  SELECT s."rule" FROM "screening_step" s
  WHERE s."comment_id" = "of_comment" AND s."verdict" IN ('trash', 'spam', 'hold', 'unknown')
  ORDER BY CASE s."verdict" WHEN 'trash' THEN 0 WHEN 'spam' THEN 1 ELSE 2 END, s."place" LIMIT 1
$$;
CREATE FUNCTION "checker_asked"("of_comment" UUID) RETURNS TEXT LANGUAGE sql STABLE AS $$
  SELECT v."checker" FROM "spam_verdict" v WHERE v."comment_id" = "of_comment" ORDER BY v."at" DESC, v."id" DESC LIMIT 1
$$;

-- A decision says itself what is counted of it: rules, steps and the comment may be others, or gone, when it is looked at.
CREATE FUNCTION "describe_decision"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
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
END $$;

-- Which figures of a day a decision counts in.
CREATE FUNCTION "tallies_of_decision"(
  "by_id" UUID, "rule" TEXT, "undoes" BOOLEAN, "becomes" "comment_status", "waited" INTEGER, "held_by" TEXT, "checked_by" TEXT
) RETURNS TABLE ("figure" "tally_figure", "who" TEXT, "what" TEXT) LANGUAGE sql STABLE AS $$
  SELECT 'decision'::"tally_figure", coalesce('person:' || "by_id", 'rule:' || "rule", 'rule:other'),
    CASE WHEN "undoes" THEN 'undone' ELSE "becomes"::text END
  UNION ALL
  SELECT "of"."figure", "of"."who", "wait_bucket"("waited")::text FROM (VALUES
    ('person_wait'::"tally_figure", 'person:' || "by_id"),
    ('rule_wait'::"tally_figure", 'rule:' || coalesce("held_by", 'none')),
    ('checker_wait'::"tally_figure", 'checker:' || coalesce("checked_by", 'none'))) AS "of" ("figure", "who")
  WHERE "waited" IS NOT NULL
$$;

CREATE FUNCTION "tally_comments"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    DELETE FROM "hour_tally";
    DELETE FROM "day_tally";
    RETURN NULL;
  END IF;
  IF TG_OP = 'INSERT' THEN
    INSERT INTO "hour_tally" AS t ("locale", "at", "gone", "backend", "pending", "approved", "spam", "trash")
    SELECT "locale", date_trunc('hour', "sent_at", 'UTC'), false, pg_backend_pid(),
      count(*) FILTER (WHERE "status" = 'pending'), count(*) FILTER (WHERE "status" = 'approved'),
      count(*) FILTER (WHERE "status" = 'spam'), count(*) FILTER (WHERE "status" = 'trash')
    FROM "fresh" WHERE "staff_id" IS NULL GROUP BY 1, 2
    ON CONFLICT ("locale", "at", "gone", "backend") DO UPDATE SET "pending" = t."pending" + excluded."pending",
      "approved" = t."approved" + excluded."approved", "spam" = t."spam" + excluded."spam", "trash" = t."trash" + excluded."trash";
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO "hour_tally" AS t ("locale", "at", "gone", "backend", "pending", "approved", "spam", "trash")
    SELECT "locale", "at", false, pg_backend_pid(), "pending", "approved", "spam", "trash" FROM (
      SELECT "locale", date_trunc('hour', "sent_at", 'UTC') AS "at",
        coalesce(sum("one") FILTER (WHERE "status" = 'pending'), 0) AS "pending",
        coalesce(sum("one") FILTER (WHERE "status" = 'approved'), 0) AS "approved",
        coalesce(sum("one") FILTER (WHERE "status" = 'spam'), 0) AS "spam",
        coalesce(sum("one") FILTER (WHERE "status" = 'trash'), 0) AS "trash"
      FROM (SELECT "locale", "sent_at", "status", "staff_id", 1 AS "one" FROM "fresh"
        UNION ALL SELECT "locale", "sent_at", "status", "staff_id", -1 FROM "gone") s
      WHERE "staff_id" IS NULL GROUP BY 1, 2) AS "moved"
    WHERE ("pending", "approved", "spam", "trash") <> (0, 0, 0, 0)
    ON CONFLICT ("locale", "at", "gone", "backend") DO UPDATE SET "pending" = t."pending" + excluded."pending",
      "approved" = t."approved" + excluded."approved", "spam" = t."spam" + excluded."spam", "trash" = t."trash" + excluded."trash";
  ELSE
    INSERT INTO "hour_tally" AS t ("locale", "at", "gone", "backend", "pending", "approved", "spam", "trash")
    SELECT "locale", date_trunc('hour', "sent_at", 'UTC'), "side"."gone", pg_backend_pid(),
      coalesce(sum("side"."one") FILTER (WHERE "status" = 'pending'), 0),
      coalesce(sum("side"."one") FILTER (WHERE "status" = 'approved'), 0),
      coalesce(sum("side"."one") FILTER (WHERE "status" = 'spam'), 0),
      coalesce(sum("side"."one") FILTER (WHERE "status" = 'trash'), 0)
    FROM "gone" CROSS JOIN (VALUES (false, -1), (true, 1)) AS "side" ("gone", "one")
    WHERE "staff_id" IS NULL GROUP BY 1, 2, 3
    ON CONFLICT ("locale", "at", "gone", "backend") DO UPDATE SET "pending" = t."pending" + excluded."pending",
      "approved" = t."approved" + excluded."approved", "spam" = t."spam" + excluded."spam", "trash" = t."trash" + excluded."trash";
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION "tally_decisions"() RETURNS TRIGGER LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO "hour_tally" AS t ("locale", "at", "gone", "backend", "decided")
    SELECT "locale", date_trunc('hour', "at", 'UTC'), false, pg_backend_pid(), count(*)
    FROM "fresh" WHERE "locale" IS NOT NULL AND "by_id" IS NOT NULL GROUP BY 1, 2
    ON CONFLICT ("locale", "at", "gone", "backend") DO UPDATE SET "decided" = t."decided" + excluded."decided";
    INSERT INTO "day_tally" AS t ("figure", "locale", "day", "who", "what", "gone", "backend", "count")
    SELECT c."figure", f."locale", (f."at" AT TIME ZONE 'UTC')::date, c."who", c."what", false, pg_backend_pid(), count(*)
    FROM "fresh" f CROSS JOIN LATERAL "tallies_of_decision"(
      f."by_id", f."rule", f."undoes", f."to_status", f."waited", f."held_by", f."checked_by") c
    WHERE f."locale" IS NOT NULL GROUP BY 1, 2, 3, 4, 5
    ON CONFLICT ("figure", "locale", "day", "who", "what", "gone", "backend") DO UPDATE SET "count" = t."count" + excluded."count";
    UPDATE "comment_opinion" o SET "truth" = n."truth"
    FROM (SELECT DISTINCT "comment_id", "truth_about"("comment_id") AS "truth" FROM "fresh" WHERE "by_id" IS NOT NULL) n
    WHERE o."comment_id" = n."comment_id" AND o."truth" <> n."truth";
  ELSE
    INSERT INTO "hour_tally" AS t ("locale", "at", "gone", "backend", "decided")
    SELECT "locale", date_trunc('hour', "at", 'UTC'), "side"."gone", pg_backend_pid(), sum("side"."one")
    FROM "gone" CROSS JOIN (VALUES (false, -1), (true, 1)) AS "side" ("gone", "one")
    WHERE "locale" IS NOT NULL AND "by_id" IS NOT NULL GROUP BY 1, 2, 3
    ON CONFLICT ("locale", "at", "gone", "backend") DO UPDATE SET "decided" = t."decided" + excluded."decided";
    INSERT INTO "day_tally" AS t ("figure", "locale", "day", "who", "what", "gone", "backend", "count")
    SELECT c."figure", g."locale", (g."at" AT TIME ZONE 'UTC')::date, c."who", c."what", "side"."gone", pg_backend_pid(),
      sum("side"."one")
    FROM "gone" g CROSS JOIN LATERAL "tallies_of_decision"(
      g."by_id", g."rule", g."undoes", g."to_status", g."waited", g."held_by", g."checked_by") c
    CROSS JOIN (VALUES (false, -1), (true, 1)) AS "side" ("gone", "one")
    WHERE g."locale" IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6
    ON CONFLICT ("figure", "locale", "day", "who", "what", "gone", "backend") DO UPDATE SET "count" = t."count" + excluded."count";
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION "tally_opinions"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO "day_tally" AS t ("figure", "locale", "day", "who", "what", "gone", "backend", "count")
    SELECT 'opinion', "locale", "day", "source", "said" || '>' || "truth", false, pg_backend_pid(), count(*)
    FROM "fresh" GROUP BY 2, 3, 4, 5
    ON CONFLICT ("figure", "locale", "day", "who", "what", "gone", "backend") DO UPDATE SET "count" = t."count" + excluded."count";
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO "day_tally" AS t ("figure", "locale", "day", "who", "what", "gone", "backend", "count")
    SELECT 'opinion', "locale", "day", "source", "said" || '>' || "truth", false, pg_backend_pid(), sum("one") FROM (
      SELECT "locale", "day", "source", "said", "truth", 1 AS "one" FROM "fresh"
      UNION ALL SELECT "locale", "day", "source", "said", "truth", -1 FROM "gone") s
    GROUP BY 2, 3, 4, 5 HAVING sum("one") <> 0
    ON CONFLICT ("figure", "locale", "day", "who", "what", "gone", "backend") DO UPDATE SET "count" = t."count" + excluded."count";
  ELSE
    INSERT INTO "day_tally" AS t ("figure", "locale", "day", "who", "what", "gone", "backend", "count")
    SELECT 'opinion', "locale", "day", "source", "said" || '>' || "truth", "side"."gone", pg_backend_pid(), sum("side"."one")
    FROM "gone" CROSS JOIN (VALUES (false, -1), (true, 1)) AS "side" ("gone", "one")
    GROUP BY 2, 3, 4, 5, 6
    ON CONFLICT ("figure", "locale", "day", "who", "what", "gone", "backend") DO UPDATE SET "count" = t."count" + excluded."count";
  END IF;
  RETURN NULL;
END $$;

-- Whoever records a verdict, steps or a decision has locked the comment: of two, the second sees what the first has done.
CREATE FUNCTION "keep_opinions_of_verdicts"() RETURNS TRIGGER LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
  INSERT INTO "comment_opinion" AS o ("comment_id", "source", "said", "truth", "day", "locale")
  SELECT v."comment_id", v."source", v."said", "truth_about"(v."comment_id"), (c."sent_at" AT TIME ZONE 'UTC')::date, c."locale"
  FROM (
    SELECT DISTINCT ON ("comment_id", "checker") "comment_id", 'checker:' || "checker" AS "source",
      CASE WHEN "verdict" = 'discard' THEN 'spam' ELSE "verdict"::text END AS "said"
    FROM "fresh" ORDER BY "comment_id", "checker", "verdict" = 'unknown', "at" DESC, "id" DESC) v
  JOIN "comment" c ON c."id" = v."comment_id"
  WHERE c."staff_id" IS NULL
  ON CONFLICT ("comment_id", "source") DO UPDATE SET "said" = excluded."said"
  WHERE excluded."said" NOT IN ('unknown', o."said");
  RETURN NULL;
END $$;

-- The checkers have opinions of their own; of the learning filter counts what it says once it has learnt enough.
CREATE FUNCTION "opinion_in_step"("rule" TEXT, "verdict" "rule_verdict", "why" TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN "rule" = 'spam-verdict' THEN NULL
    WHEN "rule" = 'learning-filter' THEN
      CASE WHEN "why" <> 'learned' THEN NULL WHEN "verdict" = 'nothing' THEN 'ham' ELSE 'spam' END
    WHEN "verdict" IN ('sign', 'hold', 'spam', 'trash') THEN "verdict"::text END
$$;
CREATE FUNCTION "keep_opinions_of_screening"() RETURNS TRIGGER LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
  INSERT INTO "comment_opinion" AS o ("comment_id", "source", "said", "truth", "day", "locale")
  SELECT DISTINCT ON (f."comment_id", f."rule") f."comment_id", 'rule:' || f."rule", "said", "truth_about"(f."comment_id"),
    (c."sent_at" AT TIME ZONE 'UTC')::date, c."locale"
  FROM "fresh" f CROSS JOIN LATERAL "opinion_in_step"(f."rule", f."verdict", f."why") AS "said"
  JOIN "comment" c ON c."id" = f."comment_id"
  WHERE "said" IS NOT NULL AND c."staff_id" IS NULL
  ORDER BY f."comment_id", f."rule", f."place"
  ON CONFLICT ("comment_id", "source") DO UPDATE SET "said" = excluded."said" WHERE excluded."said" <> o."said";
  -- Looked at anew, some have nothing to say any more.
  UPDATE "comment_opinion" o SET "said" = 'nothing'
  WHERE o."comment_id" IN (SELECT "comment_id" FROM "fresh") AND o."source" LIKE 'rule:%' AND o."said" <> 'nothing'
    AND NOT EXISTS (SELECT FROM "fresh" f WHERE f."comment_id" = o."comment_id" AND 'rule:' || f."rule" = o."source"
      AND "opinion_in_step"(f."rule", f."verdict", f."why") IS NOT NULL);
  RETURN NULL;
END $$;

-- Everything that triggers keep for statistics, made anew from the tables: of data that is older than the triggers, or has
-- come past them. What has been deleted for good by then is not in it.
CREATE FUNCTION "fill_tallies"() RETURNS VOID LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "hour_tally";
  DELETE FROM "day_tally";
  DELETE FROM "comment_opinion";
  UPDATE "moderation_decision" d SET "locale" = s."locale", "waited" = s."waited",
    "held_by" = CASE WHEN s."waited" IS NOT NULL THEN "rule_that_holds"(d."comment_id") END,
    "checked_by" = CASE WHEN s."waited" IS NOT NULL THEN "checker_asked"(d."comment_id") END
  FROM (
    SELECT m."id", c."locale",
      CASE WHEN m."by_id" IS NOT NULL AND m."from_status" = 'pending' AND lag(m."by_id") OVER w IS NULL THEN
        least(2147483647, greatest(0, extract(epoch FROM m."at" - coalesce(lag(m."at") OVER w, c."sent_at"))))::int END AS "waited"
    FROM "moderation_decision" m JOIN "comment" c ON c."id" = m."comment_id" WHERE c."staff_id" IS NULL
    WINDOW w AS (PARTITION BY m."comment_id" ORDER BY m."at", m."id")) s
  WHERE s."id" = d."id" AND d."locale" IS NULL;
  INSERT INTO "comment_opinion" ("comment_id", "source", "said", "truth", "day", "locale")
  SELECT s."comment_id", s."source", s."said", coalesce(t."truth", 'none'), (c."sent_at" AT TIME ZONE 'UTC')::date, c."locale"
  FROM (
    (SELECT DISTINCT ON ("comment_id", "checker") "comment_id", 'checker:' || "checker" AS "source",
      CASE WHEN "verdict" = 'discard' THEN 'spam' ELSE "verdict"::text END AS "said"
    FROM "spam_verdict" ORDER BY "comment_id", "checker", "verdict" = 'unknown', "at" DESC, "id" DESC)
    UNION ALL
    (SELECT DISTINCT ON ("comment_id", "rule") "comment_id", 'rule:' || "rule", "opinion_in_step"("rule", "verdict", "why")
    FROM "screening_step" WHERE "opinion_in_step"("rule", "verdict", "why") IS NOT NULL
    ORDER BY "comment_id", "rule", "place")) s
  JOIN "comment" c ON c."id" = s."comment_id"
  LEFT JOIN (
    SELECT DISTINCT ON ("comment_id") "comment_id",
      CASE WHEN "to_status" = 'pending' THEN 'none' ELSE "to_status"::text END AS "truth"
    FROM "moderation_decision" WHERE "by_id" IS NOT NULL ORDER BY "comment_id", "at" DESC, "id" DESC) t
    ON t."comment_id" = s."comment_id"
  WHERE c."staff_id" IS NULL;
  -- Where a trigger has counted them already, they are counted again.
  DELETE FROM "day_tally";
  INSERT INTO "hour_tally" ("locale", "at", "gone", "backend", "pending", "approved", "spam", "trash", "decided")
  SELECT "locale", "at", false, 0, sum("pending"), sum("approved"), sum("spam"), sum("trash"), sum("decided") FROM (
    SELECT "locale", date_trunc('hour', "sent_at", 'UTC') AS "at", count(*) FILTER (WHERE "status" = 'pending') AS "pending",
      count(*) FILTER (WHERE "status" = 'approved') AS "approved", count(*) FILTER (WHERE "status" = 'spam') AS "spam",
      count(*) FILTER (WHERE "status" = 'trash') AS "trash", 0 AS "decided"
    FROM "comment" WHERE "staff_id" IS NULL GROUP BY 1, 2
    UNION ALL
    SELECT "locale", date_trunc('hour', "at", 'UTC'), 0, 0, 0, 0, count(*)
    FROM "moderation_decision" WHERE "locale" IS NOT NULL AND "by_id" IS NOT NULL GROUP BY 1, 2) s
  GROUP BY 1, 2;
  INSERT INTO "day_tally" ("figure", "locale", "day", "who", "what", "gone", "backend", "count")
  SELECT c."figure", d."locale", (d."at" AT TIME ZONE 'UTC')::date, c."who", c."what", false, 0, count(*)
  FROM "moderation_decision" d CROSS JOIN LATERAL "tallies_of_decision"(
    d."by_id", d."rule", d."undoes", d."to_status", d."waited", d."held_by", d."checked_by") c
  WHERE d."locale" IS NOT NULL GROUP BY 1, 2, 3, 4, 5
  UNION ALL
  SELECT 'opinion', "locale", "day", "source", "said" || '>' || "truth", false, 0, count(*)
  FROM "comment_opinion" GROUP BY 2, 3, 4, 5;
END $$;

ALTER TABLE "moderation_decision" DISABLE TRIGGER "moderation_decision_append_only";
SELECT "fill_tallies"();
ALTER TABLE "moderation_decision" ENABLE TRIGGER "moderation_decision_append_only";
ANALYZE "comment_opinion", "hour_tally", "day_tally";

CREATE TRIGGER "comment_tallies_new" AFTER INSERT ON "comment"
  REFERENCING NEW TABLE AS "fresh" FOR EACH STATEMENT EXECUTE FUNCTION "tally_comments"();
CREATE TRIGGER "comment_tallies_changed" AFTER UPDATE ON "comment"
  REFERENCING OLD TABLE AS "gone" NEW TABLE AS "fresh" FOR EACH STATEMENT EXECUTE FUNCTION "tally_comments"();
CREATE TRIGGER "comment_tallies_gone" AFTER DELETE ON "comment"
  REFERENCING OLD TABLE AS "gone" FOR EACH STATEMENT EXECUTE FUNCTION "tally_comments"();
CREATE TRIGGER "comment_tallies_nothing" AFTER TRUNCATE ON "comment"
  FOR EACH STATEMENT EXECUTE FUNCTION "tally_comments"();
CREATE TRIGGER "decision_is_described" BEFORE INSERT ON "moderation_decision"
  FOR EACH ROW EXECUTE FUNCTION "describe_decision"();
CREATE TRIGGER "decision_tallies_new" AFTER INSERT ON "moderation_decision"
  REFERENCING NEW TABLE AS "fresh" FOR EACH STATEMENT EXECUTE FUNCTION "tally_decisions"();
CREATE TRIGGER "decision_tallies_gone" AFTER DELETE ON "moderation_decision"
  REFERENCING OLD TABLE AS "gone" FOR EACH STATEMENT EXECUTE FUNCTION "tally_decisions"();
CREATE TRIGGER "opinion_tallies_new" AFTER INSERT ON "comment_opinion"
  REFERENCING NEW TABLE AS "fresh" FOR EACH STATEMENT EXECUTE FUNCTION "tally_opinions"();
CREATE TRIGGER "opinion_tallies_changed" AFTER UPDATE ON "comment_opinion"
  REFERENCING OLD TABLE AS "gone" NEW TABLE AS "fresh" FOR EACH STATEMENT EXECUTE FUNCTION "tally_opinions"();
CREATE TRIGGER "opinion_tallies_gone" AFTER DELETE ON "comment_opinion"
  REFERENCING OLD TABLE AS "gone" FOR EACH STATEMENT EXECUTE FUNCTION "tally_opinions"();
CREATE TRIGGER "verdict_is_an_opinion" AFTER INSERT ON "spam_verdict"
  REFERENCING NEW TABLE AS "fresh" FOR EACH STATEMENT EXECUTE FUNCTION "keep_opinions_of_verdicts"();
CREATE TRIGGER "step_is_an_opinion" AFTER INSERT ON "screening_step"
  REFERENCING NEW TABLE AS "fresh" FOR EACH STATEMENT EXECUTE FUNCTION "keep_opinions_of_screening"();
