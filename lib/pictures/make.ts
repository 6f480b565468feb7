import sharp, { type Sharp } from 'sharp'
import { done, refuse, type Result } from '@/lib/kernel/result'
import { kindOf } from './kind'
import { moves } from './moves'
import { onItsGround } from './ground'
import { pictureLimits, widthsOf, type PictureFormat, type PlainFormat } from './rules'
import { unpack, type Unpacked } from './unpack'

export type PictureRefusal =
  | 'picture-type'
  | 'picture-svg'
  | 'picture-large'
  | 'picture-pixels'
  | 'picture-dense'
  | 'picture-moving'
  | 'picture-broken'

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
  if (moves(kind, bytes)) return refuse('picture-moving')
  try {
    // Its own limit is off here: ours is asked before anything is unpacked, and has a sentence.
    const facts = await sharp(bytes, { limitInputPixels: false }).metadata()
    if ((facts.pages ?? 1) > 1) return refuse('picture-moving')
    const { width, height } = facts.autoOrient
    if (width * height > pictureLimits.pixels || Math.max(width, height) > pictureLimits.side)
      return refuse('picture-pixels')
    const unpacked = await unpack(kind, bytes, widthsOf(width).at(-1)!)
    if (!unpacked) return refuse('picture-broken')
    const made = await inAllSizes(unpacked, { width, height })
    return made ? done(made) : refuse('picture-dense')
  } catch {
    return refuse('picture-broken') // sharp says what is wrong with a file by throwing
  }
}

/** Nothing when a file gets larger than one may be: noise takes more room here than in what was uploaded. */
async function inAllSizes(
  unpacked: Unpacked,
  size: { width: number; height: number },
): Promise<MadePicture | undefined> {
  const widths = widthsOf(size.width)
  const { data, info: raw } = await onItsGround(unpacked)
  const pixels = () => sharp(data, { raw })
  const plain = (await pixels().stats()).isOpaque ? 'jpg' : 'png'
  const files: MadePicture['files'] = []
  // One after the other: a picture may take its time, and readers are answered by the same processors.
  for (const width of widths) {
    for (const format of ['avif', 'webp', plain] as const) {
      const made = encode[format](pixels().resize({ width })).timeout({ seconds: 30 })
      const bytes = await made.toBuffer()
      if (bytes.length > pictureLimits.fileBytes) return undefined
      files.push({ width, format, bytes })
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
