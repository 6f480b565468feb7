/** Work on a disk that may fail: with the first fault it ends for good, and nobody else fails with it. */
export class FirstFault {
  isBroken = false

  constructor(private readonly tell: (error: unknown) => void) {}

  try(work: () => void) {
    if (this.isBroken) return
    try {
      work()
    } catch (error) {
      this.break(error)
    }
  }

  /** The same for what is not waited for. */
  readonly later = (work: Promise<void>) => void work.catch((error: unknown) => this.break(error))

  private break(error: unknown) {
    if (this.isBroken) return
    this.isBroken = true
    this.tell(error)
  }
}
