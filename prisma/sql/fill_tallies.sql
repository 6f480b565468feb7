CREATE OR REPLACE FUNCTION public.fill_tallies()
 RETURNS void
 LANGUAGE plpgsql
AS $function$
BEGIN
  DELETE FROM "hour_tally";
  DELETE FROM "day_tally";
  DELETE FROM "comment_opinion";
  UPDATE "moderation_decision" d SET "locale" = s."locale", "waited" = s."waited",
    "held_by" = CASE WHEN s."waited" IS NOT NULL THEN "rule_that_holds"(d."comment_id") END,
    "checked_by" = CASE WHEN s."waited" IS NOT NULL THEN "checker_asked"(d."comment_id") END
  FROM (
    SELECT m."id", c."locale",
      CASE WHEN m."by_id" IS NOT NULL AND m."from_status" = 'pending' AND lag(m."by_id") OVER w IS NULL THEN
        least(2147483647, greatest(0, extract(epoch FROM m."at" - coalesce(lag(m."at") OVER w, c."sent_at"))))::int END AS "waited"
    FROM "moderation_decision" m JOIN "comment" c ON c."id" = m."comment_id" WHERE c."staff_id" IS NULL
    WINDOW w AS (PARTITION BY m."comment_id" ORDER BY m."at", m."id")) s
  WHERE s."id" = d."id" AND d."locale" IS NULL;
  INSERT INTO "comment_opinion" ("comment_id", "source", "said", "truth", "day", "locale")
  SELECT s."comment_id", s."source", s."said", coalesce(t."truth", 'none'), (c."sent_at" AT TIME ZONE 'UTC')::date, c."locale"
  FROM (
    (SELECT DISTINCT ON ("comment_id", "checker") "comment_id", 'checker:' || "checker" AS "source",
      CASE WHEN "verdict" = 'discard' THEN 'spam' ELSE "verdict"::text END AS "said"
    FROM "spam_verdict" ORDER BY "comment_id", "checker", "verdict" = 'unknown', "at" DESC, "id" DESC)
    UNION ALL
    (SELECT DISTINCT ON ("comment_id", "rule") "comment_id", 'rule:' || "rule", "opinion_in_step"("rule", "verdict", "why")
    FROM "screening_step" WHERE "opinion_in_step"("rule", "verdict", "why") IS NOT NULL
    ORDER BY "comment_id", "rule", "place")) s
  JOIN "comment" c ON c."id" = s."comment_id"
  LEFT JOIN (
    SELECT DISTINCT ON ("comment_id") "comment_id",
      CASE WHEN "to_status" = 'pending' THEN 'none' ELSE "to_status"::text END AS "truth"
    FROM "moderation_decision" WHERE "by_id" IS NOT NULL ORDER BY "comment_id", "at" DESC, "id" DESC) t
    ON t."comment_id" = s."comment_id"
  WHERE c."staff_id" IS NULL;
  -- Where a trigger has counted them already, they are counted again.
  DELETE FROM "day_tally";
  INSERT INTO "hour_tally" ("locale", "at", "gone", "backend", "pending", "approved", "spam", "trash", "decided")
  SELECT "locale", "at", false, 0, sum("pending"), sum("approved"), sum("spam"), sum("trash"), sum("decided") FROM (
    SELECT "locale", date_trunc('hour', "sent_at", 'UTC') AS "at", count(*) FILTER (WHERE "status" = 'pending') AS "pending",
      count(*) FILTER (WHERE "status" = 'approved') AS "approved", count(*) FILTER (WHERE "status" = 'spam') AS "spam",
      count(*) FILTER (WHERE "status" = 'trash') AS "trash", 0 AS "decided"
    FROM "comment" WHERE "staff_id" IS NULL GROUP BY 1, 2
    UNION ALL
    SELECT "locale", date_trunc('hour', "at", 'UTC'), 0, 0, 0, 0, count(*)
    FROM "moderation_decision" WHERE "locale" IS NOT NULL AND "by_id" IS NOT NULL GROUP BY 1, 2) s
  GROUP BY 1, 2;
  INSERT INTO "day_tally" ("figure", "locale", "day", "who", "what", "gone", "backend", "count")
  SELECT c."figure", d."locale", (d."at" AT TIME ZONE 'UTC')::date, c."who", c."what", false, 0, count(*)
  FROM "moderation_decision" d CROSS JOIN LATERAL "tallies_of_decision"(
    d."by_id", d."rule", d."undoes", d."to_status", d."waited", d."held_by", d."checked_by") c
  WHERE d."locale" IS NOT NULL GROUP BY 1, 2, 3, 4, 5
  UNION ALL
  SELECT 'opinion', "locale", "day", "source", "said" || '>' || "truth", false, 0, count(*)
  FROM "comment_opinion" GROUP BY 2, 3, 4, 5;
END $function$;
