import type pg from 'pg'
import { aChapterWithComments } from './chapter-with-comments'
import type { BenchSite } from './a-site'
import { load, type Load } from './load'
import { median, row, printLine } from './print'

// So many that a reading takes several milliseconds: the client counts in whole ones.
const crowd = { seconds: 4, connections: 256 }
// Both have the page ready: what tells them apart is small, and the noise of one round is not.
const hitRounds = 14

/** A site with a number of chapters and comments, all of them made. */
export interface MadeSite extends BenchSite {
  chapters: number
  /** What it is called beside its figures. */
  name: string
}

/** What 100 times the chapters and comments on the site, and 200 times the comments on a chapter, make of hits and misses. */
export async function measureGrowth(small: MadeSite, large: MadeSite) {
  printLine('\nGrowth, side by side and in turn: medians of 6 rounds; hits of 14, with 256 connections')
  await chapters(small, large)
  await sitemaps(small, large)
  await comments(small)
}

async function chapters(small: MadeSite, large: MadeSite) {
  const [few, many] = [small.name, large.name]
  const hits = (site: BenchSite) => () => load(`${site.url}/en/chapters/grown-500`, crowd)
  await compare(`hits, ${few}`, hits(small), `hits, ${many}`, hits(large), hitRounds)
  // No address twice: each is rendered from the database.
  const fresh = (site: BenchSite, path: (place: number) => string) => {
    let place = 0
    return () =>
      misses(
        site.url,
        Array.from({ length: 100 }, () => path(++place)),
      )
  }
  const chapter = (site: MadeSite) =>
    fresh(site, (place) => `/en/chapters/grown-${place * Math.floor(site.chapters / 1_000)}`)
  await compare(`chapters missed, ${few}`, chapter(small), `chapters missed, ${many}`, chapter(large))
  const search = (site: BenchSite) => fresh(site, (place) => `/en/search?q=number${place * 2}`)
  await compare(`searches missed, ${few}`, search(small), `searches missed, ${many}`, search(large))
  const lists = (site: BenchSite) =>
    inTurn(site, [
      '/en',
      '/en/series',
      '/en/archive',
      '/en/archive/2015',
      '/en/page/2',
      '/en/series/grown-3',
      '/feeds/en/atom.xml',
    ])
  await compare(`lists anew, ${few}`, lists(small), `lists anew, ${many}`, lists(large))
}

/** The list of sitemaps, and the first and the last that it names, each after a change. */
async function sitemaps(small: MadeSite, large: MadeSite) {
  const named = async ({ url }: BenchSite) => {
    const text = await (await fetch(`${url}/sitemap.xml`)).text()
    const paths = [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => new URL(address!).pathname)
    return { index: ['/sitemap.xml'], first: paths.slice(0, 1), last: paths.slice(-1), all: paths.length }
  }
  const [few, many] = [await named(small), await named(large)]
  for (const which of ['index', 'first', 'last'] as const) {
    const path = which === 'index' ? 'list of sitemaps' : `the ${which} sitemap`
    await compare(
      `${path} anew, ${small.name}`,
      inTurn(small, few[which]),
      `${path} anew, ${large.name}`,
      inTurn(large, many[which]),
    )
  }
  printLine(`sitemaps: ${few.all} with ${small.name}, ${many.all} with ${large.name}`)
}

/** Each of these pages after a change: the median of all, and the longest. */
const inTurn = (site: BenchSite, paths: readonly string[]) => async (): Promise<Load> => {
  const all: Load[] = []
  for (const path of paths) all.push(await changed(site, path, 4))
  return {
    perSecond: 0,
    p50: median(all.map(({ p50 }) => p50)),
    p99: Math.max(...all.map(({ p99 }) => p99)),
    errors: all.reduce((sum, { errors }) => sum + errors, 0),
  }
}

async function comments(site: BenchSite) {
  const paths = { few: '', many: '' }
  paths.few = await aChapterWithComments(site.client, 50, 'grown-100')
  paths.many = await aChapterWithComments(site.client, 10_000, 'grown-200')
  await site.client.query('vacuum analyze comment')
  const html = Buffer.byteLength(await (await fetch(site.url + paths.many)).text())
  printLine(`first page of 10,000 comments: ${html} bytes of HTML`)
  await compare(
    'hits, 50 comments',
    () => load(site.url + paths.few, crowd),
    'hits, 10,000 comments',
    () => load(site.url + paths.many, crowd),
    hitRounds,
  )
  await compare(
    'anew, 50 comments',
    () => changed(site, paths.few, 25),
    'anew, 10,000 comments',
    () => changed(site, paths.many, 25),
  )
}

async function compare(
  nameA: string,
  a: () => Promise<Load>,
  nameB: string,
  b: () => Promise<Load>,
  rounds = 6,
) {
  const [first, second]: [Load[], Load[]] = [[], []]
  await a()
  await b()
  for (let round = 0; round < rounds; round++) {
    // Now one first, now the other: what happens beside them meets both.
    if (round % 2 === 0) first.push(await a())
    second.push(await b())
    if (round % 2 === 1) first.push(await a())
  }
  const of = (loads: Load[]): Load => ({
    perSecond: median(loads.map(({ perSecond }) => perSecond)),
    p50: median(loads.map(({ p50 }) => p50)),
    p99: median(loads.map(({ p99 }) => p99)),
    errors: loads.reduce((sum, { errors }) => sum + errors, 0),
  })
  const [one, other] = [of(first), of(second)]
  row(nameA, one, '')
  const rate = one.perSecond ? `${(other.perSecond / one.perSecond).toFixed(2)} × the rate, ` : ''
  row(
    nameB,
    other,
    `${rate}${(other.p50 / one.p50).toFixed(2)} × p50, ${(other.p99 / one.p99).toFixed(2)} × p99`,
  )
}

/** Asks for pages that are not in memory, one after the other. */
async function misses(url: string, paths: string[]): Promise<Load> {
  const begun = performance.now()
  const times: number[] = []
  let errors = 0
  for (const path of paths) {
    const start = performance.now()
    const answer = await fetch(url + path)
    await answer.arrayBuffer()
    times.push(performance.now() - start)
    if (answer.status !== 200) errors += 1
  }
  return { ...spread(times), perSecond: paths.length / ((performance.now() - begun) / 1_000), errors }
}

/** Asks for one page again and again, each time after a change to it. */
async function changed(site: BenchSite, path: string, times: number): Promise<Load> {
  const taken: number[] = []
  let errors = 0
  for (let time = 0; time < times; time++) {
    await site.client.query(`select pg_notify('site_changed', 'site')`)
    await untilHeard(site.client)
    const start = performance.now()
    const answer = await fetch(site.url + path)
    await answer.arrayBuffer()
    taken.push(performance.now() - start)
    if (answer.status !== 200) errors += 1
  }
  return { ...spread(taken), perSecond: 1_000 / median(taken), errors }
}

/** Until the server's listening connection has begun a question after now: the change has then reached it. */
async function untilHeard(client: pg.Client) {
  const { rows } = await client.query<{ now: string }>('select clock_timestamp()::text as now')
  for (let tries = 0; tries < 500; tries++) {
    const { rows: late } = await client.query(
      `select from pg_stat_activity where datname = current_database() and application_name = 'chapterhouse bus'
         and (query_start <= $1::timestamptz or state <> 'idle')`,
      [rows[0]!.now],
    )
    if (late.length === 0) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('the server hears nothing')
}

function spread(times: number[]) {
  const sorted = [...times].sort((a, b) => a - b)
  return { p50: sorted[sorted.length >> 1]!, p99: sorted[Math.floor(sorted.length * 0.99)]! }
}
