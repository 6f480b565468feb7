import { z } from 'zod'
import { asciiDigits } from './digits'
import { readEmail } from './email-address'
import { isBlank } from './shown-text'
import {
  capOf,
  readLine,
  readName,
  readPlainText,
  strayProblem,
  type Most,
  type ReadField,
} from './typed-text'
import { readWebAddress } from './web-address'

// Fields of the staff as schemas. A problem's code begins with the field's name: `title-long`.

const typed = (
  name: string,
  most: Most,
  read: (typed: string, most: Most) => ReadField,
  stray = 'characters',
) =>
  z.string(`${name}-missing`).transform((value, context) => {
    const field = read(value, most)
    if (field.ok) return isBlank(field.text) ? '' : field.text
    const message = field.problem === 'long' ? `${name}-long` : strayProblem(stray, field.stray)
    // A choice of several schemas tells what is wrong only of the one that goes on.
    context.addIssue({ code: 'custom', message, continue: true })
    return ''
  })

const filled = <Schema extends z.ZodType<string>>(name: string, schema: Schema) =>
  schema.refine((text) => text !== '', `${name}-missing`)

/** A line of prose, such as a title. */
export const filledLine = (name: string, most: Most) => filled(name, typed(name, most, readLine))
/** A line that names somebody or something; `stray` is the code for a character that may not stand in it. */
export const filledName = (name: string, most: Most, stray?: string) =>
  filled(name, typed(name, most, readName, stray))
/** Some lines; there may be none. */
export const plainText = (name: string, most: Most) => typed(name, most, readPlainText)

/** An e-mail address, in the small letters in which it is compared. */
export const emailField = (most: Most) =>
  z.string('email-missing').transform((value, context) => {
    const read = readEmail(value, most)
    if (read.ok) return read.email.toLowerCase()
    const message =
      read.problem === 'stray' ? strayProblem('email-character', read.stray) : `email-${read.problem}`
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })

/** An address in the web, as it is kept. */
export const webAddressField = (most: Most) =>
  z.string('url-wrong').transform((value, context) => {
    const read = readWebAddress(value, most)
    if (read.ok) return read.url
    context.addIssue({ code: 'custom', message: read.problem === 'long' ? 'url-long' : 'url-wrong' })
    return z.NEVER
  })

/** A number or a code of letters, as far as ASCII has it; whether it is one, the schema says that reads on. */
export const typedCode = (problem: string) =>
  z.string(problem).transform((value, context) => {
    if (value.trim().length <= capOf({ characters: 20 })) return asciiDigits(value)
    context.addIssue({ code: 'custom', message: problem })
    return z.NEVER
  })

/** A field that may be left empty: what shows nothing is nothing. */
export const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(absent, schema.optional())

const absent = (value: unknown) =>
  value === null || (typeof value === 'string' && isBlank(value)) ? undefined : value
