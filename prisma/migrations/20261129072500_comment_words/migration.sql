-- What the desk searches comments by: the words of text, name, e-mail address and website as the search of chapters folds
-- them (no accents, no Arabic vowel signs or articles, hiragana for katakana), Japanese as pairs of characters; and the
-- hosts of links, as :example.org, which nobody's words can be. Of a very long text its first 20,000 characters, so that nobody's comment takes
-- more than some milliseconds.
CREATE TABLE "comment_words" (
  "comment_id" uuid PRIMARY KEY REFERENCES "comment" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "words" tsvector NOT NULL
);
CREATE INDEX "comment_words_words_idx" ON "comment_words" USING gin ("words");

CREATE FUNCTION "words_of_comment"(name text, email text, url text, text text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $function$
  SELECT array_to_tsvector(
    public."search_grams"(public."search_bare"(public."search_plain"("left"(
      concat_ws(' ', "name", "email", "url", "text"), 20000))))
    || array(
      SELECT DISTINCT ':' || regexp_replace(lower(found[1]), '^www\.', '')
      FROM regexp_matches(concat_ws(' ', "url", "text"), 'https?://([^\s/?#<>"@:]{1,253})', 'gi') AS links(found)))
$function$;

CREATE FUNCTION "keep_comment_words"() RETURNS trigger
  LANGUAGE plpgsql
AS $function$
DECLARE
  found tsvector := "words_of_comment"(NEW."name", NEW."email", NEW."url", NEW."text");
BEGIN
  -- Of what has been erased nothing is left here either.
  IF length(found) = 0 THEN
    DELETE FROM "comment_words" WHERE "comment_id" = NEW."id";
  ELSE
    INSERT INTO "comment_words" ("comment_id", "words") VALUES (NEW."id", found)
    ON CONFLICT ("comment_id") DO UPDATE SET "words" = excluded."words";
  END IF;
  RETURN NULL;
END $function$;

CREATE TRIGGER "comment_words_new" AFTER INSERT ON "comment" FOR EACH ROW EXECUTE FUNCTION "keep_comment_words"();
CREATE TRIGGER "comment_words_changed" AFTER UPDATE OF "name", "email", "url", "text" ON "comment"
  FOR EACH ROW EXECUTE FUNCTION "keep_comment_words"();

-- What is asked for: every word, of letters as a beginning once it has three of them, of Japanese by its pairs.
CREATE FUNCTION "comment_query"(words text) RETURNS tsquery
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $function$
  SELECT coalesce(string_agg(
    quote_literal(gram) || CASE WHEN gram ~ '^[0-9a-z\u00df-\u024f\u0370-\u052f\u0620-\u06ff]{3}' OR length(gram) = 1 AND length(word) = 1
      THEN ':*' ELSE '' END, ' & '), '')::tsquery
  FROM regexp_split_to_table(public."search_bare"(public."search_plain"("words")), '\s+') AS word
  CROSS JOIN LATERAL unnest(public."search_grams"(word)) AS gram
  WHERE length(gram) > 1 OR length(word) = 1 OR gram ~ '^[0-9a-z]'
$function$;

-- About how many comments have these words: exact up to the limit. Of a word that very many have, Postgres reads a part.
CREATE FUNCTION "comments_with"(query tsquery, most integer) RETURNS integer
  LANGUAGE sql STABLE SET gin_fuzzy_search_limit = 20000
AS $function$
  SELECT count(*)::integer FROM (SELECT FROM "comment_words" WHERE "words" @@ "query" LIMIT "most") AS found
$function$;

-- Comments that came from an address, while it is known.
CREATE INDEX "submission_trace_ip_idx" ON "submission_trace" ("ip");

INSERT INTO "comment_words" ("comment_id", "words")
SELECT "id", "words_of_comment"("name", "email", "url", "text") FROM "comment";
