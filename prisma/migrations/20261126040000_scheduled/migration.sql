-- Was it to appear later than it was written? Then nobody announces it but the clock.
ALTER TABLE "publication" ADD COLUMN "scheduled" BOOLEAN NOT NULL DEFAULT true;
