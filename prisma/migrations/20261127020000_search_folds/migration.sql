-- Words as they are compared: one width and one case, without accents and Arabic vowel signs, alefs, yehs and the two
-- hehs as one each, hamza left to its carrier, katakana as hiragana (dakuten stay). lib/chapters/folding.ts does the
-- same where words are marked.
CREATE OR REPLACE FUNCTION "search_plain"("words" TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT normalize(CASE WHEN "open" ~ '[\u0629\u0649\u0671\u30a1-\u30f6\u30fd]' THEN translate("open",
    U&'\0629\0649\0671' || 'ァアィイゥウェエォオカキクケコサシスセソタチッツテトナニヌネノハヒフヘホマミムメモャヤュユョヨラリルレロヮワヰヱヲンヵヶヽ',
    U&'\0647\064A\0627' || 'ぁあぃいぅうぇえぉおかきくけこさしすせそたちっつてとなにぬねのはひふへほまみむめもゃやゅゆょよらりるれろゎわゐゑをんゕゖゝ')
    ELSE "open" END, NFC)
  FROM regexp_replace(lower(normalize("words", NFKD)), '[\u0300-\u036f\u0640\u064b-\u065f\u0670]', '', 'g') AS "open"
$$;

-- Arabic words without their articles and what is written in one with these (and, so, with, like, for), and without a
-- hamza at their end. Words that only begin like these stay whole: father, adult (والد, بالغ), Allah. What begins with
-- أل loses it too, in every writing alike.
CREATE FUNCTION "search_bare"("plain" TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT regexp_replace("plain",
    '\u0621(?![\u0620-\u06ff])|(?<![\u0620-\u06ff])(?!\u0648\u0627\u0644\u062f|\u0628\u0627\u0644\u063a|[\u0648\u0641\u0628\u0643]?\u0627\u0644\u0644\u0647(?![\u0620-\u06ff]))(?:[\u0648\u0641]?[\u0628\u0643]?\u0627\u0644|[\u0648\u0641]?\u0644\u0644)(?:\u0627\u0644)*(?=[\u0620-\u06ff]{2})',
    '', 'g')
$$;

CREATE OR REPLACE FUNCTION "search_words"("locale" TEXT, "plain" TEXT) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE "locale"
    WHEN 'ja' THEN array_to_tsvector("search_grams"(left("plain", 100000)))
    WHEN 'ar' THEN to_tsvector('pg_catalog.arabic'::regconfig, "search_bare"(left("plain", 100000)))
    ELSE to_tsvector('pg_catalog.english'::regconfig, left("plain", 100000))
  END
$$;

CREATE OR REPLACE FUNCTION "search_query"("locale" TEXT, "plain" TEXT) RETURNS tsquery
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE "locale"
    WHEN 'ja' THEN (
      SELECT coalesce(string_agg(quote_literal(gram) || CASE WHEN length(gram) = 1 THEN ':*' ELSE '' END, ' & '), '')::tsquery
      FROM regexp_split_to_table("plain", '\s+') AS word
      CROSS JOIN LATERAL unnest("search_grams"(word)) AS gram
      WHERE length(gram) > 1 OR length(word) = 1
    )
    WHEN 'ar' THEN websearch_to_tsquery('pg_catalog.arabic'::regconfig, "search_bare"("plain"))
    ELSE websearch_to_tsquery('pg_catalog.english'::regconfig, "plain")
  END
$$;

-- What is compared otherwise than before: all that is not English, and of the English what has letters to fold.
SELECT "list_edition"(l."edition_id")
FROM "edition_listing" l
JOIN "publication" p ON p."edition_id" = l."edition_id"
JOIN "revision" r ON r."id" = p."revision_id"
WHERE l."locale" <> 'en' OR r."title" || r."summary" || r."text" ~ '[\u00c0-\u1fff\u2100-\uffff]';
