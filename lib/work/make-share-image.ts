import { shareImageFacts } from '@/lib/chapters/publishing/share-image-queries'
import { keepShareImage } from '@/lib/chapters/publishing/share-image-commands'
import { digits } from '@/lib/i18n/formats'
import { say, words } from '@/lib/i18n/words'
import { writable } from '@/lib/pictures/share-image/fonts'
import { drawShareImage } from '@/lib/pictures/share-image/draw'
import { limitPictureWork } from '@/lib/pictures/in-turn'
import type { Job } from './ports'

/** Draws the picture by which a chapter is shown where somebody shares it. */
export async function makeShareImage({ data: { editionId } }: Job<{ editionId: string }>) {
  const facts = await shareImageFacts(editionId)
  if (!facts) return // withdrawn meanwhile
  const { locale, title } = facts
  const { chapter, site } = words(locale)
  const [number, series] = [digits(locale, facts.number), writable(facts.series)]
  const place = series ? say(locale, chapter.of, { series, number }) : say(locale, chapter.number, { number })
  const card = await limitPictureWork(() => drawShareImage({ locale, place, title, site: site.name }))
  if (!card) throw new Error('too many pictures are being made') // the queue tries again
  await keepShareImage(editionId, card)
}
