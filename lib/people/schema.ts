import { z } from 'zod'
import { isBlank } from '@/lib/kernel/shown-text'
import { MAX_PASSWORD_BYTES, MIN_PASSWORD_CHARACTERS } from './passwords'

const clean = (text: string) => !/\p{Cc}|\p{Cs}/u.test(text)
// Controls that turn the direction of what follows could make one name look like another's.
const noTurns = (text: string) => !/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(text)
const characters = (text: string) => [...text].length

const email = z
  .string('email-missing')
  .trim()
  .min(1, 'email-missing')
  .max(254, 'email-long')
  .pipe(z.email('email-wrong'))
  .transform((text) => text.toLowerCase())

export const signInInput = z.object({
  email,
  password: z
    .string('password-missing')
    .min(1, 'password-missing')
    .refine((text) => clean(text) && Buffer.byteLength(text) <= MAX_PASSWORD_BYTES, 'password-long'),
})

const name = z
  .string('name-missing')
  .transform((text) => text.normalize('NFC').trim())
  .refine((text) => text !== '', 'name-missing')
  .refine((text) => characters(text) <= 100, 'name-long')
  .refine((text) => clean(text) && noTurns(text) && !isBlank(text), 'characters')

const password = z
  .string('password-missing')
  .refine((text) => characters(text) >= MIN_PASSWORD_CHARACTERS, 'password-short')
  .refine((text) => Buffer.byteLength(text) <= MAX_PASSWORD_BYTES, 'password-long')
  .refine(clean, 'characters')

const role = z.enum(['editor', 'admin'], 'role-wrong')

export const newPerson = z.object({ name, email, password })
export const addedPerson = z.object({ name, email, role })
export const forgottenPassword = z.object({ email })
export const chosenPassword = z.object({ password })
export const namedPerson = z.object({ personId: z.uuid().toLowerCase() })
export const roleChange = namedPerson.extend({ role })

export type PersonProblems = Partial<Record<'name' | 'email' | 'role' | 'password', string>>

/** The first problem of each field. */
export const problemsOf = (error: z.ZodError): PersonProblems =>
  Object.fromEntries(
    error.issues.toReversed().map(({ path, message }) => [String(path[0] ?? 'name'), message]),
  )
