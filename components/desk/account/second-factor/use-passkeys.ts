'use client'

import { useRef, useState, useSyncExternalStore } from 'react'
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'

const never = () => () => {}

/** Can this browser be asked for a passkey? Nobody knows before its scripts run. */
export const useTakesPasskeys = () =>
  useSyncExternalStore(
    never,
    () => 'PublicKeyCredential' in window,
    () => undefined,
  )

const ADDRESS = '/sign-in/passkey'

/**
 * Asks for a passkey, and sends the form of a hidden field with what it answers. `failed` says that there was no answer: of
 * somebody who turned away from it, or for want of a question.
 */
export function usePasskeyAnswer() {
  const [failed, tell] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const ask = () => {
    tell(false)
    askPasskey().then(
      (text) => {
        field.current!.value = text
        field.current!.form!.requestSubmit()
      },
      () => tell(true),
    )
  }
  return { field, failed, ask }
}

/** Has a passkey sign a question of ours: the answer, as text. Fails when somebody turns away from it. */
async function askPasskey(): Promise<string> {
  const [{ startAuthentication }, answer] = await Promise.all([
    import('@simplewebauthn/browser'),
    fetch(ADDRESS, { cache: 'no-store' }),
  ])
  if (!answer.ok) throw new Error('there is nothing to sign')
  const optionsJSON = (await answer.json()) as PublicKeyCredentialRequestOptionsJSON
  return JSON.stringify(await startAuthentication({ optionsJSON }))
}
