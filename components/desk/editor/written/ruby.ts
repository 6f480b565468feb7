import { Ruby } from '@/lib/chapters/document/ruby'

/**
 * A word with its reading as it is written. The reading is drawn by CSS: of text in an `rt` Chromium reports the caret
 * there while an input method writes behind the word, and ProseMirror, which follows the caret, takes what is being
 * composed away. What is copied carries the reading in an `rt` all the same.
 */
export const WrittenRuby = Ruby.extend({
  addAttributes() {
    const { reading } = this.parent!() as {
      reading: { default: string; parseHTML: (of: HTMLElement) => string }
    }
    const parseHTML = (of: HTMLElement) => of.getAttribute('data-reading') ?? reading.parseHTML(of)
    return { reading: { ...reading, parseHTML } }
  },
  addMarkView:
    () =>
    ({ mark }) => {
      const dom = document.createElement('ruby')
      dom.dataset.reading = mark.attrs.reading as string
      return { dom, contentDOM: dom }
    },
})
