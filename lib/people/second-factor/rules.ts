import { asciiDigits } from '@/lib/kernel/text/digits'
import type { Limits } from '../sign-in/turns'

export const CODE_DIGITS = 6
/** A code is made of the time in steps of so many seconds; clocks may be off by one step. */
export const STEP_SECONDS = 30

/** So long somebody may take for the second step of a sign-in, and for answering with a passkey. */
export const TICKET_SECONDS = 10 * 60
export const CHALLENGE_SECONDS = 5 * 60

export const RECOVERY_CODES = 10
export const MOST_PASSKEYS = 20
export const MOST_NAME_CHARACTERS = 60

/**
 * Wrong codes in any hour, of who has typed the right password in a browser that does not know its owner. Three codes
 * in a million are right at any moment: twelve an hour take 2.2 years for an even chance.
 */
export const codeLimits: Limits = {
  free: 3,
  freeElsewhere: 20,
  all: 12,
  neighbourhood: 6,
  network: 4,
  visit: 2,
  elsewhere: 40,
}

/** The code in what somebody typed: apps show it in groups, and people type digits of their script. */
export function codeIn(typed: string): string | undefined {
  const code = asciiDigits(typed.slice(0, 40)).replace(/[\s\p{Cf}-]/gu, '')
  return /^\d{6}$/.test(code) ? code : undefined
}

// Crockford's base 32: no letter that looks like a digit, so what is read wrongly is mended.
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const RECOVERY_SIGNS = 16

/** A recovery code of random bytes, one for each sign: 80 bits, which nobody guesses. */
export const recoveryCodeOf = (bytes: Uint8Array) =>
  [...bytes.subarray(0, RECOVERY_SIGNS)]
    .map((byte) => signs[byte % signs.length])
    .join('')
    .replace(/.{4}(?=.)/g, (four) => `${four}-`)

/** A recovery code as it was made, in what somebody typed. */
export function recoveryCodeIn(typed: string): string | undefined {
  const read = asciiDigits(typed.slice(0, 80).normalize('NFKC'))
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[IL]/g, '1')
    .replaceAll('O', '0')
  if (read.length !== RECOVERY_SIGNS || [...read].some((sign) => !signs.includes(sign))) return undefined
  return read.replace(/.{4}(?=.)/g, (four) => `${four}-`)
}

interface RelyingParty {
  /** The host that keys are bound to. */
  id: string
  origin: string
}

/** For whom passkeys are made; nobody where browsers would refuse: at a bare number, and where nothing is encrypted. */
export function relyingPartyAt(siteUrl: string): RelyingParty | undefined {
  const { hostname, protocol, origin } = new URL(siteUrl)
  const isLoopback = hostname === 'localhost' || hostname.endsWith('.localhost')
  const isNumber = /^[\d.]+$|^\[/.test(hostname)
  return isNumber || (protocol !== 'https:' && !isLoopback) ? undefined : { id: hostname, origin }
}
