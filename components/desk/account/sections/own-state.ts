import type { PersonProblems } from '@/lib/people/schema'

/** What came of a form of one's own account: what went wrong, or what was done, at which moment. */
export interface SectionState {
  problems: PersonProblems
  refusal?: string
  /** What was typed that may be shown again: never a password. */
  typed?: string
  done?: { what: string; value?: string; at: number }
}

export type SectionAction = (before: SectionState, form: FormData) => Promise<SectionState>

export const untouched: SectionState = { problems: {} }
