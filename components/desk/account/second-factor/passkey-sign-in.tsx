'use client'

import { useActionState } from 'react'
import { KeyRound } from 'lucide-react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { useWords } from '../../language/words'
import { BrowserZone } from '../browser-zone'
import type { PasskeyState } from './state'
import { usePasskeyAnswer, useTakesPasskeys } from './use-passkeys'

interface PasskeySignInProps {
  label: string
  action: (before: PasskeyState, form: FormData) => Promise<PasskeyState>
}

/**
 * A button by which a passkey signs in alone, where the browser can do that. Its place is there before scripts are, so
 * that nothing below it moves under a hand when they come; and where none will come, there is neither.
 */
export function PasskeySignIn({ label, action }: PasskeySignInProps) {
  const [state, submit, pending] = useActionState(action, {})
  const { field, failed, ask } = usePasskeyAnswer()
  const { words } = useWords('secondFactor')
  const takesPasskeys = useTakesPasskeys()
  if (takesPasskeys === false) return null
  return (
    <form
      action={submit}
      className="grid gap-3 border-t border-line pt-4 noscript:hidden"
      aria-busy={pending}
    >
      {(failed || state.refusal) && (
        <Alert tone="bad" urgent>
          {failed ? words.signIn.notAsked : words.signIn.noPasskey}
        </Alert>
      )}
      <BrowserZone />
      <input ref={field} type="hidden" name="passkey" defaultValue="" />
      <Button onClick={ask} disabled={pending || !takesPasskeys} className="min-h-11">
        <KeyRound aria-hidden="true" />
        {label}
      </Button>
    </form>
  )
}
