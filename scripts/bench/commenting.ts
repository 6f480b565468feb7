import type pg from 'pg'
import { openChapter } from '@/e2e/rig/reader'
import type { BenchSite } from './a-site'
import { commentLoad } from './comments'
import type { MadeSite } from './growth'
import { oneRowInserts } from './one-row-inserts'
import { median, printLine } from './print'

/** All limits stay on; only the cap of the whole site is raised above what is measured here. */
export const raisedCap = `insert into setting (key, value, updated_at)
  values ('discussion', '{"siteRefusesAt": 1000000}', now())`

const roundsOfEach = 4
const load = { connections: 32, count: 1_500 }

/** How many comments a second are accepted and stored, and what a site makes of it that is large in both ways. */
export async function commenting(main: BenchSite, page: string, large: MadeSite, sampled: () => void) {
  const { client } = main
  const small = await openChapter(main.url, page)
  const sampling = setInterval(sampled, 1_000)
  printLine(
    `\nComments, each durable (fsync on) before it is acknowledged, with the gate for duplicates and floods`,
  )
  const few: Round[] = []
  const several: Round[] = []
  for (let round = 0; round < roundsOfEach; round++) {
    few.push(await commentLoad(small, { connections: 1, count: 300 }))
    several.push(await commentLoad(small, { connections: 16, count: 1_500 }))
  }
  await print('1 connection', few, client)
  await print('16 connections', several, client)
  clearInterval(sampling)

  // Side by side and in turn, so that whatever else the machine does meets all of them.
  await large.client.query(raisedCap)
  const grown = await openChapter(large.url, '/en/chapters/grown-700')
  const [here, there]: [Round[], Round[]] = [[], []]
  const inserts: number[] = []
  for (let round = 0; round < roundsOfEach; round++) {
    here.push(await commentLoad(small, load))
    there.push(await commentLoad(grown, load))
    const perSecond = await oneRowInserts(client, main.databaseUrl)
    if (perSecond !== undefined) inserts.push(perSecond)
  }
  await print('32 connections', here, client)
  await print(`32 connections, ${large.name}`, there, large.client)
  const rate = (rounds: Round[]) => median(rounds.map(({ perSecond }) => perSecond))
  if (inserts.length > 0) {
    const of = (rounds: Round[]) =>
      median(rounds.map(({ perSecond }, round) => perSecond / inserts[round]!)).toFixed(2)
    printLine(
      `inserts of one row by pgbench, 32 connections: ${median(inserts).toFixed(0)}/s; comments are ${of(here)} of that, ` +
        `and ${of(there)} with ${large.name}`,
    )
  } else printLine('(install pgbench to compare with inserts of one row)')
  printLine(
    `with ${large.name}: ${((rate(there) / rate(here)) * 100).toFixed(0)} % of the comments a second without them`,
  )
}

type Round = Awaited<ReturnType<typeof commentLoad>>

async function print(title: string, outcomes: Round[], there: pg.Client) {
  const keys = outcomes.flatMap((outcome) => outcome.keys)
  const accepted = outcomes.reduce((sum, outcome) => sum + outcome.accepted, 0)
  const refusal = outcomes.find((outcome) => outcome.firstRefusal)?.firstRefusal
  const { rows } = await there.query<{ stored: number }>(
    'select count(*)::int as stored from comment where submission_key = any ($1::uuid[])',
    [keys],
  )
  const of = (name: 'perSecond' | 'p50' | 'p99') =>
    median(outcomes.map((outcome) => outcome[name])).toFixed(0)
  printLine(
    `${title}: ${of('perSecond')} comments/s, p50 ${of('p50')} ms, p99 ${of('p99')} ms (medians of ${outcomes.length} rounds); ` +
      `accepted ${accepted} of ${keys.length}, stored ${rows[0]!.stored}`,
  )
  if (refusal) printLine(`first refusal: ${refusal}`)
}
