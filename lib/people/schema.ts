import { z } from 'zod'
import { locales } from '@/lib/i18n/locales'
import { zoneNamed } from '@/lib/i18n/time/zones'
import { emailField, filledName } from '@/lib/kernel/text/typed-schema'
import { strayIn, strayProblem } from '@/lib/kernel/text/typed-text'
import { staffRoles } from './policy/powers'
import { MAX_PASSWORD_BYTES, MIN_PASSWORD_CHARACTERS } from './sign-in/passwords'

// A password is compared as it was typed, so nothing in it is mended.
const unfit = /\p{Cc}|\p{Cs}/u
const fits = (text: string) => Buffer.byteLength(text) <= MAX_PASSWORD_BYTES

const email = emailField({ characters: 254 })

export const signInInput = z.object({
  email,
  password: z
    .string('password-missing')
    .min(1, 'password-missing')
    .refine((text) => fits(text) && !unfit.test(text), 'password-long'),
})

const name = filledName('name', { characters: 100 })

const password = z
  .string('password-missing')
  .refine(fits, { error: 'password-long', abort: true })
  .superRefine((text, context) => {
    const stray = strayIn(text, unfit)
    if (stray)
      context.addIssue({
        code: 'custom',
        message: strayProblem('password-character', { ...stray, before: '' }),
      })
    if ([...text].length < MIN_PASSWORD_CHARACTERS)
      context.addIssue({ code: 'custom', message: 'password-short' })
  })

const role = z.enum(staffRoles, 'role-wrong')

/** A password that is there already: it is compared, and otherwise wrong. */
const current = z.string('password-wrong').min(1, 'password-wrong').refine(fits, 'password-wrong')

export const passwordChange = z.object({ current, password })
export const emailChange = z.object({ email, current })
export const mailedLink = z.object({ token: z.string().min(1).max(100) })

export const newPerson = z.object({ name, email, password })
export const addedPerson = z.object({ name, email, role })
export const forgottenPassword = z.object({ email })
export const chosenPassword = z.object({
  password,
  /** What else is asked of the person is turned off; any other value leaves it on. */
  factors: z.literal('off').optional().catch(undefined),
})
export const namedPerson = z.object({ personId: z.uuid().toLowerCase() })
export const roleChange = namedPerson.extend({ role })
export const moderatedLanguages = namedPerson.extend({
  languages: z
    .array(z.enum(locales))
    .max(locales.length)
    .transform((typed) => locales.filter((one) => typed.includes(one))),
})
/** What cannot be undone is said twice. */
export const removal = namedPerson.extend({ sure: z.literal('yes') })

/** Nothing chosen is the browser's language, and UTC. */
export const ownAccount = z.object({
  name,
  locale: z.enum(['', ...locales], 'locale-wrong').transform((typed) => typed || null),
  zone: z.string('zone-wrong').transform((typed, context) => {
    const zone = typed === '' ? null : zoneNamed(typed)
    if (zone === undefined) context.addIssue({ code: 'custom', message: 'zone-wrong' })
    return zone ?? null
  }),
})

export type PersonProblems = Partial<
  Record<'name' | 'email' | 'role' | 'current' | 'password' | 'locale' | 'zone', string>
>

/** The first problem of each field. */
export const problemsOf = (error: z.ZodError): PersonProblems =>
  Object.fromEntries(
    error.issues.toReversed().map(({ path, message }) => [String(path[0] ?? 'name'), message]),
  )
