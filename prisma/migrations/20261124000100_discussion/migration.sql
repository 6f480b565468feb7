-- CreateEnum
CREATE TYPE "mail_kind" AS ENUM ('confirm', 'approved', 'reply', 'moderate');

-- AlterTable
ALTER TABLE "chapter" ADD COLUMN     "comments_closed" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "comment" ADD COLUMN     "edited_at" TIMESTAMPTZ(3),
ADD COLUMN     "held_for" TEXT;

-- CreateTable
CREATE TABLE "submission_pace" (
    "key" TEXT NOT NULL,
    "recent" TIMESTAMPTZ(3)[],
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "submission_pace_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "comment_follow" (
    "comment_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmed_at" TIMESTAMPTZ(3),
    "stopped_at" TIMESTAMPTZ(3),

    CONSTRAINT "comment_follow_pkey" PRIMARY KEY ("comment_id")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "recipient" TEXT NOT NULL,
    "kind" "mail_kind" NOT NULL,
    "locale" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),
    "dropped_for" TEXT,

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "mail_comment_id_recipient_kind_key" ON "mail"("comment_id", "recipient", "kind");

-- CreateIndex
CREATE INDEX "mail_recipient_due_at_idx" ON "mail"("recipient", "due_at");

-- AddForeignKey
ALTER TABLE "comment_follow" ADD CONSTRAINT "comment_follow_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma's schema cannot say.

-- Where name and e-mail address are not asked for, they may be empty.
ALTER TABLE "comment"
  DROP CONSTRAINT "comment_name_length",
  DROP CONSTRAINT "comment_email_length",
  ADD CONSTRAINT "comment_name_length" CHECK (char_length("name") <= 245),
  ADD CONSTRAINT "comment_email_length" CHECK (char_length("email") <= 100),
  ADD CONSTRAINT "comment_held_for_length" CHECK (char_length("held_for") <= 100);
ALTER TABLE "mail"
  ADD CONSTRAINT "mail_recipient_is_lower_case" CHECK ("recipient" = lower("recipient"));

-- The same words by the same person at the same place; whom we know; what somebody asks to have erased.
CREATE INDEX "comment_by_author" ON "comment" (lower("email"), "chapter_id", "left"(md5("text"), 8));
-- Mails that wait, and none of those that were sent.
CREATE INDEX "mail_waiting" ON "mail" ("due_at") WHERE "sent_at" IS NULL AND "dropped_for" IS NULL;

-- May this comment be stored? Asked by the statement that stores it. Whoever comes from the same address or uses
-- the same e-mail address waits here until the one before has committed: each statement of a VOLATILE function
-- sees what is committed by then, so what follows the locks cannot be raced, by whatever process.
CREATE FUNCTION "submission_gate"(
  "locks" text[], "paces" text[], "gap_seconds" integer, "most" integer,
  "given_nonce" text, "given_key" uuid, "given_chapter" uuid, "given_parent" uuid,
  "given_name" text, "given_email" text, "given_text" text, -- the first of the paces is the address
  OUT "refusal" text, OUT "wait_seconds" integer, OUT "address_waits" integer,
  OUT "known_id" uuid, OUT "known_chapter_id" uuid, OUT "known_text" text
) LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  number bigint;
BEGIN
  -- In one order for everybody: two that want the same two cannot each hold one.
  FOR number IN SELECT DISTINCT hashtextextended(l, 0) AS n FROM unnest(locks) AS l ORDER BY n LOOP
    PERFORM pg_advisory_xact_lock(number);
  END LOOP;

  SELECT c."id", c."chapter_id", c."text" INTO known_id, known_chapter_id, known_text
  FROM "comment" c WHERE c."submission_key" = given_key;
  IF FOUND THEN
    refusal := 'known';
    RETURN;
  END IF;

  IF EXISTS (SELECT FROM "captcha_redemption" r WHERE r."nonce" = given_nonce) THEN
    refusal := 'challenge-used';
    RETURN;
  END IF;

  IF EXISTS (
    SELECT FROM "comment" c
    WHERE lower(c."email") = lower(given_email) AND c."chapter_id" = given_chapter
      AND "left"(md5(c."text"), 8) = "left"(md5(given_text), 8) AND c."text" = given_text
      AND c."name" = given_name AND c."parent_id" IS NOT DISTINCT FROM given_parent AND c."status" <> 'trash'
  ) THEN
    refusal := 'duplicate';
    RETURN;
  END IF;

  SELECT ceil(extract(epoch FROM max(greatest(
      p."recent"[cardinality(p."recent")] + gap_seconds * interval '1 second',
      p."recent"[cardinality(p."recent") - most + 1] + interval '10 minutes'
    )) - clock_timestamp()))::integer,
    ceil(extract(epoch FROM max(greatest(
      p."recent"[cardinality(p."recent")] + gap_seconds * interval '1 second',
      p."recent"[cardinality(p."recent") - most + 1] + interval '10 minutes'
    )) FILTER (WHERE p."key" = paces[1]) - clock_timestamp()))::integer
  INTO wait_seconds, address_waits
  FROM "submission_pace" p WHERE p."key" = ANY (paces);
  IF wait_seconds > 0 THEN
    refusal := 'too-fast';
  END IF;
END $$;
