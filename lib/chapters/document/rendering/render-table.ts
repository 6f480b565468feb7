import type { Node } from '@tiptap/pm/model'
import { escapeMarkup } from '@/lib/kernel/markup'
import { htmlElement } from './markup'

/**
 * A table in a box that scrolls by itself where it is wider than the screen; by keyboard too, which is why the
 * box can be reached and has a name. A row of headers on top heads its columns, other headers their rows.
 */
export function renderTable(node: Node, inside: (cell: Node) => string, name: string): string {
  const caption = line(node.attrs.caption)
  const rows: Node[] = []
  node.forEach((row) => void rows.push(row))
  const headed = rows.length > 1 && everyCell(rows[0]!, isHeader)
  const written = rows.map((row, place) => renderRow(row, inside, headed && place === 0 ? 'col' : 'row'))
  const body = htmlElement('tbody', {}, written.slice(headed ? 1 : 0).join(''))
  const table = htmlElement(
    'table',
    {},
    (caption && htmlElement('caption', {}, escapeMarkup(caption))) +
      (headed ? htmlElement('thead', {}, written[0]) : '') +
      body,
  )
  return htmlElement(
    'div',
    { class: 'wide', role: 'group', 'aria-label': caption || name, tabindex: 0 },
    table,
  )
}

function renderRow(row: Node, inside: (cell: Node) => string, scope: 'col' | 'row'): string {
  let cells = ''
  row.forEach((cell) => {
    const spans = { colspan: span(cell.attrs.colspan), rowspan: span(cell.attrs.rowspan) }
    // A single paragraph needs no element of its own.
    const words = withoutParagraph(inside(cell))
    // A header that says nothing heads nothing.
    cells +=
      isHeader(cell) && words !== ''
        ? htmlElement('th', { scope, ...spans }, words)
        : htmlElement('td', spans, words)
  })
  return htmlElement('tr', {}, cells)
}

function withoutParagraph(html: string) {
  const isOne = html.startsWith('<p>') && html.endsWith('</p>') && !html.includes('<p>', 1)
  return isOne ? html.slice('<p>'.length, -'</p>'.length) : html
}

const isHeader = (cell: Node) => cell.type.name === 'tableHeader'
const line = (value: unknown) => (typeof value === 'string' ? value : '')
const span = (value: unknown) =>
  Number.isInteger(value) && (value as number) > 1 && (value as number) <= 100 ? (value as number) : undefined

function everyCell(row: Node, test: (cell: Node) => boolean): boolean {
  let all = row.childCount > 0
  row.forEach((cell) => void (all &&= test(cell)))
  return all
}
