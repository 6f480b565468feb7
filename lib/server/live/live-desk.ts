import type { ServerResponse } from 'node:http'
import { happening, lookingLasts, type Happening, type Looking } from '@/lib/moderation/live/schema'

interface Stream {
  response: ServerResponse
  person: string
  /** Does its session still allow to hear this? */
  mayHear: () => Promise<boolean>
  /** Of when it knows everything: milliseconds since 1970, by the id of what it heard last or by when its list was read. */
  since: number
}

const limits = {
  /** Streams that are open at a time, of all and of one person: of theirs, the oldest make room. */
  streams: 500,
  ofPerson: 12,
  /** Comments that are looked at. */
  looking: 1_000,
  /** What waits to be written while sessions are looked at, and what is told again to who comes back. */
  told: 200,
  /** Bytes that a client may leave unread. */
  unread: 256 * 1024,
}

/** Sessions are asked about again before anything is told, unless that was so short a time ago: milliseconds. */
const trusted = 1_000
/** Processes write down a little earlier or later what all of them hear; told twice is better than never: milliseconds. */
const otherClocks = 100
/** Who has gone without a word is noticed by this; proxies end what is silent for a minute. */
const pulse = 25_000

/**
 * The desks that are open in front of this process. What the bus brings is written to each of them once, as server-sent
 * events; whose session has ended hears nothing more.
 */
export class LiveDesk {
  private readonly streams = new Set<Stream>()
  /** By tab: which comment is looked at there. */
  private readonly looking = new Map<string, Looking>()
  /** What is to be written, and what has been told lately. */
  private readonly waiting: string[] = []
  private readonly lately: { at: number; text: string }[] = []
  /** Who knows of everything until here has missed nothing that is not among the latter. */
  private knownFrom: number
  private checkedAt = -Infinity
  private isTelling = false
  private isClosed = false
  private readonly timer = setInterval(() => this.beat(), pulse).unref()

  constructor(private readonly now: () => number = Date.now) {
    this.knownFrom = now()
  }

  /** How many are open. */
  get size() {
    return this.streams.size
  }

  /** Keeps an answer open whose head has been written; answers false where there is no room. */
  open(stream: Stream): boolean {
    const own = [...this.streams].filter(({ person }) => person === stream.person)
    own.slice(0, Math.max(0, own.length - limits.ofPerson + 1)).forEach((one) => this.drop(one))
    if (this.isClosed || this.streams.size >= limits.streams) return false
    this.streams.add(stream)
    stream.response.once('close', () => this.streams.delete(stream))
    this.forgetLooks()
    const looks = [...this.looking.values()].map((told) => event(told))
    stream.response.write(`retry: 1000\n\n${this.missedSince(stream.since)}${looks.join('')}`)
    return true
  }

  /** Takes what was announced at the desk; nothing, where it could not be heard. */
  heard(payload: string | undefined) {
    const told = read(payload)
    const at = told.kind === 'looking' ? undefined : Math.max(this.now(), (this.lately.at(-1)?.at ?? 0) + 1)
    const text = event(told, at)
    if (told.kind === 'looking') this.look(told)
    if (at !== undefined) this.lately.push({ at, text })
    if (this.lately.length > limits.told) this.knownFrom = this.lately.shift()!.at
    if (this.streams.size === 0) return
    if (this.waiting.length >= limits.told) this.waiting.splice(0, Infinity, event({ kind: 'much' }, at))
    else this.waiting.push(text)
    if (!this.isTelling) void this.tell()
  }

  /** Ends all of them, and takes no more: browsers come again, to whoever answers then. */
  close() {
    this.isClosed = true
    clearInterval(this.timer)
    this.streams.forEach((stream) => this.drop(stream))
  }

  private missedSince(since: number): string {
    if (since < this.knownFrom - otherClocks) return event({ kind: 'much' })
    return this.lately
      .filter(({ at, text }) => at > since - otherClocks && !this.waiting.includes(text))
      .map(({ text }) => text)
      .join('')
  }

  private async tell() {
    this.isTelling = true
    try {
      while (this.waiting.length > 0) {
        await this.checkSessions()
        this.write(this.waiting.splice(0).join(''))
      }
    } finally {
      this.isTelling = false
    }
  }

  private async checkSessions() {
    if (this.now() - this.checkedAt < trusted) return
    const checked = await Promise.all(
      [...this.streams].map(async (stream) => ({ stream, may: await stream.mayHear().catch(() => false) })),
    )
    checked.filter(({ may }) => !may).forEach(({ stream }) => this.drop(stream))
    this.checkedAt = this.now()
  }

  private write(text: string) {
    const bytes = Buffer.from(text)
    for (const stream of this.streams) {
      // Who reads too slowly comes again and sees the list as it is then.
      if (stream.response.writableLength > limits.unread) stream.response.destroy()
      else stream.response.write(bytes)
    }
  }

  private beat() {
    this.forgetLooks()
    this.checkedAt = -Infinity
    void this.checkSessions().then(() => this.write(':\n\n'))
  }

  private drop(stream: Stream) {
    this.streams.delete(stream)
    stream.response.end()
  }

  private look(told: Looking) {
    this.looking.delete(told.tab)
    if (told.comment === null) return
    this.looking.set(told.tab, told)
    if (this.looking.size > limits.looking) this.looking.delete(this.looking.keys().next().value!)
  }

  private forgetLooks() {
    for (const [tab, { since }] of this.looking)
      if (Date.parse(since) < this.now() - lookingLasts) this.looking.delete(tab)
  }
}

function read(payload: string | undefined): Happening {
  try {
    return happening.parse(JSON.parse(payload ?? ''))
  } catch {
    // Of another version of ours, or nothing: look again.
    return { kind: 'much' }
  }
}

/** With its time as id, a browser says what it heard last when it comes again. */
const event = (told: Happening, at?: number) =>
  `${at === undefined ? '' : `id: ${at}\n`}data: ${JSON.stringify(told)}\n\n`
