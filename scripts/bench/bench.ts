// `npm run bench`: what a chapter page with 50 comments costs, as ratios to references measured in the same run; what
// a hundred times the chapters and comments make of readers' pages and of the desk; and how many comments a second are
// accepted and stored. Figures move with the machine; ratios much less. `npm run bench -- reading` (desk, growth, comments)
// runs a part; `npm run bench -- profile` tells where the time of a page and of a comment goes, and runs only when named.
//   PEER_URL=http://… npm run bench -- reading      also another site's page, such as WordPress behind its cache
//   FIGURES_DIR=/some/folder npm run bench          keeps the made data there for the next run
//   npm run bench -- desk --chapters 1000 --comments 10000     another large site
import { keptData } from '../figures/kept-data'
import type { DataSize } from '../figures/make-data'
import { sizeAsked } from '../figures/size-asked'
import { aSite } from './a-site'
import { busyDesk } from './desk/busy-desk'
import { aChapterWithComments } from './chapter-with-comments'
import { commenting, raisedCap } from './commenting'
import { deskPages } from './desk/desk-pages'
import { measureGrowth, type MadeSite } from './growth'
import { family, pss } from './memory'
import { cell, printLine } from './print'
import { profiles } from './profile/profile'
import { reading } from './reading'

// One proxy is trusted, so that each comment of the load comes from an address of its own.
const settings = { SECRET: 'x'.repeat(32), TRUSTED_HOPS: '1' }
const parts = ['reading', 'desk', 'growth', 'comments', 'profile'] as const
const asked = process.argv.slice(2).filter((word) => parts.some((part) => part === word))
const wanted = (...some: (typeof parts)[number][]) =>
  some.some((part) => (asked.length === 0 ? part !== 'profile' : asked.includes(part)))

const memory: Record<string, { server: number; database: number }> = {}
const main = await aSite('bench', settings)
await main.client.query(raisedCap)
const page = await aChapterWithComments(main.client, 50)
sample('idle')

if (wanted('reading')) await reading(main, page, () => sample('reading'))
if (wanted('desk', 'growth', 'comments')) {
  const large = await aMadeSite(sizeAsked({ chapters: 100_000, comments: 1_000_000 }))
  if (wanted('desk', 'growth')) {
    const small = await aMadeSite({ chapters: 1_000, comments: 10_000 })
    if (wanted('desk')) await deskPages(small, large)
    if (wanted('desk')) await busyDesk(large)
    if (wanted('growth')) await measureGrowth(small, large)
    await small.close()
  }
  if (wanted('comments')) await commenting(main, page, large, () => sample('commenting'))
  await large.close()
}
if (wanted('profile')) await profiles(settings)

printLine(`\nMemory (PSS, MB)      server  database`)
for (const [name, value] of Object.entries(memory))
  printLine(`  ${name.padEnd(18)}  ${cell(value.server)} ${cell(value.database)}`)
await main.close()

/** A site on a copy of made data. */
async function aMadeSite(size: DataSize): Promise<MadeSite> {
  const name = `${number(size.chapters)} chapters, ${number(size.comments)} comments`
  const data = await keptData(size, (step, seconds) => printLine(`made ${step}: ${seconds.toFixed(0)} s`))
  const site = await aSite('bench-made', settings, await data.copy())
  const close = async () => {
    await site.close()
    await data.stop()
  }
  return { ...site, chapters: size.chapters, name, close }
}

function number(value: number) {
  return value.toLocaleString('en')
}

function sample(name: string) {
  const now = { server: pss(family(main.server.pid)), database: pss(family(main.postmaster)) }
  const before = memory[name]
  memory[name] = before
    ? { server: Math.max(before.server, now.server), database: Math.max(before.database, now.database) }
    : now
}
