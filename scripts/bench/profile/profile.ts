import { readFileSync, existsSync } from 'node:fs'
import { SourceMap } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '@/lib/db/postgres/embedded'
import { openChapter } from '@/e2e/rig/reader'
import { aSite } from '../a-site'
import { aChapterWithComments } from '../chapter-with-comments'
import { raisedCap } from '../commenting'
import { commentLoad } from '../comments'
import { startProfiler, type Profile } from './inspector'
import { load } from '../load'
import { watchProcessor } from '../memory'
import { printLine } from '../print'

/**
 * Where the server's time goes while it sends a page that is in memory, and while it takes comments: a flame graph's
 * widths, by kind of work and by function, from samples of the inspector. The sampling itself slows it down a little.
 */
export async function profiles(settings: Record<string, string>) {
  const port = await freePort()
  // In one process: its own time, and no other's.
  const site = await aSite('bench-profile', {
    ...settings,
    NODE_OPTIONS: `--inspect=127.0.0.1:${port}`,
    WEB_PROCESSES: '1',
    DESK: 'inside',
  })
  await site.client.query(raisedCap)
  const page = await aChapterWithComments(site.client, 50)
  const open = await openChapter(site.url, page)
  const profiler = await startProfiler(port)
  const measure = async (title: string, work: () => Promise<number>) => {
    await work() // warm
    const used = [watchProcessor(site.server.pid), watchProcessor(site.postmaster)] as const
    await profiler.start()
    const done = await work()
    const profile = await profiler.stop()
    const [server, database] = [used[0](), used[1]()]
    const each = (ms: number) => `${((ms * 1_000) / done).toFixed(0)} µs`
    printLine(
      `\n${title}: ${done} of them, ${each(server)} of the server and ${each(database)} of Postgres each (all threads, sampling included)`,
    )
    print(profile, done)
  }
  await measure('A page in memory', async () => {
    const seconds = 6
    const { perSecond } = await load(site.url + page, { seconds })
    return Math.round(perSecond * seconds)
  })
  await measure('A comment', async () => {
    const count = 1_000
    const { accepted } = await commentLoad(open, { connections: 32, count })
    return accepted
  })
  profiler.close()
  await site.close()
}

/** The widest groups and functions, in shares of the time in which the main thread did something. */
function print(profile: Profile, done: number) {
  const groups = new Map<string, number>()
  const functions = new Map<string, number>()
  let busy = 0
  for (const { name, group, micros } of selfTimes(profile)) {
    if (group === 'idle') continue
    busy += micros
    groups.set(group, (groups.get(group) ?? 0) + micros)
    functions.set(name, (functions.get(name) ?? 0) + micros)
  }
  const widest = (times: Map<string, number>, take: number) =>
    [...times].sort(([, one], [, other]) => other - one).slice(0, take)
  const line = ([name, micros]: [string, number]) =>
    printLine(
      `  ${((micros / busy) * 100).toFixed(1).padStart(5)} %  ${(micros / done).toFixed(1).padStart(7)} µs  ${name}`,
    )
  printLine(`by kind of work (main thread: ${(busy / done).toFixed(1)} µs each):`)
  widest(groups, 14).forEach(line)
  printLine('by function:')
  widest(functions, 20).forEach(line)
}

function* selfTimes({ nodes, samples, timeDeltas }: Profile) {
  const own = new Map<number, number>()
  samples.forEach((id, place) => own.set(id, (own.get(id) ?? 0) + timeDeltas[place]!))
  for (const { id, callFrame } of nodes) {
    const micros = own.get(id)
    if (micros) yield { ...placeOf(callFrame), micros }
  }
}

const maps = new Map<string, SourceMap | undefined>()

function mapOf(file: string): SourceMap | undefined {
  if (!maps.has(file)) {
    const beside = `${file}.map`
    maps.set(
      file,
      existsSync(beside) ? new SourceMap(JSON.parse(readFileSync(beside, 'utf8')) as never) : undefined,
    )
  }
  return maps.get(file)
}

/** What a function is called, and what kind of work it is. */
function placeOf({ functionName, url, lineNumber, columnNumber }: Profile['nodes'][number]['callFrame']) {
  if (functionName === '(idle)') return { name: functionName, group: 'idle' }
  const called = functionName || '(nameless)'
  if (url.startsWith('node:')) {
    const module = url.slice(5)
    return {
      name: `${called} ${url}`,
      group: kinds.find(([pattern]) => pattern.test(module))?.[1] ?? 'Node: other',
    }
  }
  if (!url)
    return {
      name: called,
      group: native[functionName] ?? (/^(write|read)/.test(called) ? sockets : 'native: other'),
    }
  const file = url.startsWith('file:') ? fileURLToPath(url) : url
  const entry = mapOf(file)?.findEntry(lineNumber, columnNumber)
  const original = entry && 'originalSource' in entry ? String(entry.originalSource) : file
  const source = path.relative(process.cwd(), original.replace(/^file:\/\//, '')).replace(/^(\.\.\/)+/, '')
  const ofPackage = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1]
  return {
    name: `${called} ${source}`,
    group: ofPackage ? `package ${ofPackage}` : `ours: ${source.split('/').slice(0, 2).join('/')}`,
  }
}

const sockets = 'sockets'
const native: Record<string, string> = {
  '(program)': 'outside JavaScript (system calls, crypto, compression)',
  '(garbage collector)': 'garbage collection',
}
const kinds: [RegExp, string][] = [
  [/^(net|internal\/(net|streams|stream_base))|^(stream|_stream)/, sockets],
  [/^(_http|internal\/http|http)/, 'HTTP (Node)'],
  [/timers/, 'timers'],
  [/^(internal\/(process\/(task_queues|promises)|async)|async)/, 'promises and ticks'],
  [
    /^(events|buffer|internal\/(buffer|util|event))|^(util|url|internal\/url|querystring)/,
    'events, buffers, addresses',
  ],
  [/crypto/, 'crypto'],
  [/zlib/, 'compression'],
]
