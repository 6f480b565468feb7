import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { nobodysPort, startSmtpPeer, type SmtpPeer } from '@/e2e/peers/smtp-peer'
import { mailboxKey, refuseAsking } from '@/lib/comments/notifications/opt-in-commands'
import { askToFollow, confirmFollow, stopFollow } from '@/lib/comments/notifications/subscription-commands'
import { sendEverything } from '@/lib/comments/notifications/commands'
import { readStatusToken } from '@/lib/comments/author/link-token'
import type { Discussion } from '@/lib/comments/discussion/settings'
import { keepDiscussion } from '@/lib/comments/testing/keep-discussion'
import { forgetTraces } from '@/lib/comments/retention-commands'
import { db, pool } from '@/lib/db/client'
import { aComment, anActor, anEdition } from '@/lib/db/testing/factories'
import type { CommentStatus } from '@/lib/db/generated/enums'
import { newId } from '@/lib/kernel/ids'
import { runtime } from '@/lib/kernel/env'
import type { Mailer } from '@/lib/mail/port'
import { smtp } from '@/lib/mail/smtp'
import { aFakeMailer, type FakeMailer } from '@/lib/mail/testing/fake-mailer'
import { decide } from '@/lib/moderation/decisions/commands'
import { changeOwn, eraseOwn } from '@/lib/moderation/decisions/author-commands'
import { aFakeChecker } from '@/lib/spam/testing/fake-checker'
import { aBreaker } from './spam/breaker'
import type { Ports } from './ports'
import { doJob } from './testing/do-job'

let peer: SmtpPeer
let mailer: FakeMailer
beforeAll(async () => void (peer = await startSmtpPeer()))
afterAll(() => peer.stop())
afterEach(() => peer.setMode('takes'))
beforeEach(async () => {
  mailer = aFakeMailer()
  peer.received.length = 0
  await keepDiscussion({ noticesTo: 'nobody' })
  await pool().query('delete from pgboss.job')
  await db.person.updateMany({ data: { locale: null } }) // the staff that earlier tests have left hears in English
})

const ports = (mail: Mailer | undefined = mailer): Ports => ({
  spam: aFakeChecker('ham'),
  breaker: aBreaker(),
  siteUrl: 'http://localhost:3000',
  mail,
})
const viaSmtp = (url = peer.url) =>
  smtp({ url, from: 'House <no-reply@example.org>', host: 'localhost', deadlineMs: 1_000 })
const tell = (commentId: string, mail?: Mailer) =>
  doJob('tell-people', { id: randomUUID(), data: { commentId } }, ports(mail))
const waiting = async () =>
  (await pool().query<{ data: { mailId: string } }>(`select data from pgboss.job where name = 'send-mail'`))
    .rows
/** Does the jobs that wait, as the worker would; answers those that failed. */
async function work(mail?: Mailer) {
  let failed = 0
  for (const { data } of await waiting()) {
    await doJob('send-mail', { id: randomUUID(), data }, ports(mail)).catch(() => failed++)
  }
  return failed
}
const checked = async (commentId: string) =>
  db.spamVerdict.create({
    data: { id: newId(), commentId, checker: 'fake', verdict: 'ham', why: 'akismet-ham' },
  })
const follow = (commentId: string, state: { confirmedAt?: Date; stoppedAt?: Date } = {}) =>
  db.commentFollow.create({ data: { commentId, ...state } })
const kinds = (commentId: string) =>
  db.mail
    .findMany({ where: { commentId }, orderBy: { kind: 'asc' } })
    .then((mails) => mails.map(({ kind, recipient }) => `${kind} ${recipient}`))

const on = { confirmedAt: new Date() }
const off = { confirmedAt: new Date(), stoppedAt: new Date() }
const table: [string, CommentStatus, boolean, Parameters<typeof follow>[1] | undefined, string[]][] = [
  ['nobody asked', 'approved', true, undefined, []],
  ['asked, not checked yet', 'pending', false, {}, []],
  ['asked, checked', 'pending', true, {}, ['confirm']],
  ['asked, published at once', 'approved', true, {}, ['confirm']],
  ['asked, spam', 'spam', true, {}, []],
  ['asked, trash', 'trash', true, {}, []],
  ['confirmed, waits', 'pending', true, on, []],
  ['confirmed, published', 'approved', true, on, ['approved']],
  ['confirmed, spam', 'spam', true, on, []],
  ['stopped', 'approved', true, off, []],
]
test.each(table)('the author: %s', async (_name, status, settled, wish, expected) => {
  const { id, email } = await aComment({ status, email: `Rea-${randomUUID()}@example.org` })
  if (settled) await checked(id)
  if (wish) await follow(id, wish)
  await tell(id)
  expect(await kinds(id)).toEqual(expected.map((kind) => `${kind} ${email.toLowerCase()}`))
})

describe('whom a reply answers', () => {
  const answered = async (wish: Parameters<typeof follow>[1] | undefined, reply: object = {}) => {
    const edition = await anEdition()
    const parent = await aComment({ edition, status: 'approved', email: 'first@example.org' })
    if (wish) await follow(parent.id, wish)
    const answer = await aComment({
      edition,
      status: 'approved',
      parentId: parent.id,
      email: 'second@example.org',
      name: 'Sam',
      ...reply,
    })
    await checked(answer.id)
    await tell(answer.id)
    return kinds(answer.id)
  }
  test('is told when the address is confirmed', async () =>
    expect(await answered(on)).toEqual(['reply first@example.org']))
  test('is not when it is not confirmed, stopped or was never asked for', async () => {
    for (const wish of [undefined, {}, off]) expect(await answered(wish)).toEqual([])
  })
  test('is not told of an answer to oneself, nor of what waits, is spam or trash', async () => {
    expect(await answered(on, { email: 'First@example.org' })).toEqual([])
    for (const status of ['pending', 'spam', 'trash']) expect(await answered(on, { status })).toEqual([])
  })
})

describe('the staff', () => {
  test('hears of what waits after the last verdict, once, and not of spam', async () => {
    await keepDiscussion({ noticesTo: 'all staff' })
    const admin = await db.person.findUniqueOrThrow({ where: { id: (await anActor('admin')).id } })
    const { id } = await aComment({ traced: true })
    await tell(id)
    expect(await kinds(id)).toEqual([])
    await checked(id)
    for (let time = 0; time < 3; time++) await tell(id)
    expect(await kinds(id)).toContain(`moderate ${admin.email}`)
    expect(new Set(await kinds(id)).size).toBe((await kinds(id)).length)
    const spam = await aComment({ status: 'spam' })
    await checked(spam.id)
    await tell(spam.id)
    expect(await kinds(spam.id)).toEqual([])
  })

  test('is chosen by the settings; who is disabled is not told', async () => {
    const [admin, editor] = [await anActor('admin'), await anActor('editor')]
    const gone = await anActor('admin')
    await db.person.update({ where: { id: gone.id }, data: { disabledAt: new Date() } })
    const told = async (noticesTo: 'nobody' | 'admins' | 'all staff') => {
      await keepDiscussion({ noticesTo })
      const { id } = await aComment({ traced: true })
      await checked(id)
      await tell(id)
      const mails = await db.mail.findMany({ where: { commentId: id } })
      const people = await db.person.findMany({
        where: { email: { in: mails.map(({ recipient }) => recipient) } },
      })
      return people.map((person) => person.id)
    }
    expect(await told('nobody')).toEqual([])
    expect(await told('admins')).toContain(admin.id)
    expect(await told('admins')).not.toContain(editor.id)
    expect(await told('all staff')).toEqual(expect.arrayContaining([admin.id, editor.id]))
    expect(await told('all staff')).not.toContain(gone.id)
  })

  test('is also whoever wrote the chapter, or else published it, where the settings say so', async () => {
    const someone = async (role: 'admin' | 'editor') =>
      db.person.findUniqueOrThrow({ where: { id: (await anActor(role)).id } })
    const [admin, writer, publisher] = [
      await someone('admin'),
      await someone('editor'),
      await someone('editor'),
    ]
    const told = async (noticesTo: Discussion['noticesTo'], by: { authorId?: string }) => {
      await keepDiscussion({ noticesTo })
      const edition = await anEdition({ ...by, publishedById: publisher.id })
      const { id } = await aComment({ edition, traced: true })
      await checked(id)
      for (let time = 0; time < 3; time++) await tell(id)
      const mails = await kinds(id)
      return [admin, writer, publisher].filter(({ email }) => mails.includes(`moderate ${email}`))
    }
    const wrote = { authorId: writer.id }
    expect(await told('writer', wrote)).toEqual([writer])
    expect(await told('admins and writer', wrote)).toEqual([admin, writer])
    expect(await told('admins and writer', { authorId: admin.id })).toEqual([admin])
    expect(await told('writer', {})).toEqual([publisher])
    expect(await told('admins', wrote)).toEqual([admin])
    expect(await told('nobody', wrote)).toEqual([])
    await db.person.update({ where: { id: writer.id }, data: { disabledAt: new Date() } })
    expect(await told('writer', wrote)).toEqual([])
  })

  test('hears of what is published at once only where the settings say so; never of its own replies', async () => {
    await anActor('admin')
    const told = async (noticesOf: 'what waits' | 'every comment', wish: object = {}) => {
      await keepDiscussion({ noticesTo: 'admins', noticesOf })
      const { id } = await aComment({ status: 'approved', traced: true, ...wish })
      await checked(id)
      for (let time = 0; time < 3; time++) await tell(id)
      return (await kinds(id)).length
    }
    const admins = await db.person.count({ where: { role: 'admin', disabledAt: null } })
    expect(await told('what waits')).toBe(0)
    expect(await told('every comment', { status: 'spam' })).toBe(0)
    expect(await told('every comment')).toBe(admins)
    await work()
    expect(mailer.sent).toHaveLength(admins)
    expect(mailer.sent[0]!.subject).toContain('A new comment on')
    expect(mailer.sent[0]!.text).toContain('has been published')
  })

  test('is written to in the language that the desk speaks to each', async () => {
    await db.person.updateMany({ data: { disabledAt: new Date() } })
    await keepDiscussion({ noticesTo: 'admins' })
    const subjects: Record<string, RegExp> = {}
    for (const [locale, subject] of [
      [null, /Please moderate: /],
      ['ja', /承認をお願いします：/],
      ['ar', /\p{Script=Arabic}/u],
    ] as const) {
      const { id, email } = await db.person.findUniqueOrThrow({ where: { id: (await anActor('admin')).id } })
      await db.person.update({ where: { id }, data: { locale } })
      subjects[String(email)] = subject
    }
    const { id } = await aComment({ traced: true })
    await checked(id)
    await tell(id)
    await work()
    expect(mailer.sent.map(({ to }) => to).sort()).toEqual(Object.keys(subjects).sort())
    for (const { to, subject } of mailer.sent)
      expect(subject.replace(/«.*»|“.*”|「.*」/, () => '')).toMatch(subjects[to]!)
  })

  test('is not told of what it has decided meanwhile', async () => {
    await keepDiscussion({ noticesTo: 'admins' })
    const editor = await anActor('admin')
    const { id } = await aComment({ traced: true })
    await checked(id)
    await tell(id)
    await decide(editor, { commentId: id, seen: 'pending', becomes: 'trash' })
    await work()
    expect(mailer.sent).toEqual([])
  })

  describe('of a published comment that its author has changed', () => {
    const settings = { noticesTo: 'admins', editMinutes: 5 } as const
    beforeEach(async () => void (await db.person.updateMany({ data: { disabledAt: new Date() } })))
    /** Published by a person, as most are, and changed. */
    const aChanged = async (wish: { traced?: boolean } = { traced: true }) => {
      await keepDiscussion(settings)
      const admin = await db.person.findUniqueOrThrow({ where: { id: (await anActor('admin')).id } })
      const { id } = await aComment(wish)
      await checked(id)
      await decide({ ...admin, role: 'admin' }, { commentId: id, seen: 'pending', becomes: 'approved' })
      expect((await changeOwn(id, 'Other words altogether')).ok).toBe(true)
      return { id, admin: { ...admin, role: 'admin' as const } }
    }
    const judge = (commentId: string, verdict: 'ham' | 'spam' | 'unknown') =>
      doJob(
        'check-spam',
        { id: randomUUID(), data: { commentId, attempt: 1, reason: 'edit' } },
        { ...ports(), spam: aFakeChecker(verdict) },
      )

    test('hears once that it waits again, after the verdict about what it says now', async () => {
      const { id, admin } = await aChanged()
      await tell(id)
      await judge(id, 'unknown')
      await tell(id)
      expect(await kinds(id)).toEqual([])
      await judge(id, 'ham')
      await Promise.all(Array.from({ length: 5 }, () => tell(id)))
      expect(await kinds(id)).toEqual([`changed ${admin.email}`])
      await work()
      await work()
      expect(mailer.sent).toHaveLength(1)
      expect(mailer.sent[0]!.subject).toContain('Changed, and waits again')
      expect(mailer.sent[0]!.text).toContain('was published and has been changed by its author')
      expect(mailer.sent[0]!.text).toContain('> Other words altogether')
      expect(mailer.sent[0]!.text).toContain('/desk/queue')
    })

    test('never hears of spam', async () => {
      const { id } = await aChanged()
      await judge(id, 'spam')
      await tell(id)
      expect(await kinds(id)).toEqual([])
    })

    test('hears of it also when nothing is left by which it could be checked', async () => {
      const { id, admin } = await aChanged({ traced: false })
      const { rows } = await pool().query(
        `select 1 from pgboss.job where name = 'tell-people' and data->>'commentId' = $1`,
        [id],
      )
      expect(rows.length).toBeGreaterThan(1) // one is of the approval
      await tell(id)
      expect(await kinds(id)).toEqual([`changed ${admin.email}`])
    })

    test('is not told when somebody has decided meanwhile', async () => {
      const { id, admin } = await aChanged()
      await judge(id, 'ham')
      await tell(id)
      await decide(admin, { commentId: id, seen: 'pending', becomes: 'approved' })
      await work()
      expect(mailer.sent).toEqual([])
      const other = await aChanged()
      await judge(other.id, 'ham')
      await decide(other.admin, { commentId: other.id, seen: 'pending', becomes: 'approved' })
      await decide(other.admin, { commentId: other.id, seen: 'approved', becomes: 'pending' })
      await tell(other.id)
      expect(await kinds(other.id)).toEqual([])
    })
  })
})

test('a check that ends tells people; one without an answer does not', async () => {
  const run = async (verdict: 'ham' | 'unknown' | 'spam') => {
    const { id } = await aComment({ traced: true })
    await doJob(
      'check-spam',
      { id: randomUUID(), data: { commentId: id, attempt: 1 } },
      { ...ports(), spam: aFakeChecker(verdict) },
    )
    const { rows } = await pool().query(
      `select 1 from pgboss.job where name = 'tell-people' and data->>'commentId' = $1`,
      [id],
    )
    return rows.length > 0
  }
  expect(await run('ham')).toBe(true)
  expect(await run('unknown')).toBe(false)
})

describe('each mail once', () => {
  test('noted twenty times at once, and worked off twice at once', async () => {
    const { id } = await aComment({ status: 'approved', email: 'once@example.org' })
    await checked(id)
    await follow(id, on)
    await Promise.all(Array.from({ length: 20 }, () => tell(id)))
    expect(await kinds(id)).toEqual(['approved once@example.org'])
    expect(await waiting()).toHaveLength(1)
    await work()
    await work()
    expect(mailer.sent).toHaveLength(1)
  })

  test('approved, held and approved again: one mail', async () => {
    const editor = await anActor()
    const { id } = await aComment({ email: 'again@example.org' })
    await follow(id, on)
    const steps = [
      ['pending', 'approved'],
      ['approved', 'pending'],
      ['pending', 'approved'],
    ] as const
    for (const [seen, becomes] of steps) {
      await decide(editor, { commentId: id, seen, becomes })
      await tell(id)
      await work()
    }
    expect(mailer.sent.map(({ to }) => to)).toEqual(['again@example.org'])
  })

  test('through a mail server that is dead, silent, busy and cut after DATA', async () => {
    const { id } = await aComment({ status: 'approved', email: 'patient@example.org' })
    await checked(id)
    await follow(id, on)
    await tell(id, viaSmtp())
    expect(await work(viaSmtp(`smtp://127.0.0.1:${await nobodysPort()}`))).toBe(1)
    for (const mode of ['hangs', 'busy', 'closed'] as const) {
      peer.setMode(mode)
      expect(await work(viaSmtp())).toBe(1)
    }
    expect(peer.received).toEqual([])
    peer.setMode('cut after data')
    expect(await work(viaSmtp())).toBe(1)
    peer.setMode('takes')
    expect(await work(viaSmtp())).toBe(0)
    expect(await work(viaSmtp())).toBe(0)
    expect(peer.received.map(({ to }) => to)).toEqual([['patient@example.org'], ['patient@example.org']])
    expect(new Set(peer.received.map(({ mail }) => mail.messageId)).size).toBe(1)
    const [mail] = await db.mail.findMany({ where: { commentId: id } })
    expect(peer.received[0]!.mail.messageId).toBe(`<${mail!.id}@localhost>`)
    expect(mail!.sentAt).not.toBeNull()
  })

  test('refused for good is tried no more', async () => {
    const { id } = await aComment({ status: 'approved', email: 'nobody@example.org' })
    await checked(id)
    await follow(id, on)
    await tell(id)
    mailer.mood = 'refused'
    await work()
    mailer.mood = 'sent'
    await work()
    expect(mailer.sent).toEqual([])
    expect((await db.mail.findFirstOrThrow({ where: { commentId: id } })).droppedFor).toBe('server-refused')
  })

  test.each([
    [
      'became spam',
      'not-published',
      (id: string) => db.comment.update({ where: { id }, data: { status: 'spam' } }),
    ],
    ['was stopped', 'stopped', (id: string) => stopFollow(id)],
    ['was erased', 'erased', (id: string) => db.comment.update({ where: { id }, data: { email: '' } })],
  ])('what %s while the mail server was away is not sent (%s)', async (_name, why, change) => {
    const { id } = await aComment({ status: 'approved', email: `${randomUUID()}@example.org` })
    await checked(id)
    await follow(id, on)
    await tell(id)
    await change(id)
    await work()
    expect(mailer.sent).toEqual([])
    expect((await db.mail.findFirstOrThrow({ where: { commentId: id } })).droppedFor).toBe(why)
  })

  test('without a mail server nothing is noted and nothing fails', async () => {
    const { id } = await aComment({ status: 'approved' })
    await checked(id)
    await follow(id, on)
    await doJob('tell-people', { id: randomUUID(), data: { commentId: id } }, { ...ports(), mail: undefined })
    expect(await kinds(id)).toEqual([])
  })
})

describe('replies once a day', () => {
  beforeEach(() => db.mail.deleteMany({ where: { daily: true } }))
  const first = async (email: string) => {
    const comment = await aComment({ status: 'approved', email })
    await db.commentFollow.create({ data: { commentId: comment.id, confirmedAt: new Date(), daily: true } })
    return comment
  }
  const replyTo = async (parent: Awaited<ReturnType<typeof aComment>>, text: string) => {
    const edition = { chapterId: parent.chapterId, editionId: parent.editionId, locale: parent.locale }
    const { id } = await aComment({
      edition,
      status: 'approved',
      parentId: parent.id,
      email: '',
      name: 'Sam',
      text,
    })
    await checked(id)
    await tell(id)
    return id
  }
  const digests = async () =>
    (
      await pool().query<{ data: { digestId: string } }>(
        `select data from pgboss.job where name = 'send-digest'`,
      )
    ).rows
  const send = async (mail?: Mailer) => {
    let failed = 0
    for (const { data } of await digests())
      await doJob('send-digest', { id: randomUUID(), data }, ports(mail)).catch(() => failed++)
    return failed
  }
  const gather = () => doJob('gather-digests', { id: randomUUID(), data: {} }, ports())

  test('come in one mail for all of somebody’s comments, with one way to end them all', async () => {
    const [one, two] = [await first('daily@example.org'), await first('Daily@example.org')]
    await replyTo(one, 'First words')
    await replyTo(two, 'Second <b>words</b>')
    await work()
    expect(mailer.sent).toEqual([]) // not before the day's mail
    await Promise.all([gather(), gather(), gather()])
    await send()
    await send()
    await gather()
    await send()
    expect(mailer.sent.map(({ to }) => to)).toEqual(['daily@example.org'])
    const [email] = mailer.sent
    expect(email!.subject).toContain('2 replies to your comments')
    expect(email!.text).toMatch(/> First words[^]*> Second <b>words<\/b>/)
    expect(email!.html).toContain('Second &lt;b&gt;words&lt;/b&gt;')
    const stop = /\/comments\/([\w-]{44})/.exec(email!.stop!)![1]
    expect(readStatusToken(runtime().secret, stop)).toEqual({ commentId: one.id, purpose: 'stop-all' })
  })

  test('through a mail server that is cut after DATA it is the same mail again', async () => {
    await replyTo(await first('cut@example.org'), 'Hello')
    await gather()
    peer.setMode('cut after data')
    expect(await send(viaSmtp())).toBe(1)
    // What comes meanwhile goes into the next day's mail.
    await replyTo(await first('cut@example.org'), 'Later')
    peer.setMode('takes')
    expect(await send(viaSmtp())).toBe(0)
    expect(await send(viaSmtp())).toBe(0)
    expect(peer.received.map(({ mail }) => mail.subject)).toEqual(
      Array(2).fill('[Chapterhouse] 1 reply to your comments'),
    )
    expect(new Set(peer.received.map(({ mail }) => mail.messageId)).size).toBe(1)
    expect(peer.received[0]!.raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m)
  })

  test('leave out what became spam or was stopped meanwhile; nothing left is no mail', async () => {
    const parent = await first('left@example.org')
    const spam = await replyTo(parent, 'Spam')
    await replyTo(parent, 'Fine')
    const stopped = await first('stopped@example.org')
    await replyTo(stopped, 'Hello')
    await gather()
    await db.comment.update({ where: { id: spam }, data: { status: 'spam' } })
    await stopFollow(stopped.id)
    await send()
    expect(mailer.sent.map(({ to }) => to)).toEqual(['left@example.org'])
    expect(mailer.sent[0]!.text).not.toContain('> Spam')
  })
})

describe('an address that may be a stranger’s', () => {
  const asks = async (email: string) => {
    const { id } = await aComment({ status: 'approved', email })
    await checked(id)
    await follow(id)
    await tell(id)
    return id
  }
  const dayPasses = () => db.$executeRaw`update asked_address set last_at = last_at - interval '25 hours'`
  const asked = async () => {
    await work()
    await pool().query('delete from pgboss.job')
    return mailer.sent.map(({ to }) => to)
  }

  test('is asked once a day and three times at most, whatever the comment and whoever erases', async () => {
    const ids = await Promise.all(['Victim', 'victim', 'VICTIM'].map((name) => asks(`${name}@example.org`)))
    expect(await asked()).toEqual(['victim@example.org'])
    for (const id of ids) await eraseOwn(id)
    await asks('victim@example.org')
    expect(await asked()).toHaveLength(1)
    for (let day = 0; day < 4; day++) {
      await dayPasses()
      await asks('victim@example.org')
      await sendEverything(await asks('victim@example.org'))
    }
    expect(await asked()).toHaveLength(3)
    const { rows } = await pool().query(`select 1 from asked_address a where a::text ~* 'victim'`)
    expect(rows).toEqual([])
    // Who is not asked for a year is forgotten.
    await db.$executeRaw`update asked_address set last_at = now() - interval '367 days'`
    await forgetTraces()
    await asks('victim@example.org')
    expect(await asked()).toHaveLength(4)
  })

  test('is asked all the same about a comment that an editor publishes, whatever strangers have used up', async () => {
    const email = 'mine@example.org'
    await asks(email)
    for (let day = 0; day < 3; day++) {
      await dayPasses()
      await asks(email)
    }
    expect(await asked()).toHaveLength(3)
    const editor = await anActor('editor')
    const hourPasses = () =>
      db.$executeRaw`update asked_address set last_at = last_at - interval '61 minutes'`
    const isPublished = async () => {
      const { id } = await aComment({ email })
      await checked(id)
      await follow(id)
      await tell(id)
      expect(await kinds(id)).toEqual([])
      expect(await decide(editor, { commentId: id, seen: 'pending', becomes: 'approved' })).toMatchObject({
        ok: true,
      })
      await hourPasses()
      await tell(id)
      return id
    }
    const mine = await isPublished()
    expect(await kinds(mine)).toEqual([`confirm ${email}`])
    expect(await asked()).toHaveLength(4)
    // And still nobody's mailbox is filled.
    for (let more = 0; more < 12; more++) await isPublished()
    expect(await asked()).toHaveLength(12)
  })

  test('is asked about the next comment when its owner has answered', async () => {
    const [one, two] = [await asks('owner@example.org'), await asks('Owner@example.org')]
    expect(await asked()).toHaveLength(1)
    await confirmFollow(one)
    const { rows } = await pool().query<{ data: { commentId: string } }>(
      `select data from pgboss.job where name = 'tell-people'`,
    )
    expect(rows.map(({ data }) => data.commentId)).toEqual([one, two])
    await tell(two)
    expect(await kinds(two)).toEqual(['confirm owner@example.org'])
  })

  test('is never asked again once its owner refused, not even by what waits, until the owner confirms', async () => {
    const email = 'refuses@example.org'
    const id = await asks(email)
    await refuseAsking(mailboxKey(runtime().secret, 'Refuses@example.org'))
    expect(await asked()).toEqual([])
    await dayPasses()
    await sendEverything(await asks(email))
    await db.$executeRaw`update asked_address set refused_at = now() - interval '9 years', last_at = refused_at`
    await forgetTraces()
    await asks(email)
    expect(await asked()).toEqual([])
    await confirmFollow(id)
    await asks(email)
    expect(await asked()).toEqual([email])
  })

  test('gets a link to everything that was written with it, on demand', async () => {
    const comment = await aComment({ email: 'Data@example.org', name: 'Stranger', text: 'Stranger' })
    await sendEverything(comment.id)
    await sendEverything(comment.id)
    expect(await asked()).toEqual(['data@example.org'])
    const [email] = mailer.sent
    expect(email!.text).not.toContain('Stranger')
    const [, token] = /\/comments\/([\w-]{44})/.exec(email!.text)!
    expect(readStatusToken(runtime().secret, token)).toEqual({
      commentId: comment.id,
      purpose: 'everything',
    })
    await dayPasses()
    await sendEverything(comment.id)
    expect(await asked()).toHaveLength(2)
    for (const wish of [{ email: '' }, { status: 'spam' as const }]) {
      const { id } = await aComment(wish)
      expect((await sendEverything(id)).ok).toBe(false)
    }
  })
})

test('a stop is final until the owner of the address confirms anew', async () => {
  const { id } = await aComment({ status: 'approved', email: 'final@example.org' })
  await checked(id)
  await follow(id, on)
  await stopFollow(id)
  await askToFollow(id)
  const wish = () => db.commentFollow.findUniqueOrThrow({ where: { commentId: id } })
  expect(await wish()).toMatchObject({ confirmedAt: null, stoppedAt: null })
  await tell(id)
  expect(await kinds(id)).toEqual(['confirm final@example.org'])
  await confirmFollow(id)
  expect((await wish()).confirmedAt).not.toBeNull()
  // What had not gone out is pointless now; after that each new wish asks anew, once a day.
  const sent = async () => {
    await work()
    return mailer.sent.filter(({ subject }) => subject.includes('Please confirm')).length
  }
  expect(await sent()).toBe(0)
  for (let time = 0; time < 3; time++) {
    await stopFollow(id)
    await askToFollow(id)
    await tell(id)
    expect((await wish()).confirmedAt).toBeNull()
    expect(await sent()).toBe(1)
  }
  // A wish that is taken back and made again before the mail has gone still gets its one mail.
  const other = await aComment({ status: 'approved', email: 'wavers@example.org' })
  await checked(other.id)
  await follow(other.id)
  await tell(other.id)
  await stopFollow(other.id)
  await askToFollow(other.id)
  await tell(other.id)
  expect(await sent()).toBe(2)
})

test('confirmed after the approval, its author hears of it, once', async () => {
  const { id } = await aComment({ status: 'approved', email: 'late@example.org' })
  await checked(id)
  await askToFollow(id)
  await tell(id)
  for (let time = 0; time < 3; time++) {
    await confirmFollow(id)
    const { rows } = await pool().query<{ data: { commentId: string } }>(
      `select data from pgboss.job where name = 'tell-people'`,
    )
    expect(rows.map(({ data }) => data.commentId)).toContain(id)
    for (const { data } of rows) await tell(data.commentId)
  }
  await work()
  expect(await kinds(id)).toEqual(['confirm late@example.org', 'approved late@example.org'])
  expect(mailer.sent.filter(({ subject }) => subject.includes('has been published'))).toHaveLength(1)
})

describe('the words', () => {
  const linkIn = (text: string, place: number) => [...text.matchAll(/\/comments\/([\w-]{44})/g)][place]?.[1]
  const mailOf = async (locale: string, kind: 'confirm' | 'approved') => {
    const edition = await anEdition({ locale, title: 'The <Lamp>' })
    const comment = await aComment({
      edition,
      status: 'approved',
      name: 'Buy\r\nBcc: x@example.org',
      text: 'Strange <b>words</b>',
      email: `${randomUUID()}@example.org`,
    })
    await checked(comment.id)
    await follow(comment.id, kind === 'confirm' ? {} : on)
    await tell(comment.id)
    await work()
    return { comment, email: mailer.sent[0]! }
  }

  test('a confirmation holds nothing that its author wrote: it may reach a stranger', async () => {
    const { comment, email } = await mailOf('en', 'confirm')
    for (const body of [email.subject, email.text, email.html]) expect(body).not.toMatch(/Buy|Bcc|Strange/)
    expect(readStatusToken(runtime().secret, linkIn(email.stop!, 0))).toEqual({
      commentId: mailboxKey(runtime().secret, comment.email),
      purpose: 'never',
    })
    expect(email.text).toContain(email.stop)
    expect(readStatusToken(runtime().secret, linkIn(email.text, 2))).toEqual({
      commentId: comment.id,
      purpose: 'everything',
    })
    expect(readStatusToken(runtime().secret, linkIn(email.text, 0))).toEqual({
      commentId: comment.id,
      purpose: 'confirm',
    })
  })

  test.each([
    ['en', 'has a page of its own'],
    ['ja', 'コメントのページ'],
    ['ar', 'للتعليق صفحة'],
  ])('in %s a confirmation leads to the page of the comment, whoever has lost it', async (locale, said) => {
    const { comment, email } = await mailOf(locale, 'confirm')
    for (const body of [email.text, email.html]) expect(body).toContain(said)
    const token = linkIn(email.text, 1)
    expect(readStatusToken(runtime().secret, token)).toEqual({ commentId: comment.id, purpose: 'status' })
    expect(email.text).toContain(`http://localhost:3000/${locale}/comments/${token}`)
    expect(email.html).toContain(token)
  })

  test.each([
    ['en', 'has been published', 'ltr'],
    ['ja', '公開されました', 'ltr'],
    ['ar', 'نُشر تعليقك', 'rtl'],
  ])('in %s, as text and HTML, with a way to end it', async (locale, said, direction) => {
    const { comment, email } = await mailOf(locale, 'approved')
    expect(email.subject).toContain(said)
    expect(email.text).toContain(said)
    expect(email.text).toContain('> Strange <b>words</b>')
    expect(email.html).toContain('Strange &lt;b&gt;words&lt;/b&gt;')
    expect(email.html).toContain(`<html lang="${locale}" dir="${direction}">`)
    expect(readStatusToken(runtime().secret, linkIn(email.stop!, 0))).toEqual({
      commentId: comment.id,
      purpose: 'stop',
    })
    expect(email.text).toContain(email.stop)
    const foot = linkIn(email.text, 0)
    expect(readStatusToken(runtime().secret, foot)?.purpose).toBe('status')
  })
})

test.each([
  ['en', 'Anonymous replied to your comment', '1 reply'],
  ['ja', '名無しさんから返信がありました', '1件の返信'],
  ['ar', 'ردّ مجهول على تعليقك', 'ردّ واحد'],
])('in %s mails call nobody: %s', async (locale, said, digest) => {
  const edition = await anEdition({ locale, title: 'The lamp' })
  const email = `nobody-${randomUUID()}@example.org`
  const parent = await aComment({ edition, status: 'approved', name: '', email })
  await follow(parent.id, on)
  const reply = await aComment({
    edition,
    status: 'approved',
    parentId: parent.id,
    name: '\u200b',
    email: '',
    text: 'Yes.',
  })
  await checked(reply.id)
  await tell(reply.id)
  await work()
  const [sent] = mailer.sent
  expect(sent!.subject).toContain(said)
  expect(sent!.text).toContain(said)
  expect(sent!.html).toContain(said)

  mailer.sent.length = 0
  await db.commentFollow.update({ where: { commentId: parent.id }, data: { daily: true } })
  const second = await aComment({ edition, status: 'approved', parentId: parent.id, name: '', email: '' })
  await checked(second.id)
  await tell(second.id)
  await doJob('gather-digests', { id: randomUUID(), data: {} }, ports())
  const { rows } = await pool().query<{ data: { digestId: string } }>(
    `select data from pgboss.job where name = 'send-digest'`,
  )
  for (const { data } of rows) await doJob('send-digest', { id: randomUUID(), data }, ports())
  const gathered = mailer.sent.find(({ to }) => to === email)
  expect(gathered?.subject).toContain(digest)
  expect(gathered?.text).toContain(said)
})

test('the staff is told that nobody gave a name, nor did whom they answer', async () => {
  await keepDiscussion({ noticesTo: 'all staff' })
  await anActor('editor')
  const edition = await anEdition()
  const parent = await aComment({ edition, status: 'approved', name: '' })
  const { id } = await aComment({ edition, parentId: parent.id, name: '', email: '' })
  await checked(id)
  await tell(id)
  await work()
  expect(mailer.sent[0]!.text).toContain('Name: Anonymous\nIn reply to: Anonymous')
})

test('asked, confirmed, stopped: the way of a wish', async () => {
  const { id } = await aComment({ email: 'wish@example.org' })
  await checked(id)
  expect((await askToFollow(id)).ok).toBe(true)
  await tell(id)
  expect(await kinds(id)).toEqual(['confirm wish@example.org'])
  expect((await confirmFollow(id)).ok).toBe(true)
  await db.comment.update({ where: { id }, data: { status: 'approved' } })
  await tell(id)
  expect(await kinds(id)).toEqual(['confirm wish@example.org', 'approved wish@example.org'])
  await stopFollow(id)
  expect((await confirmFollow(randomUUID())).ok).toBe(false)
  const nobody = await aComment({ email: '' })
  expect((await askToFollow(nobody.id)).ok).toBe(false)
})
