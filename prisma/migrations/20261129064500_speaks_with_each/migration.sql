-- In which language the desk speaks to each of the staff, and by which clocks.
ALTER TABLE "person" ADD COLUMN "locale" TEXT, ADD COLUMN "zone" TEXT;
ALTER TABLE "person" ADD CONSTRAINT "person_zone_length" CHECK (char_length("zone") BETWEEN 1 AND 64);
