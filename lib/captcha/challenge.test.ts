import { randomInt } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { digits } from '@/lib/i18n/formats'
import { locales, type Locale } from '@/lib/i18n/locales'
import { sumWords } from '@/lib/i18n/sum-words'
import { checkAnswer, issueChallenge, keyOfChallenge, nonceOf } from './challenge'
import { names } from './number-words'
import { readNumber } from './numerals'

const secret = 'a secret that only tests know, 32+'
const issue = (locale: Locale = 'en', chapterId = 'chapter one') =>
  issueChallenge({ now: 1_000_000, random: (below) => randomInt(below), secret, chapterId, locale })
const answer = (
  token: unknown,
  text: unknown,
  { after = 5_000, chapterId = 'chapter one' as unknown } = {},
) => checkAnswer({ token, answer: text, chapterId, now: 1_000_000 + after, secret })

/** What a person makes of a question. */
function solve(question: string, locale: Locale): number {
  const parts = /^(.+) ([+−×]) (.+)$/.exec(question)!
  const number = (text: string) => readNumber(text) ?? sumWords(locale).numbers.indexOf(text)
  const [left, right] = [number(parts[1]!), number(parts[3]!)]
  return parts[2] === '+' ? left + right : parts[2] === '−' ? left - right : left * right
}

test('time and chance come in through the door', () => {
  const wish = { now: 0, random: () => 3, secret: 'test', chapterId: 'x', locale: 'en' } as const
  expect(issueChallenge(wish)).toEqual(issueChallenge(wish))
  expect(issueChallenge(wish)).toMatchObject({ question: '1 + four', spoken: '1 plus four' })
})

// Forms that were opened before an update are sent after it: what a token is made of stays as it is.
test('a challenge that was given out before an update is answered after it', () => {
  const given =
    'AwMDAwMDAwMDAwMDAwMDAwGLz-VoANPCKoJul-mtKvvOtvd_cNKwo_JESkZqqr1b5MpmaSOt2Ees7Ki-XJ0mlQzZeRzHeQ'
  const now = 1_700_000_000_000
  const wish = { now, random: () => 3, secret, chapterId: 'chapter one', locale: 'en' } as const
  expect(issueChallenge(wish).token).toBe(given)
  const solved = { token: given, answer: '5', chapterId: 'chapter one', secret }
  expect(checkAnswer({ ...solved, now: now + 5_000 })).toEqual({
    ok: true,
    value: { nonce: 'AwMDAwMDAwMDAwMDAwMDAw', elapsedMs: 5_000 },
  })
})

test('every sum is drawn as often as any other, and so is which of its numbers is in words', () => {
  const asked: number[] = []
  const wish = { now: 0, secret, chapterId: 'x', locale: 'en' } as const
  const first = issueChallenge({ ...wish, random: (below) => (asked.push(below), 0) })
  const last = issueChallenge({ ...wish, random: (below) => below - 1 })
  expect([first, last]).toMatchObject([
    { question: 'one + 1', spoken: 'one plus 1' },
    { question: '5 × five', spoken: '5 times five' },
  ])
  // 100 to add, 210 to subtract less the 10 that show their result, 25 to multiply less the 9 by one; then the name.
  expect(asked).toEqual([100 + 200 + 16, 2, ...Array<number>(16).fill(256)])
})

test('in a language that we do not have a challenge is in English', () => {
  const wish = { now: 0, random: () => 3, secret, chapterId: 'x', locale: 'xx' as Locale }
  expect(issueChallenge(wish)).toMatchObject({ question: '1 + four', spoken: '1 plus four' })
})

test.each(locales)(
  'in %s every sum can be solved, and shows one number in words and one in digits',
  (locale) => {
    for (let round = 0; round < 300; round++) {
      const { token, question, spoken } = issue(locale)
      expect(question.match(/\p{Nd}+/gu)).toHaveLength(1)
      expect(spoken).not.toMatch(/[+−×]/)
      expect(answer(token, String(solve(question, locale)))).toMatchObject({
        ok: true,
        value: { elapsedMs: 5_000 },
      })
      expect(answer(token, String(solve(question, locale) + 1))).toEqual({
        ok: false,
        refusal: 'answer-wrong',
      })
    }
  },
)

test('an answer may be written as people write, and a wrong one is wrong however it is written', () => {
  for (const locale of locales)
    for (let round = 0; round < 200; round++) {
      const { token, question, spoken } = issue(locale)
      const result = solve(question, locale)
      expect(result).toBeGreaterThanOrEqual(0)
      expect(result).toBeLessThanOrEqual(25)
      for (const [name, number] of names)
        if (number === result || number === result + 1 || round % 20 === 0)
          expect(answer(token, name).ok, `${question} = ${name}`).toBe(number === result)
      for (const typed of [
        `${question} = ${digits(locale, result)}`,
        `${spoken} = ${result}`,
        `= ${result}.`,
        `「${result}」。`,
      ])
        expect(answer(token, typed).ok, typed).toBe(true)
      for (const typed of [
        question,
        `${question} =`,
        `${question} = ${result + 1}`,
        `${result} = ${result + 1}`,
      ])
        expect(answer(token, typed).ok, typed).toBe(false)
    }
})

test('nothing numeric in a challenge is its answer', () => {
  for (let round = 0; round < 500; round++) {
    for (const locale of locales) {
      const { question } = issue(locale)
      const shown = [...question.matchAll(/\p{Nd}+/gu)].map(([digits]) => readNumber(digits))
      expect(shown).not.toContain(solve(question, locale))
    }
  }
})

test('two challenges with the same sum have nothing in common but their chapter and time', () => {
  const tokens = Array.from({ length: 200 }, () => issue())
  expect(new Set(tokens.map(({ token }) => token.slice(0, 20))).size).toBe(200)
  expect(new Set(tokens.map(({ token }) => token.slice(-44))).size).toBe(200)
})

test('digits of any script are an answer', () => {
  const zeros = [...Array(0x1fbf0).keys()].filter(
    (code) => /\p{Nd}/u.test(String.fromCodePoint(code)) && readNumber(String.fromCodePoint(code)) === 0,
  )
  expect(zeros).toEqual(expect.arrayContaining([0x30, 0x660, 0x6f0, 0x966, 0xff10, 0x1d7ce]))
  expect(zeros.length).toBeGreaterThan(60)
  fc.assert(
    fc.property(
      fc.nat(999),
      fc.constantFrom(...zeros),
      fc.constantFrom('', ' ', '\u200f', '\u3000'),
      (n, zero, pad) => {
        const written = [...String(n)].map((digit) => String.fromCodePoint(zero + Number(digit))).join('')
        expect(readNumber(pad + written + pad)).toBe(n)
      },
    ),
  )
})

test('a number has six digits at most, and does not stand behind two hundred blanks', () => {
  expect([readNumber('123456'), readNumber('1234567')]).toEqual([123_456, undefined])
  expect([readNumber('5'.padStart(200)), readNumber('5'.padStart(201))]).toEqual([5, undefined])
})

test.each(['five', '5.0', '-5', '+5', '5,', '0x5', '5e0', '五', '½', 'NaN', '9'.repeat(500)])(
  '%s is no number',
  (text) => {
    expect(readNumber(text)).toBeUndefined()
  },
)

describe('a challenge is refused', () => {
  const { token, question } = issue()
  const right = String(solve(question, 'en'))

  test.each([
    ['before 3 seconds', 2_999, 'too-early'],
    ['before it was made', -60_000, 'too-early'],
    ['after 30 minutes', 30 * 60_000 + 1, 'challenge-expired'],
  ])('%s', (_, after, refusal) => expect(answer(token, right, { after })).toEqual({ ok: false, refusal }))

  test.each([3_000, 30 * 60_000])('but not at %d ms', (after) =>
    expect(answer(token, right, { after }).ok).toBe(true),
  )

  test('on another chapter', () =>
    expect(answer(token, right, { chapterId: 'chapter two' })).toEqual({
      ok: false,
      refusal: 'challenge-elsewhere',
    }))

  test('under another secret', () =>
    expect(
      checkAnswer({ token, answer: right, chapterId: 'chapter one', now: 1_005_000, secret: 'other' }),
    ).toEqual({
      ok: false,
      refusal: 'challenge-forged',
    }))

  test('when any character of its token is changed', () => {
    for (let place = 0; place < token.length; place++) {
      const other = token[place] === 'A' ? 'B' : 'A'
      const forged = token.slice(0, place) + other + token.slice(place + 1)
      expect(answer(forged, right)).toEqual({ ok: false, refusal: 'challenge-forged' })
    }
  })

  const notText = [undefined, null, 0, 8, true, [], ['8'], {}, { contains: '' }, new Date(), new Map()]
  test.each(notText)('when a part of it is %o', (value) => {
    expect(answer(value, right)).toEqual({ ok: false, refusal: 'challenge-forged' })
    expect(answer(token, value)).toEqual({ ok: false, refusal: 'answer-missing' })
    expect(answer(token, right, { chapterId: value ?? null })).toEqual({
      ok: false,
      refusal: 'challenge-elsewhere',
    })
  })

  test.each(['', ' ', '\n\u3000'])('when its answer is %j', (blank) =>
    expect(answer(token, blank)).toEqual({ ok: false, refusal: 'answer-missing' }),
  )

  test('when its token is written otherwise', () => {
    for (const other of [
      ` ${token}`,
      `${token} `,
      `${token}=`,
      token.slice(0, -1),
      `${token}A`,
      token.repeat(2),
    ])
      expect(answer(other, right), other).toEqual({ ok: false, refusal: 'challenge-forged' })
  })

  test('whatever text comes', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => void expect(answer(text, right).ok).toBe(false)),
    ))
})

test('a challenge gives a submission key that is a UUID', () => {
  const checked = answer(
    ...(({ token, question }) => [token, String(solve(question, 'en'))] as const)(issue()),
  )
  if (!checked.ok) throw new Error(checked.refusal)
  expect(keyOfChallenge(checked.value.nonce)).toMatch(
    /^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
  )
})

test.each([
  [0x00, '00000000-0000-8000-8000-000000000000'],
  [0xff, 'ffffffff-ffff-8fff-bfff-ffffffffffff'],
])('all bits of its name are in that key, but for those that say what kind of UUID it is: %i', (bits, key) =>
  expect(keyOfChallenge(Buffer.alloc(16, bits).toString('base64url'))).toBe(key),
)

test('a challenge has its name, answered or not, and however old', () => {
  const { token, question } = issue()
  const checked = answer(token, String(solve(question, 'en')))
  expect(nonceOf(token, secret)).toBe(checked.ok && checked.value.nonce)
  expect(nonceOf(token, 'another secret')).toBeUndefined()
  expect(nonceOf(undefined, secret)).toBeUndefined()
})
