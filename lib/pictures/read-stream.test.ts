import { expect, test } from 'vitest'
import { readStream } from './read-stream'

test('a body is read up to the limit and no further', async () => {
  let given = 0
  const endless = () =>
    new ReadableStream<Uint8Array>({
      pull(stream) {
        given++
        stream.enqueue(new Uint8Array(10))
      },
    })
  expect(await readStream(endless(), 95)).toBeUndefined()
  expect(given).toBeLessThan(15)
  expect(await readStream(new Response('a picture').body, 9)).toEqual(Buffer.from('a picture'))
  expect(await readStream(null, 9)).toEqual(Buffer.alloc(0))
})
