-- Rows say what they say in codes, with parameters; words are made where they are read, in the language of whoever reads.
-- What is there is English prose: every sentence that a version of this site has written becomes its code, and what is
-- not recognised a 'note' that holds it, so that nothing is lost. Erased stays erased.

-- AlterTable
ALTER TABLE "spam_verdict" ADD COLUMN "why_parameters" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "screening_step" ADD COLUMN "input_parameters" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN "why_parameters" JSONB NOT NULL DEFAULT '{}',
ALTER COLUMN "input" DROP NOT NULL;

-- AlterTable
ALTER TABLE "spam_feedback" ADD COLUMN "problem_parameters" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "moderation_decision" ADD COLUMN "why" TEXT,
ADD COLUMN "why_parameters" JSONB NOT NULL DEFAULT '{}';

-- How sentences are read. These functions are of this migration alone and go with its connection.

CREATE FUNCTION pg_temp.statement("code" text, "parameters" jsonb DEFAULT '{}') RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_build_object('code', "code", 'parameters', "parameters")
$$;

CREATE FUNCTION pg_temp.note("said" text) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT pg_temp.statement('note', jsonb_build_object('text', "said"))
$$;

-- A word that was a code already but for its spelling. Nobody has ever been shown these.
CREATE FUNCTION pg_temp.spelled("word" text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN "word" ~ '^[a-z][a-z0-9-]{0,59}$' THEN "word"
    ELSE left('was-' || btrim(regexp_replace(lower("word"), '[^a-z0-9]+', '-', 'g'), '-'), 60) END
$$;

CREATE FUNCTION pg_temp.rule("name" text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce('{
    "disallowed words": "disallowed-words", "moderation words": "moderation-words", "links": "links",
    "staff look-alike": "staff-look-alike", "flood": "flood", "hidden field": "hidden-field",
    "time to fill": "time-to-fill", "work of the browser": "browser-work", "spam verdict": "spam-verdict",
    "learning filter": "learning-filter", "waits for an editor": "waits-for-editor",
    "nothing against it": "nothing-against-it", "changed by its author": "changed-by-author",
    "withdrawn by its author": "withdrawn-by-author", "erased by its author": "erased-by-author",
    "sample content": "sample"}'::jsonb ->> "name", 'other')
$$;

-- What the learning filter knows of a comment's shape; NULL for what it has never known.
CREATE FUNCTION pg_temp.shape("name" text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN "name" ~ '^\d+ (links|characters) or more$'
      THEN split_part("name", ' ', 2) || ':' || split_part("name", ' ', 1)
    ELSE '{
      "gives a website": "website", "holds markup": "markup", "is in capitals": "capitals", "shouts": "shouting",
      "has digits in the name": "digits-in-name", "did the work of a browser": "browser-work",
      "only pretended to work": "wrong-work", "filled in the hidden field": "hidden-field",
      "was written very fast": "haste", "is in another script than the page": "other-script"}'::jsonb ->> "name" END
$$;

CREATE FUNCTION pg_temp.feature("token" text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN "token" LIKE 's:%' THEN coalesce('s:' || pg_temp.shape(substr("token", 3)), "token") ELSE "token" END
$$;

-- The features that a score was explained by, from the words that stood for them; NULL where one cannot be read.
CREATE FUNCTION pg_temp.features("list" text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN bool_and("feature" IS NOT NULL) THEN string_agg("feature", E'\n' ORDER BY "place") END
  FROM (
    SELECT "place", CASE
      WHEN "item" ~ '^“[^”]*”$' THEN 'w:' || substr("item", 2, char_length("item") - 2)
      WHEN "item" ~ '^the name “[^”]*”$' THEN 'n:' || substr("item", 11, char_length("item") - 11)
      WHEN "item" ~ '^a link to .' THEN 'h:' || substr("item", 11)
      WHEN "item" ~ '^e-mail at .' THEN 'e:' || substr("item", 11)
      WHEN "item" ~ '^the network .' THEN 'a:' || substr("item", 13)
      WHEN "item" ~ '^it has \d' THEN 's:' || pg_temp.shape(substr("item", 8))
      WHEN "item" ~ '^it .' THEN 's:' || pg_temp.shape(substr("item", 4)) END AS "feature"
    FROM unnest(string_to_array("list", ', ')) WITH ORDINALITY AS item ("item", "place")) AS items
$$;

CREATE FUNCTION pg_temp.learned("said" text) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  "rest" text := split_part("said", '; against it: ', 1);
  "against" text := split_part("said", '; against it: ', 2);
  "for" text := split_part("rest", '; for it: ', 2);
BEGIN
  "rest" := split_part("rest", '; for it: ', 1);
  IF "rest" !~ '^\d{1,3} of 100 for spam$' THEN RETURN NULL; END IF;
  "for" := CASE WHEN "for" = '' THEN '' ELSE pg_temp.features("for") END;
  "against" := CASE WHEN "against" = '' THEN '' ELSE pg_temp.features("against") END;
  IF "for" IS NULL OR "against" IS NULL THEN RETURN NULL; END IF;
  RETURN pg_temp.statement('learned', jsonb_build_object(
    'score', split_part("rest", ' ', 1)::int, 'for', "for", 'against', "against"));
END $$;

CREATE FUNCTION pg_temp.local_rules("said" text) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  "sign" constant text := '(?:it filled in the field that people do not see|it contains \d{1,9} links|'
    || 'its links are written as markup|it was written faster than people write)';
  "found" text[] := regexp_match("said", '^Local rules: (not enough for spam: |not enough for spam, but to be looked at: |)('
    || "sign" || '(?:; ' || "sign" || ')*)$');
BEGIN
  IF "found" IS NULL THEN RETURN NULL; END IF;
  RETURN pg_temp.statement(
    CASE "found"[1] WHEN '' THEN 'local-spam' WHEN 'not enough for spam: ' THEN 'local-few-signs' ELSE 'local-held' END,
    jsonb_build_object(
      'hidden', ("found"[2] LIKE '%filled in%')::int, 'markup', ("found"[2] LIKE '%as markup%')::int,
      'haste', ("found"[2] LIKE '%faster than%')::int,
      'links', coalesce(substring("found"[2] FROM 'it contains (\d+) links')::int, 0)));
END $$;

-- An answer of Akismet's: its status and, where it said anything, what.
CREATE FUNCTION pg_temp.answered("said" text, "told" text, "silent" text) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN "found" IS NULL THEN NULL
    WHEN "found"[2] = 'empty' THEN pg_temp.statement("silent", jsonb_build_object('status', "found"[1]::int))
    ELSE pg_temp.statement("told", jsonb_build_object(
      'status', "found"[1]::int, 'answer', regexp_replace("found"[2], '^empty, ', ''))) END
  FROM regexp_match("said", '^status (\d{1,9}), (.*)$') AS "found"
$$;

CREATE FUNCTION pg_temp.finding("said" text) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  "known" text := '{
    "the list is empty": "list-empty", "none of them is in it": "no-word-found",
    "no number of links makes a comment wait": "links-any", "like nobody of the staff": "like-nobody",
    "so many comments came at once that a person has to look": "held-flood",
    "others came by the same e-mail address just before, which anybody can type": "held-author",
    "could be taken for somebody of the staff": "held-staff",
    "its author has changed it long after it was published": "held-late-change", "nothing unusual": "nothing-unusual",
    "the field that people do not see was filled in, by a machine or by software that fills in forms": "hidden-filled",
    "the field that people do not see was filled in": "hidden-filled",
    "the field that people do not see": "hidden-empty", "no time was taken": "time-not-taken",
    "faster than people write, unless they paste, dictate, or had it written before": "faster-than-people",
    "faster than people write, unless they paste": "faster-than-people", "as fast as people are": "as-fast-as-people",
    "as without scripts, which nobody needs": "work-none", "the page’s script has done its work": "work-done",
    "a number came that no browser of ours works out": "work-wrong",
    "every comment waits for an editor": "wait-everybody", "nobody has to wait": "wait-nobody",
    "has been approved before, under this name and address": "known-author",
    "the first comment under this name and address waits for an editor": "first-comment",
    "it has not been checked": "not-checked", "no rule had anything against it": "nothing-against",
    "Akismet sees no spam": "akismet-ham", "Akismet takes this for spam": "akismet-spam",
    "Akismet is sure that this is spam": "akismet-discard", "Local rules found nothing": "local-nothing",
    "Akismet has looked again": "looked-again",
    "Akismet says so after all: moved to spam": "later-moved-to-spam",
    "Akismet says so after all: moved to pending": "later-moved-to-pending",
    "Akismet says so after all: a person has decided, and that stands": "later-person-decided",
    "Akismet says so after all: it has been changed since, and is judged as it is": "later-changed-since",
    "Akismet says so after all: it is in the trash": "later-in-trash",
    "Akismet says so after all: it is there already": "later-already-spam",
    "Akismet says so after all: another rule has taken it for spam": "later-other-rule",
    "Akismet says so after all: nothing to change": "later-nothing-to-change",
    "Akismet says so after all: asked again": "later-asked-again", "sample content": "sample"}'::jsonb ->> "said";
  "found" text[];
BEGIN
  IF "known" IS NOT NULL THEN RETURN pg_temp.statement("known"); END IF;
  "found" := regexp_match("said", '^“(.*)” stands in the (name|email|url|text|link|address|browser)$');
  IF "found" IS NOT NULL THEN
    RETURN pg_temp.statement('word-found', jsonb_build_object('line', "found"[1], 'field', "found"[2]));
  END IF;
  "found" := regexp_match("said", '^(\d{1,9}) or more make a comment wait$');
  IF "found" IS NOT NULL THEN
    RETURN pg_temp.statement('links-many', jsonb_build_object('limit', "found"[1]::int));
  END IF;
  "found" := regexp_match("said", '^fewer than (\d{1,9})$');
  IF "found" IS NOT NULL THEN
    RETURN pg_temp.statement('links-few', jsonb_build_object('limit', "found"[1]::int));
  END IF;
  "found" := regexp_match("said", '^could be taken for (.*), of the staff$');
  IF "found" IS NOT NULL THEN
    RETURN pg_temp.statement('like-staff', jsonb_build_object('name', "found"[1]));
  END IF;
  "found" := regexp_match("said", '^Akismet sees no spam so far; it is asked again in (\d{1,9}(?:\.\d{1,9})?) s$');
  IF "found" IS NOT NULL THEN
    RETURN pg_temp.statement('ham-so-far', jsonb_build_object('seconds', "found"[1]::numeric));
  END IF;
  "found" := regexp_match("said", '^has learnt from too few comments yet \((\d{1,9}) spam, (\d{1,9}) not\)$');
  IF "found" IS NOT NULL THEN
    RETURN pg_temp.statement('too-few-lessons', jsonb_build_object('spam', "found"[1]::int, 'ham', "found"[2]::int));
  END IF;
  "found" := regexp_match("said", '^Akismet could not be asked: (.*)$');
  IF "found" IS NOT NULL THEN
    RETURN pg_temp.statement('akismet-unreachable', jsonb_build_object('error', "found"[1]));
  END IF;
  IF "said" ~ '^[A-Z][A-Za-z]*Error$|^Error$' THEN
    RETURN pg_temp.statement('checker-failed', jsonb_build_object('error', "said"));
  END IF;
  RETURN coalesce(
    CASE WHEN starts_with("said", 'Akismet gave no verdict: ') THEN pg_temp.answered(
      substr("said", char_length('Akismet gave no verdict: ') + 1), 'akismet-no-verdict', 'akismet-no-answer') END,
    pg_temp.local_rules("said"), pg_temp.learned("said"), pg_temp.note("said"));
END $$;

-- What a rule looked at. The same words mean different things to different rules: 'empty' may be what somebody typed.
CREATE FUNCTION pg_temp.input("rule" text, "verdict" text, "seen" text) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  "found" text[];
  "count" text := CASE WHEN "seen" ~ '^one (line|link)$' THEN '1' ELSE substring("seen" FROM '^(\d{1,9}) (?:lines|links)$') END;
BEGIN
  CASE
    WHEN "rule" IN ('disallowed words', 'moderation words') THEN
      IF "count" IS NOT NULL THEN RETURN pg_temp.statement('lines', jsonb_build_object('count', "count"::int)); END IF;
      "found" := regexp_match("seen", '^(name|email|url|text|link|address|browser): (.*)$');
      IF "found" IS NOT NULL THEN
        RETURN pg_temp.statement('excerpt', jsonb_build_object('field', "found"[1], 'excerpt', "found"[2]));
      END IF;
    WHEN "rule" = 'links' AND "count" IS NOT NULL THEN
      RETURN pg_temp.statement('links', jsonb_build_object('count', "count"::int));
    WHEN "rule" IN ('staff look-alike', 'waits for an editor') THEN
      IF "seen" = 'Anonymous' THEN RETURN pg_temp.statement('author-unnamed'); END IF;
      "found" := regexp_match("seen", '^(.*) <([^<>]*)>$');
      IF "found" IS NULL THEN
        RETURN pg_temp.statement('author-without-email', jsonb_build_object('name', "seen"));
      END IF;
      IF "found"[1] = 'Anonymous' THEN
        RETURN pg_temp.statement('author-without-name', jsonb_build_object('email', "found"[2]));
      END IF;
      RETURN pg_temp.statement('author', jsonb_build_object('name', "found"[1], 'email', "found"[2]));
    WHEN "rule" = 'flood' THEN
      RETURN pg_temp.statement(CASE WHEN "verdict" = 'hold' THEN 'noted-before' ELSE 'came-in' END);
    WHEN "rule" = 'hidden field' THEN
      IF "verdict" = 'nothing' THEN RETURN pg_temp.statement('field-empty'); END IF;
      RETURN pg_temp.statement('field-content', jsonb_build_object('content', "seen"));
    WHEN "rule" = 'time to fill' THEN
      IF "seen" = 'not known' THEN RETURN pg_temp.statement('time-unknown'); END IF;
      "found" := regexp_match("seen", '^(\d{1,9}) characters in (\d{1,9}) s$');
      IF "found" IS NOT NULL THEN
        RETURN pg_temp.statement('characters-in', jsonb_build_object(
          'characters', "found"[1]::int, 'seconds', "found"[2]::int));
      END IF;
    WHEN "rule" = 'work of the browser' AND "seen" IN ('none came', 'done', 'wrong') THEN
      RETURN pg_temp.statement(CASE "seen" WHEN 'done' THEN 'right-work' WHEN 'wrong' THEN 'wrong-work' ELSE 'no-work' END);
    WHEN "rule" = 'spam verdict' THEN
      "found" := regexp_match("seen", '^([^,]*), (.*)$');
      IF "found" IS NULL THEN
        RETURN pg_temp.statement('checker', jsonb_build_object('checker', pg_temp.checker("seen")));
      END IF;
      RETURN pg_temp.statement('checker-guid', jsonb_build_object(
        'checker', pg_temp.checker("found"[1]), 'guid', "found"[2]));
    WHEN "rule" = 'learning filter' AND "seen" = 'words, links, addresses and shape' THEN
      RETURN pg_temp.statement('features');
    ELSE NULL;
  END CASE;
  RETURN pg_temp.note("seen");
END $$;

CREATE FUNCTION pg_temp.checker("name" text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE "name" WHEN 'local rules' THEN 'local-rules' ELSE pg_temp.spelled("name") END
$$;

CREATE FUNCTION pg_temp.problem("said" text) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN "said" = 'the comment as it was submitted has been erased' THEN pg_temp.statement('trace-erased')
    WHEN "said" = 'no Akismet key is set' THEN pg_temp.statement('no-key')
    WHEN starts_with("said", 'Akismet could not be asked: ') THEN pg_temp.statement('akismet-unreachable',
      jsonb_build_object('error', substr("said", char_length('Akismet could not be asked: ') + 1)))
    WHEN "said" ~ '^Akismet did not say: status \d{1,9}$' THEN pg_temp.statement('account-unclear',
      jsonb_build_object('status', substring("said" FROM '\d+$')::int))
    WHEN starts_with("said", 'Akismet did not take the feedback: ') THEN coalesce(pg_temp.answered(
      substr("said", char_length('Akismet did not take the feedback: ') + 1), 'not-taken', 'not-taken-silent'),
      pg_temp.note("said"))
    ELSE pg_temp.note("said") END
$$;

-- Each table in one statement.

UPDATE "comment" SET "held_for" = CASE "held_for" WHEN 'late change' THEN 'late-change' ELSE pg_temp.spelled("held_for") END
WHERE "held_for" !~ '^[a-z][a-z0-9-]{0,59}$';

UPDATE "mail" SET "dropped_for" = CASE "dropped_for"
  WHEN 'not published' THEN 'not-published' WHEN 'not confirmed' THEN 'not-confirmed'
  WHEN 'its owner refused' THEN 'recipient-refused' WHEN 'refused by the mail server' THEN 'server-refused'
  ELSE pg_temp.spelled("dropped_for") END
WHERE "dropped_for" !~ '^[a-z][a-z0-9-]{0,59}$';

UPDATE "spam_verdict" v SET "checker" = pg_temp.checker(v."checker"), ("why", "why_parameters") = (
  SELECT s."why"->>'code', s."why"->'parameters' FROM (SELECT pg_temp.finding(v."why") AS "why" OFFSET 0) AS s);

UPDATE "screening_step" t SET ("rule", "input", "input_parameters", "why", "why_parameters") = (
  SELECT s."rule", s."input"->>'code', coalesce(s."input"->'parameters', '{}'), s."why"->>'code', s."why"->'parameters'
  FROM (
    SELECT pg_temp.rule(t."rule") AS "rule",
      CASE WHEN t."input" <> '' THEN pg_temp.input(t."rule", t."verdict", t."input") END AS "input",
      CASE WHEN pg_temp.rule(t."rule") = 'other' THEN pg_temp.note(t."rule" || ': ' || t."why")
        ELSE pg_temp.finding(t."why") END AS "why" OFFSET 0) AS s);

UPDATE "spam_feedback" f SET ("problem", "problem_parameters") = (
  SELECT s."problem"->>'code', s."problem"->'parameters'
  FROM (SELECT pg_temp.problem(f."problem") AS "problem" OFFSET 0) AS s)
WHERE f."problem" IS NOT NULL;

-- A decision says the same as before in other words: the one time that it may be changed.
ALTER TABLE "moderation_decision" DISABLE TRIGGER "moderation_decision_append_only";
UPDATE "moderation_decision" d SET "reason" = NULL, ("rule", "why", "why_parameters") = (
  SELECT s."rule", s."why"->>'code', coalesce(s."why"->'parameters', '{}')
  FROM (
    SELECT pg_temp.rule(d."rule") AS "rule",
      CASE WHEN pg_temp.rule(d."rule") = 'other' THEN pg_temp.note(concat_ws(': ', d."rule", d."reason"))
        WHEN d."reason" IS NOT NULL THEN pg_temp.finding(d."reason") END AS "why" OFFSET 0) AS s)
WHERE d."rule" IS NOT NULL;
ALTER TABLE "moderation_decision" ENABLE TRIGGER "moderation_decision_append_only";

-- What the filter has learnt counts under the name of each feature.
UPDATE "filter_token" SET "token" = pg_temp.feature("token")
WHERE "token" LIKE 's:%' AND "token" <> pg_temp.feature("token");
UPDATE "filter_lesson" SET "tokens" = ARRAY(
  SELECT pg_temp.feature("token") FROM unnest("tokens") WITH ORDINALITY AS item ("token", "place") ORDER BY "place")
WHERE EXISTS (SELECT FROM unnest("tokens") AS "token" WHERE "token" <> pg_temp.feature("token"));

UPDATE "setting" SET "value" = jsonb_set("value", '{name}', to_jsonb(pg_temp.checker("value"->>'name')))
WHERE "key" = 'spam.checker' AND jsonb_typeof("value"->'name') = 'string';
UPDATE "setting" SET "value" = "value" - 'message'
WHERE "key" = 'spam.alert' AND "value" @> '{"code": "invalid", "message": "Akismet does not know the key"}';
UPDATE "setting" SET "value" = jsonb_set("value", '{problem}', pg_temp.problem("value"->>'problem'))
WHERE "key" = 'spam.account' AND jsonb_typeof("value"->'problem') = 'string';

-- What Prisma's schema cannot say.

-- Codes look like codes. Which there are, lib/i18n/statements/codes.ts says: a new one needs no migration.
ALTER TABLE "comment" DROP CONSTRAINT "comment_held_for_length",
  ADD CONSTRAINT "comment_held_for_code" CHECK ("held_for" ~ '^[a-z][a-z0-9-]{0,59}$');
ALTER TABLE "mail" ADD CONSTRAINT "mail_dropped_for_code" CHECK ("dropped_for" ~ '^[a-z][a-z0-9-]{0,59}$');
ALTER TABLE "spam_verdict"
  ADD CONSTRAINT "spam_verdict_checker_code" CHECK ("checker" ~ '^[a-z][a-z0-9-]{0,59}$'),
  ADD CONSTRAINT "spam_verdict_why_code" CHECK ("why" ~ '^[a-z][a-z0-9-]{0,59}$' AND jsonb_typeof("why_parameters") = 'object');
ALTER TABLE "screening_step"
  ADD CONSTRAINT "screening_step_rule_code" CHECK ("rule" ~ '^[a-z][a-z0-9-]{0,59}$'),
  ADD CONSTRAINT "screening_step_input_code" CHECK (
    CASE WHEN "input" IS NULL THEN "input_parameters" = '{}'
      ELSE "input" ~ '^[a-z][a-z0-9-]{0,59}$' AND jsonb_typeof("input_parameters") = 'object' END),
  ADD CONSTRAINT "screening_step_why_code" CHECK ("why" ~ '^[a-z][a-z0-9-]{0,59}$' AND jsonb_typeof("why_parameters") = 'object');
ALTER TABLE "spam_feedback"
  ADD CONSTRAINT "spam_feedback_problem_code" CHECK (
    CASE WHEN "problem" IS NULL THEN "problem_parameters" = '{}'
      ELSE "problem" ~ '^[a-z][a-z0-9-]{0,59}$' AND jsonb_typeof("problem_parameters") = 'object' END);
-- A person gives reasons in words, a rule in a code.
ALTER TABLE "moderation_decision"
  ADD CONSTRAINT "moderation_decision_rule_code" CHECK ("rule" ~ '^[a-z][a-z0-9-]{0,59}$'),
  ADD CONSTRAINT "moderation_decision_reason_by_person" CHECK ("reason" IS NULL OR "by_id" IS NOT NULL),
  ADD CONSTRAINT "moderation_decision_why_by_rule" CHECK (
    CASE WHEN "why" IS NULL THEN "why_parameters" = '{}'
      ELSE "why" ~ '^[a-z][a-z0-9-]{0,59}$' AND jsonb_typeof("why_parameters") = 'object' AND "rule" IS NOT NULL END);

-- A decision stays as it was made; only why may go, when the comment's author erases what it repeats.
CREATE OR REPLACE FUNCTION "refuse_change_but_erasure"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  "erasable" constant text[] := '{reason,why,why_parameters}';
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - "erasable" = to_jsonb(OLD) - "erasable"
    AND (NEW."reason" IS NULL OR NEW."reason" IS NOT DISTINCT FROM OLD."reason")
    AND (NEW."why" IS NULL OR NEW."why" IS NOT DISTINCT FROM OLD."why" AND NEW."why_parameters" = OLD."why_parameters") THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
