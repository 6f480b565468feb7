/** Names that wait for some work, each once; bounded, one at a time, and never before others had their turn. */
export class OneAtATime {
  private readonly waiting = new Set<string>()
  private isAtWork = false

  constructor(
    private readonly most: number,
    private readonly work: (name: string) => Promise<void>,
  ) {}

  get isFull() {
    return this.waiting.size >= this.most
  }

  add(name: string): Promise<void> {
    this.waiting.add(name)
    return this.isAtWork ? Promise.resolve() : this.begin()
  }

  drop(name: string) {
    this.waiting.delete(name)
  }

  empty() {
    this.waiting.clear()
  }

  private async begin() {
    this.isAtWork = true
    try {
      await nextTurn()
      for (const name of this.waiting) {
        this.waiting.delete(name)
        await this.work(name)
      }
    } finally {
      this.isAtWork = false
    }
  }
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve))
