/**
 * The name of the field that people do not see. No word that a browser or a password manager looks for, in whatever
 * language, may stand in it, nor in its label: they fill in what they know, and nobody notices
 * (docs/decisions/019-signs-and-proofs.md).
 */
export const hiddenField = 'unseen'

/** What a checker or the filter is taught about a comment. */
export type Lesson = 'ham' | 'spam'

/** Was it typed faster than people type, by hand or by paste? More than sixty characters a second. */
export const isHasty = ({ text, elapsedMs }: { text: string; elapsedMs?: number | undefined }) =>
  elapsedMs !== undefined && text.length / (elapsedMs / 1_000) > 60

export const wordLists = ['disallowed', 'moderation'] as const
export type WordList = (typeof wordLists)[number]
