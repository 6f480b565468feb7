import { beforeAll, expect, test } from 'vitest'
import { db, pool } from '@/lib/db/client'
import type { TallyFigure } from '@/lib/db/generated/enums'
import { readAsWhole } from '@/lib/db/testing/plans'
import { gatherTallies } from './gather-commands'
import { hoursStatement, talliesStatement } from './queries'

const big = ['hour_tally', 'day_tally']
const figures: TallyFigure[] = ['decision', 'person_wait', 'rule_wait', 'checker_wait', 'opinion']

beforeAll(async () => {
  // Three years of a site on which each hour has something, as nightly gathering leaves them.
  await pool().query(`
    insert into hour_tally (locale, at, gone, backend, approved, spam)
    select locale, date_trunc('hour', now(), 'UTC') - n * interval '1 hour', false, 0, 5, 40
    from generate_series(0, 3 * 365 * 24) n, unnest(array['en', 'ja', 'ar']) locale`)
  for (const figure of figures)
    await pool().query(
      `insert into day_tally (figure, locale, day, who, what, gone, backend, count)
       select $1::tally_figure, locale, current_date - n, 'person:' || who, what::text, false, 0, 3
       from generate_series(0, 3 * 365) n, unnest(array['en', 'ja', 'ar']) locale,
         generate_series(1, 3) who, generate_series(1, 4) what`,
      [figure],
    )
  await db.$executeRaw`vacuum analyze hour_tally`
  await db.$executeRaw`vacuum analyze day_tally`
})

const from = (days: number) => new Date(Date.now() - days * 24 * 60 * 60_000)
const dates = (days: number): [string, string] => [
  from(days).toISOString().slice(0, 10),
  new Date().toISOString().slice(0, 10),
]

test.each([7, 30, 90] as const)('of %i days no figure reads a table as a whole', async (days) => {
  for (const wish of [{ days }, { days, locale: 'ar' as const }]) {
    expect(await readAsWhole(hoursStatement(wish, from(days)), big)).toEqual([])
    for (const figure of figures)
      expect(await readAsWhole(talliesStatement(figure, wish, dates(days)), big), figure).toEqual([])
  }
})

/** How many rows a statement has looked at. */
async function lookedAt({ text, values }: ReturnType<typeof hoursStatement>): Promise<number> {
  interface Plan {
    'Relation Name'?: string
    'Actual Rows': number
    'Rows Removed by Filter'?: number
    Plans?: Plan[]
  }
  const { rows } = await pool().query<{ 'QUERY PLAN': { Plan: Plan }[] }>(
    `explain (analyze, format json) ${text}`,
    values as unknown[],
  )
  const nodes = ({ Plans = [], ...node }: Plan): Plan[] => [node, ...Plans.flatMap(nodes)]
  return nodes(rows[0]!['QUERY PLAN'][0]!.Plan)
    .filter((node) => big.includes(node['Relation Name'] ?? ''))
    .reduce((sum, node) => sum + node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0), 0)
}

test('of years, no more is looked at than the days that are asked for', async () => {
  expect(await lookedAt(hoursStatement({ days: 7 }, from(7)))).toBeLessThanOrEqual(7 * 24 * 3 + 3)
  for (const figure of figures)
    expect(await lookedAt(talliesStatement(figure, { days: 7 }, dates(7))), figure).toBeLessThanOrEqual(
      8 * 3 * 12,
    )
})

test('what is gathered is not read whole either, once it has been', async () => {
  await gatherTallies()
  const before = await db.dayTally.count()
  await gatherTallies()
  expect(await db.dayTally.count()).toBe(before)
})
