-- AlterEnum
ALTER TYPE "mail_kind" ADD VALUE 'everything';

-- CreateTable
CREATE TABLE "asked_address" (
    "key" UUID NOT NULL,
    "asked" INTEGER NOT NULL DEFAULT 0,
    "last_at" TIMESTAMPTZ(3),
    "refused_at" TIMESTAMPTZ(3),

    CONSTRAINT "asked_address_pkey" PRIMARY KEY ("key")
);

-- What Prisma's schema cannot say.

-- A decision stays as it was made; only a reason may go, when the comment's author erases what it repeats.
CREATE FUNCTION "refuse_change_but_erasure"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW."reason" IS NULL AND to_jsonb(NEW) - 'reason' = to_jsonb(OLD) - 'reason' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
DROP TRIGGER "moderation_decision_append_only" ON "moderation_decision";
CREATE TRIGGER "moderation_decision_append_only" BEFORE UPDATE OR DELETE ON "moderation_decision"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_but_erasure"();
