import { createHash } from 'node:crypto'

/** The name of a picture: the first half of the SHA-256 of what it was made from. */
export function pictureHash(...parts: (string | Buffer)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex').slice(0, 32)
}
