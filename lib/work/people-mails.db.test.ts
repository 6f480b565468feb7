import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { nobodysPort, startSmtpPeer, type SmtpPeer } from '@/e2e/peers/smtp-peer'
import { db, pool } from '@/lib/db/client'
import { aPerson, anActor } from '@/lib/db/testing/factories'
import { locales } from '@/lib/i18n/locales'
import { runtime, setRuntime } from '@/lib/kernel/env'
import { smtp } from '@/lib/mail/smtp'
import { askReset } from '@/lib/people/links/reset-commands'
import { addPerson } from '@/lib/people/accounts/commands'
import { changeEmail } from '@/lib/people/email-change/mails'
import type { DueChangeMail } from '@/lib/people/email-change/queries'
import { invitationEmail } from '@/lib/people/links/invitation-mail'
import { resetEmail } from '@/lib/people/links/reset-mail'
import { personOfLink } from '@/lib/people/accounts/queries'
import { aFakeChecker } from '@/lib/spam/testing/fake-checker'
import { aBreaker } from './spam/breaker'
import type { Ports } from './ports'
import { doJob } from './testing/do-job'

let peer: SmtpPeer
beforeAll(async () => void (peer = await startSmtpPeer()))
afterAll(() => peer.stop())
afterEach(() => peer.setMode('takes'))
beforeEach(async () => {
  peer.received.length = 0
  setRuntime({ ...runtime(), sendsMail: true })
  await pool().query('delete from pgboss.job')
})

const siteUrl = 'http://localhost:3000'
const mailer = ({ url = peer.url, deadlineMs = 15_000 } = {}) =>
  smtp({ url, from: 'House <no-reply@example.org>', host: 'localhost', deadlineMs })
const ports = (mail: Ports['mail']): Ports => ({
  spam: aFakeChecker('ham'),
  breaker: aBreaker(),
  siteUrl,
  mail,
})
async function work(mail: Ports['mail'] = mailer()) {
  const { rows } = await pool().query<{ data: unknown }>(
    `select data from pgboss.job where name = 'send-reset'`,
  )
  const outcomes = rows.map(({ data }) =>
    doJob('send-reset', { id: randomUUID(), data }, ports(mail)).then(
      () => 'done',
      () => 'again',
    ),
  )
  return Promise.all(outcomes)
}
let count = 0
const ask = (email: string) => askReset({ email }, { address: `10.0.${++count}.1` })
const tokenIn = (text: string) => /\/welcome\/([\w-]{43})$/m.exec(text)?.[1]

test('the mail is in the language that the desk speaks to its owner', async () => {
  const { id, email } = await aPerson()
  await db.person.update({ where: { id }, data: { locale: 'ja' } })
  await ask(email)
  expect(await work()).toEqual(['done'])
  expect(peer.received[0]!.mail.subject).toBe('[Chapterhouse] 新しいパスワードの設定')
  expect(peer.received[0]!.mail.html).toContain('<html lang="ja" dir="ltr">')
})

test('the mail holds the link, and nothing that anybody typed', async () => {
  const { email } = await aPerson({ name: 'Ada <b>Bcc: x@example.org' })
  await ask(email.toUpperCase())
  expect(await work()).toEqual(['done'])
  const [{ to, mail, raw } = {} as never, ...more] = peer.received
  expect(more).toEqual([])
  expect(to).toEqual([email])
  expect(mail.subject).toBe('[Chapterhouse] Set a new password')
  expect(mail.text).toContain('within 30 minutes; it works once')
  expect(raw).not.toMatch(/Ada|Bcc|^List-Unsubscribe/m)
  expect(mail.html).toContain(`href="${siteUrl}/welcome/${tokenIn(mail.text!)}"`)
  expect(await personOfLink(tokenIn(mail.text!))).toMatchObject({ email })
})

test('nobody is written to whom nobody knows, or who is disabled; and nothing of it is kept', async () => {
  const disabled = await aPerson({ disabledAt: new Date() })
  for (const email of ['nobody@example.org', disabled.email]) await ask(email)
  expect(await work()).toEqual(['done', 'done'])
  expect(peer.received).toEqual([])
  expect(await db.resetAsk.count()).toBe(0)
})

describe('a mail server that is', () => {
  test.each(['busy', 'closed', 'cut after data'] as const)(
    '%s is tried again, with the same mail',
    async (mode) => {
      const { email } = await aPerson()
      await ask(email)
      peer.setMode(mode)
      expect(await work()).toEqual(['again'])
      peer.setMode('takes')
      expect(await work()).toEqual(['done'])
      expect(await work()).toEqual(['done']) // and not a third time
      expect(new Set(peer.received.map(({ mail }) => mail.messageId)).size).toBe(1)
      expect(new Set(peer.received.map(({ mail }) => tokenIn(mail.text!))).size).toBe(1)
      expect(peer.received.length).toBeGreaterThanOrEqual(mode === 'cut after data' ? 2 : 1)
    },
  )

  test('away keeps the link open for half an hour from when it goes out', async () => {
    const { email } = await aPerson()
    await ask(email)
    const url = `smtp://127.0.0.1:${await nobodysPort()}`
    expect(await work(mailer({ url }))).toEqual(['again'])
    await db.$executeRaw`
      update reset_link set asked_at = asked_at - interval '50 minutes', expires_at = expires_at - interval '50 minutes'`
    expect(await work()).toEqual(['done'])
    expect(await personOfLink(tokenIn(peer.received[0]!.mail.text!))).toMatchObject({ email })
  })

  test('refusing for good is not asked again', async () => {
    const { email } = await aPerson()
    await ask(email)
    peer.setMode('refuses')
    expect(await work()).toEqual(['done'])
    peer.setMode('takes')
    expect(await work()).toEqual(['done'])
    expect(peer.received).toEqual([])
  })
})

test('without a mail server nothing is left lying', async () => {
  const { email } = await aPerson()
  await ask(email)
  const { rows } = await pool().query<{ data: unknown }>(`select data from pgboss.job`)
  for (const { data } of rows) await doJob('send-reset', { id: randomUUID(), data }, ports(undefined))
  expect(await db.resetAsk.count()).toBe(0)
  await expect(doJob('send-reset', { id: '', data: {} }, ports(undefined))).rejects.toThrow()
})

test.each(locales)('its words are there in %s', (locale) => {
  const due = { id: randomUUID(), name: 'Ada', email: 'ada@example.org', token: 'x'.repeat(43) }
  const email = resetEmail(due, siteUrl, locale)
  expect(email.text).toContain(`${siteUrl}/welcome/${'x'.repeat(43)}`)
  expect(email.text).toMatch(/30/)
  expect(email.text).not.toMatch(/[{}]/)
  expect(email.html).toContain(locale === 'ar' ? 'dir="rtl"' : 'dir="ltr"')
})

describe('a mail about another address', () => {
  const due = (mail: DueChangeMail['mail']) => ({
    id: `x.${mail}`,
    mail,
    to: 'to@example.org',
    other: 'other@example.org',
    token: 'x'.repeat(43),
    locale: null,
  })

  test.each(
    locales.flatMap((locale) =>
      (['confirm', 'asked', 'changed'] as const).map((mail) => [mail, locale] as const),
    ),
  )('“%s” says in %s which address it is about, and opens a page that asks', (mail, locale) => {
    const email = changeEmail(due(mail), siteUrl, locale)
    expect(email).toMatchObject({ id: `x.${mail}`, to: 'to@example.org' })
    const path = mail === 'confirm' ? 'desk/account/email' : 'sign-in/email'
    for (const body of [email.text, email.html]) {
      expect(body).toContain(`${siteUrl}/${path}/${'x'.repeat(43)}`)
      expect(body).toContain('other@example.org')
      expect(body).not.toMatch(/[{}]/)
    }
  })

  test('goes to the new one and to the old one, and not at all once there is nothing to say', async () => {
    const person = await aPerson()
    const id = randomUUID()
    const to = `fresh-${id}@example.org`
    await db.emailChange.create({
      data: {
        id,
        personId: person.id,
        fromEmail: person.email,
        toEmail: to,
        confirmHash: `${id}-1`,
        stopHash: `${id}-2`,
      },
    })
    const send = (mail: string) =>
      doJob('send-email-change', { id: randomUUID(), data: { changeId: id, mail } }, ports(mailer()))
    for (const mail of ['confirm', 'asked']) await send(mail)
    expect(peer.received.map((one) => one.to[0])).toEqual([to, person.email])
    await db.emailChange.update({ where: { id }, data: { endedAt: new Date() } })
    for (const mail of ['confirm', 'asked', 'changed']) await send(mail)
    expect(peer.received).toHaveLength(2)
  })
})

describe('an invitation', () => {
  test.each(locales)('says in %s what it is for', (locale) => {
    const due = { id: 'an id', email: 'rosa@example.org', locale: null, token: 'x'.repeat(43) }
    const [first, again] = [false, true].map((hasPassword) =>
      invitationEmail({ ...due, hasPassword }, siteUrl, locale),
    )
    for (const email of [first!, again!]) {
      expect(email).toMatchObject({ id: 'an id', to: 'rosa@example.org' })
      expect(email.text).toContain(`${siteUrl}/welcome/${'x'.repeat(43)}`)
      expect(email.text).not.toMatch(/[{}]/)
    }
    expect(first!.subject).not.toBe(again!.subject)
  })

  test('is mailed to whom an admin has added, and opens the desk', async () => {
    const email = `rosa-${randomUUID()}@example.org`
    await addPerson(await anActor('admin'), { name: 'Rosa', email, role: 'editor' })
    const { rows } = await pool().query<{ data: unknown }>(
      `select data from pgboss.job where name = 'send-invitation'`,
    )
    for (const { data } of rows) await doJob('send-invitation', { id: randomUUID(), data }, ports(mailer()))
    expect(peer.received.map(({ to }) => to)).toEqual([[email]])
    expect(await personOfLink(tokenIn(peer.received[0]!.mail.text!))).toMatchObject({ email })
  })
})
