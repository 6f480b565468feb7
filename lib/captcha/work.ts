import { createHash } from 'node:crypto'

/** Has the browser done its work on a challenge: twelve zero bits at the beginning of a hash? */
export function isWork(token: string, number: string): boolean {
  if (!/^\d{1,9}$/.test(number)) return false
  return createHash('sha256').update(`${token} ${number}`).digest().readUInt16BE(0) < 16
}
