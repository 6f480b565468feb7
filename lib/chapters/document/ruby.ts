import { Mark } from '@tiptap/core'

/** A reading above or beside a word, as Japanese has it: 漢字 with かんじ. */
export const Ruby = Mark.create({
  name: 'ruby',
  inclusive: false,
  excludes: 'ruby',
  addAttributes: () => ({
    reading: { default: '', parseHTML: (element) => element.querySelector('rt')?.textContent?.trim() ?? '' },
  }),
  parseHTML: () => [{ tag: 'ruby' }, { tag: 'ruby rt', ignore: true }, { tag: 'ruby rp', ignore: true }],
  renderHTML: ({ HTMLAttributes }) => [
    'ruby',
    ['span', 0],
    ['rp', '('],
    // Only the editor is sure to give a string here: an object without toString must not end a page.
    ['rt', typeof HTMLAttributes.reading === 'string' ? HTMLAttributes.reading : ''],
    ['rp', ')'],
  ],
})
