import { hash, verify } from '@node-rs/argon2'
import { hashInTurn } from './in-turn'

// OWASP's floor for Argon2id: 19 MiB, two passes, one lane. The library's default algorithm is Argon2id.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

// The hash of 32 random bytes that nobody kept: an unknown e-mail costs as much work as a known one.
const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$ZUp/HNHKIMHKh4e/clL8Fg$oLWQVD4h/hI1RTSkwelPIjzbVGijJlW6HVt3na8bXBc'

export const MIN_PASSWORD_CHARACTERS = 12
export const MAX_PASSWORD_BYTES = 256

/** Only who has a link, or the machine, sets a password. */
export const hashPassword = (password: string) =>
  hashInTurn('owner', () => hash(password.normalize('NFC'), cost))

/** Compares with somebody's hash, or with nobody's when there is none; the work is the same. Called in turn. */
export async function passwordMatches(
  password: string,
  passwordHash: string | null | undefined,
): Promise<boolean> {
  const matches = await verify(passwordHash ?? nobodysHash, password.normalize('NFC')).catch(() => false)
  return matches && Boolean(passwordHash)
}
