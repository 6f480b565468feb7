// `npm run figures`: a database with 100,000 chapters and 1,000,000 comments, to look at the desk and the site with; says
// whether the counts that are kept are those of a recount.
//   FIGURES_DIR=/some/folder npm run figures                     kept there; a second run finds it
//   npm run figures -- --chapters 1000 --comments 20000         other numbers
// Without FIGURES_DIR it is kept in .cache/figures. The folder that is printed is a DATA_DIR for `npm start`.
import pg from 'pg'
import { keptData } from './kept-data'
import { madeEditors } from './desk-data'
import { recount } from './recount'
import { sizeAsked } from './size-asked'

const say = (text: string) => process.stdout.write(`${text}\n`)

process.env.FIGURES_DIR ??= '.cache/figures'
const size = sizeAsked({ chapters: 100_000, comments: 1_000_000 })
const data = await keptData(size, (step, seconds) => say(`${step}: ${seconds.toFixed(0)} s`))
const client = new pg.Client({ connectionString: data.url })
try {
  await client.connect()
  const { rows } = await client.query<{ name: string; rows: string; size: string }>(
    `select relname as name, to_char(n_live_tup, 'FM999,999,999') as rows, pg_size_pretty(pg_total_relation_size(relid)) as size
     from pg_stat_user_tables where schemaname = 'public' and n_live_tup > 0 order by pg_total_relation_size(relid) desc limit 12`,
  )
  for (const { name, rows: many, size: bytes } of rows)
    say(`  ${name.padEnd(22)} ${many.padStart(11)} rows  ${bytes}`)
  const checked = await recount(client)
  for (const { name, values, isExact } of checked)
    say(`${name}: ${values} kept, ${isExact ? 'each as counted' : 'NOT as counted'}`)
  process.exitCode = checked.every(({ isExact }) => isExact) ? 0 : 1
  say(`${data.folder}; editors: ${madeEditors.email(1)} and so on, “${madeEditors.password}”`)
} finally {
  await client.end()
  await data.stop()
}
