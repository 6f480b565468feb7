import { beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { anActor, anEdition, aSeries, aTag } from '@/lib/db/testing/factories'
import type { Locale } from '@/lib/i18n/locales'
import { bareOf, foldText } from './folding'
import { countSearches, forgetSearches } from '../counts/searches-commands'
import { mostSearched, searchedWords } from '../counts/searches-queries'
import { chaptersLike } from './slug-queries'
import { searchChapters } from './queries'

// What is found is what is published: nothing, when a test begins.
beforeEach(async () => void (await db.publication.deleteMany()))

const find = async (locale: Locale, q: string, more: { series?: string; tag?: string } = {}) =>
  (await searchChapters(locale, { q, page: 1, ...more })).found.map(({ title }) => title)

test('English words are found by their stems, titles first', async () => {
  await anEdition({ title: 'Of ropes', text: 'The lamplighter climbs the stair. '.repeat(5) })
  await anEdition({ title: 'Lamplighters', text: 'Nobody.' })
  expect(await find('en', 'lamplighter')).toEqual(['Lamplighters', 'Of ropes'])
  expect(await find('en', '"climbs the stair" -nobody')).toEqual(['Of ropes'])
  expect(await find('ja', 'lamplighter')).toEqual([])
})

test('Japanese is found by two characters, by one, and with its readings ignored', async () => {
  await anEdition({ locale: 'ja', title: '灯台守', text: '霧の夜、東京都から船が来た。' })
  await anEdition({ locale: 'ja', title: '都の話', text: '京都に東風が吹く。' })
  expect(await find('ja', '灯台')).toEqual(['灯台守'])
  expect(await find('ja', '京都')).toEqual(expect.arrayContaining(['灯台守', '都の話']))
  expect(await find('ja', '東京')).toEqual(['灯台守'])
  expect(await find('ja', '霧')).toEqual(['灯台守'])
  expect(await find('ja', '守')).toEqual(['灯台守'])
  expect(await find('ja', '東風　京都')).toEqual(['都の話'])
  expect(await find('ja', '東京京都')).toEqual([])
})

test('Arabic is found without vowel signs and with its articles', async () => {
  await anEdition({ locale: 'ar', title: 'المَنَارة', text: 'كان حارس المنارة يكتب كل ليلة.' })
  expect(await find('ar', 'منارة')).toEqual(['المَنَارة'])
  expect(await find('ar', 'حـارس')).toEqual(['المَنَارة'])
})

test('Arabic is found however its alefs, hehs, yehs, hamzas and articles are written', async () => {
  await anEdition({
    locale: 'ar',
    title: 'الليلة الأولى',
    text: 'كان الحارس في المَنَارَةِ، والشيء الوحيد ألوان. قال والدها: آلات إلى الأبد.',
  })
  for (const q of [
    ...['المنارة', 'منارة', 'مناره', 'بالمنارة', 'المناره', 'والمنارة', 'للمناره', 'فالمنارة'],
    ...['والحارس', 'حارس', 'للحارس', 'الليله الاولي', '"الليلة الاولى"', 'شئ', 'شيء', 'الشئ', 'الوان'],
    ...['الألوان', 'والد', 'الات', 'الآلات', 'الي الابد'],
  ])
    expect(await find('ar', q), q).toContain('الليلة الأولى')
  expect(await find('ar', 'منازل')).toEqual([])
  const { found } = await searchChapters('ar', { q: 'مناره شئ', page: 1 })
  expect(found[0]?.snippet.find(({ marked }) => marked)?.text).toBe('المَنَارَةِ')
})

test('words are found without their accents, and Japanese in either kana', async () => {
  await anEdition({ title: 'Papers', text: 'Her résumé lay by the lámp, naïve.' })
  await anEdition({ locale: 'ja', title: '鳥', text: '白いカモメとガラスのRésuméの話' })
  for (const q of ['resume', 'résumé', 'RÉSUMÉ', 're\u0301sume\u0301', 'lamp', 'naive'])
    expect(await find('en', q), q).toEqual(['Papers'])
  const { found } = await searchChapters('en', { q: 'resume', page: 1 })
  expect(found[0]?.snippet.find(({ marked }) => marked)?.text).toBe('résumé')
  for (const q of ['かもめ', 'カモメ', 'ｶﾓﾒ', 'がらす', 'resume', 'がらす かもめ'])
    expect(await find('ja', q), q).toEqual(['鳥'])
  expect(await find('ja', 'からす')).toEqual([])
})

test('words are folded alike where they are looked up and where they are marked', async () => {
  const letters = Array.from({ length: 0x3400 }, (_, code) => String.fromCodePoint(code)).filter((one) =>
    /[\p{L}\p{N}\p{P}]\p{M}?/u.test(one),
  )
  const texts = [...letters, 'ｶﾞﾗｽ', '㍿', 'ﷺ', 'والمَنَارَةِ شيءٌ', 'أعباء الألوان والدها']
  const [row] = await db.$queryRaw<{ plain: string[] }[]>`
    select array(select search_plain(one) from unnest(${texts}::text[]) with ordinality as texts(one, place)
                 order by place) as plain`
  const differs = texts.filter((text, place) => foldText(text).whole !== row!.plain[place])
  // Georgian capitals and the like, which one release of Unicode writes small and another does not.
  expect(differs.length, differs.join(' ')).toBeLessThan(letters.length / 100)
  const arabic = 'أعباء الألوان والدها بالغة اللهجة وبالمَنَارَةِ شيءٌ، شئ للحارس والله'
  const [bare] = await db.$queryRaw<{ bare: string }[]>`select search_bare(search_plain(${arabic})) as bare`
  expect(bareOf(foldText(arabic)).whole).toBe(bare!.bare)
})

test('a search can be narrowed to a series and a tag, and follows their changes', async () => {
  const [series, tag] = [await aSeries('Narrow'), await aTag('narrow')]
  const inSeries = await anEdition({ title: 'In the series', text: 'quicksilver', seriesId: series.id })
  await anEdition({ title: 'Elsewhere', text: 'quicksilver', tags: [tag] })
  expect(await find('en', 'quicksilver', { series: series.slug })).toEqual(['In the series'])
  expect(await find('en', 'quicksilver', { tag: 'narrow' })).toEqual(['Elsewhere'])
  expect(await find('en', 'quicksilver', { tag: 'none' })).toEqual([])
  await db.editionTag.create({ data: { editionId: inSeries.editionId, tagId: tag.id } })
  expect(await find('en', 'quicksilver', { tag: 'narrow', series: series.slug })).toEqual(['In the series'])
  await db.editionTag.deleteMany({ where: { tagId: tag.id } })
  expect(await find('en', 'quicksilver', { tag: 'narrow' })).toEqual([])
})

test('a search offers the series and tags in which something was found, the fullest first', async () => {
  const [one, other] = [await aSeries('Offer one'), await aSeries('Offer two')]
  const [sea, never] = [await aTag('offered-sea'), await aTag('offered-never')]
  await anEdition({ title: 'First', text: 'wintergreen', seriesId: one.id, tags: [sea] })
  await anEdition({ title: 'Second', text: 'wintergreen', seriesId: one.id, number: 2 })
  await anEdition({ title: 'Third', text: 'wintergreen', seriesId: other.id, tags: [sea] })
  await anEdition({ title: 'Fourth', text: 'summergreen', seriesId: other.id, number: 2, tags: [never] })
  const offer = async (more: { series?: string; tag?: string } = {}) => {
    const { narrowing } = await searchChapters('en', { q: 'wintergreen', page: 1, ...more })
    const shown = (choices: { slug: string; chapters: number }[]) =>
      choices.map(({ slug, chapters }) => [slug, chapters])
    return { series: shown(narrowing.series), tags: shown(narrowing.tags) }
  }
  expect(await offer()).toEqual({
    series: [
      [one.slug, 2],
      [other.slug, 1],
    ],
    tags: [['offered-sea', 2]],
  })
  expect(await offer({ series: other.slug })).toEqual({
    series: [[other.slug, 1]],
    tags: [['offered-sea', 1]],
  })
  expect(await offer({ tag: 'offered-never' })).toEqual({ series: [], tags: [['offered-never', 0]] })
})

test('a series or tag of which nothing is out is not told by its name', async () => {
  const states = [
    { published: false as const },
    { published: new Date(Date.now() + 60_000) },
    { goneAt: new Date() },
    { withdrawnAt: new Date() },
  ]
  await anEdition({ text: 'wintergreen' })
  for (const [place, state] of states.entries()) {
    const [series, tag] = [await aSeries('The murderer’s heirs'), await aTag(`unsaid-${place}`)]
    await anEdition({ seriesId: series.id, tags: [tag], text: 'wintergreen', ...state })
    for (const narrowed of [{ series: series.slug }, { tag: tag.slug }]) {
      const answer = await searchChapters('en', { q: 'wintergreen', page: 1, ...narrowed })
      expect(answer).toMatchObject({ total: 0, narrowing: { series: [], tags: [] } })
    }
  }
})

test('what was searched for most is shown where it can be found, with the number of readers alone', async () => {
  await anEdition({ title: 'Sought', text: 'kittiwake and guillemot' })
  const searched = (words: string, searches: number, locale: Locale = 'en') => ({ locale, words, searches })
  await countSearches([
    searched('kittiwake', 3),
    searched('found nowhere', 9),
    searched('kittiwake', 4, 'ja'),
  ])
  await countSearches([searched('kittiwake', 2), searched('"guillemot', 4)])
  const often = [searched('kittiwake', 5), searched('"guillemot', 4)]
  expect(await mostSearched('en')).toEqual(often)
  expect(await mostSearched('ja')).toEqual([])
  expect(await searchedWords(await anActor('editor'))).toMatchObject([
    { words: 'found nowhere' },
    ...often,
    {},
  ])
  await expect(searchedWords(undefined)).rejects.toThrow('not allowed')
  await db.searchCount.updateMany({ data: { day: new Date('2020-01-01') } })
  expect(await mostSearched('en')).toEqual([])
  expect(await forgetSearches()).toBe(4)
})

test('only what is published now is found, by its published text', async () => {
  const later = await anEdition({
    title: 'Later',
    text: 'zymurgy',
    published: new Date(Date.now() + 3_600_000),
  })
  await anEdition({ title: 'Draft', text: 'zymurgy', published: false })
  const withdrawn = await anEdition({ title: 'Withdrawn', text: 'zymurgy', withdrawnAt: new Date() })
  expect(await find('en', 'zymurgy')).toEqual([])
  await db.publication.update({
    where: { editionId: later.editionId },
    data: { publishAt: new Date(Date.now() - 1_000) },
  })
  await db.publication.update({ where: { editionId: withdrawn.editionId }, data: { withdrawnAt: null } })
  expect((await find('en', 'zymurgy')).sort()).toEqual(['Later', 'Withdrawn'])
  await db.publication.update({ where: { editionId: later.editionId }, data: { withdrawnAt: new Date() } })
  expect(await find('en', 'zymurgy')).toEqual(['Withdrawn'])
})

test('what is found is shown in its sentence, as text', async () => {
  await anEdition({ title: 'Marked', text: 'Before 1 < 2, the barnacles & what came after' })
  const { found } = await searchChapters('en', { q: 'barnacle', page: 1 })
  expect(found[0]?.snippet).toEqual([
    { text: 'Before 1 < 2, the ', marked: false },
    { text: 'barnacles', marked: true },
    { text: ' & what came after', marked: false },
  ])
})

test('who mistypes a title is offered those like it', async () => {
  const edition = await anEdition({ title: 'The clockmaker’s daughter', slug: 'the-clockmakers-daughter' })
  const answer = await searchChapters('en', { q: 'clockmakr', page: 1 })
  expect([answer.alike, answer.found.map(({ title }) => title)]).toEqual([true, [edition.title]])
  expect(await chaptersLike('en', 'the-clockmaker-daugter')).toEqual([
    { slug: edition.slug, title: edition.title },
  ])
})

test('of words that every chapter has, nobody says that none has them', async () => {
  await anEdition({ title: 'Anything', text: 'The lamp is a lamp' })
  const common = async (q: string) => (await searchChapters('en', { q, page: 1 })).common
  expect(await Promise.all(['the', 'a', '"is a"', 'The is'].map(common))).toEqual([true, true, true, true])
  expect(await Promise.all(['', '?!', '-the', 'the -lamp', 'the quagga'].map(common))).not.toContain(true)
  expect((await searchChapters('ar', { q: 'ไทย', page: 1 })).common).toBe(false)
})

const strange = [
  ...[
    "'",
    '"',
    '\\',
    '%',
    '%%%%',
    '_',
    '-',
    '!',
    '&',
    '|',
    ':*',
    '(',
    ')',
    '<->',
    "' OR 1=1 --",
    '" "',
    '- -',
  ],
  ...[
    '\ue000',
    '\ue001\ue000',
    '🏮',
    'ﷺ',
    'ｶﾞ',
    '𠮷',
    '々々',
    'a'.repeat(100),
    '灯'.repeat(100),
    'the',
    '؟',
    '\u200f',
  ],
]
test('whatever strangers type is only looked for', async () => {
  for (const locale of ['en', 'ja', 'ar'] as const)
    for (const q of strange)
      expect(
        (await searchChapters(locale, { q, page: 1, tag: undefined })).found,
        `${locale} ${q}`,
      ).toBeInstanceOf(Array)
  for (const odd of strange) {
    await searchChapters('en', { q: 'lamp', page: 20, series: odd, tag: odd })
    await chaptersLike('ja', odd)
  }
})
