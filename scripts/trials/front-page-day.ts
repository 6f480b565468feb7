// A day on somebody's front page: 300 readings a second of mixed pages for five minutes, while five comments a second
// come in, an editor approves one every two seconds and an admin publishes a chapter every minute. `npm run front-page-day`;
// ends with code 1 when a limit does not hold. One program, read from its top to its end: so it is longer than other files.
//   npm run front-page-day -- --seconds 60        the same, shorter
//   npm run front-page-day -- --processes 2       by several web processes
import { randomInt } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { createChapter } from '@/lib/chapters/writing/create-commands'
import { saveDraft } from '@/lib/chapters/writing/draft-commands'
import { publish } from '@/lib/chapters/publishing/commands'
import { connect, db, disconnect } from '@/lib/db/client'
import { decide } from '@/lib/moderation/decisions/commands'
import type { StaffActor } from '@/lib/people/permissions'
import { aSite } from '../bench/a-site'
import { aChapterWithComments } from '../bench/chapter-with-comments'
import { raisedCap } from '../bench/commenting'
import { manyChapters } from '../figures/chapters'
import { family, pss } from '../bench/memory'
import { filledForm, openChapter, send } from '@/e2e/rig/reader'
import { figuresOf, ms, startReading, type ReadingFigures } from '@/e2e/rig/steady-reading'

const wish = (name: string, usual: number, most: number) => {
  const given = Number(process.argv[process.argv.indexOf(`--${name}`) + 1])
  return process.argv.includes(`--${name}`) && given > 0 ? Math.min(given, most) : usual
}
const seconds = wish('seconds', 300, 600)
const processes = wish('processes', 1, 8)
const [readingsPerSecond, commentsPerSecond, approveEvery, publishEvery] = [300, 5, 2_000, 60_000]
const said = 'of the day: I came from the front page and stayed.'
const say = (text: string) => process.stdout.write(`${text}\n`)

const site = await aSite('front-page', {
  SECRET: 'p'.repeat(32),
  TRUSTED_HOPS: '1',
  WEB_PROCESSES: String(processes),
})
const { url, client } = site
connect(site.databaseUrl, { max: 4 })
await client.query(raisedCap)
await manyChapters(client, 1_000)
const hot = await aChapterWithComments(client, 50, 'grown-1000')
const open = await openChapter(url, hot)
const person = await db.person.findFirstOrThrow({ where: { role: 'admin' } })
const admin: StaffActor = { role: 'admin', id: person.id, name: person.name }

const kinds = pages()
say(
  `${readingsPerSecond} readings/s for ${seconds} s, of ${kinds.size} addresses; ${processes} web process(es)`,
)
const reading = startReading(
  [...kinds].map(([path, { share }]) => [url + path, share] as const),
  {
    rate: readingsPerSecond,
    connections: 600,
  },
)
await pause(15_000) // until what is compiled at first use has been compiled, and the most read pages are in memory
const start = Date.now()
const end = start + seconds * 1_000
const delays = { approved: [] as number[], published: [] as number[] }
const sent = { accepted: 0, refused: new Map<number, number>() }
let memory = 0
await Promise.all([commenting(), approving(), publishing(), watchingMemory()])
const readings = (await reading.stop()).filter(({ due }) => due >= start && due < end)

process.exitCode = report() ? 0 : 1
await disconnect()
await site.close()

/** Path → its kind and its share of the readings: the chapter of the day, and some of everything else. */
function pages() {
  const all = new Map<string, { kind: string; share: number }>()
  const add = (kind: string, share: number, paths: string[]) =>
    paths.forEach((path) => all.set(path, { kind, share: share / paths.length }))
  add('the chapter of the day', 50, [hot])
  add('home', 12, ['/en', '/ja', '/'])
  add(
    'other chapters',
    18,
    Array.from({ length: 200 }, () => `/en/chapters/grown-${randomInt(1, 1_000)}`),
  )
  add('lists', 8, [
    ...[
      '/en/series',
      '/en/tags',
      '/en/archive',
      '/en/archive/2015',
      '/en/most-read',
      '/en/page/2',
      '/en/page/3',
    ],
    ...Array.from({ length: 10 }, (_, place) => `/en/series/grown-${place + 1}`),
  ])
  add('feeds', 5, ['/feeds/en/rss.xml', '/feeds/en/atom.xml', '/feeds/en/feed.json', '/sitemap.xml'])
  add(
    'searches',
    3,
    Array.from({ length: 100 }, (_, place) => `/en/search?q=number${place * 9 + 1}`),
  )
  add('files', 4, ['/favicon.svg', '/robots.txt'])
  return all
}

async function commenting() {
  const going = new Set<Promise<void>>()
  for (let place = 0; Date.now() < end; place++) {
    const due = start + (place * 1_000) / commentsPerSecond
    if (due > Date.now()) await pause(due - Date.now())
    const one = comment(place).finally(() => going.delete(one))
    going.add(one)
  }
  await Promise.all(going)
}

async function comment(place: number) {
  const form = await filledForm(open, `Comment ${place} ${said}`)
  await pause(3_100) // nobody is faster
  const { status } = await send(open, form).catch(() => ({ status: 0 }))
  if (status === 200) sent.accepted += 1
  else sent.refused.set(status, (sent.refused.get(status) ?? 0) + 1)
}

async function approving() {
  await pause(5_000)
  for (; Date.now() < end; await pause(approveEvery)) {
    const next = await db.comment.findFirst({
      where: { status: 'pending', text: { endsWith: said } },
      orderBy: { sentAt: 'asc' },
    })
    if (!next) continue
    const decided = await decide(admin, { commentId: next.id, seen: 'pending', becomes: 'approved' })
    if (decided.ok) delays.approved.push(await untilSeen(`/feeds${hot}/atom.xml`, next.text))
  }
}

async function publishing() {
  for (let place = 1; Date.now() < end - 5_000; place++) {
    await pause(Math.min(publishEvery, (seconds * 1_000) / 3) - 1_000)
    const title = `News of the hour ${place}`
    const made = await createChapter(admin, { locale: 'en', title, series: { slug: 'grown-20' } })
    if (!made.ok) throw new Error(JSON.stringify(made))
    const doc = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: title }] }] }
    const { slug } = await db.edition.findUniqueOrThrow({ where: { id: made.value.editionId } })
    const saved = await saveDraft(admin, {
      editionId: made.value.editionId,
      basedOn: made.value.revisionId,
      title,
      summary: title,
      slug,
      doc,
      tags: [],
    })
    if (!saved.ok) throw new Error(JSON.stringify(saved))
    const out = await publish(admin, { editionId: made.value.editionId, revisionId: saved.value.revisionId })
    if (!out.ok) throw new Error(JSON.stringify(out))
    delays.published.push(
      Math.max(
        ...(await Promise.all(
          ['/en', '/feeds/en/rss.xml', `/en/chapters/${slug}`].map((path) => untilSeen(path, title)),
        )),
      ),
    )
  }
}

/** How long after now a page has this text, asked for on connections of their own: milliseconds. */
async function untilSeen(path: string, text: string) {
  const begun = Date.now()
  while (Date.now() - begun < 10_000) {
    const answer = await fetch(url + path, { headers: { connection: 'close' } })
    if ((await answer.text()).includes(text)) return Date.now() - begun
    await pause(50)
  }
  say(`    ${path} did not show "${text}" within ten seconds`)
  return 10_000
}

async function watchingMemory() {
  for (; Date.now() < end; await pause(5_000)) memory = Math.max(memory, pss(family(site.server.pid)))
}

function report(): boolean {
  const line = ({ count, p50, p99, most }: ReadingFigures) =>
    `p50 ${ms(p50)}, p99 ${ms(p99)}, most ${ms(most)} of ${count}`
  const kindOf = (address: string) => kinds.get(address.slice(url.length))!.kind
  for (const kind of new Set([...kinds.values()].map((each) => each.kind)))
    say(`    ${kind.padEnd(24)} ${line(figuresOf(readings.filter((each) => kindOf(each.url) === kind)))}`)
  const wrong = readings.filter(({ status }) => status !== 200)
  const all = figuresOf(readings)
  const refused = [...sent.refused].map(([status, count]) => `, ${count} × ${status}`).join('')
  const most = Math.max(...delays.approved, ...delays.published)
  const [approved, published] = [delays.approved.length, delays.published.length]
  const rows: [string, string, boolean][] = [
    [
      'readings',
      `${all.count} of ${seconds * readingsPerSecond}`,
      all.count >= seconds * readingsPerSecond * 0.99,
    ],
    ['p99 under 50 ms', line(all), all.p99 < 50],
    ['errors', String(wrong.length), wrong.length === 0],
    ['comments accepted', `${sent.accepted}${refused}`, sent.refused.size === 0 && sent.accepted > 0],
    [
      `changes seen within 2 s`,
      `${approved} approvals and ${published} publications, longest ${most} ms`,
      most < 2_000 && approved > 0 && published > 0,
    ],
    ['memory of the server', `${memory} MB (PSS)`, true],
  ]
  for (const [what, found, holds] of rows) say(`${holds ? '  holds ' : '  FAILS '} ${what}: ${found}`)
  return rows.every(([, , holds]) => holds)
}
