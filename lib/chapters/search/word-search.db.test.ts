import { expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { anEdition } from '@/lib/db/testing/factories'
import { locales } from '@/lib/i18n/locales'
import { wordSearch } from './word-search'

// Words whose stems differ from one configuration of Postgres to the next.
const text = 'running lanterns häuser maisons casas المنارات 灯台守'

test.each(locales)('the database finds words in %s as the table says', async (locale) => {
  const { stems } = wordSearch[locale]
  const [row] = await db.$queryRaw<[{ words: string; query: string }]>`
    select search_words(${locale}, ${text})::text as words, search_query(${locale}, ${text})::text as query`
  if (!stems) {
    const [pairs] = await db.$queryRaw<[{ words: string }]>`
      select array_to_tsvector(search_grams(${text}))::text as words`
    expect(row.words).toBe(pairs.words)
    expect(row.query.split(' & ')).toEqual(expect.arrayContaining(["'灯台'", "'台守'"]))
    return
  }
  // Arabic is folded once more: its articles go.
  const [own] = await db.$queryRaw<[{ words: string; query: string }]>`
    select to_tsvector(${stems}::regconfig, plain)::text as words,
           websearch_to_tsquery(${stems}::regconfig, plain)::text as query
    from (select case ${locale} when 'ar' then search_bare(${text}) else ${text} end as plain) as folded`
  expect(row).toEqual(own)
})

test.each(locales)(
  'the text as it is written is kept in %s where words are found by pairs',
  async (locale) => {
    const { editionId } = await anEdition({ locale, title: '灯台守', text: '霧の夜' })
    const listing = await db.$queryRaw<{ plain: string }[]>`
    select plain from edition_listing where edition_id = ${editionId}::uuid`
    expect(listing).toEqual([{ plain: wordSearch[locale].stems ? '' : expect.stringContaining('霧の夜') }])
  },
)
