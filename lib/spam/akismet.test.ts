import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startAkismetPeer, type AkismetMode, type AkismetPeer } from '@/e2e/support/akismet-peer'
import { akismet } from './akismet'
import type { SpamAnswer } from './port'
import { aSpamSubmission } from './testing/a-submission'

let peer: AkismetPeer
beforeAll(async () => void (peer = await startAkismetPeer()))
afterAll(() => peer.stop())
beforeEach(() => {
  peer.requests.length = 0
  peer.setMode('ham')
})

const checker = (options: { key?: string; url?: string; deadlineMs?: number } = {}) =>
  akismet({ key: peer.key, url: peer.url, siteUrl: 'http://localhost:3000', deadlineMs: 400, ...options })

const unknown = (why: string) => ({ verdict: 'unknown', why: expect.stringContaining(why) }) as SpamAnswer
const answers: [AkismetMode, SpamAnswer][] = [
  ['ham', { verdict: 'ham', why: 'Akismet sees no spam' }],
  ['spam', { verdict: 'spam', why: 'Akismet takes this for spam' }],
  ['discard', { verdict: 'discard', why: 'Akismet is sure that this is spam' }],
  ['newline', { verdict: 'spam', why: 'Akismet takes this for spam' }],
  ['recheck', { verdict: 'ham', why: 'Akismet sees no spam', recheckAfter: 120, guid: 'a-guid' }],
  [
    'alert',
    {
      verdict: 'ham',
      why: 'Akismet sees no spam',
      alert: { code: '10009', message: 'Your key is suspended for overuse' },
    },
  ],
  [
    'invalid',
    {
      ...unknown('Empty "api_key" value'),
      alert: { code: 'invalid', message: 'Akismet does not know the key' },
    },
  ],
  ['slow', unknown('Timeout of 400ms exceeded')],
  ['hang', unknown('Timeout of 400ms exceeded')],
  ['500', unknown('status 500')],
  ['limit', unknown('status 429, Too many requests')],
  ['redirect', unknown('status 302')],
  ['empty', unknown('empty')],
  ['garbage', unknown('tru')],
  ['html', unknown('<!doctype html>')],
  ['close', unknown('could not be asked')],
  ['endless', unknown('Maximum response size')],
]
test.each(answers)('an Akismet in the mode %s', async (mode, answer) => {
  peer.setMode(mode)
  expect(await checker().check(aSpamSubmission())).toEqual(answer)
  await new Promise((resolve) => setTimeout(resolve, 20))
  if (mode === 'hang' || mode === 'endless') expect(peer.connections()).toBe(0)
})

test('a slow Akismet is waited for within the deadline', async () => {
  peer.setMode('slow')
  expect((await checker({ deadlineMs: 5_000 }).check(aSpamSubmission())).verdict).toBe('ham')
})

test('exactly these fields go out', async () => {
  await checker().check(
    aSpamSubmission({ url: 'https://example.org/', honeypot: 'Acme', recheck: true, kind: 'reply' }),
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
    honeypot_field_name: 'company',
    company: 'Acme',
    recheck_reason: 'retry',
  })
})

test('what was not given is not sent', async () => {
  await checker().check(aSpamSubmission({ permalink: undefined, revisedAt: undefined }))
  const { fields } = peer.requests[0]!
  expect(Object.keys(fields)).toEqual(
    expect.not.arrayContaining(['comment_author_url', 'permalink', 'recheck_reason']),
  )
  expect(fields.company).toBe('')
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

test('a check that is given up ends at once', async () => {
  peer.setMode('hang')
  const stop = new AbortController()
  const asked = checker({ deadlineMs: 60_000 }).check(aSpamSubmission(), stop.signal)
  setTimeout(() => stop.abort(), 50)
  expect(await asked).toEqual(unknown('given up'))
  expect(await checker().check(aSpamSubmission(), AbortSignal.abort())).toEqual(unknown('given up'))
})
