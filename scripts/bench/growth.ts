import type pg from 'pg'
import { aChapterWithComments } from './chapter-with-comments'
import { aSite, type BenchSite } from './a-site'
import { load, type Load } from './load'
import { manyChapters } from './many-chapters'
import { median, row, printLine } from './print'

// So many that a reading takes several milliseconds: the client counts in whole ones.
const crowd = { seconds: 4, connections: 256 }
// Both have the page ready: what tells them apart is small, and the noise of one round is not.
const hitRounds = 14

/** What 100 times the chapters, and 200 times the comments on a chapter, make of hits and misses. */
export async function measureGrowth(settings: Record<string, string>) {
  printLine('\nGrowth, side by side and in turn: medians of 6 rounds; hits of 14, with 256 connections')
  const small = await aSite('bench-small', settings)
  const large = await aSite('bench-grown', settings)
  await manyChapters(small.client, 1_000)
  await manyChapters(large.client, 100_000)
  await chapters(small, large)
  await large.close()
  await comments(small)
  await small.close()
}

async function chapters(small: BenchSite, large: BenchSite) {
  const [few, many] = ['1,000 chapters', '100,000 chapters']
  await compare(
    `hits, ${few}`,
    () => load(`${small.url}/en/chapters/grown-500`, crowd),
    `hits, ${many}`,
    () => load(`${large.url}/en/chapters/grown-500`, crowd),
    hitRounds,
  )
  // No address twice: each is rendered from the database.
  const fresh = (site: BenchSite, path: (place: number) => string) => {
    let place = 0
    return () =>
      misses(
        site.url,
        Array.from({ length: 100 }, () => path(++place)),
      )
  }
  const chapter = (step: number) => (place: number) => `/en/chapters/grown-${place * step}`
  await compare(
    `chapters missed, ${few}`,
    fresh(small, chapter(1)),
    `chapters missed, ${many}`,
    fresh(large, chapter(100)),
  )
  const query = (place: number) => `/en/search?q=number${place * 2}`
  await compare(
    `searches missed, ${few}`,
    fresh(small, query),
    `searches missed, ${many}`,
    fresh(large, query),
  )
  const anew = (site: BenchSite, paths: string[]) => async () => {
    const all: Load[] = []
    for (const path of paths) all.push(await changed(site, path, 4))
    return {
      perSecond: 0,
      p50: median(all.map(({ p50 }) => p50)),
      p99: Math.max(...all.map(({ p99 }) => p99)),
      errors: 0,
    }
  }
  const lists = [
    ...['/en', '/en/series', '/en/archive', '/en/archive/2015', '/en/page/2', '/en/series/grown-3'],
    '/feeds/en/atom.xml',
  ]
  const sitemaps = ['/sitemap.xml', '/sitemaps/pages.xml', '/sitemaps/chapters-2015-01.xml']
  for (const [name, paths] of [
    ['lists', lists],
    ['sitemaps', sitemaps],
  ] as const)
    await compare(`${name} anew, ${few}`, anew(small, paths), `${name} anew, ${many}`, anew(large, paths))
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
