import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findings, inputs, problems, ruleCodes, screeningCodes } from '@/lib/i18n/statements/codes'
import { statementWords } from '@/lib/i18n/statements/words'
import { databaseBefore } from '@/lib/db/testing/database-before'

// What the migration makes of rows of every kind that versions before it have written.

type Parameters = Record<string, string | number>
type Case = [said: string, code: string, parameters?: Parameters]

const none = { hidden: 0, links: 0, markup: 0, haste: 0 }

const whys: Case[] = [
  ['the list is empty', 'list-empty'],
  ['“casino” stands in the text', 'word-found', { line: 'casino', field: 'text' }],
  [
    '“x” stands in the text” stands in the browser',
    'word-found',
    { line: 'x” stands in the text', field: 'browser' },
  ],
  ['none of them is in it', 'no-word-found'],
  ['no number of links makes a comment wait', 'links-any'],
  ['2 or more make a comment wait', 'links-many', { limit: 2 }],
  ['fewer than 10', 'links-few', { limit: 10 }],
  ['could be taken for Edith “$&” {0}, of the staff', 'like-staff', { name: 'Edith “$&” {0}' }],
  ['like nobody of the staff', 'like-nobody'],
  ['so many comments came at once that a person has to look', 'held-flood'],
  ['others came by the same e-mail address just before, which anybody can type', 'held-author'],
  ['could be taken for somebody of the staff', 'held-staff'],
  ['its author has changed it long after it was published', 'held-late-change'],
  ['nothing unusual', 'nothing-unusual'],
  [
    'the field that people do not see was filled in, by a machine or by software that fills in forms',
    'hidden-filled',
  ],
  ['the field that people do not see was filled in', 'hidden-filled'],
  ['the field that people do not see', 'hidden-empty'],
  ['no time was taken', 'time-not-taken'],
  ['faster than people write, unless they paste, dictate, or had it written before', 'faster-than-people'],
  ['faster than people write, unless they paste', 'faster-than-people'],
  ['as fast as people are', 'as-fast-as-people'],
  ['as without scripts, which nobody needs', 'work-none'],
  ['the page’s script has done its work', 'work-done'],
  ['a number came that no browser of ours works out', 'work-wrong'],
  ['every comment waits for an editor', 'wait-everybody'],
  ['nobody has to wait', 'wait-nobody'],
  ['has been approved before, under this name and address', 'known-author'],
  ['the first comment under this name and address waits for an editor', 'first-comment'],
  ['it has not been checked', 'not-checked'],
  ['no rule had anything against it', 'nothing-against'],
  ['Akismet sees no spam so far; it is asked again in 120 s', 'ham-so-far', { seconds: 120 }],
  ['Akismet sees no spam', 'akismet-ham'],
  ['Akismet takes this for spam', 'akismet-spam'],
  ['Akismet is sure that this is spam', 'akismet-discard'],
  ['Akismet gave no verdict: status 500, empty', 'akismet-no-answer', { status: 500 }],
  ['Akismet gave no verdict: status 200, tru', 'akismet-no-verdict', { status: 200, answer: 'tru' }],
  [
    'Akismet gave no verdict: status 429, empty, Too many, please wait',
    'akismet-no-verdict',
    { status: 429, answer: 'Too many, please wait' },
  ],
  [
    'Akismet could not be asked: Timeout of 5000ms exceeded',
    'akismet-unreachable',
    { error: 'Timeout of 5000ms exceeded' },
  ],
  ['TimeoutError', 'checker-failed', { error: 'TimeoutError' }],
  ['Local rules found nothing', 'local-nothing'],
  ['Local rules: not enough for spam: it contains 2 links', 'local-few-signs', { ...none, links: 2 }],
  [
    'Local rules: not enough for spam, but to be looked at: it filled in the field that people do not see; ' +
      'it was written faster than people write',
    'local-held',
    { ...none, hidden: 1, haste: 1 },
  ],
  [
    'Local rules: it filled in the field that people do not see; it contains 40 links; its links are written as markup',
    'local-spam',
    { ...none, hidden: 1, links: 40, markup: 1 },
  ],
  ['has learnt from too few comments yet (3 spam, 14 not)', 'too-few-lessons', { spam: 3, ham: 14 }],
  ['50 of 100 for spam', 'learned', { score: 50, for: '', against: '' }],
  [
    '99 of 100 for spam; for it: “casino”, the name “rea”, a link to a.example, e-mail at mail.example, the network ' +
      '2001:db8:1, it has 4 links or more; against it: “港の”, it has digits in the name, it gives a website',
    'learned',
    {
      score: 99,
      for: 'w:casino\nn:rea\nh:a.example\ne:mail.example\na:2001:db8:1\ns:links:4',
      against: 'w:港の\ns:digits-in-name\ns:website',
    },
  ],
  [
    '3 of 100 for spam; against it: it did the work of a browser',
    'learned',
    { score: 3, for: '', against: 's:browser-work' },
  ],
  ['Akismet has looked again', 'looked-again'],
  ['Akismet says so after all: moved to spam', 'later-moved-to-spam'],
  ['Akismet says so after all: moved to pending', 'later-moved-to-pending'],
  ['Akismet says so after all: a person has decided, and that stands', 'later-person-decided'],
  ['Akismet says so after all: it has been changed since, and is judged as it is', 'later-changed-since'],
  ['Akismet says so after all: it is in the trash', 'later-in-trash'],
  ['Akismet says so after all: it is there already', 'later-already-spam'],
  ['Akismet says so after all: another rule has taken it for spam', 'later-other-rule'],
  ['Akismet says so after all: nothing to change', 'later-nothing-to-change'],
  ['Akismet says so after all: asked again', 'later-asked-again'],
  ['sample content', 'sample'],
]
/** Sentences that no version of ours is known to have written, or that cannot be read for sure. */
const notes = [
  '',
  'told so',
  'Akismet sees no spam\n',
  '2 or more make a comment wait!',
  '“x” stands in the shoes',
  'Local rules: it contains the blocked word “liked”',
  'Local rules: it contains many links',
  '99 of 100 for spam; for it: “a”, something else',
  '99 of 100 for spam; for it: it is odd',
  '9999999999 or more make a comment wait',
  'Akismet gave no verdict',
  'fewer than 3 <b>\'"$$ {0}',
]

const seen: [rule: string, verdict: string, input: string, code: string, parameters?: Parameters][] = [
  ['disallowed words', 'nothing', '0 lines', 'lines', { count: 0 }],
  ['moderation words', 'nothing', 'one line', 'lines', { count: 1 }],
  [
    'moderation words',
    'hold',
    'email: a: b@example.org',
    'excerpt',
    { field: 'email', excerpt: 'a: b@example.org' },
  ],
  ['disallowed words', 'trash', 'browser: 3 lines', 'excerpt', { field: 'browser', excerpt: '3 lines' }],
  ['links', 'nothing', 'one link', 'links', { count: 1 }],
  ['links', 'hold', '12 links', 'links', { count: 12 }],
  [
    'staff look-alike',
    'hold',
    'Ed <i> <ed@example.org>',
    'author',
    { name: 'Ed <i>', email: 'ed@example.org' },
  ],
  [
    'waits for an editor',
    'hold',
    'Anonymous <a@example.org>',
    'author-without-name',
    { email: 'a@example.org' },
  ],
  ['waits for an editor', 'hold', 'Anonymous', 'author-unnamed'],
  ['waits for an editor', 'hold', 'Rea', 'author-without-email', { name: 'Rea' }],
  ['flood', 'hold', 'late change', 'noted-before'],
  ['flood', 'nothing', 'when it came in', 'came-in'],
  ['hidden field', 'hold', 'empty', 'field-content', { content: 'empty' }],
  ['hidden field', 'nothing', 'empty', 'field-empty'],
  ['time to fill', 'nothing', 'not known', 'time-unknown'],
  ['time to fill', 'sign', '5000 characters in 3 s', 'characters-in', { characters: 5_000, seconds: 3 }],
  ['work of the browser', 'nothing', 'none came', 'no-work'],
  ['work of the browser', 'nothing', 'done', 'right-work'],
  ['work of the browser', 'sign', 'wrong', 'wrong-work'],
  ['spam verdict', 'nothing', 'local rules', 'checker', { checker: 'local-rules' }],
  ['spam verdict', 'spam', 'akismet, a-guid, b', 'checker-guid', { checker: 'akismet', guid: 'a-guid, b' }],
  ['learning filter', 'nothing', 'words, links, addresses and shape', 'features'],
  ['links', 'hold', 'some links', 'note', { text: 'some links' }],
]

const told: Case[] = [
  ['the comment as it was submitted has been erased', 'trace-erased'],
  ['no Akismet key is set', 'no-key'],
  ['Akismet did not take the feedback: status 500, empty', 'not-taken-silent', { status: 500 }],
  ['Akismet did not take the feedback: status 200, invalid', 'not-taken', { status: 200, answer: 'invalid' }],
  ['Akismet could not be asked: Timeout', 'akismet-unreachable', { error: 'Timeout' }],
  ['Timeout of 300ms exceeded', 'note', { text: 'Timeout of 300ms exceeded' }],
]

const ruleNames: [name: string, code: string][] = [
  ['disallowed words', 'disallowed-words'],
  ['moderation words', 'moderation-words'],
  ['links', 'links'],
  ['staff look-alike', 'staff-look-alike'],
  ['flood', 'flood'],
  ['hidden field', 'hidden-field'],
  ['time to fill', 'time-to-fill'],
  ['work of the browser', 'browser-work'],
  ['spam verdict', 'spam-verdict'],
  ['learning filter', 'learning-filter'],
  ['waits for an editor', 'waits-for-editor'],
  ['nothing against it', 'nothing-against-it'],
  ['changed by its author', 'changed-by-author'],
  ['withdrawn by its author', 'withdrawn-by-author'],
  ['erased by its author', 'erased-by-author'],
  ['sample content', 'sample'],
]

const drops: [before: string | null, after: string | null][] = [
  ['erased', 'erased'],
  ['not published', 'not-published'],
  ['decided', 'decided'],
  ['stopped', 'stopped'],
  ['confirmed', 'confirmed'],
  ['not confirmed', 'not-confirmed'],
  ['its owner refused', 'recipient-refused'],
  ['refused by the mail server', 'server-refused'],
  ['Nobody knows!', 'was-nobody-knows'],
  [null, null],
]

const holds: [before: string | null, after: string | null][] = [
  ['flood', 'flood'],
  ['author', 'author'],
  ['staff', 'staff'],
  ['late change', 'late-change'],
  ['Something else', 'was-something-else'],
  [null, null],
]

let before: Awaited<ReturnType<typeof databaseBefore>>
const person = randomUUID()

/** Rows as they were written, each under a new id. */
async function insert(table: string, rows: Record<string, unknown>[]) {
  const ids: string[] = []
  for (const row of rows) {
    const id = randomUUID()
    const whole: Record<string, unknown> =
      table === 'screening_step' ? { comment_id: id, ...row } : { id, ...row }
    const names = Object.keys(whole)
    await before.client.query(
      `insert into ${table} (${names.map((name) => `"${name}"`).join(', ')})
       values (${names.map((_, place) => `$${place + 1}`).join(', ')})`,
      Object.values(whole),
    )
    ids.push(id)
  }
  return ids
}
const rowsOf = async <Row>(table: string, ids: string[], columns: string): Promise<Row[]> => {
  const id = table === 'screening_step' ? 'comment_id' : 'id'
  const { rows } = await before.client.query<Row & { id: string }>(
    `select ${id} as id, ${columns} from ${table} where ${id} = any ($1::uuid[])`,
    [ids],
  )
  return ids.map((one) => {
    const { id: _, ...row } = rows.find(({ id }) => id === one)!
    return row as Row
  })
}

const verdict = { comment_id: person, checker: 'akismet', verdict: 'unknown' }
const step = { place: 0, verdict: 'nothing', ms: 3, rule: 'links', input: 'one link', why: 'nothing unusual' }
const decision = { comment_id: person, from: 'pending', to: 'spam' }
const statement = ([, code, parameters = {}]: Case) => ({ code, parameters })
const columns = (name: string) => `${name} as code, ${name}_parameters as parameters`

const ids: Record<string, string[]> = {}
const settings = async () =>
  Object.fromEntries(
    (await before.client.query<{ key: string; value: unknown }>('select key, value from setting')).rows.map(
      ({ key, value }) => [key, value],
    ),
  )

beforeAll(async () => {
  before = await databaseBefore('20261128060101_codes_in_rows')
  const noted = notes.map((said): Case => [said, 'note', { text: said }])
  ids.verdicts = await insert(
    'spam_verdict',
    [...whys, ...noted].map(([why]) => ({ ...verdict, why })),
  )
  ids.local = await insert('spam_verdict', [{ ...verdict, checker: 'local rules', why: 'sample content' }])
  ids.steps = await insert(
    'screening_step',
    [...whys, ...noted].map(([why]) => ({ ...step, why })),
  )
  ids.inputs = await insert(
    'screening_step',
    seen.map(([rule, verdict, input]) => ({ ...step, rule, verdict, input })),
  )
  ids.erased = await insert('screening_step', [{ ...step, input: '' }])
  ids.oddStep = await insert('screening_step', [{ ...step, rule: 'an old rule', why: 'because' }])
  ids.ruleSteps = await insert(
    'screening_step',
    ruleNames.map(([rule]) => ({ ...step, rule })),
  )
  ids.feedback = await insert(
    'spam_feedback',
    told.map(([problem]) => ({ comment_id: randomUUID(), from: 'pending', as: 'spam', problem })),
  )
  ids.untold = await insert('spam_feedback', [{ comment_id: randomUUID(), from: 'spam', as: 'ham' }])
  ids.rules = await insert(
    'moderation_decision',
    ruleNames.map(([rule]) => ({ ...decision, rule })),
  )
  ids.reasons = await insert(
    'moderation_decision',
    [...whys, ...noted].map(([reason]) => ({ ...decision, rule: 'links', reason })),
  )
  ids.people = await insert('moderation_decision', [
    { ...decision, by_id: person, reason: 'Akismet sees no spam' },
    { ...decision, by_id: person, undoes: true },
  ])
  ids.odd = await insert('moderation_decision', [
    { ...decision, rule: 'An old rule', reason: 'because' },
    { ...decision, rule: 'An old rule' },
  ])
  ids.mails = await insert(
    'mail',
    drops.map(([dropped_for], place) => ({
      comment_id: randomUUID(),
      recipient: `a${place}@example.org`,
      kind: 'reply',
      locale: 'en',
      dropped_for,
    })),
  )
  ids.comments = await insert(
    'comment',
    holds.map(([held_for]) => ({
      chapter_id: person,
      edition_id: person,
      name: 'Rea',
      email: '',
      text: 'x',
      locale: 'en',
      held_for,
      submission_key: randomUUID(),
    })),
  )
  await before.client.query(
    `insert into filter_token (token, spam) values ('s:gives a website', 1), ('s:4 links or more', 2),
      ('s:5000 characters or more', 3), ('w:gives', 4), ('s:is something else', 5), ('lessons', 6)`,
  )
  await before.client.query(
    `insert into filter_lesson (comment_id, "as", tokens)
     values ($1, 'spam', array['w:b', 's:was written very fast', 's:0 links or more', 'w:a'])`,
    [person],
  )
  await before.client.query(
    `insert into setting (key, value, updated_at) select key, value::jsonb, now() from (values
      ('spam.checker', '{"name": "local rules"}'), ('discussion', '{"hold": "everybody"}'),
      ('spam.alert', '{"code": "invalid", "message": "Akismet does not know the key"}'),
      ('spam.account', '{"key": "unknown", "at": "2026-01-02T03:04:05Z", "problem": "Akismet did not say: status 503"}')
    ) as given (key, value)`,
  )
  expect(await before.apply()).toEqual(['20261128060101_codes_in_rows'])
})
afterAll(() => before.drop())

const saidSo: Case[] = [...whys, ...notes.map((said): Case => [said, 'note', { text: said }])]

describe('why', () => {
  test.each([
    ['a verdict', 'spam_verdict', 'verdicts'],
    ['a step', 'screening_step', 'steps'],
    ['a decision of a rule', 'moderation_decision', 'reasons'],
  ])('%s: each sentence is its code, and what is not known a note', async (_name, table, which) => {
    const rows = await rowsOf<object>(table, ids[which]!, columns('why'))
    expect(rows).toEqual(saidSo.map(statement))
  })

  test('every code is one that has words, with the parameters that these name', () => {
    const all: Record<string, readonly string[]> = findings
    for (const [, code, parameters = {}] of saidSo)
      expect(Object.keys(parameters).sort(), code).toEqual([...all[code]!].sort())
    // Everything that could be said before can be said now.
    expect(Object.keys(findings)).toEqual(expect.arrayContaining(saidSo.map(([, code]) => code)))
  })

  test('English says it as before, but for what is said better', () => {
    const other = whys.filter(([said, code, parameters = {}]) => {
      return statementWords('en', 'findings', { code, parameters }) !== said
    })
    expect(new Set(other.map(([, code]) => code))).toEqual(
      new Set([
        'ham-so-far',
        'akismet-no-answer',
        'akismet-no-verdict',
        'checker-failed',
        'local-few-signs',
        'local-held',
        'local-spam',
        'too-few-lessons',
        'hidden-filled',
        'faster-than-people',
        'later-moved-to-pending',
        'later-already-spam',
      ]),
    )
  })
})

test('what a rule looked at, which the same words do not say of every rule; erased stays erased', async () => {
  const rows = await rowsOf<object>('screening_step', ids.inputs!, columns('input'))
  expect(rows).toEqual(seen.map(([, , , code, parameters = {}]) => ({ code, parameters })))
  const all: Record<string, readonly string[]> = inputs
  for (const [, , , code, parameters = {}] of seen)
    expect(Object.keys(parameters).sort(), code).toEqual([...all[code]!].sort())
  expect(Object.keys(inputs)).toEqual(expect.arrayContaining(seen.map(([, , , code]) => code)))
  expect(await rowsOf('screening_step', ids.erased!, columns('input'))).toEqual([
    { code: null, parameters: {} },
  ])
})

test('rules have codes; one that is not known is another, and what it said has its name', async () => {
  const codes = ruleNames.map(([, rule]) => ({ rule }))
  expect(await rowsOf('screening_step', ids.ruleSteps!, 'rule')).toEqual(codes)
  expect(await rowsOf('moderation_decision', ids.rules!, 'rule')).toEqual(codes)
  expect(ruleCodes).toEqual(expect.arrayContaining([...ruleNames.map(([, rule]) => rule), 'other']))
  expect(ruleCodes).toEqual(expect.arrayContaining([...screeningCodes]))
  expect(await rowsOf('screening_step', ids.oddStep!, `rule, ${columns('why')}`)).toEqual([
    { rule: 'other', code: 'note', parameters: { text: 'an old rule: because' } },
  ])
  expect(await rowsOf('moderation_decision', ids.odd!, `rule, reason, ${columns('why')}`)).toEqual([
    { rule: 'other', reason: null, code: 'note', parameters: { text: 'An old rule: because' } },
    { rule: 'other', reason: null, code: 'note', parameters: { text: 'An old rule' } },
  ])
})

test('a rule that gave no reason gives none; what people wrote stands as they wrote it', async () => {
  const whole = `by_id, rule, reason, undoes, why, why_parameters`
  for (const row of await rowsOf('moderation_decision', ids.rules!, whole))
    expect(row).toMatchObject({ by_id: null, reason: null, why: null, why_parameters: {} })
  expect(await rowsOf('moderation_decision', ids.people!, whole)).toEqual([
    {
      by_id: person,
      rule: null,
      reason: 'Akismet sees no spam',
      undoes: false,
      why: null,
      why_parameters: {},
    },
    { by_id: person, rule: null, reason: null, undoes: true, why: null, why_parameters: {} },
  ])
})

test('the record is append-only again', async () => {
  await before.client.query('set session_replication_role = origin')
  for (const change of [`rule = 'flood'`, `why = 'note'`, `why_parameters = '{}'`, `undoes = not undoes`])
    await expect(
      before.client.query(`update moderation_decision set ${change} where why = 'word-found'`),
      change,
    ).rejects.toThrow('append-only')
  await expect(before.client.query('delete from moderation_decision')).rejects.toThrow('append-only')
  await before.client.query('set session_replication_role = replica')
})

test('feedback, mails and what waits', async () => {
  expect(await rowsOf('spam_feedback', ids.feedback!, columns('problem'))).toEqual(told.map(statement))
  const all: Record<string, readonly string[]> = problems
  for (const [, code, parameters = {}] of told)
    expect(Object.keys(parameters).sort(), code).toEqual([...all[code]!].sort())
  expect(await rowsOf('spam_feedback', ids.untold!, columns('problem'))).toEqual([
    { code: null, parameters: {} },
  ])
  expect(await rowsOf('mail', ids.mails!, 'dropped_for as now')).toEqual(drops.map(([, now]) => ({ now })))
  expect(await rowsOf('comment', ids.comments!, 'held_for as now')).toEqual(holds.map(([, now]) => ({ now })))
})

test('checkers, alerts and accounts', async () => {
  expect(await rowsOf('spam_verdict', ids.local!, 'checker')).toEqual([{ checker: 'local-rules' }])
  expect(await settings()).toEqual({
    'spam.checker': { name: 'local-rules' },
    discussion: { hold: 'everybody' },
    'spam.alert': { code: 'invalid' },
    'spam.account': {
      key: 'unknown',
      at: '2026-01-02T03:04:05Z',
      problem: { code: 'account-unclear', parameters: { status: 503 } },
    },
  })
})

test('what the filter has learnt of shapes, it still knows', async () => {
  const { rows } = await before.client.query('select token, spam from filter_token order by spam')
  expect(rows).toEqual([
    { token: 's:website', spam: 1 },
    { token: 's:links:4', spam: 2 },
    { token: 's:characters:5000', spam: 3 },
    { token: 'w:gives', spam: 4 },
    { token: 's:is something else', spam: 5 },
    { token: 'lessons', spam: 6 },
  ])
  expect((await before.client.query('select tokens from filter_lesson')).rows).toEqual([
    { tokens: ['w:b', 's:haste', 's:links:0', 'w:a'] },
  ])
})

test('no row takes a sentence any more', async () => {
  for (const [change, rule] of [
    [`spam_verdict set why = 'A sentence.'`, 'spam_verdict_why_code'],
    [`spam_verdict set why_parameters = '[]'`, 'spam_verdict_why_code'],
    [`spam_verdict set checker = 'local rules'`, 'spam_verdict_checker_code'],
    [`screening_step set rule = 'spam verdict'`, 'screening_step_rule_code'],
    [`screening_step set input = ''`, 'screening_step_input_code'],
    [`screening_step set input = null, input_parameters = '{"a": 1}'`, 'screening_step_input_code'],
    [`screening_step set why = 'Why?'`, 'screening_step_why_code'],
    [`spam_feedback set problem = null, problem_parameters = '{"a": 1}'`, 'spam_feedback_problem_code'],
    [`mail set dropped_for = 'not published'`, 'mail_dropped_for_code'],
    [`comment set held_for = 'late change'`, 'comment_held_for_code'],
    [`moderation_decision set why = null, why_parameters = '{"a": 1}'`, 'moderation_decision_why_by_rule'],
  ] as const)
    await expect(before.client.query(`update ${change}`), change).rejects.toThrow(rule)
})
