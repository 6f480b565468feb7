import type { ReactNode } from 'react'
import { useWords } from '../../language/words'
import { asksForProof, type FactorDeed, type FactorState } from './state'
import { SureDialog } from './sure-dialog'

interface FactorFormProps {
  deed: FactorDeed
  /** The passkey that it is about. */
  id?: string
  state: FactorState
  act: (form: FormData) => void
  children: ReactNode
  className?: string
  ref?: React.Ref<HTMLFormElement>
  /** Its field says by itself what is wrong with it. */
  hasField?: boolean
}

/** One button of the section with what belongs to it: its refusal, and the question who presses it. */
export function FactorForm({ deed, id, state, act, children, hasField, ...rest }: FactorFormProps) {
  const { sentenceFor } = useWords('secondFactor')
  const refusal = state.deed === deed && state.id === id ? state.refusal : undefined
  return (
    <form action={act} noValidate {...rest}>
      <input type="hidden" name="deed" value={deed} />
      {id && <input type="hidden" name="id" value={id} />}
      {children}
      {refusal && asksForProof(refusal) && <SureDialog key={state.nonce} refusal={refusal} />}
      {refusal && !asksForProof(refusal) && !hasField && (
        <p role="alert" className="text-[0.8125rem] font-medium text-rubric">
          {sentenceFor(refusal)}
        </p>
      )}
    </form>
  )
}

/** What is wrong with the field of a form, if that was its answer. */
export function useProblem(state: FactorState, deed: FactorDeed) {
  const { sentenceFor } = useWords('secondFactor')
  const isOurs = state.deed === deed && state.refusal && !asksForProof(state.refusal)
  return isOurs ? sentenceFor(state.refusal!) : undefined
}
