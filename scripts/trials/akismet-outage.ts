// Akismet is away for ten minutes while readers go on commenting: down, hanging, wrong, over its quota. The clock is
// compressed: what waits in the queue waits a twentieth of its time, and so does the breaker. The site publishes
// whatever Akismet calls ham, so that anything unchecked would show. `npm run akismet-outage`; ends with code 1 when
// a comment is lost, published unchecked or left without a verdict, or when posting was slow.
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { startAkismetPeer, type AkismetMode } from '@/e2e/peers/akismet-peer'
import { connect, disconnect } from '@/lib/db/client'
import { freePort, startPostgres } from '@/lib/db/postgres/embedded'
import { temporaryFolder } from '@/lib/db/postgres/temporary-folder'
import { setRuntime } from '@/lib/kernel/env'
import { aBreaker } from '@/lib/work/spam/breaker'
import { startWorker } from '@/lib/work/worker'
import { filledForm, openNewestChapter, send, type OpenChapter } from '@/e2e/rig/reader'
import { startServer } from '@/e2e/rig/server-process'

process.env.LOG_LEVEL = 'silent'
const compressed = 20
const secondsEach = (10 * 60) / 4 / compressed
const outage: { name: string; mode: AkismetMode; count: number }[] = [
  { name: 'down', mode: 'close', count: 150 },
  { name: 'hanging', mode: 'hang', count: 150 },
  { name: 'wrong', mode: 'html', count: 150 },
  { name: 'over its quota', mode: 'limitShort', count: 150 },
]

const { folder, remove } = temporaryFolder('outage')
const postgres = await startPostgres(folder)
const peer = await startAkismetPeer()
const server = await startServer(await freePort(), {
  DATABASE_URL: postgres.url,
  DATA_DIR: folder,
  WORKER: 'apart',
  TRUSTED_HOPS: '1',
  ADMIN_EMAIL: 'admin@example.org',
  ADMIN_PASSWORD: 'only for this run of the test',
})
const database = new pg.Pool({ connectionString: postgres.url, max: 2 })
await database.query(`insert into setting (key, value, updated_at) values ('discussion', $1, now())`, [
  { hold: 'nobody', chapterHoldsAt: 100_000, siteHoldsAt: 100_000 },
])
connect(postgres.url, { max: 5 })
setRuntime({ secret: 'a secret that only this run knows, 32+', siteUrl: server.url })
const worker = await startWorker({
  connectionString: postgres.url,
  env: { AKISMET_KEY: peer.key, AKISMET_URL: peer.url },
  breaker: aBreaker({ failures: 5, pauseMs: 30_000 / compressed, tryMs: 6_000 }),
})

const open = await openNewestChapter(server.url)
const forms = await prepare(outage.reduce((sum, { count }) => sum + count, 0))
const keys = forms.map(({ submission_key: key }) => key)
const times: number[] = []
const refused: string[] = []
let speed = compressed
const clock = setInterval(() => void hurry(), 250)

for (const { name, mode, count } of outage) {
  peer.setMode(mode)
  const before = peer.requests.length
  await comment(open, forms.splice(0, count))
  process.stdout.write(
    `  ${name}: ${count} comments sent, Akismet asked ${peer.requests.length - before} times, ${await published()} published\n`,
  )
}
const publishedMeanwhile = await published()

peer.setMode('mixed')
speed = 400
const recovery = Date.now()
while ((await unchecked()) > 0 && Date.now() - recovery < 180_000) await pause(500)
const seconds = ((Date.now() - recovery) / 1_000).toFixed(0)
clearInterval(clock)
process.exitCode = await report()

await worker.stop()
await server.stop()
await database.end()
await disconnect()
await peer.stop()
await postgres.stop()
remove()

/** Forms that are filled in and solved; each from a reader of its own. Every tenth is spam. */
async function prepare(count: number) {
  const filled: Awaited<ReturnType<typeof filledForm>>[] = []
  while (filled.length < count) {
    const batch = Array.from({ length: Math.min(25, count - filled.length) }, async (_, place) => {
      const number = filled.length + place
      const text =
        number % 10 === 0 ? `Casino bonus number ${number}` : `The lamp was lit for the ${number}th time.`
      const form = await filledForm(open, text)
      return { ...form, author: `Reader ${number}`, email: `reader-${number}@example.org` }
    })
    filled.push(...(await Promise.all(batch)))
  }
  await pause(3_100)
  return filled
}

// Evenly over the time of this part, as readers come, and not one after the other's answer.
async function comment(open: OpenChapter, forms: Awaited<ReturnType<typeof prepare>>) {
  const gap = (secondsEach * 1_000) / forms.length
  await Promise.all(
    forms.map(async (form, place) => {
      await pause(place * gap)
      const number = Number(/\d+/.exec(form.author)![0])
      const address = `10.${number >> 16}.${(number >> 8) & 255}.${number & 255}`
      const begun = performance.now()
      const { status, body } = await send(open, form, { 'x-forwarded-for': address })
      times.push(performance.now() - begun)
      if (status !== 200) refused.push(`${status} ${body.slice(0, 100)}`)
    }),
  )
}

async function hurry() {
  await database.query(
    `update pgboss.job set start_after = greatest(now(), start_after - $1::float * interval '1 second')
     where name = 'check-spam' and state = 'created' and start_after > now()`,
    [0.25 * (speed - 1)],
  )
}

async function count(sql: string): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    `select count(*)::int as count from comment c where submission_key = any ($1::uuid[]) ${sql}`,
    [keys],
  )
  return rows[0]!.count
}
function published() {
  return count(`and status = 'approved'`)
}
function unchecked() {
  return count(`and not exists (select from spam_verdict v where v.comment_id = c.id and v.settles)`)
}

async function report(): Promise<number> {
  times.sort((one, other) => one - other)
  const [stored, spam, approved, pending, left] = [
    await count(''),
    await count(`and status = 'spam' and text like 'Casino%'`),
    await count(`and status = 'approved' and text not like 'Casino%'`),
    await count(`and status = 'pending'`),
    await unchecked(),
  ]
  const unsafe = await count(`and status = 'approved' and not exists (
    select from spam_verdict v where v.comment_id = c.id and v.settles and v.verdict = 'ham' and v.checker = 'akismet')`)
  const p95 = times[Math.floor(times.length * 0.95)]!
  process.stdout.write(
    [
      `${keys.length} comments in ten minutes (${compressed} times faster): ${refused.length} refused, ${keys.length - stored} lost`,
      `published during the outage: ${publishedMeanwhile}; published unchecked at the end: ${unsafe}`,
      `posting: median ${times[Math.floor(times.length / 2)]!.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, slowest ${times.at(-1)!.toFixed(1)} ms`,
      `after recovery (${seconds} s of real time): ${left} without a verdict; ${approved} approved, ${spam} spam, ${pending} pending`,
      ...refused.slice(0, 3),
      '',
    ].join('\n'),
  )
  const good = refused.length + left + publishedMeanwhile + unsafe === 0 && stored === keys.length
  return good && spam === keys.length / 10 && approved === keys.length - spam && p95 < 300 ? 0 : 1
}
