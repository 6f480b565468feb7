import { execFileSync } from 'node:child_process'

/** Is there such a process? One that has ended, and that nobody has asked about yet, is one too. */
export function alive(pid: number) {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** The processes that this one has started, with the names that they have given themselves. */
export const startedBy = (parent: number): { pid: number; name: string }[] =>
  execFileSync('ps', ['-Ao', 'pid=,ppid=,args='], { encoding: 'utf8', maxBuffer: 1e8 })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+) (.*)$/.exec(line))
    .filter((found) => Number(found?.[2]) === parent)
    .map((found) => ({ pid: Number(found![1]), name: found![3]! }))
