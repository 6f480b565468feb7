import { expect, test } from 'vitest'
import { db, pool } from '@/lib/db/client'
import { aComment, anActor, aSession } from '@/lib/db/testing/factories'
import { newId } from '@/lib/kernel/ids'
import { forgetWhatIsOld } from './forget'

const [minute, hour, day] = [60, 3_600, 86_400]
const before = (seconds: number) => new Date(Date.now() - seconds * 1_000)

interface Kept {
  /** An age in seconds at which it is still there, and one at which it is not. */
  there: number
  gone: number
  /** Makes a row of this age; answers whether it is there. */
  make: (age: number) => Promise<() => Promise<unknown>>
}

const rows = (table: string, column: string) => async (value: string) =>
  (await pool().query(`select from ${table} where ${column} = $1`, [value])).rowCount === 1

const trace = async (expiresAt: Date) => {
  const { id: commentId } = await aComment({ traced: true })
  await db.submissionTrace.update({ where: { commentId }, data: { expiresAt } })
  return () => rows('submission_trace', 'comment_id::text')(commentId)
}

/** What is kept for a time only, and for how long. */
const kept: Record<string, Kept> = {
  'where a comment came from': { there: -minute, gone: 0, make: (age) => trace(before(age)) },
  'a challenge that was used': {
    there: day - minute,
    gone: day + minute,
    async make(age) {
      const nonce = newId()
      await db.captchaRedemption.create({ data: { nonce, redeemedAt: before(age) } })
      return () => rows('captcha_redemption', 'nonce')(nonce)
    },
  },
  'how fast somebody wrote': {
    there: 2 * hour - minute,
    gone: 2 * hour + minute,
    async make(age) {
      const key = newId()
      await db.submissionPace.create({ data: { key, recent: [before(age)], lastAt: before(age) } })
      return () => rows('submission_pace', 'key')(key)
    },
  },
  'how often an address was asked': {
    // A year may have 366 days.
    there: 364 * day,
    gone: 367 * day,
    async make(age) {
      const key = newId()
      await db.askedAddress.create({ data: { key, asked: 1, lastAt: before(age) } })
      return () => rows('asked_address', 'key::text')(key)
    },
  },
  'what an edit keeps': {
    there: 30 * day - minute,
    gone: 30 * day + minute,
    async make(age) {
      const { id: commentId } = await aComment()
      const content = { name: 'x', url: null, text: 'x' }
      const edit = { id: newId(), byId: (await anActor()).id, before: content, after: content }
      await db.commentEdit.create({ data: { ...edit, commentId, at: before(age) } })
      return () => rows('comment_edit', 'before is not null and id::text')(edit.id)
    },
  },
  'what a rule saw': {
    there: 30 * day - minute,
    gone: 30 * day + minute,
    async make(age) {
      const { id: commentId } = await aComment()
      const step = { commentId, place: 1, rule: 'links', verdict: 'nothing' as const, why: 'sample', ms: 1 }
      await db.screeningStep.create({ data: { ...step, input: 'nothing', at: before(age) } })
      return async () => (await db.screeningStep.findFirst({ where: { commentId } }))!.input !== null
    },
  },
  'what the filter keeps to unlearn': {
    there: 30 * day - minute,
    gone: 30 * day + minute,
    async make(age) {
      const { id: commentId } = await aComment()
      await db.filterLesson.create({ data: { commentId, lesson: 'spam', tokens: [], at: before(age) } })
      return () => rows('filter_lesson', 'comment_id::text')(commentId)
    },
  },
  'what was searched for': {
    there: 400 * day,
    gone: 401 * day,
    async make(age) {
      const words = newId()
      // By the day of the database, which is one of UTC.
      await pool().query(
        `insert into search_count (locale, words, day, searches)
         values ('en', $1, (now() at time zone 'UTC')::date - $2::int, 3)`,
        [words, age / day],
      )
      return () => rows('search_count', 'words')(words)
    },
  },
  'a wrong password': {
    there: hour - minute,
    gone: hour + minute,
    async make(age) {
      const id = newId()
      await db.signInGuess.create({ data: { id, account: 'somebody', at: before(age) } })
      return () => rows('sign_in_guess', 'id::text')(id)
    },
  },
  'a browser in which somebody signed in': {
    there: 400 * day - minute,
    gone: 400 * day + minute,
    async make(age) {
      const [id, { id: personId }] = [newId(), await anActor()]
      await db.knownBrowser.create({ data: { id, personId, since: before(age) } })
      return () => rows('known_browser', 'id::text')(id)
    },
  },
  'a session of the desk': {
    there: 12 * hour - minute,
    gone: 12 * hour + minute,
    async make(age) {
      const { sessionId } = await aSession((await anActor()).id, { begunAt: before(age) })
      return () => rows('desk_session', 'id::text')(sessionId)
    },
  },
  'a question for a link': {
    there: day - minute,
    gone: day + minute,
    async make(age) {
      const id = newId()
      await db.resetAsk.create({ data: { id, email: 'somebody@example.org', askedAt: before(age) } })
      return () => rows('reset_ask', 'id::text')(id)
    },
  },
  'a link to set a new password': {
    there: 7 * day - minute,
    gone: 7 * day + minute,
    async make(age) {
      const [id, { id: personId }] = [newId(), await anActor()]
      const link = { id, personId, tokenHash: newId(), askedBy: 'anybody', expiresAt: new Date() } as const
      await db.resetLink.create({ data: { ...link, askedAt: before(age) } })
      return () => rows('reset_link', 'id::text')(id)
    },
  },
}

test.each(Object.entries(kept))('%s is kept for its time and no longer', async (_what, one) => {
  const [young, old] = [await one.make(one.there), await one.make(one.gone)]
  await forgetWhatIsOld()
  expect([await young(), await old()]).toEqual([true, false])
})

test('that somebody wants never to be asked is kept for good', async () => {
  const key = newId()
  await db.askedAddress.create({
    data: { key, lastAt: before(9 * 365 * day), refusedAt: before(9 * 365 * day) },
  })
  await forgetWhatIsOld()
  expect(await rows('asked_address', 'key::text')(key)).toBe(true)
})
