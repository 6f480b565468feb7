import { normalized } from '@/lib/kernel/text/normal-form'

/**
 * The slug that a path parameter stands for, or nothing when it cannot be one: Next hands parameters over as
 * they stand in the address, percent-encoded, and a stranger may write anything there.
 */
export function parseSlugParam(parameter: string): string | undefined {
  const slug = textOf(parameter)
  return slug !== undefined && shape.test(slug) && slug !== placeholder ? slug : undefined
}

/**
 * What a path parameter says that may mean a slug, though none is written so: with blanks in it or behind it, with
 * signs that have a meaning in addresses, as long as a title.
 */
export function typedSlugIn(parameter: string): string | undefined {
  const typed = textOf(parameter)
  return typed !== undefined && typedShape.test(typed) ? typed : undefined
}

function textOf(parameter: string): string | undefined {
  try {
    return normalized(decodeURIComponent(parameter), 'NFC')
  } catch {
    return undefined
  }
}

/** Stands for "no page" where the build wants at least one parameter; no page answers to it. */
export const placeholder = '_'

// As the database has it (edition_slug_shape), and nothing that Postgres cannot take: no controls, no halves of pairs.
const shape = /^[^\s/?#%\p{Cc}\p{Cs}]{1,200}$/u
// Titles have 300 characters at most.
const typedShape = /^[^\p{Cc}\p{Cs}]{1,300}$/u
