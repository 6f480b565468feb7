import Link from 'next/link'
import type { ReactNode } from 'react'
import { LocalTime } from '@/components/ui/local-time'
import { rich } from '@/components/ui/rich'
import type { AuditKind } from '@/lib/audit/types'
import { deskWords } from '@/lib/i18n/desk-words'
import type { Locale } from '@/lib/i18n/locales'
import type { AuditRow } from '@/lib/people/audit/queries'
import type { AuditWish } from '@/lib/people/audit/schema'
import { auditAddress } from './address'
import { factWords } from './fact-words'

const link = 'underline decoration-line underline-offset-4 hover:text-rubric [overflow-wrap:anywhere]'

export function AuditEntry({ locale, row, wish }: { locale: Locale; row: AuditRow; wish: AuditWish }) {
  const { audit: words } = deskWords(locale)
  const { at, byId, by, via, network, kind, subjectId } = row
  const facts = factWords(locale, row.before, row.after)
  return (
    <li className="grid gap-x-4 gap-y-1 px-4 py-2.5 text-sm sm:grid-cols-[10rem_minmax(0,1fr)]">
      <span className="text-soft tabular-nums">
        <LocalTime at={at} />
      </span>
      <div className="grid min-w-0 gap-0.5">
        <p className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
          {byId ? (
            <Link href={auditAddress({ ...wish, person: byId })} className={`font-medium ${link}`}>
              <bdi>{by ?? words.gone}</bdi>
            </Link>
          ) : (
            <span className="font-medium">{via === 'sign-in' ? words.somebody : words.via[via]}</span>
          )}
          <span>{words.kinds[kind as AuditKind] ?? kind}</span>
          <Subject locale={locale} row={row} />
        </p>
        <p className="flex flex-wrap gap-x-3 gap-y-0.5 text-[0.8125rem] text-soft">
          {byId && <span>{words.via[via]}</span>}
          {network && (
            <span>
              {rich(locale, words.network, {
                network: (
                  <bdi dir="ltr" className="tabular-nums">
                    {network}
                  </bdi>
                ),
              })}
            </span>
          )}
          {facts.map((fact) => (
            <span key={fact} className="[overflow-wrap:anywhere]">
              {fact}
            </span>
          ))}
          {subjectId && (
            <Link href={auditAddress({ about: subjectId })} className={link}>
              {words.onlyAbout}
            </Link>
          )}
        </p>
      </div>
    </li>
  )
}

/** What it was done to, with a way to it where it has a page. */
function Subject({ locale, row }: { locale: Locale; row: AuditRow }): ReactNode {
  const { audit: words } = deskWords(locale)
  const { subject, subjectId, name, byId } = row
  if (!subjectId || (subject === 'person' && subjectId === byId)) return null
  const pages: Partial<Record<typeof subject, [where: string, called: string]>> = {
    bulk: [`/desk/queue/bulk/${subjectId}`, words.bulk],
    comment: [`/desk/queue/${subjectId}`, words.comment],
    edition: [`/desk/chapters/${subjectId}`, name ?? words.edition],
    ...(name && { rule: [`/desk/rules?${new URLSearchParams({ find: name })}`, name] }),
  }
  const page = pages[subject]
  const thing = subject === 'view' ? words.view : words.thing
  if (!page) return <bdi className="[overflow-wrap:anywhere]">{name ?? thing}</bdi>
  return (
    <Link href={page[0]} className={link}>
      <bdi>{page[1]}</bdi>
    </Link>
  )
}
