import { readEmail } from '@/lib/kernel/text/email-address'
import { isBlank } from '@/lib/kernel/text/shown-text'
import { mendName, readName, readText, strayProblem } from '@/lib/kernel/text/typed-text'
import { readWebAddress } from '@/lib/kernel/text/web-address'
import { commentLimits } from '../rules'
import type { ProblemCode } from './types'

type Field = { text: string } | { problem: ProblemCode }

// Nothing looks at a field before its length has been: what is longer than it may be is too long, whatever it holds.
export function commentText(value: string): Field {
  const read = readText(value, { bytes: commentLimits.textBytes })
  // Without a refused character, there is only one thing that can be wrong.
  if (!read.ok) return { problem: isBlank(value) ? 'comment-missing' : 'comment-long' }
  return isBlank(read.text) ? { problem: 'comment-missing' } : { text: read.text }
}

export function personsName(value: string): Field {
  const read = readName(value, { characters: commentLimits.name })
  if (read.ok) return isBlank(read.text) ? { problem: 'name-missing' } : { text: read.text }
  return { problem: read.problem === 'stray' ? strayProblem('characters', read.stray) : 'name-long' }
}

export function emailAddress(value: string): Field {
  const read = readEmail(value, { characters: commentLimits.email })
  if (read.ok) return { text: read.email }
  return {
    problem: read.problem === 'stray' ? strayProblem('email-character', read.stray) : `email-${read.problem}`,
  }
}

export function webAddress(value: string): Field {
  const read = readWebAddress(value, { characters: commentLimits.url })
  if (read.ok) return { text: read.url }
  return read.problem === 'missing' ? { text: '' } : { problem: `url-${read.problem}` }
}

// What shows nothing is nothing, where nothing is allowed.
export const unlessMissing = (field: Field, required: boolean): Field =>
  !required && 'problem' in field && /-missing$/.test(field.problem) ? { text: '' } : field

export const allRead = <Name extends string>(
  fields: Record<Name, Field>,
): fields is Record<Name, { text: string }> => Object.values<Field>(fields).every((field) => 'text' in field)

// Nothing that can be typed as a number is longer, and what it holds is the calculation's business.
export const shortLine = (value: string) => mendName(value.trim().slice(0, 200))

// It is a signal, not a field: strange characters in it are no reason to refuse anything.
export const honeypotOf = (value: string) =>
  value.toWellFormed().replaceAll('\0', '').trim().slice(0, 200) || undefined
