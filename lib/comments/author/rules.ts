/** What stands where a text was that its author has erased. */
export const erasedText = '—'

export const ruleOf = {
  change: 'changed by its author',
  withdrawal: 'withdrawn by its author',
  erasure: 'erased by its author',
} as const

/** Decisions that the author of a comment has made, as they stand in the record. */
export const rulesOfAuthors: readonly string[] = Object.values(ruleOf)
