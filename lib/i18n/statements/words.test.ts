import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { locales, type Locale } from '../locales'
import { checkerCodes, ruleCodes, shapeCodes, statementKinds, type StatementKind } from './codes'
import { finding, input, problem, type Parameters } from './statement'
import { checkerName, recordWords, ruleName, statementWords } from './words'

const kinds = Object.keys(statementKinds) as StatementKind[]
const all = kinds.flatMap((kind) =>
  Object.entries(statementKinds[kind]).map(([code, names]) => ({
    kind,
    code,
    names: names as readonly string[],
  })),
)

/** The names of the values that a message is filled with, however deep they stand in it. */
function argumentsOf(message: string): string[] {
  interface Element {
    type: number
    value?: string
    options?: Record<string, { value: Element[] }>
  }
  const inside = (elements: Element[]): string[] =>
    elements.flatMap(({ type, value = '', options = {} }) => [
      ...(type >= 1 && type <= 6 ? [value] : []),
      ...Object.values(options).flatMap((option) => inside(option.value)),
    ])
  return [...new Set(inside(new IntlMessageFormat(message, 'en').getAst() as Element[]))].sort()
}

// Parameters that say the same in every language, and those that are words only in some of them.
const made: Record<string, string[]> = { learned: ['hasFor', 'hasAgainst'] }

describe.each(locales)('the words of what rows say: %s', (locale) => {
  test.each(all)('$kind $code names exactly what it is said with', ({ kind, code, names }) => {
    const message = (recordWords(locale).statements[kind] as Record<string, string>)[code]!
    expect(message.trim()).not.toBe('')
    expect(argumentsOf(message)).toEqual([...names, ...(made[code] ?? [])].sort())
  })

  test('every rule, checker and shape has words of its own', () => {
    const { rules, checkers, shapes } = recordWords(locale)
    for (const [words, codes] of [
      [rules, ruleCodes],
      [checkers, checkerCodes],
      [shapes, shapeCodes],
    ] as const) {
      expect(Object.keys(words).sort()).toEqual([...codes].sort())
      expect(new Set(Object.values(words)).size).toBe(codes.length)
    }
  })

  const hostile = [
    '{0} {name}',
    '$& $1 $`',
    '<b>&amp;</b>',
    "'{'x'}'",
    'سلام {x}',
    '#',
    '名前',
    'a\u202eb\u2069c\u2066d',
  ]
  test.each(hostile)('whatever somebody has typed is said as it is: %s', (typed) => {
    const plain = typed.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    for (const { kind, code, names } of all) {
      const texts = names.filter((name) => !['for', 'against', 'field', 'checker'].includes(name))
      const parameters = Object.fromEntries(names.map((name) => [name, numeric.has(name) ? 3 : typed]))
      const said = statementWords(locale, kind, { code, parameters })
      for (const name of texts) if (!numeric.has(name)) expect(said, code).toContain(plain)
      expectOrder(said)
    }
  })

  test('what runs the other way is set apart, wherever it stands', () => {
    const foreign = locale === 'ar' ? 'Edith' : 'إديث'
    const apart = `\u2068${foreign}\u2069`
    expect(statementWords(locale, 'findings', finding('like-staff', { name: foreign }))).toContain(apart)
    const learned = finding('learned', { score: 98, for: `w:${foreign}\nn:w:${foreign}`, against: '' })
    expect(statementWords(locale, 'findings', learned).split(apart)).toHaveLength(3)
  })

  const odd: Parameters[] = [{}, { other: 'x', text: 3, count: 'many', for: 7 }]
  test('a row that lacks a parameter, or has too many, is still read', () => {
    for (const { kind, code } of all)
      for (const parameters of odd)
        expect(statementWords(locale, kind, { code, parameters })).toEqual(expect.any(String))
  })

  test('a code from another version is shown as it is', () => {
    for (const code of ['from-tomorrow', 'constructor', '__proto__', 'toString']) {
      for (const kind of kinds) expect(statementWords(locale, kind, { code, parameters: {} })).toBe(code)
      expect([ruleName(locale, code), checkerName(locale, code)]).toEqual([code, code])
    }
    const features = finding('learned', {
      score: 98,
      for: 's:from-tomorrow:3\nx:y\nodd',
      against: 's:constructor',
    })
    expect(statementWords(locale, 'findings', features)).toMatch(/from-tomorrow.*x:y.*odd.*constructor/)
  })
})

const numeric = new Set([
  'count',
  'limit',
  'seconds',
  'characters',
  'status',
  'spam',
  'ham',
  'score',
  'hidden',
  'links',
  'markup',
  'haste',
])

// Every isolate is closed, and nothing forces an order.
function expectOrder(said: string) {
  expect(said).not.toMatch(/[\u202a-\u202e\u2066\u2067]/)
  let open = 0
  for (const character of said) {
    if (character === '\u2068') open++
    if (character === '\u2069') open--
    expect(open).toBeGreaterThanOrEqual(0)
  }
  expect(open).toBe(0)
}

const say = (locale: Locale, statement: ReturnType<typeof finding>) =>
  statementWords(locale, 'findings', statement)

test('numbers take the form that the language wants', () => {
  const lines = (locale: Locale, count: number) => statementWords(locale, 'inputs', input('lines', { count }))
  expect([0, 1, 2].map((count) => lines('en', count))).toEqual(['0 lines', '1 line', '2 lines'])
  expect(lines('ja', 2)).toBe('2行')
  expect([0, 1, 2, 3, 11].map((count) => lines('ar', count))).toEqual([
    'لا أسطر',
    'سطر واحد',
    'سطران',
    '٣ أسطر',
    '١١ سطرًا',
  ])
})

test('the local rules name each sign that they found, and no other', () => {
  const none = { hidden: 0, links: 0, markup: 0, haste: 0 }
  expect(say('en', finding('local-held', { ...none, links: 4 }))).toBe(
    'Local rules: not enough for spam, but to be looked at. It contains 4 links.',
  )
  expect(say('en', finding('local-spam', { ...none, hidden: 1, markup: 1 }))).toBe(
    'Local rules: spam. It filled in the field that people do not see. Its links are written as markup.',
  )
  expect(say('ar', finding('local-few-signs', { ...none, links: 2 }))).toBe(
    'القواعد المحلية: لا يكفي لعدّه مزعجًا. فيه رابطان.',
  )
  expect(say('ja', finding('local-few-signs', { ...none, haste: 1 }))).toBe(
    'ローカルルール：スパムと言えるほどではありません。人が書くより速く書かれています。',
  )
})

test('the learning filter is explained in the words of the language', () => {
  const learned = finding('learned', {
    score: 99,
    for: 'w:casino\nn:w:rea\nh:a.example\ne:mail.example\na:192.0.2\ns:links:4\ns:haste',
    against: 'b:港の',
  })
  expect(say('en', learned)).toBe(
    '99 of 100 for spam; for it: “casino”, the name “rea”, a link to a.example, e-mail at mail.example, ' +
      'the network 192.0.2, it has 4 links or more, it was written very fast; against it: “港の”',
  )
  expect(say('ja', learned)).toContain('「casino」、名前の「rea」、a.exampleへのリンク')
  expect(say('en', finding('learned', { score: 50, for: '', against: '' }))).toBe('50 of 100 for spam')
})

test('who and where are named in the language of whoever reads', () => {
  const seen = (locale: Locale) =>
    statementWords(locale, 'inputs', input('checker-guid', { checker: 'local-rules', guid: 'x-1' }))
  expect([seen('en'), seen('ja')]).toEqual(['local rules, x-1', 'ローカルルール、x-1'])
  expect(say('ja', finding('word-found', { line: 'casino', field: 'email' }))).toBe(
    '「casino」が見つかりました（メールアドレス）',
  )
  expect(statementWords('en', 'inputs', input('author', { name: 'Rea', email: 'rea@example.org' }))).toBe(
    'Rea <rea@example.org>',
  )
})

describe('parameters are bounded before they are kept', () => {
  test.each([
    [finding('note', { text: 'x'.repeat(5_000) }), 1_000],
    [input('field-content', { content: 'x'.repeat(65_000) }), 300],
    [problem('akismet-unreachable', { error: 'x'.repeat(5_000) }), 500],
  ])('%#', ({ parameters }, most) =>
    expect(Object.values(parameters).map((text) => String(text).length)).toEqual([most]),
  )

  test('and hold nothing that a row cannot', () => {
    const { parameters } = input('field-content', { content: `a\0b${'x'.repeat(297)}\ud83d\ude00` })
    expect(parameters.content).toBe(`ab${'x'.repeat(297)}\ufffd`)
  })
})
