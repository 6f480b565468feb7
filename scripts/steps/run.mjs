import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

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

/** Runs a program of the packages (by name) or a path, with its output shown; answers when it ended well. */
export function run(program, args, { env = {}, quiet = false, cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: environment(env),
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    })
    let said = ''
    child.stdout?.on('data', (chunk) => (said += chunk))
    child.stderr?.on('data', (chunk) => (said += chunk))
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      if (code === 0) return resolve(said)
      if (quiet) process.stderr.write(said)
      reject(new Error(`${path.basename(program)} ${args.join(' ')} ended with ${signal ?? `code ${code}`}`))
    })
  })
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
