import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ownMails } from '@/lib/comments/notifications/rules'
import { statusToken, type LinkPurpose } from '@/lib/comments/author/link-token'
import { keepDiscussion } from '@/lib/comments/testing/keep-discussion'
import { db, pool } from '@/lib/db/client'
import { aComment, anActor, anEdition } from '@/lib/db/testing/factories'
import { newId } from '@/lib/kernel/ids'
import { runtime } from '@/lib/kernel/env'
import { answerAuthorPage } from './author-comment'

let server: Server
let origin: string
beforeAll(async () => {
  server = createServer((request, response) => {
    const token = request.url!.split('/').at(-1)!
    void answerAuthorPage(
      request,
      response,
      { locale: 'en', token },
      {
        common: {},
        ourOrigin: undefined,
        shell: '<html><head></head><body><main id="main">x</main></body></html>',
        render: () => '',
        waiter: { address: '127.0.0.1', rank: 'known' },
        unavailable: () => response.writeHead(503).end(),
      },
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())
beforeEach(() => keepDiscussion({}))

async function erase(id: string, purpose: LinkPurpose = 'status', fields: object = { sure: 'yes' }) {
  const answer = await fetch(`${origin}/en/comments/${statusToken(runtime().secret, id, purpose)}`, {
    method: 'POST',
    body: new URLSearchParams({ intent: 'erase', ...fields }),
    redirect: 'manual',
  })
  return answer.status
}

/** How many rows of every table, of jobs as well, say yes; tables without any are left out. */
async function rowsWhere(condition: string, value: string, among = '%'): Promise<Record<string, number>> {
  const { rows: tables } = await pool().query<{ schema: string; name: string }>(
    `select table_schema as schema, table_name as name from information_schema.tables t
     where table_type = 'BASE TABLE' and table_schema in ('public', 'pgboss')
       and (exists (select from information_schema.columns c where c.table_schema = t.table_schema
         and c.table_name = t.table_name and c.column_name like $1))
     order by name`,
    [among],
  )
  const { rows } = await pool().query<{ name: string; count: number }>(
    tables
      .map(
        ({ schema, name }) =>
          `select '${name}' as name, count(*)::int as count from only "${schema}"."${name}" t where ${condition}`,
      )
      .join(' union all '),
    [value],
  )
  return Object.fromEntries(rows.filter(({ count }) => count > 0).map(({ name, count }) => [name, count]))
}

/** Where anything is that matches. */
const saying = (pattern: string) => rowsWhere('t::text ~* $1', pattern)
/** What is kept of a comment, by table. */
const about = (id: string) => rowsWhere('comment_id = $1::uuid', id, 'comment_id')

const secret = 'Zanzibar'
const mailbox = 'keeper@lamp.example'
const site = 'https://house-of-lamps.example/'
const machine = '198.51.100.77'
const browser = 'Browser/77.7'
const anything = [secret, mailbox, site, machine, browser].map((one) => one.replaceAll('.', '\\.')).join('|')

/** A comment that has been through everything, with rows in every table that has a place for one. */
async function aFullComment() {
  const edition = await anEdition()
  const fields = { name: secret, email: mailbox.toUpperCase(), url: site, text: `${secret}!` }
  const own = await aComment({ edition, status: 'approved', ...fields })
  const commentId = own.id
  const answer = await aComment({ edition, status: 'approved', parentId: commentId })
  const trace = { ip: machine, userAgent: browser, referrer: site, elapsedMs: 9_000, honeypot: secret }
  await db.submissionTrace.create({
    data: { ...trace, commentId, asSubmitted: fields, expiresAt: new Date(Date.now() + 60_000) },
  })
  await db.spamVerdict.create({
    data: {
      id: newId(),
      commentId,
      checker: 'akismet',
      verdict: 'ham',
      why: 'note',
      whyParameters: { text: secret },
      guid: 'a-guid',
    },
  })
  const step = { place: 1, rule: 'checkers', verdict: 'nothing' as const, ms: 3 }
  await db.screeningStep.create({
    data: {
      ...step,
      commentId,
      input: 'note',
      inputParameters: { text: machine },
      why: 'note',
      whyParameters: { text: secret },
    },
  })
  const bulk = await db.bulkDecision.create({
    data: {
      id: newId(),
      byId: (await anActor()).id,
      view: 'pending',
      filters: {},
      zone: 'UTC',
      becomes: 'spam',
      until: new Date(),
      state: 'done',
    },
  })
  await db.bulkRefusal.create({
    data: { bulkId: bulk.id, ofUndo: false, commentId, refusal: 'already-moved' },
  })
  const content = { name: fields.name, url: fields.url, text: fields.text }
  const editor = { commentId, byId: (await anActor()).id }
  await db.commentEdit.create({
    data: {
      ...editor,
      id: newId(),
      before: content,
      after: { ...content, text: 'x' },
      reason: `No ${secret}`,
    },
  })
  await db.commentRelocation.create({
    data: {
      ...editor,
      moveId: newId(),
      fromEditionId: edition.editionId,
      toEditionId: edition.editionId,
      isFirst: true,
    },
  })
  await db.uncheckedComment.create({ data: { commentId, sentAt: new Date() } })
  await db.commentFollow.create({ data: { commentId, confirmedAt: new Date(), daily: true } })
  const mail = { recipient: mailbox, locale: 'en' }
  for (const kind of ownMails) await db.mail.create({ data: { ...mail, id: newId(), commentId, kind } })
  await db.mail.create({ data: { ...mail, id: newId(), commentId: answer.id, kind: 'reply' } })
  await db.filterToken.createMany({
    data: [
      { token: `n:${secret}`, ham: 1 },
      { token: 'w:erased-test-word', ham: 2 },
    ],
  })
  const tokens = [`n:${secret}`, 'w:erased-test-word']
  await db.filterLesson.create({ data: { commentId, lesson: 'ham', tokens } })
  const feedback = { commentId, from: 'pending', lesson: 'ham' } as const
  const waiting = await db.spamFeedback.create({
    data: { ...feedback, id: newId(), problem: 'note', problemParameters: { text: `No: ${secret}` } },
  })
  const sentAt = new Date('2026-01-01')
  const sent = await db.spamFeedback.create({
    data: {
      ...feedback,
      id: newId(),
      state: 'sent',
      problem: 'note',
      problemParameters: { text: secret },
      settledAt: sentAt,
    },
  })
  const by = await anActor()
  const decided = { commentId, from: 'pending', to: 'approved', byId: by.id } as const
  for (const said of [fields.name, fields.email, fields.url, fields.text])
    await db.moderationDecision.create({
      data: { ...decided, id: newId(), reason: `Welcome, ${said.toLowerCase()}` },
    })
  const kept = await db.moderationDecision.create({
    data: { ...decided, id: newId(), reason: 'On the lamp' },
  })
  return { commentId, answer, by, kept, feedback: { waiting, sent, sentAt } }
}

test('a comment is erased for good, in every table; answers stay', async () => {
  const { commentId, answer, by, kept, feedback } = await aFullComment()
  // A table that is new and keeps something of comments has to have a row here.
  const all = await pool().query<{ name: string }>(
    `select c.table_name as name from information_schema.columns c join information_schema.tables t
       using (table_schema, table_name)
     where c.table_schema = 'public' and c.column_name = 'comment_id' and t.table_type = 'BASE TABLE'`,
  )
  expect(Object.keys(await about(commentId))).toEqual(all.rows.map(({ name }) => name).sort())
  expect(Object.keys(await saying(anything))).toEqual([
    'comment',
    'comment_edit',
    'comment_words',
    'filter_lesson',
    'filter_token',
    'mail',
    'moderation_decision',
    'screening_step',
    'spam_feedback',
    'spam_verdict',
    'submission_trace',
  ])

  expect(await erase(commentId, 'status', {})).toBe(422)
  expect((await db.comment.findUniqueOrThrow({ where: { id: commentId } })).name).toBe(secret)
  expect(await erase(commentId)).toBe(303)

  expect(await saying(anything)).toEqual({})
  expect(await saying('a-guid')).toEqual({})
  // What stays: that it was decided about, one time more by its author, and that a checker was told.
  expect(await about(commentId)).toEqual({
    bulk_refusal: 1,
    comment_edit: 1,
    comment_relocation: 1,
    moderation_decision: 6,
    spam_feedback: 2,
  })
  const comment = await db.comment.findUniqueOrThrow({ where: { id: commentId } })
  expect(comment).toMatchObject({ status: 'trash', name: '', email: '', url: null })
  expect((await db.comment.findUniqueOrThrow({ where: { id: answer.id } })).status).toBe('approved')
  // What names nobody stays: other reasons, who decided, and what other comments have taught as well.
  const decisions = await db.moderationDecision.findMany({ where: { commentId, byId: by.id } })
  expect(decisions.map(({ id, reason }) => [id === kept.id, reason]).sort()).toEqual([
    ...Array.from({ length: 4 }, () => [false, null]),
    [true, 'On the lamp'],
  ])
  expect((await db.filterToken.findUniqueOrThrow({ where: { token: 'w:erased-test-word' } })).ham).toBe(2)
  // What waited to be told is told no more; what was told keeps its time.
  const after = (id: string) => db.spamFeedback.findUniqueOrThrow({ where: { id } })
  expect(await after(feedback.waiting.id)).toMatchObject({
    state: 'expired',
    settledAt: expect.any(Date) as Date,
  })
  expect(await after(feedback.sent.id)).toMatchObject({ state: 'sent', settledAt: feedback.sentAt })
})

test('comments without an address are nobody’s together', async () => {
  const [own, other] = [await aComment({ email: '' }), await aComment({ email: '' })]
  expect(await erase(own.id, 'everything')).toBe(200)
  const left = await db.comment.findMany({ where: { id: { in: [own.id, other.id] }, name: 'Rea' } })
  expect(left.map(({ id }) => id)).toEqual([other.id])
})
