// How fast a search answers among 100,000 chapters, and whether Postgres reads whole tables for it:
//   npx tsx scripts/trials/search-figures.ts [chapters]
import { searchChapters } from '@/lib/chapters/search/queries'
import { chaptersOf } from '@/lib/chapters/reading/list-queries'
import { publishedSeries } from '@/lib/chapters/reading/series-queries'
import { publishedChapter } from '@/lib/chapters/reading/queries'
import { connect, db, disconnect } from '@/lib/db/client'
import { migrate } from '@/lib/db/migrate'
import { startPostgres } from '@/lib/db/postgres/embedded'
import { temporaryFolder } from '@/lib/db/postgres/temporary-folder'
import type { Locale } from '@/lib/i18n/locales'
import { fillWithChapters } from '../figures/fill-with-chapters'

const count = Number(process.argv[2] ?? 100_000)
const { folder, remove } = temporaryFolder('figures')
const postgres = await startPostgres(folder, { fsync: 'off', synchronous_commit: 'off' })
try {
  await migrate(postgres.url)
  connect(postgres.url, { max: 4 })
  const began = Date.now()
  const { series, tag } = await fillWithChapters(count)
  say(`${count} chapters written in ${Math.round((Date.now() - began) / 1000)} s`)
  const [size] = await db.$queryRaw<{ table: string; words: string }[]>`
    select pg_size_pretty(pg_table_size('edition_listing')) as table,
           pg_size_pretty(pg_relation_size('edition_listing_words')) as words`
  say(`edition_listing ${size!.table}, its index of words ${size!.words}`)

  const before = await wholeTablesRead()
  const searches: [Locale, string, { series?: string; tag?: string }?][] = [
    ['en', 'lamp'],
    ['en', 'everywhere'],
    ['en', 'everywhere common'],
    ['en', '"everywhere common" -lamp'],
    ['en', '"common everywhere"'],
    ['en', '-everywhere'],
    ['en', 'harbour'],
    ['en', 'everywhere', { tag }],
    ['en', 'everywhere', { series }],
    ['en', 'lampligter'],
    ['en', 'nowhere-to-be-found'],
    ['ja', '灯台'],
    ['ja', '霧'],
    ['ja', '到処'],
    ['ja', '海'],
    ['ja', '海山川空'],
    ['ja', '港'],
    ['ja', '到処 灯台', { series }],
    ['ar', 'المنارة'],
    ['ar', 'كل مكان'],
  ]
  const all: number[] = []
  for (const [locale, q, narrowed] of searches) {
    const times = await timed(20, () => searchChapters(locale, { q, page: 1, ...narrowed }))
    const { total, more, alike } = await searchChapters(locale, { q, page: 1, ...narrowed })
    all.push(...times.slice(1))
    const found = `${total}${more ? '+' : ''}${alike ? ' alike' : ''} found`
    say(`${locale} ${q} ${narrowed ? Object.keys(narrowed).join() : ''}: ${figures(times)}, ${found}`)
  }
  say(`all searches: ${figures(all)}`)
  say(`tables read as a whole by searches: ${await since(before)}`)
  const beforeLists = await wholeTablesRead()
  const slug = `chapter-${Math.floor(count / 2)}`
  say(`newest chapters: ${figures(await timed(10, () => chaptersOf('en')))}`)
  say(`a page in the middle: ${figures(await timed(10, () => chaptersOf('en', Math.floor(count / 80))))}`)
  say(`a chapter: ${figures(await timed(10, () => publishedChapter('en', slug)))}`)
  say(`contents of a series: ${figures(await timed(10, () => publishedSeries('en', series)))}`)
  say(`tables read as a whole by lists: ${await since(beforeLists)}`)
} finally {
  await disconnect()
  await postgres.stop()
  remove()
}

async function timed(times: number, work: () => Promise<unknown>) {
  const taken: number[] = []
  for (let time = 0; time < times; time++) {
    const began = performance.now()
    await work()
    taken.push(performance.now() - began)
  }
  return taken
}

function figures(taken: number[]) {
  const sorted = [...taken].sort((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(1)
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms`
}

async function since(before: Record<string, number>) {
  await new Promise((resolve) => setTimeout(resolve, 2_500)) // statistics arrive late
  const after = await wholeTablesRead()
  return (
    Object.keys(after)
      .filter((table) => after[table] !== before[table])
      .join(', ') || 'none'
  )
}

async function wholeTablesRead() {
  const rows = await db.$queryRaw<{ name: string; scans: number }[]>`
    select relname as name, seq_scan::int as scans from pg_stat_user_tables
    where relname in ('edition_listing', 'edition', 'revision', 'publication', 'chapter')`
  return Object.fromEntries(rows.map(({ name, scans }) => [name, scans]))
}

function say(text: string) {
  process.stdout.write(`${text}\n`)
}
