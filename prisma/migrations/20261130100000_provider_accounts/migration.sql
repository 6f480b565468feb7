-- Who of the staff is who at a provider of OpenID Connect.
CREATE TABLE "provider_account" (
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "provider_account_pkey" PRIMARY KEY ("issuer", "subject")
);

CREATE UNIQUE INDEX "provider_account_person_id_issuer_key" ON "provider_account"("person_id", "issuer");

ALTER TABLE "provider_account"
    ADD CONSTRAINT "provider_account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id")
        ON DELETE CASCADE ON UPDATE CASCADE,
    ADD CONSTRAINT "provider_account_lengths" CHECK (
        char_length("issuer") BETWEEN 1 AND 2000 AND char_length("subject") BETWEEN 1 AND 255);

-- When a provider says that somebody has just shown it who they are: it counts as having said so here.
ALTER TABLE "desk_session" ADD COLUMN "proved_at" TIMESTAMPTZ(3);
