import type { AuditKind } from '@/lib/audit/types'
import { deskWords } from '@/lib/i18n/desk-words'
import type { Locale } from '@/lib/i18n/locales'
import { csvRow } from '@/lib/kernel/text/csv'
import type { AuditRow } from '@/lib/people/audit/queries'

/** The audit as a file for spreadsheets, a part after the other. */
export async function* auditFile(
  locale: Locale,
  portions: AsyncGenerator<AuditRow[]>,
): AsyncGenerator<string> {
  const { audit: words } = deskWords(locale)
  // By the mark at its head spreadsheets know that it is UTF-8.
  yield `\ufeff${csvRow(Object.values(words.columns))}`
  for await (const rows of portions) yield rows.map((row) => csvRow(cellsOf(row, words))).join('')
}

// In the order of the columns in the words.
const cellsOf = (row: AuditRow, words: ReturnType<typeof deskWords>['audit']) => [
  row.at.toISOString(),
  row.by,
  words.via[row.via],
  row.network,
  row.kind,
  words.kinds[row.kind as AuditKind] ?? row.kind,
  row.subject,
  row.subjectId,
  row.name,
  JSON.stringify(row.before),
  JSON.stringify(row.after),
]
