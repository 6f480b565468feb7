import { commentingOn } from '../discussion/form-queries'
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { db, pool } from '@/lib/db/client'
import { anEdition } from '@/lib/db/testing/factories'
import { submit } from './commands'
import { usualDiscussion } from '../discussion/settings'
import { forgetTraces } from '../retention-commands'
import { discussionNow, forgetDiscussion } from '../discussion/queries'
import { aSubmission, from, secret, solvedChallenge } from '../testing/a-submission'
import { keepDiscussion } from '../testing/keep-discussion'

let edition: Awaited<ReturnType<typeof anEdition>>
beforeEach(async () => {
  edition = await anEdition()
  await keepDiscussion({})
  await pool().query('delete from submission_pace')
})

let people = 0
/** Somebody whom nobody has seen: an address and an e-mail address of their own. */
const somebody = () => {
  people += 1
  return { ip: `198.51.${people >> 8}.${people & 255}`, email: `reader-${people}@example.org` }
}
interface Wish {
  ip?: string
  [field: string]: string | undefined
}
const post = ({ ip, ...fields }: Wish = {}, place = edition) => {
  const person = somebody()
  const submission = aSubmission(place, { comment: randomUUID(), email: person.email, ...fields })
  return submit(submission, { ...from, ip: ip ?? person.ip }, { now: Date.now(), secret })
}
const codeOf = (outcome: Awaited<ReturnType<typeof submit>>) =>
  outcome.ok ? 'stored' : (outcome.problems.form ?? outcome.problems.answer)
const count = () => db.comment.count({ where: { chapterId: edition.chapterId } })
const heldFor = async () =>
  (
    await db.comment.findMany({
      where: { chapterId: edition.chapterId },
      orderBy: { id: 'asc' },
      select: { heldFor: true },
    })
  ).map((comment) => comment.heldFor)
/** As if so many seconds had gone by since the last comments. */
const wait = (seconds: number) => {
  forgetDiscussion()
  return pool().query(
    `update submission_pace set recent = array(select t - $1 * interval '1 second' from unnest(recent) as t)`,
    [seconds],
  )
}

describe('what was said already', () => {
  const said = { comment: 'The lamp was lit.', author: 'Rea', email: 'rea@example.org' }
  const other: [string, Partial<typeof said> & { parent?: string }, string][] = [
    ['the same once more', {}, 'duplicate'],
    ['the same from an address in other letters', { email: 'REA@example.org' }, 'duplicate'],
    ['the same with another name', { author: 'Ria' }, 'stored'],
    ['the same from another e-mail address', { email: 'other@example.org' }, 'stored'],
    ['the same without an e-mail address', { email: '' }, 'stored'],
    ['another letter', { comment: 'The lamp was lit!' }, 'stored'],
    ['in capitals and other widths', { comment: 'THE LAMP ｗａｓ lit.', author: 'REA' }, 'duplicate'],
    ['with more blanks', { comment: 'The  lamp\nwas lit.' }, 'duplicate'],
    [
      'with what cannot be seen',
      { comment: 'The la\u200bmp was\u2060 lit.', author: 'Re\u00ada' },
      'duplicate',
    ],
  ]
  test.each(other)('%s: %#', async (_name, changes, expected) => {
    await keepDiscussion({ gapSeconds: 0 })
    expect(codeOf(await post(said))).toBe('stored')
    expect(codeOf(await post({ ...said, ...changes }))).toBe(expected)
  })

  test('on another chapter, or as an answer to somebody, it is another comment', async () => {
    await keepDiscussion({ gapSeconds: 0 })
    await post(said)
    const elsewhere = await anEdition()
    expect(codeOf(await post({ ...said, chapter: elsewhere.chapterId }, elsewhere))).toBe('stored')
    const parent = (await db.comment.findFirstOrThrow({ where: { chapterId: edition.chapterId } })).id
    await db.comment.update({ where: { id: parent }, data: { status: 'approved' } })
    expect(codeOf(await post({ ...said, parent }))).toBe('stored')
    expect(codeOf(await post({ ...said, parent }))).toBe('duplicate')
  })

  test.each(['pending', 'approved', 'spam'] as const)('counts when it is %s', async (status) => {
    await keepDiscussion({ gapSeconds: 0 })
    await post(said)
    await db.comment.updateMany({ where: { chapterId: edition.chapterId }, data: { status } })
    expect(codeOf(await post(said))).toBe('duplicate')
  })

  test('does not count when it is in the trash', async () => {
    await keepDiscussion({ gapSeconds: 0 })
    await post(said)
    await db.comment.updateMany({ where: { chapterId: edition.chapterId }, data: { status: 'trash' } })
    expect(codeOf(await post(said))).toBe('stored')
  })

  test('is told before the pace, and leaves challenge and pace as they were', async () => {
    await post({ ...said, ip: '192.0.2.9' })
    const solved = solvedChallenge(edition.chapterId)
    expect(codeOf(await post({ ...said, ip: '192.0.2.9', ...solved }))).toBe('duplicate')
    await wait(15)
    expect(codeOf(await post({ ...said, ...solved, comment: 'Something else' }))).toBe('stored')
  })

  test('is stored once when forty say it at the same moment from forty addresses', async () => {
    await keepDiscussion({ gapSeconds: 0, mostInTenMinutes: 1_000 })
    for (const email of ['rea@example.org', '']) {
      const outcomes = await Promise.all(
        Array.from({ length: 40 }, () => post({ ...said, email, comment: `All at once ${email}` })),
      )
      expect(outcomes.map(codeOf).filter((code) => code === 'stored')).toHaveLength(1)
      expect(outcomes.map(codeOf).filter((code) => code === 'duplicate')).toHaveLength(39)
    }
    expect(await count()).toBe(2)
  })
})

describe('nobody’s words', () => {
  const nameless = { comment: 'Wonderful!', author: '', email: '' }
  test.each([
    ['no name', {}, 2],
    ['a name of which nothing is seen', { author: '\u200b' }, 2],
    ['a name that says so', { author: 'Anonymous' }, 2],
    ['such a name in capitals', { author: 'ANONYMOUS ' }, 2],
    ['such a name in Japanese', { author: '名無しさん' }, 2],
    ['such a name in Arabic', { author: 'مجهول' }, 2],
    ['somebody’s name', { author: 'Rea' }, 1],
    ['an e-mail address', { email: 'rea@example.org' }, 1],
  ])('said twice under %s', async (_, who, expected) => {
    await keepDiscussion({ gapSeconds: 0 })
    const codes = [codeOf(await post({ ...nameless, ...who })), codeOf(await post({ ...nameless, ...who }))]
    expect(codes).toEqual(['stored', expected === 2 ? 'stored' : 'duplicate'])
    expect(await count()).toBe(expected)
  })

  test('are two comments from one address too, and one when one form is sent twice', async () => {
    await keepDiscussion({ gapSeconds: 0 })
    const school = { ...nameless, ip: '192.0.2.44' }
    expect([codeOf(await post(school)), codeOf(await post(school))]).toEqual(['stored', 'stored'])
    const key = { submission_key: randomUUID() }
    expect([codeOf(await post({ ...school, ...key })), codeOf(await post({ ...school, ...key }))]).toEqual([
      'stored',
      'stored',
    ])
    expect(await count()).toBe(3)
  })

  test('forty at once from forty addresses do not wait for each other, and all are stored', async () => {
    await keepDiscussion({ gapSeconds: 0, mostInTenMinutes: 1_000 })
    const outcomes = await Promise.all(Array.from({ length: 40 }, () => post(nameless)))
    expect(outcomes.map(codeOf)).toEqual(Array(40).fill('stored'))
  })
})

describe('an address that has to wait', () => {
  const ip = '192.0.2.77'
  const author = { author: 'Rea', email: 'rea-waits@example.org', ip }
  /** Refused by the database once, so that from now on it is refused without asking it. */
  const refuse = async () => expect(codeOf(await post({ ip }))).toBe('too-fast')

  test('is told what has become of its own form: it is here, or its key is another text’s', async () => {
    const key = randomUUID()
    const first = await post({ ...author, submission_key: key, comment: 'One' })
    await refuse()
    await refuse()
    const again = await post({ ...author, submission_key: key, comment: 'One' })
    expect(again).toEqual({ ok: true, value: { commentId: first.ok && first.value.commentId, again: true } })
    expect(codeOf(await post({ ...author, submission_key: key, comment: 'Two' }))).toBe('changed-text')
    expect(codeOf(await post({ ...author, comment: 'Two' }))).toBe('too-fast')
    expect(await count()).toBe(1)
  })

  test('is told what it has said already', async () => {
    await post({ ...author, comment: 'One' })
    await refuse()
    expect(codeOf(await post({ ...author, comment: 'one ' }))).toBe('duplicate')
  })

  test('after guesses too', async () => {
    const key = randomUUID()
    await post({ ...author, submission_key: key, comment: 'One' })
    await wait(600)
    const next = { submission_key: randomUUID(), comment: 'Two' }
    const guess = (fields = {}) => post({ ...author, answer: '99', ...next, ...fields })
    for (let time = 0; time < 40; time++) await guess()
    expect(codeOf(await guess())).toBe('too-fast')
    expect(codeOf(await guess({ submission_key: key, comment: 'One' }))).toBe('stored')
    expect(codeOf(await guess({ submission_key: key, comment: 'Three' }))).toBe('changed-text')
  })

  test('costs the database no more, however often it asks', async () => {
    await post({ ip })
    await refuse()
    const asked = vi.spyOn(pool(), 'query')
    for (let time = 0; time < 50; time++) expect(codeOf(await post({ ip }))).toBe('too-fast')
    expect(asked.mock.calls.length).toBeLessThanOrEqual(6 + 2) // and the settings, once a second
    asked.mockRestore()
  })
})

describe('how fast anybody may', () => {
  // What the tests before have stored is no flood.
  const quiet = { chapterHoldsAt: 100_000, siteHoldsAt: 100_000 }

  test('15 seconds between two from one address, whoever they say they are', async () => {
    expect(codeOf(await post({ ip: '192.0.2.1' }))).toBe('stored')
    const again = await post({ ip: '192.0.2.1' })
    expect(again).toEqual({ ok: false, problems: { form: 'too-fast' }, retryAfter: 15 })
    await wait(14)
    expect(await post({ ip: '192.0.2.1' })).toMatchObject({ retryAfter: 1 })
    await wait(1)
    expect(codeOf(await post({ ip: '192.0.2.1' }))).toBe('stored')
  })

  test('two by one e-mail address from two addresses within 15 seconds: the second waits for an editor', async () => {
    await keepDiscussion(quiet)
    await post({ email: 'one@example.org' })
    await post({ email: 'One@Example.org' })
    await post({})
    await wait(15)
    await post({ email: 'one@example.org' })
    expect(await heldFor()).toEqual([null, 'author', null, null])
  })

  test('a stranger who writes with somebody’s e-mail address keeps them from nothing', async () => {
    await keepDiscussion(quiet)
    const email = 'victim@example.org'
    for (let time = 0; time < 30; time++) await post({ email })
    const own = await post({ email, ip: '192.0.2.99' })
    expect(codeOf(own)).toBe('stored')
    expect(await heldFor()).toEqual([null, ...Array(30).fill('author')])
    await wait(600)
    await post({ email, ip: '192.0.2.99' })
    expect((await heldFor()).at(-1)).toBe(null)
  })

  test('whoever guesses at the calculation keeps nobody at the same address from answering it', async () => {
    const ip = '192.0.2.98'
    for (let time = 0; time < 40; time++) await post({ ip, answer: '99' })
    expect(await post({ ip, answer: '99' })).toMatchObject({ problems: { form: 'too-fast' } })
    expect(codeOf(await post({ ip }))).toBe('stored')
  })

  test('and is not heard more than three times about one calculation, while it waits either', async () => {
    const ip = '192.0.2.97'
    for (let time = 0; time < 40; time++) await post({ ip, answer: '99' })
    const solved = solvedChallenge(edition.chapterId)
    for (let time = 0; time < 3; time++) await post({ ip, ...solved, answer: '99' })
    expect(codeOf(await post({ ip, ...solved }))).toBe('challenge-used')
  })

  test('a flood of wrong answers writes nothing', async () => {
    const ip = '192.0.2.96'
    for (let time = 0; time < 40; time++) await post({ ip, answer: '99' })
    const before = await db.captchaRedemption.count()
    const solved = solvedChallenge(edition.chapterId)
    for (let time = 0; time < 3; time++) await post({ ip, ...solved, answer: '99' })
    expect(await db.captchaRedemption.count()).toBe(before)
  })

  test('what was refused is not counted', async () => {
    await post({ ip: '192.0.2.2', email: 'two@example.org' })
    await wait(14)
    for (let time = 0; time < 5; time++) await post({ ip: '192.0.2.2' })
    await wait(1)
    expect(codeOf(await post({ ip: '192.0.2.2' }))).toBe('stored')
  })

  test('an address that has to wait is told so without asking the database', async () => {
    await post({ ip: '192.0.2.10' })
    expect(codeOf(await post({ ip: '192.0.2.10' }))).toBe('too-fast')
    await pool().query('delete from submission_pace')
    expect(await post({ ip: '192.0.2.10' })).toMatchObject({ problems: { form: 'too-fast' }, retryAfter: 15 })
    forgetDiscussion()
    expect(codeOf(await post({ ip: '192.0.2.10' }))).toBe('stored')
  })

  test('people without an e-mail address are counted by address alone', async () => {
    for (let time = 0; time < 3; time++) expect(codeOf(await post({ email: '', author: '' }))).toBe('stored')
  })

  test('ten in ten minutes, by a sliding window', async () => {
    for (let time = 0; time < 10; time++) {
      expect(codeOf(await post({ ip: '192.0.2.3' }))).toBe('stored')
      await wait(30)
    }
    expect(await post({ ip: '192.0.2.3' })).toMatchObject({ problems: { form: 'too-fast' }, retryAfter: 300 })
    await wait(300)
    expect(codeOf(await post({ ip: '192.0.2.3' }))).toBe('stored')
    expect(codeOf(await post({ ip: '192.0.2.3' }))).toBe('too-fast')
  })

  test('fifty addresses of one IPv6 network are one; those of another are another', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, host) => post({ ip: `2001:db8:7:1::${host.toString(16)}` })),
    )
    expect(outcomes.map(codeOf).filter((code) => code === 'stored')).toHaveLength(1)
    expect(codeOf(await post({ ip: '2001:db8:7:2::1' }))).toBe('stored')
  })

  test('forty at once from one address are one, and of forty by one e-mail address 39 wait for an editor', async () => {
    await keepDiscussion(quiet)
    const byAddress = await Promise.all(Array.from({ length: 40 }, () => post({ ip: '192.0.2.4' })))
    expect(byAddress.map(codeOf).filter((code) => code === 'stored')).toHaveLength(1)
    expect(byAddress.map(codeOf).filter((code) => code === 'too-fast')).toHaveLength(39)
    const byEmail = await Promise.all(Array.from({ length: 40 }, () => post({ email: 'all@example.org' })))
    expect(byEmail.map(codeOf)).toEqual(Array(40).fill('stored'))
    expect((await heldFor()).filter((reason) => reason === 'author')).toHaveLength(39)
  })

  test('two that cross over, each with the other’s e-mail address, both get an answer', async () => {
    for (let round = 0; round < 20; round++) {
      const [a, b] = [somebody(), somebody()]
      const outcomes = await Promise.all([
        post(a),
        post(b),
        post({ ip: a.ip, email: b.email }),
        post({ ip: b.ip, email: a.email }),
      ])
      for (const code of outcomes.map(codeOf)) expect(['stored', 'too-fast']).toContain(code)
      expect(outcomes.map(codeOf)).toContain('stored')
    }
  })

  test('what is too old to matter is forgotten, and nothing else', async () => {
    await post({ ip: '192.0.2.8', email: '' })
    await post({ ip: '192.0.2.9', email: '' })
    await pool().query(
      `update submission_pace set last_at = now() - interval '3 hours' where key = (select key from submission_pace limit 1)`,
    )
    await forgetTraces()
    expect((await pool().query('select 1 from submission_pace')).rowCount).toBe(1)
  })

  test('the table of paces holds no address', async () => {
    await post({ ip: '192.0.2.5', email: 'kept@example.org' })
    const { rows } = await pool().query<{ all: string }>(
      'select submission_pace::text as all from submission_pace',
    )
    expect(rows).toHaveLength(2)
    for (const row of rows) expect(row.all).not.toMatch(/192\.0|kept|example/)
  })
})

describe('how much the site takes', () => {
  const stored = async (howMany: number) => {
    for (let time = 0; time < howMany; time++) expect(codeOf(await post())).toBe('stored')
    forgetDiscussion()
  }
  const minutesToChecks = async () =>
    (
      await pool().query<{ minutes: number }>(
        `select extract(epoch from j.start_after - j.created_on)::float8 / 60 as minutes
         from pgboss.job j join comment c on c.id::text = j.data->>'commentId'
         where c.chapter_id = $1 order by c.id`,
        [edition.chapterId],
      )
    ).rows.map(({ minutes }) => Math.round(minutes))
  beforeEach(() => pool().query(`update comment set sent_at = now() - interval '2 minutes'`))

  test('many in a minute on one chapter wait for a person; those of others do not', async () => {
    await keepDiscussion({ chapterHoldsAt: 3 })
    await stored(3)
    await stored(1)
    expect(await heldFor()).toEqual([null, null, null, 'flood'])
    expect(await minutesToChecks()).toEqual([0, 0, 0, expect.closeTo(6, -1)])
    const elsewhere = await anEdition()
    const quiet = await post({ chapter: elsewhere.chapterId }, elsewhere)
    expect(
      quiet.ok && (await db.comment.findUniqueOrThrow({ where: { id: quiet.value.commentId } })).heldFor,
    ).toBe(null)
  })

  test('many in a minute on the whole site wait, and above the last cap they are refused', async () => {
    await keepDiscussion({ siteHoldsAt: 2, siteRefusesAt: 4 })
    await stored(2)
    await stored(2)
    expect(await heldFor()).toEqual([null, null, 'flood', 'flood'])
    expect(await post()).toEqual({ ok: false, problems: { form: 'too-fast' }, retryAfter: 60 })
    await pool().query(`update comment set sent_at = sent_at - interval '2 minutes'`)
    forgetDiscussion()
    expect(codeOf(await post())).toBe('stored')
  })
})

describe('what the settings say', () => {
  test('nobody may comment', async () => {
    await keepDiscussion({ commenting: 'nobody' })
    expect(codeOf(await post())).toBe('comments-closed')
  })

  test('a closed chapter takes no more, and what was stored before is answered as before', async () => {
    const submission = aSubmission(edition)
    await submit(submission, from, { now: Date.now(), secret })
    await db.chapter.update({ where: { id: edition.chapterId }, data: { commentsClosed: true } })
    expect(codeOf(await post())).toBe('comments-closed')
    expect(codeOf(await post({ answer: '' }))).toBe('comments-closed')
    expect(await submit(submission, from, { now: Date.now(), secret })).toMatchObject({
      value: { again: true },
    })
  })

  test('N days after its publication a chapter is closed, by the database’s clock', async () => {
    await keepDiscussion({ closeAfterDays: 14 })
    const day = 86_400_000
    const young = await anEdition({ published: new Date(Date.now() - 14 * day + 60_000) })
    const old = await anEdition({ published: new Date(Date.now() - 14 * day - 60_000) })
    expect(codeOf(await post({ chapter: young.chapterId }, young))).toBe('stored')
    expect(codeOf(await post({ chapter: old.chapterId }, old))).toBe('comments-closed')
    const shown = await commentingOn(young.chapterId, 'en')
    expect(shown.open).toBe(true)
    expect(Math.abs(shown.closesAt!.getTime() - Date.now() - 60_000)).toBeLessThan(30_000)
    expect(await commentingOn(old.chapterId, 'en')).toMatchObject({ open: false, closesAt: null })
    await keepDiscussion({ closeAfterDays: 0 })
    expect(await commentingOn(old.chapterId, 'en')).toMatchObject({ open: true, closesAt: null })
  })

  test('no pause at all', async () => {
    await keepDiscussion({ gapSeconds: 0 })
    for (let time = 0; time < 3; time++) expect(codeOf(await post({ ip: '192.0.2.6' }))).toBe('stored')
  })

  test('settings are asked of the database at most once a second', async () => {
    const first = await discussionNow()
    await pool().query(`update setting set value = '{"gapSeconds": 99}'`)
    expect((await discussionNow()).settings).toBe(first.settings)
    forgetDiscussion()
    expect((await discussionNow()).settings).toEqual({ ...usualDiscussion, gapSeconds: 99 })
  })
})
