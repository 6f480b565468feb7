import type { IncomingMessage, ServerResponse } from 'node:http'
import { done, refuse, type Result } from '@/lib/kernel/result'

/**
 * Reads the whole body; one that is larger than `limit` bytes is refused without being read to its end. What is left
 * of it would stand before the next request of its connection, so the answer ends that.
 */
export async function readBody(
  request: IncomingMessage,
  response: ServerResponse,
  limit: number,
): Promise<Result<Buffer, 'too-large' | 'cut-off'>> {
  const body = await readUpTo(request, limit)
  if (!body.ok) response.setHeader('connection', 'close')
  return body
}

async function readUpTo(
  request: IncomingMessage,
  limit: number,
): Promise<Result<Buffer, 'too-large' | 'cut-off'>> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return refuse('too-large')
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > limit) return refuse('too-large')
      chunks.push(chunk)
    }
  } catch {
    return refuse('cut-off')
  }
  return done(Buffer.concat(chunks))
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
    if (type === 'application/json') return asRecord(JSON.parse(strictText(body)))
    if (type === 'application/x-www-form-urlencoded')
      return done(gather(new URLSearchParams(wellEscaped(strictText(body)))))
    if (type === 'multipart/form-data') {
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

// Forms of ours have some twenty fields. A body can hold hundreds of thousands, and reading it must not take longer
// than its length.
const mostFields = 200

function gather(entries: Iterable<[string, unknown]>): Record<string, unknown> {
  const values = new Map<string, unknown[]>()
  let count = 0
  for (const [name, value] of entries) {
    if (++count > mostFields) throw new RangeError('too many fields')
    values.set(name, [...(values.get(name) ?? []), value])
  }
  const fields: Record<string, unknown> = Object.create(null)
  for (const [name, all] of values) fields[name] = all.length === 1 ? all[0] : all
  return fields
}
