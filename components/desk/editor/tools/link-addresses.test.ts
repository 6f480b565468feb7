import { history, undo } from '@tiptap/pm/history'
import type { Node } from '@tiptap/pm/model'
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { chapterSchema as schema } from '@/lib/chapters/document/schema'
import { growth, linear } from '@/lib/kernel/testing/growth'
import { linkAddresses } from './link-addresses'

const editor = (...paragraphs: string[]) => {
  const doc = schema.node(
    'doc',
    null,
    paragraphs.map((text) => schema.node('paragraph', null, text ? schema.text(text) : undefined)),
  )
  let state = EditorState.create({ doc, plugins: [linkAddresses(), history()] })
  state = state.apply(state.tr.setSelection(TextSelection.atEnd(state.doc)))
  const act = (change: (tr: Transaction) => Transaction) => void (state = state.apply(change(state.tr)))
  const it = {
    get state() {
      return state
    },
    act,
    /** Character by character, as keys are pressed; `\n` is Enter. */
    type(text: string) {
      for (const sign of text)
        act((tr) => (sign === '\n' ? tr.split(tr.selection.from) : tr.insertText(sign)))
      return it
    },
    compose: (text: string) => act((tr) => tr.insertText(text).setMeta('composition', 1)),
    paste: (text: string) =>
      act((tr) =>
        tr.replaceSelectionWith(schema.text(text), true).setMeta('paste', true).setMeta('uiEvent', 'paste'),
      ),
    links: () => linksOf(state.doc),
  }
  return it
}

function linksOf(doc: Node) {
  const found: string[] = []
  doc.descendants((node) => {
    const mark = node.marks.find(({ type }) => type.name === 'link')
    if (mark) found.push(`${node.text} → ${mark.attrs.href}`)
  })
  return found
}
const linked = (...addresses: string[]) =>
  addresses.map((one) => `${one} → ${new URL(one.startsWith('www') ? `https://${one}` : one).href}`)

describe('typing', () => {
  test.each([
    'README.md, index.ts and example.py ',
    'node.js ASP.NET U.S. e.g. 3.14 v1.2.3 ',
    'example.org and example.com/page ',
    'ada@example.org and www.ada@example.org ',
    'https:// www. http:/ https://ada:secret@example.org/ ',
    'javascript:alert(1) ftp://example.org ',
  ])('%s makes no link', (text) => expect(editor('').type(`${text}\n${text}`).links()).toEqual([]))

  test.each([
    ['https://example.org/a ', ['https://example.org/a']],
    ['https://example.org/a. ', ['https://example.org/a']],
    ['https://example.org/d/dQw4w9WgXc_\n', ['https://example.org/d/dQw4w9WgXc_']],
    ['See www.example.org/page, and', ['www.example.org/page']],
    ['(https://example.org/a_(b)) ', ['https://example.org/a_(b)']],
    ['https://en.wikipedia.org/wiki/Foo_(bar_(baz)_x) ', ['https://en.wikipedia.org/wiki/Foo_(bar_(baz)_x)']],
    ['「https://example.org/灯台」', ['https://example.org/灯台']],
    ['https://example.orgをご覧', ['https://example.org']],
    ['https://example.org/می‌شود؟ ', ['https://example.org/می‌شود']],
    ['https://a.example/x https://b.example/y ', ['https://a.example/x', 'https://b.example/y']],
    ['https://example.org/a.b-c ', ['https://example.org/a.b-c']],
  ])('%j makes the link that comments make', (text, addresses) =>
    expect(editor('').type(text).links()).toEqual(linked(...addresses)),
  )

  test('an address is linked when it is whole, and not before', () => {
    const it = editor('').type('https://example.org/a')
    expect(it.links()).toEqual([])
    expect(it.type('.b').links()).toEqual([])
    expect(it.type(' ').links()).toEqual(linked('https://example.org/a.b'))
    expect(it.type('more').links()).toEqual(linked('https://example.org/a.b'))
  })

  test('an address that is written on is linked as it is then', () => {
    const it = editor('').type('https://example.org/a ')
    it.act((tr) => tr.setSelection(TextSelection.create(tr.doc, 22)))
    expect(it.type('b ').links()).toEqual(linked('https://example.org/ab'))
  })

  test('the link that somebody took off stays off, and so does one that was undone', () => {
    const it = editor('').type('https://example.org/a ')
    it.act((tr) => tr.removeMark(1, 22, schema.marks.link!).setMeta('preventAutolink', true))
    expect(it.type('b. c 「」 ').links()).toEqual([])
    // Undoing brings back a blank, which ends an address as a typed one would.
    it.act((tr) => tr.setTime(tr.time + 10_000).delete(22, tr.doc.content.size - 1))
    undo(it.state, (tr) => it.act(() => tr))
    expect(it.state.doc.textContent).toBe('https://example.org/a b. c 「」 ')
    expect(it.links()).toEqual([])
    const other = editor('').type('https://example.org/a ')
    undo(other.state, (tr) => other.act(() => tr))
    expect(other.links()).toEqual([])
  })

  test('a link of somebody’s own, and code, stay what they are', () => {
    const it = editor('https://example.org/a')
    it.act((tr) => tr.addMark(1, 22, schema.mark('link', { href: 'https://example.com/' })))
    expect(it.type(' ').links()).toEqual(['https://example.org/a → https://example.com/'])
    const code = editor('https://example.org/a')
    code.act((tr) => tr.addMark(1, 22, schema.mark('code')).setStoredMarks([]))
    expect(code.type(' ').links()).toEqual([])
    const block = editor('')
    block.act((tr) => tr.setBlockType(1, 1, schema.nodes.codeBlock!))
    expect(block.type('https://example.org/a b').links()).toEqual([])
  })

  test('nothing is marked while an input method writes', () => {
    const it = editor('').type('https://example.org/a')
    it.compose('。')
    it.compose('次')
    expect(it.links()).toEqual([])
    expect(it.type('。').links()).toEqual(linked('https://example.org/a'))
  })

  test('a line break and a note end an address', () => {
    for (const node of [schema.node('hardBreak'), schema.node('footnote', { text: 'x' })]) {
      const it = editor('').type('https://example.org/a')
      it.act((tr) => tr.insert(tr.selection.from, node))
      expect(it.links()).toEqual(linked('https://example.org/a'))
    }
  })

  test('a long paragraph is no long work at each key', () => {
    const type = (size: number) =>
      void editor('https://example.org/a '.repeat(size / 22)).type('b '.repeat(20))
    expect(growth(type, 65_536)).toBeLessThan(linear)
  })
})

describe('pasting', () => {
  test('every address in it is a link, also the last', () => {
    const it = editor('See ')
    it.paste('README.md, (https://example.org/a), www.example.org/b_(c)')
    expect(it.links()).toEqual(linked('https://example.org/a', 'www.example.org/b_(c)'))
  })

  test('upon words it becomes their link', () => {
    const paste = (text: string) => {
      const it = editor('the lamp')
      it.act((tr) => tr.setSelection(TextSelection.create(tr.doc, 5, 9)))
      const [plugin] = it.state.plugins
      const slice = schema
        .node('doc', null, schema.node('paragraph', null, schema.text(text)))
        .slice(1, text.length + 1)
      const view = { state: it.state, dispatch: (tr: Transaction) => it.act(() => tr) }
      const isTaken = plugin!.props.handlePaste!.call(plugin!, view as never, {} as never, slice)
      return [isTaken, it.links()]
    }
    expect(paste('https://example.org/a_(b)')).toEqual([true, ['lamp → https://example.org/a_(b)']])
    expect(paste('www.example.org')).toEqual([true, ['lamp → https://www.example.org/']])
    expect(paste('mailto:ada@example.org')).toEqual([true, ['lamp → mailto:ada@example.org']])
    for (const other of ['README.md', 'https://example.org and more', 'javascript:alert(1)'])
      expect(paste(other)).toEqual([false, []])
  })
})
