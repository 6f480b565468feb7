import { Footnote } from '@/lib/chapters/document/footnote'

/**
 * A note as it is written: its number comes from CSS. Chromium looks through an element without text, takes the words
 * before a note for the place where an input method writes behind it, and forgets the composition after its first
 * step. A character that nobody sees and that breaks no line holds the place.
 */
export const WrittenFootnote = Footnote.extend({
  addNodeView:
    () =>
    ({ HTMLAttributes }) => {
      const dom = document.createElement('sup')
      for (const [name, value] of Object.entries(HTMLAttributes)) dom.setAttribute(name, String(value))
      dom.textContent = wordJoiner
      return { dom }
    },
})

const wordJoiner = '\u2060'
