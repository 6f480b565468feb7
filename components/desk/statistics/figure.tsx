import { Panel } from '@/components/ui/panel'
import { buttonLook } from '@/components/ui/button'
import { deskWords } from '@/lib/i18n/desk-words'
import { direction, regionalTag, type Locale } from '@/lib/i18n/locales'
import { say } from '@/lib/i18n/say'
import type { StatisticsWish } from '@/lib/moderation/statistics/schema'
import { sheetAddress } from './address'
import { toldAs } from './cells'
import { Chart, type Drawing } from './chart'
import type { Sheet } from './sheet'
import { SheetTable } from './sheet-table'

interface FigureProps {
  locale: Locale
  sheet: Sheet
  wish: StatisticsWish
}

/** A table of statistics with its picture, where it has one, and the way to take it along. */
export function Figure({ locale, sheet, wish }: FigureProps) {
  const { statistics: words } = deskWords(locale)
  const drawing = drawingOf(locale, sheet)
  const isEmpty = sheet.rows.length === 0
  return (
    <Panel title={sheet.title}>
      {sheet.notes.map((note) => (
        <p key={note} className="max-w-prose text-[0.8125rem] text-soft">
          {note}
        </p>
      ))}
      {isEmpty ? (
        <p className="text-sm text-soft">{words.nothing}</p>
      ) : (
        <>
          {drawing.series.length > 0 && (
            <Chart drawing={drawing} label={say(locale, words.drawing, { title: sheet.title })} />
          )}
          <details open={drawing.series.length === 0} className="min-w-0">
            <summary className="w-fit cursor-pointer py-1.5 text-sm underline decoration-line underline-offset-4 pointer-coarse:py-3">
              {words.numbers}
              <span className="sr-only"> ({sheet.title})</span>
            </summary>
            <SheetTable locale={locale} sheet={sheet} />
          </details>
          {/* A file, and no page that could be gone to. */}
          <a
            className={`${buttonLook({ size: 'small' })} w-fit`}
            href={sheetAddress(wish, sheet.name)}
            download
          >
            {words.export}
            <span className="sr-only"> ({sheet.title})</span>
          </a>
        </>
      )}
    </Panel>
  )
}

function drawingOf(locale: Locale, { columns, rows, stacked = false }: Sheet): Drawing {
  const series = columns.flatMap(({ label, tone }, at) =>
    tone ? [{ label, tone, values: rows.map((cells) => Number(cells[at] ?? 0)) }] : [],
  )
  return {
    labels: rows.map((cells) => toldAs(locale, columns[0]!.kind, cells[0])),
    series,
    stacked,
    tag: regionalTag(locale),
    isRtl: direction(locale) === 'rtl',
  }
}
