-- How a card was drawn: those that were drawn otherwise than today's are drawn again.
ALTER TABLE "edition_card" ADD COLUMN "drawing" INTEGER NOT NULL DEFAULT 1;
