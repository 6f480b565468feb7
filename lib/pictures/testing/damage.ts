import { crc32 } from 'node:zlib'

// Files as careless programs, broken connections and old cameras leave them.

export const cutFileTo = (bytes: Buffer, share: number) => bytes.subarray(0, Math.floor(bytes.length * share))
export const without = (bytes: Buffer, last: number) => bytes.subarray(0, bytes.length - last)
export const followedBy = (bytes: Buffer, ...more: (Buffer | string)[]) =>
  Buffer.concat([bytes, ...more.map((part) => Buffer.from(part))])
export const endOfJpeg = Buffer.from([0xff, 0xd9])

/** A JPEG whose scan says of itself what only a progressive one may: decoders warn and go on. */
export function withOddScan(jpeg: Buffer): Buffer {
  const odd = Buffer.from(jpeg)
  const scan = odd.indexOf(Buffer.from([0xff, 0xda]))
  odd.fill(0, scan + 5 + 2 * odd[scan + 4]!, scan + 7 + 2 * odd[scan + 4]!)
  return odd
}

/** Two bytes that belong to nothing, before the scan of a JPEG. */
export function withStrayBytes(jpeg: Buffer): Buffer {
  const scan = jpeg.indexOf(Buffer.from([0xff, 0xda]))
  return Buffer.concat([jpeg.subarray(0, scan), Buffer.alloc(2), jpeg.subarray(scan)])
}

/** A JPEG that says that it has so many lines. */
export function withHeight(jpeg: Buffer, height: number): Buffer {
  const changed = Buffer.from(jpeg)
  changed.writeUInt16BE(height, changed.indexOf(Buffer.from([0xff, 0xc0])) + 5)
  return changed
}

type Chunk = [type: string, data: Buffer]

/** A PNG with other chunks; those of the types in `wrong` get a wrong sum. */
export function pngWith(png: Buffer, change: (chunks: Chunk[]) => Chunk[], wrong: string[] = []): Buffer {
  const parts = change(chunksIn(png)).map(([type, data]) => {
    const head = Buffer.from(`\0\0\0\0${type}`, 'latin1')
    head.writeUInt32BE(data.length)
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE((crc32(Buffer.concat([head.subarray(4), data])) ^ (wrong.includes(type) ? 1 : 0)) >>> 0)
    return Buffer.concat([head, data, sum])
  })
  return Buffer.concat([png.subarray(0, 8), ...parts])
}

function chunksIn(png: Buffer): Chunk[] {
  const found: Chunk[] = []
  for (let at = 8; at < png.length;) {
    const end = at + 8 + png.readUInt32BE(at)
    found.push([png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, end)])
    at = end + 4
  }
  return found
}

/** A still PNG as one with this many frames, all alike; `hidden`: the still picture itself is none of them. */
export const movingPng = (png: Buffer, frames: number, hidden = false): Buffer =>
  pngWith(png, (chunks) => {
    let order = 0
    const size = png.subarray(16, 24)
    const pixels = Buffer.concat(chunks.filter(([type]) => type === 'IDAT').map(([, data]) => data))
    const control = (): Chunk => [
      'fcTL',
      Buffer.concat([numbers(order++), size, numbers(0, 0), Buffer.from([0, 1, 0, 10, 0, 0])]),
    ]
    const first = hidden ? [] : [control()]
    const others = Array.from({ length: frames - first.length }, (): Chunk[] => [
      control(),
      ['fdAT', Buffer.concat([numbers(order++), pixels])],
    ])
    return [
      ...[chunks[0]!, ['acTL', numbers(frames, 0)] satisfies Chunk, ...first],
      ...[['IDAT', pixels] satisfies Chunk, ...others.flat(), ['IEND', Buffer.alloc(0)] satisfies Chunk],
    ]
  })

function numbers(...values: number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length)
  values.forEach((value, place) => bytes.writeUInt32BE(value, 4 * place))
  return bytes
}

/** An AVIF that calls itself a sequence first. */
export function asSequence(avif: Buffer): Buffer {
  const changed = Buffer.from(avif)
  changed.write('avis', 8, 'latin1')
  return changed
}
