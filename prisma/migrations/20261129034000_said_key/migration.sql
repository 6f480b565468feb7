-- What was said already is found by one key of all that makes it the same. Before, its author's e-mail address, the
-- chapter and the text were three keys of one index, and a plan made while the table was small read the chapter's
-- comments instead, one by one: a comment cost the more the more there were, 1.3 ms of Postgres at 2,300.
CREATE FUNCTION "said_key"(chapter uuid, parent uuid, name text, email text, words text)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT "left"(md5(
    chapter::text || coalesce(parent::text, '-') || lower(email) || E'\n' || public."said"(name) || E'\n' || public."said"(words)
  ), 12)
$$;

DROP INDEX "comment_by_author";
CREATE INDEX "comment_said" ON "comment" ("said_key"("chapter_id", "parent_id", "name", "email", "text"));
CREATE INDEX "comment_by_email" ON "comment" (lower("email"));

-- Postgres keeps a plan for a connection's life, or until statistics change: those made while a table is nearly empty
-- read it as a whole, and go on doing so when it is not. What a comment needs is therefore asked in functions that
-- plan without such reading, with the triggers and foreign keys that they set off.
-- In PL/pgSQL, which keeps its plans in every version of Postgres: functions in SQL are planned at each call before 18.
CREATE OR REPLACE FUNCTION "said_already"(
  given_chapter uuid, given_parent uuid, given_name text, given_email text, given_text text, but_for uuid
) RETURNS boolean LANGUAGE plpgsql STABLE SET enable_seqscan = off AS $$
BEGIN
  RETURN (given_email <> '' OR "said"(given_name) NOT IN (
    '', 'anonymous', 'anon', 'nobody', 'guest', '匿名', '匿名希望', '名無し', '名無しさん', '名無しの権兵衛', 'ななし', 'ゲスト',
    'مجهول', 'مجهولة', 'زائر', 'زائرة', 'ضيف', 'ضيفة'
  )) AND EXISTS (
    SELECT FROM (
      -- By its key alone (OFFSET keeps the rest out): no other index may look better in a small table.
      SELECT * FROM "comment"
      WHERE "said_key"("chapter_id", "parent_id", "name", "email", "text")
        = "said_key"(given_chapter, given_parent, given_name, given_email, given_text)
      OFFSET 0
    ) c
    WHERE c."chapter_id" = given_chapter AND c."parent_id" IS NOT DISTINCT FROM given_parent
      AND lower(c."email") = lower(given_email) AND "said"(c."name") = "said"(given_name)
      AND "said"(c."text") = "said"(given_text) AND c."status" <> 'trash' AND c."id" IS DISTINCT FROM but_for
  );
END $$;

CREATE FUNCTION "comment_sent_as"(given_key uuid) RETURNS TABLE ("id" uuid, "chapter_id" uuid, "text" text)
LANGUAGE plpgsql STABLE ROWS 1 SET enable_seqscan = off AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY SELECT c."id", c."chapter_id", c."text" FROM "comment" c WHERE c."submission_key" = given_key;
END $$;

CREATE FUNCTION "may_be_answered"(given_parent uuid, given_chapter uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SET enable_seqscan = off AS $$
BEGIN
  RETURN given_parent IS NULL OR EXISTS (
    SELECT FROM "comment" c WHERE c."id" = given_parent AND c."chapter_id" = given_chapter AND c."status" = 'approved');
END $$;

-- Everything that a comment needs but its job. The parts but the gate read one snapshot, so the caller asks once more
-- when nothing was stored and nobody said why.
CREATE FUNCTION "store_submission"(
  given_chapter uuid, given_locale text, given_slug text, given_parent uuid, given_key uuid, given_id uuid,
  given_name text, given_email text, given_url text, given_text text, given_follow boolean,
  locks text[], paces text[], gap_seconds integer, most integer, close_after_days integer, given_hold text,
  given_nonce text, given_ip text, given_agent text, given_referrer text, given_submitted jsonb, given_honeypot text,
  given_work boolean, given_elapsed integer, trace_days integer
) RETURNS TABLE (
  "published" boolean, "closed" boolean, "found" boolean, "id" uuid, "chapter_id" uuid, "text" text,
  "stored_id" uuid, "refusal" text, "wait_seconds" integer
) LANGUAGE plpgsql VOLATILE ROWS 1 SET enable_seqscan = off AS $$
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
      given_text) AS asked
    WHERE NOT place."closed" AND NOT EXISTS (SELECT FROM known) AND (SELECT "found" FROM parent)),
  redeemed AS (
    INSERT INTO "captcha_redemption" ("nonce") SELECT given_nonce FROM gate WHERE gate."refusal" IS NULL
    ON CONFLICT DO NOTHING RETURNING "nonce"),
  stored AS (
    INSERT INTO "comment" (
      "id", "chapter_id", "edition_id", "parent_id", "name", "email", "url", "text", "locale", "submission_key", "held_for")
    SELECT given_id, place."chapter_id", place."id", given_parent, given_name, given_email, given_url, given_text,
      given_locale, given_key, coalesce(given_hold, CASE WHEN gate."author_waits" > 0 THEN 'author' END)
    FROM place, redeemed, gate
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
    coalesce(known."text", gate."known_text"), (SELECT stored."id" FROM stored), gate."refusal", gate."wait_seconds"
  FROM (VALUES (1)) AS one LEFT JOIN known ON true LEFT JOIN gate ON true;
END $$;
