-- What somebody says, as it is compared with what they said before: without case, width, invisible characters and
-- the number of blanks, which are what a copy is most easily changed by. (WordPress leaves case to MySQL.)
CREATE FUNCTION "said"("words" text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT btrim(regexp_replace(regexp_replace(lower(normalize("words", NFKC)),
    '[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0]',
    '', 'g'), '\s+', ' ', 'g'))
$$;

-- The same words by the same person at the same place; whom we know; what somebody asks to have erased.
DROP INDEX "comment_by_author";
CREATE INDEX "comment_by_author" ON "comment" (lower("email"), "chapter_id", "left"(md5("said"("text")), 8));

-- Has this person said this here, in a comment that is not in the trash? But for `but_for`, which is to say it now.
CREATE FUNCTION "said_already"(
  "given_chapter" uuid, "given_parent" uuid, "given_name" text, "given_email" text, "given_text" text, "but_for" uuid
) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM "comment" c
    WHERE lower(c."email") = lower(given_email) AND c."chapter_id" = given_chapter
      AND "left"(md5("said"(c."text")), 8) = "left"(md5("said"(given_text)), 8) AND "said"(c."text") = "said"(given_text)
      AND "said"(c."name") = "said"(given_name) AND c."parent_id" IS NOT DISTINCT FROM given_parent
      AND c."status" <> 'trash' AND c."id" IS DISTINCT FROM but_for
  )
$$;

-- May this comment be stored? Asked by the statement that stores it. Whoever comes from the same address or uses
-- the same e-mail address waits here until the one before has committed: each statement of a VOLATILE function
-- sees what is committed by then, so what follows the locks cannot be raced, by whatever process.
CREATE OR REPLACE FUNCTION "submission_gate"(
  "locks" text[], "paces" text[], "gap_seconds" integer, "most" integer,
  "given_nonce" text, "given_key" uuid, "given_chapter" uuid, "given_parent" uuid,
  "given_name" text, "given_email" text, "given_text" text, -- the first of the paces is the address
  OUT "refusal" text, OUT "wait_seconds" integer, OUT "address_waits" integer,
  OUT "known_id" uuid, OUT "known_chapter_id" uuid, OUT "known_text" text
) LANGUAGE plpgsql VOLATILE AS $$
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

  IF EXISTS (SELECT FROM "captcha_redemption" r WHERE r."nonce" = given_nonce) THEN
    refusal := 'challenge-used';
    RETURN;
  END IF;

  IF "said_already"(given_chapter, given_parent, given_name, given_email, given_text, NULL) THEN
    refusal := 'duplicate';
    RETURN;
  END IF;

  SELECT ceil(extract(epoch FROM max(greatest(
      p."recent"[cardinality(p."recent")] + gap_seconds * interval '1 second',
      p."recent"[cardinality(p."recent") - most + 1] + interval '10 minutes'
    )) - clock_timestamp()))::integer,
    ceil(extract(epoch FROM max(greatest(
      p."recent"[cardinality(p."recent")] + gap_seconds * interval '1 second',
      p."recent"[cardinality(p."recent") - most + 1] + interval '10 minutes'
    )) FILTER (WHERE p."key" = paces[1]) - clock_timestamp()))::integer
  INTO wait_seconds, address_waits
  FROM "submission_pace" p WHERE p."key" = ANY (paces);
  IF wait_seconds > 0 THEN
    refusal := 'too-fast';
  END IF;
END $$;
