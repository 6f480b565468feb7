-- A decision that takes back the one before it: where a comment stood before neither of them counts.
ALTER TABLE "moderation_decision" ADD COLUMN "undoes" BOOLEAN NOT NULL DEFAULT false;
