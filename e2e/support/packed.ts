import { execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { temporaryFolder } from '@/lib/db/postgres/temporary-folder'
import { running } from '@/e2e/rig/process-tree'
import { inRoot, plainEnvironment } from '@/e2e/rig/server-process'

export interface Clone {
  folder: string
  /** Where its own database lies. */
  data: string
  started: Set<Started>
  /** Ends what a test that failed has left running, and removes the folder. */
  remove(): Promise<void>
}

/** A copy of these sources as somebody has cloned them, whose packages are there and whose build is done. */
export function packedClone(): Clone {
  const { folder, remove } = temporaryFolder('clone')
  const sources = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: inRoot(),
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  for (const file of sources.split('\0').filter((name) => name && existsSync(inRoot(name)))) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    cpSync(inRoot(file), path.join(folder, file))
  }
  for (const built of ['.next', 'dist', path.join('lib', 'db', 'generated')])
    cpSync(inRoot(built), path.join(folder, built), {
      recursive: true,
      filter: (file) => file !== inRoot('.next', 'cache'),
    })
  symlinkSync(inRoot('node_modules'), path.join(folder, 'node_modules'))
  // The data is where the caretaker of the folder looks for a database that was left.
  const started = new Set<Started>()
  return {
    folder,
    data: folder,
    started,
    async remove() {
      const family = [...started].flatMap((each) => each.family())
      for (const { pid } of started) process.kill(-pid, 'SIGKILL')
      await leftOf(family)
      remove()
    },
  }
}

export interface Started {
  pid: number
  said: () => string
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
  /** Everything that runs because of it now. */
  family: () => number[]
}

/** Runs a script of package.json as one does in a terminal: in a group of its own. */
export function npm(clone: Clone, script: string, env: Record<string, string>): Started {
  const child = spawn('npm', ['run', script], {
    cwd: clone.folder,
    env: { ...withoutNpm(), DATA_DIR: clone.data, ...env } as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  const started: Started = {
    pid: child.pid!,
    said: () => said,
    ended: new Promise((resolve) => {
      child.once('exit', (code, signal) => {
        clone.started.delete(started)
        resolve({ code, signal })
      })
    }),
    family: () => [...familyOf(child.pid!), ...postgresOf(clone)],
  }
  clone.started.add(started)
  return started
}

function withoutNpm() {
  const kept = Object.entries(plainEnvironment()).filter(([name]) => !name.startsWith('npm_'))
  return { ...Object.fromEntries(kept), NODE_ENV: undefined }
}

function familyOf(first: number) {
  const all = running()
  const family = [first]
  for (const pid of family) family.push(...all.filter(({ parent }) => parent === pid).map(({ pid }) => pid))
  return family
}

/** The process ids that are written where the embedded Postgres keeps its own. */
export function postgresOf({ data }: Clone) {
  const file = path.join(data, 'postgres', 'postmaster.pid')
  return existsSync(file) ? [Number(readFileSync(file, 'utf8').split('\n')[0])] : []
}

/** Which of these still run; waits until none does, and no longer than `patience` milliseconds. */
export async function leftOf(pids: number[], patience = 30_000) {
  const deadline = Date.now() + patience
  for (;;) {
    const left = running().filter(({ pid }) => pids.includes(pid))
    if (left.length === 0 || Date.now() > deadline) return left.map(({ pid, name }) => `${pid} ${name}`)
    await pause(100)
  }
}

/** Waits for a condition, unless the program has ended. */
export async function until(
  started: Started,
  condition: () => boolean | Promise<boolean>,
  patience = 90_000,
) {
  let over = false
  void started.ended.then(() => (over = true))
  const deadline = Date.now() + patience
  while (!(await condition())) {
    if (over || Date.now() > deadline) throw new Error(`It has not come so far: ${started.said()}`)
    await pause(50)
  }
}
