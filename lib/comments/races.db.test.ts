import { beforeAll, expect, test } from 'vitest'
import { db, pool } from '@/lib/db/client'
import { connectForRaces, race, raceOf } from '@/lib/db/testing/barrier'
import { aComment, anActor, anEdition } from '@/lib/db/testing/factories'
import { inTransaction } from '@/lib/db/in-transaction'
import { newId } from '@/lib/kernel/ids'
import { changeDiscussion } from './discussion/commands'
import { discussionSettings } from './discussion/queries'
import { gatherDigests } from './notifications/digest-commands'
import { noteMails } from './notifications/commands'
import { takeAsking } from './notifications/opt-in-commands'
import { submit } from './submit/commands'
import { aSubmission, from, secret } from './testing/a-submission'

// Two who are in the middle of the same at once. Each of these goes wrong when the lock is taken away.

beforeAll(connectForRaces)

const digestJobs = async () => {
  const { rows } = await pool().query<{ data: { digestId: string } }>(
    `select data from pgboss.job where name = 'send-digest'`,
  )
  return rows.map(({ data }) => data.digestId)
}

test('the day’s mails are gathered once by two who do it at once, and neither waits for the other', async () => {
  const { id: commentId } = await aComment()
  const { id } = await db.mail.create({
    data: {
      id: newId(),
      commentId,
      recipient: 'daily@example.org',
      kind: 'reply',
      locale: 'en',
      daily: true,
    },
  })
  const { outcomes, ended } = await race(
    'update on mail',
    [1, 2].map(() => gatherDigests),
  )
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
  // The second has gone home while the first was still at it.
  expect(ended).toEqual([1, 0])
  const { digestId } = await db.mail.findUniqueOrThrow({ where: { id } })
  expect(await digestJobs()).toEqual([digestId])
})

const submission = (edition: Awaited<ReturnType<typeof anEdition>>, email: string, ip: string) => () =>
  submit(
    aSubmission(edition, { comment: `By ${email} from ${ip}`, email }),
    { ...from, ip },
    { now: Date.now(), secret },
  )

test('of two comments from one address at once the second is too fast', async () => {
  const edition = await anEdition()
  const both = await raceOf('insert on comment', [
    submission(edition, 'one@example.org', '198.51.100.1'),
    submission(edition, 'two@example.org', '198.51.100.1'),
  ])
  expect(both).toMatchObject([{ ok: true }, { ok: false, problems: { form: 'too-fast' } }])
})

test('of two by one e-mail address from two places at once the second waits for an editor', async () => {
  const edition = await anEdition()
  const both = await raceOf('insert on comment', [
    submission(edition, 'same@example.org', '198.51.100.2'),
    submission(edition, 'SAME@example.org', '198.51.100.3'),
  ])
  expect(both.map(({ ok }) => ok)).toEqual([true, true])
  const held = await db.comment.findMany({
    where: { chapterId: edition.chapterId },
    orderBy: { id: 'asc' },
    select: { heldFor: true },
  })
  expect(held).toEqual([{ heldFor: null }, { heldFor: 'author' }])
})

test('two admins who change different settings both keep theirs', async () => {
  const admin = await anActor('admin')
  await changeDiscussion(admin, { gapSeconds: 11 })
  const both = await raceOf('update on setting', [
    () => changeDiscussion(admin, { gapSeconds: 33 }),
    () => changeDiscussion(admin, { editMinutes: 44 }),
  ])
  expect(both.map(({ ok }) => ok)).toEqual([true, true])
  expect(await discussionSettings()).toMatchObject({ gapSeconds: 33, editMinutes: 44 })
})

test('an address that nobody has confirmed is asked once by two comments at once', async () => {
  const both = await raceOf(
    'insert on asked_address',
    [1, 2].map(() => () => inTransaction((tx) => takeAsking(tx, 'victim@example.org'))),
  )
  expect(both.sort()).toEqual([false, true])
})

test('the same mail is noted once by two who note it at once', async () => {
  const { id: commentId } = await aComment({ traced: true, email: 'asks@example.org' })
  await db.commentFollow.create({ data: { commentId } })
  await db.spamVerdict.create({
    data: { id: newId(), commentId, checker: 'akismet', verdict: 'ham', why: 'akismet-ham' },
  })
  await raceOf(
    'insert on mail',
    [1, 2].map(() => () => noteMails(commentId)),
  )
  expect(await db.mail.count({ where: { commentId, kind: 'confirm' } })).toBe(1)
})
