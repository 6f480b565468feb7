import { escapeMarkup } from '@/lib/kernel/markup'

/** An element: `element('a', { href }, 'text & more')`; text is escaped, what `element` and its like made is not. */
export function xmlElement(
  name: string,
  attributes: Record<string, string | undefined>,
  ...inside: (Markup | string | undefined)[]
): Markup {
  const said = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${escape(value)}"`))
    .join('')
  const holdsElements = inside.length > 0 && inside.every((part) => part instanceof Element)
  const parts = inside.map((part) => (part instanceof Markup ? part.text : escape(part ?? '')))
  // An element to a line: what is wrong in one can be named by its line.
  const content = holdsElements ? `\n${parts.join('\n')}\n` : parts.join('')
  return new Element(content ? `<${name}${said}>${content}</${name}>` : `<${name}${said}/>`)
}

export const document = (root: Markup) => `<?xml version="1.0" encoding="utf-8"?>\n${root.text}\n`

export class Markup {
  constructor(readonly text: string) {}
}
class Element extends Markup {}

/**
 * Text without what XML 1.0 cannot carry, not even escaped (https://www.w3.org/TR/xml/#charsets): most controls, halves
 * of surrogate pairs, U+FFFE and U+FFFF; and without what it warns of: the controls of ISO 6429, noncharacters.
 */
export const cleanText = (text: string) =>
  text.replace(
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Cs}|\p{Noncharacter_Code_Point}/gu,
    '',
  )

/** Text as a part of XML. */
export const escape = (text: string) => escapeMarkup(cleanText(text))

const references = (text: string) =>
  cleanText(text).replace(/[&<>]/g, (sign) => `&#x${sign.charCodeAt(0).toString(16).toUpperCase()};`)

/**
 * Plain text for an element of RSS that holds plain text. By references to characters, as the profile of RSS asks:
 * some readers look for tags before they unescape. https://www.rssboard.org/rss-profile#data-types-characterdata
 */
export const plainForRss = (text: string) => new Markup(references(text))

/**
 * Plain text for an element that is read as HTML, as titles and descriptions of RSS are: escaped for HTML, and that
 * again for XML by CDATA. No `]]>` can be in it. https://validator.w3.org/feed/docs/warning/NotHtml.html
 */
export function textAsHtml(text: string): Markup {
  const html = references(text)
  return new Markup(html.includes('&') ? `<![CDATA[${html}]]>` : html)
}
