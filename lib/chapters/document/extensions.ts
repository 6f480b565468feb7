import { Mark, type Extensions } from '@tiptap/core'
import Blockquote from '@tiptap/extension-blockquote'
import Link from '@tiptap/extension-link'
import StarterKit from '@tiptap/starter-kit'
import { Figure } from './figure'
import { Footnote } from './footnote'
import { Table, TableCell, TableHeader, TableRow } from './table'
import { webAddress } from './web-address'

/**
 * Everything a chapter may consist of: the editor and the server build their schema from this one list. The editor
 * gives a figure with a face of its own.
 */
export const chapterExtensions = (figure = Figure): Extensions => [
  StarterKit.configure({
    heading: { levels: [2, 3, 4] },
    blockquote: false,
    link: false,
    underline: false,
  }),
  Quotation,
  WebLink.configure({
    openOnClick: false,
    // Tiptap would make links of `README.md` and `node.js`; the editor has a search of its own (link-addresses.ts).
    autolink: false,
    linkOnPaste: false,
    isAllowedUri: (address) => webAddress(address) !== undefined,
  }),
  Ruby,
  figure,
  Footnote,
  ...[Table, TableRow, TableHeader, TableCell],
]

const Quotation = Blockquote.extend({
  addAttributes: () => ({
    cite: { default: null, parseHTML: (element) => webAddress(element.getAttribute('cite')) ?? null },
    /** Who says it, or where it stands. */
    source: {
      default: null,
      parseHTML: (element) => element.getAttribute('data-source'),
      renderHTML: ({ source }) => (source ? { 'data-source': source as string } : {}),
    },
  }),
})

// Of a link only the address is kept: target, class and the rest are not the writer's to choose.
const WebLink = Link.extend({
  addAttributes: () => ({
    href: { default: null, parseHTML: (element) => webAddress(element.getAttribute('href')) ?? null },
  }),
  addPasteRules: () => [],
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
