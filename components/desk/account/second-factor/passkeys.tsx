import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { described, Field, Input } from '@/components/ui/field'
import { LocalTime } from '@/components/ui/local-time'
import type { OwnPasskey } from '@/lib/people/second-factor/types'
import { useWords } from '../../language/words'
import { FactorForm, useProblem } from './factor-form'
import { Part } from './part'
import type { PartProps } from './section'
import { useTakesPasskeys } from './use-passkeys'

interface PasskeysProps extends PartProps {
  passkeys: readonly OwnPasskey[]
  /** Can they be made for the address of the site? */
  takesPasskeys: boolean
}

/** The passkeys of a person, and a way to add another. */
export function Passkeys({ passkeys, takesPasskeys, state, act }: PasskeysProps) {
  const { words } = useWords('secondFactor')
  const { title, text, none, noneHere } = words.passkeys
  return (
    <Part id="passkeys" title={title} text={text}>
      {passkeys.length === 0 ? (
        <p className="text-sm text-soft">{takesPasskeys ? none : noneHere}</p>
      ) : (
        <ul className="divide-y divide-line rounded-md border border-line">
          {passkeys.map((one) => (
            <li key={one.id}>
              <PasskeyRow passkey={one} state={state} act={act} />
            </li>
          ))}
        </ul>
      )}
      {takesPasskeys && <AddPasskey state={state} act={act} />}
    </Part>
  )
}

function PasskeyRow({ passkey, state, act }: PartProps & { passkey: OwnPasskey }) {
  const { words, rich } = useWords('secondFactor')
  const { added, used, unused, remove } = words.passkeys
  const { id, name, addedAt, usedAt } = passkey
  return (
    <FactorForm
      deed="remove passkey"
      id={id}
      state={state}
      act={act}
      className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-3 py-2.5"
    >
      <p className="grid min-w-0 text-sm">
        <bdi className="font-medium">{name}</bdi>
        <span className="text-[0.8125rem] text-soft">
          {rich(added, { time: <LocalTime at={addedAt} /> })}
          {' · '}
          {usedAt ? rich(used, { time: <LocalTime at={usedAt} /> }) : unused}
        </span>
      </p>
      <Button type="submit" tone="danger" className="min-h-11 sm:min-h-9">
        <span>{rich(remove, { name, hidden: (inside) => <span className="sr-only">{inside}</span> })}</span>
      </Button>
    </FactorForm>
  )
}

/** The first answer says what the device is to be told; what the device says then is sent with the same form. */
function AddPasskey({ state, act }: PartProps) {
  const { words } = useWords('secondFactor')
  const { name, nameHint, add, noScripts, notMade, knownDevice } = words.passkeys
  const form = useRef<HTMLFormElement>(null)
  const answer = useRef<HTMLInputElement>(null)
  const [failed, tell] = useState<{ nonce: number; text: string }>()
  const problem = useProblem(state, 'add passkey')
  const isTaken = useTakesPasskeys()
  const isOurs = state.deed === 'add passkey'
  const { options, nonce } = state
  useEffect(() => {
    if (!options) return
    let isOver = false
    import('@simplewebauthn/browser')
      .then(({ startRegistration }) => startRegistration({ optionsJSON: options }))
      .then(
        (made) => {
          if (isOver) return
          answer.current!.value = JSON.stringify(made)
          form.current!.requestSubmit()
        },
        (error: Error) =>
          isOver || tell({ nonce, text: error.name === 'InvalidStateError' ? knownDevice : notMade }),
      )
    return () => void (isOver = true)
  }, [options, nonce, knownDevice, notMade])
  const without = <p className="text-[0.8125rem] text-soft">{noScripts}</p>
  if (isTaken === false) return without
  // The form is there before scripts are, so that what is below it does not move when they come.
  return (
    <>
      <div className="hidden noscript:block">{without}</div>
      <FactorForm
        ref={form}
        deed="add passkey"
        state={state}
        act={act}
        hasField
        className="grid gap-3 noscript:hidden"
      >
        <Field
          id="passkey-name"
          label={name}
          hint={nameHint}
          problem={failed?.nonce === nonce ? failed.text : problem}
        >
          <Input
            {...described('passkey-name', problem, true)}
            key={nonce}
            name="name"
            defaultValue={isOurs && (state.refusal || options) ? state.typed : ''}
            maxLength={60}
            autoComplete="off"
            dir="auto"
            className="min-h-11 sm:min-h-9"
          />
        </Field>
        {/* What was sent once is not sent again: a hidden field is not emptied with its form. */}
        <input ref={answer} key={`answer ${nonce}`} type="hidden" name="passkey" defaultValue="" />
        <p>
          <Button type="submit" disabled={!isTaken} className="min-h-11 sm:min-h-9">
            {add}
          </Button>
        </p>
      </FactorForm>
    </>
  )
}
