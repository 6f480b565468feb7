export type Status = 'pending' | 'approved' | 'spam' | 'trash'

interface About {
  id: string
  /** Whose comment it is. */
  name: string
  from: string
  /** Tells one outcome from the next, so that each is read out. */
  nonce: number
}

export type DecideOutcome =
  | undefined
  | (About & { kind: 'moved'; to: Status; undoes: boolean })
  | (About & { kind: 'already-moved'; now: Status; by: string | null; rule: string | null; at: Date })
  | (About & { kind: 'refused'; refusal: string })
