-- A name as it stands in an address: what a path cannot hold becomes a hyphen. Written in large or small letters it is
-- one person. Empty when no address can be made of it: it would be too long, or is an address of something else.
CREATE FUNCTION "name_slug"("name" TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN slug = '_' OR slug ~ '\.rsc$' OR char_length(slug) > 200 THEN '' ELSE slug END
  FROM trim(both '-.' FROM lower(regexp_replace(
         normalize("name", NFKC), '[\s\u0085\u1680\u2028\u2029\ufeff/?#%\\[:cntrl:]]+', '-', 'g'))) AS slug
$$;
CREATE INDEX "edition_translator" ON "edition" ("name_slug"("translator")) WHERE "translator" IS NOT NULL;
