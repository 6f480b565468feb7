-- Whether somebody has translated anything into a language is one look, and so is who comes next after a name.
DROP INDEX "edition_translator";
CREATE INDEX "edition_translator" ON "edition" ("name_slug"("translator"), "locale") WHERE "translator" IS NOT NULL;
