import { Mark, type Extensions } from '@tiptap/core'
import Blockquote from '@tiptap/extension-blockquote'
import Link from '@tiptap/extension-link'
import StarterKit from '@tiptap/starter-kit'
import { webAddress } from './web-address'

/** Everything a chapter may consist of: the editor and the server build their schema from this one list. */
export const chapterExtensions = (): Extensions => [
  StarterKit.configure({
    heading: { levels: [2, 3, 4] },
    blockquote: false,
    link: false,
    underline: false,
  }),
  Quotation,
  WebLink.configure({
    openOnClick: false,
    autolink: true,
    defaultProtocol: 'https',
    protocols: ['http', 'https', 'mailto'],
  }),
  Ruby,
]

const Quotation = Blockquote.extend({
  addAttributes: () => ({
    cite: { default: null, parseHTML: (element) => webAddress(element.getAttribute('cite')) ?? null },
  }),
})

// Of a link only the address is kept: target, class and the rest are not the writer's to choose.
const WebLink = Link.extend({
  addAttributes: () => ({
    href: { default: null, parseHTML: (element) => webAddress(element.getAttribute('href')) ?? null },
  }),
  renderHTML: ({ HTMLAttributes }) => ['a', { href: webAddress(HTMLAttributes.href), rel: 'noopener' }, 0],
})

/** A reading above or beside a word, as Japanese has it: 漢字 with かんじ. */
const Ruby = Mark.create({
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
