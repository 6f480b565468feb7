-- An address is kept as browsers understand it, in which a letter of another script takes up to twelve places: two
-- hundred characters as somebody types them are more here.
ALTER TABLE "comment"
  DROP CONSTRAINT "comment_url_length",
  ADD CONSTRAINT "comment_url_length" CHECK (char_length("url") <= 2000);
