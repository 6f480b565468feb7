import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db, pool } from '@/lib/db/client'
import { aComment, anActor } from '@/lib/db/testing/factories'
import { decide } from '@/lib/moderation/decisions/commands'
import { aFakeChecker } from '@/lib/spam/testing/fake-checker'
import type { SpamChecker } from '@/lib/spam/port'
import { aBreaker } from './breaker'
import { handlers } from '../handlers'
import type { Job, Ports } from '../ports'
import { runAll } from '../worker'

// What a portion is decided by must be what each comment would be decided by alone.

beforeEach(() => pool().query('delete from pgboss.job'))

/** Says of each comment what its text begins with. */
const reader: SpamChecker = {
  ...aFakeChecker(),
  name: 'local-rules',
  here: true,
  check: async ({ text }) => ({
    verdict: text.startsWith('spam') ? 'spam' : text.startsWith('unknown') ? 'unknown' : 'ham',
    why: { code: 'akismet-ham', parameters: {} },
  }),
}
const ports = (spam = reader): Ports => ({ spam, breaker: aBreaker(), siteUrl: 'http://localhost:3000' })
const handler = handlers.find(({ job }) => job.name === 'check-spam')!
const jobOf = (commentId: string, more: object = {}): Job => ({
  id: randomUUID(),
  data: { commentId, attempt: 1, ...more },
})
const standing = async (ids: string[]) =>
  Promise.all(
    ids.map(async (id) => {
      const { status, verdicts, decisions } = await db.comment.findUniqueOrThrow({
        where: { id },
        include: { verdicts: true, decisions: true },
      })
      const steps = await db.screeningStep.findMany({ where: { commentId: id }, orderBy: { place: 'asc' } })
      return {
        status,
        verdicts: verdicts.map(({ verdict, settles }) => [verdict, settles]),
        decisions: decisions.map(({ from, to, rule, byId }) => ({ from, to, rule, byId })),
        steps: steps.map(({ rule, verdict }) => `${rule} ${verdict}`),
      }
    }),
  )
const texts = [
  'ham one',
  'spam one',
  'ham two',
  'unknown one',
  'spam two https://a.example https://b.example',
]
const someComments = async () =>
  (await Promise.all(texts.map((text) => aComment({ traced: true, text })))).map(({ id }) => id)

test('comments that are screened together become what each becomes alone', async () => {
  const [together, alone] = [await someComments(), await someComments()]
  await handler.work(
    together.map((id) => jobOf(id)),
    ports(),
  )
  for (const id of alone) await handler.work([jobOf(id)], ports())
  const found = await standing(together)
  expect(found).toEqual(await standing(alone))
  expect(found.map(({ status }) => status)).toEqual(['pending', 'spam', 'pending', 'pending', 'spam'])
  expect(found.every(({ steps }) => steps.length > 8)).toBe(true)
  const { rows } = await pool().query<{ name: string; of: number }>(
    `select name, count(*)::int as of from pgboss.job where data->>'commentId' = any ($1) group by 1 order by 1`,
    [together],
  )
  expect(rows).toEqual([
    { name: 'check-spam', of: 1 },
    { name: 'tell-people', of: 4 },
  ])
})

test('a word that several hit counts each, and once for a comment', async () => {
  const word = await db.wordRule.create({
    data: {
      id: randomUUID(),
      list: 'moderation',
      pattern: 'lampoil',
      folded: 'lampoil',
      createdById: (await anActor()).id,
    },
  })
  const ids = (
    await Promise.all([1, 2, 3].map((n) => aComment({ traced: true, text: `lampoil lampoil ${n}` })))
  ).map(({ id }) => id)
  await handler.work(
    ids.map((id) => jobOf(id)),
    ports(),
  )
  expect(await db.wordRule.findUniqueOrThrow({ where: { id: word.id } })).toMatchObject({ hits: 3 })
  await db.wordRule.delete({ where: { id: word.id } })
})

test('two questions about one comment, what is gone, and what a person has decided, in one portion', async () => {
  const [{ id: twice }, { id: decided }] = [
    await aComment({ traced: true, text: 'spam' }),
    await aComment({ traced: true, text: 'spam' }),
  ]
  const editor = await anActor()
  await decide(editor, { commentId: decided, seen: 'pending', becomes: 'spam' })
  await decide(editor, { commentId: decided, seen: 'spam', becomes: 'pending' })
  await handler.work(
    [jobOf(twice), jobOf(randomUUID()), jobOf(twice, { reason: 'recheck_queue' }), jobOf(decided)],
    ports(),
  )
  const [first, second] = await standing([twice, decided])
  expect(first).toMatchObject({ status: 'spam', verdicts: [['spam', true]] })
  expect(second).toMatchObject({ status: 'pending', verdicts: [['spam', true]] })
})

test('one that fails is alone in that: the others of its portion are done', async () => {
  const ids = await someComments()
  await db.submissionTrace.update({ where: { commentId: ids[2] }, data: { asSubmitted: 'not a comment' } })
  const said = await runAll(
    handler,
    ids.map((id) => jobOf(id)),
    ports(),
  )
  expect(said.map(({ status }) => status)).toEqual([
    'completed',
    'completed',
    'deadletter',
    'completed',
    'completed',
  ])
  expect((await standing(ids)).map(({ status }) => status)).toEqual([
    'pending',
    'spam',
    'pending',
    'pending',
    'spam',
  ])
})

test('a checker outside is asked in small portions, one that is here in large ones', () => {
  expect(handler.most(ports())).toBe(100)
  expect(handler.most(ports({ ...reader, here: undefined }))).toBe(5)
})
