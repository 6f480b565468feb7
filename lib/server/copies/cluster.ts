import cluster, { type Worker } from 'node:cluster'
import { log } from '@/lib/kernel/log'

export interface Processes {
  /** Asks all to finish what they are answering (in a hurry: to end at once), and waits until they have ended. */
  stop(hurry?: AbortSignal): Promise<void>
}

// Milliseconds until one that was told to end is ended: longer than a request may take to be answered.
const patience = 25_000

// One that ends sooner is started again only after this pause, so that a fault at the start makes no storm.
const soon = 2_000

/**
 * Starts copies of this program that share its port, and starts another for any that ends by itself. Resolves when
 * all of them listen; rejects when one ends before it does. `hear` gets what they send.
 */
export async function startProcesses(
  count: number,
  env: Record<string, string>,
  hear: (message: unknown) => void,
): Promise<Processes> {
  const running = new Set<Worker>()
  let stopping = false

  function start(): Promise<void> {
    const worker = cluster.fork(env)
    const begun = Date.now()
    running.add(worker)
    worker.on('message', hear)
    return new Promise((resolve, reject) => {
      worker.once('listening', () => resolve())
      worker.once('exit', (code, signal) => {
        running.delete(worker)
        reject(new Error(`A web process ended with ${signal ?? code} before it listened`))
        if (stopping || !ready) return
        log.error({ code, signal }, 'a web process ended; another is started')
        setTimeout(() => void (stopping || start().catch(noted)), Date.now() - begun < soon ? soon : 0)
      })
    })
  }

  async function stop(hurry?: AbortSignal) {
    stopping = true
    const all = [...running]
    const ended = Promise.all(all.map((worker) => new Promise((resolve) => worker.once('exit', resolve))))
    const tell = (signal: NodeJS.Signals) => all.forEach((worker) => worker.process.kill(signal))
    const cut = () => tell('SIGKILL')
    const deadline = setTimeout(cut, patience)
    hurry?.addEventListener('abort', cut)
    tell(hurry?.aborted ? 'SIGKILL' : 'SIGTERM')
    await ended
    clearTimeout(deadline)
    hurry?.removeEventListener('abort', cut)
  }

  let ready = false
  try {
    await Promise.all(Array.from({ length: count }, start))
    ready = true
  } catch (error) {
    await stop()
    throw error
  }
  return { stop }
}

const noted = (error: unknown) => log.error({ err: error }, 'a web process could not be started')
