import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { day, digits, moment } from './formats'
import { locales, negotiate } from './locales'
import { mailWords } from './mail-words'
import { authorWords } from './author-words'
import { privacyText } from './privacy'
import { say, words } from './words'

const flat = (dictionary: object, path = ''): [string, string][] =>
  Object.entries(dictionary).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [[path + key, value]] : flat(value as object, `${path}${key}.`),
  )
const placeholders = (message: string) => [...new Set(message.match(/\{\w+/g))].sort()
const english = new Map(flat(words('en')))

describe.each(locales)('the dictionary of %s', (locale) => {
  test('has every key, with words in it, and the same placeholders', () => {
    const own = new Map(flat(words(locale)))
    expect([...own.keys()].sort()).toEqual([...english.keys()].sort())
    for (const [key, message] of own) {
      expect(message.trim(), key).not.toBe('')
      if (!message.includes('plural'))
        expect(placeholders(message), key).toEqual(placeholders(english.get(key)!))
    }
  })

  test.each([
    ['pages of one’s own comment', authorWords],
    ['mails', mailWords],
  ])('has every word of the %s', (_name, of) => {
    const [own, other] = [new Map(flat(of(locale))), new Map(flat(of('en')))]
    expect([...own.keys()].sort()).toEqual([...other.keys()].sort())
    for (const [key, message] of own) {
      expect(() => new IntlMessageFormat(message, locale), key).not.toThrow()
      if (!message.includes('plural'))
        expect(placeholders(message), key).toEqual(placeholders(other.get(key)!))
    }
  })

  test('holds only messages that can be read', () => {
    for (const [key, message] of flat(words(locale))) {
      expect(() => new IntlMessageFormat(message, locale), key).not.toThrow()
    }
  })

  test('explains privacy in as many parts as English does', () => {
    const parts = (text: ReturnType<typeof privacyText>) => text.parts.map(({ points }) => points.length)
    expect(parts(privacyText(locale))).toEqual(parts(privacyText('en')))
  })
})

test('numbers of things take the form the language wants', () => {
  const comments = (locale: (typeof locales)[number], count: number) =>
    say(locale, words(locale).comments.title, { count })
  expect([0, 1, 2].map((count) => comments('en', count))).toEqual([
    'No comments yet',
    '1 comment',
    '2 comments',
  ])
  expect(comments('ja', 7)).toBe('コメント7件')
  expect([2, 3, 11].map((count) => comments('ar', count))).toEqual(['تعليقان', '٣ تعليقات', '١١ تعليقًا'])
})

test('a name with braces in it is a name', () => {
  expect(say('en', words('en').form.titleTo, { name: '{x} #' })).toBe('Leave a Reply to {x} #')
})

test('dates and numbers are those of the language, in UTC', () => {
  const date = new Date('2019-01-14T23:30:00Z')
  expect([day('en', date), day('ja', date), day('ar', date)]).toEqual([
    '14 January 2019',
    '2019年1月14日',
    '١٤ يناير ٢٠١٩',
  ])
  expect(moment('en', date)).toBe('14 January 2019 at 23:30 UTC')
  expect([digits('en', 2.5), digits('ar', 12)]).toEqual(['2.5', '١٢'])
})

describe('the language of a reader who names none in the address', () => {
  test.each([
    [undefined, 'en'],
    ['', 'en'],
    ['ja', 'ja'],
    ['fr-FR, ar;q=0.5, ja;q=0.4', 'ar'],
    ['en;q=0.2, ja-JP;q=0.9', 'ja'],
    ['ja;q=0, ar', 'ar'],
    ['AR-eg', 'ar'],
    ['*', 'en'],
    [';;;q=,,ja;q=nonsense', 'ja'],
    ['x'.repeat(100_000), 'en'],
  ])('%s', (header, locale) => expect(negotiate(header)).toBe(locale))
})
