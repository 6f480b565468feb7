import type { StaffRole } from '@/lib/people/policy/powers'

export type Deed =
  'add' | 'link' | `make ${StaffRole}` | 'disable' | 'enable' | 'end sessions' | 'set languages' | 'remove'

/** What came of the last button of this page. */
export type PeopleOutcome =
  | undefined
  /** The one time that the link is shown. */
  | { kind: 'link'; name: string; link: string; until: Date; mailedTo?: string; nonce: number }
  | { kind: 'changed'; name: string; deed: Deed; nonce: number }
  | { kind: 'problems'; typed: TypedPerson; problems: Partial<Record<keyof TypedPerson, string>> }
  | { kind: 'refused'; typed?: TypedPerson; refusal: string; nonce: number }

/** What was typed for somebody new; it stays when it is refused. */
export interface TypedPerson {
  name: string
  email: string
  role: string
}

export type Act = (form: FormData) => void
