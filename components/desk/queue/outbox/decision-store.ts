import {
  answered,
  asPressed,
  dismiss,
  dismissAll,
  emptyOutbox,
  failed,
  pauseAfter,
  press,
  refreshed,
  sending,
  settled,
  takeBack,
  type Outbox,
  type Press,
} from './outbox'
import type { DecideOutcome, Status } from '../outcome'

/** Sends presses in their order; answers an outcome for each. Throws when the site could not be reached. */
export type SendPresses = (given: { presses: readonly Press[] }) => Promise<NonNullable<DecideOutcome>[]>

interface Tools {
  send: SendPresses
  /** Does it after so many milliseconds. */
  later: (milliseconds: number, again: () => void) => void
  /** Where what has been pressed outlives a reload of the page. */
  keep: (kept: Kept) => void
}

/**
 * What a reload is to know: what has not been sent, and where comments stand that a list may not know of yet. The page
 * that comes may have been drawn before the site did what it has answered since.
 */
export interface Kept {
  waiting: readonly Press[]
  now: readonly (readonly [commentId: string, status: Status])[]
}

/**
 * The outbox of one tab, whatever view of the queue it shows: what is pressed goes out one after the other while the
 * person goes on, and is sent again until the site has answered.
 */
export class DecisionStore<Comment extends { id: string; status: Status; sentAt: Date }> {
  private box: Outbox
  private readonly known = new Map<string, Comment>()
  private view?: string
  private isAtWork = false
  private readonly listeners = new Set<() => void>()
  private tools?: Tools

  constructor({ waiting, now }: Kept = { waiting: [], now: [] }) {
    const box = press(emptyOutbox, waiting)
    this.box = now.length > 0 ? { ...box, now: new Map([...now, ...box.now]) } : box
  }

  /** By which way presses are sent; the newest page's. */
  connect(tools: Tools) {
    this.tools = tools
    void this.work()
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  readonly snapshot = () => this.box

  /** Remembers what is shown, so that a comment that is taken back is there at once. */
  know(view: string, comments: readonly Comment[]) {
    if (view !== this.view) this.known.clear()
    this.view = view
    comments.forEach((comment) => this.known.set(comment.id, comment))
    const tooMany = Math.max(0, this.known.size - mostKnown)
    ;[...this.known.keys()].slice(0, tooMany).forEach((id) => this.known.delete(id))
  }

  /** The comments of a view as they stand by what was pressed; of one status, in the order in which they were sent. */
  shown(listed: readonly Comment[], status?: Status): Comment[] {
    const way = status === 'pending' ? 1 : -1
    const known = [...this.known.values()]
    if (!status) {
      const place = new Map(known.map(({ id }, at) => [id, at]))
      return asPressed(this.box, listed, known, (a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
    }
    return asPressed(
      this.box,
      listed,
      known.filter((comment) => comment.status === status),
      (a, b) => way * (a.sentAt.getTime() - b.sentAt.getTime() || (a.id < b.id ? -1 : 1)),
    )
  }

  press(presses: readonly Press[]) {
    this.become(press(this.box, presses))
    void this.work()
  }

  takeBack() {
    this.become(takeBack(this.box))
    void this.work()
  }

  dismiss(commentId: string) {
    this.become(dismiss(this.box, commentId))
  }

  dismissAll() {
    this.become(dismissAll(this.box))
  }

  settled() {
    return settled(this.box)
  }

  refreshed(before: ReadonlySet<string>) {
    this.become(refreshed(this.box, before))
  }

  /** Tries again now what could not be sent. */
  hurry() {
    void this.work()
  }

  private become(box: Outbox) {
    if (box === this.box) return
    this.box = box
    this.tools?.keep({ waiting: box.waiting.slice(0, mostKept), now: [...box.now].slice(-mostKept) })
    this.listeners.forEach((listener) => listener())
  }

  private async work() {
    if (this.isAtWork || !this.tools) return
    this.isAtWork = true
    try {
      while (this.box.waiting.length > 0) {
        this.become(sending(this.box))
        const presses = this.box.waiting.slice(0, this.box.underWay)
        const outcomes = await this.tools.send({ presses })
        const isWhole = outcomes.length >= presses.length && !outcomes.every(isUnavailable)
        if (!isWhole && this.box.failures < mostFailures) throw new Unavailable()
        this.become(answered(this.box, outcomes))
      }
    } catch {
      // Whatever it was, it is tried again, and the person is told so meanwhile.
      this.become(failed(this.box))
      this.tools.later(pauseAfter(this.box.failures), () => void this.work())
    } finally {
      this.isAtWork = false
    }
  }
}

/** The site answered, but could not save, or not about everything. */
class Unavailable extends Error {}

const isUnavailable = (outcome: NonNullable<DecideOutcome>) =>
  outcome.kind === 'refused' && outcome.refusal === 'unavailable'

// Then it is not the site but this decision.
const mostFailures = 4

// What a tab's storage and memory take with ease.
const mostKept = 5_000
const mostKnown = 1_000
