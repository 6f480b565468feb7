CREATE OR REPLACE FUNCTION public.store_submission(given_chapter uuid, given_locale text, given_slug text, given_parent uuid, given_key uuid, given_id uuid, given_name text, given_email text, given_url text, given_text text, given_follow boolean, locks text[], paces text[], gap_seconds integer, most integer, close_after_days integer, given_hold text, given_nonce text, given_ip text, given_agent text, given_referrer text, given_submitted jsonb, given_honeypot text, given_work boolean, given_elapsed integer, trace_days integer, given_kinds standing_kind[] DEFAULT '{}'::standing_kind[], given_values text[] DEFAULT '{}'::text[])
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
