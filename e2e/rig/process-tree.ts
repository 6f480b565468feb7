import { execFileSync } from 'node:child_process'

interface Listed {
  pid: number
  parent: number
  /** As it was started, or has named itself. */
  name: string
}

/** Every process of the machine; without those that have ended, and that nobody has asked about yet. */
export const running = (): Listed[] =>
  execFileSync('ps', ['-Ao', 'pid=,ppid=,stat=,args='], { encoding: 'utf8', maxBuffer: 1e8 })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line))
    .filter((found) => found !== null)
    .filter(([, , , state]) => !state!.startsWith('Z'))
    .map(([, pid, parent, , name]) => ({ pid: Number(pid), parent: Number(parent), name: name! }))

/** The processes that this one has started. */
export const startedBy = (pid: number) => running().filter(({ parent }) => parent === pid)

/** Which of these are still there. */
export const stillRunning = (pids: number[]) =>
  running()
    .map(({ pid }) => pid)
    .filter((pid) => pids.includes(pid))
