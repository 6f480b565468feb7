import { readFileSync } from 'node:fs'

// What Linux says about a process (proc(5)).

const ticksPerSecond = 100 // sysconf(_SC_CLK_TCK), on every Linux that Node runs on

/** Processor time that a process has used by now, in milliseconds, to ten of them. */
export function processorMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  // Fields 14 and 15 of the whole line: user and system time.
  return ((Number(fields[11]) + Number(fields[12])) * 1_000) / ticksPerSecond
}

/** Resident memory now, in MB. */
export const residentMb = (pid: number) =>
  Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1_024

/** Looks at the memory all the time until it is told to stop, then says how much it was at most. */
export function watchMemory(pid: number) {
  let most = residentMb(pid)
  const timer = setInterval(() => (most = Math.max(most, residentMb(pid))), 10)
  return () => {
    clearInterval(timer)
    return Math.max(most, residentMb(pid))
  }
}
