import { promisify } from 'node:util'
import { constants, crc32, deflate, inflateRaw } from 'node:zlib'
import type { Mended } from './mended'

const signature = Buffer.from('89504e470d0a1a0a', 'hex')
// What the pixels are made of, and what says which colours they are. The rest is no part of the picture.
const wanted = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'sBIT'])
const mostPixelBytes = 200_000_000

interface Chunk {
  type: string
  data: Buffer
  /** It is all there, and its sum is right. */
  isSound: boolean
}

/**
 * A PNG whose decoder complains, packed anew when all of its pixels are there: the sum over them may be wrong, or
 * something beside them. Nothing when a part of the file is missing or was changed on its way.
 */
export async function mendPng(bytes: Buffer): Promise<Mended | undefined> {
  const chunks = [...chunksOf(bytes)].filter(({ type }) => wanted.has(type))
  const [header] = chunks
  if (header?.type !== 'IHDR' || !header.isSound || header.data.length !== 13) return undefined
  const pixelParts = chunks.filter(({ type }) => type === 'IDAT')
  if (pixelParts.some(({ isSound }) => !isSound)) return undefined
  const size = sizeOfPixels(header.data)
  if (size > mostPixelBytes) return undefined
  const pixels = await unpacked(Buffer.concat(pixelParts.map(({ data }) => data)), size)
  if (!pixels || pixels.length < size) return undefined
  const beside = chunks.filter(({ type, isSound }) => isSound && type !== 'IDAT')
  const packed = await promisify(deflate)(pixels, { level: 1 })
  const mended = [signature, ...beside.map(({ type, data }) => written(type, data))]
  mended.push(written('IDAT', packed), written('IEND', Buffer.alloc(0)))
  return { bytes: Buffer.concat(mended) }
}

/** The chunks of a PNG as far as they go. https://www.w3.org/TR/png-3/#5Chunk-layout */
export function* chunksOf(bytes: Buffer): Generator<Chunk> {
  for (let at = signature.length; at + 8 <= bytes.length;) {
    const length = bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    const to = at + 8 + length
    const data = bytes.subarray(at + 8, to)
    const isSound = to + 4 <= bytes.length && crc32(bytes.subarray(at + 4, to)) === bytes.readUInt32BE(to)
    yield { type, data, isSound }
    if (type === 'IEND') return
    at = to + 4
  }
}

function written(type: string, data: Buffer): Buffer {
  const chunk = Buffer.alloc(12 + data.length)
  chunk.writeUInt32BE(data.length)
  chunk.write(type, 4, 'latin1')
  data.copy(chunk, 8)
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + data.length)), 8 + data.length)
  return chunk
}

/** Without the two bytes before the data and the sum behind it: whether that is right is not asked here. */
async function unpacked(zlib: Buffer, most: number): Promise<Buffer | undefined> {
  try {
    return await promisify(inflateRaw)(zlib.subarray(2), {
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: most + 1_000_000, // some write more than there are lines
    })
  } catch {
    return undefined
  }
}

/** How many bytes a picture's lines have, each with the byte that names its filter. */
function sizeOfPixels(header: Buffer): number {
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const [depth, colour, , , interlaced] = header.subarray(8) as unknown as number[]
  const bits = depth! * ({ 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[colour!] ?? 4)
  const lines = (across: number, down: number) =>
    across === 0 || down === 0 ? 0 : down * (1 + Math.ceil((across * bits) / 8))
  if (interlaced !== 1) return lines(width, height)
  return passes
    .map(([left, top, byX, byY]) => lines(Math.ceil((width - left) / byX), Math.ceil((height - top) / byY)))
    .reduce((sum, size) => sum + size, 0)
}

// Adam7: where each pass begins, and its steps. https://www.w3.org/TR/png-3/#8InterlaceMethods
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const
