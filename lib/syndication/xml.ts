import { escapeMarkup } from '@/lib/kernel/markup'

/** An element: `element('a', { href }, 'text & more')`; text is escaped, what `element` made is not. */
export function element(
  name: string,
  attributes: Record<string, string | undefined>,
  ...inside: (Markup | string | undefined)[]
): Markup {
  const said = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${escape(value)}"`))
    .join('')
  const content = inside.map((part) => (part instanceof Markup ? part.text : escape(part ?? ''))).join('')
  return new Markup(content ? `<${name}${said}>${content}</${name}>` : `<${name}${said}/>`)
}

export const document = (root: Markup) => `<?xml version="1.0" encoding="utf-8"?>\n${root.text}\n`

export class Markup {
  constructor(readonly text: string) {}
}

/** Text for XML 1.0, which cannot carry most controls, not even escaped: https://www.w3.org/TR/xml/#charsets */
export const escape = (text: string) =>
  escapeMarkup(text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''))
