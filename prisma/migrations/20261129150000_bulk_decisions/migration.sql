-- One decision about everything that a view finds, how far it has come, and what was left out; and views under names.
-- CreateEnum
CREATE TYPE "bulk_state" AS ENUM ('counting', 'running', 'done', 'cancelled', 'undoing', 'undone');

-- AlterTable
ALTER TABLE "moderation_decision" ADD COLUMN     "bulk_id" UUID;

-- CreateTable
CREATE TABLE "bulk_decision" (
    "id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "view" TEXT NOT NULL,
    "filters" JSONB NOT NULL,
    "zone" TEXT NOT NULL,
    "becomes" "comment_status",
    "until" TIMESTAMPTZ(3) NOT NULL,
    "state" "bulk_state" NOT NULL,
    "total" INTEGER NOT NULL DEFAULT 0,
    "decided" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "undone" INTEGER NOT NULL DEFAULT 0,
    "left" INTEGER NOT NULL DEFAULT 0,
    "place_at" TIMESTAMPTZ(3),
    "place_id" UUID,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),
    "undone_by_id" UUID,

    CONSTRAINT "bulk_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk_refusal" (
    "bulk_id" UUID NOT NULL,
    "of_undo" BOOLEAN NOT NULL,
    "comment_id" UUID NOT NULL,
    "refusal" TEXT NOT NULL,

    CONSTRAINT "bulk_refusal_pkey" PRIMARY KEY ("bulk_id","of_undo","comment_id")
);

-- CreateTable
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "view" TEXT NOT NULL,
    "filters" JSONB NOT NULL,
    "owner_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "bulk_decision_started_at_id_idx" ON "bulk_decision"("started_at", "id");

-- CreateIndex
CREATE INDEX "bulk_refusal_comment_id_idx" ON "bulk_refusal"("comment_id");

-- CreateIndex
CREATE INDEX "saved_view_owner_id_name_idx" ON "saved_view"("owner_id", "name");

-- What belongs to such a decision, in the order in which it was made.
CREATE INDEX "moderation_decision_of_bulk" ON "moderation_decision" ("bulk_id", "id") WHERE "bulk_id" IS NOT NULL;
-- Of one person one at a time.
CREATE UNIQUE INDEX "bulk_decision_one_at_a_time" ON "bulk_decision" ("by_id")
  WHERE "state" IN ('counting', 'running', 'undoing');

-- What somebody has decided, newest first; most decisions are by rules.
CREATE INDEX "moderation_decision_by_person" ON "moderation_decision" ("by_id", "at", "id") WHERE "by_id" IS NOT NULL;
-- What a rule spoke against.
CREATE INDEX "screening_step_spoke" ON "screening_step" ("rule", "comment_id")
  WHERE "verdict" IN ('hold', 'spam', 'trash', 'unknown');

ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_name_length" CHECK (char_length("name") BETWEEN 1 AND 100);

-- AddForeignKey
ALTER TABLE "moderation_decision" ADD CONSTRAINT "moderation_decision_bulk_id_fkey" FOREIGN KEY ("bulk_id") REFERENCES "bulk_decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_decision" ADD CONSTRAINT "bulk_decision_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_decision" ADD CONSTRAINT "bulk_decision_undone_by_id_fkey" FOREIGN KEY ("undone_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_refusal" ADD CONSTRAINT "bulk_refusal_bulk_id_fkey" FOREIGN KEY ("bulk_id") REFERENCES "bulk_decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_refusal" ADD CONSTRAINT "bulk_refusal_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
