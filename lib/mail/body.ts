import { direction, type Locale } from '@/lib/i18n/locales'
import { escapeMarkup } from '@/lib/kernel/markup'
import { asHtml as plainAsHtml } from '@/lib/kernel/plain-text/as-html'

/** A part of a mail: a paragraph, somebody's words, or a link that is a paragraph of its own. */
export type Part = string | { quote: string } | { link: string; href: string; small?: true }

/** The two forms of a mail's body. Whatever people wrote is text in both; its addresses can be followed. */
export function bodyOf(
  locale: Locale,
  title: string,
  parts: readonly Part[],
): { text: string; html: string } {
  const inner = parts.map(asHtml).join('\n')
  return {
    text: `${parts.map(asText).join('\n\n')}\n`,
    html: `<!doctype html>
<html lang="${locale}" dir="${direction(locale)}"><head><meta charset="utf-8"><title>${escapeMarkup(title)}</title></head>
<body style="font:16px/1.6 Georgia,serif;color:#222;max-width:36em;margin:1.5em auto;padding:0 1em">
${inner}
</body></html>
`,
  }
}

const asText = (part: Part) => {
  if (typeof part === 'string') return part
  if ('quote' in part) return part.quote.replace(/^/gm, '> ')
  return `${part.link}:\n${part.href}`
}

const asHtml = (part: Part) => {
  if (typeof part === 'string') return `<p dir="auto">${withLines(part)}</p>`
  if ('quote' in part)
    return `<blockquote dir="auto" style="margin:1em 0;padding:0 1em;border-inline-start:3px solid #bbb">${plainAsHtml(part.quote)}</blockquote>`
  const style = part.small ? ' style="font-size:13px"' : ''
  return `<p${style}><a href="${escapeMarkup(part.href)}">${escapeMarkup(part.link)}</a></p>`
}

const withLines = (text: string) => escapeMarkup(text).replaceAll('\n', '<br>')
