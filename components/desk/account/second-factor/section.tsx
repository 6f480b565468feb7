'use client'

import { useActionState, type ReactNode } from 'react'
import type { OwnFactors } from '@/lib/people/second-factor/types'
import { useWords } from '../../language/words'
import { AppCodes } from './app-codes'
import { Passkeys } from './passkeys'
import { NewRecoveryCodes, RecoveryCodes } from './recovery-codes'
import type { FactorAction, FactorState } from './state'

/** What each part of the section is given: the last answer, and what sends a form. */
export interface PartProps {
  state: FactorState
  act: (form: FormData) => void
}

interface SecondFactorSectionProps {
  factors: OwnFactors
  setUp?: { drawn: ReactNode; secret: string }
  action: FactorAction
}

/** What is asked of somebody beside the password: a section of their own account. */
export function SecondFactorSection({ factors, setUp, action }: SecondFactorSectionProps) {
  const [state, act, pending] = useActionState(action, { nonce: 0 })
  const { words } = useWords('secondFactor')
  const { totp, passkeys, recoveryCodes, takesPasskeys } = factors
  const part = { state, act }
  const isDone = state.deed && !state.refusal && !state.options
  return (
    <section
      aria-labelledby="second-factor"
      aria-busy={pending}
      className="grid gap-5 rounded-lg border border-line bg-sheet p-4"
    >
      <header className="grid gap-1">
        <h2 id="second-factor" className="text-sm font-semibold">
          {words.title}
        </h2>
        <p className="text-[0.8125rem] text-soft">{words.intro}</p>
        <p role="status" className="text-[0.8125rem] font-medium text-good empty:-mt-1">
          {isDone ? words.happened[state.deed!] : ''}
        </p>
      </header>
      {state.recoveryCodes && <NewRecoveryCodes key={state.nonce} codes={state.recoveryCodes} />}
      <AppCodes totp={totp} setUp={setUp} {...part} />
      <Passkeys passkeys={passkeys} takesPasskeys={takesPasskeys} {...part} />
      {(totp === 'on' || passkeys.length > 0) && <RecoveryCodes left={recoveryCodes} {...part} />}
    </section>
  )
}
