export type Deed = 'add' | 'link' | 'make admin' | 'make editor' | 'disable' | 'enable'

/** What came of the last button of this page. */
export type PeopleOutcome =
  | undefined
  /** The one time that the link is shown. */
  | { kind: 'link'; name: string; link: string; until: Date; nonce: number }
  | { kind: 'changed'; name: string; deed: Deed; nonce: number }
  | { kind: 'problems'; typed: Typed; problems: Partial<Record<keyof Typed, string>> }
  | { kind: 'refused'; typed?: Typed; refusal: string; nonce: number }

/** What was typed for somebody new; it stays when it is refused. */
export interface Typed {
  name: string
  email: string
  role: string
}

export type Act = (form: FormData) => void
