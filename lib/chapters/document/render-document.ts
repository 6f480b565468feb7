import type { DOMOutputSpec, Mark, Node } from '@tiptap/pm/model'
import { webAddress } from './web-address'

/** A checked document as readers get it: HTML from the schema's own shapes, and its words alone. */
export function renderDocument(doc: Node): { html: string; text: string } {
  // The editor keeps an empty line at the end to write on.
  const html = renderChildren(doc).replace(/(?:<p><\/p>)+$/, '')
  return { html, text: doc.textBetween(0, doc.content.size, '\n\n', wordsOfLeaf).trim() }
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
}

function renderNode(node: Node): string {
  if (node.isText) return escape(node.text!)
  return renderSpec(node.type.spec.toDOM!(node), renderChildren(node))
}

/** Children in their order; a mark stays open as long as its neighbours carry it too. */
function renderChildren(parent: Node): string {
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
    open.at(-1)!.html += renderNode(child)
  })
  close(0)
  return open[0]!.html
}

/** `[tag, attributes?, ...parts]`, where 0 stands for what is inside. */
function renderSpec(spec: DOMOutputSpec, inside: string): string {
  if (typeof spec === 'string') return escape(spec)
  if (!Array.isArray(spec)) throw new Error('the schema must describe its elements as arrays')
  const [tag, ...rest] = spec as [string, ...unknown[]]
  if (!tags.has(tag)) throw new Error(`the schema writes <${tag}>, which is not allowed`)
  const given = isAttributes(rest[0]) ? (rest.shift() as Record<string, unknown>) : {}
  if (voidTags.has(tag)) return `<${tag}>`
  const parts = rest.map((part) => (part === 0 ? inside : renderSpec(part as DOMOutputSpec, inside)))
  return `<${tag}${renderAttributes(tag, given)}>${parts.join('')}</${tag}>`
}

const isAttributes = (part: unknown) => typeof part === 'object' && part !== null && !Array.isArray(part)

function renderAttributes(tag: string, given: Record<string, unknown>): string {
  return Object.entries(attributes[tag] ?? {})
    .map(([name, allowed]) => [name, allowed(given[name])] as const)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escape(value)}"`))
    .join('')
}

const escape = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character]!)
const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
