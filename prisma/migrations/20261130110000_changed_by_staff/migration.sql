-- The staff edits comments, moves them to another chapter, and deletes them for good.

-- AlterTable
ALTER TABLE "comment" ADD COLUMN     "deleted_parent" UUID;

-- CreateTable
CREATE TABLE "comment_edit" (
    "id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "before" JSONB,
    "after" JSONB,
    "why" TEXT,
    "reason" TEXT,
    "undoes_id" UUID,

    CONSTRAINT "comment_edit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment_relocation" (
    "move_id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "from_edition_id" UUID NOT NULL,
    "to_edition_id" UUID NOT NULL,
    "is_first" BOOLEAN NOT NULL,
    "from_parent_id" UUID,
    "undoes_id" UUID,

    CONSTRAINT "comment_relocation_pkey" PRIMARY KEY ("move_id","comment_id")
);

-- CreateIndex
CREATE INDEX "comment_edit_comment_id_at_idx" ON "comment_edit"("comment_id", "at");

-- CreateIndex
CREATE INDEX "comment_relocation_comment_id_at_idx" ON "comment_relocation"("comment_id", "at");

-- What the nightly erasure looks for.
CREATE INDEX "comment_edit_with_texts" ON "comment_edit" ("at") WHERE "before" IS NOT NULL;

ALTER TABLE "comment_edit"
  ADD CONSTRAINT "comment_edit_texts" CHECK (
    jsonb_typeof("before") = 'object' AND jsonb_typeof("after") = 'object'
    -- A text of 65,525 bytes, of which each may be written with two.
    AND octet_length("before"::text) <= 140000 AND octet_length("after"::text) <= 140000),
  ADD CONSTRAINT "comment_edit_erased_together" CHECK (("before" IS NULL) = ("after" IS NULL)),
  ADD CONSTRAINT "comment_edit_why_code" CHECK ("why" ~ '^[a-z][a-z-]{0,59}$'),
  ADD CONSTRAINT "comment_edit_reason_length" CHECK (char_length("reason") <= 2000);

-- An edit stays as it was made; only what it keeps of a comment may go, and all of it with the comment.
CREATE FUNCTION refuse_change_but_forgetting() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  "erasable" constant text[] := '{before,after,reason}';
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF NOT EXISTS (SELECT FROM "comment" c WHERE c."id" = OLD."comment_id") THEN
      RETURN OLD;
    END IF;
  ELSIF to_jsonb(NEW) - "erasable" = to_jsonb(OLD) - "erasable"
    AND (to_jsonb(NEW)->'before' IN ('null'::jsonb, to_jsonb(OLD)->'before'))
    AND (to_jsonb(NEW)->'after' IN ('null'::jsonb, to_jsonb(OLD)->'after'))
    AND (to_jsonb(NEW)->'reason' IN ('null'::jsonb, to_jsonb(OLD)->'reason')) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;

CREATE TRIGGER "comment_edit_append_only" BEFORE UPDATE OR DELETE ON "comment_edit"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_forgetting();

-- Where a comment has been stays as well, for as long as there is the comment.
CREATE FUNCTION refuse_change_but_with_comment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT FROM "comment" c WHERE c."id" = OLD."comment_id") THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;

CREATE TRIGGER "comment_relocation_append_only" BEFORE UPDATE OR DELETE ON "comment_relocation"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_with_comment();

-- With a comment that is deleted for good its decisions go; none of one that is there.
CREATE OR REPLACE FUNCTION refuse_change_but_erasure() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  "erasable" constant text[] := '{reason,why,why_parameters}';
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - "erasable" = to_jsonb(OLD) - "erasable"
    AND (NEW."reason" IS NULL OR NEW."reason" IS NOT DISTINCT FROM OLD."reason")
    AND (NEW."why" IS NULL OR NEW."why" IS NOT DISTINCT FROM OLD."why" AND NEW."why_parameters" = OLD."why_parameters") THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT FROM "comment" c WHERE c."id" = OLD."comment_id") THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;

ALTER TABLE "moderation_decision" DROP CONSTRAINT "moderation_decision_comment_id_fkey";

-- AddForeignKey
ALTER TABLE "moderation_decision" ADD CONSTRAINT "moderation_decision_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_edit" ADD CONSTRAINT "comment_edit_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_edit" ADD CONSTRAINT "comment_edit_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_relocation" ADD CONSTRAINT "comment_relocation_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_relocation" ADD CONSTRAINT "comment_relocation_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_relocation" ADD CONSTRAINT "comment_relocation_from_edition_id_fkey" FOREIGN KEY ("from_edition_id") REFERENCES "edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_relocation" ADD CONSTRAINT "comment_relocation_to_edition_id_fkey" FOREIGN KEY ("to_edition_id") REFERENCES "edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
