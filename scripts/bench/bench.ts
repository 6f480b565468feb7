// `npm run bench`: what a chapter page with 50 comments costs, as ratios to references measured in the same run,
// and how many comments a second are accepted and stored. Figures move with the machine; ratios much less.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import pg from 'pg'
import { freePort, startPostgres } from '@/lib/db/postgres/embedded'
import { temporaryFolder } from '@/lib/db/postgres/temporary-folder'
import { openChapter, type OpenChapter } from '../rig/reader'
import { inRoot, launch, startServer, untilAnswers } from '../rig/server-process'
import { aChapterWithComments } from './chapter-with-comments'
import { commentLoad } from './comments'
import { manyComments } from './many-comments'
import { load, type Load } from './load'
import { family, pss } from './memory'
import { startNginx } from './nginx'

const { folder, remove } = temporaryFolder('bench')
const say = (text: string) => process.stdout.write(`${text}\n`)

const postgres = await startPostgres(folder)
const port = await freePort()
const site = `http://localhost:${port}`
// One proxy is trusted, so that each comment of the load comes from an address of its own.
const settings = {
  ...{ DATABASE_URL: postgres.url, DATA_DIR: folder, SECRET: 'x'.repeat(32), SITE_URL: site },
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

// All limits stay on; only the cap of the whole site is raised above what is measured here.
await client.query(
  `insert into setting (key, value, updated_at) values ('discussion', '{"siteRefusesAt": 1000000}', now())`,
)
const page = await aChapterWithComments(client, 50)
const memory: Record<string, { server: number; database: number }> = {}
sample('idle')

if (!process.argv.includes('--comments')) await reading()
await commenting()

say(`\nMemory (PSS, MB)      server  database`)
for (const [name, value] of Object.entries(memory))
  say(`  ${name.padEnd(18)}  ${cell(value.server)} ${cell(value.database)}`)

await client.end()
await server.stop()
await postgres.stop()
remove()

async function reading() {
  const answer = await fetch(site + page, { headers: { 'accept-encoding': 'identity' } })
  const html = Buffer.from(await answer.arrayBuffer())
  const gzipped = gzipSync(html, { level: 7 })
  say(
    `\nA chapter with 50 comments: ${html.length} bytes, ${gzipped.length} gzipped; 32 connections, two rounds of 8 s each`,
  )

  const bytes = path.join(folder, 'page.gz')
  writeFileSync(bytes, gzipped)
  const [barePort, nextPort, nginxPort] = [await freePort(), await freePort(), await freePort()]
  const bare = launch(['scripts/bench/bare-node.mjs', bytes, String(barePort)], {})
  const plainNext = launch(
    [
      inRoot('node_modules', 'next', 'dist', 'bin', 'next'),
      'start',
      '-p',
      String(nextPort),
      '-H',
      '127.0.0.1',
    ],
    {
      ...settings,
      NEXT_KEEPS_PAGES: '1',
    },
  )
  const nginx = startNginx(path.join(folder), nginxPort, gzipped)
  const subjects: [string, string][] = [
    ['document door', site + page],
    ['bare Node server', `http://127.0.0.1:${barePort}/`],
    ['next start', `http://127.0.0.1:${nextPort}${page}`],
    ...(nginx ? [['nginx from a file', `http://127.0.0.1:${nginxPort}/`] as [string, string]] : []),
  ]
  for (const [, url] of subjects) await untilAnswers(url)

  const seen = new Map<string, Load[]>()
  for (let round = 0; round < 2; round++) {
    for (const [name, url] of subjects) {
      await load(url, { seconds: 2 }) // warm
      const sampling = name === 'document door' ? setTimeout(() => sample('reading'), 4_000) : undefined
      seen.set(name, [...(seen.get(name) ?? []), await load(url)])
      clearTimeout(sampling)
    }
  }
  await Promise.all([bare.stop(), plainNext.stop(), nginx?.stop()])

  const best = new Map(
    [...seen].map(([name, loads]) => [name, loads.reduce((a, b) => (a.perSecond > b.perSecond ? a : b))]),
  )
  const door = best.get('document door')!
  say(`${''.padEnd(20)} requests/s   p50 ms   p99 ms   errors   door is`)
  for (const [name, { perSecond, p50, p99, errors }] of best) {
    const ratio = name === 'document door' ? '' : `${(door.perSecond / perSecond).toFixed(2)} times`
    say(
      `${name.padEnd(20)} ${cell(perSecond, 10)} ${cell(p50, 8)} ${cell(p99, 8)} ${cell(errors, 8)}   ${ratio}`,
    )
  }
}

async function commenting() {
  const sampling = setInterval(() => sample('commenting'), 1_000)
  say(
    `\nComments, each durable (fsync on) before it is acknowledged, with the gate for duplicates and floods`,
  )
  const open = await openChapter(site, page)
  await rounds('16 connections', open, 16)
  const small = await rounds('32 connections', open, 32)
  await manyComments(client, 1_000_000)
  const large = await rounds('32 connections, 1,000,000 comments there', open, 32)
  clearInterval(sampling)
  say(
    `with 1,000,000 comments: ${((large / small) * 100).toFixed(0)} % of the comments a second without them`,
  )
}

/** Three rounds, the best of which counts: other work on the machine only ever slows one down. */
async function rounds(title: string, open: OpenChapter, connections: number): Promise<number> {
  const outcomes = []
  for (let round = 0; round < 3; round++)
    outcomes.push(await commentLoad(open, { connections, count: 2_000 }))
  const keys = outcomes.flatMap((outcome) => outcome.keys)
  const refused = outcomes.flatMap((outcome) => outcome.refused)
  const { rows } = await client.query<{ stored: number }>(
    'select count(*)::int as stored from comment where submission_key = any ($1::uuid[])',
    [keys],
  )
  const best = outcomes.reduce((a, b) => (a.perSecond > b.perSecond ? a : b))
  const figures = `${best.perSecond.toFixed(0)} comments/s, p50 ${best.p50.toFixed(0)} ms, p99 ${best.p99.toFixed(0)} ms`
  say(
    `${title}: ${figures}; accepted ${keys.length - refused.length} of ${keys.length}, stored ${rows[0]!.stored}`,
  )
  if (refused.length) say(`first refusal: ${refused[0]}`)
  return best.perSecond
}

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

function cell(value: number, width = 7) {
  return (value < 100 && value % 1 ? value.toFixed(1) : Math.round(value).toString()).padStart(width)
}
