import { z } from 'zod'
import { readEmail } from '../text/email-address'
import { visibleAddress } from '../text/web-address'

// What settings are made of: each says in its message what it must be, and never what it was.

const blankIsUnset = (value: unknown) =>
  typeof value === 'string' && value.trim() === '' ? undefined : value
export const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(blankIsUnset, schema.optional())
export const withDefault = <Schema extends z.ZodType>(schema: Schema, value: z.input<Schema>) =>
  z.preprocess((given) => blankIsUnset(given) ?? value, schema)

export const wholeNumber = (from: number, to: number) => {
  const message = `must be a whole number from ${from} to ${to}`
  return z
    .string()
    .regex(/^\d+$/, message)
    .transform(Number)
    .refine((number) => number >= from && number <= to, message)
}

/** An address in the web as it is used: read as browsers read it, without what is not seen, and in ASCII. */
const webUrl = (problem: string, fits: (url: URL) => boolean = () => true) =>
  z.string().transform((text, context) => {
    const plain = visibleAddress(text.slice(0, 2_000))
    const url = !/\s/.test(plain) && URL.canParse(plain) ? new URL(plain) : undefined
    const isFit = url && /^https?:$/.test(url.protocol) && !url.username && !url.password && fits(url)
    if (isFit && text.length <= 2_000) return url
    context.addIssue({ code: 'custom', message: problem })
    return z.NEVER
  })

export const webOrigin = webUrl(
  'must be an address such as https://example.org, with no path and no password',
  ({ pathname, search, hash }) => pathname === '/' && !search && !hash,
).transform(({ origin }) => origin)

export const webAddress = (example: string) =>
  webUrl(`must be an address such as ${example}, with no password`).transform(({ href }) => href)

export const url = (protocols: string[], example: string) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
      `must be an address such as ${example}`,
    )

// An address, with a name before it or without.
export const sender = z
  .string()
  .refine(
    (text) =>
      text.length <= 320 &&
      !/\p{Cc}/u.test(text) &&
      /^([^\s@<>]+@[^\s@<>]+|[^<>]*<[^\s@<>]+@[^\s@<>]+>)$/.test(text.trim()),
    'must be an e-mail address, or a name and an address: Chapterhouse <no-reply@example.org>',
  )

// Read as the page of sign-in reads it: what is kept otherwise could not be typed there.
export const mailbox = z.string().transform((text, context) => {
  const read = readEmail(text, { characters: 254 })
  if (read.ok) return read.email.toLowerCase()
  context.addIssue({ code: 'custom', message: 'must be an e-mail address of at most 254 characters' })
  return z.NEVER
})

// What a claim has to hold, parted by commas.
export const valuesOfClaim = z
  .string()
  .max(2_000)
  .transform((text) =>
    text
      .split(',')
      .map((value) => value.trim())
      .filter(Boolean),
  )
  .refine((values) => values.length > 0, 'must name at least one value of the claim')
