import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FormFacts } from '@/lib/kernel/page-tags'
import { largestOnTheWire, wireForms, type Moment, type WireForms } from '../wire/whole-answer'

const toGzip = promisify(gzip)
const toBrotli = promisify(brotliCompress)

export type Coding = 'br' | 'gzip' | 'identity'

// What a document takes in memory beside its texts: its tag, its path, its places in maps, the lines of its heads.
const besides = 1_000
// And the name of a comment that can be answered, with its id.
const ofAnswerable = 300

/** The form for comments on a page: what the page knows of it, and where in the HTML it begins and ends. */
export interface PageForm extends FormFacts {
  place: readonly [start: number, end: number]
}

export const htmlType = 'text/html; charset=utf-8'

/** A page (or a feed, a sitemap) ready to be sent: its bytes in each coding (compressed once, when first asked for) and their tags. */
export class Document {
  private readonly coded = new Map<Coding, Promise<Buffer> | Buffer>()
  private readonly heads = new Map<Coding, { fields: Fields; caching: Fields; lines: string[] }>()
  private readonly wire = new Map<Coding, WireForms>()
  private readonly tag: string
  /** What it holds in memory by now. */
  bytes: number
  /** In which codings it was given, or known already. */
  readonly given = new Set<Coding>()
  /** In how many of them it was offered to be kept elsewhere. */
  offered = 0

  /** `once`: it is made for one answer, and compressing it is not worth much work. */
  constructor(
    readonly status: number,
    readonly html: string,
    readonly type = htmlType,
    private readonly effort: keyof typeof efforts = 'kept',
    readonly form?: PageForm,
  ) {
    const plain = Buffer.from(html)
    this.coded.set('identity', plain)
    this.bytes = plain.length * 2 + besides + (form?.answerable.size ?? 0) * ofAnswerable
    this.tag = createHash('sha256').update(plain).digest('base64url').slice(0, 22)
  }

  get plain(): Buffer {
    return this.coded.get('identity') as Buffer
  }

  /** Was it given in a coding in which it was not offered? */
  get isToOffer() {
    return this.given.size > this.offered
  }

  /** The tag differs by coding, as RFC 9110 asks of a strong one. */
  etag(coding: Coding) {
    return coding === 'identity' ? `"${this.tag}"` : `"${this.tag}-${coding}"`
  }

  /**
   * The header lines of an answer in this coding, names and values in turn as Node takes them with the least work. Made
   * anew when the fields are other ones: those about caching are each second.
   */
  head(coding: Coding, length: number, fields: Fields, caching: Fields): string[] {
    const ready = this.heads.get(coding)
    if (ready?.fields === fields && ready.caching === caching) return ready.lines
    const lines = Object.entries({
      ...fields,
      ...caching,
      ...(coding === 'identity' ? {} : { 'content-encoding': coding }),
      'content-type': this.type,
      'content-length': String(length),
      ...(this.status === 200 ? { etag: this.etag(coding) } : {}),
    }).flat()
    this.heads.set(coding, { fields, caching, lines })
    return lines
  }

  /**
   * The answers that give this page, as they go on the wire; made anew each moment that somebody asks. Undefined where
   * it is none, its bytes are not ready, or so many that sending them at once gains nothing.
   */
  onTheWire(coding: Coding, moment: Moment): WireForms | undefined {
    const ready = this.wire.get(coding)
    if (ready?.moment === moment) return ready
    const bytes = this.coded.get(coding)
    if (this.status !== 200 || !Buffer.isBuffer(bytes) || bytes.length > largestOnTheWire) return undefined
    const { fields, caching } = moment
    const lines = this.head(coding, bytes.length, fields, caching)
    const unchanged = Object.entries({ ...fields, ...caching, etag: this.etag(coding) }).flat()
    const { forms, body } = wireForms({ lines, unchanged, bytes }, moment)
    this.coded.set(coding, body)
    if (!ready) this.bytes += forms.head.length + forms.unchanged!.length
    this.wire.set(coding, forms)
    this.given.add(coding)
    return forms
  }

  body(coding: Coding): Promise<Buffer> | Buffer {
    const ready = this.coded.get(coding)
    if (ready) return ready
    const { gzipLevel, brotliQuality } = efforts[this.effort]
    const making = (
      coding === 'gzip'
        ? toGzip(this.plain, { level: gzipLevel })
        : toBrotli(this.plain, { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } })
    ).then((bytes) => {
      this.coded.set(coding, bytes)
      this.bytes += bytes.length
      return bytes
    })
    this.coded.set(coding, making)
    return making
  }
}

// Brotli's quality 6 is within a few per cent of 11 on pages of this size, at a tenth of the time; 2 is a fifth larger
// at a fifth of that again.
const efforts = {
  kept: { gzipLevel: 7, brotliQuality: 6 },
  once: { gzipLevel: 2, brotliQuality: 2 },
}

/** The coding to answer in (RFC 9110, section 12.5.3), by what the client accepts. */
export function chooseCoding(acceptEncoding: string | string[] | undefined): Coding {
  if (!acceptEncoding) return 'identity'
  const wanted = String(acceptEncoding)
  const known = chosen.get(wanted)
  if (known) return known
  const coding = codingFor(wanted.toLowerCase())
  // Browsers say one of a few things; who says thousands gets them looked at each time.
  // (As a text of its own: what was given may be a part of a packet, which would be held with it.)
  if (chosen.size < 200 && wanted.length < 200) chosen.set(Buffer.from(wanted).toString(), coding)
  return coding
}

const chosen = new Map<string, Coding>()

function codingFor(wanted: string): Coding {
  const takes = (coding: string) =>
    wanted.split(',').some((part) => {
      const [name, ...parameters] = part.split(';').map((piece) => piece.trim())
      return name === coding && !parameters.some((parameter) => /^q=0(\.0+)?$/.test(parameter))
    })
  if (takes('br')) return 'br'
  return takes('gzip') ? 'gzip' : 'identity'
}

/** Header fields of many answers. Whoever changes one makes another object: what was made of these is kept by them. */
export type Fields = Readonly<Record<string, string>>

/**
 * Sends a document: 304 when the client has it, no body to HEAD. At once when its bytes are ready, with no promise to
 * wait for: nearly every answer is one of these.
 */
export function sendDocument(
  request: IncomingMessage,
  response: ServerResponse,
  document: Document,
  fields: Fields,
  caching: Fields = noFields,
): void | Promise<void> {
  const coding = chooseCoding(request.headers['accept-encoding'])
  const etag = document.etag(coding)
  document.given.add(coding)
  if (document.status === 200 && hasIt(request.headers['if-none-match'], etag)) {
    response.writeHead(304, { ...fields, ...caching, etag })
    response.end()
    return
  }
  const send = (body: Buffer) => {
    response.writeHead(document.status, document.head(coding, body.length, fields, caching))
    response.end(request.method === 'HEAD' ? undefined : body)
  }
  const body = document.body(coding)
  return Buffer.isBuffer(body) ? send(body) : body.then(send)
}

const noFields: Fields = {}

/** Does a client say that it has what has this tag? */
export const hasIt = (ifNoneMatch: string | undefined, etag: string) =>
  ifNoneMatch !== undefined &&
  (ifNoneMatch === '*' || ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag))
