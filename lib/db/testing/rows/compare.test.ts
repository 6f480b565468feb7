import { beforeAll, describe, expect, test } from 'vitest'
import { Prisma } from '../../generated/client'
import { compare } from './compare'
import { unexplained } from './row-types'
import { Seen } from './seen'

const at = new Date(0)
const [text, day] = ['{ text: string }', '{ day: Date }']

/** What a statement says of a row, the rows that came, and what is found. */
const cases: [said: string, rows: object[], faults: string[]][] = [
  [text, [{ text: 'a' }], []],
  [text, [{ text: null }], ['text: said string, came null']],
  ['{ text: string | null }', [{ text: 'a' }, { text: null }], []],
  ['{ total: number }', [{ total: 1 }], []],
  ['{ total: number }', [{ total: 1n }], ['total: said number, came bigint']],
  ['{ total: number }', [{ total: '1' }], ['total: said number, came "1"']],
  ['{ total: bigint }', [{ total: 1n }], []],
  ['{ total: bigint }', [{ total: 1 }], ['total: said bigint, came number']],
  ['{ sum: number }', [{ sum: new Prisma.Decimal('1.5') }], ['sum: said number, came Prisma.Decimal']],
  [day, [{ day: at }], []],
  [day, [{ day: at.toISOString() }], ['day: said Date, came "1970-01-01T00:00:00.000Z"']],
  ['{ day: string }', [{ day: at }], ['day: said string, came Date']],
  ['{ open: boolean }', [{ open: true }, { open: false }], []],
  ['{ open: true }', [{ open: false }], ['open: said true, came false']],
  [`{ role: 'editor' | 'admin' }`, [{ role: 'admin' }], []],
  [
    `{ role: 'editor' | 'admin' }`,
    [{ role: 'admin' }, { role: 'reader' }],
    ['role: said "editor" | "admin", came "reader"'],
  ],
  ['{ ids: string[] }', [{ ids: [] }, { ids: ['a'] }], []],
  ['{ ids: string[] }', [{ ids: ['a', null] }], ['ids: said string[], came ("a" | null)[]']],
  ['{ bytes: Uint8Array }', [{ bytes: new Uint8Array(1) }, { bytes: Buffer.alloc(1) }], []],
  ['{ bytes: string }', [{ bytes: new Uint8Array(1) }], ['bytes: said string, came Uint8Array']],
  ['{ card: { at: string }[] }', [{ card: [{ at: 'x' }] }], []],
  [
    '{ card: { at: Date } | null }',
    [{ card: { at: 'x' } }],
    ['card: said { at: Date; } | null, came { "at": "x" }'],
  ],
  ['{ value: unknown }', [{ value: { any: ['thing'] } }, { value: null }], []],
  ['{ text: string; more: string }', [{ text: 'a' }], ['more: said and never came']],
  ['{ text: string; more?: string }', [{ text: 'a' }], []],
  [text, [{ text: 'a', more: 'b' }], ['more: came and is not said']],
  [text, [{ text: 'a' }, {}], ['text: said string, came undefined']],
  ['Record<string, number>', [{ text: 'a' }], ['text: said number, came "a"']],
  ['object', [{ text: 'a' }], []],
  [text, [], []],
]

const root = process.cwd()
const file = 'lib/made/up.ts'
const generic = `const rowsOf = async <Row extends object>(): Promise<Row[]> => (await pool().query<Row>('select')).rows`
const head = [
  `import { db, pool } from '@/lib/db/client'`,
  `import type { Prisma } from '@/lib/db/generated/client'`,
  `declare const sql: Prisma.Sql`,
  generic,
  `export const all = [`,
]
const inGeneric = `${file}:${head.indexOf(generic) + 1}:${generic.indexOf('query') + 1}`

/** What is found in a file with these lines, of which each got some rows. V8 names the place of `^`. */
function found(lines: string[], rows: object[][]) {
  const seen = new Seen()
  for (const [number, line] of lines.entries()) {
    const place = `${file}:${head.length + number + 1}:${line.indexOf('^') + 1}`
    if (line.includes('^')) seen.add(line.includes('rowsOf') ? [inGeneric, place] : [place], rows[number]!)
  }
  const text = [...head, ...lines.map((line) => `${line.replace('^', '')},`), ']'].join('\n')
  const compared = compare([`${root}/${file}`], seen.list(), root, { [`${root}/${file}`]: text })
  const withoutFile = (faults: string[]) =>
    faults.map((fault) => {
      const line = Number(fault.split(/[: ]/)[1])
      return { line: line - head.length - 1, fault: fault.slice(fault.indexOf(' ') + 1) }
    })
  return { faults: withoutFile(compared.faults), unseen: withoutFile(compared.unseen), seen: compared.seen }
}

const ways: [how: string, statement: (said: string) => string][] = [
  ['a tagged template', (said) => `() => db.$queryRaw<${said}[]>^\`select\``],
  ['in a transaction', (said) => `() => db.$transaction((tx) => tx.$queryRaw<${said}[]>^\`select\`)`],
  ['the only row', (said) => `() => db.^$queryRaw<[${said}]>(sql)`],
  ['the pool', (said) => `() => pool().^query<${said}>('select')`],
  ['a generic function', (said) => `() => ^rowsOf<${said}>()`],
]

const nothing = 'uses rows of which it says nothing'
const uses: [statement: string, faults: string[]][] = [
  ['async () => { const rows = await db.$queryRaw`select`; return rows as object }', [nothing]],
  [`async () => (await pool().query('select')).rows`, [nothing]],
  [`async () => { const { rows } = await pool().query('select'); return rows }`, [nothing]],
  [`async () => (await pool().query('select')).rowCount`, []],
  [`async () => { const { rowCount } = await pool().query('select'); return rowCount }`, []],
  [`async () => { await pool().query('select') }`, []],
  ['async () => { void db.$queryRaw`select` }', []],
  ['() => db.$executeRaw`select`', []],
  ['^() => 1', ['got rows, and no statement stands there']],
  ['(other: { query: (text: string) => string }) => other.query("")', []],
]

describe('rows that came and types that were said', () => {
  const said = ways.flatMap(([how, statement]) =>
    cases.map(([row, rows, faults]) => ({ title: `${how}: ${row}`, line: statement(row), rows, faults })),
  )
  const used = uses.map(([line, faults]) => ({ title: line, line, rows: [], faults }))
  const all = [...said, ...used].map((one, number) => ({ ...one, number }))
  let compared: ReturnType<typeof found>
  // All in one file: the compiler has to read the database's client only once.
  beforeAll(() => {
    compared = found(
      all.map(({ line }) => line),
      all.map(({ rows }) => rows),
    )
  })

  test.each(all)('$number: $title', ({ number, faults }) =>
    expect(compared.faults.filter((one) => one.line === number).map(({ fault }) => fault)).toEqual(faults),
  )

  test('whose rows nobody saw are told', () => {
    const none = all.filter(({ rows, line }) => rows.length === 0 && /<.*\btext\b/.test(line))
    expect(compared.unseen.map(({ line }) => line)).toEqual(
      none.filter(({ line }) => !line.includes('rowsOf')).map(({ number }) => number),
    )
    expect(compared.seen).toBe(all.filter(({ rows }) => rows.length > 0).length)
  })
})

describe('statements that no test has seen', () => {
  const unseen = ['lib/a.ts:3', 'lib/a.ts:9', 'lib/b.ts:4']

  test.each<[reasons: [string, number, string][], faults: string[]]>([
    [[['lib/a.ts', 2, 'why']], ['lib/b.ts:4 no test has seen its rows']],
    [
      [
        ['lib/a.ts', 1, 'why'],
        ['lib/b.ts', 1, 'why'],
      ],
      ['lib/a.ts has 2 statements that no test sees, and not 1'],
    ],
    [
      [
        ['lib/a.ts', 2, 'why'],
        ['lib/b.ts', 1, 'why'],
        ['lib/c.ts', 1, 'why'],
      ],
      ['lib/c.ts has 0 statements that no test sees, and not 1'],
    ],
  ])('%j', (reasons, faults) => expect(unexplained(unseen, reasons)).toEqual(faults))
})
