import sharp, { type Sharp } from 'sharp'
import { done, refuse, type Result } from '@/lib/kernel/result'
import { kindOf } from './kind'
import { pictureLimits, widthsOf, type PictureFormat, type PlainFormat } from './rules'

export type PictureRefusal =
  'picture-type' | 'picture-svg' | 'picture-large' | 'picture-pixels' | 'picture-moving' | 'picture-broken'

export interface MadePicture {
  width: number
  height: number
  plain: PlainFormat
  files: { width: number; format: PictureFormat; bytes: Buffer }[]
}

/**
 * An upload as the files that readers get: every width as AVIF, WebP and a plain format. They hold pixels alone:
 * place, camera and time of a photograph, and whatever else a file can carry, are not written again.
 */
export async function makePicture(bytes: Buffer): Promise<Result<MadePicture, PictureRefusal>> {
  if (bytes.length > pictureLimits.bytes) return refuse('picture-large')
  const kind = kindOf(bytes)
  if (kind === 'svg') return refuse('picture-svg')
  if (!kind) return refuse('picture-type')
  try {
    // Its own limit is off here: ours is asked before anything is unpacked, and has a sentence.
    const facts = await sharp(bytes, { limitInputPixels: false }).metadata()
    if ((facts.pages ?? 1) > 1) return refuse('picture-moving')
    const { width, height } = facts.autoOrient
    if (width * height > pictureLimits.pixels || Math.max(width, height) > pictureLimits.side)
      return refuse('picture-pixels')
    return done(await inAllSizes(bytes, { width, height }))
  } catch {
    return refuse('picture-broken') // sharp says what is wrong with a file by throwing
  }
}

async function inAllSizes(bytes: Buffer, size: { width: number; height: number }): Promise<MadePicture> {
  const widths = widthsOf(size.width)
  // Unpacked, turned upright and made small once: each file is made from the largest one's pixels.
  const { data, info: raw } = await sharp(bytes, { limitInputPixels: pictureLimits.pixels })
    .autoOrient()
    .resize({ width: widths.at(-1)! })
    .toColourspace('srgb')
    .raw()
    .timeout({ seconds: 30 })
    .toBuffer({ resolveWithObject: true })
  const pixels = () => sharp(data, { raw })
  const plain = (await pixels().stats()).isOpaque ? 'jpg' : 'png'
  const files: MadePicture['files'] = []
  // One after the other: a picture may take its time, and readers are answered by the same processors.
  for (const width of widths) {
    for (const format of ['avif', 'webp', plain] as const) {
      const made = encode[format](pixels().resize({ width })).timeout({ seconds: 30 })
      files.push({ width, format, bytes: await made.toBuffer() })
    }
  }
  return { ...size, plain, files }
}

const encode: Record<PictureFormat, (picture: Sharp) => Sharp> = {
  avif: (picture) => picture.avif({ quality: 55, effort: 3 }),
  webp: (picture) => picture.webp({ quality: 78 }),
  jpg: (picture) => picture.flatten({ background: '#fff' }).jpeg({ quality: 80, mozjpeg: true }),
  png: (picture) => picture.png({ compressionLevel: 9, palette: true }),
}
