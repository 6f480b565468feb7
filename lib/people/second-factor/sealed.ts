import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

// AES-256-GCM, with a key that is derived from the site's secret and used for nothing else. A secret is sealed for its
// person: in the row of another one it opens nothing.

const CIPHER = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

const keyOf = (siteSecret: string) =>
  Buffer.from(hkdfSync('sha256', siteSecret, '', 'chapterhouse sealed second factor', 32))

export function seal(siteSecret: string, personId: string, text: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(CIPHER, keyOf(siteSecret), iv).setAAD(Buffer.from(personId))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, sealed, cipher.getAuthTag()]).toString('base64url')
}

/** What was sealed; nothing when it was for somebody else, has been changed, or the site's secret is another one by now. */
export function unseal(siteSecret: string, personId: string, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < IV_BYTES + TAG_BYTES) return undefined
  const end = bytes.length - TAG_BYTES
  try {
    const decipher = createDecipheriv(CIPHER, keyOf(siteSecret), bytes.subarray(0, IV_BYTES))
      .setAAD(Buffer.from(personId))
      .setAuthTag(bytes.subarray(end))
    return decipher.update(bytes.subarray(IV_BYTES, end), undefined, 'utf8') + decipher.final('utf8')
  } catch {
    return undefined
  }
}
