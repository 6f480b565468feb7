import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'
import { inRoot } from '@/e2e/rig/server-process'

export interface Load {
  perSecond: number
  p50: number
  p99: number
  errors: number
}

interface LoadOptions {
  seconds?: number
  connections?: number
  headers?: string[]
}

const run = promisify(execFile)

/** wrk, where it is: it asks several times faster than what is measured here answers. */
export const wrk = [process.env.WRK_PATH, '/usr/bin/wrk', '/usr/local/bin/wrk', '/opt/homebrew/bin/wrk'].find(
  (file) => file && existsSync(file),
)

/** Who asks, to be said beside the figures. */
export const generator = wrk
  ? 'asked by wrk'
  : 'asked by autocannon, which ends at some 20,000 a second: faster servers look alike (install wrk)'

/** Asks for one address over and over, as 32 browsers that accept gzip would, from a process of its own. */
export async function load(url: string, options: LoadOptions = {}): Promise<Load> {
  return wrk ? byWrk(wrk, url, options) : byAutocannon(url, options)
}

async function byWrk(
  program: string,
  url: string,
  { seconds = 8, connections = 32, headers = [] }: LoadOptions,
): Promise<Load> {
  const lines = ['accept-encoding: gzip', ...headers]
  // wrk tells what is neither 2xx nor 3xx; which of them it is, is looked at before.
  const known = headers.some((header) => header.startsWith('if-none-match'))
  const { status } = await fetch(url, {
    headers: lines.map((line) => line.split(/: (.*)/).slice(0, 2) as [string, string]),
    redirect: 'manual',
  })
  const { stdout } = await run(program, [
    ...['-t', '1', '-c', String(connections), '-d', `${seconds}s`, '--latency'],
    ...lines.flatMap((line) => ['-H', line]),
    url,
  ])
  const number = (pattern: RegExp) => Number(pattern.exec(stdout)?.[1] ?? 0)
  const time = (share: number) =>
    milliseconds(new RegExp(`^\\s*${share}%\\s+([\\d.]+)(us|ms|s|m)`, 'm').exec(stdout))
  const failed =
    stdout.match(/Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/)?.slice(1) ?? []
  return {
    perSecond: number(/Requests\/sec:\s+([\d.]+)/),
    p50: time(50),
    p99: time(99),
    errors:
      status === (known ? 304 : 200)
        ? failed.reduce((sum, each) => sum + Number(each), number(/Non-2xx or 3xx responses: (\d+)/))
        : Infinity,
  }
}

const inMilliseconds: Record<string, number> = { us: 0.001, ms: 1, s: 1_000, m: 60_000 }
const milliseconds = (found: RegExpExecArray | null) =>
  found ? Number(found[1]) * inMilliseconds[found[2]!]! : NaN

async function byAutocannon(
  url: string,
  { seconds = 8, connections = 32, headers = [] }: LoadOptions,
): Promise<Load> {
  const { stdout } = await run(
    process.execPath,
    [
      inRoot('node_modules', 'autocannon', 'autocannon.js'),
      ...['--json', '--no-progress', '-c', String(connections), '-d', String(seconds)],
      ...['accept-encoding: gzip', ...headers].flatMap((header) => ['-H', header]),
      url,
    ],
    { maxBuffer: 10_000_000 },
  )
  const { requests, latency, errors, ...seen } = JSON.parse(stdout) as {
    requests: { average: number; total: number }
    latency: { p50: number; p99: number }
    errors: number
    '2xx': number
    '3xx': number
  }
  // Who says what it has is rightly answered 304, and nothing else.
  const known = headers.some((header) => header.startsWith('if-none-match'))
  const wrong = requests.total - seen[known ? '3xx' : '2xx']
  return { perSecond: requests.average, p50: latency.p50, p99: latency.p99, errors: errors + wrong }
}
