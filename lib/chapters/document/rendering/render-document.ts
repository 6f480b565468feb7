import type { DOMOutputSpec, Mark, Node } from '@tiptap/pm/model'
import type { Locale } from '@/lib/i18n/locales'
import { words } from '@/lib/i18n/words'
import { escapeMarkup } from '@/lib/kernel/markup'
import { keepBlanks, keepRuns } from '@/lib/kernel/plain-text/as-html'
import { attributesAreSound } from '../attributes'
import { htmlElement, lineWithLinks } from './markup'
import { renderFigure } from './render-figure'
import { noteMark, renderNotes } from './render-notes'
import { renderTable } from './render-table'
import { webAddress } from '../web-address'

/** A checked document as readers of a language get it: HTML from the schema's own shapes, and its words alone. */
export function renderDocument(doc: Node, locale: Locale = 'en'): { html: string; text: string } {
  const page: Page = { locale, notes: [], pictures: 0 }
  // The editor keeps an empty line at the end to write on.
  const html = withoutEmptyEnd(renderChildren(doc, page)) + renderNotes(locale, page.notes)
  return { html, text: textOf(doc, page.notes) }
}

const emptyLine = '<p></p>'

function withoutEmptyEnd(html: string) {
  let end = html.length
  while (html.endsWith(emptyLine, end)) end -= emptyLine.length
  return html.slice(0, end)
}

/** What has been written so far of a page. */
interface Page {
  locale: Locale
  notes: string[]
  pictures: number
}

/** The words for search: what is read in the text, then what is read beside it. */
function textOf(doc: Node, notes: string[]): string {
  const beside: string[] = []
  doc.descendants(({ attrs: { caption, source } }) => {
    for (const line of [caption, source]) if (typeof line === 'string') beside.push(line)
  })
  const text = doc.textBetween(0, doc.content.size, '\n\n', wordsOfLeaf).trim()
  return [text, ...beside, ...notes].join('\n\n').trim()
}

const wordsOfLeaf = (leaf: Node) => (leaf.type.name === 'hardBreak' ? '\n' : '')

const tags = new Set('p h2 h3 h4 blockquote ul ol li pre code hr br a strong em s ruby rp rt span'.split(' '))
const voidTags = new Set(['hr', 'br'])

// What an attribute may say in a reader's page. Whatever is not named here does not come out.
const attributes: Record<string, Record<string, (value: unknown) => string | undefined>> = {
  a: { href: webAddress, rel: (value) => (value === 'noopener' ? value : undefined) },
  blockquote: { cite: webAddress },
  ol: {
    start: (value) => (Number.isInteger(value) && value !== 1 ? String(value) : undefined),
    type: (value) => (typeof value === 'string' && /^[1aAiI]$/.test(value) ? value : undefined),
  },
  code: {
    class: (value) =>
      typeof value === 'string' && /^language-[\w+#-]{1,30}$/.test(value) ? value : undefined,
  },
  // It scrolls where its lines are long, and must be reached by keyboard to do so.
  pre: { tabindex: () => '0' },
}

function renderNode(node: Node, page: Page): string {
  return (ownShape[node.type.name] ?? renderBySchema)(node, page)
}

const renderBySchema = (node: Node, page: Page) =>
  renderSpec(node.type.spec.toDOM!(node), renderChildren(node, page))

// Of these the editor shows something else than readers get.
const ownShape: Record<string, (node: Node, page: Page) => string> = {
  figure(node, page) {
    const isFirst = page.pictures++ === 0
    return renderFigure(node, renderChildren(node, page), isFirst)
  },
  footnote(node, page) {
    if (!attributesAreSound(node)) return ''
    page.notes.push(node.attrs.text as string)
    return noteMark(page.locale, page.notes.length)
  },
  blockquote(node, page) {
    const { source } = node.attrs
    const quote = renderBySchema(node, page)
    if (typeof source !== 'string' || source === '') return quote
    return htmlElement(
      'figure',
      { class: 'quote' },
      quote + htmlElement('figcaption', {}, lineWithLinks(source)),
    )
  },
  table: (node, page) =>
    renderTable(node, (cell) => renderChildren(cell, page), words(page.locale).chapter.table),
  // Outside a table they are nothing; a checked document has none there.
  tableRow: () => '',
  tableCell: () => '',
  tableHeader: () => '',
}

// Writers see as many blanks as they typed, and so do readers. Code keeps its own.
function renderText(node: Node, parent: Node): string {
  const isCode = parent.type.spec.code || node.marks.some(({ type }) => type.spec.code)
  if (isCode) return escapeMarkup(node.text!)
  return escapeMarkup(node === parent.firstChild ? keepBlanks(node.text!) : keepRuns(node.text!))
}

/** Children in their order; a mark stays open as long as its neighbours carry it too. */
function renderChildren(parent: Node, page: Page): string {
  type Open = { mark?: Mark; html: string }
  const open: Open[] = [{ html: '' }]
  const close = (keep: number) => {
    while (open.length > keep + 1) {
      const { mark, html } = open.pop()!
      open.at(-1)!.html += renderSpec(mark!.type.spec.toDOM!(mark!, true), html)
    }
  }
  parent.forEach((child) => {
    let shared = 0
    while (child.marks[shared] && open[shared + 1]?.mark?.eq(child.marks[shared]!)) shared++
    close(shared)
    for (const mark of child.marks.slice(shared)) open.push({ mark, html: '' })
    open.at(-1)!.html += child.isText ? renderText(child, parent) : renderNode(child, page)
  })
  close(0)
  return open[0]!.html
}

/** `[tag, attributes?, ...parts]`, where 0 stands for what is inside. */
function renderSpec(spec: DOMOutputSpec, inside: string): string {
  if (typeof spec === 'string') return escapeMarkup(spec)
  if (!Array.isArray(spec)) throw new Error('the schema must describe its elements as arrays')
  const [tag, ...rest] = spec as [string, ...unknown[]]
  if (!tags.has(tag)) throw new Error(`the schema writes <${tag}>, which is not allowed`)
  const given = isAttributes(rest[0]) ? (rest.shift() as Record<string, unknown>) : {}
  if (voidTags.has(tag)) return `<${tag}>`
  const parts = rest.map((part) => (part === 0 ? inside : renderSpec(part as DOMOutputSpec, inside)))
  return htmlElement(tag, allowed(tag, given), parts.join(''))
}

const isAttributes = (part: unknown) => typeof part === 'object' && part !== null && !Array.isArray(part)

const allowed = (tag: string, given: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(attributes[tag] ?? {}).map(([name, allowedValue]) => [name, allowedValue(given[name])]),
  )
