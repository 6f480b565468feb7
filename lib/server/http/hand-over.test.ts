import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { withReadBody } from './hand-over'

const asked = () =>
  Object.assign(new IncomingMessage(new Socket()), {
    method: 'POST',
    url: '/desk?x',
    headers: { 'transfer-encoding': 'chunked', expect: '100-continue', cookie: 'a=b' },
    rawHeaders: ['Cookie', 'a=b'],
    httpVersion: '1.1',
    httpVersionMajor: 1,
    httpVersionMinor: 1,
  })

test.each(['', 'four'])(
  'a request is handed over with the body %j, and with its length alone',
  async (body) => {
    const request = asked()
    const copy = withReadBody(request, Buffer.from(body))
    const { method, url, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = request
    expect(copy).toMatchObject({ method, url, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor })
    expect(copy.headers).toEqual({ cookie: 'a=b', 'content-length': String(body.length) })
    expect(copy.complete).toBe(true)
    expect(Buffer.concat(await copy.toArray()).toString()).toBe(body)
    // What was asked is left as it was.
    expect(request.headers).toHaveProperty('transfer-encoding')
  },
)
