import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { locales } from '@/lib/i18n/locales'
import type { EditionRow } from '@/lib/chapters/writing/queries'
import type { ListedWord } from '@/lib/moderation/words/queries'
import { ChapterTable } from '../chapters/chapter-table'
import { Overview } from '../frame/overview'
import { WordLists } from '../spam/word-lists'
import { inLanguage } from '../testing/in-language'

// Where a page stands is Next's to say, and there is none here.
vi.mock('next/navigation', () => ({
  useRouter: () => ({ replace: () => {} }),
  usePathname: () => '/desk/spam/words',
  useSearchParams: () => new URLSearchParams(),
}))

const at = new Date('2026-01-02T13:04:00Z')
const edition = {
  editionId: 'e',
  chapterId: 'c',
  locale: 'ja',
  title: '霧の夜',
  seriesTitle: 'The Skerrow Light',
  number: 2.5,
  state: 'scheduled',
  changed: true,
  publishAt: at,
  savedAt: at,
  savedBy: 'Edith',
} as EditionRow
const word: ListedWord = {
  id: 'w',
  list: 'disallowed',
  line: 'casino*',
  kind: 'words',
  note: 'A note',
  by: 'Edith',
  hits: 12_480,
  lastHitAt: at,
  expiresAt: at,
  isExpired: false,
} as ListedWord
const counts = { draft: 1, scheduled: 2, published: 12_480, withdrawn: 0 }
const nothing = async () => ({ typed: {} })

const textOf = (markup: string) =>
  markup
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')

test.each([
  ['en', 'Chapter 2.5', 'from 2 Jan 2026, 13:04', '12,480 hits, the last 13:04 · until 2 Jan 2026, 13:04'],
  [
    'ja',
    '第 2.5 章',
    '2026年1月2日 13:04 に公開予定',
    '該当12,480件（最後は 13:04 ） · 2026年1月2日 13:04 まで',
  ],
  ['ar', 'الفصل ٢٫٥', 'ابتداءً من ٢ يناير ٢٠٢٦، ١٣:٠٤', '١٢٬٤٨٠ إصابة، آخرها ١٣:٠٤ · حتى ٢ يناير ٢٠٢٦، ١٣:٠٤'],
] as const)('in %s numbers, times and names stand in their sentences', (locale, number, from, hits) => {
  const list = { chapters: [[edition]], next: undefined, wish: {} }
  const chapters = textOf(
    renderToStaticMarkup(inLanguage(locale, <ChapterTable locale={locale} list={list} counts={counts} />)),
  )
  expect(chapters).toContain(number)
  expect(chapters).toContain(from)
  const words = (
    <WordLists
      locale={locale}
      shown={{ lists: [{ list: word.list, words: [word], count: 1 }] }}
      add={nothing}
      remove={async () => {}}
    />
  )
  expect(textOf(renderToStaticMarkup(inLanguage(locale, words)))).toContain(hits)
})

test.each(locales)('in %s a name that runs the other way turns nothing around', (locale) => {
  const page = (name: string) =>
    renderToStaticMarkup(
      inLanguage(
        locale,
        <Overview
          locale={locale}
          name={name}
          comments={{ pending: 1, approved: 2, spam: 3, trash: 4 }}
          editions={counts}
          checking={{ checker: 'local-rules', unchecked: 2, oldestUncheckedAt: at }}
          drafts={[{ ...edition, savedBy: name }]}
          searched={[]}
        />,
      ),
    )
  expect(page('ريم').split('<bdi>ريم</bdi>')).toHaveLength(3)
})
