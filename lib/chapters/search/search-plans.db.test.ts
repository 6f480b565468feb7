import { beforeAll, expect, test } from 'vitest'
import { readAsWhole } from '@/lib/db/testing/plans'
import type { Locale } from '@/lib/i18n/locales'
import { fillWithChapters } from '@/scripts/figures/fill-with-chapters'
import { facetsOf } from './known-facet-queries'
import { searchChapters } from './queries'
import { withTitleLike } from './likeness-sql'
import { withWords } from './search-sql'

// Among thousands of chapters Postgres has the choice between its indexes and reading whole tables. The series and
// tags themselves are few, and read as a whole rightly.
const big = ['edition_listing', 'edition', 'chapter', 'publication', 'revision', 'edition_tag']

const narrowed: { series?: string; tag?: string } = {}
beforeAll(async () => void Object.assign(narrowed, await fillWithChapters(4_000, { short: 12, long: 60 })))

const searches: [Locale, string][] = [
  ['en', 'lamp'],
  ['en', 'everywhere'],
  ['en', 'everywhere common lamp'],
  ['en', '"everywhere common"'],
  ['en', '"common everywhere"'],
  ['en', 'everywhere -lamp'],
  ['en', '-everywhere'],
  ['en', 'lamp or fog'],
  ['en', 'well-everywhere-known'],
  ['en', 'the'],
  ['en', 'found-nowhere'],
  ['ja', '灯台'],
  ['ja', '霧'],
  ['ja', '到処'],
  ['ja', '到処 灯台'],
  ['ja', '海山川空'],
  ['ja', 'どこにもない'],
  ['ar', 'المنارة'],
  ['ar', 'كل مكان'],
  ['ar', '"مكان كل"'],
]

test.for(searches)('in %s, nothing is read as a whole for %s', async ([locale, q]) => {
  const ways = [
    {},
    { series: narrowed.series },
    ...(locale === 'en' ? [{ tag: narrowed.tag }, narrowed] : []),
  ]
  for (const way of ways) {
    const facets = (await facetsOf(locale, { q, page: 1, ...way }))!
    expect(await readAsWhole(withWords(locale, q, facets, { skip: 0, take: 10 }), big)).toEqual([])
    expect(await readAsWhole(withWords(locale, q, facets, { skip: 190, take: 10 }), big)).toEqual([])
    expect(await readAsWhole(withTitleLike(q, facets, 10), big)).toEqual([])
  }
})

test('what stands in very many chapters is compared in some of them only, and whoever only leaves out asks nothing', async () => {
  const answer = await searchChapters('en', { q: 'everywhere', page: 1 })
  expect([answer.total <= 400, answer.more, answer.found.length]).toEqual([true, true, 10])
  expect(await searchChapters('en', { q: '-lamp', page: 1 })).toMatchObject({ found: [], total: 0 })
})
