import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { lockAlone, lockTogether, type FileLock } from '@/lib/kernel/files/file-lock'
import { makeFolder } from '@/lib/kernel/files/folder'
import { keptText } from '@/lib/kernel/files/kept-text'
import { log } from '@/lib/kernel/log'
import { choosePlace, type Place } from './place'

const user = 'chapterhouse'
const database = 'chapterhouse'

export interface EmbeddedPostgres {
  url: string
  /** Starts Postgres again whenever it is gone while it is `wanted`; `gaveUp` is called once when that fails. */
  keepRunning(options: { wanted: () => boolean; gaveUp: () => void; pauses?: readonly number[] }): void
  /** Stops Postgres unless another process of the site still uses it. In a hurry, connections of this process may be left. */
  stop(hurry?: AbortSignal): Promise<void>
}

// Milliseconds before each try to start it again: a minute and a half together. Postgres itself takes a minute to see
// that its postmaster.pid is gone, and to end.
const growingPauses = [500, 1_000, 2_000, 4_000, 8_000, ...Array<number>(7).fill(10_000)]

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

/** Looks twice a second whether Postgres is there. Answers how to end that, which waits for a try under way. */
function watch(
  place: Place,
  port: number,
  options: Record<string, string>,
  { wanted, gaveUp, pauses }: { wanted: () => boolean; gaveUp: () => void; pauses: readonly number[] },
) {
  let ended = false
  let fault: unknown
  const ending = new AbortController()
  const rest = (wait: number) => pause(wait, undefined, { signal: ending.signal }).catch(() => {})
  const needed = () => !ended && wanted()

  async function look() {
    while (!ended) {
      await rest(500)
      if (needed() && !isRunning(place, port) && !(await raised()) && needed()) {
        log.fatal({ err: fault }, 'the embedded Postgres cannot be started again')
        return gaveUp()
      }
    }
  }

  async function raised(): Promise<boolean> {
    for (const [index, wait] of pauses.entries()) {
      await rest(wait)
      if (!needed()) return false
      log.warn({ try: index + 1 }, 'the embedded Postgres is gone; it is started again')
      try {
        const now = await startOnce(place, { ...options, port: String(port) })
        if (now === port) return true
        fault = new Error(
          `it runs at port ${now}, which another process has given it, and no longer at ${port}`,
        )
        if (now) return false
      } catch (error) {
        fault = error
      }
    }
    return false
  }

  const looking = look()
  return async () => {
    ended = true
    ending.abort()
    await looking
  }
}

/** Has a Postgres of ours been started with its data here before? */
export const hasEmbeddedData = (dataDir: string) => existsSync(passwordFileIn(dataDir))

const passwordFileIn = (dataDir: string) => path.join(dataDir, 'postgres-password')

const keptPassword = (dataDir: string) =>
  keptText(passwordFileIn(dataDir), () => randomBytes(24).toString('hex'), 32)

async function makeCluster(place: Place, password: string) {
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

async function start(place: Place, options: Record<string, string>, portFile: string): Promise<number> {
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
async function startOnce(place: Place, options: Record<string, string>): Promise<number | undefined> {
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

const postmasterFile = (place: Place) => path.join(place.data, 'postmaster.pid')

/** Lines 1, 4 and 8 of postmaster.pid: process id, port, what it is doing. */
function postmaster(place: Place): { pid?: number; port?: number; isStopping?: boolean } {
  try {
    const lines = readFileSync(postmasterFile(place), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), isStopping: lines[7]?.trim() === 'stopping' }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw error
  }
}

function isRunning(place: Place, port: number) {
  const now = postmaster(place)
  return Boolean(now.pid && now.port === port && !now.isStopping && isAlive(now.pid))
}

/** The port of the server that runs on this data, if one does and lets people in. */
async function runningPort(place: Place): Promise<number | undefined> {
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

function isZombie(pid: number) {
  const file = `/proc/${pid}/stat`
  return process.platform === 'linux' && existsSync(file) && /\) Z /.test(readFileSync(file, 'utf8'))
}

// Asks without a password: being refused for that reason means that the server is up.
async function answers(port: number): Promise<boolean | 'refused'> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user,
    password: '-',
    database: 'postgres',
    connectionTimeoutMillis: 2_000,
  })
  client.on('error', ignore)
  try {
    await client.connect()
    return true
  } catch (error) {
    const { code } = error as { code?: string }
    return code === 'ECONNREFUSED' ? 'refused' : code === '28P01'
  } finally {
    await client.end().catch(ignore)
  }
}

async function makeDatabase(adminUrl: string) {
  const client = new pg.Client({ connectionString: adminUrl })
  client.on('error', ignore) // a connection that breaks fails the question
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database])
    if (!rowCount) await client.query(`create database ${database}`)
  } catch (error) {
    if ((error as { code?: string }).code !== '42P04' && (error as { code?: string }).code !== '23505')
      throw error
  } finally {
    await client.end().catch(ignore)
  }
}

const leftRunning = (...others: string[]) =>
  log.info({ others }, 'the embedded Postgres is left running: others use it')

/**
 * The names of who of the site is connected, such as a process that was given its address as DATABASE_URL. The
 * connections that this process has closed just now may be listed for a moment longer.
 */
async function othersConnected(adminUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: adminUrl })
  client.on('error', ignore)
  try {
    await client.connect()
    for (let attempt = 0; ; attempt++) {
      const { rows } = await client.query<{ name: string }>(
        `select distinct application_name as name from pg_stat_activity
         where application_name like 'chapterhouse%' and pid <> pg_backend_pid()`,
      )
      if (rows.length === 0 || attempt === 30) return rows.map(({ name }) => name)
      await pause(100)
    }
  } catch {
    return [] // It does not answer: stopping it is still right.
  } finally {
    await client.end().catch(ignore)
  }
}

async function stopNow(place: Place) {
  if (existsSync(postmasterFile(place))) await stopFast(place).catch(ignore)
}

const stopFast = (place: Place) =>
  run(place, 'pg_ctl', ['stop', '-D', place.data, '-m', 'fast', '-w', '-t', '30'])

const ignore = () => {}

function run(place: Place, program: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(path.join(place.bin, program), args, {
      ...place.user,
      // The current folder may be one that the service user cannot enter.
      cwd: place.user ? '/' : statSync(place.bin).isDirectory() ? place.bin : '/',
      env: { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true, // a Ctrl-C in the terminal is for us; we stop Postgres after our own work is done
    })
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.on('error', reject)
    // 'exit', not 'close': the postgres that pg_ctl leaves behind keeps the pipes open.
    child.on('exit', (code) => {
      child.stdout.destroy()
      child.stderr.destroy()
      if (code === 0) resolve()
      else reject(new Error(`${program} ended with code ${code}: ${said.slice(-2_000)}`))
    })
  })
}

/** A port that nobody uses: the one wished for, if that is so within a second. */
export async function freePort(wish = 0): Promise<number> {
  // Whoever has just ended may hold it a moment longer.
  for (let attempt = 0; wish && attempt < 10; attempt++) {
    const port = await listened(wish).catch(() => 0)
    if (port) return port
    await pause(100)
  }
  return listened(0)
}

function listened(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(port, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
