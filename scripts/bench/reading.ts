import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { freePort } from '@/lib/db/postgres/embedded'
import { startDeployedNginx } from '@/e2e/rig/deployed-nginx'
import { inRoot, launch, untilAnswers } from '@/e2e/rig/server-process'
import type { BenchSite } from './a-site'
import { generator, load, type Load } from './load'
import { watchProcessor } from './memory'
import { nginxProgram, startNginx } from './nginx'
import { cell, heading, median, printLine, row } from './print'

interface Subject {
  name: string
  url: string
  /** The process that answers, with those it has started; not known of another site. */
  pid?: number
  /** Sends the tag of what it was given before. */
  again?: true
}

interface Round extends Load {
  /** Processor time of an answer, in thousandths of a millisecond. */
  processor: number
}

const rounds = 5
const secondsEach = 4

/** One chapter page, sent by the door and by what it is measured against, in turn. */
export async function reading(main: BenchSite, page: string, sampled: () => void) {
  const { url: site, folder, settings } = main
  const { pid } = main.server
  const answer = await fetch(site + page, { headers: { 'accept-encoding': 'gzip' } })
  const html = Buffer.from(await answer.arrayBuffer())
  const gzipped = gzipSync(html, { level: 7 })
  printLine(
    `\nA chapter with 50 comments: ${html.length} bytes, ${gzipped.length} gzipped; 32 connections, ${rounds} rounds of ${secondsEach} s each, in turn; ${generator}`,
  )
  const bytes = path.join(folder, 'page.gz')
  writeFileSync(bytes, gzipped)
  const [barePort, nextPort, filePort, plain, cachePort, otherPlain, pagesPort] = await Promise.all(
    Array.from({ length: 7 }, freePort),
  )
  const bare = launch(['scripts/bench/bare-node.mjs', bytes, String(barePort)], {})
  const next = inRoot('node_modules', 'next', 'dist', 'bin', 'next')
  const plainNext = launch([next, 'start', '-p', String(nextPort), '-H', '127.0.0.1'], {
    ...settings,
    NEXT_KEEPS_PAGES: '1',
  })
  const file = startNginx(folder, filePort!, gzipped)
  const deployed = (name: string, where: { plain: number; secure: number; pages?: string }) =>
    nginxProgram
      ? startDeployedNginx(nginxProgram, path.join(folder, name), {
          ...where,
          site: Number(new URL(site).port),
          bare: true,
        })
      : undefined
  // One that knows of no files, and one that does.
  const cache = await deployed('deployed', { plain: plain!, secure: cachePort! })
  const pages = await deployed('with-files', {
    plain: otherPlain!,
    secure: pagesPort!,
    pages: settings.PAGES_FOLDER,
  })

  // Such as a chapter as long as ours, shown by WordPress behind the cache of its nginx.
  const peer = process.env.PEER_URL
  if (peer) {
    const bytes = (await (await fetch(peer)).arrayBuffer()).byteLength
    printLine(`PEER_URL is ${peer}: ${bytes} bytes before they are compressed`)
  }

  const door = 'document door'
  const subjects: Subject[] = [
    { name: door, url: site + page, pid },
    { name: 'document door, 304', url: site + page, pid, again: true },
    { name: 'bare Node server', url: `http://127.0.0.1:${barePort}/`, pid: bare.pid },
    { name: 'next start, its own caches', url: `http://127.0.0.1:${nextPort}${page}`, pid: plainNext.pid },
    ...(file ? [{ name: 'nginx from a file', url: `http://127.0.0.1:${filePort}/`, pid: file.pid }] : []),
    ...(cache ? [{ name: 'nginx with its own cache of it', url: cache.secure + page, pid: cache.pid }] : []),
    ...(pages ? [{ name: 'nginx with our cache before it', url: pages.secure + page, pid: pages.pid }] : []),
    ...(peer ? [{ name: 'another site (PEER_URL)', url: peer }] : []),
  ]
  for (const { url } of subjects) await untilAnswers(url)

  const seen = new Map<string, Round[]>(subjects.map(({ name }) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    // Now one first, now the other: what happens beside them meets all.
    for (const subject of round % 2 ? subjects.toReversed() : subjects) {
      const headers = subject.again ? [`if-none-match: ${await tagOf(subject.url)}`] : []
      await load(subject.url, { seconds: 1, headers }) // warm
      const sampling = subject.name === door ? setTimeout(sampled, 2_000) : undefined
      seen.get(subject.name)!.push(await measured(subject, headers))
      clearTimeout(sampling)
    }
  }
  await Promise.all([bare.stop(), plainNext.stop(), file?.stop(), cache?.stop(), pages?.stop()])

  const of = (name: string) => median(seen.get(name)!.map(({ perSecond }) => perSecond))
  const measure = file ? 'nginx from a file' : 'bare Node server'
  heading(`least–most    µs each   of ${measure}`)
  for (const [name, all] of seen) printRow(name, all, of(name) / of(measure))
  printLine(
    `the door is ${(of(door) / of('bare Node server')).toFixed(2)} of bare Node, and ${(of(door) / of('next start, its own caches')).toFixed(1)} times next start`,
  )
}

async function measured({ url, pid }: Subject, headers: string[]): Promise<Round> {
  const used = pid === undefined ? () => NaN : watchProcessor(pid)
  const round = await load(url, { seconds: secondsEach, headers })
  return { ...round, processor: (used() * 1_000) / (round.perSecond * secondsEach) }
}

function printRow(name: string, all: Round[], ratio: number) {
  const middle = (key: keyof Round) => median(all.map((round) => round[key]))
  const rates = all.map(({ perSecond }) => Math.round(perSecond))
  const round = {
    perSecond: middle('perSecond'),
    p50: middle('p50'),
    p99: middle('p99'),
    errors: Math.max(...all.map(({ errors }) => errors)),
  }
  const range = `${Math.min(...rates)}–${Math.max(...rates)}`.padEnd(13)
  const processor = middle('processor')
  const each = Number.isNaN(processor) ? '–'.padStart(7) : cell(processor)
  row(name, round, `${range} ${each}   ${ratio.toFixed(2)}`)
}

// Asked for anew each time: the sample chapters are given their cards while the first round runs.
async function tagOf(url: string) {
  const answer = await fetch(url, { headers: { 'accept-encoding': 'gzip' } })
  await answer.arrayBuffer()
  return answer.headers.get('etag')
}
