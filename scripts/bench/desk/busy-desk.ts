import { setTimeout as pause } from 'node:timers/promises'
import { signedIn } from '@/e2e/rig/signed-in'
import { figuresOf, startReading } from '@/e2e/rig/steady-reading'
import { madeEditors } from '../../figures/desk-data'
import type { BenchSite } from '../a-site'
import { ask, pagesOf } from './desk-pages'
import { median, printLine } from '../print'

const clickEveryMs = 2_000
const readings = { rate: 200, connections: 64 }
const [rounds, secondsEach] = [4, 10]

/**
 * What readers wait for while ten editors work: each opens a page every two seconds, of the queue and the chapters. Quiet
 * and busy rounds in turn, so that whatever else the machine does meets both.
 */
export async function busyDesk(site: BenchSite) {
  const editors: string[] = []
  for (let number = 1; number <= madeEditors.count; number++)
    editors.push(
      await signedIn(site.url, { email: madeEditors.email(number), password: madeEditors.password }),
    )
  const clicked = Object.values(await pagesOf(site.client)).filter((path) =>
    /^\/desk(\/queue|\/chapters)?(\?|$)/.test(path),
  )
  const read = Array.from(
    { length: 20 },
    (_, place) => [`${site.url}/en/chapters/grown-${place + 1}`, 1] as const,
  )
  for (const [url] of read) await (await fetch(url)).arrayBuffer()
  const seen = { quiet: [] as Round[], busy: [] as Round[] }
  const clicks: Click[] = []
  for (let round = 0; round < rounds; round++) {
    seen.quiet.push(await reading(read))
    const end = { isOver: false }
    const working = editors.map((cookie, place) => clicking(site.url, cookie, clicked, place, clicks, end))
    seen.busy.push(await reading(read))
    end.isOver = true
    await Promise.all(working)
  }
  const of = (when: keyof typeof seen, key: keyof Round) => median(seen[when].map((round) => round[key]))
  printLine(
    `\nReaders beside the desk: ${readings.rate} readings/s of pages in memory, ${rounds} rounds of ${secondsEach} s each in turn; ` +
      `ten editors, a click each ${clickEveryMs / 1_000} s`,
  )
  for (const when of ['quiet', 'busy'] as const)
    printLine(
      `  ${when.padEnd(6)} p50 ${of(when, 'p50').toFixed(1)} ms, p99 ${of(when, 'p99').toFixed(1)} ms ` +
        `(${seen[when].map(({ p99 }) => p99.toFixed(1)).join(', ')}), longest ${Math.max(...seen[when].map(({ most }) => most)).toFixed(0)} ms`,
    )
  const answered = clicks.filter(({ isAnswered }) => isAnswered).map(({ ms }) => ms)
  printLine(
    `  busy is ${(of('busy', 'p99') / of('quiet', 'p99')).toFixed(1)} × the quiet p99; of ${clicks.length} clicks ${answered.length} were answered, ` +
      `in ${median(answered).toFixed(0)} ms (median), ${Math.max(...answered).toFixed(0)} ms at most`,
  )
}

interface Click {
  ms: number
  isAnswered: boolean
}

type Round = ReturnType<typeof figuresOf>

async function reading(pages: readonly (readonly [string, number])[]): Promise<Round> {
  const reader = startReading(pages, readings)
  await pause(secondsEach * 1_000)
  const all = await reader.stop()
  const failed = all.find(({ status }) => status !== 200)
  if (failed) throw new Error(`a reader got ${failed.status} for ${failed.url}`)
  return figuresOf(all)
}

async function clicking(
  url: string,
  cookie: string,
  paths: readonly string[],
  place: number,
  clicks: Click[],
  end: { isOver: boolean },
) {
  await pause((place * clickEveryMs) / madeEditors.count)
  for (let click = place; !end.isOver; click++) {
    const { ms, status } = await ask(url + paths[click % paths.length]!, cookie)
    clicks.push({ ms, isAnswered: status === 200 })
    await pause(Math.max(0, clickEveryMs - ms))
  }
}
