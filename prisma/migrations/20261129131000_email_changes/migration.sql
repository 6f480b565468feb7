-- CreateTable
CREATE TABLE "email_change" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "from_email" TEXT NOT NULL,
    "to_email" TEXT NOT NULL,
    "confirm_hash" TEXT NOT NULL,
    "stop_hash" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmed_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "email_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "email_change_confirm_hash_key" ON "email_change"("confirm_hash");

-- CreateIndex
CREATE UNIQUE INDEX "email_change_stop_hash_key" ON "email_change"("stop_hash");

-- CreateIndex
CREATE INDEX "email_change_person_id_asked_at_idx" ON "email_change"("person_id", "asked_at");

-- CreateIndex
CREATE INDEX "email_change_from_email_idx" ON "email_change"("from_email");

-- AddForeignKey
ALTER TABLE "email_change" ADD CONSTRAINT "email_change_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "email_change"
  ADD CONSTRAINT "email_change_to_lower_case" CHECK ("to_email" = lower("to_email") AND char_length("to_email") <= 254);
