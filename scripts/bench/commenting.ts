import type pg from 'pg'
import { openChapter, type OpenChapter } from '@/e2e/rig/reader'
import { commentLoad } from './comments'
import type { MadeSite } from './growth'
import { plainInserts } from './plain-inserts'
import { median, printLine } from './print'

/** All limits stay on; only the cap of the whole site is raised above what is measured here. */
export const raisedCap = `insert into setting (key, value, updated_at)
  values ('discussion', '{"siteRefusesAt": 1000000}', now())`

/** How many comments a second are accepted and stored, and what a large site makes of it. */
export async function commenting(
  client: pg.Client,
  small: OpenChapter,
  large: MadeSite,
  sampled: () => void,
) {
  const sampling = setInterval(sampled, 1_000)
  printLine(
    `\nComments, each durable (fsync on) before it is acknowledged, with the gate for duplicates and floods`,
  )
  const [one, few] = await rounds([
    () => commentLoad(small, { connections: 1, count: 300 }),
    () => commentLoad(small, { connections: 16, count: 1_500 }),
  ])
  await print('1 connection', one!, client)
  await print('16 connections', few!, client)
  clearInterval(sampling)

  // Side by side and in turn, so that whatever else the machine does meets all of them.
  await large.client.query(raisedCap)
  const there = await openChapter(large.url, '/en/chapters/grown-700')
  const [here, grown, plain] = await rounds([
    () => commentLoad(small, { connections: 32, count: 1_500 }),
    () => commentLoad(there, { connections: 32, count: 1_500 }),
    () => plainInserts(client, { connections: 32, seconds: 4 }),
  ])
  await print('32 connections', here!, client)
  await print(`32 connections, ${large.name}`, grown!, large.client)
  const rate = (outcomes: readonly { perSecond: number }[]) =>
    median(outcomes.map(({ perSecond }) => perSecond))
  printLine(
    `one-row inserts, 32 connections (${plain![0]!.by}): ${rate(plain!).toFixed(0)} a second; of these comments are ` +
      `${(rate(here!) / rate(plain!)).toFixed(2)}, and ${(rate(grown!) / rate(plain!)).toFixed(2)} with ${large.name}`,
  )
  printLine(
    `with ${large.name}: ${((rate(grown!) / rate(here!)) * 100).toFixed(0)} % of the comments a second without them`,
  )
}

type Round = Awaited<ReturnType<typeof commentLoad>>

async function rounds<Outcomes extends readonly unknown[]>(works: {
  [Place in keyof Outcomes]: () => Promise<Outcomes[Place]>
}): Promise<{ [Place in keyof Outcomes]: Outcomes[Place][] }> {
  const outcomes = works.map((): unknown[] => [])
  for (let round = 0; round < 4; round++)
    for (const [place, work] of works.entries()) outcomes[place]!.push(await work())
  return outcomes as { [Place in keyof Outcomes]: Outcomes[Place][] }
}

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
