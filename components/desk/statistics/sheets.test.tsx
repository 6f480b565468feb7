import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { locales } from '@/lib/i18n/locales'
import type { Statistics } from '@/lib/moderation/statistics/types'
import { sheetFile } from './sheet-file'
import { SheetTable } from './sheet-table'
import { sheetCalled, sheetsOf } from './sheets'
import { StatisticsPage } from './statistics-page'

const decisions = { approved: 3, spam: 2, trash: 1, pending: 0, undone: 1 }
const waits = { count: 4, median: 2_400, ninth: 90_000 }
const statistics: Statistics = {
  wish: { days: 7 },
  days: [
    { day: '2026-05-19', pending: 1, approved: 10, spam: 12_480, trash: 2 },
    { day: '2026-05-20', pending: 0, approved: 0, spam: 0, trash: 0 },
  ],
  hours: [{ hour: 9, sent: 5, decided: 2 }],
  total: { pending: 1, approved: 10, spam: 12_480, trash: 2 },
  steps: [{ until: 40, count: 3 }, { count: 1 }],
  waits,
  isByPerson: true,
  people: [
    { id: '1', name: '=HYPERLINK("x")', decisions, waits },
    { id: '2', decisions, waits: { count: 0 } },
  ],
  rules: [{ rule: 'links', decisions, waits }],
  checkers: [{ checker: 'akismet', waits }],
  opinions: [
    {
      kind: 'checker',
      code: 'akismet',
      against: { right: 3, wrong: 1, taste: 0, unseen: 7 },
      passed: { right: 20, wrong: 1, taste: 1, unseen: 2 },
      unknown: 1,
      precision: 0.75,
      recall: 0.75,
    },
    { kind: 'rule', code: 'links', against: { right: 0, wrong: 0, taste: 0, unseen: 1 }, unknown: 0 },
  ],
}
const told = (locale: 'en' | 'ja' | 'ar') => ({ locale, statistics, isHalfHour: false })
const fileOf = (name: 'days' | 'people' | 'opinions') =>
  [...sheetFile('en', sheetCalled(name, told('en')))].join('').split('\r\n')

test('a file has numbers as they are, and no formula', () => {
  expect(fileOf('days')).toEqual([
    '\ufeffDay,Sent,Approved,Pending,Spam,Trash,Share of spam',
    '2026-05-19,12493,10,1,12480,2,0.999',
    '2026-05-20,0,0,0,0,0,',
    '',
  ])
  expect(fileOf('people')[0]).toContain('Median (seconds)')
  expect(fileOf('people')[1]).toBe(`"'=HYPERLINK(""x"")",7,3,2,1,0,1,4,2400,90000`)
  expect(fileOf('people')[2]).toMatch(/^Somebody who no longer works here,7,3,2,1,0,1,0,,$/)
  expect(fileOf('opinions')[2]).toMatch(/,0,0,,,0,1,0,,$/)
})

test('a table tells the same as people write it', () => {
  const shown = renderToStaticMarkup(<SheetTable locale="ar" sheet={sheetCalled('days', told('ar'))} />)
  expect(shown).toContain('١٢٬٤٨٠')
  expect(shown).toContain('١٩ مايو')
  const english = renderToStaticMarkup(<SheetTable locale="en" sheet={sheetCalled('people', told('en'))} />)
  expect(english).toContain('40 min')
  expect(english).toContain('1 day')
})

test.each(locales)('in %s each table has a name, its file, and as many cells as columns', (locale) => {
  const shown = renderToStaticMarkup(<StatisticsPage locale={locale} statistics={statistics} isHalfHour />)
  for (const { name, title, columns, rows } of sheetsOf(told(locale))) {
    expect(shown).toContain(title)
    expect(shown).toContain(`of=${name}&amp;days=7`)
    expect(new Set(columns.map(({ label }) => label)).size).toBe(columns.length)
    for (const cells of rows) expect(cells, name).toHaveLength(columns.length)
  }
})

test('who sees only their own is called so', () => {
  const own = {
    ...statistics,
    isByPerson: false,
    people: [{ ...statistics.people[0]! }, { decisions, waits }],
  }
  const { rows, notes } = sheetCalled('people', { ...told('en'), statistics: own })
  expect(rows.map(([name]) => name)).toEqual(['You', 'All others'])
  expect(notes).toEqual(['You see yourself, and all others together.'])
})
