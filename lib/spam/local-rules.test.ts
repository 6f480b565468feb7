import { expect, test } from 'vitest'
import { countLinks } from './links'
import { judge } from './local-rules'
import type { SpamSubmission } from './port'
import { aSpamSubmission } from './testing/a-submission'

const link = 'see https://example.org/ '
const markup = '<a href="https://example.org/">x</a> '
const fast = { elapsedMs: 3_000 }
const long = 'x'.repeat(1_000)

type Judged = 'ham' | 'held' | 'spam'
const cases: [situation: string, fields: Partial<SpamSubmission>, judged: Judged, why: string][] = [
  ['an ordinary comment', {}, 'ham', 'found nothing'],
  ['one link', { text: link }, 'ham', 'found nothing'],
  ['two links', { text: link.repeat(2) }, 'ham', 'not enough for spam: it contains 2 links'],
  ['links as people wrote them elsewhere', { text: markup }, 'ham', 'as markup'],
  ['what was pasted', { text: long, ...fast }, 'ham', 'faster than people write'],
  // Each of these is something that people or their software do.
  ['four sources', { text: link.repeat(4) }, 'held', 'to be looked at: it contains 4 links'],
  ['forty sources', { text: link.repeat(40) }, 'held', 'it contains 40 links'],
  ['two links as markup', { text: markup.repeat(2) }, 'held', 'as markup'],
  ['a comment with links that was written before', { text: markup + long, ...fast }, 'held', 'faster'],
  ['a pasted list of sources', { text: markup.repeat(9) + long, ...fast }, 'held', '9 links'],
  ['software that fills in forms', { honeypot: 'Acme' }, 'held', 'the field that people do not see'],
  ['that, and one link', { honeypot: 'Acme', text: link }, 'held', 'do not see'],
  ['that, and pasted', { honeypot: 'Acme', text: long, ...fast }, 'held', 'do not see'],
  ['that, and two links', { honeypot: 'Acme', text: link.repeat(2) }, 'held', 'do not see'],
  // What a machine does, and what spam says.
  ['the trap, and links as markup', { honeypot: 'Acme', text: markup }, 'spam', 'as markup'],
  ['the trap, and four links', { honeypot: 'Acme', text: link.repeat(4) }, 'spam', '4 links'],
]
test.each(cases)('%s', (_, fields, judged, why) => {
  const answer = judge(aSpamSubmission(fields))
  expect([answer.verdict, answer.holds]).toEqual(
    { ham: ['ham', undefined], held: ['ham', true], spam: ['spam', undefined] }[judged],
  )
  expect(answer.why).toContain(why)
})

test('links are counted however they are written', () =>
  expect(countLinks('HTTP://a.example www.b.example https://www.c.example http://d.example')).toBe(4))
