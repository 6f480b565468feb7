import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startAkismetPeer, type AkismetMode, type AkismetPeer } from '@/e2e/peers/akismet-peer'
import { finding } from '@/lib/i18n/statements/statement'
import { akismet } from './akismet'
import type { SpamAnswer } from '../port'
import { aSpamSubmission } from '../testing/a-submission'

let peer: AkismetPeer
beforeAll(async () => void (peer = await startAkismetPeer()))
afterAll(() => peer.stop())
beforeEach(() => {
  peer.requests.length = 0
  peer.setMode('ham')
})

const checker = (options: { key?: string; url?: string; siteUrl?: string; deadlineMs?: number } = {}) =>
  akismet({ key: peer.key, url: peer.url, siteUrl: 'http://localhost:3000', deadlineMs: 400, ...options })

const containing = (text: string) => expect.stringContaining(text) as string
const silent = (status: number): SpamAnswer => ({
  verdict: 'unknown',
  why: finding('akismet-no-answer', { status }),
})
const odd = (status: number, answer: string): SpamAnswer => ({
  verdict: 'unknown',
  why: { code: 'akismet-no-verdict', parameters: { status, answer: containing(answer) } },
})
const unreachable = (error: string): SpamAnswer => ({
  verdict: 'unknown',
  why: { code: 'akismet-unreachable', parameters: { error: containing(error) } },
})
const answers: [AkismetMode, SpamAnswer][] = [
  ['ham', { verdict: 'ham', why: finding('akismet-ham') }],
  ['spam', { verdict: 'spam', why: finding('akismet-spam') }],
  ['discard', { verdict: 'discard', why: finding('akismet-discard') }],
  ['newline', { verdict: 'spam', why: finding('akismet-spam') }],
  ['recheck', { verdict: 'ham', why: finding('akismet-ham'), recheckAfter: 120, guid: 'a-guid' }],
  [
    'alert',
    {
      verdict: 'ham',
      why: finding('akismet-ham'),
      alert: { code: '10009', message: 'Your key is suspended for overuse' },
    },
  ],
  [
    'invalid',
    {
      ...odd(200, 'Empty "api_key" value'),
      alert: { code: 'invalid' },
    },
  ],
  ['slow', unreachable('Timeout of 400ms exceeded')],
  ['hang', unreachable('Timeout of 400ms exceeded')],
  ['500', odd(500, 'true')],
  ['limit', { ...odd(429, 'Too many requests'), retryAfterMs: 60_000 }],
  ['limitUntil', { ...silent(429), retryAfterMs: expect.closeTo(90_000, -3.4) as number }],
  [
    'overLimit',
    {
      verdict: 'ham',
      why: finding('akismet-ham'),
      alert: {
        code: '10502',
        message: 'You are over the limit of your plan',
        url: 'https://akismet.com/pricing',
      },
    },
  ],
  ['redirect', silent(302)],
  ['empty', silent(200)],
  ['garbage', odd(200, 'tru')],
  ['html', odd(200, '<!doctype html>')],
  ['close', unreachable('')],
  ['endless', unreachable('Maximum response size')],
]
test.each(answers)('an Akismet in the mode %s', async (mode, answer) => {
  peer.setMode(mode)
  expect(await checker().check(aSpamSubmission())).toEqual(answer)
  if (mode === 'hang' || mode === 'endless') await expect.poll(() => peer.connections()).toBe(0)
})

test('a slow Akismet is waited for within the deadline', async () => {
  peer.setMode('slow')
  expect((await checker({ deadlineMs: 5_000 }).check(aSpamSubmission())).verdict).toBe('ham')
})

test('exactly these fields go out', async () => {
  await checker().check(
    aSpamSubmission({
      url: 'https://example.org/',
      honeypot: 'Acme',
      recheck: 'recheck_queue',
      kind: 'reply',
      parentId: '019a0000-0000-7000-8000-000000000001',
      role: 'editor',
      context: ['時間', 'harbour'],
    }),
  )
  const { path, headers, fields } = peer.requests[0]!
  expect(path).toBe('/1.1/comment-check')
  expect(headers).toMatchObject({
    'content-type': 'application/x-www-form-urlencoded',
    'user-agent': 'Chapterhouse/0.1 | akismet-api/6.0.0',
  })
  expect(headers.cookie).toBeUndefined()
  expect(fields).toEqual({
    api_key: 'abcdef123456',
    blog: 'http://localhost:3000',
    blog_lang: 'ja',
    blog_charset: 'UTF-8',
    user_ip: '192.0.2.7',
    user_agent: 'Mozilla/5.0 (test)',
    referrer: 'http://localhost:3000/ja',
    permalink: 'http://localhost:3000/ja/chapters/one',
    comment_type: 'reply',
    comment_author: 'Rea',
    comment_author_email: 'rea@example.org',
    comment_author_url: 'https://example.org/',
    comment_content: '読みました。 Thanks & more!',
    comment_date_gmt: '2026-11-23T10:00:00.000Z',
    comment_post_modified_gmt: '2026-11-01T00:00:00.000Z',
    recheck_reason: 'recheck_queue',
    comment_parent: '019a0000-0000-7000-8000-000000000001',
    'comment_context[0]': '時間',
    'comment_context[1]': 'harbour',
    user_role: 'editor',
    is_test: '1',
  })
})

test('only a site on one’s own machine asks as a test', async () => {
  for (const siteUrl of ['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'])
    await checker({ siteUrl }).check(aSpamSubmission())
  await checker({ siteUrl: 'https://localhost.example.org' }).check(aSpamSubmission())
  expect(peer.requests.map(({ fields }) => fields.is_test)).toEqual(['1', '1', '1', undefined])
})

test('where Akismet may say more later is told with a check alone, and only where it can reach', async () => {
  const https = checker({ siteUrl: 'https://example.org' })
  await https.check(aSpamSubmission())
  await https.teach(aSpamSubmission(), 'spam')
  await checker({ siteUrl: 'http://example.org' }).check(aSpamSubmission())
  expect(peer.requests.map(({ fields }) => fields.callback)).toEqual([
    'https://example.org/api/akismet',
    undefined,
    undefined,
  ])
})

test('what was not given is not sent', async () => {
  await checker().check(aSpamSubmission({ permalink: undefined, revisedAt: undefined }))
  const { fields } = peer.requests[0]!
  expect(Object.keys(fields)).toEqual(
    expect.not.arrayContaining([
      'comment_author_url',
      'permalink',
      'recheck_reason',
      'user_role',
      'reporter',
    ]),
  )
  expect(fields).toMatchObject({ honeypot_field_name: 'unseen', unseen: '' })
})

test('a filled hidden field is no proof, and Akismet is not made to take it for one', async () => {
  await checker().check(aSpamSubmission({ honeypot: 'Acme' }))
  const { fields } = peer.requests[0]!
  expect(JSON.stringify(fields)).not.toMatch(/honeypot|unseen|Acme/)
})

test('Akismet’s own test author is spam', async () => {
  expect((await checker().check(aSpamSubmission({ name: 'akismet-guaranteed-spam' }))).verdict).toBe('spam')
})

describe('feedback', () => {
  test('goes out with the fields of the comment', async () => {
    await checker().teach(aSpamSubmission(), 'spam')
    await checker().teach(aSpamSubmission(), 'ham')
    expect(peer.requests.map(({ path }) => path)).toEqual(['/1.1/submit-spam', '/1.1/submit-ham'])
    expect(peer.requests[0]!.fields).toMatchObject({
      comment_author: 'Rea',
      user_ip: '192.0.2.7',
      api_key: peer.key,
    })
  })

  test('says who reports, and what Akismet had said', async () => {
    await checker().teach(aSpamSubmission({ recheck: 'retry' }), 'spam', {
      reporter: 'Edith',
      saidBefore: 'ham',
    })
    const { fields } = peer.requests[0]!
    expect(fields).toMatchObject({ reporter: 'Edith', comment_check_response: 'false' })
    expect(fields.recheck_reason).toBeUndefined()
  })

  test('that comes too often is told when to come again', async () => {
    peer.setMode('limit')
    await expect(checker().teach(aSpamSubmission(), 'ham')).rejects.toMatchObject({ retryAfterMs: 60_000 })
  })

  test.each(['invalid', 'empty', '500', 'garbage', 'html', 'limit', 'hang', 'close'] as const)(
    'that is answered by %s is an error, to be tried again',
    async (mode) => {
      peer.setMode(mode)
      await expect(checker().teach(aSpamSubmission(), 'ham')).rejects.toThrow()
    },
  )
})

describe('the key', () => {
  const key = 'topsecretkey'
  const everything = (value: unknown): string =>
    value instanceof Error
      ? [value.message, value.stack, JSON.stringify(value), everything(value.cause)].join()
      : String(JSON.stringify(value))

  test('stands in no answer and no error', async () => {
    const dead = { key, url: 'http://127.0.0.1:9' }
    const nowhere = { key, url: `https://${key}.invalid` }
    for (const options of [{ key }, dead, nowhere]) {
      const answer = await checker(options).check(aSpamSubmission())
      expect(answer.verdict).toBe('unknown')
      const error: unknown = await checker(options)
        .teach(aSpamSubmission(), 'ham')
        .catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(Error)
      expect(everything(answer) + everything(error)).not.toContain(key)
    }
  })

  test('is not in the address that is asked', async () => {
    await checker().check(aSpamSubmission())
    const { path, headers } = peer.requests[0]!
    expect(path + JSON.stringify(headers)).not.toContain(peer.key)
  })
})

describe('the account', () => {
  const review = (options: Parameters<typeof checker>[0] = {}) =>
    checker(options).account!(new Date('2026-01-15T00:00:00Z'))

  test('with a good key: its use and how right Akismet was, over all of its sites', async () => {
    const figures = { calls: 150, spam: 130, ham: 20, missedSpam: 4, falsePositives: 2 }
    expect(await review()).toEqual({
      key: 'valid',
      usage: {
        limit: 1_000,
        calls: 1_200,
        percentage: 120,
        throttled: true,
        url: 'https://akismet.com/pricing',
      },
      months: [
        { month: '2026-01', ...figures },
        { month: '2025-12', ...figures },
      ],
    })
    expect(peer.requests[0]).toMatchObject({
      path: '/1.1/verify-key',
      fields: { key: peer.key, blog: 'http://localhost:3000' },
    })
  })

  test('with a wrong key, or with an Akismet that says something else', async () => {
    expect(await review({ key: 'wrongwrongwr' })).toEqual({ key: 'invalid' })
    peer.setMode('hang')
    expect(await review()).toEqual({
      key: 'unknown',
      problem: { code: 'akismet-unreachable', parameters: { error: containing('Timeout') } },
    })
    expect(await review({ url: 'http://127.0.0.1:9', key: 'topsecretkey' })).toMatchObject({ key: 'unknown' })
  })
})

test('a check that is given up ends at once', async () => {
  peer.setMode('hang')
  const stop = new AbortController()
  const asked = checker({ deadlineMs: 60_000 }).check(aSpamSubmission(), stop.signal)
  setTimeout(() => stop.abort(), 50)
  expect(await asked).toEqual(unreachable('given up'))
  expect(await checker().check(aSpamSubmission(), AbortSignal.abort())).toEqual(unreachable('given up'))
})
