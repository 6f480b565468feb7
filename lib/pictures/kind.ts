export type PictureKind = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif'

/** What a file is by its first bytes, whatever it calls itself: a picture that we take, a drawing, or neither. */
export function kindOf(bytes: Buffer): PictureKind | 'svg' | undefined {
  const at = (from: number, to: number) => bytes.toString('latin1', from, to)
  if (at(0, 3) === '\xff\xd8\xff') return 'jpeg'
  if (at(0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  if (at(0, 4) === 'RIFF' && at(8, 12) === 'WEBP') return 'webp'
  if (/^GIF8[79]a$/.test(at(0, 6))) return 'gif'
  if (at(4, 8) === 'ftyp' && brandsOf(bytes).some((brand) => brand === 'avif' || brand === 'avis'))
    return 'avif'
  // A drawing can hold scripts and addresses: it is only named here to be refused by its name.
  return /<svg[\s>]/i.test(at(0, 4_096)) ? 'svg' : undefined
}

/** What an ISO media file says it can be read as, its own kind first (ISO/IEC 14496-12, 4.3). */
export function brandsOf(bytes: Buffer): string[] {
  const end = Math.min(bytes.readUInt32BE(0), bytes.length, 256)
  const brands = [8, ...Array.from({ length: 62 }, (_, place) => 16 + 4 * place)]
  return brands.filter((at) => at + 4 <= end).map((at) => bytes.toString('latin1', at, at + 4))
}
