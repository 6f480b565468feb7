import Link from 'next/link'
import { buttonLook } from '@/components/ui/button'
import { deskWords } from '@/lib/i18n/desk-words'
import type { Locale } from '@/lib/i18n/locales'
import type { AuditPage as Page } from '@/lib/people/audit/queries'
import { auditAddress } from './address'
import { AuditEntry } from './audit-entry'
import { AuditFilters } from './audit-filters'

interface AuditPageProps {
  locale: Locale
  page: Page
  people: { id: string; name: string }[]
}

/** Who did what, the newest first; what it is narrowed to is its address. */
export function AuditPage({ locale, page, people }: AuditPageProps) {
  const { audit: words, frame } = deskWords(locale)
  const { wish, rows, next } = page
  return (
    <div className="grid gap-5">
      <header className="grid gap-1">
        <h1 className="font-serif text-2xl font-semibold">{words.title}</h1>
        <p className="max-w-prose text-sm text-soft">{words.intro}</p>
      </header>
      <AuditFilters locale={locale} wish={wish} people={people} />
      {rows.length === 0 ? (
        <p className="text-soft">{words.none}</p>
      ) : (
        <ul
          aria-label={words.entries}
          className="divide-y divide-line rounded-lg border border-line bg-sheet"
        >
          {rows.map((row) => (
            <AuditEntry key={row.id} locale={locale} row={row} wish={wish} />
          ))}
        </ul>
      )}
      <nav aria-label={frame.pages} className="flex flex-wrap items-center gap-2">
        {wish.after && (
          <Link className={buttonLook()} href={auditAddress(wish)}>
            {frame.firstPage}
          </Link>
        )}
        {next && (
          <Link className={buttonLook()} href={auditAddress(wish, { after: next })}>
            {frame.nextPage}
          </Link>
        )}
        {/* A file, and no page that could be gone to. */}
        <a
          className={`${buttonLook()} ms-auto`}
          href={auditAddress(wish, { of: '/desk/audit/export' })}
          download
        >
          {words.export}
        </a>
        <p className="w-full text-end text-[0.8125rem] text-soft">{words.exportHint}</p>
      </nav>
    </div>
  )
}
