/** What a process is made of: started one after the other, and stopped in the reverse order. */
export class Parts {
  private readonly stops: (() => Promise<void>)[] = []
  stopping = false

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

  /** What is being started now is stopped too. */
  async stop(starting: Promise<unknown>, failed: (error: unknown) => void) {
    this.stopping = true
    await starting.catch(() => {})
    for (const each of this.stops.reverse()) await each().catch(failed)
  }
}

/** Thrown out of a start that is not wanted any more. */
export class Stopped extends Error {}
