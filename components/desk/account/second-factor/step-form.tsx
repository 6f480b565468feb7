'use client'

import { useActionState, useRef } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { described, Field, Input } from '@/components/ui/field'
import type { StepChoices } from '@/lib/people/second-factor/types'
import { useWords } from '../../language/words'
import { BrowserZone } from '../browser-zone'
import { useAgain } from '../use-again'
import { PasskeySignIn } from './passkey-sign-in'
import type { PasskeyState, StepState } from './state'

const link = 'inline-block py-1.5 text-sm underline decoration-rubric underline-offset-4'

interface StepFormProps {
  choices: StepChoices
  /** Instead of a code of the app. */
  byRecovery: boolean
  action: (before: StepState, form: FormData) => Promise<StepState>
  passkey: (before: PasskeyState, form: FormData) => Promise<PasskeyState>
}

/** The second step of a sign-in: a code of the app, a recovery code, or a passkey. */
export function StepForm({ choices, byRecovery, action, passkey }: StepFormProps) {
  const { words } = useWords('secondFactor')
  const { step } = words
  const asksCode = choices.totp && !byRecovery
  const asksRecovery = !asksCode && choices.recoveryCodes
  return (
    <>
      {choices.passkeys && !asksCode && !byRecovery && (
        <PasskeySignIn label={step.withPasskey} action={passkey} />
      )}
      {(asksCode || asksRecovery) && <CodeForm kind={asksCode ? 'code' : 'recovery-code'} action={action} />}
      {choices.passkeys && (asksCode || byRecovery) && (
        <PasskeySignIn label={step.withPasskey} action={passkey} />
      )}
      <div className="grid justify-items-start">
        {asksCode && choices.recoveryCodes && (
          <a className={link} href="?with=recovery-code">
            {step.withRecovery}
          </a>
        )}
        {byRecovery && choices.totp && (
          <a className={link} href="?">
            {step.withCode}
          </a>
        )}
        <a className={link} href="/sign-in">
          {step.back}
        </a>
        {!asksCode && <p className="mt-2 text-[0.8125rem] text-soft">{step.lost}</p>}
      </div>
    </>
  )
}

interface CodeFormProps extends Pick<StepFormProps, 'action'> {
  kind: 'code' | 'recovery-code'
}

function CodeForm({ kind, action }: CodeFormProps) {
  const [state, submit, pending] = useActionState(action, {})
  const { words, sentenceFor } = useWords('secondFactor')
  const form = useRef<HTMLFormElement>(null)
  const noteSent = useAgain(state, submit, form)
  const { step } = words
  const { refusal } = state
  const isSaid = refusal === 'wait' || refusal === 'full' || refusal === 'over'
  const problem = refusal && !isSaid ? sentenceFor(refusal) : undefined
  const isCode = kind === 'code'
  return (
    <form
      ref={form}
      action={submit}
      onSubmit={noteSent}
      className="grid gap-4"
      aria-busy={pending}
      noValidate
    >
      {isSaid && (
        <Alert tone={refusal === 'wait' ? 'warn' : 'bad'} urgent>
          {step[refusal]}
        </Alert>
      )}
      <BrowserZone />
      <Field
        id={kind}
        label={isCode ? step.code : step.recoveryCode}
        hint={isCode ? step.codeHint : step.recoveryCodeHint}
        problem={problem}
      >
        <Input
          {...described(kind, problem, true)}
          name={kind}
          key={JSON.stringify(state)}
          defaultValue={refusal === 'wait' ? state.typed : ''}
          autoComplete={isCode ? 'one-time-code' : 'off'}
          inputMode={isCode ? 'numeric' : 'text'}
          maxLength={isCode ? 20 : 40}
          spellCheck={false}
          dir="ltr"
          autoFocus
          required
          className="min-h-11 font-mono tracking-wider"
        />
      </Field>
      <Button type="submit" tone="main" disabled={pending} className="min-h-11">
        {step.signIn}
      </Button>
    </form>
  )
}
