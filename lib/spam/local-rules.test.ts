import fc from 'fast-check'
import { expect, test } from 'vitest'
import { finding } from '@/lib/i18n/statements/statement'
import { webAddressesIn } from '@/lib/kernel/plain-text/web-addresses'
import { countLinks } from './links'
import { judge } from './local-rules'
import type { SpamSubmission } from './port'
import { aSpamSubmission } from './testing/a-submission'

const each = (count: number, write: (page: number) => string) =>
  Array.from({ length: count }, (_, page) => write(page)).join('')
const links = (count: number) => each(count, (page) => `see https://example.org/${page} `)
const markup = (count: number) => each(count, (page) => `<a href="https://example.org/${page}">x</a> `)
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
  ['one link', { text: links(1) }, 'ham', {}],
  ['one link four times', { text: links(1).repeat(4) }, 'ham', {}],
  ['two links', { text: links(2) }, 'ham', { links: 2 }],
  ['links as people wrote them elsewhere', { text: markup(1) }, 'ham', { markup: 1 }],
  ['what was pasted', { text: long, ...fast }, 'ham', { haste: 1 }],
  // Each of these is something that people or their software do.
  ['four sources', { text: links(4) }, 'held', { links: 4 }],
  ['forty sources', { text: links(40) }, 'held', { links: 40 }],
  ['two links as markup', { text: markup(2) }, 'held', { links: 2, markup: 1 }],
  [
    'a comment with links that was written before',
    { text: markup(1) + long, ...fast },
    'held',
    { markup: 1, haste: 1 },
  ],
  [
    'a pasted list of sources',
    { text: markup(9) + long, ...fast },
    'held',
    { links: 9, markup: 1, haste: 1 },
  ],
  ['software that fills in forms', { honeypot: 'Acme' }, 'held', { hidden: 1 }],
  ['that, and one link', { honeypot: 'Acme', text: links(1) }, 'held', { hidden: 1 }],
  ['that, and pasted', { honeypot: 'Acme', text: long, ...fast }, 'held', { hidden: 1, haste: 1 }],
  ['that, and two links', { honeypot: 'Acme', text: links(2) }, 'held', { hidden: 1, links: 2 }],
  [
    'that, pasted, and two links',
    { honeypot: 'Acme', text: links(2) + long, ...fast },
    'held',
    { hidden: 1, links: 2, haste: 1 },
  ],
  // What a machine does, and what spam says.
  ['the trap, and links as markup', { honeypot: 'Acme', text: markup(1) }, 'spam', { hidden: 1, markup: 1 }],
  ['the trap, and four links', { honeypot: 'Acme', text: links(4) }, 'spam', { hidden: 1, links: 4 }],
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
  ['https:// www. https:// http://', 3],
])('an address within an address is no link of its own: %s', (text, count) =>
  expect(countLinks(text)).toBe(count),
)

test.each([
  ['https://a.example/x and again https://a.example/x.', '', 1],
  ['https://a.example/x https://a.example/y', '', 2],
  ['www.a.example https://www.a.example/', '', 1],
  [
    '> see https://a.example/x, and www.b.example\n\nThanks!',
    'see https://a.example/x, and www.b.example',
    0,
  ],
  ['> see https://a.example/x\nhttps://a.example/x is good', 'see https://a.example/x', 1],
  ['> see https://a.example/x\n> https://spam.example', 'see https://a.example/x', 1],
  ['> https://a.example/x\nhttps://b.example', '', 2],
  ['>https://a.example/x', 'https://a.example/x', 1],
  ['> https://a.example/xy', 'https://a.example/x', 1],
])(
  'one address counts once, and not where what is answered is quoted: %j answers %j',
  (text, answered, count) => expect(countLinks(text, answered)).toBe(count),
)

test('never fewer are counted than readers are given to follow', () => {
  const part = fc.constantFrom(
    ...[
      'https://',
      'www.',
      'a.example',
      'b.example/x',
      '/',
      '?u=',
      ' ',
      '\n',
      '> ',
      ',',
      '。',
      '(',
      ')',
      '@',
      '"',
    ],
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
      const text = parts.join('')
      const linked = new Set(text.split('\n').flatMap((line) => webAddressesIn(line).map(({ href }) => href)))
      expect(countLinks(text)).toBeGreaterThanOrEqual(linked.size)
    }),
  )
})
