import { expect, test } from 'vitest'
import { readStream } from './read-stream'

test('a body is kept up to the limit, and read to its end in any case', async () => {
  let left = 20
  const large = new ReadableStream<Uint8Array>({
    pull: (stream) => (left-- > 0 ? stream.enqueue(new Uint8Array(10)) : stream.close()),
  })
  expect(await readStream(large, 95)).toBeUndefined()
  expect(left).toBeLessThan(0)
  expect(await readStream(new Response('a picture').body, 9)).toEqual(Buffer.from('a picture'))
  expect(await readStream(null, 9)).toEqual(Buffer.alloc(0))
})
