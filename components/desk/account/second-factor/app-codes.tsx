import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { described, Field, Input } from '@/components/ui/field'
import type { OwnFactors } from '@/lib/people/second-factor/types'
import { useWords } from '../../language/words'
import { FactorForm, useProblem } from './factor-form'
import { Part } from './part'
import type { PartProps } from './section'

interface AppCodesProps extends PartProps {
  totp: OwnFactors['totp']
  /** The key, as long as it is being set up: drawn, and as text. */
  setUp?: { drawn: ReactNode; secret: string }
}

/** Codes from an app: on, off, or being set up. */
export function AppCodes({ totp, setUp, state, act }: AppCodesProps) {
  const { app } = useWords('secondFactor').words
  const isOn = totp === 'on'
  return (
    <Part
      id="app-codes"
      title={
        <>
          {app.title} <Badge tone={isOn ? 'good' : 'plain'}>{isOn ? app.on : app.off}</Badge>
        </>
      }
      text={app.text}
    >
      {setUp && <SetUp {...setUp} state={state} act={act} />}
      <FactorForm deed={isOn ? 'end app' : 'begin app'} state={state} act={act} className="grid gap-2">
        <p>
          <Button type="submit" tone={isOn ? 'danger' : 'plain'} className="min-h-11 sm:min-h-9">
            {isOn ? app.turnOff : setUp ? app.setUpAgain : app.setUp}
          </Button>
        </p>
      </FactorForm>
    </Part>
  )
}

function SetUp({ drawn, secret, state, act }: PartProps & NonNullable<AppCodesProps['setUp']>) {
  const { app } = useWords('secondFactor').words
  const problem = useProblem(state, 'confirm app')
  return (
    <FactorForm
      deed="confirm app"
      state={state}
      act={act}
      hasField
      className="grid gap-4 rounded-md border border-line p-4"
    >
      <p className="text-sm">{app.scan}</p>
      {drawn}
      <p className="grid gap-1 text-sm">
        <span className="font-medium">{app.key}</span>
        <code dir="ltr" className="rounded-md bg-tint px-3 py-2 text-start text-[0.8125rem]">
          {secret.replace(/.{4}(?=.)/g, (four) => `${four} `)}
        </code>
      </p>
      <Field id="app-code" label={app.code} hint={app.codeHint} problem={problem}>
        <Input
          {...described('app-code', problem, true)}
          key={state.nonce}
          name="code"
          defaultValue={state.deed === 'confirm app' ? state.typed : ''}
          autoComplete="one-time-code"
          inputMode="numeric"
          maxLength={20}
          dir="ltr"
          className="min-h-11 font-mono tracking-wider"
        />
      </Field>
      <p>
        <Button type="submit" tone="main" className="min-h-11">
          {app.turnOn}
        </Button>
      </p>
    </FactorForm>
  )
}
