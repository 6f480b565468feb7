import { digits } from '@/lib/i18n/formats'
import type { Locale } from '@/lib/i18n/locales'
import { say, words } from '@/lib/i18n/words'
import { htmlElement, lineWithLinks } from './markup'

/** The number that stands in the text and leads to its note. */
export const noteMark = (locale: Locale, number: number) =>
  htmlElement(
    'sup',
    { class: 'note' },
    htmlElement(
      'a',
      {
        id: `ref-${number}`,
        href: `#note-${number}`,
        role: 'doc-noteref',
        'aria-label': say(locale, words(locale).chapter.note, { number: digits(locale, number) }),
      },
      digits(locale, number),
    ),
  )

/** The notes at the end of a chapter, each with its way back. */
export function renderNotes(locale: Locale, notes: string[]): string {
  if (notes.length === 0) return ''
  const { notes: title, backToText } = words(locale).chapter
  const items = notes.map((note, place) => {
    const back = htmlElement(
      'a',
      {
        href: `#ref-${place + 1}`,
        role: 'doc-backlink',
        'aria-label': say(locale, backToText, { number: digits(locale, place + 1) }),
      },
      '↩\ufe0e',
    )
    return htmlElement('li', { id: `note-${place + 1}` }, `${lineWithLinks(note)} ${back}`)
  })
  const list = htmlElement('ol', {}, items.join(''))
  return htmlElement('section', { class: 'footnotes', role: 'doc-endnotes', 'aria-label': title }, list)
}
