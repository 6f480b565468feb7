import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * What a browser is given to bring it back: `step` after a right password, `ask` and `add` for what a passkey is to
 * sign, `proof` after saying once more who one is.
 */
export type TicketKind = 'step' | 'ask' | 'add' | 'proof'

/** A text of ours, signed for one purpose, that ends by its own word. */
export function ticket(secret: string, kind: TicketKind, text: string, until: number): string {
  const body = `${text}.${until}`
  return `${body}.${mark(secret, kind, body)}`
}

/** The text of a ticket; nothing when it is none of ours, for something else, or over. */
export function readTicket(
  secret: string,
  kind: TicketKind,
  given: string | undefined,
  now: number,
): { text: string; until: number } | undefined {
  const [, text, until, seal] = /^([\w.-]{1,300})\.(\d{1,15})\.([\w-]{43})$/.exec(given ?? '') ?? []
  if (!text || !until || !seal) return undefined
  const right = mark(secret, kind, `${text}.${until}`)
  if (!timingSafeEqual(Buffer.from(seal), Buffer.from(right)) || Number(until) <= now) return undefined
  return { text, until: Number(until) }
}

const mark = (secret: string, kind: TicketKind, body: string) =>
  createHmac('sha256', secret).update(`chapterhouse ${kind} ticket\0${body}`).digest('base64url')
