import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { whenToldToStop } from '../../lib/kernel/stopping.mjs'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..')
const bin = path.join(root, 'node_modules', '.bin')

/** The Node that came with the packages (24); before they are installed, the machine's own. */
export const ourNode = () => {
  const own = path.join(root, 'node_modules', 'node', 'bin', 'node')
  return existsSync(own) ? own : process.execPath
}

export const environment = (extra = {}) => ({
  ...process.env,
  PATH: `${bin}${path.delimiter}${process.env.PATH}`,
  // Nothing here reports to its makers or asks them for news.
  NEXT_TELEMETRY_DISABLED: '1',
  CHECKPOINT_DISABLE: '1',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  // Generating the client needs no schema engine, which Prisma would otherwise download.
  PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true',
  NODE_NO_WARNINGS: '1',
  ...extra,
})

/** What is running now: each says how to tell it to end, kindly at first and then less so. */
const running = new Set()
let stopped

/** From now on, what this process is told (to end) is told to all that it runs; it ends when they have ended. */
export function stopWhatRuns() {
  const again = () => running.forEach((child) => child.tell())
  whenToldToStop({
    stop(signal) {
      stopped = signal
      if (running.size === 0) process.exit(cutOff())
      again()
    },
    force: again,
  })
}

const cutOff = () => 128 + constants.signals[stopped]

/**
 * Runs a program of the packages (by name) or a path, with its output shown; answers when it ended well. It is told to
 * end by `signal`, and is ended with all that it has started when it has not done so after `patience` seconds.
 */
export function run(
  program,
  args,
  { env = {}, quiet = false, cwd = root, signal = 'SIGTERM', patience = 10 } = {},
) {
  const child = spawn(program, args, {
    cwd,
    env: environment(env),
    stdio: ['ignore', ...(quiet ? ['pipe', 'pipe'] : ['inherit', 'inherit'])],
    detached: true, // the head of a group, so that whatever it starts can be ended with it
  })
  let said = ''
  child.stdout?.on('data', (chunk) => (said += chunk))
  child.stderr?.on('data', (chunk) => (said += chunk))
  const leash = child.pid && leashed(child.pid)
  const toGroup = (signal) => {
    try {
      process.kill(-child.pid, signal)
    } catch {
      // All of them have ended.
    }
  }
  return new Promise((resolve, reject) => {
    const ways = [() => toGroup(signal), () => toGroup('SIGKILL')]
    keep(child, ways, patience, (error, code, signal) => {
      leash?.kill('SIGKILL')
      if (stopped) {
        toGroup('SIGKILL')
        return cutOff()
      }
      if (code === 0) resolve(said)
      else {
        if (quiet) process.stderr.write(said)
        const title = `${path.basename(program)} ${args.join(' ')}`
        reject(error ?? new Error(`${title} ended with ${signal ?? `code ${code}`}`))
      }
    })
  })
}

/**
 * Runs a program of ours that knows by itself how to end: it ends when it is told to, and when this process is gone.
 * `ended` is called with its code.
 */
export function runOurs(args, env, ended) {
  const child = spawn(ourNode(), args, {
    cwd: root,
    env: environment(env),
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  const told = () => child.kill('SIGTERM')
  keep(child, [told, told, () => child.kill('SIGKILL')], 90, (_error, code) => {
    if (!stopped) ended(code ?? 1)
    return code ?? 1
  })
  return child
}

/**
 * Notes that it runs. `ways` are the ways to end it, from the kind one to the last; `ended` is called when it has ended, and
 * when it was told to, answers with the code that this process ends with in its turn.
 */
function keep(child, ways, patience, ended) {
  let tried = 0
  const entry = {
    tell() {
      if (tried === 0) setTimeout(() => ways.at(-1)(), patience * 1_000).unref()
      ways[Math.min(tried++, ways.length - 1)]()
    },
  }
  const gone = (error, code, signal) => {
    if (!running.delete(entry)) return
    const mine = ended(error, code, signal)
    if (stopped && running.size === 0) process.exit(mine)
  }
  running.add(entry)
  child.on('error', (error) => child.pid === undefined && gone(error))
  child.on('exit', (code, signal) => gone(undefined, code, signal))
  if (stopped) entry.tell()
}

/** A shell that ends a group when this process is gone, also if that was so sudden that nobody was told. */
function leashed(group) {
  const wait = 'read -r _; kill -TERM "-$1"; sleep 10; kill -KILL "-$1"'
  const options = { stdio: ['pipe', 'ignore', 'ignore'], detached: true }
  return spawn('sh', ['-c', wait, 'leash', String(group)], options).on('error', () => {})
}

/** Says what is being done, and how long it took. */
export async function step(title, work) {
  const start = Date.now()
  process.stdout.write(`• ${title}\n`)
  const answer = await work()
  const seconds = ((Date.now() - start) / 1000).toFixed(1)
  process.stdout.write(`  ${title}: done in ${seconds} s\n`)
  return answer
}
