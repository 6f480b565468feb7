/**
 * The memory that large bodies take while they arrive. Each address has a share of it, so that whoever sends many of
 * them slowly takes up no more than that.
 */
export class BodyRoom {
  private used = 0
  private readonly usedBy = new Map<string, number>()

  constructor(
    private readonly total: number,
    private readonly share: number,
  ) {}

  /** Takes so many bytes for this address, and answers how to give them back; undefined when they are not to be had. */
  enter(address: string, bytes: number): (() => void) | undefined {
    const before = this.usedBy.get(address) ?? 0
    if (before + bytes > this.share || this.used + bytes > this.total) return undefined
    this.used += bytes
    this.usedBy.set(address, before + bytes)
    let inside = true
    return () => {
      if (!inside) return
      inside = false
      this.used -= bytes
      const left = this.usedBy.get(address)! - bytes
      if (left > 0) this.usedBy.set(address, left)
      else this.usedBy.delete(address)
    }
  }
}
