import { expect, test } from 'vitest'
import { finding } from '@/lib/i18n/statements/statement'
import { countLinks } from './links'
import { judge } from './local-rules'
import type { SpamSubmission } from './port'
import { aSpamSubmission } from './testing/a-submission'

const link = 'see https://example.org/ '
const markup = '<a href="https://example.org/">x</a> '
const fast = { elapsedMs: 3_000 }
const long = 'x'.repeat(1_000)

const none = { hidden: 0, links: 0, markup: 0, haste: 0 }

type Judged = 'ham' | 'held' | 'spam'
const cases: [
  situation: string,
  fields: Partial<SpamSubmission>,
  judged: Judged,
  signs: Partial<typeof none>,
][] = [
  ['an ordinary comment', {}, 'ham', {}],
  ['one link', { text: link }, 'ham', {}],
  ['two links', { text: link.repeat(2) }, 'ham', { links: 2 }],
  ['links as people wrote them elsewhere', { text: markup }, 'ham', { markup: 1 }],
  ['what was pasted', { text: long, ...fast }, 'ham', { haste: 1 }],
  // Each of these is something that people or their software do.
  ['four sources', { text: link.repeat(4) }, 'held', { links: 4 }],
  ['forty sources', { text: link.repeat(40) }, 'held', { links: 40 }],
  ['two links as markup', { text: markup.repeat(2) }, 'held', { links: 2, markup: 1 }],
  [
    'a comment with links that was written before',
    { text: markup + long, ...fast },
    'held',
    { markup: 1, haste: 1 },
  ],
  [
    'a pasted list of sources',
    { text: markup.repeat(9) + long, ...fast },
    'held',
    { links: 9, markup: 1, haste: 1 },
  ],
  ['software that fills in forms', { honeypot: 'Acme' }, 'held', { hidden: 1 }],
  ['that, and one link', { honeypot: 'Acme', text: link }, 'held', { hidden: 1 }],
  ['that, and pasted', { honeypot: 'Acme', text: long, ...fast }, 'held', { hidden: 1, haste: 1 }],
  ['that, and two links', { honeypot: 'Acme', text: link.repeat(2) }, 'held', { hidden: 1, links: 2 }],
  [
    'that, pasted, and two links',
    { honeypot: 'Acme', text: link.repeat(2) + long, ...fast },
    'held',
    { hidden: 1, links: 2, haste: 1 },
  ],
  // What a machine does, and what spam says.
  ['the trap, and links as markup', { honeypot: 'Acme', text: markup }, 'spam', { hidden: 1, markup: 1 }],
  ['the trap, and four links', { honeypot: 'Acme', text: link.repeat(4) }, 'spam', { hidden: 1, links: 4 }],
]
test.each(cases)('%s', (_, fields, judged, signs) => {
  const answer = judge(aSpamSubmission(fields))
  expect([answer.verdict, answer.holds]).toEqual(
    { ham: ['ham', undefined], held: ['ham', true], spam: ['spam', undefined] }[judged],
  )
  const some = { ham: 'local-few-signs', held: 'local-held', spam: 'local-spam' } as const
  expect(answer.why).toEqual(
    Object.keys(signs).length === 0 ? finding('local-nothing') : finding(some[judged], { ...none, ...signs }),
  )
})

test('links are counted however they are written', () =>
  expect(countLinks('HTTP://a.example www.b.example https://www.c.example http://d.example')).toBe(4))

test.each([
  ['see https://web.archive.org/web/2020/https://example.org/a', 1],
  ['https://translate.example/?u=https://www.example.org', 1],
  ['https://archive.example/http://www.a.example https://archive.example/http://www.b.example', 2],
  ['<a href=http://a.example>http://b.example</a>', 2],
  ['http://a.example,http://b.example', 2],
])('an address within an address is no link of its own: %s', (text, count) =>
  expect(countLinks(text)).toBe(count),
)
