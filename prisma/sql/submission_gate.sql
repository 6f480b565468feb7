CREATE OR REPLACE FUNCTION public.submission_gate(locks text[], paces text[], gap_seconds integer, most integer, given_nonce text, given_key uuid, given_chapter uuid, given_parent uuid, given_name text, given_email text, given_text text, given_kinds standing_kind[], given_values text[], OUT refusal text, OUT wait_seconds integer, OUT author_waits integer, OUT known_id uuid, OUT known_chapter_id uuid, OUT known_text text, OUT rule_id uuid, OUT rule_kind standing_kind, OUT rule_value text)
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
