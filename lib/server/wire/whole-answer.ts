import { STATUS_CODES, validateHeaderName, validateHeaderValue } from 'node:http'

/** What all answers of a moment have in common. It is another object when one of these has changed. */
export interface Moment {
  /** On every answer; on pages; on pages that others may keep. */
  common: Readonly<Record<string, string>>
  fields: Readonly<Record<string, string>>
  caching: Readonly<Record<string, string>>
  /** The second in which they are sent, since the epoch. */
  second: number
  /** For how many seconds the connection is kept, as clients are told. */
  keepAlive: number
}

/**
 * The head of an answer as Node's own server would write it, with its empty line. Names and values (in turn) are looked
 * at here, as Node does each time when it sends them.
 */
export function wireHead(status: number, lines: readonly string[], { second, keepAlive }: Moment): string {
  let head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n`
  for (let at = 0; at < lines.length; at += 2) {
    const [name, value] = [lines[at]!, lines[at + 1]!]
    validateHeaderName(name)
    validateHeaderValue(name, value)
    head += `${name}: ${value}\r\n`
  }
  const date = new Date(second * 1_000).toUTCString()
  return `${head}Date: ${date}\r\nConnection: keep-alive\r\nKeep-Alive: timeout=${keepAlive}\r\n\r\n`
}

/** Answers to GET and to HEAD, and to who has it already where that is told. */
export interface WireForms {
  moment: Moment
  whole: Buffer
  head: Buffer
  unchanged: Buffer | undefined
}

/** The answers that give these bytes, and the bytes again: they are a part of the first, and kept there only. */
export function wireForms(
  { lines, unchanged, bytes }: { lines: readonly string[]; unchanged?: readonly string[]; bytes: Buffer },
  moment: Moment,
): { forms: WireForms; body: Buffer } {
  const { whole, head, body } = inOnePiece(wireHead(200, lines, moment), bytes)
  const notAgain = unchanged && Buffer.from(wireHead(304, unchanged, moment), 'latin1')
  return { forms: { moment, whole, head, unchanged: notAgain }, body }
}

// A copy is made each second that somebody asks, and a socket takes no more at once.
export const largestOnTheWire = 512 * 1_024

/** Head and body in one piece of memory. Both are parts of it: whoever kept the body by itself need not any longer. */
export function inOnePiece(head: string, body: Buffer) {
  // Not from the pool that small buffers share: it is kept for long.
  const whole = Buffer.allocUnsafeSlow(head.length + body.length)
  whole.write(head, 'latin1')
  body.copy(whole, head.length)
  return { whole, head: whole.subarray(0, head.length), body: whole.subarray(head.length) }
}
