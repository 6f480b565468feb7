import Link from 'next/link'
import { buttonLook } from '@/components/ui/button'
import { described, Field, Input, Select } from '@/components/ui/field'
import { deskWords } from '@/lib/i18n/desk-words'
import type { Locale } from '@/lib/i18n/locales'
import { standingKinds, type Mark } from '@/lib/moderation/rules/types'
import { newRuleAddress } from './addresses'

interface ChooseMarkProps {
  locale: Locale
  /** The comment, and what it offers. */
  from: string
  marks: Mark[]
  chosen?: Mark
}

/** What there is in a comment that a rule can be about. Each is a link: no script is needed to choose. */
export function ChooseMark({ locale, from, marks, chosen }: ChooseMarkProps) {
  const { rules: words } = deskWords(locale)
  return (
    <nav aria-labelledby="about" className="grid gap-2">
      <h2 id="about" className="text-sm font-semibold">
        {words.form.about}
      </h2>
      <ul className="grid gap-2 sm:grid-cols-2">
        {marks.map(({ kind, value }) => (
          <li key={`${kind} ${value}`} className="min-w-0">
            <Link
              // A name or an address stands in no address: the comment says it.
              href={newRuleAddress({ from, kind, ...(kind === 'host' && { value }) })}
              aria-current={chosen?.kind === kind && chosen.value === value ? 'true' : undefined}
              className="flex min-h-11 flex-wrap items-center gap-x-2 rounded-md border border-line bg-sheet px-3 py-1.5 text-sm hover:bg-tint aria-[current]:border-rubric"
            >
              <span className="text-soft">{words.kinds[kind]}</span>
              <bdi className="min-w-0 font-medium [overflow-wrap:anywhere]">{value}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

interface TypeMarkProps {
  locale: Locale
  typed: { kind?: string; value?: string }
  problem?: string
}

/** The same by typing. It asks for an address. */
export function TypeMark({ locale, typed, problem }: TypeMarkProps) {
  const { rules: words, problems } = deskWords(locale)
  const said =
    problem &&
    (Object.hasOwn(problems, problem) ? problems[problem as 'value-missing'] : problems['form-broken'])
  return (
    <form
      action="/desk/rules/new"
      className="grid items-start gap-3 rounded-lg border border-line bg-sheet p-4 sm:grid-cols-[12rem_1fr_auto]"
    >
      <Field id="kind" label={words.form.about}>
        <Select id="kind" name="kind" defaultValue={typed.kind}>
          {standingKinds.map((kind) => (
            <option key={kind} value={kind}>
              {words.kinds[kind]}
            </option>
          ))}
        </Select>
      </Field>
      <Field id="value" label={words.form.value} problem={said || undefined} hint={words.form.valueHint}>
        <Input
          {...described('value', said || undefined, true)}
          name="value"
          dir="auto"
          autoComplete="off"
          maxLength={300}
          defaultValue={typed.value}
        />
      </Field>
      <button className={`${buttonLook()} sm:mt-6.5`}>{words.form.show}</button>
    </form>
  )
}
