import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mailboxKey } from '@/lib/comments/notifications/opt-in-commands'
import { statusToken, type LinkPurpose } from '@/lib/comments/author/link-token'
import { keepDiscussion } from '@/lib/comments/testing/keep-discussion'
import { db, pool } from '@/lib/db/client'
import { aComment, anActor, anEdition } from '@/lib/db/testing/factories'
import { runtime } from '@/lib/kernel/env'
import { decide } from '@/lib/moderation/decisions/commands'
import { answerAuthorPage } from './author-comment'

let server: Server
let origin: string
beforeAll(async () => {
  const shell =
    '<html><head><meta charset="utf-8"/><title>x</title></head><body><main id="main">x</main></body></html>'
  server = createServer((request, response) => {
    const token = request.url!.split('/').at(-1)!
    void answerAuthorPage(
      request,
      response,
      { locale: 'en', token },
      {
        common: { 'x-content-type-options': 'nosniff' },
        ourOrigin: undefined,
        shell,
        render: ({ purpose, comment, notice }) =>
          `<!--${purpose}|${comment?.status ?? ''}|${comment?.text ?? ''}|${JSON.stringify(notice ?? '')}-->`,
        waiter: { address: '127.0.0.1', rank: 'known' },
        unavailable: () => response.writeHead(503).end(),
      },
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as { port: number }).port}`
})
afterAll(() => server.close())
beforeEach(() => keepDiscussion({}))

const tokenOf = (id: string, purpose: LinkPurpose = 'status') => statusToken(runtime().secret, id, purpose)
const open = (token: string) => fetch(`${origin}/en/comments/${token}`)
const post = (token: string, fields: Record<string, string>) =>
  fetch(`${origin}/en/comments/${token}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
  })
const now = (id: string) =>
  db.comment.findUniqueOrThrow({
    where: { id },
    include: { decisions: { orderBy: { at: 'asc' } }, trace: true },
  })
const jobs = async (name: string, id: string) =>
  (await pool().query(`select data from pgboss.job where name = $1 and data->>'commentId' = $2`, [name, id]))
    .rows

test('the link shows the comment, to nobody else and to no cache', async () => {
  const { id } = await aComment({ text: 'Mine.' })
  const answer = await open(tokenOf(id))
  expect(answer.status).toBe(200)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'cache-control': 'private, no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': expect.stringContaining('noindex') as string,
    'content-security-policy': expect.stringContaining("default-src 'none'") as string,
  })
  const html = await answer.text()
  expect(html).toContain('status|pending|Mine.')
  expect(html).toContain('<meta name="robots" content="noindex, nofollow"/>')
})

test('another link shows nothing', async () => {
  const { id } = await aComment()
  const token = tokenOf(id)
  const changed = token.slice(0, 20) + (token[20] === 'A' ? 'B' : 'A') + token.slice(21)
  for (const odd of [changed, id, 'x', tokenOf('0190c0de-0000-7000-8000-000000000001')]) {
    const answer = await open(odd)
    expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining('missing|||')])
    expect((await post(odd, { intent: 'withdraw' })).status).toBe(404)
  }
  expect((await now(id)).status).toBe('pending')
})

describe('changing', () => {
  test('within the minutes of the settings: the text is new, and is looked at again', async () => {
    const { id } = await aComment({ traced: true, text: 'Befor' })
    const answer = await post(tokenOf(id), { intent: 'change', comment: '\n Be\u0002fore\u000bthen \r\n' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/en/comments/${tokenOf(id)}`])
    expect(await now(id)).toMatchObject({
      text: ' Before\nthen',
      status: 'pending',
      editedAt: expect.any(Date) as Date,
    })
    expect(await jobs('check-spam', id)).toEqual([{ data: { commentId: id, attempt: 1, reason: 'edit' } }])
    // What was submitted at first is what a checker is told when an editor corrects it.
    expect((await now(id)).trace!.asSubmitted).toMatchObject({ text: 'Befor' })
  })

  test('what was published waits again, and says who changed it', async () => {
    const { id } = await aComment({ traced: true, status: 'approved' })
    await post(tokenOf(id), { intent: 'change', comment: 'Other words' })
    expect(await now(id)).toMatchObject({
      text: 'Other words',
      status: 'pending',
      decisions: [{ from: 'approved', to: 'pending', rule: 'changed-by-author', byId: null }],
    })
  })

  test('later, what readers have seen waits for an editor, whatever the rules say', async () => {
    await keepDiscussion({ hold: 'nobody', editMinutes: 5 })
    const late = { sentAt: new Date(Date.now() - 5 * 60_000 - 1_000), traced: true }
    const { id } = await aComment({ ...late, status: 'approved' })
    expect((await post(tokenOf(id), { intent: 'change', comment: 'Late' })).status).toBe(303)
    expect(await now(id)).toMatchObject({ text: 'Late', status: 'pending', heldFor: 'late-change' })
    const waits = await aComment(late)
    expect((await post(tokenOf(waits.id), { intent: 'change', comment: 'Late' })).status).toBe(303)
    expect(await now(waits.id)).toMatchObject({ text: 'Late', status: 'pending', heldFor: null })
    expect(await jobs('check-spam', id)).toEqual([{ data: { commentId: id, attempt: 1, reason: 'edit' } }])
  })

  test('what cannot be stored or was just changed is refused, and all of it where the settings say so', async () => {
    const { id } = await aComment()
    for (const comment of ['', '  ', '\0', `a${' '.repeat(200_000)}b`, 'x'.repeat(65_526)]) {
      expect((await post(tokenOf(id), { intent: 'change', comment })).status).toBe(422)
    }
    expect((await now(id)).editedAt).toBeNull()
    expect((await post(tokenOf(id), { intent: 'change', comment: 'In time' })).status).toBe(303)
    const answer = await post(tokenOf(id), { intent: 'change', comment: 'Once more' })
    expect([answer.status, await answer.text()]).toEqual([429, expect.stringContaining('too quickly')])
    await keepDiscussion({ editMinutes: 0 })
    const other = await aComment()
    expect((await post(tokenOf(other.id), { intent: 'change', comment: 'No' })).status).toBe(403)
  })

  test('the pace of the settings holds for changes, and what was said already is not said by a change', async () => {
    await keepDiscussion({ gapSeconds: 60 })
    const edition = await anEdition()
    const { id } = await aComment({ text: 'The first', edition })
    const second = await aComment({ text: 'The second', edition })
    const change = (comment: string) => post(tokenOf(second.id), { intent: 'change', comment })
    const answer = await change('THE  first')
    expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining('exactly that')])
    expect((await change('the SECOND')).status).toBe(303)
    const edited = (seconds: number) =>
      db.comment.update({
        where: { id: second.id },
        data: { editedAt: new Date(Date.now() - seconds * 1_000) },
      })
    await edited(50)
    expect((await change('Too fast')).status).toBe(429)
    await edited(61)
    await db.comment.update({ where: { id }, data: { status: 'trash' } })
    expect((await change('The first')).status).toBe(303)
  })

  test.each(['spam', 'trash'] as const)('%s stays as it is', async (status) => {
    const { id } = await aComment({ status })
    expect((await post(tokenOf(id), { intent: 'change', comment: 'Other' })).status).toBe(409)
    expect(await now(id)).toMatchObject({ status, text: 'I liked this.' })
  })

  test('ten at once: every answer is one of ours, and the text is one of theirs', async () => {
    const { id } = await aComment()
    const texts = Array.from({ length: 10 }, (_, place) => `Text ${place}`)
    const answers = await Promise.all(
      texts.map((comment) => post(tokenOf(id), { intent: 'change', comment })),
    )
    expect(answers.map(({ status }) => status).filter((status) => status === 303)).toHaveLength(1)
    expect(texts).toContain((await now(id)).text)
  })
})

test('taking back: from waiting and from the page, with a record; once', async () => {
  for (const status of ['pending', 'approved', 'spam'] as const) {
    const { id } = await aComment({ status })
    expect((await post(tokenOf(id), { intent: 'withdraw' })).status).toBe(303)
    expect(await now(id)).toMatchObject({
      status: 'trash',
      decisions: [{ from: status, to: 'trash', rule: 'withdrawn-by-author' }],
    })
    expect((await post(tokenOf(id), { intent: 'withdraw' })).status).toBe(409)
  }
})

test('the author and an editor at once: one of them, twenty times', async () => {
  const editor = await anActor()
  for (let round = 0; round < 20; round++) {
    const { id } = await aComment()
    const [decided, taken] = await Promise.all([
      decide(editor, { commentId: id, seen: 'pending', becomes: 'approved' }),
      post(tokenOf(id), { intent: 'withdraw' }),
    ])
    expect(taken.status).toBe(303)
    const { status, decisions } = await now(id)
    expect(status).toBe('trash')
    expect(decisions).toHaveLength(decided.ok ? 2 : 1)
  }
})

describe('one’s own data', () => {
  const fields = { traced: true, name: 'Rea', url: 'https://example.org/' }

  test('of one comment, for whoever has its link', async () => {
    const { id } = await aComment({ ...fields, email: 'solo@example.org' })
    await aComment({ ...fields, email: 'solo@example.org' })
    const answer = await post(tokenOf(id), { intent: 'export' })
    expect(answer.headers.get('content-disposition')).toContain('attachment')
    const { comments } = (await answer.json()) as { comments: object[] }
    expect(comments).toEqual([
      expect.objectContaining({
        name: 'Rea',
        email: 'solo@example.org',
        website: 'https://example.org/',
        status: 'pending',
        sentFrom: expect.objectContaining({ address: '192.0.2.7' }) as object,
      }),
    ])
  })

  test('of all comments, only by a link that was mailed to the address', async () => {
    const { id } = await aComment({ ...fields, email: 'all@example.org' })
    await aComment({ ...fields, email: 'All@Example.org' })
    await aComment({ ...fields, email: 'other@example.org' })
    const mailed = tokenOf(id, 'everything')
    await db.commentFollow.create({ data: { commentId: id, confirmedAt: new Date() } })
    const read = async (token: string) =>
      ((await (await post(token, { intent: 'export' })).json()) as { comments: { email: string }[] }).comments
    // Whoever typed the address has this one, even after its owner has pressed “Yes, tell me”.
    expect(await read(tokenOf(id))).toHaveLength(1)
    for (const purpose of ['confirm', 'stop', 'stop-all'] as const)
      expect((await post(tokenOf(id, purpose), { intent: 'export' })).status).toBe(409)
    expect((await read(mailed)).map(({ email }) => email.toLowerCase())).toEqual([
      'all@example.org',
      'all@example.org',
    ])
    const left = () => db.comment.count({ where: { email: { in: ['all@example.org', 'All@Example.org'] } } })
    const third = await aComment({ ...fields, email: 'all@example.org' })
    await db.commentFollow.create({ data: { commentId: third.id, confirmedAt: new Date() } })
    await post(tokenOf(third.id), { intent: 'erase', sure: 'yes' })
    expect(await left()).toBe(2)
    expect((await post(mailed, { intent: 'erase' })).status).toBe(422)
    expect((await post(mailed, { intent: 'erase', sure: 'yes' })).status).toBe(200)
    expect(await left()).toBe(0)
    expect(await db.comment.count({ where: { email: 'other@example.org' } })).toBe(1)
  })

  test('of an address with _ or % is not that of others', async () => {
    const { id } = await aComment({ ...fields, email: 'a_b%@example.org' })
    await aComment({ ...fields, email: 'axb%@example.org' })
    await aComment({ ...fields, email: 'A_bcd@example.org' })
    const answer = await post(tokenOf(id, 'everything'), { intent: 'export' })
    const { comments } = (await answer.json()) as { comments: { email: string }[] }
    expect(comments.map(({ email }) => email)).toEqual(['a_b%@example.org'])
  })

  test('goes without anybody else’s mail', async () => {
    const edition = await anEdition()
    const shared = 'editor@example.org' // typed by a stranger, and an editor's own
    const parent = await aComment({ edition, status: 'approved', email: 'first@example.org' })
    const own = await aComment({ edition, status: 'approved', parentId: parent.id, email: shared })
    const other = await aComment({ edition })
    const mail = (
      commentId: string,
      recipient: string,
      kind: 'confirm' | 'approved' | 'reply' | 'moderate',
    ) => db.mail.create({ data: { id: randomUUID(), commentId, recipient, kind, locale: 'en' } })
    await mail(own.id, shared, 'confirm')
    await mail(own.id, shared, 'approved')
    await mail(own.id, shared, 'moderate')
    await mail(own.id, 'first@example.org', 'reply')
    await mail(other.id, shared, 'moderate')
    await mail(other.id, shared, 'confirm')
    await post(tokenOf(own.id), { intent: 'erase', sure: 'yes' })
    const left = await db.mail.findMany({ where: { commentId: { in: [own.id, other.id] } } })
    expect(
      left.map(({ commentId, kind }) => `${commentId === own.id ? 'own' : 'other'} ${kind}`).sort(),
    ).toEqual(['other confirm', 'other moderate', 'own moderate', 'own reply'])
  })

  test('is erased for good, in every table; answers stay', async () => {
    const edition = await anEdition()
    const secret = 'Zanzibar'
    const own = await aComment({
      edition,
      traced: true,
      status: 'approved',
      name: secret,
      email: `${secret}@example.org`,
      text: secret,
    })
    const answer = await aComment({ edition, status: 'approved', parentId: own.id })
    await db.mail.create({
      data: {
        id: answer.id,
        commentId: answer.id,
        recipient: `${secret.toLowerCase()}@example.org`,
        kind: 'reply',
        locale: 'en',
      },
    })
    const commentId = own.id
    await db.filterToken.createMany({
      data: [
        { token: `n:${secret}`, ham: 1 },
        { token: 'w:erased-test-word', ham: 2 },
      ],
    })
    await db.filterLesson.create({
      data: { commentId, lesson: 'ham', tokens: [`n:${secret}`, 'w:erased-test-word'] },
    })
    await db.spamFeedback.create({
      data: {
        id: randomUUID(),
        commentId,
        from: 'pending',
        lesson: 'ham',
        problem: 'note',
        problemParameters: { text: `No: ${secret}` },
      },
    })
    const said = { why: 'note', whyParameters: { text: secret } }
    await db.spamVerdict.create({
      data: { ...said, id: randomUUID(), commentId, checker: 'akismet', verdict: 'ham' },
    })
    await db.screeningStep.create({
      data: {
        ...said,
        commentId,
        place: 0,
        rule: 'links',
        verdict: 'nothing',
        ms: 0,
        input: 'note',
        inputParameters: { text: secret },
      },
    })
    const decided = { commentId, from: 'pending', to: 'approved', byId: (await anActor()).id } as const
    await db.moderationDecision.create({
      data: { ...decided, id: randomUUID(), reason: `Welcome, ${secret.toUpperCase()}!` },
    })
    const byRule = { commentId, from: 'pending', to: 'trash', rule: 'disallowed-words' } as const
    const found = (line: string) => ({ why: 'word-found', whyParameters: { line, field: 'text' } })
    await db.moderationDecision.create({
      data: { ...byRule, ...found(secret.toLowerCase()), id: randomUUID() },
    })
    const keptOfRule = randomUUID()
    await db.moderationDecision.create({ data: { ...byRule, ...found('casino'), id: keptOfRule } })
    const kept = randomUUID()
    await db.moderationDecision.create({ data: { ...decided, id: kept, reason: 'On the lamp' } })
    expect((await post(tokenOf(own.id), { intent: 'erase' })).status).toBe(422)
    expect((await now(own.id)).name).toBe(secret)
    expect((await post(tokenOf(own.id), { intent: 'erase', sure: 'yes' })).status).toBe(303)
    const { rows } = await pool().query<{ table: string; hits: number }>(
      `
      select 'comment' as table, count(*)::int as hits from comment c where c::text ~* $1
      union all select 'trace', count(*)::int from submission_trace t where t::text ~* $1
      union all select 'verdict', count(*)::int from spam_verdict t where t::text ~* $1
      union all select 'steps', count(*)::int from screening_step t where t::text ~* $1
      union all select 'mail', count(*)::int from mail t where t::text ~* $1
      union all select 'lesson', count(*)::int from filter_lesson t where t::text ~* $1
      union all select 'token', count(*)::int from filter_token t where t::text ~* $1
      union all select 'feedback', count(*)::int from spam_feedback t where t::text ~* $1
      union all select 'decision', count(*)::int from moderation_decision t where t::text ~* $1
      union all select 'job', count(*)::int from pgboss.job t where t::text ~* $1`,
      [secret],
    )
    expect(rows.filter(({ hits }) => hits > 0)).toEqual([])
    expect((await now(own.id)).status).toBe('trash')
    expect((await now(answer.id)).status).toBe('approved')
    // What names nobody stays: other reasons, and what other comments have taught as well.
    expect((await db.moderationDecision.findUniqueOrThrow({ where: { id: kept } })).reason).toBe(
      'On the lamp',
    )
    expect(await db.moderationDecision.findUniqueOrThrow({ where: { id: keptOfRule } })).toMatchObject(
      found('casino'),
    )
    expect((await db.filterToken.findUniqueOrThrow({ where: { token: 'w:erased-test-word' } })).ham).toBe(2)
    await expect(
      db.moderationDecision.update({ where: { id: kept }, data: { reason: 'Other' } }),
    ).rejects.toThrow('append-only')
  })
})

describe('mails', () => {
  test('are asked for, confirmed and stopped, each by its own link', async () => {
    const { id } = await aComment({ email: 'mails@example.org' })
    const wish = () => db.commentFollow.findUnique({ where: { commentId: id } })
    expect((await post(tokenOf(id, 'stop'), { intent: 'follow' })).status).toBe(409)
    expect((await post(tokenOf(id), { intent: 'confirm' })).status).toBe(409)
    expect(await wish()).toBeNull()
    expect((await post(tokenOf(id), { intent: 'follow' })).status).toBe(303)
    expect(await jobs('tell-people', id)).toHaveLength(1)
    // Opening a link does nothing: mail programs open links by themselves.
    await open(tokenOf(id, 'confirm'))
    expect((await wish())!.confirmedAt).toBeNull()
    expect((await post(tokenOf(id, 'confirm'), { intent: 'confirm' })).status).toBe(200)
    expect((await wish())!.confirmedAt).not.toBeNull()
  })

  test('to an address end for good by its own link, when no comment of it is left as well', async () => {
    const key = mailboxKey(runtime().secret, 'never@example.org')
    const row = () => db.askedAddress.findUnique({ where: { key } })
    const answer = await open(tokenOf(key, 'never'))
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('never||')])
    expect((await post(tokenOf(key, 'never'), { intent: 'erase', sure: 'yes' })).status).toBe(409)
    expect(await row()).toBeNull()
    const click = { 'List-Unsubscribe': 'One-Click' }
    expect((await post(tokenOf(key, 'never'), click)).status).toBe(200)
    expect((await row())!.refusedAt).not.toBeNull()
    // No other link is of this kind.
    const { id } = await aComment()
    expect((await post(tokenOf(id), { intent: 'never' })).status).toBe(409)
  })

  test('replies come once a day or at once, as wished; all mails end by one link', async () => {
    const email = `${randomUUID()}@example.org`
    const [one, two] = [await aComment({ email }), await aComment({ email: email.toUpperCase() })]
    const stranger = await aComment()
    for (const { id } of [one, two, stranger])
      await db.commentFollow.create({ data: { commentId: id, confirmedAt: new Date() } })
    const wish = async (id: string) => db.commentFollow.findUniqueOrThrow({ where: { commentId: id } })
    expect((await post(tokenOf(one.id), { intent: 'daily' })).status).toBe(303)
    expect([(await wish(one.id)).daily, (await wish(two.id)).daily]).toEqual([true, false])
    expect((await post(tokenOf(one.id), { intent: 'at-once' })).status).toBe(303)
    expect((await wish(one.id)).daily).toBe(false)
    expect((await post(tokenOf(one.id, 'stop'), { intent: 'daily' })).status).toBe(409)
    expect((await post(tokenOf(one.id), { intent: 'stop-all' })).status).toBe(409)

    const click = { 'List-Unsubscribe': 'One-Click' }
    expect((await post(tokenOf(one.id, 'stop-all'), click)).status).toBe(200)
    expect((await wish(one.id)).stoppedAt).not.toBeNull()
    expect((await wish(two.id)).stoppedAt).not.toBeNull()
    expect((await wish(stranger.id)).stoppedAt).toBeNull()
    expect((await post(tokenOf(one.id), { intent: 'daily' })).status).toBe(409)
  })

  test('end by one click of the mail program, which says nothing else (RFC 8058)', async () => {
    const { id } = await aComment({ email: 'click@example.org' })
    await db.commentFollow.create({ data: { commentId: id, confirmedAt: new Date() } })
    const answer = await post(tokenOf(id, 'stop'), { 'List-Unsubscribe': 'One-Click' })
    expect(answer.status).toBe(200)
    expect((await db.commentFollow.findUniqueOrThrow({ where: { commentId: id } })).stoppedAt).not.toBeNull()
  })
})

test('what is not asked properly changes nothing and is no error of ours', async () => {
  const { id } = await aComment()
  const url = `${origin}/en/comments/${tokenOf(id)}`
  const bodies: [string, BodyInit][] = [
    ['application/json', '{"intent":{"$ne":1}}'],
    ['application/json', '['],
    ['application/json', '{"intent":["withdraw"]}'],
    ['application/x-www-form-urlencoded', 'intent=withdraw&intent=erase'],
    ['application/x-www-form-urlencoded', 'intent=change&comment=a&comment=b'],
    ['application/x-www-form-urlencoded', 'intent=%00'],
    ['text/plain', 'intent=withdraw'],
    ['multipart/form-data; boundary=x', 'nonsense'],
    ['application/x-www-form-urlencoded', `intent=change&comment=${'x'.repeat(300_000)}`],
  ]
  for (const [type, body] of bodies) {
    const { status } = await fetch(url, { method: 'POST', headers: { 'content-type': type }, body })
    expect([400, 409, 413, 422], `${type} ${String(body).slice(0, 40)}`).toContain(status)
  }
  expect((await fetch(url, { method: 'PUT', body: 'x' })).status).toBe(405)
  expect(await now(id)).toMatchObject({ status: 'pending', text: 'I liked this.', editedAt: null })
})
