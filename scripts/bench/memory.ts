import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { processorMs } from '@/e2e/rig/process-figures'

/** Proportional set size of processes in MB: shared pages are counted once, split among those who share them. */
export function pss(pids: number[]): number {
  const kilobytes = pids.map((pid) => {
    try {
      return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
    } catch {
      return 0
    }
  })
  return Math.round(kilobytes.reduce((sum, each) => sum + each, 0) / 1024)
}

/** Processor time that these processes and all that they have started have used by now, in milliseconds. */
export const processorOf = (...pids: number[]) =>
  pids.flatMap(family).reduce((sum, pid) => {
    try {
      return sum + processorMs(pid)
    } catch {
      return sum // it has just ended
    }
  }, 0)

/** A process and all that it has started. */
export function family(pid: number): number[] {
  const pairs = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number) as [number, number])
  const below = (parent: number): number[] =>
    pairs.filter(([, of]) => of === parent).flatMap(([child]) => [child, ...below(child)])
  return [pid, ...below(pid)]
}

/** The process that has started this one. */
export const parentOf = (pid: number) =>
  Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')[1])
