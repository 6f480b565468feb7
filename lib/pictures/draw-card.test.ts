import sharp from 'sharp'
import { expect, test } from 'vitest'
import { drawCard } from './draw-card'

const words = { place: 'Chapter 1 of The Skerrow Light', title: 'The First Night', site: 'Chapterhouse' }

test.each([
  { locale: 'en', ...words },
  { locale: 'ja', ...words, place: 'スケロー灯台日誌 第1章', title: '霧は何でできているか' },
  { locale: 'ar', ...words, place: 'الفصل ١ من منارة سكيرو', title: 'الليلة الأولى' },
  { locale: 'en', ...words, title: '<span size="1">& </span>\u0000 \ud800 <b' },
  { locale: 'en', ...words, title: 'W'.repeat(300) },
  { locale: 'ja', ...words, title: '長い題名'.repeat(75), place: '🌊' },
] as const)('a card says $locale “$title”', async (card) => {
  const bytes = await drawCard(card)
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

test('the same words are the same picture', async () => {
  expect(await drawCard({ locale: 'en', ...words })).toEqual(await drawCard({ locale: 'en', ...words }))
})
