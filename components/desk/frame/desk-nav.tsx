'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { amount } from '@/lib/i18n/formats'
import { useWords } from '../language/words'
import { allPlaces, type Place } from './places'

/** The places of the desk that whoever looks may go to. */
export function DeskNav({ pending = 0, places }: { pending?: number; places: Place[] }) {
  const here = usePathname()
  const { words, locale } = useWords('frame')
  const isHere = (href: string) => (href === '/desk' ? here === href : here.startsWith(href))
  return (
    <nav aria-label={words.nav} className="max-sm:order-last max-sm:w-full">
      <ul className="-mx-2 flex flex-wrap sm:gap-1">
        {allPlaces
          .filter(([name]) => places.includes(name))
          .map(([name, href]) => (
            <li key={name}>
              <Link
                href={href}
                aria-current={isHere(href) ? 'page' : undefined}
                className="flex items-center gap-1.5 border-b-2 border-transparent px-2 pt-2.5 pb-2 text-sm text-soft hover:text-ink aria-[current]:border-rubric aria-[current]:text-ink"
              >
                {words.places[name]}
                {/* Its place is kept while nothing waits: a number that arrives moves no link from under a hand. */}
                {name === 'queue' && (
                  <span
                    className={`min-w-8 rounded-full bg-rubric px-1.5 text-center text-xs font-semibold text-on-rubric tabular-nums ${pending > 0 ? '' : 'invisible'}`}
                  >
                    {amount(locale, pending)}
                    <span className="sr-only"> {words.pending}</span>
                  </span>
                )}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  )
}
