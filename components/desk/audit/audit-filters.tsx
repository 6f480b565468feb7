import Link from 'next/link'
import { buttonLook } from '@/components/ui/button'
import { Field, Input, Select } from '@/components/ui/field'
import { allAuditKinds } from '@/lib/audit/types'
import { deskWords } from '@/lib/i18n/desk-words'
import type { Locale } from '@/lib/i18n/locales'
import type { AuditWish } from '@/lib/people/audit/schema'

interface AuditFiltersProps {
  locale: Locale
  wish: AuditWish
  people: { id: string; name: string }[]
}

/** A form that asks for an address: it works before any script does. */
export function AuditFilters({ locale, wish, people }: AuditFiltersProps) {
  const { audit: words } = deskWords(locale)
  const isNarrow = Boolean(wish.person || wish.kind || wish.about || wish.from || wish.until)
  return (
    <form
      action="/desk/audit"
      role="search"
      className="grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap"
    >
      {wish.about && <input type="hidden" name="about" value={wish.about} />}
      <Field id="person" label={words.person}>
        <Select id="person" name="person" defaultValue={wish.person ?? ''} className="w-full">
          <option value="">{words.everybody}</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field id="kind" label={words.kind}>
        <Select id="kind" name="kind" defaultValue={wish.kind ?? ''} className="w-full">
          <option value="">{words.everyKind}</option>
          {allAuditKinds.map((kind) => (
            <option key={kind} value={kind}>
              {words.kinds[kind]}
            </option>
          ))}
        </Select>
      </Field>
      <Field id="from" label={words.from}>
        <Input id="from" name="from" type="date" defaultValue={wish.from} />
      </Field>
      <Field id="until" label={words.until}>
        <Input id="until" name="until" type="date" defaultValue={wish.until} />
      </Field>
      <button className={buttonLook({ tone: 'main' })}>{words.show}</button>
      {isNarrow && (
        <Link href="/desk/audit" className={buttonLook()}>
          {words.all}
        </Link>
      )}
      {wish.about && <p className="col-span-2 w-full text-sm text-soft">{words.about}</p>}
    </form>
  )
}
