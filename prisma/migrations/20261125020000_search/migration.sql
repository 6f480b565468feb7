-- Search that takes no longer than it may ---------------------------------------------------------------------
-- What a text must hold at least to be what somebody asks for, as the index can tell it without looking at the
-- text: every word of a phrase, wherever it stands; what is left out is not looked at. Null when there is no word
-- to look for, as when somebody only leaves words out: that would be nearly every text.
CREATE FUNCTION "search_loosely"("asked" tsquery) RETURNS tsquery
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN querytree("asked") NOT IN ('', 'T') THEN (
    SELECT string_agg(CASE WHEN part[1] LIKE '<%' THEN '&' ELSE part[1] END, ' ' ORDER BY place)::tsquery
    -- A word in its quotes (with :* when it is a beginning), a phrase's <-> or <2>, or an operator.
    FROM regexp_matches(querytree("asked"), '(''(?:[^'']|'''')*''[:*]*|<(?:-|\d+)>|[&|()])', 'g')
      WITH ORDINALITY AS parts(part, place))
  END
$$;

-- A list of what is not sorted in yet would be read by every search until somebody tidies it up.
ALTER INDEX "edition_listing_words" SET (fastupdate = off);
ALTER INDEX "edition_listing_title_words" SET (fastupdate = off);
ALTER INDEX "edition_listing_title" SET (fastupdate = off);

-- The words of a Japanese search that its pairs of characters do not settle: they may stand apart in a text. One
-- or two characters are found as they stand.
CREATE FUNCTION "search_unsettled"("plain" TEXT) RETURNS TEXT[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array(
    SELECT word FROM regexp_split_to_table("plain", '\s+') AS word
    WHERE word !~ '^([\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]{1,2})?$')
$$;

-- What readers search for -------------------------------------------------------------------------------------
-- Words that several readers have searched for, by day (UTC): a number, and nothing about who searched.
CREATE TABLE "search_count" (
    "locale" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "searches" INTEGER NOT NULL,

    CONSTRAINT "search_count_pkey" PRIMARY KEY ("locale","words","day"),
    CONSTRAINT "search_count_words" CHECK (char_length("words") BETWEEN 1 AND 60)
);

-- CreateIndex
CREATE INDEX "search_count_day_idx" ON "search_count"("day");
