import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { inRoot } from '@/e2e/rig/server-process'

export interface Load {
  perSecond: number
  p50: number
  p99: number
  errors: number
}

/** Asks for one address over and over, as 32 browsers that accept gzip would, from a process of its own. */
export async function load(
  url: string,
  { seconds = 8, connections = 32, headers = [] as string[] } = {},
): Promise<Load> {
  const { stdout } = await promisify(execFile)(
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
