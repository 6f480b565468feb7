import type { Locale } from '@/lib/i18n/locales'
import { words } from '@/lib/i18n/words'

interface PagesProps {
  locale: Locale
  /** What stands nearer to the beginning of the list as it is read, and what follows. */
  before?: { href: string; label: string }
  after?: { href: string; label: string }
}

/** The way from one page of a list to those beside it. */
export function Pages({ locale, before, after }: PagesProps) {
  if (!before && !after) return null
  return (
    <nav className="neighbours" aria-label={words(locale).reading.pages.label}>
      {before && (
        <a className="prev" href={before.href}>
          {before.label}
        </a>
      )}
      {after && (
        <a className="next" href={after.href}>
          {after.label}
        </a>
      )}
    </nav>
  )
}

/** Newer and older of a list that begins with the newest, whose pages are counted from the oldest. */
export function ListPages({
  locale,
  list,
  path,
}: {
  locale: Locale
  list: { page: number | undefined; newer: number | undefined; older: number | undefined }
  path: (page?: number) => string
}) {
  const { pages } = words(locale).reading
  return (
    <Pages
      locale={locale}
      before={
        list.page === undefined
          ? undefined
          : { href: path(list.newer), label: list.newer ? pages.newer : pages.newest }
      }
      after={list.older === undefined ? undefined : { href: path(list.older), label: pages.older }}
    />
  )
}
