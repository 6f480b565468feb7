import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Place } from './place'
import { answers } from './connections'

export const postmasterFile = (place: Place) => path.join(place.data, 'postmaster.pid')

/** Lines 1, 4 and 8 of postmaster.pid: process id, port, what it is doing. */
export function postmaster(place: Place): { pid?: number; port?: number; isStopping?: boolean } {
  try {
    const lines = readFileSync(postmasterFile(place), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), isStopping: lines[7]?.trim() === 'stopping' }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw error
  }
}

export function isRunning(place: Place, port: number) {
  const now = postmaster(place)
  return Boolean(now.pid && now.port === port && !now.isStopping && isAlive(now.pid))
}

/** The port of the server that runs on this data, if one does and lets people in. */
export async function runningPort(place: Place): Promise<number | undefined> {
  const { pid, port } = postmaster(place)
  if (!pid || !port) return undefined
  // Postgres listens before it has recovered. Who does not within three seconds is a stranger: after the whole machine
  // (or a container) was started again, the number may be that of another program.
  let refused = 0
  for (let attempt = 0; attempt < 150 && refused < 15; attempt++) {
    if (!isAlive(pid) || postmaster(place).isStopping) return undefined
    const answer = await answers(port)
    if (answer === true) return port
    refused = answer === 'refused' ? refused + 1 : 0
    await pause(200)
  }
  return undefined
}

function isAlive(pid: number) {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

export function isZombie(pid: number) {
  const file = `/proc/${pid}/stat`
  return process.platform === 'linux' && existsSync(file) && /\) Z /.test(readFileSync(file, 'utf8'))
}
