import cluster from 'node:cluster'
import { log } from '@/lib/kernel/log'
import { whatWentWrong } from './what-went-wrong'

/** What a process is made of: started one after the other, and stopped in the reverse order. */
export class Parts {
  private readonly stops: (() => Promise<void>)[] = []
  private starting: Promise<void> = Promise.resolve()
  stopping = false

  /** `told` is called when a signal has told it to stop. */
  constructor(private readonly told: () => void = () => {}) {}

  add(...stops: (() => Promise<void>)[]) {
    this.stops.push(...stops)
  }

  /** Waits for a part to have started and notes how to stop it; a stop that was asked for meanwhile goes on then. */
  async begun<Part>(start: Promise<Part>, stop: (part: Part) => Promise<void>): Promise<Part> {
    const part = await start
    this.add(() => stop(part))
    if (this.stopping) throw new Stopped()
    return part
  }

  /** Runs `main` until a signal or a failure stops everything; `name` is what could not start then. */
  run(main: () => Promise<void>, name: string) {
    process.on('SIGINT', () => void this.stop(0))
    process.on('SIGTERM', () => void this.stop(0))
    this.starting = main()
    this.starting.catch(async (error: unknown) => {
      if (error instanceof Stopped) return
      const sentence = whatWentWrong(error)
      if (sentence) process.stderr.write(`${sentence}\n`)
      else log.fatal({ err: error }, `${name} could not start`)
      await this.stop(1)
    })
  }

  /** Stops everything that runs and ends the process; asked a second time, ends at once. */
  async stop(code: number) {
    // A copy may be told twice: by a signal to all of the group, and by the process that started it.
    if (this.stopping && cluster.isWorker) return
    if (this.stopping) process.exit(1)
    this.stopping = true
    if (code === 0) this.told()
    await this.starting.catch(() => {}) // what is being started now is stopped too
    for (const each of this.stops.reverse()) {
      await each().catch((error: unknown) => log.error({ err: error }, 'something did not stop'))
    }
    process.exit(code)
  }
}

/** Thrown out of a start that is not wanted any more. */
class Stopped extends Error {}
