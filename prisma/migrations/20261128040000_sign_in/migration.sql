-- CreateEnum
CREATE TYPE "reset_asker" AS ENUM ('anybody', 'owner', 'machine');

-- CreateTable
CREATE TABLE "known_browser" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "known_browser_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_guess" (
    "id" UUID NOT NULL,
    "account" TEXT NOT NULL,
    "network" TEXT,
    "neighbourhood" TEXT,
    "visit" UUID,
    "turn" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_guess_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reset_ask" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "person_id" UUID,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reset_ask_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reset_link" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "asked_by" "reset_asker" NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "reset_link_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "known_browser_person_id_since_idx" ON "known_browser"("person_id", "since");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_guess_turn_key" ON "sign_in_guess"("turn");

-- CreateIndex
CREATE INDEX "sign_in_guess_account_at_idx" ON "sign_in_guess"("account", "at");

-- CreateIndex
CREATE INDEX "sign_in_guess_network_at_idx" ON "sign_in_guess"("network", "at");

-- CreateIndex
CREATE INDEX "sign_in_guess_at_idx" ON "sign_in_guess"("at");

-- CreateIndex
CREATE INDEX "reset_ask_asked_at_idx" ON "reset_ask"("asked_at");

-- CreateIndex
CREATE UNIQUE INDEX "reset_link_token_hash_key" ON "reset_link"("token_hash");

-- CreateIndex
CREATE INDEX "reset_link_person_id_asked_at_idx" ON "reset_link"("person_id", "asked_at");

-- AddForeignKey
ALTER TABLE "known_browser" ADD CONSTRAINT "known_browser_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reset_link" ADD CONSTRAINT "reset_link_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The counters of failed sign-ins that these tables take the place of.
DROP TABLE "rate_limit";
