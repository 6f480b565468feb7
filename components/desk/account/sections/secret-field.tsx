import { described, Field, Input } from '@/components/ui/field'

interface SecretFieldProps {
  id: string
  name: 'current' | 'password'
  label: string
  hint?: string
  problem?: string
}

/** A field for a password: the current one, or a new one. */
export const SecretField = ({ id, name, label, hint, problem }: SecretFieldProps) => (
  <Field id={id} label={label} hint={hint} problem={problem}>
    <Input
      {...described(id, problem, hint !== undefined)}
      name={name}
      type="password"
      autoComplete={name === 'current' ? 'current-password' : 'new-password'}
      required
    />
  </Field>
)
