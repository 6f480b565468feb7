import type { Locale } from '@/lib/i18n/locales'
import { toldAs } from './cells'
import type { Sheet } from './sheet'

/** The numbers themselves, for whoever does not see the picture, or wants them exactly. */
export function SheetTable({ locale, sheet }: { locale: Locale; sheet: Sheet }) {
  const { columns, rows, title } = sheet
  return (
    <div
      className="max-h-[32rem] overflow-auto rounded-md border border-line"
      tabIndex={0}
      role="region"
      aria-label={title}
    >
      <table className="w-full text-start text-[0.8125rem] tabular-nums">
        <caption className="sr-only">{title}</caption>
        <thead className="bg-tint">
          <tr>
            {columns.map(({ label }) => (
              <th
                key={label}
                scope="col"
                className="min-w-16 px-2.5 py-1.5 text-start align-bottom font-medium"
              >
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((cells, place) => (
            <tr key={place}>
              {columns.map(({ label, kind }, at) =>
                at === 0 ? (
                  <th key={label} scope="row" className="px-2.5 py-1 text-start font-normal">
                    <bdi>{toldAs(locale, kind, cells[at])}</bdi>
                  </th>
                ) : (
                  <td key={label} className="px-2.5 py-1 whitespace-nowrap">
                    {toldAs(locale, kind, cells[at])}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
