import type pg from 'pg'
import { openNewestChapter, type OpenChapter } from '@/e2e/rig/reader'
import { aSite } from './a-site'
import { commentLoad } from './comments'
import { oneRowInserts } from './one-row-inserts'
import { manyComments } from './many-comments'
import { median, printLine } from './print'

/** All limits stay on; only the cap of the whole site is raised above what is measured here. */
export const raisedCap = `insert into setting (key, value, updated_at)
  values ('discussion', '{"siteRefusesAt": 1000000}', now())`

/** How many comments a second are accepted and stored, and what a million comments make of it. */
export async function commenting(
  client: pg.Client,
  small: OpenChapter,
  settings: Record<string, string>,
  sampled: () => void,
) {
  const sampling = setInterval(sampled, 1_000)
  printLine(
    `\nComments, each durable (fsync on) before it is acknowledged, with the gate for duplicates and floods`,
  )
  await print('1 connection', await rounds([small], 1, 300), client)
  await print('16 connections', await rounds([small], 16), client)
  clearInterval(sampling)

  // Side by side and in turn, so that whatever else the machine does meets both.
  const large = await aSiteWith(1_000_000, settings)
  const both = await rounds([small, large.open], 32)
  await print(
    '32 connections',
    both.filter((_, place) => place % 2 === 0),
    client,
  )
  await print(
    '32 connections, 1,000,000 comments there',
    both.filter((_, place) => place % 2 === 1),
    large.client,
  )
  await compareWithInserts(small, client, settings.DATABASE_URL!)
  const of = (odd: number) =>
    median(both.filter((_, place) => place % 2 === odd).map(({ perSecond }) => perSecond))
  printLine(
    `with 1,000,000 comments: ${((of(1) / of(0)) * 100).toFixed(0)} % of the comments a second without them`,
  )
  await large.close()
}

// In turn, so that whatever else the machine does meets both.
async function compareWithInserts(open: OpenChapter, client: pg.Client, databaseUrl: string) {
  const ratios: number[] = []
  const inserts: number[] = []
  for (let round = 0; round < 3; round++) {
    const perSecond = await oneRowInserts(client, databaseUrl)
    if (perSecond === undefined) {
      printLine('(install pgbench to compare with inserts of one row)')
      return
    }
    const { perSecond: comments } = await commentLoad(open, { connections: 32, count: 1_500 })
    inserts.push(perSecond)
    ratios.push(comments / perSecond)
  }
  printLine(
    `inserts of one row by pgbench, 32 connections: ${median(inserts).toFixed(0)}/s; comments are ${median(ratios).toFixed(2)} of that`,
  )
}

type Round = Awaited<ReturnType<typeof commentLoad>>

async function rounds(sites: OpenChapter[], connections: number, count = 1_500): Promise<Round[]> {
  const outcomes: Round[] = []
  for (let round = 0; round < 4; round++) {
    for (const open of sites) outcomes.push(await commentLoad(open, { connections, count }))
  }
  return outcomes
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

/** Another database with a server of its own, full of comments. */
async function aSiteWith(comments: number, settings: Record<string, string>) {
  const site = await aSite('bench-large', settings)
  await site.client.query(raisedCap)
  const open = await openNewestChapter(site.url)
  await manyComments(site.client, comments)
  return { ...site, open }
}
