// `npm run bench`: what a chapter page with 50 comments costs, as ratios to references measured in the same run; what
// a hundred times the chapters and comments make of it; and how many comments a second are accepted and stored.
// Figures move with the machine; ratios much less. `npm run bench -- reading` (growth, comments) runs a part.
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { freePort, startPostgres } from '@/lib/db/postgres/embedded'
import { temporaryFolder } from '@/lib/db/postgres/temporary-folder'
import { openChapter } from '@/e2e/rig/reader'
import { startServer } from '@/e2e/rig/server-process'
import { aChapterWithComments } from './chapter-with-comments'
import { commenting, raisedCap } from './commenting'
import { measureGrowth } from './growth'
import { family, pss } from './memory'
import { cell, printLine } from './print'
import { reading } from './reading'

const { folder, remove } = temporaryFolder('bench')

const postgres = await startPostgres(folder)
const port = await freePort()
const site = `http://localhost:${port}`
// One proxy is trusted, so that each comment of the load comes from an address of its own.
const settings = {
  DATABASE_URL: postgres.url,
  DATA_DIR: folder,
  SECRET: 'x'.repeat(32),
  SITE_URL: site,
  TRUSTED_HOPS: '1',
}
const server = await startServer(port, {
  ...settings,
  ADMIN_EMAIL: 'admin@example.org',
  ADMIN_PASSWORD: 'only for this bench',
})
const client = new pg.Client({ connectionString: postgres.url, application_name: 'chapterhouse bench' })
await client.connect()
const postmaster = await parentOfCheckpointer()

await client.query(raisedCap)
const page = await aChapterWithComments(client, 50)
const memory: Record<string, { server: number; database: number }> = {}
sample('idle')

const asked = process.argv.slice(2)
const wanted = (part: string) => asked.length === 0 || asked.includes(part)
if (wanted('reading'))
  await reading({ site, page, folder, settings, pid: server.pid }, () => sample('reading'))
if (wanted('growth')) await measureGrowth(settings)
if (wanted('comments'))
  await commenting(client, await openChapter(site, page), settings, () => sample('commenting'))

printLine(`\nMemory (PSS, MB)      server  database`)
for (const [name, value] of Object.entries(memory))
  printLine(`  ${name.padEnd(18)}  ${cell(value.server)} ${cell(value.database)}`)

await client.end()
await server.stop()
await postgres.stop()
remove()

/** The first process of the server is the parent of all its others (field 4 of /proc/…/stat). */
async function parentOfCheckpointer(): Promise<number> {
  const { rows } = await client.query<{ pid: number }>(
    `select pid from pg_stat_activity where backend_type = 'checkpointer'`,
  )
  return Number(readFileSync(`/proc/${rows[0]!.pid}/stat`, 'utf8').split(') ')[1]!.split(' ')[1])
}

function sample(name: string) {
  const now = { server: pss(family(server.pid)), database: pss(family(postmaster)) }
  const before = memory[name]
  memory[name] = before
    ? { server: Math.max(before.server, now.server), database: Math.max(before.database, now.database) }
    : now
}
