import cluster, { type Worker } from 'node:cluster'
import { log } from '@/lib/kernel/log'

export interface Processes {
  /** Asks all to finish what they are answering (in a hurry: to end at once), and waits until they have ended. */
  stop(hurry?: AbortSignal): Promise<void>
}

/** Copies of one kind: what the environment of each has besides ours, and of each that is started in its place. */
export interface Kind {
  name: string
  environments: Record<string, string>[]
}

// Milliseconds until one that was told to end is ended: longer than a request may take to be answered.
const patience = 25_000

// One that ends sooner is started again only after this pause, so that a fault at the start makes no storm.
const soon = 2_000

/**
 * Starts copies of this program, which share its port, and starts another for any that ends by itself. Resolves when
 * all have said that they are ready; rejects when one ends before it does. `hear` gets whatever else they send. Stopped
 * is the last kind first: it may be asking the others.
 */
export async function startProcesses(kinds: Kind[], hear: (message: unknown) => void): Promise<Processes> {
  const groups = kinds.map((kind) => new Group(kind, hear))
  const stop = async (hurry?: AbortSignal) => {
    for (const group of groups) group.stopping = true
    for (const group of groups.toReversed()) await group.stop(hurry)
  }
  try {
    await Promise.all(groups.map((group) => group.begin()))
  } catch (error) {
    await stop()
    throw error
  }
  return { stop }
}

const ready = 'ready'

/** In a copy: it can do what it was started for. */
export const sayReady = () => void process.send?.(ready)

class Group {
  private readonly running = new Set<Worker>()
  private begun = false
  stopping = false

  constructor(
    private readonly kind: Kind,
    private readonly hear: (message: unknown) => void,
  ) {}

  async begin() {
    await Promise.all(this.kind.environments.map((env) => this.start(env)))
    this.begun = true
  }

  private start(env: Record<string, string>): Promise<void> {
    const { name } = this.kind
    const worker = cluster.fork(env)
    const begun = Date.now()
    this.running.add(worker)
    return new Promise((resolve, reject) => {
      worker.on('message', (message) => (message === ready ? resolve() : this.hear(message)))
      worker.once('exit', (code, signal) => {
        this.running.delete(worker)
        reject(new Error(`A ${name} process ended with ${signal ?? code} before it was ready`))
        if (this.stopping || !this.begun) return
        log.error({ code, signal }, `a ${name} process ended; another is started`)
        const again = () => void (this.stopping || this.start(env).catch(noted))
        setTimeout(again, Date.now() - begun < soon ? soon : 0)
      })
    })
  }

  async stop(hurry?: AbortSignal) {
    const all = [...this.running]
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
}

const noted = (error: unknown) => log.error({ err: error }, 'a process could not be started')
