import sharp, { type OverlayOptions } from 'sharp'
import { direction, type Locale } from '@/lib/i18n/locales'
import { escapeMarkup } from '@/lib/kernel/markup'
import { cutTo, fontOf, lengthOf, useOwnFonts, writable } from './fonts'
import { shareImageSize } from '../rules'

/** The words of a card, in the language of what it is the card of. */
export interface ShareImageWords {
  locale: Locale
  /** What stands above the title: which chapter it is of which series. In its place, when there is none to be written. */
  place: string
  title: string
  site: string
}

const margin = 90
const room = { width: shareImageSize.width - 2 * margin, height: 300 }

/** A picture of words, for places where a chapter is shared. Shaped by HarfBuzz: Arabic joins, and runs its way. */
export async function drawShareImage(card: ShareImageWords): Promise<Buffer> {
  useOwnFonts()
  const { locale } = card
  const [place, title, site] = [writable(card.place), writable(card.title), writable(card.site)]
  const toEnd = direction(locale) === 'rtl'
  const at = (text: Drawn, top: number): OverlayOptions => ({
    input: text.data,
    left: toEnd ? shareImageSize.width - margin - text.info.width : margin,
    top,
  })
  const above = title && place ? [at(await draw(cutTo(place, 60), locale, 34, '#a4301c'), 80)] : []
  const below = await draw(`¶  ${site}`, 'en', 32, '#6a6056')
  const words = await fit(title || place || site, locale)
  const titleTop = 165 + Math.round((room.height - words.info.height) / 2)
  return sharp({ create: { ...shareImageSize, channels: 3, background: '#fbf8f2' } })
    .composite([
      {
        input: block(18, shareImageSize.height, '#a4301c'),
        left: toEnd ? shareImageSize.width - 18 : 0,
        top: 0,
      },
      { input: block(room.width, 2, '#ddd4c6'), left: margin, top: 508 },
      ...[...above, at(words, titleTop), at(below, 535)],
    ])
    .png({ palette: true, compressionLevel: 9 })
    .toBuffer()
}

type Drawn = Awaited<ReturnType<typeof draw>>

/** The title as large as its room takes; one that is too long for it is cut. */
async function fit(title: string, locale: Locale): Promise<Drawn> {
  for (const size of [92, 80, 68, 56, 46]) {
    const drawn = await draw(title, locale, size, '#26211c')
    if (drawn.info.height <= room.height) return drawn
  }
  return fit(cutTo(title, Math.floor(lengthOf(title) * 0.8)), locale)
}

const draw = (words: string, locale: Locale, size: number, colour: string) =>
  sharp({
    text: {
      // Pango reads markup. Without a language of its own, it would take the machine's for the shapes of letters.
      text: `<span lang="${locale}" foreground="${colour}">${escapeMarkup(words)}</span>`,
      font: fontOf(locale, size),
      width: room.width,
      rgba: true,
      // At 72 dots to an inch, a point is a pixel.
      dpi: 72,
      align: direction(locale) === 'rtl' ? 'right' : 'left',
      wrap: 'word-char',
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true })

const block = (width: number, height: number, background: string) => ({
  create: { width, height, channels: 3 as const, background },
})
