import type { Node } from '@tiptap/pm/model'
import { picturePath, pictureTypes, widthsOf, type StoredPicture } from '@/lib/pictures/rules'
import { attributesAreSound } from '../attributes'
import { htmlElement } from './markup'

// How wide a picture stands on a page (components/site/base.css): the measure, or the screen without its margins.
const sizes = '(max-width: 45rem) 92vw, 680px'

/** A picture in every width and format, for the browser to choose; the first of a chapter does not wait to be seen. */
export function renderFigure(node: Node, caption: string, isFirst: boolean): string {
  if (!attributesAreSound(node)) return ''
  const { hash, width, height, plain, alt, decorative } = node.attrs as StoredPicture & Spoken
  const widths = widthsOf(width)
  const set = (format: 'avif' | 'webp' | typeof plain) =>
    widths.map((one) => `${picturePath(hash, one, format)} ${one}w`).join(', ')
  const largest = widths.at(-1)!
  const picture = htmlElement(
    'picture',
    {},
    htmlElement('source', { type: pictureTypes.avif, srcset: set('avif'), sizes }) +
      htmlElement('source', { type: pictureTypes.webp, srcset: set('webp'), sizes }) +
      htmlElement('img', {
        src: picturePath(hash, largest, plain),
        srcset: set(plain),
        sizes,
        width: largest,
        height: Math.max(1, Math.round((height * largest) / width)),
        alt: decorative ? '' : alt,
        loading: isFirst ? undefined : 'lazy',
        decoding: 'async',
      }),
  )
  return htmlElement('figure', {}, picture + (caption && htmlElement('figcaption', {}, caption)))
}

interface Spoken {
  alt: string
  decorative: boolean
}
