'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'

const places = [
  { href: '/desk', name: 'Overview' },
  { href: '/desk/queue', name: 'Queue' },
  { href: '/desk/spam', name: 'Spam' },
  { href: '/desk/chapters', name: 'Chapters' },
  { href: '/desk/settings', name: 'Settings' },
]
const people = { href: '/desk/people', name: 'People' }

export function DeskNav({ pending, managesPeople }: { pending: number; managesPeople: boolean }) {
  const here = usePathname()
  const isHere = (href: string) => (href === '/desk' ? here === href : here.startsWith(href))
  return (
    <nav aria-label="Desk" className="max-sm:order-last max-sm:w-full">
      <ul className="-mx-2.5 flex flex-wrap sm:gap-1">
        {[...places, ...(managesPeople ? [people] : [])].map(({ href, name }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={isHere(href) ? 'page' : undefined}
              className="flex items-center gap-1.5 border-b-2 border-transparent px-2.5 pt-2.5 pb-2 text-sm text-soft hover:text-ink aria-[current]:border-rubric aria-[current]:text-ink"
            >
              {name}
              {href === '/desk/queue' && pending > 0 && (
                <span className="rounded-full bg-rubric px-1.5 text-xs font-semibold text-on-rubric tabular-nums">
                  {pending}
                  <span className="sr-only"> pending</span>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
