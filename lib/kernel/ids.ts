import { randomBytes } from 'node:crypto'

/** A UUIDv7 (RFC 9562): sorts by time of making, so indexes grow at one end. */
export function newId(now = Date.now()): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(now, 0, 6)
  bytes[6] = 0x70 | (bytes[6]! & 0x0f)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  const hex = bytes.toString('hex')
  return dashed(hex)
}

/** As many of one moment, in an order of their own: what is first here sorts first. */
export const newIds = (count: number, now = Date.now()): string[] =>
  Array.from({ length: count }, () => newId(now)).sort()

/** The value as a UUID in lower case, if it is one. */
export const uuidIn = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)
    ? value.toLowerCase()
    : undefined

/** Thirty-two hexadecimal digits as they are written in a UUID. */
export function dashed(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  )
}

/** A UUID (version 8, RFC 9562) that is made of the beginning of a hash. */
export const uuidOfHash = (hex: string): string =>
  dashed(`${hex.slice(0, 12)}8${hex.slice(13, 16)}8${hex.slice(17, 32)}`)
