import { request } from 'node:http'
import type pg from 'pg'
import { signedIn } from '@/e2e/rig/signed-in'
import { writePlace } from '@/lib/kernel/list-place'
import { benchAdmin, type BenchSite } from '../a-site'
import { watchProcessor } from '../memory'
import { cell, median, printLine } from '../print'

/** What a page of the desk may take, at most, whatever the numbers of comments and chapters. */
const limits = { ms: 150, kilobytes: 60 }
const rounds = 7

interface Asked {
  ms: number
  kilobytes: number
  status: number
}

/**
 * Every page of the desk, as a signed-in admin gets it, compressed: on a small site and on a large one, in turn, with the
 * processor time of the server and of Postgres.
 */
export async function deskPages(small: BenchSite, large: BenchSite) {
  const sites = [small, large]
  const all = await Promise.all(
    sites.map(async (site) => ({
      site,
      cookie: await signedIn(site.url, benchAdmin),
      pages: await pagesOf(site.client),
      seen: new Map<string, { asked: Asked[]; server: number; database: number }>(),
    })),
  )
  printLine(
    `\nPages of the desk, compressed: medians of ${rounds} rounds, the small site and the large one in turn (limits: ${limits.ms} ms, ${limits.kilobytes} KB)`,
  )
  for (let round = -2; round < rounds; round++) {
    for (const name of Object.keys(all[1]!.pages)) {
      // Now one first, now the other: what happens beside them meets both.
      for (const { site, cookie, pages, seen } of round % 2 ? all : all.toReversed()) {
        const path = pages[name]
        if (path === undefined) continue
        const [server, database] = [watchProcessor(site.server.pid), watchProcessor(site.postmaster)]
        const asked = await ask(site.url + path, cookie)
        if (asked.status !== 200) throw new Error(`${path} answers ${asked.status}`)
        if (round < 0) continue // warm
        const figures = seen.get(name) ?? { asked: [], server: 0, database: 0 }
        figures.asked.push(asked)
        figures.server += server()
        figures.database += database()
        seen.set(name, figures)
      }
    }
  }
  printLine(
    `${''.padEnd(36)} ${'small: ms'.padStart(9)}  ${'large: ms'.padStart(9)}   least–most         KB   server ms  Postgres ms`,
  )
  let over = 0
  for (const [name, { asked, server, database }] of all[1]!.seen) {
    const of = (key: 'ms' | 'kilobytes', list: Asked[]) => median(list.map((one) => one[key]))
    const times = asked.map(({ ms }) => ms)
    const [ms, kilobytes] = [of('ms', asked), of('kilobytes', asked)]
    const isOver = ms > limits.ms || kilobytes > limits.kilobytes
    if (isOver) over += 1
    const few = all[0]!.seen.get(name)
    printLine(
      `${name.padEnd(36)} ${few ? cell(of('ms', few.asked), 9) : '–'.padStart(9)}  ${cell(ms, 9)}   ` +
        `${`${Math.min(...times).toFixed(0)}–${Math.max(...times).toFixed(0)}`.padEnd(12)} ${cell(kilobytes, 8)}  ` +
        `${cell(server / asked.length, 10)}  ${cell(database / asked.length, 11)}${isOver ? '   OVER' : ''}`,
    )
  }
  printLine(over ? `${over} pages are over a limit` : 'each page keeps within both limits')
}

/** The pages by what they show. Which comments and chapters there are, the database says. */
export async function pagesOf(client: pg.Client): Promise<Record<string, string>> {
  const one = async <Row extends object>(sql: string) => (await client.query<Row>(sql)).rows[0]
  const deep = async (status: string, direction: '' | 'desc') => {
    const place = await one<{ at: Date; id: string }>(
      `select sent_at as at, id from comment where status = '${status}' order by sent_at ${direction}, id ${direction}
       offset (select sum(count) / 2 from comment_count where status = '${status}') limit 1`,
    )
    return place && `/desk/queue?status=${status}&after=${writePlace(place)}`
  }
  const comment = await one<{ id: string }>(`select id from comment order by sent_at desc limit 1`)
  const edition = await one<{ id: string; title: string }>(
    `select e.edition_id as id, r.title from desk_edition e join revision r using (edition_id)
     where e.locale = 'en' and e.state = 'out' order by e.saved_at desc, r.number desc limit 1`,
  )
  const saved = await one<{ at: Date; id: string }>(
    `select saved_at as at, edition_id as id from desk_edition order by saved_at desc, edition_id desc
     offset (select count(*) / 2 from desk_edition) limit 1`,
  )
  const chapters = (query: Record<string, string>) => `/desk/chapters?${new URLSearchParams(query)}`
  const pages: Record<string, string | undefined> = {
    overview: '/desk',
    'queue: pending': '/desk/queue',
    'queue: pending, deep': await deep('pending', ''),
    'queue: approved': '/desk/queue?status=approved',
    'queue: spam': '/desk/queue?status=spam',
    'queue: spam, deep': await deep('spam', 'desc'),
    'queue: trash': '/desk/queue?status=trash',
    'queue: 100 at once': '/desk/queue?show=100',
    'a comment': comment && `/desk/queue/${comment.id}`,
    spam: '/desk/spam',
    'word lists': '/desk/spam/words',
    chapters: '/desk/chapters',
    'chapters, deep': saved && chapters({ after: writePlace(saved) }),
    'chapters: drafts': chapters({ state: 'draft' }),
    'chapters: scheduled': chapters({ state: 'scheduled' }),
    'chapters: published': chapters({ state: 'published' }),
    'chapters: withdrawn': chapters({ state: 'withdrawn' }),
    'chapters: Arabic': chapters({ locale: 'ar' }),
    'chapters: a word in few titles': chapters({ q: '1234' }),
    'chapters: a word in all titles': chapters({ q: 'series' }),
    'chapters: Japanese words': chapters({ q: '物語', locale: 'ja' }),
    'chapters: a word in none': chapters({ q: 'stands nowhere' }),
    'new chapter': '/desk/chapters/new',
    'new chapter: series by words': '/desk/chapters/new?find-series=grown-17',
    'a chapter': edition && `/desk/chapters/${edition.id}`,
    'a chapter: preview': edition && `/desk/chapters/${edition.id}/preview`,
    'a chapter: rankings': edition && `/desk/chapters/${edition.id}/rankings`,
    settings: '/desk/settings',
    'settings: chapters by words': '/desk/settings?chapter=series',
    people: '/desk/people',
  }
  return Object.fromEntries(
    Object.entries(pages).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}

/** A page as it comes over the wire, with all that follows its first bytes. */
export function ask(url: string, cookie: string): Promise<Asked> {
  const begun = performance.now()
  return new Promise((resolve, reject) => {
    const asking = request(url, { headers: { cookie, 'accept-encoding': 'gzip, br' } }, (answer) => {
      let bytes = 0
      answer.on('data', (part: Buffer) => (bytes += part.length))
      answer.on('error', reject)
      answer.on('end', () =>
        resolve({ ms: performance.now() - begun, kilobytes: bytes / 1_000, status: answer.statusCode! }),
      )
    })
    asking.setTimeout(60_000, () => asking.destroy(new Error(`no answer from ${url} within a minute`)))
    asking.on('error', reject)
    asking.end()
  })
}
