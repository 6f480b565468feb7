import sharp, { type FailOnOptions } from 'sharp'
import type { PictureKind } from './kind'
import { mendGif } from './mending/gif'
import type { Mended } from './mending/mended'
import { mendJpeg } from './mending/jpeg'
import { mendPng } from './mending/png'
import { pictureLimits } from './rules'

/** The pixels of a picture in sRGB, upright, as wide as they are needed. */
export type Unpacked = Awaited<ReturnType<typeof pixelsOf>>

/**
 * Unpacks a picture once, at the size of its largest file. One that its decoder complains of is taken where browsers
 * show the whole of it, and refused where parts are missing: nothing comes back.
 */
export async function unpack(kind: PictureKind, bytes: Buffer, width: number): Promise<Unpacked | undefined> {
  try {
    return await pixelsOf(bytes, width, 'warning')
  } catch {
    return mended(kind, bytes, width)
  }
}

// A warning may be about a field that nobody reads, or about half a picture. Those of libvips do not say which.
async function mended(kind: PictureKind, bytes: Buffer, width: number): Promise<Unpacked | undefined> {
  const file = await mend[kind]?.(bytes)
  if (!file) return undefined
  const pixels = await pixelsOf(file.bytes, width, 'error')
  if (!file.withMore) return pixels
  const ifThereWereMore = await pixelsOf(file.withMore, width, 'error')
  return pixels.data.equals(ifThereWereMore.data) ? pixels : undefined
}

const mend: Partial<
  Record<PictureKind, (bytes: Buffer) => Mended | undefined | Promise<Mended | undefined>>
> = {
  jpeg: mendJpeg,
  png: mendPng,
  gif: mendGif,
}

const pixelsOf = (bytes: Buffer, width: number, failOn: FailOnOptions) =>
  sharp(bytes, { limitInputPixels: pictureLimits.pixels, failOn })
    .autoOrient()
    .resize({ width })
    .toColourspace('srgb')
    .raw()
    .timeout({ seconds: 30 })
    .toBuffer({ resolveWithObject: true })
