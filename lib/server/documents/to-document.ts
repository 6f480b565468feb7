import type { Locale } from '@/lib/i18n/locales'
import { languageChoice } from '@/lib/i18n/paths'
import type { FormFacts } from '@/lib/kernel/page-tags'
import type { Document, PageForm } from './document'

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

/** The form on a page that has noted one: its place is the section that CommentForm renders. */
export function formOn(html: string, facts: FormFacts): PageForm | undefined {
  const start = html.indexOf('<section id="respond"')
  const end = html.indexOf('</section>', start)
  return start < 0 || end < 0 ? undefined : { ...facts, place: [start, end + '</section>'.length] }
}

/**
 * The page with another state of its form. On one that has none (the chapter is not there any more) the form comes at
 * the end of its main part.
 */
export function withForm({ html, form }: Document, state: string): string {
  if (!form) return html.replace('</main>', () => `${state}</main>`)
  const [start, end] = form.place
  return html.slice(0, start) + state + html.slice(end)
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
