import { fileURLToPath } from 'node:url'

/** `lib/people/accounts/queries.ts:19:10` */
export type Place = string

const MOST = 3

/**
 * Where our own code, and not a test, is calling `called`: innermost first, then who calls that. A generic function that
 * hands rows on does not know what they are; the one who calls it says so.
 */
export function callSites(called: (...args: never[]) => unknown): Place[] {
  const trace = { stack: '' }
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = MOST
  Error.captureStackTrace(trace, called)
  Error.stackTraceLimit = stackTraceLimit
  // The frames are mapped to the sources where they are read, by vitest.
  return ownPlaces(trace.stack, process.cwd())
}

export function ownPlaces(stack: string, root: string): Place[] {
  const places = stack
    .split('\n')
    .slice(1, 1 + MOST)
    .map((line) => placeOf(line, root))
  const end = places.findIndex((place) => place === undefined)
  return (end < 0 ? places : places.slice(0, end)) as Place[]
}

/** The place that a line of a stack names, if it is in code of ours that is shipped. */
function placeOf(line: string, root: string): Place | undefined {
  const frame = line.trimStart().replace(/^at (async )?/, '')
  const named = frame.endsWith(')') ? frame.slice(frame.indexOf('(') + 1, -1) : frame
  const place = named.startsWith('file:') ? fileURLToPath(named) : named
  if (!place.startsWith(`${root}/`)) return undefined
  const own = place.slice(root.length + 1)
  return isShipped(own.slice(0, own.indexOf(':'))) ? own : undefined
}

export const isShipped = (file: string) =>
  /^(lib|app|components|prisma)\//.test(file) && !/\.test\.tsx?$|\/(testing|generated)\//.test(file)
