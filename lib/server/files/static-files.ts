import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import { chooseCoding, type Coding } from '../documents/document'
import { largestOnTheWire, wireForms, type Moment, type WireForms } from '../wire/whole-answer'

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
}

const compressible = new Set(['.js', '.css', '.svg', '.json', '.txt'].map((extension) => types[extension]!))

const [toGzip, toBrotli] = [promisify(gzip), promisify(brotliCompress)]

interface Root {
  prefix: string
  folder: string
  immutable: boolean
}

/**
 * Serves the files of the build: `/_next/static` and `/assets`, whose names change with their content, and the
 * few of `public/`. They are read and compressed once and stay in memory (about 3 MB for the whole build).
 */
export class StaticFiles {
  /** Those that have been asked for, by their plainest addresses. */
  private readonly read = new Map<string, StaticFile>()

  constructor(private readonly roots: Root[]) {}

  /** Answers true when there was such a file and it has been sent. */
  async send(request: IncomingMessage, response: ServerResponse, pathname: string): Promise<boolean> {
    const file = await this.find(pathname)
    if (!file) return false
    const coding = file.codingFor(request.headers['accept-encoding'])
    const body = await file.body(coding)
    response.writeHead(200, file.fields(coding, body.length))
    response.end(request.method === 'HEAD' ? undefined : body)
    return true
  }

  /** The answers that give a file, as they go on the wire; undefined where its bytes are not ready. */
  atHand(url: string, acceptEncoding: string | undefined, moment: Moment): WireForms | undefined {
    const file = this.read.get(url)
    return file?.onTheWire(file.codingFor(acceptEncoding), moment)
  }

  private async find(pathname: string): Promise<StaticFile | undefined> {
    const root = this.roots.find(({ prefix }) => pathname.startsWith(prefix))
    if (!root) return undefined
    const { prefix, folder, immutable } = root
    const name = pathname.slice(prefix.length)
    const file = path.join(folder, name)
    const type = types[path.extname(name)]
    if (!type || !/^[\w./~@()[\]-]+$/.test(name) || !file.startsWith(folder + path.sep)) return undefined
    const address = prefix + path.relative(folder, file).replaceAll(path.sep, '/')
    const known = this.read.get(address)
    if (known) return known
    const plain = await readFile(file).catch(() => undefined)
    if (!plain) return undefined // names that are not there are not remembered: there is no end of them
    const found = this.read.get(address) ?? new StaticFile(type, plain, immutable)
    this.read.set(address, found)
    return found
  }
}

class StaticFile {
  private readonly coded = new Map<Coding, Promise<Buffer> | Buffer>()
  private readonly wire = new Map<Coding, WireForms>()

  constructor(
    private readonly type: string,
    plain: Buffer,
    private readonly immutable: boolean,
  ) {
    this.coded.set('identity', plain)
  }

  private get plain() {
    return this.coded.get('identity') as Buffer
  }

  codingFor(acceptEncoding: string | string[] | undefined): Coding {
    return this.plain.length < 512 || !compressible.has(this.type) ? 'identity' : chooseCoding(acceptEncoding)
  }

  fields(coding: Coding, length: number): Record<string, string> {
    return {
      ...(coding === 'identity' ? {} : { 'content-encoding': coding }),
      'content-type': this.type,
      'content-length': String(length),
      'cache-control': this.immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
      vary: 'accept-encoding',
    }
  }

  body(coding: Coding): Promise<Buffer> | Buffer {
    const ready = this.coded.get(coding)
    if (ready) return ready
    const making = (coding === 'gzip' ? toGzip(this.plain, { level: 9 }) : toBrotli(this.plain)).then(
      (bytes) => {
        this.coded.set(coding, bytes)
        return bytes
      },
    )
    this.coded.set(coding, making)
    return making
  }

  onTheWire(coding: Coding, moment: Moment): WireForms | undefined {
    const ready = this.wire.get(coding)
    if (ready?.moment === moment) return ready
    const bytes = this.coded.get(coding)
    if (!Buffer.isBuffer(bytes) || bytes.length > largestOnTheWire) return undefined
    const lines = Object.entries({ ...moment.common, ...this.fields(coding, bytes.length) }).flat()
    const { forms, body } = wireForms({ lines, bytes }, moment)
    this.coded.set(coding, body)
    this.wire.set(coding, forms)
    return forms
  }
}
