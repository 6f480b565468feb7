import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startAkismetPeer, type AkismetPeer } from '@/e2e/peers/akismet-peer'
import { findings } from '@/lib/i18n/statements/codes'
import { akismet } from './akismet/akismet'
import { localRules } from './local-rules'
import type { SpamChecker } from './port'
import { aSpamSubmission } from './testing/a-submission'
import { aFakeChecker, type FakeChecker } from './testing/fake-checker'

// What every checker owes us, the real ones and the one that stands in for them in other tests.
let peer: AkismetPeer
beforeAll(async () => void (peer = await startAkismetPeer()))
afterAll(() => peer.stop())

// With each, what has reached whoever learns of it; nothing at all where nobody does.
const checkers: [name: string, make: () => SpamChecker, taught: (checker: SpamChecker) => string[]][] = [
  [
    'akismet',
    () => akismet({ key: peer.key, url: peer.url, siteUrl: 'http://localhost:3000' }),
    () =>
      peer.requests
        .filter(({ path }) => path.startsWith('/1.1/submit-'))
        .map(({ path, fields }) => `${path.slice('/1.1/submit-'.length)}: ${fields.comment_content}`),
  ],
  ['local-rules', () => localRules(), () => []],
  [
    'fake',
    () => aFakeChecker(),
    (checker) => (checker as FakeChecker).taught.map(({ as, submission }) => `${as}: ${submission.text}`),
  ],
]

describe.each(checkers)('%s', (name, make, taught) => {
  test('has a name', () => expect(make().name).toBe(name))

  test('has nothing against an ordinary comment', async () => {
    const answer = await make().check(aSpamSubmission(), new AbortController().signal)
    expect(answer.verdict).toBe('ham')
    expect(Object.keys(findings)).toContain(answer.why.code)
  })

  test('answers about whatever may be stored', async () => {
    const odd = ['𠮷', '\u202e', 'a\nb', '%00&=+', '"\'<>', 'x'.repeat(65_525)]
    for (const text of odd) {
      const submission = aSpamSubmission({
        text,
        name: text.slice(0, 245),
        userAgent: text,
        referrer: text,
        honeypot: text,
      })
      const { verdict, why } = await make().check(submission)
      expect(['ham', 'spam', 'discard', 'unknown']).toContain(verdict)
      expect(JSON.stringify(why).length).toBeLessThan(600)
    }
  })

  test('answers without the parts that may be missing', async () => {
    const bare = {
      url: undefined,
      permalink: undefined,
      revisedAt: undefined,
      honeypot: undefined,
      elapsedMs: undefined,
    }
    expect((await make().check(aSpamSubmission(bare))).verdict).toBe('ham')
  })

  test('can be taught', async () => {
    const checker = make()
    const before = taught(checker)
    await checker.teach(aSpamSubmission({ text: 'Buy this' }), 'spam')
    await checker.teach(aSpamSubmission({ text: 'Read this' }), 'ham')
    const lessons = name === 'local-rules' ? [] : ['spam: Buy this', 'ham: Read this']
    expect(taught(checker)).toEqual([...before, ...lessons])
  })

  test('can be asked many times at once', async () => {
    const checker = make()
    const answers = await Promise.all(Array.from({ length: 50 }, () => checker.check(aSpamSubmission())))
    expect(answers.every(({ verdict }) => verdict === 'ham')).toBe(true)
  })
})
