/** What came of "End this rule". */
export type EndOutcome =
  | undefined
  | { kind: 'ended'; name: string; nonce: number }
  | { kind: 'refused'; refusal: string; nonce: number }

/** What was typed for a rule, and what is wrong with it. */
export interface NewRuleState {
  typed: { effect: string; reason: string; until: string }
  problems: string[]
  nonce?: number
}

export type EndAction = (before: EndOutcome, form: FormData) => Promise<EndOutcome>
export type MakeAction = (before: NewRuleState, form: FormData) => Promise<NewRuleState>
