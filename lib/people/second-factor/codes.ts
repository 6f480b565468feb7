import { generateSecret, generateURI, verifySync } from 'otplib'
import { CODE_DIGITS, STEP_SECONDS } from './rules'

/** A secret of 160 bits, in base 32. */
export const newSecret = () => generateSecret()

/** The address that apps read from a QR code. */
export const setUpAddress = (secret: string, { site, email }: { site: string; email: string }) =>
  generateURI({ issuer: site, label: email, secret, digits: CODE_DIGITS, period: STEP_SECONDS })

/** The step of time whose code this is, of this moment's, the one before and the one after; nothing when it is none's. */
export function stepOfCode(secret: string, code: string, now: number): number | undefined {
  const epoch = Math.floor(now / 1_000)
  const result = verifySync({ secret, token: code, epoch, epochTolerance: STEP_SECONDS })
  return result.valid ? Math.floor(epoch / STEP_SECONDS) + result.delta : undefined
}
