import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Place } from './place'
import { user, ignore } from './connections'
import { postmasterFile, postmaster, runningPort, isZombie } from './postmaster'
import { run } from './run-program'
import { freePort } from './free-port'

export async function makeCluster(place: Place, password: string) {
  if (existsSync(path.join(place.data, 'PG_VERSION'))) return
  // Made beside and renamed when whole: a start that was cut off half-way leaves nothing that looks like a cluster.
  const half = `${place.data}.new-${process.pid}`
  const passwordFile = `${half}.password`
  rmSync(half, { recursive: true, force: true })
  mkdirSync(path.dirname(half), { recursive: true })
  mkdirSync(half, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (place.user) {
    chownSync(half, place.user.uid, place.user.gid)
    chownSync(passwordFile, place.user.uid, place.user.gid)
  }
  try {
    await run(place, 'initdb', [
      ...['-D', half, '-U', user, '--pwfile', passwordFile],
      // C.UTF-8: sorts by code point everywhere alike, and pg_trgm can take Japanese apart under it.
      ...['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C.UTF-8'],
    ])
    renameSync(half, place.data)
  } catch (error) {
    if (!existsSync(path.join(place.data, 'PG_VERSION'))) throw error // else another process was faster
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(half, { recursive: true, force: true })
  }
}

export async function start(
  place: Place,
  options: Record<string, string>,
  portFile: string,
): Promise<number> {
  let lastError: unknown
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      const wish = attempt === 0 ? portIn(portFile) : 0
      const running = await startOnce(place, { port: String(await freePort(wish)), ...options })
      if (running) {
        writeFileSync(portFile, `${running}\n`)
        return running
      }
    } catch (error) {
      lastError = error // another process may be starting it at this moment
      await pause(300)
    }
  }
  const port = await runningPort(place)
  if (port) return port
  throw lastError
}

function portIn(file: string) {
  const port = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  return Number.isInteger(port) && port > 1023 && port < 65_536 ? port : 0
}

/** Starts it unless it runs already; answers its port if that is so now. */
export async function startOnce(place: Place, options: Record<string, string>): Promise<number | undefined> {
  const running = await runningPort(place)
  if (running) return running
  // Told to end when all have left (SIGTERM), it lets nobody in and waits for us; `fast` sends everybody away.
  if (postmaster(place).isStopping) await stopFast(place)
  // Postgres itself takes a process that has ended, but that nobody has reaped, for one that lives.
  const { pid } = postmaster(place)
  if (pid && isZombie(pid)) rmSync(postmasterFile(place), { force: true })
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', ...options }
  const flags = Object.entries(settings).map(([name, value]) => `-c ${name}='${value}'`)
  await run(place, 'pg_ctl', [
    ...['start', '-D', place.data, '-w', '-t', '60', '-l', path.join(place.data, 'server.log')],
    ...['-o', flags.join(' ')],
  ])
  return runningPort(place)
}

export async function stopNow(place: Place) {
  if (existsSync(postmasterFile(place))) await stopFast(place).catch(ignore)
}

const stopFast = (place: Place) =>
  run(place, 'pg_ctl', ['stop', '-D', place.data, '-m', 'fast', '-w', '-t', '30'])
