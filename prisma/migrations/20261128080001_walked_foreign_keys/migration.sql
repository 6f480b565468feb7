-- Keys that a list or a removal follows from the other side. The queue looks each comment's title up by the revision
-- that is published; a picture that nobody shows any more goes when no card has it; and the comments of an edition are
-- looked for when something of it changes.
CREATE INDEX "publication_revision_id_idx" ON "publication" ("revision_id");
CREATE INDEX "comment_edition_id_idx" ON "comment" ("edition_id");
CREATE INDEX "edition_card_hash_idx" ON "edition_card" ("hash");
