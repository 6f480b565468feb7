import { Check, Minus } from 'lucide-react'
import Link from 'next/link'
import { deskWords } from '@/lib/i18n/desk-words'
import type { Locale } from '@/lib/i18n/locales'
import { allPowers, has, powers, staffRoles } from '@/lib/people/policy/powers'

/** Which role has which power, and over what. */
export function PowersPage({ locale }: { locale: Locale }) {
  const { powers: words, people } = deskWords(locale)
  return (
    <div className="grid max-w-3xl gap-4">
      <header className="grid gap-1">
        <p className="text-sm">
          <Link
            href="/desk/people"
            className="inline-block py-1 underline decoration-rubric underline-offset-4"
          >
            {people.title}
          </Link>
        </p>
        <h1 className="font-serif text-2xl font-semibold">{words.title}</h1>
        <p className="text-sm text-soft">{words.intro}</p>
      </header>
      <div className="rounded-lg border border-line bg-sheet">
        <table className="w-full text-sm [&_:is(td,th)]:px-2 [&_:is(td,th)]:py-2.5 sm:[&_:is(td,th)]:px-4">
          <thead>
            <tr className="border-b border-line">
              <th scope="col" className="text-start font-semibold">
                {words.power}
              </th>
              {staffRoles.map((role) => (
                <th key={role} scope="col" className="font-semibold">
                  {people.roles[role]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {allPowers.map((power) => (
              <tr key={power}>
                <th scope="row" className="grid gap-0.5 text-start font-normal [overflow-wrap:anywhere]">
                  <span className="font-medium">{words.powers[power]}</span>
                  <span className="text-[0.8125rem] text-soft">
                    {powers[power].over.map((realm) => words.over[realm]).join(' · ')}
                  </span>
                </th>
                {staffRoles.map((role) => (
                  <td key={role} className="text-center align-middle">
                    <Mark isThere={has(role, power)} yes={words.yes} no={words.no} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

function Mark({ isThere, yes, no }: { isThere: boolean; yes: string; no: string }) {
  const Sign = isThere ? Check : Minus
  return (
    <>
      <Sign
        aria-hidden="true"
        className={`mx-auto size-4 ${isThere ? 'text-good' : 'text-soft'}`}
        strokeWidth={isThere ? 3 : 2}
      />
      <span className="sr-only">{isThere ? yes : no}</span>
    </>
  )
}
