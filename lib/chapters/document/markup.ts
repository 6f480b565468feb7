import { escapeMarkup } from '@/lib/kernel/markup'
import { webAddress } from './web-address'

type Attributes = Record<string, string | number | true | undefined>

/** An element of a reader's page. The names are ours; what stands in attributes is escaped here, `inside` before. */
export function element(tag: string, attributes: Attributes, inside?: string): string {
  const said = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escapeMarkup(String(value))}"`))
    .join('')
  return inside === undefined ? `<${tag}${said}>` : `<${tag}${said}>${inside}</${tag}>`
}

/** A line of text in which the addresses of web pages can be followed. */
export const lineWithLinks = (line: string): string =>
  line
    .split(/(https?:\/\/[^\s<>"'（）「」、。]+)/)
    .map((part, place) => {
      if (place % 2 === 0) return escapeMarkup(part)
      const address = part.replace(/[.,;:!?)\]]+$/, '')
      const href = webAddress(address)
      const rest = escapeMarkup(part.slice(address.length))
      return href ? element('a', { href, rel: 'noopener' }, escapeMarkup(address)) + rest : escapeMarkup(part)
    })
    .join('')
