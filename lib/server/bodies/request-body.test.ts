import { Socket } from 'node:net'
import { Readable } from 'node:stream'
import { IncomingMessage, ServerResponse } from 'node:http'
import { expect, test, vi } from 'vitest'
import { hasFewParts, readBody, readFields } from './request-body'

const form = 'application/x-www-form-urlencoded'
const fields = async (type: string | undefined, body: string | Buffer) =>
  readFields(type, Buffer.from(body as string))

test('a form’s fields', async () => {
  expect(await fields(form, 'a=1+2&b=%E7%81%AF')).toEqual({ ok: true, value: { a: '1 2', b: '灯' } })
})

test('a name sent twice is an array, for the schema to refuse', async () => {
  expect(await fields(form, 'a=1&a=2&a=3')).toEqual({ ok: true, value: { a: ['1', '2', '3'] } })
})

test('names of the language’s own do no harm', async () => {
  const read = await fields(form, '__proto__=x&constructor=y')
  expect(read.ok && Object.keys(read.value)).toEqual(['__proto__', 'constructor'])
  expect(({} as Record<string, unknown>).x).toBeUndefined()
})

test('JSON is read as it is', async () => {
  expect(await fields('application/json; charset=utf-8', '{"a":{"contains":""}}')).toEqual({
    ok: true,
    value: { a: { contains: '' } },
  })
})

test.each([
  ['application/json', '[1]'],
  ['application/json', 'null'],
  ['application/json', '{'],
  ['text/plain', 'a=1'],
  [undefined, 'a=1'],
  ['multipart/form-data', 'no boundary'],
])('%s %s is no form', async (type, body) =>
  expect(await fields(type, body)).toEqual({ ok: false, refusal: 'form-broken' }),
)

test('bytes that are not UTF-8 are no form', async () => {
  expect(await readFields(form, Buffer.from([0x61, 0x3d, 0xff]))).toEqual({
    ok: false,
    refusal: 'form-broken',
  })
})

test('escapes that are not UTF-8 are no form; a lone percent sign is one', async () => {
  expect(await fields(form, 'a=caf%E9')).toEqual({ ok: false, refusal: 'form-broken' })
  expect(await fields(form, 'a=100%')).toEqual({ ok: true, value: { a: '100%' } })
})

test('multipart fields are read, files stay files', async () => {
  const data = new FormData()
  data.set('comment', 'hello')
  data.set('author', new Blob(['x']), 'x.txt')
  const request = new Response(data)
  const read = await readFields(
    request.headers.get('content-type')!,
    Buffer.from(await request.arrayBuffer()),
  )
  expect(read.ok && read.value.comment).toBe('hello')
  expect(read.ok && typeof read.value.author).toBe('object')
})

const read = async (chunks: Buffer[], headers = {}) => {
  const request = Object.assign(Readable.from(chunks), { headers }) as unknown as IncomingMessage
  const response = new ServerResponse(new IncomingMessage(new Socket()))
  return { ...(await readBody(request, response, 10)), connection: response.getHeader('connection') }
}

test('a body over the limit is refused, announced or not, and ends its connection', async () => {
  const refused = { ok: false, refusal: 'too-large', connection: 'close' }
  expect(await read([], { 'content-length': '11' })).toEqual(refused)
  expect(await read([Buffer.alloc(6), Buffer.alloc(6)])).toEqual(refused)
  expect(await read([Buffer.alloc(6)])).toMatchObject({ ok: true, connection: undefined })
})

test.each([form, 'multipart'])('more fields than any form has are no form: %s', async (type) => {
  const read = async (count: number) => {
    if (type === form) return fields(form, 'a=1&'.repeat(count))
    const data = new FormData()
    for (let place = 0; place < count; place++) data.append('a', '1')
    const request = new Response(data)
    return readFields(request.headers.get('content-type')!, Buffer.from(await request.arrayBuffer()))
  }
  expect(await read(200)).toMatchObject({ ok: true })
  expect(await read(201)).toEqual({ ok: false, refusal: 'form-broken' })
  expect(await read(20_000)).toEqual({ ok: false, refusal: 'form-broken' })
})

test.each([
  ['nested arrays', `{"comment":${'['.repeat(32_000)}${']'.repeat(32_000)}}`],
  ['nested objects', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
  ['nested and not closed', '['.repeat(65_536)],
  ['10,000 keys', `{${Array.from({ length: 10_000 }, (_, place) => `"${place}":1`).join()}}`],
  ['10,000 times one key', `{${'"a":1,'.repeat(10_000)}"a":1}`],
  ['10,000 members of one field', `{"comment":[${'1,'.repeat(10_000)}1]}`],
  ['five deep', '{"a":[[[[1]]]]}'],
  ['201 keys', `{${Array.from({ length: 201 }, (_, place) => `"${place}":1`).join()}}`],
])('JSON of %s is no form, and is not parsed', async (_, body) => {
  const parse = vi.spyOn(JSON, 'parse')
  const begun = performance.now()
  try {
    const read = await fields('application/json', body)
    expect([read.ok, parse.mock.calls.length]).toEqual([false, 0])
  } finally {
    parse.mockRestore()
  }
  expect(performance.now() - begun).toBeLessThan(200)
})

test('what stands in the texts of a JSON form makes it neither deep nor long', async () => {
  const comment = `${'[{"\\'.repeat(5_000)}${','.repeat(5_000)}`
  const form = Object.fromEntries(Array.from({ length: 199 }, (_, place) => [`"field," ${place}`, ',']))
  const whole = { ...form, comment }
  expect(await fields('application/json', JSON.stringify(whole))).toEqual({ ok: true, value: whole })
  expect(await fields('application/json', '{"a":"x')).toEqual({ ok: false, refusal: 'form-broken' })
})

test('a body of 16,000 empty parts is refused before anything parses it', async () => {
  const part = '--x\r\ncontent-disposition: form-data; name="$ACTION_REF_1"\r\n\r\n\r\n'
  const body = Buffer.from(part.repeat(16_000) + '--x--\r\n')
  const begun = performance.now()
  expect(await readFields('multipart/form-data; boundary=x', body)).toEqual({
    ok: false,
    refusal: 'form-broken',
  })
  expect(performance.now() - begun).toBeLessThan(200)
  expect(hasFewParts(body, 'multipart/form-data; boundary=x')).toBe(false)
  const few = Buffer.from(part.repeat(200) + '--x--\r\n')
  expect(hasFewParts(few, 'multipart/form-data; boundary="x"')).toBe(true)
  expect(hasFewParts(few, 'multipart/form-data')).toBe(false)
})
