-- What is chosen at the desk by typing its words: a series by its titles, and the chapters that are closed for comments.
CREATE INDEX "series_title_words" ON "series_title" USING gin ("search_plain"("title") gin_trgm_ops);
CREATE INDEX "chapter_closed" ON "chapter" ("created_at" DESC, "id") WHERE "comments_closed";
