'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { amount } from '@/lib/i18n/formats'
import { useWords } from '../language/words'

const places = [
  ['overview', '/desk'],
  ['queue', '/desk/queue'],
  ['spam', '/desk/spam'],
  ['chapters', '/desk/chapters'],
  ['settings', '/desk/settings'],
  ['people', '/desk/people'],
  ['account', '/desk/account'],
] as const

export function DeskNav({ pending, managesPeople }: { pending: number; managesPeople: boolean }) {
  const here = usePathname()
  const { words, locale } = useWords('frame')
  const isHere = (href: string) => (href === '/desk' ? here === href : here.startsWith(href))
  return (
    <nav aria-label={words.nav} className="max-sm:order-last max-sm:w-full">
      <ul className="-mx-2.5 flex flex-wrap sm:gap-1">
        {places
          .filter(([name]) => name !== 'people' || managesPeople)
          .map(([name, href]) => (
            <li key={name}>
              <Link
                href={href}
                aria-current={isHere(href) ? 'page' : undefined}
                className="flex items-center gap-1.5 border-b-2 border-transparent px-2.5 pt-2.5 pb-2 text-sm text-soft hover:text-ink aria-[current]:border-rubric aria-[current]:text-ink"
              >
                {words.places[name]}
                {name === 'queue' && pending > 0 && (
                  <span className="rounded-full bg-rubric px-1.5 text-xs font-semibold text-on-rubric tabular-nums">
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
