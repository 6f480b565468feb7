import { IncomingMessage } from 'node:http'
import { readBody } from './request-body'

const limit = 2 * 1024 * 1024

/**
 * A call of a Server Action whose arguments were sent as text, read ahead and checked: Next answers what it
 * cannot decode with a 500 of its own, to anybody. Gives the request to hand on, or undefined when it is no call.
 */
export async function readableCall(
  request: IncomingMessage,
): Promise<IncomingMessage | 'too-large' | undefined> {
  const body = await readBody(request, limit)
  if (!body.ok) return body.refusal === 'too-large' ? 'too-large' : undefined
  if (!isCall(body.value.toString('utf8'))) return undefined
  const copy = new IncomingMessage(request.socket)
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = request
  Object.assign(copy, { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor })
  copy.push(body.value)
  copy.push(null)
  copy.complete = true
  return copy
}

export const isTextCall = ({ method, headers }: IncomingMessage) =>
  method === 'POST' &&
  headers['next-action'] !== undefined &&
  /^text\/plain\b/i.test(headers['content-type'] ?? '')

/** React writes the arguments as a JSON array; `$` begins a reference, and references need more parts than a text has. */
export function isCall(text: string): boolean {
  try {
    const call: unknown = JSON.parse(text)
    return Array.isArray(call) && noReferences(call)
  } catch {
    return false
  }
}

// `$$` is a dollar sign; undefined, numbers that JSON lacks, dates and big numbers stand for themselves.
const standsForItself = /^(?!\$)|^\$(\$|undefined$|Infinity$|-Infinity$|-0$|NaN$|D[\d:.TZ+-]+$|n-?\d+$)/

function noReferences(value: unknown): boolean {
  if (typeof value === 'string') return standsForItself.test(value)
  if (typeof value !== 'object' || value === null) return true
  return Object.values(value).every(noReferences)
}
