import type { Extensions } from '@tiptap/core'
import Blockquote from '@tiptap/extension-blockquote'
import Link from '@tiptap/extension-link'
import StarterKit from '@tiptap/starter-kit'
import { Figure } from './figure'
import { Footnote } from './footnote'
import { Ruby } from './ruby'
import { Table, TableCell, TableHeader, TableRow } from './table'
import { webAddress } from './web-address'

/**
 * Everything a chapter may consist of: the editor and the server build their schema from this one list. The editor
 * gives those with a face of their own.
 */
export const chapterExtensions = ({ figure = Figure, footnote = Footnote, ruby = Ruby } = {}): Extensions => [
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
  ruby,
  figure,
  footnote,
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
