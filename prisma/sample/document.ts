// A short way to write the editor's documents by hand: blocks are objects, words may carry *stress*, **weight**
// readings, as in {灯台|とうだい}, and notes, as in [[what the note says]].

export type Block = object

export const doc = (...content: Block[]) => ({ type: 'doc', content })
export const p = (words: string): Block => ({ type: 'paragraph', content: inline(words) })
export const h = (words: string): Block => ({ type: 'heading', attrs: { level: 2 }, content: inline(words) })
export const quote = (...lines: string[]): Block => ({ type: 'blockquote', content: lines.map(p) })
/** A quotation and, first, its source. */
export const quoteFrom = (source: string, ...lines: string[]): Block => ({
  type: 'blockquote',
  attrs: { source },
  content: lines.map(p),
})
/** A row of headers, and rows that begin with one. */
export const table = (caption: string, ...rows: string[][]): Block => ({
  type: 'table',
  attrs: { caption },
  content: rows.map((row, place) => ({
    type: 'tableRow',
    content: row.map((words, column) => ({
      type: place === 0 || column === 0 ? 'tableHeader' : 'tableCell',
      content: [p(words)],
    })),
  })),
})
export const list = (...items: string[]): Block => ({ type: 'bulletList', content: items.map(item) })
export const steps = (...items: string[]): Block => ({ type: 'orderedList', content: items.map(item) })
export const rule = (): Block => ({ type: 'horizontalRule' })

const item = (words: string) => ({ type: 'listItem', content: [p(words)] })

const inline = (words: string) =>
  words
    .split(/(\[\[[^\]]+\]\]|\*\*[^*]+\*\*|\*[^*]+\*|\{[^|}]+\|[^}]+\})/)
    .filter(Boolean)
    .map((piece) => {
      if (piece.startsWith('[[')) return { type: 'footnote', attrs: { text: piece.slice(2, -2) } }
      if (piece.startsWith('**')) return marked(piece.slice(2, -2), { type: 'bold' })
      if (piece.startsWith('*')) return marked(piece.slice(1, -1), { type: 'italic' })
      const [, base, reading] = /^\{(.+)\|(.+)\}$/.exec(piece) ?? []
      return base ? marked(base, { type: 'ruby', attrs: { reading } }) : { type: 'text', text: piece }
    })

const marked = (text: string, mark: object) => ({ type: 'text', text, marks: [mark] })
