-- AlterTable
ALTER TABLE "submission_trace" ADD COLUMN "worked" BOOLEAN;
