import type { IncomingMessage, ServerResponse } from 'node:http'
import { done, refuse, type Result } from '@/lib/kernel/result'
import { addressKey } from '@/lib/kernel/address-key'
import { announcedLength, strangersLimit } from './body-limit'
import { BodyRoom } from './body-room'
import { bodyWasRead, closeAfterAnswer } from './linger'

type BodyRefusal = 'too-large' | 'cut-off' | 'no-room'
export const statusOfBody: Record<BodyRefusal, number> = { 'too-large': 413, 'cut-off': 400, 'no-room': 503 }

// Some ninety of the longest comment forms at the same time, eleven from one address.
const strangersRoom = new BodyRoom(64 * 1024 * 1024, 8 * 1024 * 1024)

/**
 * Reads the whole body; one that is larger than `limit` bytes is refused without being read to its end, and ends its
 * connection (`closeAfterAnswer`). Who waits to be asked for it (`Expect: 100-continue`) is asked only here. What is
 * larger than most bodies waits for its end in `room`; who has a session needs none.
 */
export async function readBody(
  request: IncomingMessage,
  response: ServerResponse,
  limit: number,
  room: BodyRoom | 'none needed' = strangersRoom,
): Promise<Result<Buffer, BodyRefusal>> {
  const body =
    announcedLength(request.headers) > limit
      ? refuse('too-large')
      : await readUpTo(request, response, limit, room)
  if (body.ok) bodyWasRead(response)
  else closeAfterAnswer(request, response)
  return body
}

/** By events, not by iteration: leaving a loop would end the stream, and nothing more could be dropped from it. */
function readUpTo(
  request: IncomingMessage,
  response: ServerResponse,
  limit: number,
  room: BodyRoom | 'none needed',
) {
  if (request.headers.expect !== undefined) {
    delete request.headers.expect
    if (request.httpVersion === '1.1') response.writeContinue()
  }
  return new Promise<Result<Buffer, BodyRefusal>>((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    let leave: (() => void) | undefined
    const take = (chunk: Buffer) => {
      size += chunk.length
      if (size > limit) return settle(refuse('too-large'))
      chunks.push(chunk)
      if (size <= strangersLimit || leave || room === 'none needed') return
      leave = room.enter(addressKey(String(request.headers['x-client-address'] ?? '')), limit)
      if (!leave) settle(refuse('no-room'))
    }
    const ended = () => settle(done(Buffer.concat(chunks)))
    const cut = () => settle(refuse('cut-off'))
    const settle = (outcome: Result<Buffer, BodyRefusal>) => {
      leave?.()
      request.pause().off('data', take).off('end', ended).off('close', cut)
      resolve(outcome)
    }
    // Its error is told by `close` too; without a listener it would be thrown.
    request.on('error', () => {})
    request.on('data', take).on('end', ended).on('close', cut)
  })
}

/**
 * The fields of a form, from urlencoded, multipart or JSON bodies. Values keep whatever shape they were sent
 * in (a name sent twice becomes an array, a file stays a file): the schemas behind refuse what is not text.
 */
export async function readFields(
  contentType: string | undefined,
  body: Buffer,
): Promise<Result<Record<string, unknown>, 'form-broken'>> {
  const type = (contentType ?? '').split(';')[0]!.trim().toLowerCase()
  try {
    if (type === 'application/json')
      return isFlatJson(body) ? asRecord(JSON.parse(strictText(body))) : refuse('form-broken')
    if (type === 'application/x-www-form-urlencoded' && occurs(body, '&', mostFields + 1))
      return refuse('form-broken')
    if (type === 'application/x-www-form-urlencoded')
      return done(gather(new URLSearchParams(wellEscaped(strictText(body)))))
    if (type === 'multipart/form-data') {
      if (!hasFewParts(body, contentType!)) return refuse('form-broken')
      const form = await new Response(new Uint8Array(body), {
        headers: { 'content-type': contentType! },
      }).formData()
      return done(gather(form as unknown as Iterable<[string, unknown]>))
    }
  } catch {
    return refuse('form-broken')
  }
  return refuse('form-broken')
}

const strictText = (body: Buffer) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(body)

// URLSearchParams turns escapes that are not UTF-8 into question marks; they are a fault of the form instead.
function wellEscaped(text: string) {
  decodeURIComponent(text.replace(/%(?![0-9a-f]{2})/gi, '%25'))
  return text
}

const asRecord = (value: unknown): Result<Record<string, unknown>, 'form-broken'> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? done(value as Record<string, unknown>)
    : refuse('form-broken')

/**
 * Has a JSON text no more members than a form of ours has fields, and nothing far inside another? Asked of its bytes,
 * before anything is made of them.
 */
export function isFlatJson(body: Buffer): boolean {
  let [depth, members] = [0, 1]
  for (let place = 0; place < body.length; place++) {
    const sign = body[place]!
    if (sign === signs.quote) place = endOfString(body, place)
    else if (sign === signs.comma) members++
    else if (opening.has(sign)) depth++
    else if (closing.has(sign)) depth--
    if (depth > deepest || members > mostFields) return false
  }
  return true
}
const signs = { quote: 0x22, comma: 0x2c, backslash: 0x5c }
const opening = new Set(Buffer.from('[{'))
const closing = new Set(Buffer.from(']}'))
// A field is a text; what is inside one is refused by the schemas, which name the field.
const deepest = 4

function endOfString(body: Buffer, start: number): number {
  let place = start + 1
  while (place < body.length && body[place] !== signs.quote) place += body[place] === signs.backslash ? 2 : 1
  return place
}

/**
 * Has a multipart body no more parts than a form of ours may have? Parsers take their time over each part, so the
 * boundaries are counted before one of them looks at it.
 */
export function hasFewParts(body: Buffer, contentType: string): boolean {
  const boundary = /;\s?boundary=(?:"([^"]{1,200})"|([^\s;",]{1,200}))/i.exec(contentType.slice(0, 1_000))
  const mark = boundary?.[1] ?? boundary?.[2]
  // The last boundary ends the last part.
  return mark !== undefined && !occurs(body, `--${mark}`, mostFields + 2)
}

/** Does this text occur at least so many times? */
function occurs(body: Buffer, text: string, times: number): boolean {
  // As bytes, as headers are (Node reads them so): searching for a text aborts the process with some texts.
  const bytes = Buffer.from(text, 'latin1')
  let place = -1
  for (let count = 0; count < times; count++) {
    place = body.indexOf(bytes, place + 1)
    if (place < 0) return false
  }
  return true
}

// Forms of ours have some twenty fields. A body can hold hundreds of thousands, and reading it must not take longer
// than its length.
const mostFields = 200

function gather(entries: Iterable<[string, unknown]>): Record<string, unknown> {
  const values = new Map<string, unknown[]>()
  let count = 0
  for (const [name, value] of entries) {
    if (++count > mostFields) throw new RangeError('too many fields')
    const before = values.get(name)
    if (before) before.push(value)
    else values.set(name, [value])
  }
  const fields: Record<string, unknown> = Object.create(null)
  for (const [name, all] of values) fields[name] = all.length === 1 ? all[0] : all
  return fields
}
