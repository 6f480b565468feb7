-- "Always hold" and "always refuse": what a rule goes by stands in the form in which it is compared.
CREATE TYPE "standing_kind" AS ENUM ('author', 'address', 'network', 'host');
CREATE TYPE "standing_effect" AS ENUM ('hold', 'refuse');

CREATE TABLE "standing_rule" (
    "id" UUID NOT NULL,
    "kind" "standing_kind" NOT NULL,
    "value" TEXT,
    "effect" "standing_effect" NOT NULL,
    "reason" TEXT,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ends_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "ended_by_id" UUID,
    "over_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "standing_rule_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "standing_rule_hit" (
    "rule_id" UUID NOT NULL,
    "backend" INTEGER NOT NULL,
    "hits" INTEGER NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "standing_rule_hit_pkey" PRIMARY KEY ("rule_id","backend")
);

CREATE INDEX "standing_rule_value_kind_idx" ON "standing_rule"("value", "kind");
CREATE INDEX "standing_rule_over_at_id_idx" ON "standing_rule"("over_at", "id");

ALTER TABLE "standing_rule" ADD CONSTRAINT "standing_rule_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "standing_rule" ADD CONSTRAINT "standing_rule_ended_by_id_fkey" FOREIGN KEY ("ended_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "standing_rule_hit" ADD CONSTRAINT "standing_rule_hit_rule_id_fkey" FOREIGN KEY ("rule_id") REFERENCES "standing_rule"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "standing_rule"
  ADD CONSTRAINT "standing_rule_value_length" CHECK (char_length("value") BETWEEN 1 AND 254),
  ADD CONSTRAINT "standing_rule_reason_length" CHECK (char_length("reason") BETWEEN 1 AND 500),
  ADD CONSTRAINT "standing_rule_over" CHECK ("over_at" = coalesce(least("ends_at", "ended_at"), timestamptz '9999-12-31 00:00:00+00'));

-- The surroundings of an address, as neighbourhoodKey (lib/kernel/address-key.ts) says them; null where it is none.
CREATE FUNCTION "network_of"(ip text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  address text := regexp_replace(lower(ip), '^::ffff:(?=\d{1,3}(\.\d{1,3}){3}$)', '');
  head text[];
  tail text[];
BEGIN
  IF address ~ '^\d{1,3}(\.\d{1,3}){3}$' THEN
    RETURN regexp_replace(address, '\d+$', '0/24');
  END IF;
  IF address !~ '^[0-9a-f:]{2,45}$' OR strpos(address, ':') = 0 THEN
    RETURN NULL;
  END IF;
  head := array_remove(string_to_array(split_part(address, '::', 1), ':'), '');
  tail := array_remove(string_to_array(split_part(address, '::', 2), ':'), '');
  IF strpos(address, '::') > 0 THEN
    head := head || array_fill('0'::text, ARRAY[greatest(8 - cardinality(head) - cardinality(tail), 0)]);
  END IF;
  RETURN (
    SELECT string_agg(coalesce(nullif(ltrim("group", '0'), ''), '0'), ':' ORDER BY "place") || '::/48'
    FROM unnest((head || tail)[1:3]) WITH ORDINALITY AS g ("group", "place"));
END $$;

CREATE INDEX "submission_trace_by_network" ON "submission_trace" ("network_of"("ip"));
-- Who gives no e-mail address is known by the name alone.
CREATE INDEX "comment_by_name" ON "comment" (lower("name")) WHERE "email" = '';

DROP FUNCTION "store_submission";
DROP FUNCTION "submission_gate";

CREATE FUNCTION "submission_gate"(locks text[], paces text[], gap_seconds integer, most integer, given_nonce text, given_key uuid, given_chapter uuid, given_parent uuid, given_name text, given_email text, given_text text, given_kinds standing_kind[], given_values text[], OUT refusal text, OUT wait_seconds integer, OUT author_waits integer, OUT known_id uuid, OUT known_chapter_id uuid, OUT known_text text, OUT rule_id uuid, OUT rule_kind standing_kind, OUT rule_value text)
 RETURNS record
 LANGUAGE plpgsql
AS $function$
DECLARE
  number bigint;
BEGIN
  -- In one order for everybody: two that want the same two cannot each hold one.
  FOR number IN SELECT DISTINCT hashtextextended(l, 0) AS n FROM unnest(locks) AS l ORDER BY n LOOP
    PERFORM pg_advisory_xact_lock(number);
  END LOOP;

  SELECT c."id", c."chapter_id", c."text" INTO known_id, known_chapter_id, known_text
  FROM "comment" c WHERE c."submission_key" = given_key;
  IF FOUND THEN
    refusal := 'known';
    RETURN;
  END IF;

  -- Before the challenge: who sends the same form again is told the same again.
  SELECT r."id", r."kind", r."value" INTO rule_id, rule_kind, rule_value
  FROM unnest(given_kinds, given_values) AS mark ("kind", "value"),
    -- By the index, whatever the table was like when this was planned.
    LATERAL (SELECT * FROM "standing_rule" s WHERE s."value" = mark."value" AND s."kind" = mark."kind" OFFSET 0) AS r
  WHERE r."effect" = 'refuse' AND r."over_at" > clock_timestamp()
  ORDER BY r."kind", r."id" LIMIT 1;
  IF FOUND THEN
    refusal := 'ruled';
    RETURN;
  END IF;

  IF EXISTS (SELECT FROM "captcha_redemption" r WHERE r."nonce" = given_nonce) THEN
    refusal := 'challenge-used';
    RETURN;
  END IF;

  IF "said_already"(given_chapter, given_parent, given_name, given_email, given_text, NULL) THEN
    refusal := 'duplicate';
    RETURN;
  END IF;

  SELECT ceil(extract(epoch FROM max(waits."until") FILTER (WHERE waits."key" = paces[1]) - clock_timestamp()))::integer,
    ceil(extract(epoch FROM max(waits."until") FILTER (WHERE waits."key" <> paces[1]) - clock_timestamp()))::integer
  INTO wait_seconds, author_waits
  FROM (
    SELECT p."key", greatest(
      p."recent"[cardinality(p."recent")] + gap_seconds * interval '1 second',
      p."recent"[cardinality(p."recent") - most + 1] + interval '10 minutes') AS "until"
    FROM "submission_pace" p WHERE p."key" = ANY (paces)) AS waits;
  IF wait_seconds > 0 THEN
    refusal := 'too-fast';
  END IF;
END $function$;

CREATE FUNCTION "store_submission"(given_chapter uuid, given_locale text, given_slug text, given_parent uuid, given_key uuid, given_id uuid, given_name text, given_email text, given_url text, given_text text, given_follow boolean, locks text[], paces text[], gap_seconds integer, most integer, close_after_days integer, given_hold text, given_nonce text, given_ip text, given_agent text, given_referrer text, given_submitted jsonb, given_honeypot text, given_work boolean, given_elapsed integer, trace_days integer, given_kinds standing_kind[] DEFAULT '{}', given_values text[] DEFAULT '{}')
 RETURNS TABLE(published boolean, closed boolean, found boolean, id uuid, chapter_id uuid, text text, stored_id uuid, refusal text, wait_seconds integer, rule_kind text, rule_value text)
 LANGUAGE plpgsql
 ROWS 1
 SET enable_seqscan TO 'off'
AS $function$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH place AS MATERIALIZED (
    SELECT e."id", e."chapter_id", c."comments_closed" OR (close_after_days > 0
        AND e."published_at" + close_after_days * interval '1 day' <= now()) AS "closed"
    FROM "published_edition" e JOIN "chapter" c ON c."id" = e."chapter_id"
    WHERE e."locale" = given_locale AND e."slug" = given_slug AND e."chapter_id" = given_chapter),
  parent AS (
    SELECT given_parent IS NULL OR EXISTS (
      SELECT FROM "comment" c
      WHERE c."id" = given_parent AND c."chapter_id" = given_chapter AND c."status" = 'approved') AS "found"),
  known AS (SELECT c."id", c."chapter_id", c."text" FROM "comment" c WHERE c."submission_key" = given_key),
  gate AS (
    SELECT asked.* FROM place, "submission_gate"(
      locks, paces, gap_seconds, most, given_nonce, given_key, place."chapter_id", given_parent, given_name, given_email,
      given_text, given_kinds, given_values) AS asked
    WHERE NOT place."closed" AND NOT EXISTS (SELECT FROM known) AND (SELECT "found" FROM parent)),
  -- What a standing rule refuses costs a calculation as well: a hit is one form, and not one form sent a thousand times.
  redeemed AS (
    INSERT INTO "captcha_redemption" ("nonce")
    SELECT given_nonce FROM gate WHERE gate."refusal" IS NULL OR gate."refusal" = 'ruled'
    ON CONFLICT DO NOTHING RETURNING "nonce"),
  hit AS (
    INSERT INTO "standing_rule_hit" AS counted ("rule_id", "backend", "hits", "last_at")
    SELECT gate."rule_id", pg_backend_pid(), 1, clock_timestamp() FROM gate, redeemed WHERE gate."refusal" = 'ruled'
    ON CONFLICT ("rule_id", "backend") DO UPDATE
      SET "hits" = counted."hits" + 1, "last_at" = excluded."last_at"),
  stored AS (
    INSERT INTO "comment" (
      "id", "chapter_id", "edition_id", "parent_id", "name", "email", "url", "text", "locale", "submission_key", "held_for")
    SELECT given_id, place."chapter_id", place."id", given_parent, given_name, given_email, given_url, given_text,
      given_locale, given_key, coalesce(given_hold, CASE WHEN gate."author_waits" > 0 THEN 'author' END)
    FROM place, redeemed, gate WHERE gate."refusal" IS NULL
    ON CONFLICT ("submission_key") DO NOTHING RETURNING "comment"."id"),
  paced AS (
    INSERT INTO "submission_pace" AS pace ("key", "recent", "last_at")
    SELECT key, array[clock_timestamp()], clock_timestamp() FROM stored, unnest(paces) AS key
    ON CONFLICT ("key") DO UPDATE SET "last_at" = excluded."last_at",
      "recent" = (pace."recent" || excluded."recent")[greatest(1, cardinality(pace."recent") + 2 - most):]),
  traced AS (
    INSERT INTO "submission_trace" (
      "comment_id", "ip", "user_agent", "referrer", "as_submitted", "honeypot", "worked", "elapsed_ms", "expires_at")
    SELECT stored."id", given_ip, given_agent, given_referrer, given_submitted, given_honeypot, given_work, given_elapsed,
      now() + trace_days * interval '1 day'
    FROM stored),
  followed AS (INSERT INTO "comment_follow" ("comment_id") SELECT stored."id" FROM stored WHERE given_follow)
  SELECT EXISTS (SELECT FROM place), (SELECT place."closed" FROM place), (SELECT parent."found" FROM parent),
    coalesce(known."id", gate."known_id"), coalesce(known."chapter_id", gate."known_chapter_id"),
    coalesce(known."text", gate."known_text"), (SELECT stored."id" FROM stored), gate."refusal", gate."wait_seconds",
    gate."rule_kind"::text, gate."rule_value"
  FROM (VALUES (1)) AS one LEFT JOIN known ON true LEFT JOIN gate ON true;
END $function$;
