-- Each sign-in is a row. Sessions of before have none: whoever is in signs in once more.
ALTER TABLE "person" ADD COLUMN "last_seen_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "desk_session" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "browser" TEXT NOT NULL,
    "system" TEXT NOT NULL,
    "network" TEXT NOT NULL,
    "seen_network" TEXT NOT NULL,
    "begun_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "desk_session_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "desk_session_person_id_begun_at_idx" ON "desk_session"("person_id", "begun_at");

-- CreateIndex
CREATE INDEX "desk_session_begun_at_idx" ON "desk_session"("begun_at");

-- AddForeignKey
ALTER TABLE "desk_session" ADD CONSTRAINT "desk_session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "desk_session"
  ADD CONSTRAINT "desk_session_device_length" CHECK (char_length("browser") BETWEEN 1 AND 20 AND char_length("system") BETWEEN 1 AND 20),
  ADD CONSTRAINT "desk_session_network_length" CHECK (char_length("network") BETWEEN 1 AND 100 AND char_length("seen_network") BETWEEN 1 AND 100);
