/** What came of an attempt to sign in. */
export interface SignInState {
  refusal?: 'wrong' | 'wait' | 'full' | 'off'
  /** After how many seconds it can be tried again. */
  seconds?: number
  email: string
}

/** What came of asking for a link to set a new password. */
export interface ForgotState {
  kind?: 'asked' | 'wait' | 'full' | 'no-mail' | 'problem'
  seconds?: number
  problem?: string
  email: string
}
