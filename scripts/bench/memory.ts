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

/**
 * From now on: how much processor time this process and all that it has started have used, in milliseconds. What had ended
 * before somebody asks is not counted.
 */
export function watchProcessor(pid: number): () => number {
  const now = () => new Map(family(pid).map((one) => [one, processorOf(one)]))
  const before = now()
  return () => [...now()].reduce((sum, [one, used]) => sum + used - (before.get(one) ?? 0), 0)
}

function processorOf(pid: number): number {
  try {
    return processorMs(pid)
  } catch {
    return 0 // it has just ended
  }
}

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
