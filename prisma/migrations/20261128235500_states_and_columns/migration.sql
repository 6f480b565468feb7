-- Words of SQL as names of columns had to be quoted everywhere.
ALTER TABLE "moderation_decision" RENAME COLUMN "from" TO "from_status";
ALTER TABLE "moderation_decision" RENAME COLUMN "to" TO "to_status";
ALTER TABLE "spam_feedback" RENAME COLUMN "from" TO "from_status";
ALTER TABLE "spam_feedback" RENAME COLUMN "as" TO "lesson";
ALTER TABLE "filter_lesson" RENAME COLUMN "as" TO "lesson";

-- What is one of a few is a type, and no text with a CHECK.
CREATE TYPE "lesson" AS ENUM ('ham', 'spam');
CREATE TYPE "feedback_state" AS ENUM ('waiting', 'sent', 'withdrawn', 'expired');
CREATE TYPE "rule_verdict" AS ENUM ('nothing', 'sign', 'hold', 'spam', 'trash', 'unknown');
CREATE TYPE "word_list" AS ENUM ('disallowed', 'moderation');
CREATE TYPE "ranking_kind" AS ENUM ('hashtag', 'search');
CREATE TYPE "picture_format" AS ENUM ('avif', 'webp', 'jpg', 'png');

ALTER TABLE "filter_lesson"
  DROP CONSTRAINT "filter_lesson_as",
  ALTER COLUMN "lesson" TYPE "lesson" USING "lesson"::"lesson";
DROP INDEX "spam_feedback_one_waiting";
ALTER TABLE "spam_feedback"
  DROP CONSTRAINT "spam_feedback_as",
  DROP CONSTRAINT "spam_feedback_state",
  ALTER COLUMN "lesson" TYPE "lesson" USING "lesson"::"lesson",
  ALTER COLUMN "state" DROP DEFAULT,
  ALTER COLUMN "state" TYPE "feedback_state" USING "state"::"feedback_state",
  ALTER COLUMN "state" SET DEFAULT 'waiting';
CREATE UNIQUE INDEX "spam_feedback_one_waiting" ON "spam_feedback" ("comment_id") WHERE "state" = 'waiting';
ALTER TABLE "screening_step"
  DROP CONSTRAINT "screening_step_verdict",
  ALTER COLUMN "verdict" TYPE "rule_verdict" USING "verdict"::"rule_verdict";
ALTER TABLE "word_rule"
  DROP CONSTRAINT "word_rule_list",
  ALTER COLUMN "list" TYPE "word_list" USING "list"::"word_list";
ALTER TABLE "ranking_fact"
  DROP CONSTRAINT "ranking_fact_kind",
  ALTER COLUMN "kind" TYPE "ranking_kind" USING "kind"::"ranking_kind";
ALTER TABLE "picture_file"
  DROP CONSTRAINT "picture_file_format",
  ALTER COLUMN "format" TYPE "picture_format" USING "format"::"picture_format";
