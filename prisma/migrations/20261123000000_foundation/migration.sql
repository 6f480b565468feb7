-- CreateEnum
CREATE TYPE "role" AS ENUM ('editor', 'admin');

-- CreateEnum
CREATE TYPE "comment_status" AS ENUM ('pending', 'approved', 'spam', 'trash');

-- CreateEnum
CREATE TYPE "verdict_word" AS ENUM ('ham', 'spam', 'discard', 'unknown');

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "password_hash" TEXT NOT NULL,
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setup_link" (
    "token_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "setup_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "series" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "series_title" (
    "series_id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "title" TEXT NOT NULL,

    CONSTRAINT "series_title_pkey" PRIMARY KEY ("series_id","locale")
);

-- CreateTable
CREATE TABLE "chapter" (
    "id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "number" DECIMAL(10,3) NOT NULL,
    "original_date" DATE,
    "source" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "chapter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "edition" (
    "id" UUID NOT NULL,
    "chapter_id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "translator" TEXT,
    "translated_from_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "edition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision" (
    "id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "doc" JSONB NOT NULL,
    "html" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "author_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publication" (
    "edition_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "publish_at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "publication_pkey" PRIMARY KEY ("edition_id")
);

-- CreateTable
CREATE TABLE "tag" (
    "id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "tag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "edition_tag" (
    "edition_id" UUID NOT NULL,
    "tag_id" UUID NOT NULL,

    CONSTRAINT "edition_tag_pkey" PRIMARY KEY ("edition_id","tag_id")
);

-- CreateTable
CREATE TABLE "redirect" (
    "from_path" TEXT NOT NULL,
    "to_path" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "redirect_pkey" PRIMARY KEY ("from_path")
);

-- CreateTable
CREATE TABLE "comment" (
    "id" UUID NOT NULL,
    "chapter_id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "parent_id" UUID,
    "status" "comment_status" NOT NULL DEFAULT 'pending',
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "url" TEXT,
    "text" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "submission_key" UUID NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission_trace" (
    "comment_id" UUID NOT NULL,
    "ip" TEXT NOT NULL,
    "user_agent" TEXT NOT NULL,
    "referrer" TEXT NOT NULL,
    "as_submitted" JSONB NOT NULL,
    "honeypot" TEXT,
    "elapsed_ms" INTEGER NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "submission_trace_pkey" PRIMARY KEY ("comment_id")
);

-- CreateTable
CREATE TABLE "spam_verdict" (
    "id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "checker" TEXT NOT NULL,
    "verdict" "verdict_word" NOT NULL,
    "why" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "spam_verdict_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "moderation_decision" (
    "id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "from" "comment_status" NOT NULL,
    "to" "comment_status" NOT NULL,
    "reason" TEXT,
    "by_id" UUID,
    "rule" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "moderation_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "captcha_redemption" (
    "nonce" TEXT NOT NULL,
    "redeemed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "captcha_redemption_pkey" PRIMARY KEY ("nonce")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "series_slug_key" ON "series"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "chapter_series_id_number_key" ON "chapter"("series_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "edition_chapter_id_locale_key" ON "edition"("chapter_id", "locale");

-- CreateIndex
CREATE UNIQUE INDEX "edition_locale_slug_key" ON "edition"("locale", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "revision_edition_id_number_key" ON "revision"("edition_id", "number");

-- CreateIndex
CREATE INDEX "publication_publish_at_idx" ON "publication"("publish_at");

-- CreateIndex
CREATE UNIQUE INDEX "tag_locale_slug_key" ON "tag"("locale", "slug");

-- CreateIndex
CREATE INDEX "edition_tag_tag_id_idx" ON "edition_tag"("tag_id");

-- CreateIndex
CREATE UNIQUE INDEX "comment_submission_key_key" ON "comment"("submission_key");

-- CreateIndex
CREATE INDEX "comment_status_sent_at_id_idx" ON "comment"("status", "sent_at", "id");

-- CreateIndex
CREATE INDEX "comment_chapter_id_status_sent_at_idx" ON "comment"("chapter_id", "status", "sent_at");

-- CreateIndex
CREATE INDEX "comment_parent_id_idx" ON "comment"("parent_id");

-- CreateIndex
CREATE INDEX "submission_trace_expires_at_idx" ON "submission_trace"("expires_at");

-- CreateIndex
CREATE INDEX "spam_verdict_comment_id_at_idx" ON "spam_verdict"("comment_id", "at");

-- CreateIndex
CREATE INDEX "moderation_decision_comment_id_at_idx" ON "moderation_decision"("comment_id", "at");

-- CreateIndex
CREATE INDEX "captcha_redemption_redeemed_at_idx" ON "captcha_redemption"("redeemed_at");

-- AddForeignKey
ALTER TABLE "series_title" ADD CONSTRAINT "series_title_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chapter" ADD CONSTRAINT "chapter_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edition" ADD CONSTRAINT "edition_chapter_id_fkey" FOREIGN KEY ("chapter_id") REFERENCES "chapter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edition" ADD CONSTRAINT "edition_translated_from_id_fkey" FOREIGN KEY ("translated_from_id") REFERENCES "edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edition_tag" ADD CONSTRAINT "edition_tag_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edition_tag" ADD CONSTRAINT "edition_tag_tag_id_fkey" FOREIGN KEY ("tag_id") REFERENCES "tag"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_chapter_id_fkey" FOREIGN KEY ("chapter_id") REFERENCES "chapter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission_trace" ADD CONSTRAINT "submission_trace_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "spam_verdict" ADD CONSTRAINT "spam_verdict_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_decision" ADD CONSTRAINT "moderation_decision_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_decision" ADD CONSTRAINT "moderation_decision_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say.

-- Limits of people's text. Names, addresses and links are counted in characters; a comment also in bytes,
-- because Akismet reads at most 65,525 of them.
ALTER TABLE "comment"
  ADD CONSTRAINT "comment_name_length" CHECK (char_length("name") BETWEEN 1 AND 245),
  ADD CONSTRAINT "comment_email_length" CHECK (char_length("email") BETWEEN 3 AND 100),
  ADD CONSTRAINT "comment_url_length" CHECK (char_length("url") <= 200),
  ADD CONSTRAINT "comment_text_length" CHECK (octet_length("text") BETWEEN 1 AND 65525),
  ADD CONSTRAINT "comment_not_its_own_parent" CHECK ("parent_id" <> "id");
ALTER TABLE "person"
  ADD CONSTRAINT "person_email_is_lower_case" CHECK ("email" = lower("email") AND char_length("email") <= 254),
  ADD CONSTRAINT "person_name_length" CHECK (char_length("name") BETWEEN 1 AND 100);
ALTER TABLE "revision"
  ADD CONSTRAINT "revision_title_length" CHECK (char_length("title") BETWEEN 1 AND 300),
  ADD CONSTRAINT "revision_summary_length" CHECK (char_length("summary") <= 2000);
ALTER TABLE "edition"
  ADD CONSTRAINT "edition_slug_shape" CHECK ("slug" ~ '^[^\s/?#%]{1,200}$');
ALTER TABLE "tag"
  ADD CONSTRAINT "tag_name_length" CHECK (char_length("name") BETWEEN 1 AND 80);

-- A decision says who or what made it, and moves something.
ALTER TABLE "moderation_decision"
  ADD CONSTRAINT "moderation_decision_by_somebody" CHECK (("by_id" IS NULL) <> ("rule" IS NULL)),
  ADD CONSTRAINT "moderation_decision_moves" CHECK ("from" <> "to"),
  ADD CONSTRAINT "moderation_decision_reason_length" CHECK (char_length("reason") <= 2000);

-- A publication shows a revision of its own edition.
ALTER TABLE "revision" ADD CONSTRAINT "revision_of_edition" UNIQUE ("edition_id", "id");
ALTER TABLE "publication"
  ADD CONSTRAINT "publication_own_revision" FOREIGN KEY ("edition_id", "revision_id")
  REFERENCES "revision" ("edition_id", "id");

-- A reply stays in its chapter.
ALTER TABLE "comment" ADD CONSTRAINT "comment_of_chapter" UNIQUE ("chapter_id", "id");
ALTER TABLE "comment"
  ADD CONSTRAINT "comment_reply_in_chapter" FOREIGN KEY ("chapter_id", "parent_id")
  REFERENCES "comment" ("chapter_id", "id");

-- Decisions and revisions are records: written once.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER "moderation_decision_append_only" BEFORE UPDATE OR DELETE ON "moderation_decision"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "revision_append_only" BEFORE UPDATE OR DELETE ON "revision"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The one meaning of "published", by the database's clock. Every outlet reads this view and nothing else.
CREATE VIEW "published_edition" AS
SELECT e."id", e."chapter_id", e."locale", e."slug", e."translator", e."translated_from_id",
       c."series_id", c."number", c."original_date", c."source",
       p."publish_at" AS "published_at",
       r."id" AS "revision_id", r."title", r."summary", r."html", r."text", r."at" AS "revised_at"
FROM "publication" p
JOIN "edition" e ON e."id" = p."edition_id"
JOIN "chapter" c ON c."id" = e."chapter_id"
JOIN "revision" r ON r."id" = p."revision_id"
WHERE p."publish_at" <= now() AND p."withdrawn_at" IS NULL;
