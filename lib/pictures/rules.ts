// What a picture may be, and under which addresses its files stand: known to the editor, the pages and the server.

/** Of an upload; and `fileBytes`, of each file that is made of it. */
export const pictureLimits = { bytes: 12_000_000, pixels: 50_000_000, side: 12_000, fileBytes: 20_000_000 }

const pictureFormats = ['avif', 'webp', 'jpg', 'png'] as const
export type PictureFormat = (typeof pictureFormats)[number]
/** What every browser shows; a picture with transparent parts has none in JPEG. */
export type PlainFormat = 'jpg' | 'png'

export const pictureTypes: Record<PictureFormat, string> = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpg: 'image/jpeg',
  png: 'image/png',
}

/** What services that show cards expect (https://ogp.me): 1.91 to 1. */
export const shareImageSize = { width: 1_200, height: 630 }
/** How cards are drawn. Whoever changes what stands on a card counts this up: those that are kept are drawn again. */
export const shareImageDrawing = 2
export const shareImagePath = (hash: string) => picturePath(hash, shareImageSize.width, 'png')

export interface StoredPicture {
  hash: string
  width: number
  height: number
  plain: PlainFormat
}

// A phone, a phone with a fine screen, the measure of a page on a fine screen.
const steps = [480, 800, 1360]

/** The widths in which a picture is kept, smallest first: never larger than it was. */
export function widthsOf(width: number): number[] {
  const largest = Math.min(width, steps.at(-1)!)
  return [...steps.filter((step) => step < largest * 0.85), largest]
}

export const picturePath = (hash: string, width: number, format: PictureFormat) =>
  `/media/${hash}-${width}.${format}`

const fileName = new RegExp(`^/media/([0-9a-f]{32})-([1-9][0-9]{0,3})\\.(${pictureFormats.join('|')})$`)

/** The file that an address names, if it could be one of ours. */
export function pictureAt(path: string): { hash: string; width: number; format: PictureFormat } | undefined {
  const [, hash, width, format] = fileName.exec(path) ?? []
  return hash ? { hash, width: Number(width), format: format as PictureFormat } : undefined
}

export const isPictureHash = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{32}$/.test(value)
