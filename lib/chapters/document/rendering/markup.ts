import { escapeMarkup } from '@/lib/kernel/markup'
import { linkify } from '@/lib/kernel/plain-text/web-addresses'

type Attributes = Record<string, string | number | true | undefined>

/** An element of a reader's page. The names are ours; what stands in attributes is escaped here, `inside` before. */
export function htmlElement(tag: string, attributes: Attributes, inside?: string): string {
  const said = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escapeMarkup(String(value))}"`))
    .join('')
  return inside === undefined ? `<${tag}${said}>` : `<${tag}${said}>${inside}</${tag}>`
}

/** A line of text in which the addresses of web pages can be followed. */
export const lineWithLinks = (line: string): string =>
  linkify(line)
    .map((piece) =>
      typeof piece === 'string'
        ? escapeMarkup(piece)
        : htmlElement('a', { href: piece.href, rel: 'noopener', dir: 'ltr' }, escapeMarkup(piece.text)),
    )
    .join('')
