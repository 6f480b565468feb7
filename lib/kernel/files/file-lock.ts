import { writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { log } from '../log'

/**
 * A lock that processes hold on a file. The system lets go of it when its holder ends, however that comes about: there is nothing
 * left behind that would have to be judged, and no other process that has the same number later is taken for the
 * holder. Node has no call for such locks; SQLite, which comes with it, takes them on every system.
 */
export interface FileLock {
  release(): void
}

/** The lock for nobody but the caller; undefined when another has it, or shares it, now. */
export const lockAlone = (file: string) => take(file, (handle) => handle.exec('begin exclusive'))

/** A lock that many may share; undefined when somebody has it alone. */
export const lockTogether = (file: string) =>
  take(file, (handle) => {
    handle.exec('begin')
    handle.prepare('select count(*) from sqlite_schema').get() // it is the reading that takes it
  })

// https://www.sqlite.org/rescode.html
const busy = 5
const notADatabase = 26

function take(file: string, lock: (handle: DatabaseSync) => void): FileLock | undefined {
  for (let attempt = 0; ; attempt++) {
    let handle: DatabaseSync | undefined
    const release = () => {
      if (handle?.isOpen) handle.close()
    }
    try {
      handle = new DatabaseSync(file, { timeout: 0 })
      lock(handle)
      return { release }
    } catch (error) {
      release()
      const { errcode } = error as { errcode?: number }
      if (errcode === busy) return undefined
      if (errcode === notADatabase && attempt === 0) writeFileSync(file, '')
      else return unlocked(error)
    }
  }
}

/** Some file systems (of networks, mostly) know no locks: the site runs there too, as it did before there were any. */
function unlocked(error: unknown): FileLock {
  log.warn({ err: error }, 'a folder in use cannot be marked so: its disk has no locks')
  return { release() {} }
}
