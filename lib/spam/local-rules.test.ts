import fc from 'fast-check'
import { expect, test } from 'vitest'
import { webAddressesIn } from '@/lib/kernel/plain-text/web-addresses'
import { countLinks } from './links'
import { judge } from './local-rules'
import type { SpamSubmission, Verdict } from './port'
import { aSpamSubmission } from './testing/a-submission'

const link = 'see https://example.org/ '
const cases: [situation: string, fields: Partial<SpamSubmission>, verdict: Verdict, why: string][] = [
  ['an ordinary comment', {}, 'ham', 'found nothing'],
  ['one link', { text: link }, 'ham', 'found nothing'],
  ['two links', { text: link.repeat(2) }, 'ham', 'not enough for spam: it contains 2 links'],
  ['four links', { text: link.repeat(4) }, 'spam', 'it contains 4 links'],
  ['the trap', { honeypot: 'Acme' }, 'spam', 'the field that people do not see'],
  [
    'markup',
    { text: '<a href="https://example.org/">x</a> [url=https://example.org]y[/url]' },
    'spam',
    'as markup',
  ],
  ['speed alone', { text: 'x'.repeat(1_000), elapsedMs: 3_000 }, 'ham', 'faster than people write'],
  [
    'speed, and links as markup',
    { text: `<a href="https://example.org/">${'x'.repeat(900)}`, elapsedMs: 3_000 },
    'spam',
    'faster',
  ],
]
test.each(cases)('%s', (_, fields, verdict, why) => {
  const answer = judge(aSpamSubmission(fields))
  expect(answer.verdict).toBe(verdict)
  expect(answer.why).toContain(why)
})

test('links are counted however they are written', () =>
  expect(countLinks('HTTP://a.example www.b.example https://www.c.example http://d.example')).toBe(4))

test('what readers are given to follow is counted, and words are not', () => {
  const parts = fc.constantFrom(
    'https://',
    'http://',
    'www.',
    'WWW.',
    'example.org',
    'a',
    '.',
    '/',
    ' ',
    '_',
    '@',
    '「',
    'を',
  )
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 30 }), (all) => {
      const text = all.join('')
      expect(countLinks(text)).toBeGreaterThanOrEqual(webAddressesIn(text).length)
    }),
    { numRuns: 2_000 },
  )
  expect(countLinks('Awww. README.md and index.ts')).toBe(0)
})
