import { brandsOf, type PictureKind } from './kind'
import { chunksOf } from './mending/png'

/**
 * Is it a moving picture of the kinds in which libvips sees a still one: a PNG or AVIF with frames? What it counts as
 * pages (GIF, WebP) is not asked here.
 */
export function moves(kind: PictureKind, bytes: Buffer): boolean {
  if (kind === 'png') return isAnimatedPng(bytes)
  return kind === 'avif' && brandsOf(bytes)[0] === 'avis'
}

/** https://www.w3.org/TR/png-3/#apng-frame-based-animation: what says so stands before the pixels of the still picture. */
function isAnimatedPng(bytes: Buffer): boolean {
  let frames: number | undefined
  let beginsWithStill = false
  for (const { type, data } of chunksOf(bytes)) {
    if (type === 'IDAT' || type === 'IEND') break
    if (type === 'acTL' && data.length >= 4) frames = data.readUInt32BE(0)
    if (type === 'fcTL') beginsWithStill = true
  }
  // A single frame that is not the still picture is shown in its place: that is no still picture either.
  return frames !== undefined && (frames > 1 || !beginsWithStill)
}
