-- AlterTable
ALTER TABLE "person" ALTER COLUMN "password_hash" DROP NOT NULL;

-- AlterTable
ALTER TABLE "setup_link" ADD COLUMN     "person_id" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "setup_link_person_id_key" ON "setup_link"("person_id");

-- AddForeignKey
ALTER TABLE "setup_link" ADD CONSTRAINT "setup_link_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
