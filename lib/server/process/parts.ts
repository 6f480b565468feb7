import cluster from 'node:cluster'
import { log } from '@/lib/kernel/log'
import { whenToldToStop } from '@/lib/kernel/stopping.mjs'
import { whatWentWrong } from './what-went-wrong'

/** Stops a part. `hurry` is aborted when somebody does not want to wait any longer for what is under way. */
type Stop = (hurry: AbortSignal) => Promise<void>

// Milliseconds for a part to stop: more than any of them needs that does stop. And in a hurry.
const patience = 45_000
const hurriedPatience = 2_000

/** What a process is made of: started one after the other, and stopped in the reverse order. */
export class Parts {
  private readonly stops: { stop: Stop; hurried: number }[] = []
  private starting: Promise<void> = Promise.resolve()
  private readonly hurry = new AbortController()
  stopping = false

  /** `told` is called when a signal has told it to stop; those in `deaf` do not. */
  constructor(
    private readonly told: () => void = () => {},
    private readonly deaf: readonly NodeJS.Signals[] = [],
  ) {}

  add(...stops: Stop[]) {
    this.stops.push(...stops.map((stop) => ({ stop, hurried: hurriedPatience })))
  }

  /**
   * Waits for a part to have started and notes how to stop it; a stop that was asked for meanwhile goes on then. In a
   * hurry it is waited for two seconds, unless it must come to its end.
   */
  async begun<Part>(
    start: Promise<Part>,
    stop: (part: Part, hurry: AbortSignal) => Promise<void>,
    { hurried = hurriedPatience } = {},
  ): Promise<Part> {
    const part = await start
    this.stops.push({ stop: (hurry) => stop(part, hurry), hurried })
    if (this.stopping) throw new Stopped()
    return part
  }

  /** Runs `main` until a signal or a failure stops everything; `name` is what could not start then, or failed. */
  run(main: () => Promise<void>, name: string) {
    whenToldToStop({ stop: () => void this.stop(0), force: () => this.force(), deaf: this.deaf })
    // Node's own words name places in what was built; ours those in the sources.
    process.on('uncaughtExceptionMonitor', (error) => log.fatal({ err: error }, `${name} failed`))
    this.starting = main()
    this.starting.catch(async (error: unknown) => {
      if (error instanceof Stopped) return
      const sentence = whatWentWrong(error)
      if (sentence) process.stderr.write(`${sentence}\n`)
      else log.fatal({ err: error }, `${name} could not start`)
      await this.stop(1)
    })
  }

  /** Stops everything that runs and ends the process. */
  async stop(code: number) {
    if (this.stopping) return
    this.stopping = true
    if (code === 0) this.told()
    await this.starting.catch(() => {}) // what is being started now is stopped too
    for (const { stop, hurried } of this.stops.reverse()) {
      await this.inTime(stop(this.hurry.signal), hurried).catch((error: unknown) =>
        log.error({ err: error }, 'something did not stop'),
      )
    }
    process.exit(this.hurry.signal.aborted ? 1 : code)
  }

  /** Somebody does not want to wait: what is under way is cut off. Asked once more, even the database is left as it is. */
  private force() {
    // A web process has nothing to put in order: what it answers is cut off with it.
    if (this.hurry.signal.aborted || cluster.isWorker) process.exit(1)
    this.hurry.abort()
  }

  /** Waits for a part that stops, but neither for ever nor for long when somebody is in a hurry. */
  private inTime(stopped: Promise<void>, hurried: number) {
    const { signal } = this.hurry
    return new Promise<void>((resolve, reject) => {
      const timers = [setTimeout(() => reject(new Error('it took too long')), patience)]
      const hurry = () => timers.push(setTimeout(resolve, hurried))
      if (signal.aborted) hurry()
      else signal.addEventListener('abort', hurry, { once: true })
      stopped.then(resolve, reject).finally(() => {
        timers.forEach(clearTimeout)
        signal.removeEventListener('abort', hurry)
      })
    })
  }
}

/** Thrown out of a start that is not wanted any more. */
class Stopped extends Error {}
