import Link from 'next/link'
import { amount } from '@/lib/i18n/formats'
import type { Locale } from '@/lib/i18n/locales'

interface TabLinksProps {
  locale: Locale
  label: string
  /** Without a count where nobody has counted what the view shows. */
  tabs: {
    href: string
    name: string
    count?: number
    /** There are more than have been counted. */
    isMore?: boolean
    current: boolean
  }[]
}

/** Views of one list, as links: they work before any script does, and each has its address. */
export function TabLinks({ locale, label, tabs }: TabLinksProps) {
  return (
    <nav aria-label={label} className="-mx-4 overflow-x-auto px-4">
      <ul className="flex min-w-max gap-1 border-b border-line">
        {tabs.map(({ href, name, count, isMore, current }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={current ? 'page' : undefined}
              className="-mb-px flex items-center gap-1.5 border-b-2 border-transparent px-2.5 py-2 text-sm text-soft hover:text-ink aria-[current]:border-rubric aria-[current]:font-semibold aria-[current]:text-ink sm:px-3"
            >
              {name}
              {count !== undefined && (
                <span className="text-xs tabular-nums text-soft">
                  {amount(locale, count)}
                  {isMore && '+'}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
