// Sends 10,000 comments in 60 seconds from 500 addresses to two servers on one database, every calculation solved,
// while 20 readers comment honestly and one reads. `npm run flood`; ends with code 1 when a limit does not hold.
//   npm run flood -- --count 2000 --seconds 20     the same, smaller
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { freePort, startPostgres } from '@/lib/db/postgres/embedded'
import { temporaryFolder } from '@/lib/db/postgres/temporary-folder'
import { filledForm, openNewestChapter, send, type OpenChapter } from '@/e2e/rig/reader'
import { startServer } from '@/e2e/rig/server-process'
import { at, figuresOf, ms, startReading } from '@/e2e/rig/steady-reading'

const wish = (name: string, most: number) => {
  const given = Number(process.argv[process.argv.indexOf(`--${name}`) + 1])
  return process.argv.includes(`--${name}`) && given > 0 ? Math.min(given, most) : most
}
const count = wish('count', 10_000)
const seconds = wish('seconds', 60)
const addresses = 500
const honest = 20
const [gapSeconds, mostInTenMinutes] = [15, 10]
const say = (text: string) => process.stdout.write(`${text}\n`)

const { folder, remove } = temporaryFolder('flood')
const postgres = await startPostgres(folder)
const settings = {
  DATABASE_URL: postgres.url,
  DATA_DIR: folder,
  SECRET: 'f'.repeat(32),
  TRUSTED_HOPS: '1',
  ADMIN_EMAIL: 'admin@example.org',
  ADMIN_PASSWORD: 'only for this flood',
}
const servers = [await startServer(await freePort(), settings), await startServer(await freePort(), settings)]
const client = new pg.Client({ connectionString: postgres.url })
await client.connect()
// WordPress's own rule, so that a known author would be published at once: a flood of new ones must not be.
await client.query(
  `insert into setting (key, value, updated_at) values ('discussion', '{"hold": "first-timers"}', now())`,
)

const seen = new Map<number, number>()
const times: number[] = []
const open = await Promise.all(servers.map(({ url }) => openNewestChapter(url)))
say(`Solving ${count + honest} calculations`)
const forms = await solved(count, (place) => `Flood ${place}: buy these lamps.`)
const honestForms = await solved(honest, (place) => `Honest ${place}: I liked the log book best.`)
const warmForms = await solved(
  Math.ceil((count / seconds) * 5),
  (place) => `Warm ${place}: the stove was lit.`,
)
await pause(3_100)
// A server that has just started compiles at its first comments and checks, and so does this program; a flood rarely
// waits for a start. Five seconds of the same, from other addresses.
await flood(warmForms, (place) => `198.51.${place >> 8}.${place & 255}`)
times.length = 0
seen.clear()
await pause(5_000)

const { url, action } = open[0]!
const reading = startReading([[url + action.replace(/\/comments$/, ''), 1]], { rate: 40, connections: 2 })
await pause(3_000) // until the reader's own code is warm
const quietStart = Date.now()
await pause(20_000)
const start = Date.now()
const [, honestStatuses] = await Promise.all([flood(forms, addressOf), honestly()])
const took = (Date.now() - start) / 1_000
const readings = await reading.stop()
const between = (from: number, to: number) => readings.filter(({ due }) => due >= from && due < to)
const failed = between(start, Infinity).filter(({ status }) => status !== 200).length
const [quiet, loud] = [figuresOf(between(quietStart, start)), figuresOf(between(start, Infinity))]

process.exitCode = (await report()) ? 0 : 1
await client.end()
await Promise.all(servers.map((server) => server.stop()))
await postgres.stop()
remove()

async function solved(howMany: number, words: (place: number) => string) {
  const made: Record<string, string>[] = []
  while (made.length < howMany) {
    const portion = Array.from({ length: Math.min(50, howMany - made.length) }, (_, place) =>
      filledForm(open[place % 2]!, words(made.length + place)),
    )
    made.push(...(await Promise.all(portion)))
  }
  return made
}

/** Four of five addresses are IPv4; of the IPv6 ones every comment comes from another host of the same /64. */
function addressOf(place: number): string {
  const who = place % addresses
  if (who % 5) return `203.0.${who >> 8}.${who & 255}`
  return `2001:db8:${who.toString(16)}:1::${(place + 1).toString(16)}`
}

/** Sends these at the flood's rate, by turns to the two servers. */
async function flood(these: Record<string, string>[], from: (place: number) => string) {
  const begun = Date.now()
  const sending: Promise<void>[] = []
  for (const [place, form] of these.entries()) {
    const due = begun + (place * seconds * 1_000) / count
    if (due > Date.now()) await pause(due - Date.now())
    sending.push(post(open[place % 2]!, form, from(place)).then((status) => note(status)))
  }
  await Promise.all(sending)
}

function note(status: number) {
  seen.set(status, (seen.get(status) ?? 0) + 1)
}

async function post(chapter: OpenChapter, form: Record<string, string>, address: string) {
  const begun = performance.now()
  const { status } = await send(chapter, form, { 'x-forwarded-for': address }).catch(() => ({ status: 599 }))
  times.push(performance.now() - begun)
  return status
}

async function honestly() {
  const statuses: number[] = []
  for (let place = 0; place < honest; place++) {
    await pause((seconds * 1_000) / (honest + 1))
    statuses.push(await post(open[place % 2]!, honestForms[place]!, `192.0.2.${place + 1}`))
  }
  return statuses
}

async function report(): Promise<boolean> {
  const one = async <Value>(sql: string) => (await client.query<{ value: Value }>(sql)).rows[0]!.value
  const network = `case when t.ip like '%:%' then host(network(set_masklen(t.ip::inet, 64))) else t.ip end`
  const flooded = `comment c join submission_trace t on t.comment_id = c.id where c.text like 'Flood %'`
  const stored = await one<number>(`select count(*)::int as value from ${flooded}`)
  const most = await one<number>(
    `select coalesce(max(n), 0)::int as value from (select count(*) as n from ${flooded} group by ${network}) as x`,
  )
  const closest = await one<number>(
    `select coalesce(min(extract(epoch from gap)), 999)::float8 as value from (
       select c.sent_at - lag(c.sent_at) over (partition by ${network} order by c.sent_at) as gap from ${flooded}) as x`,
  )
  const published = await one<number>(
    `select count(*)::int as value from comment where text like 'Flood %' and status = 'approved'`,
  )
  const kept = await one<number>(`select count(*)::int as value from comment where text like 'Honest %'`)
  const perAddress = Math.min(mostInTenMinutes, Math.floor(took / gapSeconds) + 1)
  const allowed = perAddress * addresses
  const faults = [...seen, ...honestStatuses.map((status) => [status, 1] as const)]
    .filter(([status]) => status >= 500)
    .reduce((sum, [, many]) => sum + many, 0)
  times.sort((a, b) => a - b)

  const rows: [string, string, boolean][] = [
    [`sent ${count} in ${took.toFixed(0)} s from ${addresses} addresses over two servers`, answers(), true],
    ['stored, at most what the rules allow', `${stored} of ${allowed}`, stored <= allowed],
    ['stored from one address (IPv6: one /64)', `${most} of ${perAddress}`, most <= perAddress],
    ['shortest time between two from one address', `${closest.toFixed(2)} s`, closest >= gapSeconds - 0.05],
    ['published', String(published), published === 0],
    ['honest comments stored', `${kept} of ${honest}`, kept === honest],
    ['answers of 500 and above, to comments or readers', `${faults + failed}`, faults + failed === 0],
    ['a comment’s p50 and p99', `${ms(at(times, 0.5))} and ${ms(at(times, 0.99))}`, true],
    [
      'a chapter’s p99, at most doubled',
      `${ms(loud.p99)} of ${loud.count} readings (p50 ${ms(loud.p50)}, most ${ms(loud.most)}); ` +
        `quiet ${ms(quiet.p99)} of ${quiet.count} (p50 ${ms(quiet.p50)}, most ${ms(quiet.most)})`,
      loud.p99 <= Math.max(quiet.p99 * 2, 10), // below 10 ms a garbage collection decides
    ],
  ]
  for (const [what, found, holds] of rows) say(`${holds ? '  holds ' : '  FAILS '} ${what}: ${found}`)
  return rows.every(([, , holds]) => holds)
}

function answers() {
  return [...seen]
    .sort(([a], [b]) => a - b)
    .map(([status, many]) => `${many} × ${status}`)
    .join(', ')
}
