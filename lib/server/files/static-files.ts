import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import { chooseCoding } from '../documents/document'

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

const compressible = new Set(['.js', '.css', '.svg', '.json', '.txt'])

interface StaticFile {
  type: string
  plain: Buffer
  gzip?: Promise<Buffer>
  br?: Promise<Buffer>
}

/**
 * Serves the files of the build: `/_next/static` and `/assets`, whose names change with their content, and the
 * few of `public/`. They are read and compressed once and stay in memory (about 3 MB for the whole build).
 */
export class StaticFiles {
  private readonly files = new Map<string, Promise<StaticFile | undefined>>()

  constructor(private readonly roots: { prefix: string; folder: string; immutable: boolean }[]) {}

  /** Answers true when there was such a file and it has been sent. */
  async send(request: IncomingMessage, response: ServerResponse, pathname: string): Promise<boolean> {
    const root = this.roots.find(({ prefix }) => pathname.startsWith(prefix))
    if (!root) return false
    const file = await this.find(root.folder, pathname.slice(root.prefix.length))
    if (!file) return false

    const coding = chooseCoding(request.headers['accept-encoding'])
    const body = await inCoding(file, coding)
    const coded = body !== file.plain ? { 'content-encoding': coding } : {}
    response.writeHead(200, {
      ...coded,
      'content-type': file.type,
      'content-length': body.length,
      'cache-control': root.immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
      vary: 'accept-encoding',
    })
    response.end(request.method === 'HEAD' ? undefined : body)
    return true
  }

  private async find(folder: string, name: string): Promise<StaticFile | undefined> {
    const extension = path.extname(name)
    const file = path.join(folder, name)
    if (!types[extension] || !/^[\w./~@()[\]-]+$/.test(name) || !file.startsWith(folder + path.sep))
      return undefined
    const known = this.files.get(file)
    if (known) return known
    const reading = readFile(file).then(
      (plain) => ({ type: types[extension]!, plain }),
      () => undefined,
    )
    const found = await reading
    if (found) this.files.set(file, reading) // names that are not there are not remembered: there is no end of them
    return found
  }
}

function inCoding(file: StaticFile, coding: 'br' | 'gzip' | 'identity'): Promise<Buffer> | Buffer {
  if (coding === 'identity' || file.plain.length < 512) return file.plain
  if (![...compressible].some((extension) => types[extension] === file.type)) return file.plain
  if (coding === 'gzip') return (file.gzip ??= promisify(gzip)(file.plain, { level: 9 }))
  return (file.br ??= promisify(brotliCompress)(file.plain))
}
