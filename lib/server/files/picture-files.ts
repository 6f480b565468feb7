import type { IncomingMessage, ServerResponse } from 'node:http'
import { pictureAt, pictureTypes, type PictureFormat } from '@/lib/pictures/rules'

interface PictureFile {
  hash: string
  width: number
  format: PictureFormat
}

type Read = (file: PictureFile) => Promise<Buffer | undefined>
/** Does some work when there is room for it; undefined when too many wait. */
type InTurn = <Outcome>(work: () => Promise<Outcome>) => Promise<Outcome | undefined>

/**
 * Serves pictures from where `read` finds them. An address names its content, so what was read once stays right:
 * the newest are kept in memory up to `room` bytes, and browsers and caches never ask again.
 */
export class PictureFiles {
  private readonly kept = new Map<string, Buffer>()
  private bytes = 0

  constructor(
    private readonly read: Read,
    private readonly room = 24_000_000,
  ) {}

  /** Sends a picture, read in turn when it is not in memory. Answers what became of that. */
  async send(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    { headers, inTurn }: { headers: Record<string, string>; inTurn: InTurn },
  ): Promise<'sent' | 'missing' | 'busy'> {
    const file = pictureAt(path)
    if (!file) return 'missing'
    const found = this.find(path)
    const read = found ? { bytes: found } : await inTurn(() => this.readOrFind(path, file))
    if (!read) return 'busy'
    const { bytes } = read
    if (!bytes) return 'missing'
    const etag = `"${path.slice('/media/'.length)}"`
    const same = {
      ...headers,
      etag,
      'cache-control': 'public, max-age=31536000, immutable',
      // Opened by itself, a picture is a document of its own: it may do nothing.
      'content-security-policy': "default-src 'none'",
    }
    if (request.headers['if-none-match']?.includes(etag)) {
      response.writeHead(304, same).end()
      return 'sent'
    }
    const body = { 'content-type': pictureTypes[file.format], 'content-length': bytes.length }
    response.writeHead(200, { ...same, ...body })
    response.end(request.method === 'HEAD' ? undefined : bytes)
    return 'sent'
  }

  /** A picture may have been taken away. */
  empty() {
    this.kept.clear()
    this.bytes = 0
  }

  // While it waited, somebody else may have read it.
  private readOrFind = async (path: string, file: PictureFile) => ({
    bytes: this.find(path) ?? this.keep(path, await this.read(file)),
  })

  private find(path: string): Buffer | undefined {
    const bytes = this.kept.get(path)
    if (bytes) {
      this.kept.delete(path)
      this.kept.set(path, bytes) // the last that will have to go
    }
    return bytes
  }

  private keep(path: string, bytes: Buffer | undefined): Buffer | undefined {
    if (!bytes || this.kept.has(path)) return bytes
    this.kept.set(path, bytes)
    this.bytes += bytes.length
    for (const [oldest, old] of this.kept) {
      if (this.bytes <= this.room) break
      this.kept.delete(oldest)
      this.bytes -= old.length
    }
    return bytes
  }
}
