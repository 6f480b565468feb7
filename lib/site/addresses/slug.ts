import { normalized } from '@/lib/kernel/text/normal-form'

/**
 * The slug that a path parameter stands for, or nothing when it cannot be one: Next hands parameters over as
 * they stand in the address, percent-encoded, and a stranger may write anything there.
 */
export function parseSlugParam(parameter: string): string | undefined {
  try {
    const slug = normalized(decodeURIComponent(parameter), 'NFC')
    return shape.test(slug) && slug !== placeholder ? slug : undefined
  } catch {
    return undefined
  }
}

/** Stands for "no page" where the build wants at least one parameter; no page answers to it. */
export const placeholder = '_'

// As the database has it (edition_slug_shape), and nothing that Postgres cannot take: no controls, no halves of pairs.
const shape = /^[^\s/?#%\p{Cc}\p{Cs}]{1,200}$/u
