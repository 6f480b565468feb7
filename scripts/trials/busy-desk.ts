// What readers wait for while ten editors click through the desk: by one process, and with a process for the desk; and what
// each takes of time to start and of memory. `npm run busy-desk`; ends with code 1 when a reading fails, or when beside a
// desk of its own a reader's p99 is more than twice the quiet one in the better of two rounds. The figures need a machine
// that has nothing else to do.
//   npm run busy-desk -- --seconds 5        the same, shorter
import { cpus, loadavg } from 'node:os'
import { figuresOf, ms } from '@/e2e/rig/steady-reading'
import { readBesideTheDesk, type BesideTheDesk } from '@/e2e/rig/busy-desk'
import { startedBy } from '@/e2e/rig/process-tree'
import { residentMb } from '@/e2e/rig/process-figures'
import { aSite } from '../bench/a-site'
import { manyChapters } from '../figures/chapters'
import { manyComments } from '../figures/comments'

const given = Number(process.argv[process.argv.indexOf('--seconds') + 1])
const seconds = process.argv.includes('--seconds') && given > 0 ? Math.min(given, 60) : 15
const say = (text: string) => process.stdout.write(`${text}\n`)
const layouts = {
  'one process': { WEB_PROCESSES: '1', DESK: 'inside' },
  'one for readers, one for the desk': { WEB_PROCESSES: '1', DESK: 'apart' },
  'two for readers, one for the desk': { WEB_PROCESSES: '2', DESK: 'apart' },
}
const editors = Array.from({ length: 10 }, () => ({
  email: 'admin@example.org',
  password: 'only for this bench',
}))
const pages = ['/en', '/en/series', '/en/chapters/grown-1000', '/en/chapters/grown-500', '/feeds/en/rss.xml']
const ratios: Record<string, number[]> = {}
let failed = 0

for (let round = 1; round <= 2; round++) {
  for (const [name, settings] of Object.entries(layouts)) {
    const begun = performance.now()
    const site = await aSite('busy-desk', { ...settings, TRUSTED_HOPS: '1' })
    const started = performance.now() - begun
    try {
      await manyChapters(site.client, 1_000)
      await manyComments(site.client, 20_000)
      const found = await readBesideTheDesk({ url: site.url, editors, pages, seconds, rate: 200 })
      report(`${round}: ${name}`, found)
      const family = [{ pid: site.server.pid, name: 'first' }, ...startedBy(site.server.pid)]
      const sizes = family.map(
        ({ pid, name }) => `${name.replace('chapterhouse ', '')} ${residentMb(pid).toFixed(0)}`,
      )
      say(
        `    started (with its database) in ${(started / 1_000).toFixed(1)} s; MB resident: ${sizes.join(', ')}`,
      )
      ;(ratios[name] ??= []).push(found.busy.p99 / found.quiet.p99)
      for (const counts of [found.readings, found.pages])
        for (const [status, count] of Object.entries(counts)) if (status !== '200') failed += count
    } finally {
      await site.close()
    }
  }
}

const apart = Object.entries(ratios).filter(([name]) => name.includes('for the desk'))
for (const [name, all] of Object.entries(ratios))
  say(
    `  p99 beside a busy desk, times the quiet one: ${all.map((one) => one.toFixed(1)).join(', ')} (${name})`,
  )
say(`  ${failed} pages that did not come`)
process.exitCode = failed === 0 && apart.every(([, all]) => Math.min(...all) <= 2) ? 0 : 1

function report(name: string, { quiet, busy, clicks }: BesideTheDesk) {
  const line = ({ count, p50, p99, most }: ReturnType<typeof figuresOf>) =>
    `p50 ${ms(p50)}, p99 ${ms(p99)}, most ${ms(most)} of ${count}`
  say(`  ${name} (load ${loadavg()[0]!.toFixed(1)} on ${cpus().length} cores)`)
  say(`    quiet: ${line(quiet)}`)
  say(`    busy:  ${line(busy)}`)
  say(`    desk:  ${line(clicks)}`)
}
