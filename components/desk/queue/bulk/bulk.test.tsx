import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { inLanguage } from '@/components/desk/testing/in-language'
import { locales, type Locale } from '@/lib/i18n/locales'
import type { BulkProgress } from '@/lib/moderation/bulk/types'
import type { QueuedComment } from '@/lib/moderation/queue/queries'
import { namesOfView } from '../views/names-of-view'
import { SavedViews } from '../views/saved-views'
import { ViewTabs } from '../views/view-tabs'
import { BulkLine } from './bulk-line'
import { LeftOutList } from './left-out'
import { WholeView } from './whole-view'

const at = new Date('2026-01-02T03:04:00Z')
const id = '019c1d2e-0000-7000-8000-000000000001'
const drawn = (locale: Locale, node: ReactNode) => renderToStaticMarkup(inLanguage(locale, node))
const textOf = (markup: string) =>
  markup
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
const nothing = () => Promise.resolve(undefined)

const run: BulkProgress = {
  id,
  view: 'pending',
  filters: {},
  becomes: 'spam',
  state: 'running',
  total: 12_480,
  decided: 4_250,
  refused: 3,
  undone: 0,
  left: 0,
  by: { id, name: 'Edith' },
  startedAt: at,
}
const line = (given: Partial<BulkProgress>, isOwn = true, locale: Locale = 'en') =>
  textOf(drawn(locale, <BulkLine run={{ ...run, ...given }} isOwn={isOwn} act={() => {}} />))

test.each<[Partial<BulkProgress>, RegExp]>([
  [
    { state: 'counting', total: 20_000 },
    /Edith decides about a whole view\. Counted so far: 20,000\..* Stop/,
  ],
  [{}, /Edith marks a whole view as spam: 4,253 of 12,480\. Details Stop|were left out/],
  [{ state: 'done' }, /Edith marked 4,250 comments as spam at once\. 3 were left out Details Take all back/],
  [{ state: 'cancelled' }, /at once\. It was stopped after 4,253 of 12,480\..* Take all back/],
  [{ state: 'cancelled', decided: 0 }, /Details$/],
  [{ state: 'undoing', undone: 100, undoneBy: 'Ada' }, /Ada takes the whole back: 100 of 4,250\./],
  [
    { state: 'undone', undone: 4_249, left: 1 },
    /4,249 comments are again what they were\..* One was left as it is/,
  ],
  [{ state: 'done', becomes: undefined, decided: 1 }, /Edith restored one comment at once/],
])('%j is told', (given, said) => expect(line(given)).toMatch(said))

test('nobody else is offered to end it or to take it back', () => {
  expect(line({}, false)).not.toContain('Stop')
  expect(line({ state: 'done' }, false)).not.toContain('Take all back')
})

const view = { status: 'spam', filters: { q: 'casino', rule: 'links', from: '2026-01-01' } } as const
const sample = {
  id,
  name: 'Bo',
  email: 'bo@example.org',
  text: 'Win <b>big</b>',
  locale: 'en',
  sentAt: at,
} as QueuedComment

test.each(locales)(
  'in %s a whole view is shown with what it is narrowed to, its count and samples',
  (locale) => {
    const named = namesOfView(locale, view, {})
    expect(named).toHaveLength(4)
    const whole = (found: { count: number; isMore?: true }, samples: QueuedComment[]) =>
      drawn(
        locale,
        <WholeView view={view} named={named} found={found} samples={samples} until={at} start={nothing} />,
      )
    const full = whole({ count: 10_000, isMore: true }, [sample])
    for (const name of named) expect(full).toContain(name)
    expect(full).toContain('Win &lt;b&gt;big&lt;/b&gt;')
    expect(full).toContain('value="status=spam&amp;q=casino&amp;rule=links&amp;from=2026-01-01"')
    expect([...full.matchAll(/<button[^>]* value="(\w+)"/g)].map(([, becomes]) => becomes)).toEqual([
      'approved',
      'before',
      'pending',
      'trash',
    ])
    expect(whole({ count: 0 }, [])).not.toContain('becomes')
  },
)

test('what was left out says why, and by whom it was decided meanwhile', () => {
  const row = {
    commentId: id,
    ofUndo: false,
    name: 'Bo',
    text: 'Win',
    status: 'trash',
    by: null,
    rule: null,
    at: null,
  } as const
  const rows = [
    { ...row, refusal: 'already-moved', by: 'Ada', at },
    { ...row, commentId: `${id}2`, refusal: 'text-changed' },
    { ...row, commentId: `${id}3`, refusal: 'withdrawn-by-author', at },
  ]
  const list = textOf(
    drawn('en', <LeftOutList locale="en" title="Left out, and why" rows={rows} next="/next" />),
  )
  expect(list).toMatch(
    /Trash by Ada ?, .*Changed by its author since\. .*Its author took this comment back\. The next ones/,
  )
  expect(drawn('en', <LeftOutList locale="en" title="x" rows={[]} />)).toBe('')
})

test('views stand with their counts, saved ones by their names', () => {
  const here = { status: 'mine', filters: {}, show: 20 } as const
  const tabs = drawn(
    'en',
    <ViewTabs
      locale="en"
      view={here}
      counts={{ pending: { count: 12 }, mine: { count: 500, isMore: true } }}
    />,
  )
  expect(textOf(tabs)).toBe('Pending 12 Not checked yet Approved Spam Trash Mine 500+')
  expect(tabs).toMatch(/aria-current="page"[^>]*>Mine/)
  const saved = [{ id, name: 'Casino', status: 'spam', filters: { q: 'casino' }, forAll: true } as const]
  const shown = drawn('en', <SavedViews saved={saved} view={here} action={nothing} />)
  expect(shown).toContain('href="/desk/queue?status=spam&amp;q=casino"')
  expect(textOf(shown)).toContain('Rename or remove')
})
