import { IncomingMessage } from 'node:http'

/** The same request with this body, which has been read ahead: what stands behind us reads what we have counted. */
export function withReadBody(request: IncomingMessage, body: Buffer): IncomingMessage {
  const copy = new IncomingMessage(request.socket)
  const { method, url, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = request
  const headers = { ...request.headers, 'content-length': String(body.length) }
  delete headers['transfer-encoding']
  delete headers.expect
  Object.assign(copy, { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor })
  if (body.length > 0) copy.push(body)
  copy.push(null)
  copy.complete = true
  return copy
}
