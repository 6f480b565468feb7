import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import type { ListPlace } from '@/lib/kernel/list-place'
import { chosenStatement, orderOfPlaces, type Wanted } from '@/lib/moderation/queue/chosen-statement'
import { pageStatement } from '@/lib/moderation/queue/page-statement'
import { queueFilters } from '@/lib/moderation/queue/schema'
import { viewNames, type ViewName } from '@/lib/moderation/queue/views/types'
import { wantedBy } from '@/lib/moderation/queue/wanted'
import { wayFound } from '@/lib/moderation/queue/way-queries'
import type { StaffActor } from '@/lib/people/permissions'

const onAPage = 20
const further = 500
const times = 40

/** Each view with each filter, as an editor asks for it. */
export async function measureViews(editor: StaffActor, say: (text: string) => void) {
  const filters = await filtersHere()
  let slowest = 0
  for (const status of viewNames)
    for (const [name, filter] of Object.entries(filters)) {
      const pages = await measured(editor, status, filter)
      slowest = Math.max(slowest, ...pages.map(({ p95 }) => p95))
      const told = pages.map(
        ({ way, rows, p50, p95 }) => `${way}, ${rows} rows: ${p50.toFixed(1)} / ${p95.toFixed(1)} ms`,
      )
      say(`${`${status}, ${name}`.padEnd(34)} ${told.join(' | ')}`)
    }
  say(`slowest p95: ${slowest.toFixed(1)} ms`)
}

/** A filter of each kind, some of which fit many comments and some few. */
async function filtersHere(): Promise<Record<string, Record<string, string>>> {
  const [many] = await db.$queryRaw<{ chapter: string; series: string; ip: string; day: string }[]>`
    select c.chapter_id::text as chapter, h.series_id::text as series, t.ip, to_char(c.sent_at, 'YYYY-MM-DD') as day
    from comment c join chapter h on h.id = c.chapter_id join submission_trace t on t.comment_id = c.id
    where c.status = 'pending' order by c.sent_at desc limit 1`
  const { chapter, series, ip, day } = many!
  return {
    all: {},
    'a chapter': { chapter },
    'a series': { series },
    Japanese: { locale: 'ja' },
    'a frequent rule': { rule: 'spam-verdict' },
    'a rare rule': { rule: 'flood' },
    'an address': { ip },
    'an e-mail address': { email: 'promo7@mail7.example' },
    'a host': { host: 'shop7.example' },
    'a frequent word': { q: 'casino' },
    'a word': { q: 'keeper' },
    'since a day': { from: day },
    'a day and a language': { from: day, to: day, locale: 'ar' },
    'a rule in a series': { rule: 'links', series },
  }
}

async function measured(editor: StaffActor, status: ViewName, given: Record<string, string>) {
  const first = wantedBy(editor, { status, filters: queueFilters.parse(given) })
  const after = await placeFurther(first)
  const pages = [await taken(first)]
  return after ? [...pages, await taken({ ...first, after })] : pages
}

/** The place of the last comment of a page so much further, if there are so many. */
async function placeFurther(wanted: Wanted): Promise<ListPlace | undefined> {
  const way = await wayFound(wanted)
  const take = further * onAPage
  const [row] = await db.$queryRaw<{ at: Date; id: string }[]>`
    select c.place_at as at, c.place_id as id from (${chosenStatement(wanted, way, { take })}) c
    order by ${orderOfPlaces(wanted.view)} offset ${take - 1}::int limit 1`
  return row
}

interface Explained {
  Plan: { 'Actual Rows': number }
  'Planning Time': number
  'Execution Time': number
}

async function taken(wanted: Wanted) {
  const all: number[] = []
  let [rows, way] = [0, '']
  for (let time = 0; time < times; time++) {
    const began = performance.now()
    const found = await wayFound(wanted)
    const looking = performance.now() - began
    const { Plan, ...ms } = await explained(pageStatement(wanted, onAPage, found))
    rows = Plan['Actual Rows']
    way = typeof found === 'string' ? found : 'narrow'
    all.push(looking + ms['Planning Time'] + ms['Execution Time'])
  }
  all.sort((a, b) => a - b)
  return { way, rows, p50: all[Math.floor(times / 2)]!, p95: all[Math.ceil(times * 0.95) - 1]! }
}

async function explained(statement: Prisma.Sql): Promise<Explained> {
  const [row] = await db.$queryRaw<{ 'QUERY PLAN': [Explained] }[]>`
    explain (analyze, timing off, format json) ${statement}`
  return row!['QUERY PLAN'][0]
}
