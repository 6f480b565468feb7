import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import fc from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { dictionaries } from '@/lib/i18n/dictionaries'
import { locales } from '@/lib/i18n/locales'
import { cutTo, writable } from './fonts'
import { drawShareImage } from './draw'
import { templateNames } from '@/lib/kernel/testing/template-names'

const words = { place: 'Chapter 1 of The Skerrow Light', title: 'The First Night', site: 'Chapterhouse' }

test.each([
  { locale: 'en', ...words },
  { locale: 'ja', ...words, place: 'スケロー灯台日誌 第1章', title: '霧は何でできているか' },
  { locale: 'ar', ...words, place: 'الفصل ١ من منارة سكيرو', title: 'الليلة الأولى' },
  { locale: 'en', ...words, title: '<span size="1">& </span>\u0000 \ud800 <b' },
  { locale: 'en', ...words, title: 'W'.repeat(300) },
  { locale: 'ja', ...words, title: '長い題名'.repeat(75), place: '🌊' },
] as const)('a card says $locale “$title”', async (card) => {
  const bytes = await drawShareImage(card)
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 1_200, height: 630 })
  // Something is written where the title stands, and nothing at the edge beyond the margin.
  const ink = async (left: number, width: number) =>
    (await sharp(bytes).extract({ left, top: 150, width, height: 340 }).greyscale().raw().toBuffer()).filter(
      (value) => value < 120,
    ).length
  expect(await ink(90, 1_020)).toBeGreaterThan(500)
  expect(await ink(card.locale === 'ar' ? 0 : 1_125, 60)).toBe(0)
  expect(bytes.length).toBeLessThan(60_000)
})

test.each([
  // Nothing is left out of what the fonts have.
  ['It’s “C++” — ½ Łódź, naïve: #1 & more…', 'It’s “C++” — ½ Łódź, naïve: #1 & more…'],
  ['霧は何でできているか？「ー〜・」', '霧は何でできているか？「ー〜・」'],
  ['اللَّيْلَةُ الأُولَى، ١٢٪', 'اللَّيْلَةُ الأُولَى، ١٢٪'],
  ['می\u200cشود', 'می\u200cشود'],
  ['Жук', 'Жук'],
  // Whatever no font has is, with its marks, its joiners, and the blank beside it.
  ['𠮷野家', '野家'],
  ['The 😀 Night 👨‍👩‍👧🏽 🇯🇵 ☎️', 'The Night'],
  ['한국어 A 汉语 B', 'A B'],
  ['שלום', ''],
  ['ไทย ไท', ''],
  // or gives way to what it stands for.
  ['𝐅𝐨𝐠 ﷽', 'Fog ﷽'],
  ['e\u0301\u0323', 'ẹ́'.normalize('NFC')],
  ['ό', 'ο\u0301'],
  // A line of which only signs are left is none; one that has only signs is what it is.
  ['한국어!', ''],
  ['…?', '…?'],
  ['🌊', ''],
  ['\u0000 a\tb\n\ud800c\ufffe\u{10ffff}\ue000\u00ad\ufe0f', 'a b c'],
  ['', ''],
])('of %j a card writes %j', (line, written) => {
  expect(writable(line)).toBe(written)
})

test('what is left out leaves no trace in the picture', async () => {
  const draw = (title: string, more = {}) => drawShareImage({ locale: 'ja', ...words, title, ...more })
  expect(await draw('𠮷野家の夜 🌊')).toEqual(await draw('野家の夜'))
  // Without a title, the card says which chapter it is, and without that, whose it is.
  expect(await draw('🌊', { place: '第1章' })).toEqual(await draw('第1章', { place: '' }))
  expect(await draw('🌊', { place: '🌊' })).toEqual(await draw(words.site, { place: '' }))
})

test('any line can be written after once, whatever is in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (line) => {
      const once = writable(line)
      expect(writable(once)).toBe(once)
      expect(once).not.toMatch(/[\p{Cc}\p{Cs}\p{Co}\p{Emoji_Presentation}]/u)
    }),
  )
})

test('a line is cut between characters, not within them', () => {
  expect(cutTo('e\u0301e\u0301e\u0301', 2)).toBe('e\u0301…')
  expect(cutTo('葛󠄀城', 2)).toBe('葛󠄀城')
  expect(cutTo('a b c', 3)).toBe('a…')
})

test('the same words are the same picture, whatever fonts, languages and settings a machine has', async () => {
  const cards = [
    { locale: 'en', ...words, title: 'Fog 霧 الليلة 😀 λ' },
    { locale: 'ja', ...words, title: '霧は何でできているか 直 الليلة' },
    { locale: 'ar', ...words, title: 'اللَّيْلَةُ C++ 霧' },
  ] as const
  const hash = async (card: (typeof cards)[number]) =>
    createHash('sha256')
      .update(await drawShareImage(card))
      .digest('hex')
  const here = await Promise.all(cards.map(hash))
  const script = `import { createHash } from 'node:crypto'
    import { drawShareImage } from './lib/pictures/share-image/draw'
    for (const card of ${JSON.stringify(cards)})
      console.log(createHash('sha256').update(await drawShareImage(card)).digest('hex'))`
  const elsewhere = async (env: Record<string, string>) => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '--eval', script],
      { env: { PATH: process.env.PATH, ...env } as unknown as NodeJS.ProcessEnv, cwd: root },
    )
    return stdout.trim().split('\n')
  }
  const root = fileURLToPath(new URL('../../..', import.meta.url))
  // A machine that has no fonts at all.
  const folder = mkdtempSync(path.join(tmpdir(), 'chapterhouse-no-fonts-'))
  const none = path.join(folder, 'fonts.conf')
  writeFileSync(none, '<?xml version="1.0"?><fontconfig></fontconfig>')
  const [bare, other] = await Promise.all([
    elsewhere({ LANG: 'C', HOME: '/nowhere', FONTCONFIG_FILE: none, FONTCONFIG_PATH: folder }),
    elsewhere({
      LANG: 'ja_JP.UTF-8',
      LC_ALL: 'ja_JP.UTF-8',
      LANGUAGE: 'zh_CN',
      PANGO_LANGUAGE: 'zh-cn',
      FC_LANG: 'ko',
      FONTCONFIG_PATH: '/etc/fonts',
      XDG_CONFIG_HOME: '/etc/fonts',
      TZ: 'Asia/Tokyo',
    }),
  ]).finally(() => rmSync(folder, { recursive: true }))
  expect([bare, other]).toEqual([here, here])
})

test.each(templateNames)('a card writes every sign of %j, and none of them is markup', async (name) => {
  expect(writable(name)).toBe(name)
  const card = (title: string) => drawShareImage({ locale: 'en', ...words, title, place: title })
  const [drawn, read] = [await card(name), await card(name.replace(/<[^>]*>/g, '').replaceAll('&amp;', '&'))]
  expect(drawn.equals(read)).toBe(!/<[^>]*>|&amp;/.test(name))
})

test.each(locales)('the fonts of cards have every letter of the words in %s', (locale) => {
  const letters = [...new Set(JSON.stringify(dictionaries[locale]).match(/\p{L}/gu))]
  expect(letters.filter((letter) => writable(letter) !== letter.normalize('NFC'))).toEqual([])
  expect(letters.length).toBeGreaterThan(25)
})
