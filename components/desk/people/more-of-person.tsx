import { locales, ownName } from '@/lib/i18n/locales'
import type { StaffMember } from '@/lib/people/accounts/queries'
import { useWords } from '../language/words'
import { Does } from './does'
import type { Act } from './outcome'

interface MoreProps {
  person: StaffMember
  isMe: boolean
  act: Act
}

/** What is done seldom about somebody. Nobody ends their own access here. */
export function MoreOfPerson({ person, isMe, act }: MoreProps) {
  const { words, rich } = useWords('people')
  const { id, name } = person
  return (
    <details className="sm:col-span-2">
      <summary className="w-fit cursor-pointer rounded-sm py-1.5 text-[0.8125rem] text-soft hover:text-ink">
        {rich(words.more.title, {
          name,
          hidden: (inside) => <span className="sr-only">{inside}</span>,
        })}
      </summary>
      <div className="grid gap-4 pt-1.5 pb-1">
        <Languages person={person} act={act} />
        {!isMe && (
          <>
            <form action={act}>
              <input type="hidden" name="personId" value={id} />
              <Does deed="end sessions" of={name} />
            </form>
            <Removal id={id} name={name} act={act} />
          </>
        )}
      </div>
    </details>
  )
}

function Languages({ person: { id, name, moderates }, act }: Omit<MoreProps, 'isMe'>) {
  const { words } = useWords('people')
  return (
    <form action={act} key={moderates.join()}>
      <input type="hidden" name="personId" value={id} />
      <fieldset className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <legend className="mb-1.5 text-[0.8125rem] font-medium">
          {words.more.languages} <span className="font-normal text-soft">{words.more.languagesHint}</span>
        </legend>
        {locales.map((one) => (
          <label key={one} lang={one} className="flex min-h-8 items-center gap-1.5">
            <input type="checkbox" name="languages" value={one} defaultChecked={moderates.includes(one)} />
            {ownName(one)}
          </label>
        ))}
        <Does deed="set languages" of={name} />
      </fieldset>
    </form>
  )
}

function Removal({ id, name, act }: { id: string; name: string; act: Act }) {
  const { words, rich } = useWords('people')
  return (
    <form action={act} className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <input type="hidden" name="personId" value={id} />
      <label className="flex min-h-8 min-w-0 basis-72 grow items-start gap-1.5">
        <input type="checkbox" name="sure" value="yes" className="mt-1 shrink-0" />
        <span className="min-w-0 [overflow-wrap:anywhere]">
          {rich(words.more.sure, { name: <bdi>{name}</bdi> })}
        </span>
      </label>
      <Does deed="remove" of={name} />
    </form>
  )
}
