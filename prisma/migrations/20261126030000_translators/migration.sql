-- A name as it stands in an address: what a path cannot hold becomes a hyphen. Written in large or small letters it is
-- one person.
CREATE FUNCTION "name_slug"("name" TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT trim(both '-.' FROM lower(regexp_replace(normalize("name", NFKC), '[\s/?#%\\[:cntrl:]]+', '-', 'g')))
$$;
CREATE INDEX "edition_translator" ON "edition" ("name_slug"("translator")) WHERE "translator" IS NOT NULL;
