import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { nobodysPort, startSmtpPeer, type SmtpPeer } from '@/e2e/peers/smtp-peer'
import { isMailAddress } from './address'
import { bodyOf } from './body'
import type { Email, Mailer } from './port'
import { smtp } from './smtp'
import { aFakeMailer } from './testing/fake-mailer'

let peer: SmtpPeer
beforeAll(async () => void (peer = await startSmtpPeer()))
afterAll(() => peer.stop())
afterEach(() => peer.setMode('takes'))
beforeEach(() => void (peer.received.length = 0))

const from = 'Chapterhouse <no-reply@example.org>'
const mailer = (url = peer.url) => smtp({ url, from, host: 'example.org', deadlineMs: 1_500 })
const email = (changes: Partial<Email> = {}): Email => ({
  id: '0190c0de-0000-7000-8000-000000000001',
  to: 'rea@example.org',
  subject: 'Your comment',
  ...bodyOf('en', 'Your comment', [
    'Hello,',
    { quote: 'a <b>\nc' },
    { link: 'See it', href: 'https://example.org/?a&b' },
  ]),
  ...changes,
})

describe.each(['smtp', 'fake'])('every mailer: %s', (name) => {
  const made = () => {
    const fake = aFakeMailer()
    const real = name === 'smtp'
    return {
      it: (real ? mailer() : fake) as Mailer,
      mood: (mood: 'sent' | 'refused' | 'down') => {
        if (real) peer.setMode(mood === 'sent' ? 'takes' : mood === 'refused' ? 'refuses' : 'busy')
        else fake.mood = mood
      },
      taken: () => (real ? peer.received.length : fake.sent.length),
    }
  }
  test('takes a mail', async () => {
    const { it, taken } = made()
    expect(await it.send(email())).toBe('sent')
    expect(taken()).toBe(1)
  })
  test('says what is refused for good, and throws what may be tried again', async () => {
    const { it, mood, taken } = made()
    mood('refused')
    expect(await it.send(email())).toBe('refused')
    mood('down')
    await expect(it.send(email())).rejects.toThrow('the mail server')
    expect(taken()).toBe(0)
    mood('sent')
    expect(await it.send(email())).toBe('sent')
  })
})

describe('SMTP', () => {
  test('a mail is whole: both forms, its language, its id, its one sender and recipient', async () => {
    const subject = '「灯台」への返信 — ردّ'
    const body = bodyOf('ar', subject, ['مرحبًا', { quote: '<script>alert(1)</script>' }])
    await mailer().send(email({ subject, ...body }))
    const [{ from: sender, to, mail, raw } = {} as never] = peer.received
    expect([sender, to]).toEqual(['no-reply@example.org', ['rea@example.org']])
    expect(mail.subject).toBe(subject)
    expect(mail.text).toContain('> <script>')
    expect(mail.html).toContain('&lt;script&gt;')
    expect(mail.html).toContain('dir="rtl"')
    expect(mail.messageId).toBe('<0190c0de-0000-7000-8000-000000000001@example.org>')
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/im)
    expect(raw).not.toMatch(/^List-Unsubscribe/im)
  })

  test('one click ends such mails, where there is something to end', async () => {
    await mailer().send(email({ stop: 'https://example.org/en/comments/xyz' }))
    const { headers } = peer.received[0]!.mail
    expect(headers.get('list')).toMatchObject({ unsubscribe: { url: 'https://example.org/en/comments/xyz' } })
    expect(peer.received[0]!.raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m)
  })

  test('slow is slow, and is sent once', async () => {
    peer.setMode('slow')
    expect(await mailer().send(email())).toBe('sent')
    expect(peer.received).toHaveLength(1)
  })

  test.each(['hangs', 'busy', 'closed', 'cut after data'] as const)('%s: it is tried again', async (mode) => {
    peer.setMode(mode)
    await expect(mailer().send(email())).rejects.toThrow(/^the mail server: \w+( \d+)?$/)
    peer.setMode('takes')
    expect(await mailer().send(email())).toBe('sent')
    // Cut after DATA it came through twice, as one mail to whoever reads it: the same Message-ID.
    expect(new Set(peer.received.map(({ mail }) => mail.messageId)).size).toBe(1)
    expect(peer.received).toHaveLength(mode === 'cut after data' ? 2 : 1)
  })

  test('dead: it is tried again, and neither recipient nor password is told', async () => {
    const url = `smtp://me:s3cret@127.0.0.1:${await nobodysPort()}`
    const said = await mailer(url)
      .send(email())
      .catch((error: Error) => error.message)
    expect(said).toBe('the mail server: ESOCKET')
  })

  test.each(['refuses', 'refuses message'] as const)('%s: for good', async (mode) => {
    peer.setMode(mode)
    expect(await mailer().send(email())).toBe('refused')
  })

  test('a password that is refused is our trouble, not the mail’s', async () => {
    const url = peer.url.replace('smtp://', 'smtp://me:wrong@')
    await expect(mailer(url).send(email())).rejects.toThrow('the mail server')
  })
})

const injections = [
  'a\r\nBcc: victim@example.org',
  'a\nBcc: victim@example.org',
  'a\rBcc: victim@example.org',
  'a\u2028Bcc: victim@example.org',
  'a\u0085Bcc: victim@example.org',
  'a\0Bcc: victim@example.org',
  'a\r\n\r\n<b>body</b>',
  'a%0d%0aBcc: victim@example.org',
  'a\r\n.\r\nMAIL FROM:<x@example.org>',
  '=?utf-8?q?a=0d=0aBcc:_victim@example.org?=',
  'a\ud800b',
  'x'.repeat(5_000),
]

describe('nothing that people write becomes a header', () => {
  test.each(injections)('in the subject: %j', async (text) => {
    await mailer().send(email({ subject: text, text, html: text }))
    const [{ raw, to } = {} as never] = peer.received
    expect(to).toEqual(['rea@example.org'])
    const head = raw.split('\r\n\r\n')[0]!
    const names = head
      .split('\r\n')
      .flatMap((line) => (/^[\w-]+(?=:)/.exec(line) ? [/^[\w-]+/.exec(line)![0].toLowerCase()] : []))
    expect(names.sort()).toEqual([
      'auto-submitted',
      'content-type',
      'date',
      'from',
      'message-id',
      'mime-version',
      'subject',
      'to',
    ])
  })

  test.each([
    ...injections.map((text) => `rea@example.org${text.slice(1)}`),
    'rea@example.org, victim@example.org',
    'rea@example.org;victim@example.org',
    'rea@example.org victim@example.org',
    '"victim@example.org x"@example.net',
    '<rea@example.org>',
    'Rea <rea@example.org>',
    'rea@example.org>\r\nRCPT TO:<victim@example.org',
    'group: rea@example.org, victim@example.org;',
    'rea＠example.org',
    'rea@localhost',
    '',
  ])('in the recipient: %j', async (to) => {
    expect(isMailAddress(to)).toBe(false)
    expect(await mailer().send(email({ to }))).toBe('refused')
    expect(peer.received).toEqual([])
  })
})
