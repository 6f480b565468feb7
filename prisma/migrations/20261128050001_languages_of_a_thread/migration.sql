-- In which languages a chapter has been answered: its pages of comments offer a choice of them.
CREATE INDEX "comment_languages" ON "comment" ("chapter_id", "locale") WHERE "status" = 'approved';
