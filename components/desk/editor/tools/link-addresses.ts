import { combineTransactionSteps, Extension, getChangedRanges } from '@tiptap/core'
import { isHistoryTransaction } from '@tiptap/pm/history'
import type { Mark, Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import { webAddress } from '@/lib/chapters/document/web-address'
import { webAddressIn } from '@/lib/chapters/rules'
import { webAddressesIn, type WebAddress } from '@/lib/kernel/plain-text/web-addresses'

/**
 * Makes links of the web addresses that somebody types or pastes, of those that comments make links of and of nothing
 * else: `README.md`, `node.js` and `3.14` stay what they are.
 */
export const LinkAddresses = Extension.create({
  name: 'linkAddresses',
  addProseMirrorPlugins: () => [linkAddresses()],
})

const key = new PluginKey<number | undefined>('linkAddresses')

export const linkAddresses = () =>
  new Plugin<number | undefined>({
    key,
    // Where an input method has begun to write. A mark that is set while it writes would end its work.
    state: {
      init: () => undefined,
      apply: (tr, since) => (tr.docChanged ? composedSince(tr, since) : since),
    },
    appendTransaction(transactions, before, after) {
      if (!transactions.some(({ docChanged }) => docChanged)) return null
      if (transactions.some((tr) => isHistoryTransaction(tr) || tr.getMeta('preventAutolink'))) return null
      if (key.getState(after) !== undefined) return null
      const { tr } = after
      const changes = getChangedRanges(combineTransactionSteps(before.doc, [...transactions]))
      const since = key.getState(before) ?? Infinity
      for (const { newRange } of changes) {
        const range = { from: Math.min(newRange.from, since), to: newRange.to }
        if (transactions.some(isPasted)) linkPasted(tr, after, range)
        else linkTyped(tr, after, range)
      }
      return tr.docChanged ? tr : null
    },
    props: {
      // An address that is pasted upon words becomes their link.
      handlePaste(view, _event, slice) {
        const { selection, schema, tr } = view.state
        const text = slice.content.textBetween(0, slice.content.size, '\n')
        const href = webAddressIn(text) ?? (/^mailto:/i.test(text) ? webAddress(text) : undefined)
        const { $from, empty } = selection
        if (!href || empty || !selection.$to.sameParent($from) || !takesLinks($from.parent, schema))
          return false
        view.dispatch(tr.addMark(selection.from, selection.to, schema.marks.link!.create({ href })))
        return true
      },
    },
  })

interface Range {
  from: number
  to: number
}

function composedSince(tr: Transaction, since: number | undefined) {
  if (tr.getMeta('composition') === undefined) return undefined
  let from = since === undefined ? Infinity : tr.mapping.map(since, -1)
  tr.mapping.maps.forEach((map, step) =>
    map.forEach((_oldFrom, _oldTo, newFrom) => {
      from = Math.min(from, tr.mapping.slice(step + 1).map(newFrom, -1))
    }),
  )
  return from
}

const isPasted = (tr: Transaction) => Boolean(tr.getMeta('paste')) || tr.getMeta('uiEvent') === 'drop'

// Of what was pasted every address is whole.
const linkPasted = (tr: Transaction, { doc }: EditorState, { from, to }: Range) =>
  doc.nodesBetween(from, to, (block, place) => {
    if (!block.isTextblock) return true
    const start = place + 1
    const near = { from: Math.max(0, from - start - lookedAt), to: to - start + lookedAt }
    for (const address of addressesOf(block, near.from, near.to))
      if (start + address.start < to && start + address.end > from) link(tr, doc, block, start, address)
    return false
  })

// An address is linked when what was typed ends it: nothing that can still be typed would be a part of it.
function linkTyped(tr: Transaction, { doc }: EditorState, { from, to }: Range) {
  const $from = doc.resolve(from)
  const block = $from.parent
  if (!block.isTextblock) return
  const start = $from.start()
  const isSplit = to > $from.end()
  const begin = Math.max(0, from - start - lookedAt)
  const end = isSplit ? block.content.size : to - start
  const text = textOf(block, begin, end)
  const before = finished(textOf(block, begin, from - start))
  for (const address of isSplit ? webAddressesIn(text) : finished(text))
    if (!before.some((known) => known.start === address.start && known.end === address.end))
      link(tr, doc, block, start, { ...address, start: address.start + begin, end: address.end + begin })
}

/** How much of a paragraph before what is typed is looked at: more than the longest address. */
const lookedAt = 3_000

const maybeNext = ['a', '0', '@', ')', ']', '}']

/** The addresses of a text that end where they do whatever is typed next. */
function finished(text: string): WebAddress[] {
  const found = webAddressesIn(text)
  if (found.length === 0) return []
  const last = maybeNext.map((next) => webAddressesIn(text + next))
  return found.filter(({ start, end }) =>
    last.every((goingOn) => goingOn.some((known) => known.start === start && known.end === end)),
  )
}

const addressesOf = (block: Node, from: number, to: number) =>
  webAddressesIn(textOf(block, from, to)).map(({ start, end, href }) => ({
    start: start + from,
    end: end + from,
    href,
  }))

// What is no text (a line break, a note) stands for one character there, and ends an address.
const textOf = (block: Node, from: number, to: number) =>
  block.textBetween(from, Math.min(to, block.content.size), undefined, '\ufffc')

const takesLinks = (block: Node, { marks }: EditorState['schema']) =>
  block.isTextblock && block.type.allowsMarkType(marks.link!)

function link(tr: Transaction, doc: Node, block: Node, start: number, address: WebAddress) {
  const { schema } = doc.type
  if (!takesLinks(block, schema)) return
  const [from, to] = [start + address.start, start + address.end]
  if (doc.rangeHasMark(from, to, schema.marks.code!)) return
  let isFree = true
  doc.nodesBetween(from, to, (node) => {
    const mark = node.marks.find(({ type }) => type === schema.marks.link)
    if (mark) isFree &&= isOwn(mark, node)
  })
  if (isFree) tr.addMark(from, to, schema.marks.link!.create({ href: address.href }))
}

// The address of an address: it grows with it. What else a link says was somebody's wish.
const isOwn = (mark: Mark, { text = '' }: Node) => webAddressIn(text) === mark.attrs.href
