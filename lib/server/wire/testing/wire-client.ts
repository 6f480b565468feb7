import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

export interface WireAnswer {
  status: number
  /** The head as it was written, with its status line and without the empty line. */
  head: string
  headers: Record<string, string>
  body: Buffer
}

/** A client that sends bytes as they are and reads answers more strictly than any browser. */
export class WireClient {
  private readonly chunks: Buffer[] = []
  private readonly read: WireAnswer[] = []
  /** What has been heard behind the answers that have been read. */
  private unread: Buffer[] = []
  /** Has the server ended its side, or cut the connection? */
  ended = false
  private readonly end: Promise<void>

  private constructor(readonly socket: Socket) {
    socket.setNoDelay(true)
    socket.on('data', (chunk) => {
      this.chunks.push(chunk)
      this.unread.push(chunk)
    })
    socket.on('error', () => {})
    this.end = new Promise((resolve) => {
      const over = () => {
        this.ended = true
        resolve()
      }
      socket.once('end', over).once('close', over)
    })
  }

  static async to(port: number): Promise<WireClient> {
    // It says itself when its side ends.
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
    await once(socket, 'connect')
    return new WireClient(socket)
  }

  send(bytes: string | Buffer): this {
    this.socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes)
    return this
  }

  get heard(): Buffer {
    return Buffer.concat(this.chunks)
  }

  /** The answers to requests of these methods, in their order; fails when the server ends before. */
  async answers(...methods: string[]): Promise<WireAnswer[]> {
    for (;;) {
      const { answers, rest } = readAnswers(Buffer.concat(this.unread), methods.slice(this.read.length))
      this.unread = [rest]
      this.read.push(...answers)
      if (this.read.length >= methods.length) return this.read.slice(0, methods.length)
      if (this.ended) throw new Error(`only ${this.read.length} of ${methods.length} answers`)
      await Promise.race([once(this.socket, 'data'), this.end])
    }
  }

  async answer(request: string): Promise<WireAnswer> {
    this.chunks.length = this.read.length = 0
    const [method] = request.split(' ')
    const [answer] = await this.send(request).answers(method!)
    return answer!
  }

  /** All that was said until the server ended the connection. */
  async untilEnd(): Promise<string> {
    await this.end
    return this.heard.toString('latin1')
  }

  leave() {
    this.socket.destroy()
  }
}

/** Reads answers one behind the other; fails where one does not begin exactly where the last one ended. */
export function readAnswers(bytes: Buffer, methods: readonly string[]) {
  const answers: WireAnswer[] = []
  let at = 0
  for (const method of methods) {
    const read = readAnswer(bytes, at, method)
    if (!read) break
    answers.push(read.answer)
    at = read.end
  }
  return { answers, rest: bytes.subarray(at) }
}

function readAnswer(bytes: Buffer, at: number, method: string) {
  const headEnd = bytes.indexOf('\r\n\r\n', at)
  if (headEnd < 0) return undefined
  const head = bytes.toString('latin1', at, headEnd)
  const [first, ...lines] = head.split('\r\n')
  const status = /^HTTP\/1\.1 (\d{3}) [\w -]+$/.exec(first!)?.[1]
  if (!status) throw new Error(`no status line: ${first}`)
  const headers: Record<string, string> = {}
  for (const line of lines) {
    const [, name, value] = /^([\w-]+): (.*)$/.exec(line) ?? []
    if (!name || name.toLowerCase() in headers) throw new Error(`a strange header line: ${line}`)
    headers[name.toLowerCase()] = value!
  }
  const body = readBody(bytes, headEnd + 4, headers, method === 'HEAD' || /^1|304/.test(status))
  return body && { answer: { status: Number(status), head, headers, body: body.body }, end: body.end }
}

function readBody(bytes: Buffer, start: number, headers: Record<string, string>, none: boolean) {
  if (none) return { body: Buffer.alloc(0), end: start }
  if (headers['transfer-encoding'] !== 'chunked') {
    const end = start + Number(headers['content-length'] ?? 0)
    return end <= bytes.length ? { body: bytes.subarray(start, end), end } : undefined
  }
  const parts: Buffer[] = []
  for (let at = start; ;) {
    const lineEnd = bytes.indexOf('\r\n', at)
    if (lineEnd < 0) return undefined
    const size = parseInt(bytes.toString('latin1', at, lineEnd), 16)
    if (bytes.length < lineEnd + 4 + size) return undefined
    if (size === 0) return { body: Buffer.concat(parts), end: lineEnd + 4 }
    parts.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size))
    at = lineEnd + 4 + size
  }
}
