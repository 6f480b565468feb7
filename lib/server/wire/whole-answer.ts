import { STATUS_CODES, validateHeaderName, validateHeaderValue } from 'node:http'

/** What all answers of a moment have in common. It is another object when one of these has changed. */
export interface Moment {
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

/** Head and body in one piece of memory. Both are parts of it: whoever kept the body by itself need not any longer. */
export function inOnePiece(head: string, body: Buffer) {
  // Not from the pool that small buffers share: it is kept for long.
  const whole = Buffer.allocUnsafeSlow(head.length + body.length)
  whole.write(head, 'latin1')
  body.copy(whole, head.length)
  return { whole, head: whole.subarray(0, head.length), body: whole.subarray(head.length) }
}
