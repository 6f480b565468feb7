/** What somebody has beside the password, as the page of their own account shows it. */
export interface OwnFactors {
  /** `begun`: set up, and not confirmed yet. */
  totp: 'off' | 'begun' | 'on'
  passkeys: OwnPasskey[]
  /** How many recovery codes are left. */
  recoveryCodes: number
  /** Can passkeys be made for this site's address? */
  takesPasskeys: boolean
}

export interface OwnPasskey {
  id: string
  name: string
  addedAt: Date
  usedAt: Date | null
}

/** What an app is told: the secret, as an address for a QR code and as text. */
export interface TotpSetUp {
  address: string
  secret: string
}

/** By what the second step of a sign-in can be done. */
export interface StepChoices {
  totp: boolean
  passkeys: boolean
  recoveryCodes: boolean
}
