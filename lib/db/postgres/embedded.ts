import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { lockAlone, lockTogether, type FileLock } from '@/lib/kernel/files/file-lock'
import { makeFolder } from '@/lib/kernel/files/folder'
import { keptText } from '@/lib/kernel/files/kept-text'
import { log } from '@/lib/kernel/log'
import { choosePlace } from './place'
import { user, database, makeDatabase, othersConnected } from './connections'
import { growingPauses, watch } from './keep-running'
import { makeCluster, start, stopNow } from './cluster'

export { freePort } from './free-port'

export interface EmbeddedPostgres {
  url: string
  /** Starts Postgres again whenever it is gone while it is `wanted`; `gaveUp` is called once when that fails. */
  keepRunning(options: { wanted: () => boolean; gaveUp: () => void; pauses?: readonly number[] }): void
  /** Stops Postgres unless another process of the site still uses it. In a hurry, connections of this process may be left. */
  stop(hurry?: AbortSignal): Promise<void>
}

/**
 * Starts the PostgreSQL that comes inside npm packages, with its data below `dataDir`; makes the cluster and
 * the database at the first start. When one already runs there (another process of ours, or one that outlived
 * a killed server), that one is used. `options` go to postgres as `-c name=value`.
 */
export async function startPostgres(
  dataDir: string,
  options: Record<string, string> = {},
): Promise<EmbeddedPostgres> {
  makeFolder(dataDir)
  const place = choosePlace(dataDir)
  const password = keptPassword(dataDir)
  const address = (port: number, name: string) => `postgresql://${user}:${password}@127.0.0.1:${port}/${name}`

  const usersFile = path.join(dataDir, 'postgres-users.lock')
  const using = await lockAsUser(usersFile)
  let port: number
  try {
    await makeCluster(place, password)
    // Everybody who uses it knows its port: it is the same one at every start, as long as nobody else has taken it.
    port = await start(place, options, path.join(dataDir, 'postgres-port'))
    await makeDatabase(address(port, 'postgres'))
  } catch (error) {
    using.release()
    throw error
  }
  let stopWatching = async () => {}
  return {
    url: address(port, database),
    keepRunning({ wanted, gaveUp, pauses = growingPauses }) {
      stopWatching = watch(place, port, options, { wanted, gaveUp, pauses })
    },
    async stop(hurry) {
      await stopWatching()
      using.release()
      const alone = lockAlone(usersFile)
      if (!alone) return leftRunning('another process that was started on the same data')
      try {
        const others = hurry?.aborted ? [] : await othersConnected(address(port, 'postgres'))
        if (others.length === 0) await stopNow(place)
        else leftRunning(...others)
      } finally {
        alone.release()
      }
    },
  }
}

/** Notes that this process uses it; waits for another that is just stopping it. */
async function lockAsUser(file: string): Promise<FileLock> {
  for (let attempt = 0; attempt < 350; attempt++) {
    const lock = lockTogether(file)
    if (lock) return lock
    await pause(100)
  }
  throw new Error('another process has been stopping the embedded Postgres for more than half a minute')
}

/** Has a Postgres of ours been started with its data here before? */
export const hasEmbeddedData = (dataDir: string) => existsSync(passwordFileIn(dataDir))

const passwordFileIn = (dataDir: string) => path.join(dataDir, 'postgres-password')

const keptPassword = (dataDir: string) =>
  keptText(passwordFileIn(dataDir), () => randomBytes(24).toString('hex'), 32)

const leftRunning = (...others: string[]) =>
  log.info({ others }, 'the embedded Postgres is left running: others use it')
