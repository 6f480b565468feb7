import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser'

export type FactorDeed =
  'begin app' | 'confirm app' | 'end app' | 'add passkey' | 'remove passkey' | 'new recovery codes'

/** What came of a button of the section, and which. */
export interface FactorState {
  deed?: FactorDeed
  /** The passkey that it was about. */
  id?: string
  /** What stood in the fields. */
  typed?: string
  refusal?: string
  /** Codes that are shown this once. */
  recoveryCodes?: string[]
  /** What the device is to be told, so that it makes a passkey. */
  options?: PublicKeyCredentialCreationOptionsJSON
  /** Another one for each answer. */
  nonce: number
}

export type FactorAction = (before: FactorState, form: FormData) => Promise<FactorState>

/** What came of the second step of a sign-in. */
export interface StepState {
  refusal?: string
  /** After how many seconds it can be tried again. */
  seconds?: number
  typed?: string
}

/** What came of a sign-in with a passkey. */
export interface PasskeyState {
  refusal?: 'no-passkey'
}

export const asksForProof = (refusal: string | undefined) => refusal?.startsWith('proof-') === true
