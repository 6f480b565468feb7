import { randomUUID } from 'node:crypto'
import { randomInt } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { nonceOf } from '@/lib/captcha/challenge'
import { forgetMisses } from '@/lib/captcha/misses'
import { burn } from '@/lib/captcha/redeem'
import { isWork } from '@/lib/captcha/work'
import { db, pool } from '@/lib/db/client'
import { aComment, anEdition } from '@/lib/db/testing/factories'
import { submit } from './commands'
import { publishedThread } from '../thread/queries'
import type { Submission } from './types'
import { keepDiscussion } from '../testing/keep-discussion'
import { aSubmission as submissionTo, from, secret, solvedChallenge } from '../testing/a-submission'

let edition: Awaited<ReturnType<typeof anEdition>>
beforeEach(async () => {
  edition = await anEdition()
  forgetMisses()
  // How often anybody may is another file's matter (gate.db.test.ts).
  await keepDiscussion({ gapSeconds: 0, mostInTenMinutes: 1_000 })
})

const challenge = (chapterId = edition.chapterId, now?: number) => solvedChallenge(chapterId, now)
const aSubmission = (fields: Record<string, unknown> = {}) => submissionTo(edition, fields)
const send = (submission: Submission) => submit(submission, from, { now: Date.now(), secret })
const stored = () =>
  db.comment.findMany({ where: { chapterId: edition.chapterId }, include: { trace: true } })
const jobs = async (commentId: string) =>
  (
    await pool().query(`select * from pgboss.job where name = 'check-spam' and data->>'commentId' = $1`, [
      commentId,
    ])
  ).rows

test('a comment is stored as pending with its trace and its check', async () => {
  const outcome = await send(aSubmission({ url: 'example.org', unseen: 'Acme' }))
  const [comment] = await stored()
  expect(outcome).toEqual({ ok: true, value: { commentId: comment!.id, again: false } })
  expect(comment).toMatchObject({
    status: 'pending',
    name: 'Rea',
    email: 'rea@example.org',
    url: 'https://example.org/',
    text: 'Hello',
    editionId: edition.editionId,
    locale: 'en',
    parentId: null,
    trace: { ...from, honeypot: 'Acme', asSubmitted: { text: 'Hello', name: 'Rea' } },
  })
  expect(comment!.trace!.elapsedMs).toBeGreaterThanOrEqual(10_000)
  const days = (comment!.trace!.expiresAt.getTime() - Date.now()) / 86_400_000
  expect(days).toBeCloseTo(30, 1)
  const [job] = await jobs(comment!.id)
  expect(job).toMatchObject({
    state: 'created',
    data: { commentId: comment!.id, attempt: 1 },
    dead_letter: 'dead-letters',
  })
  expect(job).toMatchObject({ retry_limit: 12, expire_seconds: 30, retry_backoff: true })
  expect((await publishedThread(edition.chapterId))?.comments).toEqual([])
})

test.each([
  [{ follow: 'yes' }, 1],
  [{ follow: 'yes', email: '' }, 0],
  [{}, 0],
])('mails are for who asks for them and has an address: %j', async (fields, follows) => {
  const outcome = await send(aSubmission(fields))
  if (!outcome.ok) throw new Error('refused')
  expect(await db.commentFollow.count({ where: { commentId: outcome.value.commentId } })).toBe(follows)
})

test('whether the page’s script has worked is kept: rightly, wrongly, or nobody knows', async () => {
  for (const [find, worked] of [
    [(token: string) => Array.from({ length: 1e6 }, (_, n) => `${n}`).find((n) => isWork(token, n)), true],
    [() => 'no number', false],
    [() => undefined, null],
  ] as const) {
    const solved = challenge()
    const comment = `The script says ${worked}`
    expect((await send(aSubmission({ ...solved, comment, work: find(solved.challenge) }))).ok).toBe(true)
    const made = (await stored()).find(({ text }) => text === comment)
    expect(made?.trace?.worked).toBe(worked)
  }
})

test('a wrong answer is told nothing of what was said before', async () => {
  await send(aSubmission())
  expect(await send(aSubmission({ answer: '99' }))).toEqual({
    ok: false,
    problems: { answer: 'answer-wrong' },
  })
})

describe('fifty copies at once', () => {
  const copies = <Value>(make: (place: number) => Value) =>
    Array.from({ length: 50 }, (_, place) => make(place))

  test('of one submission store one comment and get one answer', async () => {
    const submission = aSubmission()
    const outcomes = await Promise.all(copies(() => send(submission)))
    const [comment, ...more] = await stored()
    expect(more).toEqual([])
    expect(new Set(outcomes.map((outcome) => (outcome.ok ? outcome.value.commentId : outcome)))).toEqual(
      new Set([comment!.id]),
    )
    expect(outcomes.filter((outcome) => outcome.ok && !outcome.value.again)).toHaveLength(1)
    expect(await jobs(comment!.id)).toHaveLength(1)
  })

  test('of one key with a challenge each store one comment and get one answer', async () => {
    const key = randomUUID()
    const outcomes = await Promise.all(copies(() => send(aSubmission({ submission_key: key }))))
    expect(new Set(outcomes.map((outcome) => outcome.ok && outcome.value.commentId)).size).toBe(1)
    expect(await stored()).toHaveLength(1)
  })

  test('of one challenge with a key each store one comment', async () => {
    const solved = challenge()
    const outcomes = await Promise.all(
      copies((place) => send(aSubmission({ ...solved, comment: `No. ${place}` }))),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    const refused = outcomes.filter(({ ok }) => !ok)
    expect(refused).toEqual(Array(49).fill({ ok: false, problems: { answer: 'challenge-used' } }))
    expect(await stored()).toHaveLength(1)
  })

  test('of one challenge without any key store one comment', async () => {
    const submission = aSubmission({ submission_key: '' })
    const outcomes = await Promise.all(copies(() => send(submission)))
    expect(outcomes.every(({ ok }) => ok)).toBe(true)
    expect(await stored()).toHaveLength(1)
  })
})

test('the same key gives the same answer even when its challenge is used, expired or forged', async () => {
  const submission = aSubmission()
  const first = await send(submission)
  const again = {
    ok: true,
    value: { commentId: (first as { value: { commentId: string } }).value.commentId, again: true },
  }
  expect(await send(submission)).toEqual(again)
  expect(await send({ ...submission, ...aSubmission({ submission_key: submission.submissionKey }) })).toEqual(
    again,
  )
  expect(await send({ ...submission, token: 'forged' })).toEqual(again)
  expect(await submit(submission, from, { now: Date.now() + 3_600_000, secret })).toEqual(again)
  expect(await stored()).toHaveLength(1)
})

test('the same key with another text is refused', async () => {
  const key = randomUUID()
  await send(aSubmission({ submission_key: key }))
  const changed = await send(aSubmission({ submission_key: key, comment: 'Other' }))
  expect(changed).toEqual({ ok: false, problems: { form: 'changed-text' } })
  expect(await stored()).toHaveLength(1)
})

describe('nothing is stored', () => {
  const refusedWith = async (submission: Submission, problems: object) => {
    expect(await send(submission)).toEqual({ ok: false, problems })
    expect(await stored()).toEqual([])
  }

  test('for a wrong answer, and the challenge can be tried again: three times', async () => {
    const solved = challenge()
    const wrong = () => refusedWith(aSubmission({ ...solved, answer: '99' }), { answer: 'answer-wrong' })
    await wrong()
    await wrong()
    expect((await send(aSubmission(solved))).ok).toBe(true)

    edition = await anEdition()
    const guessed = challenge()
    for (let time = 0; time < 3; time++)
      await refusedWith(aSubmission({ ...guessed, answer: '99' }), { answer: 'answer-wrong' })
    await refusedWith(aSubmission(guessed), { answer: 'challenge-used' })
    forgetMisses() // another process, or this one after a restart: the database remembers
    await refusedWith(aSubmission(guessed), { answer: 'challenge-used' })
  })
  test('for every answer that there is, tried at once: only the first three count', async () => {
    const solved = Array.from({ length: 3 }, () => challenge())
    for (const one of solved)
      await Promise.all(
        Array.from({ length: 21 }, (_, number) => send(aSubmission({ ...one, answer: String(20 - number) }))),
      )
    const outcomes = await stored()
    expect(outcomes.length).toBeLessThanOrEqual(solved.filter(({ answer }) => Number(answer) >= 18).length)
  })
  test('for guesses without end: the address has to wait, and another one has not', async () => {
    const refusals = []
    for (let time = 0; time < 31; time++) refusals.push(await send(aSubmission({ answer: '99' })))
    expect(refusals[28]).toEqual({ ok: false, problems: { answer: 'answer-wrong' } })
    for (const late of refusals.slice(29))
      expect(late).toMatchObject({ problems: { form: 'too-fast' }, retryAfter: expect.any(Number) as number })
    const elsewhere = { ...from, ip: '198.51.100.7' }
    expect((await submit(aSubmission(), elsewhere, { now: Date.now(), secret })).ok).toBe(true)
  })
  test('for no answer', () =>
    refusedWith(aSubmission({ answer: '', challenge: '' }), { answer: 'answer-missing' }))
  test('too early', () =>
    refusedWith(aSubmission(challenge(edition.chapterId, Date.now() - 1_000)), { answer: 'too-early' }))
  test('too late', () =>
    refusedWith(aSubmission(challenge(edition.chapterId, Date.now() - 31 * 60_000)), {
      answer: 'challenge-expired',
    }))
  test('with another chapter’s challenge', () =>
    refusedWith(aSubmission(challenge(randomUUID())), { answer: 'challenge-elsewhere' }))
  test('with a used challenge', async () => {
    const submission = aSubmission()
    await burn(nonceOf(submission.token, secret)!)
    await refusedWith(submission, { answer: 'challenge-used' })
  })
  test('with a thousand forged challenges', async () => {
    const { token, answer } = aSubmission()
    const bytes = Buffer.from(token, 'base64url')
    for (let round = 0; round < 1_000; round++) {
      const forged = Buffer.from(bytes)
      const place = randomInt(bytes.length)
      forged[place] = forged[place]! ^ (1 + randomInt(255))
      const outcome = await send({ ...aSubmission({ answer }), token: forged.toString('base64url') })
      expect(outcome).toEqual({ ok: false, problems: { answer: 'challenge-forged' } })
    }
    expect(await stored()).toEqual([])
  })
  test('for a draft, a scheduled, a withdrawn or an unknown chapter', async () => {
    const later = new Date(Date.now() + 60_000)
    for (const wish of [{ published: false as const }, { published: later }, { withdrawnAt: new Date() }]) {
      edition = await anEdition(wish)
      await refusedWith(aSubmission(), { form: 'chapter-missing' })
      await refusedWith(aSubmission({ answer: '' }), { form: 'chapter-missing' })
    }
    await refusedWith({ ...aSubmission(), slug: 'nowhere' }, { form: 'chapter-missing' })
    await refusedWith({ ...aSubmission(), locale: 'ja' }, { form: 'chapter-missing' })
  })
  test('when the form is another chapter’s than the address', async () => {
    const other = await anEdition()
    await refusedWith(aSubmission({ chapter: other.chapterId, ...challenge(other.chapterId) }), {
      form: 'chapter-missing',
    })
  })
  test('below a comment that is not there, not public or of another chapter; its challenge stays unused', async () => {
    const solved = challenge()
    const held = await aComment({ edition: { ...(await anEdition()) }, status: 'approved' })
    for (const parent of [randomUUID(), held.id]) {
      await refusedWith(aSubmission({ ...solved, parent }), { form: 'parent-missing' })
    }
    const pending = await aComment({ edition })
    expect(await send(aSubmission({ ...solved, parent: pending.id }))).toEqual({
      ok: false,
      problems: { form: 'parent-missing' },
    })
    const shown = await aComment({ edition, status: 'approved' })
    expect((await send(aSubmission({ ...solved, parent: shown.id }))).ok).toBe(true)
  })

  test('when any argument is of a wrong type', async () => {
    const odd = [
      null,
      1,
      true,
      [],
      ['a'],
      {},
      { contains: '' },
      { not: '' },
      { in: [] },
      new Date(),
      new Map(),
    ]
    const submission = aSubmission()
    for (const name of Object.keys(submission).filter((key) => key !== 'typed')) {
      for (const value of odd.filter((one) => name !== 'follow' || one !== true)) {
        await refusedWith({ ...submission, [name]: value }, { form: 'form-broken' })
      }
    }
    for (const value of odd) await refusedWith(value as never, { form: 'form-broken' })
    for (const value of odd) expect(await publishedThread(value as never)).toBeUndefined()
  })
})

test('an origin of any type is stored as text', async () => {
  for (const odd of [undefined, 1, {}, ['x'], 'x\0y\ud800', 'x'.repeat(9_000)]) {
    const outcome = await submit(
      aSubmission({ comment: `Hello ${String(odd)}`.slice(0, 90).toWellFormed().replace('\0', '') }),
      { ip: odd, userAgent: odd, referrer: odd } as never,
      {
        now: Date.now(),
        secret,
      },
    )
    expect(outcome.ok).toBe(true)
  }
})

const hostile = [
  `'; drop table comment; --`,
  '<script>alert(1)</script>',
  '%s %n \\0 \\u0000 ${process.exit()} {{7*7}}',
  '\u202eright to left\u202c',
  'Z̸̡̢̛͓a̷l̴g̶o̵ text',
  '👩‍👩‍👧‍👦🏳️‍🌈',
  'ﷺ﷽',
  '$1 $2::int',
]
test.each(hostile)('%s is only text', async (comment) => {
  const author = comment.replace(/\p{Bidi_Control}/gu, '')
  expect((await send(aSubmission({ comment, author }))).ok).toBe(true)
  const [row] = await stored()
  expect(row).toMatchObject({ text: comment.normalize('NFC'), name: author.normalize('NFC') })
  await db.comment.update({ where: { id: row!.id }, data: { status: 'approved' } })
  const [shown] = (await publishedThread(edition.chapterId))!.comments
  expect(shown).not.toHaveProperty('email')
  expect(Object.keys(shown!).sort()).toEqual([
    'byStaff',
    'id',
    'locale',
    'name',
    'parentId',
    'sentAt',
    'text',
    'url',
  ])
})

test('when the database does not answer, the reader is told so', async () => {
  await pool().query('alter table captcha_redemption rename to gone')
  expect(await send(aSubmission())).toEqual({ ok: false, problems: { form: 'unavailable' } })
  await pool().query('alter table gone rename to captcha_redemption')
})
