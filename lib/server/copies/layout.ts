import { availableParallelism, totalmem } from 'node:os'
import type { Env } from '@/lib/kernel/env'

/** Into which processes the site is divided on this machine. */
export interface Layout {
  /** How many answer readers. */
  webProcesses: number
  /** Is the desk made by these, or by one of its own? */
  desk: 'inside' | 'apart'
}

export interface Machine {
  /** How many processes can run at the same time. */
  cores: number
  /** In bytes. */
  memory: number
}

const GiB = 1024 ** 3

// What one of them takes when it has been at work for a while; and half of the machine is for Postgres, the
// system's cache of files and whatever else runs there.
const each = 0.375 * GiB
const share = 0.5

// One answers thousands of pages a second. More than some are for who has measured, and says so.
const most = 4

/** What was wished for; else what the machine is good for. Where there is one core or little memory, one process. */
export function layoutFor(
  { WEB_PROCESSES, DESK }: Pick<Env, 'WEB_PROCESSES' | 'DESK'>,
  { cores, memory }: Machine,
): Layout {
  const affordable = Math.floor((memory * share) / each)
  const desk = DESK ?? (cores > 1 && affordable > 1 ? 'apart' : 'inside')
  const forReaders = desk === 'apart' ? affordable - 1 : affordable
  return { webProcesses: WEB_PROCESSES ?? Math.max(1, Math.min(cores, forReaders, most)), desk }
}

/** Does one process do everything? */
export const isAlone = ({ webProcesses, desk }: Layout) => webProcesses === 1 && desk === 'inside'

/** Where we are: in a container, what it may use. */
export function thisMachine(): Machine {
  // Without a limit it says 0, or more than there is.
  const allowed = process.constrainedMemory() || Infinity
  return { cores: availableParallelism(), memory: Math.min(totalmem(), allowed) }
}

/** A line for whoever starts the site. */
export function describeLayout(layout: Layout, { cores, memory }: Machine): string {
  const { webProcesses, desk } = layout
  const readers = webProcesses === 1 ? 'one process' : `${webProcesses} processes`
  const what = isAlone(layout)
    ? 'One process for readers and the desk'
    : desk === 'inside'
      ? `Readers and the desk: ${readers}`
      : `Readers: ${readers}; the desk: one of its own`
  const where = `${cores} ${cores === 1 ? 'core' : 'cores'} and ${(memory / GiB).toFixed(1)} GB`
  return `${what} (${where}; WEB_PROCESSES and DESK say otherwise)`
}
