import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { day, digits, moment } from './formats'
import { locales, negotiate } from './locales'
import { mailWords } from './mail-words'
import { authorWords } from './author-words'
import { deskWords } from './desk-words'
import { privacyText } from './privacy'
import { say, words } from './words'

const flat = (dictionary: object, path = ''): [string, string][] =>
  Object.entries(dictionary).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [[path + key, value]] : flat(value as object, `${path}${key}.`),
  )
/** The names of all that a message is filled with, and of its tags, whichever form of it is chosen. */
const placeholders = (message: string) => {
  const names = new Set<string>()
  const look = (parts: Part[]) => {
    for (const part of parts) {
      if (part.type !== TYPE.literal && part.type !== TYPE.pound)
        names.add(`${part.type === TYPE.tag ? '<' : '{'}${part.value}`)
      if ('children' in part) look(part.children)
      if ('options' in part) for (const { value } of Object.values(part.options)) look(value)
    }
  }
  look(new IntlMessageFormat(message, 'en').getAst())
  return [...names].sort()
}
type Part = ReturnType<IntlMessageFormat['getAst']>[number]
// As the parser numbers them (@formatjs/icu-messageformat-parser/types).
const TYPE = { literal: 0, pound: 7, tag: 8 } as const
const english = new Map(flat(words('en')))

describe.each(locales)('the dictionary of %s', (locale) => {
  test('has every key, with words in it, and the same placeholders', () => {
    const own = new Map(flat(words(locale)))
    expect([...own.keys()].sort()).toEqual([...english.keys()].sort())
    for (const [key, message] of own) {
      expect(message.trim(), key).not.toBe('')
      expect(placeholders(message), key).toEqual(placeholders(english.get(key)!))
    }
  })

  test.each([
    ['pages of one’s own comment', authorWords],
    ['mails', mailWords],
    ['desk', deskWords],
  ])('has every word of the %s', (_name, of) => {
    const [own, other] = [new Map(flat(of(locale))), new Map(flat(of('en')))]
    expect([...own.keys()].sort()).toEqual([...other.keys()].sort())
    for (const [key, message] of own) {
      expect(() => new IntlMessageFormat(message, locale), key).not.toThrow()
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

test('the desk counts comments in the forms that the language wants', () => {
  const unchecked = (locale: (typeof locales)[number], count: number) =>
    say(locale, deskWords(locale).spam.unchecked, { count })
  expect([1, 12_480].map((count) => unchecked('en', count))).toEqual([
    'One comment is not checked yet.',
    '12,480 comments are not checked yet.',
  ])
  expect(unchecked('ja', 2)).toBe('未検査のコメントが2件あります。')
  expect([1, 2, 3, 11, 100].map((count) => unchecked('ar', count))).toEqual([
    'تعليق واحد لم يُفحص بعد.',
    'تعليقان لم يُفحصا بعد.',
    '٣ تعليقات لم تُفحص بعد.',
    '١١ تعليقًا لم يُفحص بعد.',
    '١٠٠ تعليق لم يُفحص بعد.',
  ])
})

test('in Arabic and Japanese the desk says nothing in English', () => {
  // Names, and what is typed as it stands: settings, commands, addresses, keys.
  const names =
    /<\/?\w+>|\{[^{}]*\}|Akismet|akismet\.com|Chapterhouse|WordPress|Ameba|Google|[A-Z]+_[A-Z]+|npm run admin --|--new-email|Edge|Opera|Samsung Internet|Vivaldi|Firefox|Chrome(?:OS)?|Safari|iPhone|iPad|Android|Windows|macOS|Linux|[\w+.-]*@?example\.org|https?:\/\/|mailto:someone@|192\.0\.2\.0\/24|2001:db8:[\w:]*|casino\*|name@|agent: name|«?press»?|「press」|\b(?:JPEG|PNG|WebP|AVIF|GIF|SVG|CSV|UTC|MB|JP|Gone|Shift|Ctrl|Cmd|IP|[A-Z])\b/g
  for (const locale of ['ja', 'ar'] as const)
    for (const [key, message] of flat(deskWords(locale))) {
      const prose = message.includes('plural') || message.includes('select') ? '' : message
      expect(prose.replaceAll(names, ''), `${locale} ${key}`).not.toMatch(/[a-z]{2}/i)
    }
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
