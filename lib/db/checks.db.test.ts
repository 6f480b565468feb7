import { describe, expect, test } from 'vitest'
import { pool } from './client'
import { typedByReaders } from './testing/checks/by-readers'
import { typedByStaff } from './testing/checks/by-staff'
import { strangeValues, texts } from './testing/checks/corpus'
import { ofAudit } from './testing/checks/of-audit'
import { ofCode } from './testing/checks/of-code'
import { ofRules } from './testing/checks/of-rules'
import { ofRecord } from './testing/checks/of-record'
import { ofPeople } from './testing/checks/of-people'
import type { Field, Row, Size, Twin, Twins } from './testing/checks/twin'

const twins: Twins = {
  ...typedByReaders,
  ...typedByStaff,
  ...ofPeople,
  ...ofCode,
  ...ofRecord,
  ...ofRules,
  ...ofAudit,
}

interface Check {
  name: string
  table: string
  expression: string
}

async function allChecks(): Promise<Check[]> {
  const { rows } = await pool().query<Check>(`
    select conname as name, conrelid::regclass::text as "table", pg_get_expr(conbin, conrelid) as expression
    from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace order by conname`)
  return rows
}

async function checkCalled(name: string): Promise<Check> {
  const found = (await allChecks()).find((check) => check.name === name)
  if (!found) throw new Error(`the database has no CHECK ${name}`)
  return found
}

/** What a CHECK says of rows: its own expression, over the types of its own table. What is unknown (null) passes. */
async function passes({ table, expression }: Check, rows: readonly Row[]): Promise<boolean[]> {
  const answer = await pool().query<{ passes: boolean }>(
    `select coalesce(${expression}, true) as passes from jsonb_populate_recordset(null::"${table}", $1::jsonb)`,
    [JSON.stringify(rows)],
  )
  return answer.rows.map((row) => row.passes)
}

test('each CHECK of the database has its twin in the code, and each twin its CHECK', async () => {
  const names = (await allChecks()).map(({ name }) => name)
  expect(Object.keys(twins).sort()).toEqual(names.toSorted())
})

const named = Object.entries(twins)
const ofKind = <Kind extends Twin['kind']>(kind: Kind) =>
  named.filter((entry): entry is [string, Extract<Twin, { kind: Kind }>] => entry[1].kind === kind)
const fields = ofKind('typed').flatMap(([name, twin]) =>
  Object.entries(twin.fields).map(([which, field]) => ({ name, which, field, rowOf: twin.row })),
)

// Which character may not stand there is said behind the code.
const isProblem = (problem: string) => /^[a-z]+(-[a-z]+)*( U\+.+)?$|^ADMIN_EMAIL must /.test(problem)

describe.each(fields)('$name, typed: $which', ({ name, field, rowOf }) => {
  test('what is taken is what the CHECK takes, and what is not is told by its name', async () => {
    const check = await checkCalled(name)
    const { most = 0 } = field.size ?? {}
    const edges = [0, 1, most, most + 1].flatMap((size) => field.size?.typed(size) ?? [])
    const values = [...texts, ...strangeValues, ...edges]
    const taken = values.map((value) => ({ value, outcome: field.take(value) }))
    const refused = taken.flatMap(({ value, outcome }) =>
      'problem' in outcome ? [{ value, ...outcome }] : [],
    )
    expect(refused.filter(({ problem }) => !isProblem(problem))).toEqual([])
    const stored = taken.flatMap(({ value, outcome }) =>
      'row' in outcome ? [{ value, row: outcome.row }] : [],
    )
    expect(stored.length).toBeGreaterThan(3)
    // Postgres keeps neither, and refuses them before any CHECK.
    const unkept = stored.filter(({ row }) => !isKept(row))
    expect(unkept).toEqual([])
    const answers = await passes(
      check,
      stored.map(({ row }) => row),
    )
    expect(stored.filter((_, place) => !answers[place])).toEqual([])
  })

  const { size } = field
  if (size && rowOf)
    test('it takes as much as there is room for, or it is said why not', async () => {
      const check = await checkCalled(name)
      const problemsAt = (at: number) => size.typed(at).map((value) => problemOf(field, value))
      expect(problemsAt(size.most)).toEqual(size.typed(size.most).map(() => undefined))
      expect(new Set(problemsAt(size.most + 1))).toEqual(new Set([size.large]))
      if (size.least) {
        expect(problemsAt(size.least)).toEqual(size.typed(size.least).map(() => undefined))
        expect(new Set(problemsAt(size.least - 1))).toEqual(new Set([size.small]))
      }
      const [takesNothing] = await passes(check, [rowOf(0)])
      if (!takesNothing) expect(problemsAt(0)).not.toContain(undefined)
      const room = await roomOf(check, rowOf, size)
      expect(room >= size.most, `${room} < ${size.most}`).toBe(true)
      expect(room > size.most).toBe(size.roomier !== undefined)
      expect(new Set(problemsAt(room + 1))).toEqual(new Set([size.large]))
    })
})

const problemOf = ({ take }: Field, value: unknown) => {
  const taken = take(value)
  return 'problem' in taken ? taken.problem : undefined
}

const isKept = (row: Row) =>
  Object.values(row).every(
    (value) => typeof value !== 'string' || (value.isWellFormed() && !value.includes('\0')),
  )

/** The largest size that a CHECK takes: of those about the numbers that stand in it. */
async function roomOf(check: Check, rowOf: (size: number) => Row, { most }: Size): Promise<number> {
  const numbers = [most, ...(check.expression.match(/\d+/g) ?? []).map(Number)]
  const sizes = numbers.flatMap((one) => [one - 1, one, one + 1]).filter((one) => one >= 0)
  const answers = await passes(check, sizes.map(rowOf))
  return Math.max(...sizes.filter((_, place) => answers[place]))
}

test.each(ofKind('typed').filter(([, { made }]) => made))(
  '%s takes what is stored without having been typed',
  async (name, { made }) => {
    const answers = await passes(await checkCalled(name), made!)
    expect(made!.filter((row, place) => !answers[place] || !isKept(row))).toEqual([])
  },
)

test.each(ofKind('listed'))(
  '%s has the words of the list, and no others',
  async (name, { column, values }) => {
    const check = await checkCalled(name)
    const words = [...check.expression.matchAll(/'([^']*)'::text/g)].map(([, word]) => word!)
    expect(words.toSorted()).toEqual(values.toSorted())
    const rows = [...values, '', 'x', values[0]!.toUpperCase()].map((value) => ({ [column]: value }))
    expect(await passes(check, rows)).toEqual([...values.map(() => true), false, false, false])
  },
)

test.each(ofKind('made'))('%s takes what is made, and not what never is', async (name, { rows, never }) => {
  const check = await checkCalled(name)
  expect(await passes(check, rows)).toEqual(rows.map(() => true))
  expect(await passes(check, never)).toEqual(never.map(() => false))
})

test.each(ofKind('bytes'))(
  '%s has room for what is made, and no more',
  async (name, { column, least, most }) => {
    const { expression } = await checkCalled(name)
    const answer = await pool().query<{ passes: boolean }>(
      `select ${expression} as passes from unnest($1::int[]) as length,
       lateral (select convert_to(repeat('x', length), 'UTF8') as "${column}") as made`,
      [[least - 1, least, most, most + 1]],
    )
    expect(answer.rows.map(({ passes }) => passes)).toEqual([false, true, true, false])
  },
)
