-- AlterTable
ALTER TABLE "spam_verdict" ADD COLUMN "guid" TEXT,
ADD COLUMN "reason" TEXT,
ADD COLUMN "settles" BOOLEAN NOT NULL DEFAULT true;

-- Verdicts from before: what was not known settled nothing.
UPDATE "spam_verdict" SET "settles" = false WHERE "verdict" = 'unknown';

-- CreateTable
CREATE TABLE "screening_step" (
    "comment_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "rule" TEXT NOT NULL,
    "input" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "ms" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "screening_step_pkey" PRIMARY KEY ("comment_id","place")
);

-- CreateTable
CREATE TABLE "spam_feedback" (
    "id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "from" "comment_status" NOT NULL,
    "as" TEXT NOT NULL,
    "by_id" UUID,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "spam_feedback_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "word_rule" (
    "id" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "pattern" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "note" TEXT,
    "hits" INTEGER NOT NULL DEFAULT 0,
    "last_hit_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID,

    CONSTRAINT "word_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "filter_token" (
    "token" TEXT NOT NULL,
    "spam" INTEGER NOT NULL DEFAULT 0,
    "ham" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "filter_token_pkey" PRIMARY KEY ("token")
);

-- CreateTable
CREATE TABLE "filter_lesson" (
    "comment_id" UUID NOT NULL,
    "as" TEXT NOT NULL,
    "tokens" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "filter_lesson_pkey" PRIMARY KEY ("comment_id")
);

-- CreateIndex
CREATE INDEX "spam_feedback_comment_id_at_idx" ON "spam_feedback"("comment_id", "at");

-- CreateIndex
CREATE INDEX "spam_feedback_state_at_idx" ON "spam_feedback"("state", "at");

-- CreateIndex
CREATE UNIQUE INDEX "word_rule_list_folded_key" ON "word_rule"("list", "folded");

-- AddForeignKey
ALTER TABLE "screening_step" ADD CONSTRAINT "screening_step_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "spam_feedback" ADD CONSTRAINT "spam_feedback_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "spam_feedback" ADD CONSTRAINT "spam_feedback_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "word_rule" ADD CONSTRAINT "word_rule_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filter_lesson" ADD CONSTRAINT "filter_lesson_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say.

ALTER TABLE "screening_step"
  ADD CONSTRAINT "screening_step_verdict" CHECK ("verdict" IN ('nothing', 'sign', 'hold', 'spam', 'trash', 'unknown'));
ALTER TABLE "spam_feedback"
  ADD CONSTRAINT "spam_feedback_as" CHECK ("as" IN ('ham', 'spam')),
  ADD CONSTRAINT "spam_feedback_state" CHECK ("state" IN ('waiting', 'sent', 'withdrawn', 'expired'));
ALTER TABLE "word_rule"
  ADD CONSTRAINT "word_rule_list" CHECK ("list" IN ('disallowed', 'moderation')),
  ADD CONSTRAINT "word_rule_pattern_length" CHECK (char_length("pattern") BETWEEN 1 AND 200),
  ADD CONSTRAINT "word_rule_note_length" CHECK (char_length("note") <= 500);
ALTER TABLE "filter_lesson"
  ADD CONSTRAINT "filter_lesson_as" CHECK ("as" IN ('ham', 'spam'));

-- A comment has at most one piece of feedback that still waits.
CREATE UNIQUE INDEX "spam_feedback_one_waiting" ON "spam_feedback" ("comment_id") WHERE "state" = 'waiting';
