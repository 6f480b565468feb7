import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { keepDiscussion } from '@/lib/comments/testing/keep-discussion'
import { db, pool } from '@/lib/db/client'
import { aComment, anActor } from '@/lib/db/testing/factories'
import type { CommentStatus } from '@/lib/db/generated/enums'
import { newId } from '@/lib/kernel/ids'
import { decide } from '@/lib/moderation/decisions/commands'
import { move } from '@/lib/moderation/decisions/move-commands'
import type { RuleCode } from '@/lib/i18n/statements/codes'
import { inTransaction } from '@/lib/db/in-transaction'
import { answerAkismet } from './akismet-webhook'

const key = 'abcdef123456'
let server: Server
let url: string
let isSet = true
beforeAll(async () => {
  server = createServer((request, response) => {
    void answerAkismet(request, response, { key: isSet ? key : undefined, common: {} })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as { port: number }).port}`
})
afterAll(() => server.close())
beforeEach(async () => {
  isSet = true
  await keepDiscussion({ hold: 'nobody' })
  await pool().query('delete from pgboss.job')
})

const post = (body: unknown) =>
  fetch(url, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) })
const say = async (guid: string, result: unknown, more: object = {}) => {
  const answer = await post({ key, endpoint: 'comment-check', comments: [{ guid, result, ...more }] })
  return { status: answer.status, body: (await answer.json()) as { comments: Record<string, unknown> } }
}
const verdict = (commentId: string, said: 'ham' | 'spam', guid: string, settles = true) =>
  db.spamVerdict.create({
    data: { id: newId(), commentId, checker: 'akismet', verdict: said, why: 'akismet-ham', guid, settles },
  })
/** A comment that Akismet has checked, moved by the rule as it would have been. */
async function checked(
  status: CommentStatus,
  said: 'ham' | 'spam',
  { rule = 'spam-verdict', settles = true }: { rule?: RuleCode; settles?: boolean } = {},
) {
  const { id } = await aComment({ traced: true })
  const guid = randomUUID()
  await verdict(id, said, guid, settles)
  if (status !== 'pending')
    await inTransaction((tx) =>
      move(tx, { role: 'system', rule }, { commentId: id, seen: 'pending', becomes: status }),
    )
  await pool().query('delete from pgboss.job')
  return { id, guid }
}
const now = async (id: string) => {
  const comment = await db.comment.findUniqueOrThrow({
    where: { id },
    include: { verdicts: { where: { reason: 'webhook' } }, decisions: { orderBy: { at: 'asc' } } },
  })
  return {
    status: comment.status,
    said: comment.verdicts.map((one) => one.why),
    steps: comment.decisions.length,
  }
}
const jobs = async () =>
  (await pool().query<{ name: string; data: object }>('select name, data from pgboss.job')).rows

describe('what Akismet says later', () => {
  test.each(['pending', 'approved'] as const)(
    'spam that is %s, and that nobody has seen, is taken off',
    async (status) => {
      const { id, guid } = await checked(status, 'ham', { rule: 'nothing-against-it' })
      expect(await say(guid, 'true')).toEqual({
        status: 200,
        body: { comments: { [guid]: { status: 'success' } } },
      })
      expect(await now(id)).toMatchObject({
        status: 'spam',
        said: ['later-moved-to-spam'],
      })
    },
  )

  test('what its verdict alone had taken for spam waits for a person, and is not published', async () => {
    const { id, guid } = await checked('spam', 'spam')
    await say(guid, 'false')
    expect(await now(id)).toMatchObject({ status: 'pending', steps: 2 })
    expect(await jobs()).toEqual([{ name: 'tell-people', data: { commentId: id } }])
  })

  test('what waits for its last word is asked about now, and the rules decide', async () => {
    const { id, guid } = await checked('pending', 'ham', { settles: false })
    await say(guid, 'false')
    expect(await now(id)).toMatchObject({ status: 'pending', steps: 0 })
    expect(await jobs()).toEqual([{ name: 'check-spam', data: { commentId: id, attempt: 2, looks: 3 } }])
  })

  test.each([
    ['the learning filter', 'spam', 'false', 'learning-filter'],
    ['disallowed words', 'trash', 'true', 'disallowed-words'],
    ['its author', 'trash', 'false', 'withdrawn-by-author'],
  ] as const)('nothing that %s has decided is changed', async (_who, status, result, rule) => {
    const { id, guid } = await checked(status, 'ham', { rule })
    await say(guid, result)
    expect(await now(id)).toMatchObject({ status, steps: 1, said: [expect.any(String)] })
  })

  test.each([
    ['approved', 'true'],
    ['spam', 'false'],
  ] as const)('a person’s decision stands: %s', async (becomes, result) => {
    const { id, guid } = await checked('pending', 'ham')
    await decide(await anActor(), { commentId: id, seen: 'pending', becomes })
    await say(guid, result)
    expect(await now(id)).toMatchObject({
      status: becomes,
      steps: 1,
      said: ['later-person-decided'],
    })
  })

  test('what its author has changed since is judged as it is', async () => {
    const { id, guid } = await checked('approved', 'ham', { rule: 'nothing-against-it' })
    await db.comment.update({
      where: { id },
      data: { text: 'Other', editedAt: new Date(Date.now() + 1_000) },
    })
    await say(guid, 'true')
    expect(await now(id)).toMatchObject({ status: 'approved' })
  })

  test('said ten times at once, and again, it counts once; a new mind counts anew', async () => {
    const { id, guid } = await checked('approved', 'ham', { rule: 'nothing-against-it' })
    await Promise.all(Array.from({ length: 10 }, () => say(guid, 'true')))
    await say(guid, 'true')
    expect(await now(id)).toMatchObject({ status: 'spam', steps: 2, said: [expect.any(String)] })
    await say(guid, 'false')
    expect(await now(id)).toMatchObject({ status: 'pending', steps: 3 })
  })

  test('an editor and Akismet at once: the editor’s decision is the last, twenty times', async () => {
    const editor = await anActor()
    for (let round = 0; round < 20; round++) {
      const { id, guid } = await checked('pending', 'ham')
      const [decided] = await Promise.all([
        decide(editor, { commentId: id, seen: 'pending', becomes: 'approved' }),
        say(guid, 'true'),
      ])
      expect((await now(id)).status).toBe(decided.ok ? 'approved' : 'spam')
    }
  })
})

describe('who is not believed', () => {
  const other = { key: 'abcdef123457', comments: [] }
  test.each([
    ['another key', JSON.stringify(other), 403],
    ['no key', '{"comments":[]}', 400],
    ['a longer key', JSON.stringify({ ...other, key: `${key}x` }), 403],
    ['no JSON', 'key=abcdef123456', 400],
    ['nothing', '', 400],
    ['a list', '[]', 400],
    ['too much', 'x'.repeat(1024 * 1024 + 1), 413],
    ['too many', JSON.stringify({ key, comments: Array(501).fill({}) }), 400],
  ])('%s', async (_name, body, status) => {
    const { id, guid } = await checked('approved', 'ham')
    expect(
      (await post(body.replace('"comments":[]', () => `"comments":[{"guid":"${guid}","result":"true"}]`)))
        .status,
    ).toBe(status)
    expect(await now(id)).toMatchObject({ status: 'approved', said: [] })
  })

  test('GET, and a site without a key', async () => {
    expect((await fetch(url)).status).toBe(405)
    isSet = false
    expect((await post({ key, comments: [] })).status).toBe(404)
  })

  test('a check that is not ours, that two comments share, or that is no text', async () => {
    const [one, two] = [await checked('pending', 'ham'), await checked('pending', 'ham')]
    await verdict(two.id, 'ham', one.guid)
    for (const guid of [randomUUID(), one.guid, 'a\0b', '\ud800', '__proto__'])
      expect((await say(guid, 'true')).status).toBe(200)
    expect(await now(one.id)).toMatchObject({ status: 'pending', said: [] })
    for (const odd of [{ not: '' }, null, 7, ['x']])
      expect((await say(odd as never, 'true')).body.comments).toEqual({})
    expect((await say(two.guid, true)).body.comments).toEqual({})
    expect((await now(two.id)).said).toEqual([])
  })
})
