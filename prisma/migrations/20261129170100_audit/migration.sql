-- Who did what to what, from where, before and after. Nothing of it is changed or goes, but where it came from.
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by_id" UUID,
    "via" TEXT NOT NULL,
    "network" TEXT,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subject_id" UUID,
    "before" JSONB NOT NULL DEFAULT '{}',
    "after" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "audit_entry_by_time" ON "audit_entry"("at", "id");
CREATE INDEX "audit_entry_by_person" ON "audit_entry"("by_id", "at", "id");
CREATE INDEX "audit_entry_by_kind" ON "audit_entry"("kind", "at", "id");
CREATE INDEX "audit_entry_by_person_and_kind" ON "audit_entry"("by_id", "kind", "at", "id");
CREATE INDEX "audit_entry_by_subject" ON "audit_entry"("subject_id", "at", "id");
-- What the nightly erasure looks for.
CREATE INDEX "audit_entry_with_network" ON "audit_entry"("at") WHERE "network" IS NOT NULL;

ALTER TABLE "audit_entry"
    ADD CONSTRAINT "audit_entry_codes" CHECK (
        "via" ~ '^[a-z][a-z-]{0,59}$' AND "kind" ~ '^[a-z][a-z-]{0,59}$' AND "subject" ~ '^[a-z][a-z-]{0,59}$'),
    ADD CONSTRAINT "audit_entry_network_length" CHECK (char_length("network") BETWEEN 1 AND 64),
    ADD CONSTRAINT "audit_entry_facts" CHECK (
        jsonb_typeof("before") = 'object' AND jsonb_typeof("after") = 'object'
        AND octet_length("before"::text) <= 8000 AND octet_length("after"::text) <= 8000);

CREATE FUNCTION refuse_change_but_network() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW."network" IS NULL AND to_jsonb(NEW) - 'network' = to_jsonb(OLD) - 'network' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;

CREATE TRIGGER "audit_entry_append_only" BEFORE UPDATE OR DELETE ON "audit_entry"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_network();
CREATE TRIGGER "audit_entry_not_emptied" BEFORE TRUNCATE ON "audit_entry"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
