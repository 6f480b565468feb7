// 500 distinct addresses that are nothing, of every kind, asked for at once and again and again from one client and
// from 200, while a reader opens pages that are not in memory. `npm run strangers`; ends with code 1 when the reader's
// p95 is more than twice the quiet one or more than a second. BUILT_IN=/folder measures a version built elsewhere.
import { request } from 'node:http'
import pg from 'pg'
import { freePort, startPostgres } from '@/lib/db/postgres/embedded'
import { temporaryFolder } from '@/lib/db/postgres/temporary-folder'
import { manyChapters } from '../figures/chapters'
import { startServer } from '@/e2e/rig/server-process'
import { at, ms } from '@/e2e/rig/steady-reading'
import { askAsStrangers, nonsense } from '@/e2e/rig/strangers'

const say = (text: string) => process.stdout.write(`${text}\n`)
const [rounds, pages, count] = [4, 10, 500]

const { folder, remove } = temporaryFolder('strangers')
const postgres = await startPostgres(folder)
const settings = {
  DATABASE_URL: postgres.url,
  DATA_DIR: folder,
  SECRET: 's'.repeat(32),
  TRUSTED_HOPS: '1',
  ADMIN_EMAIL: 'admin@example.org',
  ADMIN_PASSWORD: 'only for this rig',
}
const server = await startServer(await freePort(), settings, process.env.BUILT_IN)
const client = new pg.Client({ connectionString: postgres.url })
await client.connect()
await manyChapters(client, 1_000)
await client.end()

let chapter = 0
let stranger = 0
await readPages() // what a server that has just started loads and compiles is nobody's doing
const quiet = await readRounds()
say(`quiet: ${figures(quiet)}`)

let holds = true
for (const clients of [1, 200]) {
  let flooding = true
  const statuses: Record<string, number> = {}
  const flood = (async () => {
    while (flooding) {
      const answers = await askAsStrangers(server.url, nonsense(count, clients, stranger))
      stranger += count
      for (const [status, many] of Object.entries(answers)) statuses[status] = (statuses[status] ?? 0) + many
    }
  })()
  const loud = await readRounds()
  flooding = false
  await flood
  const p95 = at(loud.sort(ascending), 0.95)
  const fine = p95 <= 2 * at(quiet.sort(ascending), 0.95) && p95 <= 1_000
  holds &&= fine
  const answers = Object.entries(statuses).map(([status, many]) => `${many} × ${status}`)
  say(
    `${fine ? 'holds' : 'FAILS'}, ${clients} clients: ${figures(loud)}; strangers got ${answers.join(', ')}`,
  )
}

process.exitCode = holds ? 0 : 1
await server.stop()
await postgres.stop()
remove()

async function readRounds() {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) times.push(...(await readPages()))
  return times
}

async function readPages() {
  const times: number[] = []
  for (let page = 0; page < pages; page++) times.push(await read(`/en/chapters/grown-${++chapter}`))
  return times
}

/** Milliseconds until a page is there whole. */
function read(path: string): Promise<number> {
  const begun = performance.now()
  return new Promise((resolve, reject) => {
    const headers = { 'x-forwarded-for': '192.0.2.1', 'accept-encoding': 'br' }
    request(server.url + path, { headers }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${path} answers ${answer.statusCode}`))
      answer.resume().once('end', () => resolve(performance.now() - begun))
    })
      .once('error', reject)
      .end()
  })
}

function ascending(one: number, other: number) {
  return one - other
}

function figures(times: number[]) {
  const sorted = [...times].sort(ascending)
  return `${sorted.length} pages, p50 ${ms(at(sorted, 0.5))}, p95 ${ms(at(sorted, 0.95))}, most ${ms(sorted.at(-1)!)}`
}
