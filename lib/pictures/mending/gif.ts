import { noise, type Mended } from './mended'

const end = Buffer.from([0x00, 0x3b])
const more = noise(64)

/** A GIF without the two bytes that say that its picture and its file end: browsers do not miss them. */
export const mendGif = (bytes: Buffer): Mended => ({
  bytes: Buffer.concat([bytes, end]),
  withMore: Buffer.concat([bytes, Buffer.from([more.length]), more, end]),
})
