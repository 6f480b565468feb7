/** What became of a button beside the saved views. */
export type SavedOutcome =
  | undefined
  | { kind: 'saved' | 'renamed' | 'removed'; name: string; nonce: number }
  | { kind: 'refused'; refusal: string; deed: string; typed: string; nonce: number }
