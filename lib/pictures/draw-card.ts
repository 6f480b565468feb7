import { createRequire } from 'node:module'
import sharp, { type OverlayOptions } from 'sharp'
import type { Locale } from '@/lib/i18n/locales'
import { escapeMarkup } from '@/lib/kernel/markup'
import { cardSize } from './rules'

/** The words of a card, in the language of what it is the card of. */
export interface CardWords {
  locale: Locale
  /** What stands above the title: which chapter it is of which series. */
  place: string
  title: string
  site: string
}

const margin = 90
const room = { width: cardSize.width - 2 * margin, height: 300 }

/** A picture of words, for places where a chapter is shared. Shaped by HarfBuzz: Arabic joins, and runs its way. */
export async function drawCard({ locale, place, title, site }: CardWords): Promise<Buffer> {
  const toEnd = locale === 'ar'
  const at = (text: Drawn, top: number): OverlayOptions => ({
    input: text.data,
    left: toEnd ? cardSize.width - margin - text.info.width : margin,
    top,
  })
  const above = await draw(cut(place, 60), locale, 34, '#a4301c')
  const below = await draw(`¶  ${site}`, 'en', 32, '#6a6056')
  const words = await fit(title, locale)
  const titleTop = 165 + Math.round((room.height - words.info.height) / 2)
  return sharp({ create: { ...cardSize, channels: 3, background: '#fbf8f2' } })
    .composite([
      { input: block(18, cardSize.height, '#a4301c'), left: toEnd ? cardSize.width - 18 : 0, top: 0 },
      { input: block(room.width, 2, '#ddd4c6'), left: margin, top: 508 },
      ...[at(above, 80), at(words, titleTop), at(below, 535)],
    ])
    .png({ palette: true, compressionLevel: 9 })
    .toBuffer()
}

const cut = (text: string, most: number) => {
  const letters = [...text]
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text
}

type Drawn = Awaited<ReturnType<typeof draw>>

/** The title as large as its room takes; one that is too long for it is cut. */
async function fit(title: string, locale: Locale): Promise<Drawn> {
  for (const size of [92, 80, 68, 56, 46]) {
    const drawn = await draw(title, locale, size, '#26211c')
    if (drawn.info.height <= room.height) return drawn
  }
  return fit(cut(title, Math.floor([...title].length * 0.8)), locale)
}

function draw(words: string, locale: Locale, size: number, colour: string) {
  const { file, name } = fonts[locale === 'ja' ? 'ja' : 'any']
  const text = `<span foreground="${colour}">${plain(words)}</span>`
  // At 72 dots to an inch, a point is a pixel.
  return sharp({
    text: {
      text,
      font: `${name} ${size}`,
      fontfile: file,
      width: room.width,
      rgba: true,
      dpi: 72,
      align: locale === 'ar' ? 'right' : 'left',
      wrap: 'word-char',
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true })
}

const block = (width: number, height: number, background: string) => ({
  create: { width, height, channels: 3 as const, background },
})

// Pango reads markup: what somebody typed is none.
const plain = (words: string) => escapeMarkup(words.replace(/[\p{Cc}\p{Cs}]/gu, ' '))

const require = createRequire(import.meta.url)
const font = (name: string, file: string) => ({ name, file: require.resolve(`@expo-google-fonts/${file}`) })
// Both under the SIL Open Font License. Amiri has Arabic and Latin letters, Hina Mincho Japanese ones.
const fonts = {
  any: font('Amiri Bold', 'amiri/700Bold/Amiri_700Bold.ttf'),
  ja: font('Hina Mincho', 'hina-mincho/400Regular/HinaMincho_400Regular.ttf'),
}
