export type PictureKind = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif'

/** What a file is by its first bytes, whatever it calls itself: a picture that we take, a drawing, or neither. */
export function kindOf(bytes: Buffer): PictureKind | 'svg' | undefined {
  const at = (from: number, to: number) => bytes.toString('latin1', from, to)
  if (at(0, 3) === '\xff\xd8\xff') return 'jpeg'
  if (at(0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  if (at(0, 4) === 'RIFF' && at(8, 12) === 'WEBP') return 'webp'
  if (/^GIF8[79]a$/.test(at(0, 6))) return 'gif'
  if (at(4, 8) === 'ftyp' && /avif/.test(at(8, 32))) return 'avif'
  // A drawing can hold scripts and addresses: it is only named here to be refused by its name.
  return /<svg[\s>]/i.test(at(0, 4_096)) ? 'svg' : undefined
}
