-- Which comments wait and have had nobody's last word yet. Every page of the queue says how many they are; asked of the
-- comments that wait, each page read all of those. They are few at most times, and stand in a list of their own.
CREATE TABLE "unchecked_comment" (
  "comment_id" UUID NOT NULL,
  "sent_at" TIMESTAMPTZ(3) NOT NULL,

  CONSTRAINT "unchecked_comment_pkey" PRIMARY KEY ("comment_id"),
  CONSTRAINT "unchecked_comment_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "unchecked_comment_sent_at_idx" ON "unchecked_comment" ("sent_at");

-- Whoever records a verdict or a decision has locked the comment: of two, the second sees what the first has done. Planned
-- without reading tables as a whole, as what a comment sets off is (see 20261129034000_said_key).
CREATE FUNCTION "keep_unchecked_of_comments"() RETURNS TRIGGER LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO "unchecked_comment" ("comment_id", "sent_at")
    SELECT "id", "sent_at" FROM "fresh" WHERE "status" = 'pending';
  ELSE
    DELETE FROM "unchecked_comment" u USING "fresh" f WHERE u."comment_id" = f."id" AND f."status" <> 'pending';
    INSERT INTO "unchecked_comment" ("comment_id", "sent_at")
    SELECT f."id", f."sent_at" FROM "fresh" f JOIN "gone" g ON g."id" = f."id"
    WHERE f."status" = 'pending' AND g."status" <> 'pending'
      AND NOT EXISTS (SELECT FROM "spam_verdict" v WHERE v."comment_id" = f."id" AND v."settles")
    ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION "keep_unchecked_of_verdicts"() RETURNS TRIGGER LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    DELETE FROM "unchecked_comment" u USING "fresh" f WHERE u."comment_id" = f."comment_id" AND f."settles";
  ELSE
    INSERT INTO "unchecked_comment" ("comment_id", "sent_at")
    SELECT DISTINCT c."id", c."sent_at" FROM "gone" g JOIN "comment" c ON c."id" = g."comment_id"
    WHERE c."status" = 'pending'
      AND NOT EXISTS (SELECT FROM "spam_verdict" v WHERE v."comment_id" = c."id" AND v."settles")
    ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "comment_is_unchecked" AFTER INSERT ON "comment"
  REFERENCING NEW TABLE AS "fresh" FOR EACH STATEMENT EXECUTE FUNCTION "keep_unchecked_of_comments"();
CREATE TRIGGER "comment_changes_unchecked" AFTER UPDATE ON "comment"
  REFERENCING OLD TABLE AS "gone" NEW TABLE AS "fresh" FOR EACH STATEMENT EXECUTE FUNCTION "keep_unchecked_of_comments"();
CREATE TRIGGER "verdict_checks" AFTER INSERT ON "spam_verdict"
  REFERENCING NEW TABLE AS "fresh" FOR EACH STATEMENT EXECUTE FUNCTION "keep_unchecked_of_verdicts"();
CREATE TRIGGER "verdict_is_forgotten" AFTER DELETE ON "spam_verdict"
  REFERENCING OLD TABLE AS "gone" FOR EACH STATEMENT EXECUTE FUNCTION "keep_unchecked_of_verdicts"();

INSERT INTO "unchecked_comment" ("comment_id", "sent_at")
SELECT c."id", c."sent_at" FROM "comment" c
WHERE c."status" = 'pending'
  AND NOT EXISTS (SELECT FROM "spam_verdict" v WHERE v."comment_id" = c."id" AND v."settles");
ANALYZE "unchecked_comment";

-- How far "check everything again" has come is asked of its own verdicts, and not of all.
CREATE INDEX "spam_verdict_rechecked" ON "spam_verdict" ("at") WHERE "reason" = 'recheck_queue';
