-- AlterTable
ALTER TABLE "comment" ADD COLUMN     "staff_id" UUID;

-- AlterTable
ALTER TABLE "comment_follow" ADD COLUMN     "daily" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "mail" ADD COLUMN     "daily" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "digest_id" UUID;

-- CreateIndex
CREATE INDEX "spam_verdict_guid_idx" ON "spam_verdict"("guid");

-- CreateIndex
CREATE INDEX "mail_digest_id_idx" ON "mail"("digest_id");

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
