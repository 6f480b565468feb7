import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { described, Field, Input, Select } from '@/components/ui/field'
import { staffRoles } from '@/lib/people/policy/powers'
import { useWords } from '../language/words'
import type { Act, PeopleOutcome, TypedPerson } from './outcome'

const nothing: TypedPerson = { name: '', email: '', role: 'editor' }

export function AddPerson({ outcome, act }: { outcome: PeopleOutcome; act: Act }) {
  const { words: people, sentenceFor } = useWords('people')
  const words = people.add
  const typed = (outcome && 'typed' in outcome && outcome.typed) || nothing
  const problems = outcome?.kind === 'problems' ? outcome.problems : {}
  const problem = (field: keyof TypedPerson) => problems[field] && sentenceFor(problems[field])
  return (
    <section aria-labelledby="add" className="grid gap-4 rounded-lg border border-line bg-sheet p-4">
      <header className="grid gap-1">
        <h2 id="add" className="text-sm font-semibold">
          {words.title}
        </h2>
        <p className="text-[0.8125rem] text-soft">{words.intro}</p>
      </header>
      <form action={act} className="grid gap-4" noValidate>
        <Field id="name" label={words.name} problem={problem('name')}>
          <Input
            {...described('name', problem('name'))}
            name="name"
            maxLength={100}
            autoComplete="off"
            required
            dir="auto"
            defaultValue={typed.name}
          />
        </Field>
        <Field id="email" label={words.email} problem={problem('email')}>
          <Input
            {...described('email', problem('email'))}
            name="email"
            type="email"
            maxLength={254}
            autoComplete="off"
            required
            defaultValue={typed.email}
          />
        </Field>
        <Field id="role" label={words.role} problem={problem('role')} hint={words.roleHint}>
          {/* React empties a form after its action, and a select forgets its default with it. */}
          <Select
            key={JSON.stringify(typed)}
            {...described('role', problem('role'), true)}
            name="role"
            defaultValue={typed.role}
          >
            {staffRoles.map((role) => (
              <option key={role} value={role}>
                {people.roles[role]}
              </option>
            ))}
          </Select>
        </Field>
        <p className="text-sm">
          <Link
            href="/desk/people/powers"
            className="inline-block py-1 underline decoration-rubric underline-offset-4"
          >
            {words.powers}
          </Link>
        </p>
        <div>
          <Button type="submit" name="deed" value="add" tone="main">
            {words.button}
          </Button>
        </div>
      </form>
    </section>
  )
}
