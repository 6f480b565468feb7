import type { RuleCode } from '@/lib/i18n/statements/codes'

/** What stands where a text was that its author has erased. */
export const erasedText = '—'

export const ruleOf = {
  change: 'changed-by-author',
  withdrawal: 'withdrawn-by-author',
  erasure: 'erased-by-author',
} as const satisfies Record<string, RuleCode>

/** Decisions that the author of a comment has made, as they stand in the record. */
export const rulesOfAuthors: readonly string[] = Object.values(ruleOf)
