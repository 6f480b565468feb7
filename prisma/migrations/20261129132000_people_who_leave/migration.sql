-- Somebody may be removed: what they wrote and decided stays under their name, their address and password do not.
ALTER TABLE "person"
  ADD COLUMN "moderates" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "removed_at" TIMESTAMPTZ(3),
  ALTER COLUMN "email" DROP NOT NULL;

ALTER TABLE "person"
  ADD CONSTRAINT "person_moderates_named" CHECK ("moderates" IS NOT NULL AND cardinality("moderates") <= 20
    AND array_position("moderates", NULL) IS NULL),
  ADD CONSTRAINT "person_reached_or_removed" CHECK (("email" IS NULL) = ("removed_at" IS NOT NULL)
    AND ("removed_at" IS NULL OR "disabled_at" IS NOT NULL AND "password_hash" IS NULL));

-- What somebody of the staff wrote as a comment holds their address, too, which goes when they are removed.
CREATE INDEX "comment_staff_address_idx" ON "comment"("staff_id") WHERE "staff_id" IS NOT NULL AND "email" <> '';
