import http from 'node:http'
import https from 'node:https'

export interface Answer {
  status: number
  headers: http.IncomingHttpHeaders
  body: Buffer
}

interface Asking {
  headers?: http.OutgoingHttpHeaders
  /** Whom to believe, where the address is one of TLS. */
  ca?: Buffer
  /** What is sent, as a form. */
  form?: Record<string, string>
}

/** Asks on a connection of its own, follows nothing, and takes the bytes as they come. */
export const ask = (url: string, { headers = {}, ca, form }: Asking = {}) =>
  new Promise<Answer>((resolve, reject) => {
    const body = form && new URLSearchParams(form).toString()
    const options = {
      agent: false,
      method: body ? 'POST' : 'GET',
      ca,
      headers: { ...headers, ...(body ? { 'content-type': 'application/x-www-form-urlencoded' } : {}) },
    }
    const request = (url.startsWith('https:') ? https : http).request(url, options, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.once('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(parts) }),
      )
    })
    request.once('error', reject).end(body)
  })
