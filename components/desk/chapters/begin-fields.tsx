import { described, Field, Input } from '@/components/ui/field'
import { useWords } from '../language/words'

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

/** What is said of a form that was refused: at one of its fields, or of the whole. */
export function useProblems({ problems, refusal }: BeginState) {
  const { sentenceFor } = useWords('problems')
  const at = (field: string) => {
    const code = problems[field] ?? (refusal && fieldOf[refusal] === field ? refusal : undefined)
    return code && sentenceFor(code)
  }
  return { at, general: refusal && !fieldOf[refusal] ? sentenceFor(refusal) : undefined }
}

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
  const problem = useProblems(state).at(name)
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
