// Lighthouse (mobile, its usual throttling) on the pages that readers come to, three runs each: `npm run lighthouse`.
// Ends with code 1 when a category of a run is below 100, but for what a page means to be (see `pages`). Lighthouse itself (Apache-2.0) is brought on the first run,
// into .cache/, since nothing else needs it.
import { execFile, execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { aSite } from '../bench/a-site'
import { aChapterWithComments } from '../bench/chapter-with-comments'
import { median } from '../bench/print'
import { aPicturedChapter } from './pictured-chapter'
import { inRoot } from '@/e2e/rig/server-process'

interface Report {
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>
  audits: Record<
    string,
    {
      score: number | null
      title: string
      numericValue?: number
      details?: { items?: { transferSize?: number }[] }
    }
  >
}

const version = '13.5.0'
const runs = 3
const home = inRoot('.cache', 'lighthouse')
const cli = path.join(home, 'node_modules', 'lighthouse', 'cli', 'index.js')
const flags =
  '--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking ' +
  '--disable-component-update --disable-sync'
const say = (text: string) => process.stdout.write(`${text}\n`)

if (!existsSync(cli)) {
  mkdirSync(home, { recursive: true })
  say('Bringing Lighthouse')
  execFileSync(
    'npm',
    ['install', '--prefix', home, '--no-audit', '--no-fund', '--loglevel=error', `lighthouse@${version}`],
    {
      env: { ...process.env, PUPPETEER_SKIP_DOWNLOAD: '1' },
      stdio: 'inherit',
    },
  )
}

const site = await aSite('lighthouse', { SECRET: 'l'.repeat(32) })
const chapter = await aChapterWithComments(site.client, 50)
interface Page {
  address: string
  /** An audit that finds fault with what is meant, and why it is. */
  meant?: { audit: string; why: string }
}
const pages: Record<string, Page> = {
  home: { address: '/en' },
  'chapter, 50 comments': { address: chapter },
  'chapter with pictures': { address: await aPicturedChapter(site.databaseUrl) },
  series: { address: '/en/series/the-skerrow-light' },
  search: { address: '/en/search' },
  'search with words': {
    address: '/en/search?q=lamp',
    meant: {
      audit: 'is-crawlable',
      why: 'noindex is meant: what somebody searched for is no page for other search engines; it is left out of the score',
    },
  },
}
const columns = ['performance', 'accessibility', 'best-practices', 'seo', 'agentic-browsing']
say(`| page | run | ${columns.join(' | ')} | LCP | CLS | TBT | bytes | requests |`)
say(`|---|---|${columns.map(() => '---').join('|')}|---|---|---|---|---|`)
let perfect = true
for (const [name, { address, meant }] of Object.entries(pages)) {
  const lcps: number[] = []
  for (let run = 1; run <= runs; run++) {
    const { categories, audits } = await examine(site.url + address, `${name.replaceAll(/\W+/g, '-')}-${run}`)
    const scores = columns.map((id) => scoreOf(categories[id], audits, meant?.audit))
    perfect &&= scores.every((score) => score === 100)
    const value = (id: string) => audits[id]?.numericValue ?? NaN
    const requests = audits['network-requests']?.details?.items ?? []
    const bytes = requests.reduce((sum, { transferSize = 0 }) => sum + transferSize, 0)
    lcps.push(value('largest-contentful-paint'))
    say(
      `| ${name} | ${run} | ${scores.join(' | ')} | ${(value('largest-contentful-paint') / 1_000).toFixed(2)} s | ` +
        `${value('cumulative-layout-shift').toFixed(3)} | ${value('total-blocking-time').toFixed(0)} ms | ` +
        `${(bytes / 1_000).toFixed(1)} KB | ${requests.length} |`,
    )
    for (const id of columns)
      for (const { id: audit, weight } of categories[id]?.auditRefs ?? [])
        if (weight > 0 && (audits[audit]?.score ?? 1) < 0.9)
          say(`    ${id}: ${audits[audit]!.title}${audit === meant?.audit ? ` (${meant.why})` : ''}`)
  }
  say(`    ${name}: median LCP ${(median(lcps) / 1_000).toFixed(2)} s`)
}
process.exitCode = perfect ? 0 : 1
await site.close()

/** A category's score in hundredths; without one audit it is the weighted mean of the others, as Lighthouse's own is. */
function scoreOf(
  category: Report['categories'][string] | undefined,
  audits: Report['audits'],
  without?: string,
) {
  if (!category?.auditRefs.some(({ id }) => id === without)) return Math.round((category?.score ?? 0) * 100)
  const counted = category.auditRefs.filter(
    ({ id, weight }) => id !== without && weight > 0 && typeof audits[id]?.score === 'number',
  )
  const sum = (values: number[]) => values.reduce((all, value) => all + value, 0)
  const weights = sum(counted.map(({ weight }) => weight))
  return Math.round((sum(counted.map(({ id, weight }) => audits[id]!.score! * weight)) / weights) * 100)
}

/** Lighthouse sometimes misses the beginning of a page load; it says so, and is asked again. */
async function examine(url: string, name: string, again = 2): Promise<Report> {
  const out = path.join(home, `${name}.json`)
  const browser = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
  const args = [url, '--quiet', '--output=json', `--output-path=${out}`, `--chrome-flags=${flags}`]
  try {
    await promisify(execFile)(process.execPath, [cli, ...args], {
      env: { ...process.env, CHROME_PATH: browser },
      maxBuffer: 50_000_000,
    })
  } catch (error) {
    if (again === 0) throw error
    return examine(url, name, again - 1)
  }
  return JSON.parse(readFileSync(out, 'utf8')) as Report
}
