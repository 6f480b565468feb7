import fc from 'fast-check'
import { expect, test } from 'vitest'
import { growth, linear } from '@/lib/kernel/testing/growth'
import { aSpamSubmission } from '../testing/a-submission'
import { isReady, scoreOf, type Count, type Totals } from './bayes'
import { explain, opinionOf } from './explain'
import { featuresOf } from './features'

/** A filter in memory, for what has nothing to do with the database. */
function aFilter() {
  const counts = new Map<string, Count>()
  const totals: Totals = { spam: 0, ham: 0 }
  const learn = (text: string, as: 'spam' | 'ham', step = 1) => {
    totals[as] += step
    for (const token of featuresOf(aSpamSubmission({ text, locale: 'en' }))) {
      const known = counts.get(token) ?? { token, spam: 0, ham: 0 }
      known[as] += step
      counts.set(token, known)
    }
  }
  const score = (text: string) =>
    scoreOf(
      featuresOf(aSpamSubmission({ text, locale: 'en' })).flatMap((token) => counts.get(token) ?? []),
      totals,
    )
  return { learn, score, totals, counts }
}

const spam = [
  'cheap pills casino bonus now',
  'casino bonus for you: http://casino.example/',
  'pills pills cheap offer',
  '今すぐ無料カジノで稼ぐ',
]
const ham = [
  'the second stanza moved me',
  'is the harbour of chapter one the same',
  'thank you for translating this',
  '第二章の港の場面が好きです',
]

const taught = () => {
  const filter = aFilter()
  for (let round = 0; round < 5; round++) {
    spam.forEach((text) => filter.learn(`${text} ${round}`, 'spam'))
    ham.forEach((text) => filter.learn(`${text} ${round}`, 'ham'))
  }
  return filter
}

test('it tells spam from ham by what it was taught, in words and in scripts without spaces', () => {
  const { score } = taught()
  expect(opinionOf(score('a casino bonus and cheap pills'))).toBe('spam')
  expect(opinionOf(score('無料カジノ'))).toBe('spam')
  expect(opinionOf(score('thank you, the harbour moved me'))).toBe('ham')
  expect(opinionOf(score('港の場面'))).toBe('ham')
})

test('it says that it cannot tell: new words, and words of both sides', () => {
  const { score } = taught()
  expect(opinionOf(score('zebra quagga'))).toBe('cannot tell')
  expect(opinionOf(score('casino pills in the harbour of the second stanza'))).toBe('cannot tell')
  expect(aFilter().score('anything')).toEqual({ score: 0.5, strongest: [] })
})

test('it explains itself by its strongest words', () => {
  const { score } = taught()
  const said = (text: string) => explain(score(text)).parameters
  expect(said('casino bonus')).toEqual({
    score: expect.closeTo(97, -1) as number,
    against: '',
    for: expect.stringMatching(/(^|\n)w:casino($|\n)/) as string,
  })
  expect(said('thank you for translating').against).toMatch(/(^|\n)w:translating($|\n)/)
})

test('it needs lessons of both kinds before it says anything', () => {
  expect(isReady({ spam: 1_000, ham: 14 })).toBe(false)
  expect(isReady({ spam: 15, ham: 15 })).toBe(true)
})

test('what is unlearnt leaves no mark', () => {
  const [filter, other] = [taught(), taught()]
  filter.learn('casino harbour once', 'spam')
  filter.learn('casino harbour once', 'spam', -1)
  expect(filter.score('casino harbour once').score).toBeCloseTo(other.score('casino harbour once').score, 10)
})

test('features: each once, of every kind, with a name for what it is', () => {
  const features = featuresOf(
    aSpamSubmission({
      name: 'Rea 9',
      email: 'rea@mail.example',
      url: 'https://shop.example/',
      ip: '2001:db8:1:2::3',
      locale: 'ja',
      text: 'BUY BUY http://a.example <a href="x">',
      honeypot: 'x',
      elapsedMs: 100,
    }),
  )
  expect(features).toEqual(
    expect.arrayContaining([
      'w:buy',
      'h:a.example',
      'h:shop.example',
      'e:mail.example',
      'a:2001:db8:1',
      'n:w:rea',
      's:links:1',
      's:website',
      's:markup',
      's:hidden-field',
      's:digits-in-name',
      's:other-script',
      's:haste',
    ]),
  )
  expect(new Set(features).size).toBe(features.length)
})

test('whatever may be stored has features and a score between 0 and 1', () => {
  const { score } = taught()
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const { score: value } = score(text)
      expect(value).toBeGreaterThanOrEqual(0)
      expect(value).toBeLessThanOrEqual(1)
    }),
  )
})

test.each(['a ', 'あ', 'a.b '])('a long comment is no long work: %s', (part) => {
  const { score } = taught()
  expect(growth((letters) => void score(part.repeat(letters / part.length)), 256_000)).toBeLessThan(linear)
})
