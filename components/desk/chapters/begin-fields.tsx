import { described, Field, Input } from '@/components/ui/field'
import { sentenceFor } from '../error-messages'

export interface BeginState {
  typed: Record<string, string>
  refusal?: string
  problems: Record<string, string>
}
export const nothingTyped: BeginState = { typed: {}, problems: {} }
export type BeginAction = (before: BeginState, form: FormData) => Promise<BeginState>

// A refusal that is about one field stands at that field.
const fieldOf: Record<string, string> = {
  'slug-taken': 'slug',
  'number-taken': 'number',
  'series-missing': 'series',
  'edition-exists': 'locale',
}

export function problemAt({ problems, refusal }: BeginState, field: string) {
  const code = problems[field] ?? (refusal && fieldOf[refusal] === field ? refusal : undefined)
  return code && sentenceFor(code)
}

export const generalProblem = ({ refusal }: BeginState) =>
  refusal && !fieldOf[refusal] ? sentenceFor(refusal) : undefined

interface TextFieldProps {
  state: BeginState
  name: string
  label: string
  hint?: string
  type?: string
  required?: boolean
  initial?: string
}

export function TextField({
  state,
  name,
  label,
  hint,
  type = 'text',
  required,
  initial = '',
}: TextFieldProps) {
  const problem = problemAt(state, name)
  return (
    <Field id={name} label={label} hint={hint} problem={problem}>
      <Input
        {...described(name, problem, Boolean(hint))}
        name={name}
        type={type}
        required={required}
        dir={type === 'text' ? 'auto' : undefined}
        defaultValue={state.typed[name] ?? initial}
      />
    </Field>
  )
}
