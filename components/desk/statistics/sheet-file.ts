import { deskWords } from '@/lib/i18n/desk-words'
import type { Locale } from '@/lib/i18n/locales'
import { say } from '@/lib/i18n/say'
import { csvRow } from '@/lib/kernel/text/csv'
import type { Sheet } from './sheet'

const portion = 100

/** A table of statistics as a file for spreadsheets: numbers as they are, times in seconds, shares from 0 to 1. */
export function* sheetFile(locale: Locale, { columns, rows }: Sheet): Generator<string> {
  const { inSeconds } = deskWords(locale).statistics
  const head = columns.map(({ label, kind }) =>
    kind === 'seconds' ? say(locale, inSeconds, { name: label }) : label,
  )
  // By the mark at its head spreadsheets know that it is UTF-8.
  yield `\ufeff${csvRow(head)}`
  for (let from = 0; from < rows.length; from += portion)
    yield rows
      .slice(from, from + portion)
      .map((cells) => csvRow(cells.map((cell) => (typeof cell === 'number' ? rounded(cell) : cell))))
      .join('')
}

const rounded = (value: number) => Math.round(value * 10_000) / 10_000
