// Kills the server 20 times (SIGKILL) while readers send 500 comments, and counts: every comment that was
// acknowledged must be stored, and none twice. `npm run kill-nine`; ends with code 1 when a comment is missing.
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { freePort, startPostgres } from '@/lib/db/postgres/embedded'
import { temporaryFolder } from '@/lib/db/postgres/temporary-folder'
import { filledForm, openNewestChapter, send } from '@/e2e/rig/reader'
import { startServer, type ServerProcess } from '@/e2e/rig/server-process'

const submissions = 500
const readers = 20
const kills = 20

const { folder, remove } = temporaryFolder('kill')
const port = await freePort()
const settings = {
  DATA_DIR: folder,
  TRUSTED_HOPS: '1',
  ADMIN_EMAIL: 'admin@example.org',
  ADMIN_PASSWORD: 'only for this run of the test',
}
let server: ServerProcess = await startServer(port, settings)
const open = await openNewestChapter(server.url)
process.stdout.write(`${submissions} comments by ${readers} readers; the server is killed ${kills} times\n`)

const sent: { key: string; attempts: number }[] = []
let begun = 0
let acknowledged = 0
const start = Date.now()
await Promise.all([...Array.from({ length: readers }, reader), killer()])
const seconds = ((Date.now() - start) / 1000).toFixed(0)
await server.stop()
process.exitCode = await report()
remove()

/** Sends comments one after another; whatever breaks, the same form is sent again until it is acknowledged. */
async function reader() {
  while (begun < submissions) {
    const number = ++begun
    const fields = await again(() => filledForm(open, `Comment ${number}: the lamp was lit again.`))
    await pause(3_100) // a person needs longer than three seconds too
    let attempts = 0
    await again(async () => {
      attempts += 1
      const { status, body } = await send(open, fields)
      if (status !== 200) throw new Error(`${status} ${body}`)
    })
    acknowledged += 1
    sent.push({ key: fields.submission_key, attempts })
  }
}

async function again<Value>(work: () => Promise<Value>): Promise<Value> {
  let last: unknown
  for (let attempt = 0; attempt < 400; attempt++) {
    try {
      return await work()
    } catch (error) {
      last = error
      await pause(100)
    }
  }
  throw last
}

async function killer() {
  for (let count = 1; count <= kills; count++) {
    // At a random moment of the work, but always while there is some.
    const goal = (count * submissions) / (kills + 1)
    while (acknowledged < goal) await pause(20)
    await server.stop('SIGKILL')
    server = await startServer(port, settings)
    process.stdout.write(`  killed ${count} times, ${acknowledged} acknowledged\n`)
  }
}

async function report(): Promise<number> {
  // The server has stopped Postgres with it; it is started once more to count.
  const postgres = await startPostgres(folder)
  const client = new pg.Client({ connectionString: postgres.url })
  await client.connect()
  const keys = sent.map(({ key }) => key)
  const { rows } = await client.query<{ stored: number; rows: number; jobs: number }>(
    `select count(distinct submission_key)::int as stored, count(*)::int as rows,
            (select count(*)::int from comment c where c.submission_key = any ($1::uuid[])
               and not exists (select from submission_trace t where t.comment_id = c.id)) as jobs
     from comment where submission_key = any ($1::uuid[])`,
    [keys],
  )
  const texts = await client.query<{ doubled: number }>(
    `select count(*)::int as doubled from (select text from comment where text like 'Comment %' group by text having count(*) > 1) t`,
  )
  const { rows: durable } = await client.query<{ fsync: string; commit: string; pages: string }>(
    `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit, current_setting('full_page_writes') as pages`,
  )
  await client.end()
  await postgres.stop()
  const { stored, jobs } = rows[0]!
  const missing = keys.length - stored
  const doubled = texts.rows[0]!.doubled
  const retried = sent.filter(({ attempts }) => attempts > 1).length
  process.stdout.write(
    [
      `acknowledged ${keys.length}, stored ${stored}, missing ${missing}, doubled ${doubled}, without a trace ${jobs}`,
      `sent more than once: ${retried}; killed ${kills} times in ${seconds} s`,
      `fsync ${durable[0]!.fsync}, synchronous_commit ${durable[0]!.commit}, full_page_writes ${durable[0]!.pages}`,
      '',
    ].join('\n'),
  )
  return missing === 0 && doubled === 0 && keys.length >= submissions ? 0 : 1
}
