import type { Locale } from '@/lib/i18n/locales'
import { languageChoice } from '@/lib/i18n/paths'

/**
 * Turns a page as Next renders it into a document: the same markup without the framework's scripts, their
 * preloads and React's position marks, and with our own script. React escapes `<`, `>` and quotes in text and
 * attributes, so what these patterns match can only be markup.
 */
export function toDocument(html: string, readerScript: string): string {
  return html
    .replace(/<script\b([^>]*)>[\s\S]*?<\/script>/g, (whole, attributes: string) =>
      /\btype="application\/ld\+json"/.test(attributes) ? whole : '',
    )
    .replace(/<link\b[^>]*\bas="script"[^>]*>/g, '')
    .replace(/<link\b[^>]*\brel="modulepreload"[^>]*>/g, '')
    .replace(/(<link\b[^>]*?) data-precedence="[^"]*"/g, (_whole, before: string) => before)
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace('<div hidden=""></div>', '')
    .replace('</head>', () => `<script type="module" src="${readerScript}"></script></head>`)
}

/**
 * The document with another state of its comment form: the region is the section that CommentForm renders. On a
 * page without one (the chapter is not there any more) the form comes at the end of its main part.
 */
export function withForm(document: string, form: string): string {
  const start = document.indexOf('<section id="respond"')
  const end = document.indexOf('</section>', start)
  if (start < 0 || end < 0) return document.replace('</main>', () => `${form}</main>`)
  return document.slice(0, start) + form + document.slice(end + '</section>'.length)
}

/** The document with this language chosen among its comments; nothing where it offers no such choice. */
export function withLanguageChosen(document: string, locale: Locale): string | undefined {
  const choice = (name: string) =>
    new RegExp(`<input(?=[^>]* id="${languageChoice}-${name}")[^>]*>`).exec(document)
  const [all, one] = [choice('all'), choice(locale)]
  if (!all || !one) return undefined
  return document
    .replace(all[0], () => all[0].replace(/ checked(="[^"]*")?/, ''))
    .replace(one[0], () => one[0].replace('<input', () => '<input checked=""'))
}
