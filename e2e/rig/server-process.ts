import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const root = process.cwd()

export interface ServerProcess {
  url: string
  pid: number
  /** What it has written to standard output and error. */
  said: () => string
  /** What it has said until now is asked for no more. */
  forget: () => void
  ended: Promise<number | null>
  /** Ends it as Ctrl-C does (or with another signal) and waits until it is gone. */
  stop(signal?: NodeJS.Signals): Promise<void>
}

/** Starts the server that is built here (or in another folder) and waits until it says that it can serve and write. */
export async function startServer(
  port: number,
  env: Record<string, string>,
  folder = root,
): Promise<ServerProcess> {
  const server = launch(['dist/server.js'], { ...env, PORT: String(port) }, folder)
  const url = `http://localhost:${port}`
  await untilHealthy(url, server)
  return { url, ...server }
}

export function launch(
  args: string[],
  env: Record<string, string>,
  folder = root,
): Omit<ServerProcess, 'url'> {
  const child = spawn(process.execPath, args, {
    cwd: folder,
    // Pages that nobody asks for are not waited for in each of many starts, nor are more processes than one: who needs
    // them says so.
    env: {
      ...plainEnvironment(),
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      NODE_COMPILE_CACHE: path.join(root, 'dist', 'compiled'), // as `npm run up` does
      WARM_UP_SECONDS: '0',
      WEB_PROCESSES: '1',
      DESK: 'inside',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'], // by the channel it learns that this process is gone, and ends too
  })
  let said = ''
  const hear = (chunk: Buffer) => (said = (said + chunk.toString()).slice(-20_000))
  child.stdout!.on('data', hear)
  child.stderr!.on('data', hear)
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return {
    pid: child.pid!,
    said: () => said,
    forget: () => void (said = ''),
    ended,
    stop: (signal = 'SIGTERM') => stop(child, ended, signal),
  }
}

async function stop(child: ChildProcess, ended: Promise<unknown>, signal: NodeJS.Signals) {
  if (child.exitCode === null && child.signalCode === null) child.kill(signal)
  await ended
}

export async function untilHealthy(
  url: string,
  server: Pick<ServerProcess, 'ended' | 'said'>,
  patience = 180_000,
) {
  let gone = false
  void server.ended.then(() => (gone = true))
  const deadline = Date.now() + patience
  while (Date.now() < deadline && !gone) {
    const ok = await fetch(`${url}/api/health`).then(
      (answer) => answer.status === 200,
      () => false,
    )
    if (ok) return
    await pause(100)
  }
  throw new Error(`The server at ${url} is not healthy: ${server.said()}`)
}

/** Waits until an address answers at all. */
export async function untilAnswers(url: string, patience = 180_000) {
  const deadline = Date.now() + patience
  while (Date.now() < deadline) {
    if (
      await fetch(url).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return
    await pause(100)
  }
  throw new Error(`${url} does not answer`)
}

/** The environment without the settings of the site that may be set around us. */
export function plainEnvironment(): Record<string, string> {
  const ours =
    /^(PORT|SITE_URL|DATABASE_URL|DATA_DIR|SECRET|TRUSTED_HOPS|AKISMET_|SMTP_|MAIL_|ADMIN_|OIDC_|PASSWORDS$|WARM_UP_|PAGES_FOLDER|WORKER|WEB_PROCESSES|DESK$|HOST$)/
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => !ours.test(entry[0]) && entry[1] !== undefined,
    ),
  )
}

/** A folder of the test's own below the system's temporary one is made by the caller; this is where we are. */
export const inRoot = (...parts: string[]) => path.join(root, ...parts)
