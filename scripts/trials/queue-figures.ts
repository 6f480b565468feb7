// `npm run queue-figures`: what the moderation queue costs in Postgres at the size of `npm run figures`.
//   each view and filter, its first page and one 500 pages further: p50 and p95 of what Postgres takes
//   10,000 random decisions, and whether the counts are those of a recount
//   a decision about a whole view of 1,000 and of 10,000 comments, and how much slower comments are stored meanwhile
//   npm run queue-figures -- --chapters 1000 --comments 20000       other numbers
import { connect, disconnect, pool } from '@/lib/db/client'
import { setRuntime } from '@/lib/kernel/env'
import { keptData } from '../figures/kept-data'
import { recount } from '../figures/recount'
import { sizeAsked } from '../figures/size-asked'
import { measureBulk } from './queue-figures/bulk'
import { randomDecisions } from './queue-figures/decisions'
import { somebody } from './queue-figures/somebody'
import { measureViews } from './queue-figures/views'

const say = (text: string) => process.stdout.write(`${text}\n`)

process.env.FIGURES_DIR ??= '.cache/figures'
setRuntime({ secret: 'what only figures are made with, 32+', siteUrl: 'http://localhost:3000' })
const data = await keptData(sizeAsked({ chapters: 100_000, comments: 1_000_000 }), (step, seconds) =>
  say(`${step}: ${seconds.toFixed(0)} s`),
)
try {
  connect(data.url)
  await measureViews(await somebody(), say)
  await disconnect()

  const copy = await data.copy()
  try {
    connect(copy.url)
    const editor = await somebody()
    const began = performance.now()
    const decided = await randomDecisions(editor, 10_000)
    say(`${decided} random decisions: ${((performance.now() - began) / 1_000).toFixed(1)} s`)
    const client = await pool().connect()
    await client.query('set statement_timeout = 0')
    for (const { name, isExact } of await recount(client)) {
      say(`  ${name}: ${isExact ? 'as counted' : 'NOT as counted'}`)
      if (!isExact) process.exitCode = 1
    }
    client.release(true)
    for (const count of [1_000, 10_000]) await measureBulk(editor, count, say)
    await disconnect()
  } finally {
    await copy.drop()
  }
} finally {
  await data.stop()
}
