import type { ClientBase } from 'pg'
import type { CodeOf, RuleCode, ScreeningCode } from '@/lib/i18n/statements/codes'
import { enoughLessons } from '@/lib/spam/learning/bayes'

// What is kept beside a comment: where it came from, what rules and checkers said, and who decided. Steps are those of the
// last thirty days, as in a site that was moved here and had no rules before.

interface RuleSaid {
  rule: ScreeningCode
  input: CodeOf<'inputs'>
  inputParameters?: Record<string, string | number>
  /** Where nothing is against the comment. */
  calm: CodeOf<'findings'>
  calmParameters?: Record<string, string | number>
  /** Where it is this rule that speaks. */
  loud: CodeOf<'findings'>
  loudParameters?: Record<string, string | number>
}

const said: RuleSaid[] = [
  {
    rule: 'disallowed-words',
    input: 'lines',
    inputParameters: { count: 300 },
    calm: 'no-word-found',
    loud: 'word-found',
    loudParameters: { line: 'casino', field: 'text' },
  },
  { rule: 'standing-rule', input: 'author', calm: 'standing-none', loud: 'standing-author' },
  {
    rule: 'moderation-words',
    input: 'lines',
    inputParameters: { count: 300 },
    calm: 'no-word-found',
    loud: 'word-found',
    loudParameters: { line: 'wonder', field: 'text' },
  },
  {
    rule: 'links',
    input: 'links',
    inputParameters: { count: 1 },
    calm: 'links-few',
    calmParameters: { limit: 2 },
    loud: 'links-many',
    loudParameters: { limit: 2 },
  },
  { rule: 'staff-look-alike', input: 'author', calm: 'like-nobody', loud: 'like-staff' },
  { rule: 'flood', input: 'came-in', calm: 'nothing-unusual', loud: 'held-flood' },
  { rule: 'hidden-field', input: 'field-empty', calm: 'hidden-empty', loud: 'hidden-filled' },
  {
    rule: 'time-to-fill',
    input: 'characters-in',
    inputParameters: { characters: 180, seconds: 41 },
    calm: 'as-fast-as-people',
    loud: 'faster-than-people',
  },
  { rule: 'browser-work', input: 'right-work', calm: 'work-done', loud: 'work-wrong' },
  {
    rule: 'spam-verdict',
    input: 'checker',
    inputParameters: { checker: 'akismet' },
    calm: 'akismet-ham',
    loud: 'akismet-spam',
  },
  {
    rule: 'learning-filter',
    input: 'features',
    calm: 'too-few-lessons',
    calmParameters: { spam: enoughLessons - 1, ham: enoughLessons - 1 },
    loud: 'learned',
    loudParameters: { score: 97, for: 'w:casino\nw:bonus\nh:shop7.example', against: 'w:keeper' },
  },
  { rule: 'waits-for-editor', input: 'author', calm: 'known-author', loud: 'first-comment' },
]

const byRule = (rule: RuleCode) => `'${rule}'`

/** For the comments of `made`, which were just inserted. */
export async function insertEvidence(client: ClientBase) {
  await client.query(verdicts)
  await client.query('analyze spam_verdict')
  await client.query(traces)
  await client.query(steps, [JSON.stringify(said)])
  await client.query(decisions)
  await client.query(feedback)
}

const traces = `
  insert into submission_trace (comment_id, ip, user_agent, referrer, as_submitted, worked, elapsed_ms, expires_at)
  select m.id, case when place % 10 = 0 then '2001:db8:' || to_hex(place / 65536) || ':' || to_hex(place % 65536) || '::1'
      else host('60.0.0.0'::inet + place * 7) end,
    case when m.is_spam then 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0 Safari/537.36'
      else 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Mobile/15E148 Safari/604.1' end,
    'http://localhost:3000/' || m.locale,
    jsonb_build_object('name', c.name, 'email', c.email, 'url', c.url, 'text', c.text), not m.is_spam or m.n % 3 = 0, 9000 + m.n % 90000,
    m.at + interval '30 days'
  from made m join comment c on c.id = m.id
  cross join lateral (
    select case when m.is_spam then floor(20000 * power(pg_temp.part(m.author, 7), 2))::bigint else 100000 + m.author end as place) as address
  where m.is_traced order by m.n`

// Of the pending ones some are not checked yet: nobody has looked, or the checker gave no answer.
const verdicts = `
  insert into spam_verdict (id, comment_id, checker, verdict, why, why_parameters, guid, settles, at)
  select uuidv7(m.at - clock_timestamp()), m.id, 'akismet', heard.verdict::verdict_word,
    case heard.verdict when 'unknown' then 'akismet-no-answer' else 'akismet-' || heard.verdict end,
    case heard.verdict when 'unknown' then '{"status": 500}' else '{}' end::jsonb,
    case when heard.verdict <> 'unknown' then md5(m.id::text) end, heard.verdict <> 'unknown', m.at + interval '2 seconds'
  from made m
  cross join lateral (select case
    when m.status = 'pending' and m.rule = 'spam-verdict' then 'unknown'
    when m.is_spam then case when m.n % 20 = 0 then 'discard' else 'spam' end else 'ham' end as verdict) as heard
  where m.status <> 'trash' and not m.is_unseen order by m.n`

const steps = `
  insert into screening_step
    (comment_id, place, rule, verdict, ms, at, input, input_parameters, why, why_parameters)
  select m.id, said.place - 1, said.words->>'rule',
    case when not is_loud then 'nothing' when m.status = 'trash' then 'trash' when m.is_spam then 'spam'
      when m.rule = 'spam-verdict' then 'unknown' else 'hold' end::rule_verdict,
    (m.n + said.place) % 9 + case said.words->>'rule' when 'spam-verdict' then 120 else 0 end, m.at + interval '2 seconds',
    said.words->>'input',
    case said.words->>'input' when 'author' then jsonb_build_object('name', c.name, 'email', c.email)
      else coalesce(said.words->'inputParameters', '{}') end,
    case when not is_loud then said.words->>'calm'
      when m.status = 'pending' and m.rule = 'spam-verdict' then 'akismet-no-answer' else said.words->>'loud' end,
    case when not is_loud then coalesce(said.words->'calmParameters', '{}')
      when m.status = 'pending' and m.rule = 'spam-verdict' then '{"status": 500}'
      else coalesce(said.words->'loudParameters', '{}') end
  from made m join comment c on c.id = m.id
  cross join jsonb_array_elements($1::jsonb) with ordinality as said (words, place)
  cross join lateral (select coalesce(m.rule = said.words->>'rule', false) as is_loud) as heard
  where m.is_traced and not m.is_unseen and (m.status <> 'trash' or said.place = 1)
  order by m.n, said.place`

// Most spam was found by its checker, most of what is published was let through by an editor; some went to and fro.
const decisions = `
  insert into moderation_decision (id, comment_id, from_status, to_status, rule, why, by_id, reason, at)
  select uuidv7(at - clock_timestamp()), id, step.was::comment_status, step.becomes::comment_status,
    step.by_rule,
    case step.by_rule when ${byRule('spam-verdict')} then 'akismet-spam' when ${byRule('nothing-against-it')} then 'nothing-against' end,
    case when step.by_rule is null then staff.ids[1 + n % cardinality(staff.ids)] end,
    case when step.by_rule is null and n % 25 = 0 then 'An advertisement.' end, at
  from (
    select m.id, m.n, step.*, m.at + step.after as at
    from made m cross join lateral (values
      ('pending', 'spam', case when m.n % 10 > 0 then ${byRule('spam-verdict')} end, interval '2 seconds', m.is_spam),
      ('pending', 'spam', ${byRule('spam-verdict')}, interval '2 seconds', m.status = 'approved' and m.n % 20 = 0),
      ('spam', 'approved', null, interval '3 hours', m.status = 'approved' and m.n % 20 = 0),
      ('pending', 'approved', case when m.n % 5 = 0 then ${byRule('nothing-against-it')} end, interval '1 hour',
        m.status = 'approved' and m.n % 20 > 0),
      ('pending', 'approved', null, interval '1 hour', m.status = 'trash' and m.n % 10 = 0),
      ('approved', 'trash', null, interval '5 hours', m.status = 'trash' and m.n % 10 = 0),
      ('pending', 'trash', case when m.n % 2 = 0 then ${byRule('disallowed-words')} end, interval '2 seconds',
        m.status = 'trash' and m.n % 10 > 0),
      ('pending', 'approved', null, interval '1 hour', m.status = 'pending' and m.n % 100 = 0),
      ('approved', 'pending', ${byRule('changed-by-author')}, interval '2 hours', m.status = 'pending' and m.n % 100 = 0)
    ) as step (was, becomes, by_rule, after, happened)
    where step.happened) as step
  cross join (select array_agg(id order by id) as ids from person where disabled_at is null) as staff
  order by at`

// A person's word about spam is told to the checker.
const feedback = `
  insert into spam_feedback (id, comment_id, from_status, lesson, by_id, state, attempts, at, settled_at)
  select uuidv7(d.at - clock_timestamp()), d.comment_id, d.from_status,
    case d.to_status when 'spam' then 'spam' else 'ham' end::lesson, d.by_id, 'sent', 1, d.at, d.at + interval '2 minutes'
  from made m join moderation_decision d on d.comment_id = m.id
  where d.by_id is not null and (d.to_status = 'spam' or d.from_status = 'spam' and d.to_status <> 'trash')`
